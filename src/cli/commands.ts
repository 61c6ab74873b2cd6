/** The commands, as data: their flags, what they are for, and the door that runs each, loaded when it is wanted. */

import { knownKinds } from '../kinds/registry.ts';
import type { CommandName } from '../setting-entry.ts';
import type { ExitCode } from './exit-code.ts';
import {
  type ApplyFlags,
  type AuditFlags,
  type CloseFlags,
  type CompletionFlags,
  type ConfigFlags,
  type DashboardFlags,
  type DemoFlags,
  type FlagTable,
  flagsOf,
  type InitFlags,
  type OpenFlags,
  type PlanFlags,
  type RunbookFlags,
  SHELLS,
  type StatusFlags,
  type VerifyFlags,
} from './flags.ts';
import type { Io } from './io.ts';

/** A command, by what its flags are not: those are in the table of settings. */
interface CommandDescription {
  readonly name: Exclude<CommandName, 'after-merge'>;
  readonly describe: string;
  /** Words that people use for it elsewhere: they are answered with "did you mean". */
  readonly guesses: readonly string[];
  /** The one word that it takes besides flags. */
  readonly argument?: { readonly name: string; readonly choices: readonly string[] };
  /** Command lines without the program's name, each with what it does. */
  readonly examples: readonly (readonly [string, string])[];
  /** @param flags what yargs made of the command line by this command's own table */
  readonly run: (flags: unknown, io: Io) => Promise<ExitCode>;
}

export interface Command extends CommandDescription {
  readonly flags: FlagTable;
}

const DESCRIPTIONS: readonly CommandDescription[] = [
  {
    name: 'open',
    describe: 'Open or update one pull request for each namespace',
    guesses: ['rotate', 'run', 'create', 'pr'],
    examples: [
      ['open', 'pick namespaces on the terminal, see the diff, say yes'],
      ['open -n my-namespace-dev', 'one namespace, whatever the age of its credentials'],
      ['open --due --no-production', 'everything overdue outside production'],
      ['open --due --limit 20 --max-open 60', 'a part of what is overdue, the oldest first'],
      [
        "open --all -k KIND --incident --reason 'Leaked by a build step' --group all",
        'every service account token in one pull request',
      ],
      ['open -n my-namespace-prod -k KIND --again', 'once more on the same day: the secret has leaked'],
      ['open --team my-team --upgrade', 'also to the latest version of each module'],
    ],
    run: async (flags, io) => (await import('./verbs/open.ts')).runOpen(flags as OpenFlags, io),
  },
  {
    name: 'audit',
    describe: 'List every credential: when it was rotated, whether it is due, why it cannot be rotated',
    guesses: ['ls', 'list', 'check', 'show', 'report', 'scan'],
    examples: [
      ['audit --due', 'what is overdue, and why'],
      ['audit --team my-team', 'all that a team has, in order or not'],
      ['audit --base origin/main --fail-on due', 'a check: exit with 1 when anything is due there'],
      ['audit --kind KIND --format csv', 'the credentials of one kind as a table for a spreadsheet'],
    ],
    run: async (flags, io) => (await import('./verbs/audit.ts')).runAudit(flags as AuditFlags, io),
  },
  {
    name: 'plan',
    describe: 'Show what open would do: the diff and the text of each pull request',
    guesses: ['diff', 'preview', 'dry-run'],
    examples: [
      ['plan -n my-namespace-dev', 'the pull request that would be opened'],
      ['plan --due --quiet', 'the diff of everything overdue'],
      ['plan --team my-team --verbose', 'each pull request with its text'],
    ],
    run: async (flags, io) => (await import('./verbs/plan.ts')).runPlan(flags as PlanFlags, io),
  },
  {
    name: 'apply',
    describe: 'Change the dates in the files of the working tree',
    guesses: ['write', 'edit', 'fix'],
    examples: [
      ['apply', 'pick namespaces on the terminal, see the diff, say yes'],
      ["apply -n 'my-service-*' --no-production", 'several namespaces, to be committed by you'],
      ['apply -n my-namespace-dev -m my_database', 'one module'],
    ],
    run: async (flags, io) => (await import('./verbs/apply.ts')).runApply(flags as ApplyFlags, io),
  },
  {
    name: 'status',
    describe: 'List the pull requests: which are open and how they stand, what waits, what people closed',
    guesses: ['prs', 'st'],
    examples: [
      ['status', 'all of them, those that need somebody first'],
      ['status --team my-team --format markdown', "a team's, for an issue or a message"],
    ],
    run: async (flags, io) => (await import('./verbs/status.ts')).runStatus(flags as StatusFlags, io),
  },
  {
    name: 'close',
    describe: 'Take back what open opened: close the pull requests and delete their branches',
    guesses: ['undo', 'revert', 'delete', 'cancel'],
    examples: [
      ['close --all --dry-run', 'what would be closed'],
      ["close --team my-team --reason 'Opened by mistake'", "a team's, with a comment that says why"],
      ['close -n my-namespace-dev', 'that of one namespace'],
    ],
    run: async (flags, io) => (await import('./verbs/close.ts')).runClose(flags as CloseFlags, io),
  },
  {
    name: 'verify',
    describe: 'Say whether merged rotations are in force, and which pods still hold the old value',
    guesses: ['check-applied', 'in-force', 'applied'],
    examples: [
      ['verify --team my-team', 'what a team merged in the last 14 days, by what GitHub can tell'],
      [
        'verify -n my-namespace-dev --cluster-access',
        'by the cluster too: Secrets by their metadata, and pods',
      ],
      [
        'verify --all --since 7 --fail-on late',
        'a check: exit with 1 when something merged is not in force after an hour',
      ],
    ],
    run: async (flags, io) => (await import('./verbs/verify.ts')).runVerify(flags as VerifyFlags, io),
  },
  {
    name: 'runbook',
    describe: 'The steps after the merge, filled in with the names of the selected namespaces',
    guesses: ['steps', 'docs'],
    examples: [
      ['runbook -n my-namespace-dev --format markdown', 'the steps, for an issue or a message'],
      ['runbook --team my-team --incident', 'after a leak'],
    ],
    run: async (flags, io) => (await import('./verbs/runbook.ts')).runRunbook(flags as RunbookFlags, io),
  },
  {
    name: 'config',
    describe: 'Say which settings are in force and where each comes from, and what the rules match',
    guesses: ['settings', 'configure'],
    examples: [
      ['config', 'what .github/rotate-pr.yml says, and the defaults for the rest'],
      ['config --base origin/main', 'what open goes by: the file as it is on that branch'],
    ],
    run: async (flags, io) => (await import('./verbs/config.ts')).runConfig(flags as ConfigFlags, io),
  },
  {
    name: 'init',
    describe: 'Write a starter workflow and config file; never over existing ones',
    guesses: ['setup', 'install'],
    examples: [['init', '.github/workflows/rotate-pr.yml and .github/rotate-pr.yml, and what to do next']],
    run: async (flags, io) => (await import('./verbs/init.ts')).runInit(flags as InitFlags, io),
  },
  {
    name: 'dashboard',
    describe: 'Keep an issue up to date that shows what is open and due, with boxes to rotate it',
    guesses: ['issue', 'board'],
    examples: [
      ['dashboard', 'write the issue, or bring it up to date'],
      ['dashboard --dry-run --format markdown', 'what it would say'],
      ['dashboard --run --label rotation', 'open the pull requests whose boxes are ticked'],
    ],
    run: async (flags, io) =>
      (await import('./verbs/dashboard.ts')).runDashboard(flags as DashboardFlags, io),
  },
  {
    name: 'demo',
    describe:
      'The whole path on a small repository, a git server and a GitHub of its own, on this machine only',
    guesses: ['example', 'try'],
    examples: [['demo --keep', 'and look at the folder afterwards']],
    run: async (flags, io) => (await import('./verbs/demo.ts')).runDemo(flags as DemoFlags, io),
  },
  {
    name: 'completion',
    describe: 'Print the script that lets a shell complete commands, flags and names',
    guesses: ['complete', 'completions'],
    argument: { name: 'shell', choices: SHELLS },
    examples: [
      ['completion bash >> ~/.bashrc', 'for bash'],
      ['completion zsh > ~/.zfunc/_rotate-pr', 'for zsh, with ~/.zfunc in its fpath'],
      ['completion fish > ~/.config/fish/completions/rotate-pr.fish', 'for fish'],
    ],
    run: async (flags, io) =>
      (await import('./verbs/completion.ts')).runCompletion(flags as CompletionFlags, io),
  },
];

/** The first is what runs when none is named. */
export const COMMANDS: readonly Command[] = DESCRIPTIONS.map((each) => ({
  ...each,
  // asked for anew: the help of --kind names the kinds of this run
  get flags() {
    return flagsOf(each.name, knownKinds().list);
  },
}));

/** The names that may be typed behind `--` for a command: its flags, their negations, `help` and `version`. */
export function flagNames({ flags }: Command): readonly string[] {
  const negations = Object.entries(flags)
    .filter(([, { type, default: standard }]) => type === 'boolean' && standard === undefined)
    .map(([name]) => `no-${name}`);
  return [...Object.keys(flags), ...negations, 'help', 'version'];
}

/** `namespace` for `--namespace` and `-n`; empty for what is no flag of the command. */
export function fullName(word: string, { flags }: Command): string {
  if (/^--./.test(word)) return word.slice(2) in flags ? word.slice(2) : '';
  if (!/^-.$/.test(word)) return '';
  return Object.keys(flags).find((name) => flags[name]!.alias === word.slice(1)) ?? '';
}

/** Whether a flag cannot stand without a value. */
export function requiresValue(name: string, { flags }: Command): boolean {
  const flag = flags[name];
  if (flag === undefined) return false;
  return flag.choices !== undefined || (flag.type !== 'boolean' && flag.requiresArg === true);
}

/** Where the command stands among words: at the first that is no flag and no value of one; null when that is no command. */
export function commandIn(
  words: readonly string[],
): { readonly command: Command; readonly at: number } | null {
  for (const [at, word] of words.entries()) {
    if (word.startsWith('-') || takesValue(words[at - 1] ?? '')) continue;
    const command = COMMANDS.find(({ name }) => name === word);
    return command === undefined ? null : { command, at };
  }
  return null;
}

/** Whether the word after this one is its value, in whatever command. */
function takesValue(word: string): boolean {
  return COMMANDS.some((command) => requiresValue(fullName(word, command), command));
}
