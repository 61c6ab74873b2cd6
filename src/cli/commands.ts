/** The commands, as data: their flags, what they are for, and the door that runs each, loaded when it is wanted. */
import type { ExitCode } from './exit-code.ts';
import {
  AUDIT_FLAGS,
  CLOSE_FLAGS,
  COMMON_FLAGS,
  CONFIG_FLAGS,
  DASHBOARD_FLAGS,
  DEMO_FLAGS,
  type FlagTable,
  INIT_FLAGS,
  OPEN_FLAGS,
  REMOTE_FLAGS,
  REQUEST_FLAGS,
  ROTATION_FLAGS,
  RUNBOOK_FLAGS,
  SHELLS,
  STATUS_FLAGS,
  WRITE_FLAGS,
} from './flag-table.ts';
import type {
  AuditFlags,
  BaseFlags,
  CloseFlags,
  CompletionFlags,
  ConfigFlags,
  DashboardFlags,
  DemoFlags,
  InitFlags,
  OpenFlags,
  RotationFlags,
  RunbookFlags,
  StatusFlags,
} from './flags.ts';
import type { Io } from './io.ts';

export interface Command {
  readonly name: string;
  readonly describe: string;
  readonly flags: FlagTable;
  /** The one word that it takes besides flags. */
  readonly argument?: { readonly name: string; readonly choices: readonly string[] };
  /** Command lines without the program's name, each with what it does. */
  readonly examples: readonly (readonly [string, string])[];
  /** @param flags what yargs made of the command line by this command's own table */
  readonly run: (flags: unknown, io: Io) => Promise<ExitCode>;
}

/** The first is what runs when none is named. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'open',
    describe: 'Open or update one pull request for each namespace',
    flags: {
      ...COMMON_FLAGS,
      ...ROTATION_FLAGS,
      ...WRITE_FLAGS,
      ...REMOTE_FLAGS,
      ...REQUEST_FLAGS,
      ...OPEN_FLAGS,
    },
    examples: [
      ['open', 'pick namespaces on the terminal, see the diff, say yes'],
      ['open -n my-namespace-dev', 'one namespace, whatever the age of its credentials'],
      ['open --due --no-production', 'everything overdue outside production'],
      ['open --due --limit 20 --max-open 60', 'a part of what is overdue, the oldest first'],
      [
        "open --all -k serviceaccount --incident --reason 'Leaked by a build step' --group all",
        'every service account token in one pull request',
      ],
      ['open -n my-namespace-prod -k rds --again', 'once more on the same day: the password has leaked'],
      ['open --team my-team --upgrade', 'also to the latest version of each module'],
    ],
    run: async (flags, io) => (await import('./verbs/open.ts')).runOpen(flags as OpenFlags, io),
  },
  {
    name: 'audit',
    describe: 'List every credential: when it was rotated, whether it is due, why it cannot be rotated',
    flags: { ...COMMON_FLAGS, ...AUDIT_FLAGS },
    examples: [
      ['audit --due', 'what is overdue, and why'],
      ['audit --team my-team', 'all that a team has, in order or not'],
      ['audit --base origin/main --fail-on due', 'a check: exit with 1 when anything is due there'],
      ['audit --kind rds --format csv', 'the databases as a table for a spreadsheet'],
    ],
    run: async (flags, io) => (await import('./verbs/audit.ts')).runAudit(flags as AuditFlags, io),
  },
  {
    name: 'plan',
    describe: 'Show what open would do: the diff and the text of each pull request',
    flags: { ...COMMON_FLAGS, ...ROTATION_FLAGS, ...REMOTE_FLAGS, ...REQUEST_FLAGS },
    examples: [
      ['plan -n my-namespace-dev', 'the pull request that would be opened'],
      ['plan --due --quiet', 'the diff of everything overdue'],
      ['plan --team my-team --verbose', 'each pull request with its text'],
    ],
    run: async (flags, io) => (await import('./verbs/plan.ts')).runPlan(flags as BaseFlags, io),
  },
  {
    name: 'apply',
    describe: 'Change the dates in the files of the working tree',
    flags: { ...COMMON_FLAGS, ...ROTATION_FLAGS, ...WRITE_FLAGS },
    examples: [
      ['apply', 'pick namespaces on the terminal, see the diff, say yes'],
      ["apply -n 'my-service-*' --no-production", 'several namespaces, to be committed by you'],
      ['apply -n my-namespace-dev -m my_database', 'one module'],
    ],
    run: async (flags, io) => (await import('./verbs/apply.ts')).runApply(flags as RotationFlags, io),
  },
  {
    name: 'status',
    describe: 'List the pull requests: which are open and how they stand, what waits, what people closed',
    flags: { ...COMMON_FLAGS, ...STATUS_FLAGS },
    examples: [
      ['status', 'all of them, those that need somebody first'],
      ['status --team my-team --format markdown', "a team's, for an issue or a message"],
    ],
    run: async (flags, io) => (await import('./verbs/status.ts')).runStatus(flags as StatusFlags, io),
  },
  {
    name: 'close',
    describe: 'Take back what open opened: close the pull requests and delete their branches',
    flags: { ...COMMON_FLAGS, ...CLOSE_FLAGS },
    examples: [
      ['close --all --dry-run', 'what would be closed'],
      ["close --team my-team --reason 'Opened by mistake'", "a team's, with a comment that says why"],
      ['close -n my-namespace-dev', 'that of one namespace'],
    ],
    run: async (flags, io) => (await import('./verbs/close.ts')).runClose(flags as CloseFlags, io),
  },
  {
    name: 'runbook',
    describe: 'The steps after the merge, filled in with the names of the selected namespaces',
    flags: { ...COMMON_FLAGS, ...RUNBOOK_FLAGS },
    examples: [
      ['runbook -n my-namespace-dev --format markdown', 'the steps, for an issue or a message'],
      ['runbook --team my-team --incident', 'after a leak'],
    ],
    run: async (flags, io) => (await import('./verbs/runbook.ts')).runRunbook(flags as RunbookFlags, io),
  },
  {
    name: 'config',
    describe: 'Say which settings are in force and where each comes from, and what the rules match',
    flags: CONFIG_FLAGS,
    examples: [
      ['config', 'what .github/rotate-pr.yml says, and the defaults for the rest'],
      ['config --base origin/main', 'what open goes by: the file as it is on that branch'],
    ],
    run: async (flags, io) => (await import('./verbs/config.ts')).runConfig(flags as ConfigFlags, io),
  },
  {
    name: 'init',
    describe: 'Write a starter workflow and config file; never over existing ones',
    flags: INIT_FLAGS,
    examples: [['init', '.github/workflows/rotate-pr.yml and .github/rotate-pr.yml, and what to do next']],
    run: async (flags, io) => (await import('./verbs/init.ts')).runInit(flags as InitFlags, io),
  },
  {
    name: 'dashboard',
    describe: 'Keep an issue up to date that shows what is open and due, with boxes to rotate it',
    flags: { ...DASHBOARD_FLAGS, ...REMOTE_FLAGS, ...OPEN_FLAGS },
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
    flags: DEMO_FLAGS,
    examples: [['demo --keep', 'and look at the folder afterwards']],
    run: async (flags, io) => (await import('./verbs/demo.ts')).runDemo(flags as DemoFlags, io),
  },
  {
    name: 'completion',
    describe: 'Print the script that lets a shell complete commands, flags and names',
    flags: {},
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

/** The names that may be typed behind `--` for a command: its flags, their negations, `help` and `version`. */
export function flagNames({ flags }: Command): readonly string[] {
  const negations = Object.entries(flags)
    .filter(([, { type, default: standard }]) => type === 'boolean' && standard === undefined)
    .map(([name]) => `no-${name}`);
  return [...Object.keys(flags), ...negations, 'help', 'version'];
}
