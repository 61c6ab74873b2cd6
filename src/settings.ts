/**
 * Every setting, once: the flags of the command line, the keys of the config file and the inputs of the Action, with
 * their help, completion, JSON Schema, action.yml, and the tables in docs/reference.md, are made from this table. A new one is one entry.
 */
import {
  choice,
  fileOnly,
  inGroup,
  list,
  number,
  onOff,
  optional,
  type Setting,
  text,
  toggle,
} from './setting-entry.ts';

export const FORMATS = ['text', 'json', 'markdown', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** What one pull request is about. */
export const GROUPINGS = ['namespace', 'team', 'kind', 'all'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The ways in which GitHub merges. */
export const MERGE_METHODS = ['merge', 'squash', 'rebase'] as const;
export type MergeMethod = (typeof MERGE_METHODS)[number];

/** The CIS AWS Foundations benchmark rotates access keys every 90 days or less (recommendation 1.14). */
export const DEFAULT_MAX_AGE_DAYS = 90;

/** Commands that are about a part of the environments. */
const SELECTING = ['open', 'audit', 'plan', 'apply', 'status', 'close', 'verify', 'runbook'] as const;
const READING = [...SELECTING, 'dashboard'] as const;
const ROTATING = ['open', 'plan', 'apply'] as const;
/** Commands that look at the pull requests on GitHub. */
const REMOTE = ['open', 'plan', 'status', 'close', 'dashboard', 'verify'] as const;
/** Commands that make pull requests, and the one that says which. */
const OPENING = ['open', 'plan', 'dashboard'] as const;

export const SETTINGS = [
  ...inGroup('selection', [
    list(
      'namespace',
      SELECTING,
      'Namespaces by name or glob; inside the folder of a namespace that one is the default',
      { alias: 'n', values: 'namespace', repeats: true },
    ),
    list('cluster', [...SELECTING, 'config'], 'Clusters by folder name, first label or glob', {
      values: 'cluster',
      repeats: true,
      config: {
        key: 'clusters',
        example: '[live]',
        help: 'Only these clusters, unless --cluster names others',
      },
    }),
    list('kind', READING, 'Kinds of credentials', { alias: 'k', values: 'kind', repeats: true }),
    fileOnly('extends', 'Whose kinds of credentials there are beside `kinds`: moj, or none', 'moj', {
      choices: ['moj', 'none'],
      defaultWords: 'moj',
    }),
    fileOnly(
      'kinds',
      'Further kinds of credentials: a module or a type of resources, and the argument whose date rotates it',
      'api-password:\n  resource: random_password\n  argument: keepers.rotated_at\n  format: yyyy-MM-dd',
    ),
    list('module', SELECTING, 'Modules by name or glob', { alias: 'm', repeats: true }),
    list(
      'team',
      SELECTING,
      'Namespaces of these teams, by name or glob: the annotation team-name and the groups of 01-rbac.yaml',
      { values: 'team', repeats: true },
    ),
    toggle('production', SELECTING, 'Production namespaces only', { off: 'all others only', repeats: true }),
    onOff('due', SELECTING, 'Only what is older than --max-age or was never rotated', { repeats: true }),
    number('max-age', [...READING, 'config'], 'Days after which a rotation is due', {
      default: DEFAULT_MAX_AGE_DAYS,
      repeats: true,
      config: { key: 'maxAge', example: '{ default: 90 }' },
    }),
    fileOnly(
      'overrides',
      'Other maximum ages for some credentials; of those that match the last counts',
      "- match: { production: true, team: my-team }\n  maxAge: 30\n- match: { namespace: 'my-service-*' }\n  maxAge: 180",
    ),
    fileOnly(
      'exclude',
      'Credentials that are never rotated, which no flag lifts; they are listed as exempt, with the reason',
      '- match: { namespace: my-sandbox-dev }\n  reason: Is taken down at the end of the year',
    ),
    fileOnly(
      'snooze',
      'Credentials that are not rotated before a day, which --include-held lifts; they are listed as held until then',
      '- match: { team: my-team }\n  until: 2027-01-04\n  reason: Major upgrade of the database under way',
    ),
    onOff('all', SELECTING, 'Everything', { repeats: true }),
    text(
      'shard',
      SELECTING,
      'Of all that only one part, such as 1/4: whole applications, each in exactly one part',
      { repeats: true },
    ),
    onOff('include-held', SELECTING, 'Namespaces on hold and what the config file snoozes too', {
      repeats: true,
    }),
  ]),
  ...inGroup('rotation', [
    text('date', [...READING, 'config'], 'The day to write, or for audit to judge by, as yyyy-MM-dd', {
      defaultWords: 'today in London',
      repeats: true,
    }),
    onOff('any-date', ROTATING, 'Write the day of --date although it is years away from today', {
      repeats: true,
    }),
    onOff('again', ROTATING, 'Rotate once more what has the date of that day already', { repeats: true }),
    onOff('force-literal', ROTATING, 'Put the date in the place of an expression; this ends self-rotation', {
      repeats: true,
    }),
    onOff(
      'restore-self-rotation',
      ROTATING,
      'In place of a date, give the rotation back to Terraform where it can do it by itself: one last rotation',
      { repeats: true },
    ),
    optional(
      'upgrade',
      ROTATING,
      'Also set ?ref= of what is rotated to the latest version: minor steps, or with major all',
      { choices: ['minor', 'major'], repeats: true },
    ),
    text(
      'module-versions',
      READING,
      'JSON file with the latest version of each module; GitHub is then not asked for any',
      { values: 'path', repeats: true },
    ),
    onOff(
      'check-versions',
      READING,
      'Ask GitHub for the latest versions of the modules; plan and open always do',
      { repeats: true },
    ),
    onOff('yes', ['open', 'apply'], 'Ask nothing before writing what was picked on the terminal', {
      alias: 'y',
      notInput: 'nobody is asked in a workflow',
    }),
  ]),
  ...inGroup('where', [
    text('config', [...READING, 'config'], 'Config file', {
      defaultWords: '.github/rotate-pr.yml of the tree that the command reads',
      values: 'path',
      repeats: true,
    }),
    text('root', [...READING, 'config', 'init', 'after-merge'], 'Folder of the environments repository', {
      defaultWords: 'the git top level above the current folder',
      values: 'path',
      repeats: true,
    }),
    text('base', REMOTE, 'Branch of the remote to read and to open against', {
      defaultWords: "the remote's default branch",
      default: null,
      repeats: true,
      config: { key: 'base', example: 'main' },
    }),
    text('base', ['audit', 'config'], 'Commit to read', { defaultWords: 'the working tree' }),
    text('remote', [...REMOTE, 'after-merge'], 'Remote of the clone', {
      defaultWords: 'origin, else the only one',
      repeats: true,
    }),
    optional(
      'fork',
      [...OPENING, 'status', 'close'],
      "The fork that the branches are pushed to: that of an owner, or with nothing behind it the token owner's own",
      { repeats: true },
    ),
  ]),
  ...inGroup('pullRequests', [
    choice(
      'group',
      ['open', 'plan'],
      'What one pull request is about; the repository refuses more than one namespace, but for an incident',
      { choices: GROUPINGS, default: 'namespace', repeats: true },
    ),
    onOff(
      'incident',
      ['open', 'plan'],
      'Everything at once: no pace, no staggering, and what people closed is opened again; requires --reason',
      { repeats: true },
    ),
    onOff(
      'incident',
      ['runbook'],
      'Also how to make a leaked secret useless at once, where the server still takes it',
    ),
    text('reason', ['open', 'plan'], 'Why, for the pull requests of an incident', { repeats: true }),
    text('reason', ['close'], 'Why, for the comment in each pull request', { repeats: true }),
    onOff('run', ['dashboard'], 'Open the pull requests whose boxes are ticked, and untick them'),
    onOff('new', ['dashboard'], 'Make a new issue although a person closed the last one'),
    onOff('dry-run', ['open', 'close', 'dashboard'], 'Write nothing, and say what would be written'),
  ]),
  ...inGroup('pace', [
    number('limit', OPENING, 'Open at most so many pull requests in one run, the oldest credential first', {
      default: null,
      repeats: true,
      config: { key: 'limit', example: '20' },
    }),
    number('max-open', OPENING, 'Have at most so many pull requests open at one time', {
      default: null,
      repeats: true,
      config: { key: 'maxOpen', example: '50' },
    }),
    number('hourly-limit', OPENING, 'Open at most so many pull requests within an hour', {
      default: null,
      repeats: true,
      config: { key: 'hourlyLimit', example: '60' },
    }),
    toggle(
      'together',
      OPENING,
      'With --due: all environments of an application on one day, production among them',
      {
        off: 'one after the other, production last',
        repeats: true, // `Gov.UK Prototype Kit` is what the Cloud Platform's prototype template writes: 100 namespaces had it in August 2026
        default: { enabled: true, holdProductionDays: 7, notOneApplication: ['Gov.UK Prototype Kit'] },
        config: {
          key: 'stagger',
          example: 'enabled: true\nholdProductionDays: 7\nnotOneApplication: [Gov.UK Prototype Kit]',
          help: 'Whether the namespaces of an application are rotated one after the other, production last',
        },
      },
    ),
    fileOnly(
      'windows',
      "When pull requests are opened, by the clock in London; the workflow's schedule has to fall into one",
      "- days: [mon, tue, wed, thu]\n  from: '03:00'\n  to: '16:00'",
    ),
    fileOnly(
      'freezes',
      'Days on which no pull request is opened, the first and the last included',
      '- from: 2026-12-18\n  to: 2027-01-03\n  reason: Change freeze over Christmas',
    ),
    number('refresh-after', OPENING, 'Days after which the dates in an open pull request are renewed', {
      default: 14,
      repeats: true,
      config: { key: 'refreshAfter', example: '14' },
    }),
  ]),
  ...inGroup('appearance', [
    fileOnly(
      'title',
      'Title of the pull requests; {namespace}, {cluster}, {team}, {count}, {kinds} and {date} are filled in',
      "'Rotate {count} credentials of {namespace}'",
      { default: null },
    ),
    list('label', OPENING, 'Labels, made where they are missing', {
      default: [],
      config: { key: 'labels', example: '[dependencies]' },
    }),
    list('reviewer', OPENING, 'People to ask for a review, by login', {
      default: [],
      config: { key: 'reviewers', example: '[a-login]' },
    }),
    list('team-reviewer', OPENING, 'Teams to ask for a review, by slug without the organisation', {
      default: [],
      config: { key: 'teamReviewers', example: '[a-team]' },
    }),
    toggle('request-review', OPENING, "Ask the namespace's teams (01-rbac.yaml) for a review", {
      off: 'ask none of them',
      default: true,
      config: { key: 'requestReview', example: 'true' },
    }),
    list('assignee', OPENING, 'People to assign the pull requests to, by login', {
      default: [],
      config: { key: 'assignees', example: '[]' },
    }),
    toggle('draft', OPENING, 'Open drafts', { default: false, config: { key: 'draft', example: 'false' } }),
    choice(
      'auto-merge',
      OPENING,
      'Have GitHub merge them once their checks pass, where the repository allows that',
      { choices: MERGE_METHODS, default: null, config: { key: 'autoMerge', example: 'squash' } },
    ),
    toggle(
      'sign',
      OPENING,
      "Have GitHub make the commits: they are verified, and the token's account is their author",
      { default: false, config: { key: 'sign', example: 'false' } },
    ),
    text('author', OPENING, 'Author of the commits, as "Name <email>"', {
      defaultWords: "git's own identity",
      default: null,
      config: { key: 'author', example: "'rotate-pr <rotate-pr@users.noreply.github.com>'" },
    }),
  ]),
  ...inGroup('result', [
    choice(
      'format',
      ['open', 'plan', 'apply', 'status', 'close', 'dashboard', 'verify', 'runbook', 'config'],
      'How to print the result',
      {
        choices: FORMATS,
        default: 'text',
        notInput: 'a run of the Action writes the log and the summary of its job; only audit writes a file',
      },
    ),
    choice('format', ['audit'], 'How to print the result; html is a page for a browser', {
      choices: [...FORMATS, 'html'],
      default: 'text',
    }),
    choice('format', ['init'], 'How to print the result', { choices: ['text', 'json'], default: 'text' }),
    text('output', ['audit'], 'Write the result to this file, in one step, not to stdout', {
      values: 'path',
    }),
    choice('by', ['audit'], 'What the credentials are listed by; team gives a row a team', {
      choices: ['namespace', 'team'],
      default: 'namespace',
    }),
    number('due-within', ['audit'], 'Only what is due, or falls due within so many days'),
    choice('fail-on', ['audit'], 'Exit with 1 when there is any', {
      choices: ['due', 'blocked', 'problems'],
    }),
    text(
      'new-since',
      ['audit'],
      'Only what this commit does not have yet, such as HEAD^1 on a pull request (checked out with fetch-depth 2)',
    ),
    choice('fail-on', ['verify'], 'Exit with 1 when a merged rotation is late', { choices: ['late'] }),
    number('wait', ['verify'], 'Minutes to ask again for, as long as a rotation is pending'),
    optional(
      'cluster-access',
      ['verify'],
      'Also ask the cluster of this context of the kubeconfig, for metadata only',
      { defaultWords: 'the current context where none is named' },
    ),
    onOff('comment', ['verify'], 'Say it on each pull request, in one comment that is kept up to date'),
    text(
      'since',
      ['audit', 'verify'],
      'What was rotated from this day on, yyyy-MM-dd, as the history of git has it; for verify also so many days back',
      { notInput: 'a look back is for a person, not for every run: audit --since prints it' },
    ),
    onOff(
      'other-credentials',
      ['audit'],
      'Also list Certificates, AWS access keys and token Secrets, which no date rotates',
    ),
    onOff('keep', ['demo'], 'Leave the folder behind and say where it is'),
    toggle('color', [...READING, 'config', 'init', 'demo'], 'Colours', {
      off: 'none',
      defaultWords: 'on a terminal, and as NO_COLOR and FORCE_COLOR say',
      notInput: 'a log has the colours that GitHub gives it',
    }),
    onOff('quiet', [...READING, 'config', 'init'], 'No progress and no warnings', {
      notInput: 'what is not to be read is folded in the log',
    }),
    onOff('verbose', READING, 'List everything, summarise nothing'),
  ]),
] as const;

/** An entry of the table, as its own words have it: types of flags and of values in force are made from this. */
export type SettingEntry = (typeof SETTINGS)[number];

/** The settings of a command, in the table's order. */
export function settingsOf(command: string): readonly Setting[] {
  return (SETTINGS as readonly Setting[]).filter(({ commands }) => commands.some((name) => name === command));
}

/** The settings that the config file may hold, each once. */
export function configSettings(): readonly (Setting & { readonly config: NonNullable<Setting['config']> })[] {
  return (SETTINGS as readonly Setting[]).filter(hasKey);
}

function hasKey(setting: Setting): setting is Setting & { readonly config: NonNullable<Setting['config']> } {
  return setting.config !== undefined;
}

/** `maxAge` for `max-age`: how the parser of the command line names the value of a flag. */
export function camelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
