/** The reports of `config` and `init`. */
import type {
  ConfigResult,
  InitResult,
  OpeningState,
  RuleInForce,
  SettingOrigin,
} from '../results/config.ts';
import { dayInLondon, timeInLondon } from '../util/dates.ts';
import { csv } from './csv.ts';
import {
  type Column,
  type Document,
  type Inline,
  paragraph,
  problems,
  type Step,
  section,
  table,
} from './document.ts';
import { count } from './format.ts';

/** The settings with their origins, the rules, whether it is open now, and what looks wrong. */
export function configDocument(result: ConfigResult): Document {
  const settings = result.settings.map(({ key, value, origin }): readonly Inline[] => [
    [{ name: key }],
    [{ text: valueWords(value), tone: origin.from === 'default' ? 'quiet' : 'value' }],
    [{ text: originWords(origin), tone: 'quiet' }],
  ]);
  return {
    title: `Settings on ${result.date}`,
    totals: [sourceWords(result)],
    blocks: [
      ...table([{ title: 'key' }, { title: 'value', min: 10 }, { title: 'from' }], settings),
      ...section('Rules', ...table(RULE_COLUMNS, result.rules.map(ruleRow))),
      paragraph(openingWords(result.opening)),
      ...problems(result.problems),
    ],
    steps: [],
  };
}

const RULE_COLUMNS: readonly Column[] = [
  { title: 'place' },
  { title: 'list' },
  { title: 'effect' },
  { title: 'matches' },
  { title: 'match', as: 'note' },
];

/** Of each rule its line, what it does and how much it matches, what it is about, and why. */
function ruleRow(rule: RuleInForce): readonly Inline[] {
  return [
    [{ name: `${rule.file}:${rule.line}`, tone: 'quiet' }],
    rule.list,
    [{ text: effectWords(rule), tone: rule.inForce ? 'value' : 'warning' }],
    [{ text: matchesWords(rule), tone: rule.credentials === 0 ? 'warning' : 'value' }],
    matchWords(rule),
  ];
}

function sourceWords({ file, base }: ConfigResult): string {
  if (file === null) return 'There is no config file: the defaults are in force. rotate-pr init writes one.';
  return base === null
    ? `Settings of ${file}.`
    : `Settings of ${file}, read from commit ${base.slice(0, 12)}.`;
}

function originWords({ from, flag, file, line }: SettingOrigin): string {
  return from === 'flag' ? `flag ${flag}` : from === 'file' ? `${file}:${line}` : 'default';
}

function valueWords(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'none';
  return typeof value === 'string' ? value : flow(value);
}

/** `maxAge 30`, `snoozed until 2027-01-04`; nothing for an exclusion. */
function effectWords({ maxAgeDays, until, inForce }: RuleInForce): string {
  if (maxAgeDays !== null) return `maxAge ${maxAgeDays}`;
  if (until === null) return '';
  return inForce ? `snoozed until ${until}` : `ran out on ${until}`;
}

/** `production: true (the reason)`. */
function matchWords({ reason, match }: RuleInForce): string {
  return `${flow(match)}${reason === null ? '' : ` (${reason})`}`;
}

function matchesWords({ credentials, namespaces }: RuleInForce): string {
  return credentials === 0
    ? 'matches nothing'
    : `${count(credentials, 'credential')} in ${count(namespaces, 'namespace')}`;
}

function openingWords({ open, closedUntil, reason }: OpeningState): string {
  if (open) return 'Pull requests may be opened now.';
  if (closedUntil === null) return `No pull request is opened: ${reason}.`;
  const at = new Date(closedUntil);
  return `No pull request is opened until ${dayInLondon(at)} ${timeInLondon(at)} London time: ${reason}.`;
}

/** A value of the config file as YAML would have it on one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return value.map(flow).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, each]) => (Array.isArray(each) ? `${key}: [${flow(each)}]` : `${key}: ${flow(each)}`))
    .join(', ');
}

/** One row a setting, then one a rule: its value is what it says, its key the list that it stands in. */
export function configCsv(result: ConfigResult): string {
  const header = ['key', 'value', 'from', 'flag', 'file', 'line', 'namespaces', 'credentials'];
  const settings = result.settings.map(({ key, value, origin: { from, flag, file, line } }) => [
    key,
    valueWords(value),
    from,
    flag,
    file,
    line,
    null,
    null,
  ]);
  const rules = result.rules.map((rule) => [
    rule.list,
    [effectWords(rule), matchWords(rule)].filter((part) => part !== '').join(': '),
    'file',
    null,
    rule.file,
    rule.line,
    rule.namespaces,
    rule.credentials,
  ]);
  return csv(header, [...settings, ...rules]);
}

/** The files of `init`, and what to do with them. */
export function initDocument({ files }: InitResult): Document {
  const rows = files.map(({ path, outcome, reason }): readonly Inline[] => [
    outcome === 'written' ? 'written' : 'left alone',
    [{ name: path }],
    reason ?? '',
  ]);
  const columns: readonly Column[] = [
    { title: 'outcome' },
    { title: 'file' },
    { title: 'reason', as: 'note' },
  ];
  return {
    title: 'Starter files',
    totals: [],
    blocks: [...table(columns, rows), { type: 'list', title: 'What to do next:', items: NEXT }],
    steps: [],
  };
}

const NEXT: readonly Step[] = [
  {
    say: 'Make a token for this repository, with the permissions "Contents: write" and "Pull requests: write". Best is a fine-grained token of a machine user: docs/action.md of rotate-pr, "Which token", says what a GitHub App is refused.',
    command: null,
  },
  {
    say: 'Make the environment rotate-pr (Settings, Environments), let only the default branch use it, and store the token there as the secret ROTATE_PR_TOKEN: a secret of the repository is there for everybody who may push a workflow.',
    command: null,
  },
  { say: 'Look through .github/rotate-pr.yml, and see what is in force:', command: 'rotate-pr config' },
  {
    say: 'See what the first run would do, without writing anything:',
    command: 'rotate-pr plan --due --config .github/rotate-pr.yml',
  },
  {
    say: 'Commit both files to the default branch: there they count. The workflow runs at night, and by hand from the tab Actions.',
    command: null,
  },
];
