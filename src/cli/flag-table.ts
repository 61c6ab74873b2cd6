/** Every flag of the command line, as data: yargs, the completion and the explanations of slips all read this table. */
import type { Options } from 'yargs';
import { DEFAULT_MAX_AGE_DAYS } from '../commands/options.ts';
import { GROUPINGS } from '../commands/run/settings.ts';
import type { KindName } from '../kinds/registry.ts';
import { MERGE_METHODS } from '../publish/metadata.ts';

export const FORMATS = ['text', 'json', 'markdown', 'csv'] as const;
export type Format = (typeof FORMATS)[number];
/** What `audit` prints besides: a page for a browser. */
export const AUDIT_FORMATS = [...FORMATS, 'html'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

/** The shells that completion speaks. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Names of the kinds as the contract has them; spelt out so that `--help` loads no kind. */
export const KINDS = [
  'serviceaccount',
  'rds',
  'elasticache',
  'hmpps-template',
] as const satisfies readonly KindName[];

/** Name without dashes → what yargs is told of it. */
export type FlagTable = Readonly<Record<string, Options & { readonly describe: string }>>;

const LIST = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;
const TEXT = { type: 'string', requiresArg: true } as const;
const NUMBER = { type: 'number', requiresArg: true } as const;
const SWITCH = { type: 'boolean', default: false } as const;
const SELECTION = { group: 'Selection:' } as const;

/** Flags of every command that looks at the estate. */
export const COMMON_FLAGS: FlagTable = {
  namespace: {
    ...LIST,
    ...SELECTION,
    alias: 'n',
    describe: 'Namespaces by name or glob; repeatable. Inside a namespace folder: that one',
  },
  cluster: { ...LIST, ...SELECTION, describe: 'Clusters by folder name, first label or glob' },
  kind: {
    ...LIST,
    ...SELECTION,
    alias: 'k',
    describe: `Kinds: ${KINDS.join(', ')}; default the first three`,
  },
  module: { ...LIST, ...SELECTION, alias: 'm', describe: 'Modules by name or glob' },
  team: { ...LIST, ...SELECTION, describe: 'Namespaces of a team, by name or glob' },
  production: {
    ...SELECTION,
    type: 'boolean',
    describe: 'Production namespaces only; --no-production: all others only',
  },
  due: { ...SELECTION, type: 'boolean', describe: 'Only what is older than --max-age or was never rotated' },
  'max-age': {
    ...SELECTION,
    type: 'number',
    requiresArg: true,
    describe: `Days after which a rotation is due; default as the config file says, else ${DEFAULT_MAX_AGE_DAYS}`,
  },
  all: { ...SELECTION, type: 'boolean', describe: 'Everything' },
  shard: {
    ...TEXT,
    ...SELECTION,
    describe: 'Of all that only one part, such as 1/4: whole applications, each in exactly one part',
  },
  'include-held': { ...SELECTION, ...SWITCH, describe: 'Namespaces on hold too' },
  root: { ...TEXT, describe: 'The environments repository; default the git top level above this folder' },
  date: { ...TEXT, describe: 'The day to write, yyyy-MM-dd; default today in London' },
  config: { ...TEXT, describe: 'Config file; default .github/rotate-pr.yml of the tree that is read' },
  'module-versions': {
    ...TEXT,
    describe: 'JSON file with the latest version of each module; then GitHub is not asked for them',
  },
  'check-versions': {
    ...SWITCH,
    describe: 'Ask GitHub for the latest versions; plan and open always do',
  },
  format: { choices: FORMATS, default: 'text', describe: 'How to print the result' },
  color: { type: 'boolean', describe: 'Colours; default on a terminal' },
  quiet: { ...SWITCH, describe: 'No progress and no warnings' },
  verbose: { ...SWITCH, describe: 'List everything, summarise nothing' },
};

/** Flags of the commands that change dates. */
export const ROTATION_FLAGS: FlagTable = {
  again: { ...SWITCH, describe: 'Rotate once more what was rotated on that day already' },
  'force-literal': {
    ...SWITCH,
    describe: 'Put the date in the place of an expression; ends self-rotation',
  },
  upgrade: {
    type: 'string',
    describe: 'Also set ?ref= of what is rotated to the latest version; major steps with --upgrade=major',
  },
};

/** Flags of the commands that write. */
export const WRITE_FLAGS: FlagTable = {
  yes: { ...SWITCH, alias: 'y', describe: 'Ask nothing before writing what was picked on the terminal' },
};

/** Flags of the commands that read a branch of the remote. */
export const REMOTE_FLAGS: FlagTable = {
  base: {
    ...TEXT,
    describe: "Branch of the remote to read and to open against; default the remote's default branch",
  },
  remote: { ...TEXT, describe: 'Default origin, else the only one' },
};

/** Where the branches are, when not in the repository itself. */
const FORK: FlagTable = {
  fork: {
    type: 'string',
    describe: "The pull requests of a fork: that of an owner, or with --fork alone the token owner's own",
  },
};

export const STATUS_FLAGS: FlagTable = { ...REMOTE_FLAGS, ...FORK };

export const CLOSE_FLAGS: FlagTable = {
  ...REMOTE_FLAGS,
  ...FORK,
  reason: { ...TEXT, describe: 'Why, for the comment in each pull request' },
  'dry-run': { ...SWITCH, describe: 'Say what would be closed, and close nothing' },
};

const PACING = { group: 'Pace:' } as const;
const READERS = { group: 'Who sees it:' } as const;

/** Flags of the commands that make pull requests, also where they only show them. */
export const REQUEST_FLAGS: FlagTable = {
  group: {
    choices: GROUPINGS,
    default: 'namespace',
    describe:
      'What one pull request is about; the repository refuses more than one namespace, but for an incident',
  },
  incident: {
    ...SWITCH,
    describe:
      'Everything at once: no pace, no staggering, and what people closed is opened again; wants --reason',
  },
  reason: { ...TEXT, describe: 'Why, for the pull requests of an incident' },
};

/** Flags of `open` alone. */
export const OPEN_FLAGS: FlagTable = {
  limit: { ...PACING, ...NUMBER, describe: 'Open at most so many in this run, the oldest credential first' },
  'max-open': { ...PACING, ...NUMBER, describe: 'Have at most so many open at once' },
  'hourly-limit': { ...PACING, ...NUMBER, describe: 'Open at most so many within an hour' },
  together: {
    ...PACING,
    type: 'boolean',
    describe: 'With --due: all environments of an application on one day, production among them',
  },
  'refresh-after': {
    ...PACING,
    ...NUMBER,
    describe: 'Days after which the dates in an open pull request are renewed; default 14',
  },
  label: { ...READERS, ...LIST, describe: 'Labels, made where they are missing; repeatable' },
  reviewer: { ...READERS, ...LIST, describe: 'People to ask for a review; repeatable' },
  'team-reviewer': { ...READERS, ...LIST, describe: 'Teams to ask for a review; repeatable' },
  'request-review': {
    ...READERS,
    type: 'boolean',
    describe: "Ask the namespace's teams (01-rbac.yaml) for a review; default on, --no-request-review: not",
  },
  assignee: { ...READERS, ...LIST, describe: 'People to assign it to; repeatable' },
  draft: { ...READERS, type: 'boolean', describe: 'Open drafts' },
  'auto-merge': {
    ...READERS,
    choices: MERGE_METHODS,
    describe: 'Have GitHub merge it once its checks pass, where the repository allows that',
  },
  sign: {
    type: 'boolean',
    describe: "Have GitHub make the commits: they are verified, and the token's account is their author",
  },
  author: { ...TEXT, describe: 'Of the commits, as "Name <email>"; default git\'s own identity' },
  fork: {
    type: 'string',
    describe: "Push to a fork: that of an owner, or with --fork alone the token owner's own",
  },
};

export const AUDIT_FLAGS: FlagTable = {
  format: {
    choices: AUDIT_FORMATS,
    default: 'text',
    describe: 'How to print the result; html is a page for a browser',
  },
  output: { ...TEXT, describe: 'Write the result to this file, not to stdout' },
  base: { ...TEXT, describe: 'Read this commit, not the working tree' },
  'new-since': {
    ...TEXT,
    describe: 'Only what this commit does not have yet, such as HEAD^1 on a pull request',
  },
  'fail-on': { choices: ['due', 'blocked', 'problems'], describe: 'Exit with 1 when there is any' },
  'other-credentials': {
    ...SWITCH,
    describe: 'Also list Certificates, AWS access keys and token Secrets, which no date rotates',
  },
  since: {
    ...TEXT,
    describe: 'What was rotated when, from this day on, yyyy-MM-dd, as the history of git has it',
  },
};

export const RUNBOOK_FLAGS: FlagTable = {
  incident: { ...SWITCH, describe: 'Also how to make a leaked ElastiCache token useless at once' },
};

export const CONFIG_FLAGS: FlagTable = {
  ...pick('cluster', 'max-age', 'root', 'date', 'config'),
  base: { ...TEXT, describe: 'Read this commit, not the working tree' },
  ...pick('format', 'color', 'quiet'),
};

export const INIT_FLAGS: FlagTable = {
  ...pick('root', 'color', 'quiet'),
  format: { choices: ['text', 'json'], default: 'text', describe: 'How to print the result' },
};

/** What would make a part of the estate, where a command is always about all of it. */
const PARTS = ['namespace', 'cluster', 'module', 'team', 'production', 'due', 'all', 'include-held', 'shard'];

/** Flags of `dashboard` besides those of `open`. */
export const DASHBOARD_FLAGS: FlagTable = {
  ...Object.fromEntries(Object.entries(COMMON_FLAGS).filter(([name]) => !PARTS.includes(name))),
  run: { ...SWITCH, describe: 'Open the pull requests whose boxes are ticked, and untick them' },
  new: { ...SWITCH, describe: 'Make a new issue although a person closed the last one' },
  'dry-run': { ...SWITCH, describe: 'Write nothing; with --format markdown, print what would be written' },
};

export const DEMO_FLAGS: FlagTable = {
  keep: { ...SWITCH, describe: 'Leave the folder behind and say where it is' },
  color: COMMON_FLAGS['color']!,
};

const TABLES: readonly FlagTable[] = [COMMON_FLAGS, OPEN_FLAGS];

/** Some of the common flags, for a command that is about nothing selected. */
function pick(...names: readonly string[]): FlagTable {
  return Object.fromEntries(names.map((name) => [name, COMMON_FLAGS[name]!]));
}

/** Names, as typed and as yargs spells them for a program, and short names of the flags that may be given more than once. */
export const REPEATABLE: ReadonlySet<string> = new Set(
  TABLES.flatMap((table) =>
    Object.entries(table).flatMap(([name, { array, alias }]) =>
      array === true ? [name, camelCase(name), ...(typeof alias === 'string' ? [alias] : [])] : [],
    ),
  ),
);

function camelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
