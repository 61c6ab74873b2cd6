/** Every sentence of `config` and `init`. */
import type { OpeningState, RuleInForce, SettingOrigin, StarterFile } from '../results/config.ts';
import { dayInLondon, timeInLondon } from '../util/dates.ts';
import { count } from './format.ts';

export const config = {
  title: (date: string): string => `Settings on ${date}`,
  source: (file: string | null, base: string | null): string => {
    if (file === null)
      return 'There is no config file: the defaults are in force. rotate-pr init writes one.';
    return base === null
      ? `Settings of ${file}.`
      : `Settings of ${file}, read from commit ${base.slice(0, 12)}.`;
  },
  rules: (file: string): string => `Rules of ${file}`,
  origin: ({ from, flag, file, line }: SettingOrigin): string =>
    from === 'flag' ? `flag ${flag}` : from === 'file' ? `${file}:${line}` : 'default',
  value: (value: unknown): string => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return 'none';
    return typeof value === 'string' ? value : flow(value);
  },
  /** `maxAge 30`, `until 2027-01-04`; nothing for an exclusion. */
  effect: ({ maxAgeDays, until, inForce }: RuleInForce): string => {
    if (maxAgeDays !== null) return `maxAge ${maxAgeDays}`;
    if (until === null) return '';
    return inForce ? `until ${until}` : `ran out on ${until}`;
  },
  /** `production: true (the reason)`. */
  match: ({ reason, match }: RuleInForce): string => `${flow(match)}${reason === null ? '' : ` (${reason})`}`,
  matches: ({ credentials, namespaces }: RuleInForce): string =>
    credentials === 0
      ? 'matches nothing'
      : `${count(credentials, 'credential')} in ${count(namespaces, 'namespace')}`,
  opening: ({ open, closedUntil, reason }: OpeningState): string => {
    if (open) return 'Pull requests may be opened now.';
    if (closedUntil === null) return `No pull request is opened: ${reason}.`;
    const at = new Date(closedUntil);
    return `No pull request is opened until ${dayInLondon(at)} ${timeInLondon(at)} London time: ${reason}.`;
  },
};

export const init = {
  file: ({ path, outcome, reason }: StarterFile): string =>
    outcome === 'written' ? `written     ${path}` : `left alone  ${path}: ${reason}`,
  next: [
    'What to do next:',
    '1. Make a token for this repository, with the permissions "Contents: write" and "Pull requests: write". Best is',
    '   a fine-grained token of a machine user: README, "Which token", says what a GitHub App is refused.',
    '2. Make the environment rotate-pr (Settings, Environments), let only the default branch use it, and store the token',
    '   there as the secret ROTATE_PR_TOKEN: a secret of the repository is there for everybody who may push a workflow.',
    '3. Look through .github/rotate-pr.yml, and see what is in force: rotate-pr config',
    '4. See what the first run would do, without writing anything:',
    '   rotate-pr plan --due --config .github/rotate-pr.yml',
    '5. Commit both files to the default branch: there they count. The workflow runs at night, and by hand from the tab',
    '   Actions.',
  ],
};

/** A value of the config file as YAML would have it on one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return value.map(flow).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, each]) => (Array.isArray(each) ? `${key}: [${flow(each)}]` : `${key}: ${flow(each)}`))
    .join(', ');
}
