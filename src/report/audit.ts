/** The report of `audit`. */

import { type KindName, knownKinds } from '../kinds/registry.ts';
import type {
  AuditedCredential,
  AuditResult,
  AuditSummary,
  Credential,
  Reason,
  State,
} from '../results/results.ts';
import { groupByTeam } from '../util/teams.ts';
import {
  type Block,
  type Cell,
  type Column,
  type Document,
  paragraph,
  problems,
  STATE_TONES,
  type Step,
  table,
  UNKNOWN,
} from './document.ts';
import {
  codeWords,
  count,
  digits,
  listWords,
  namespaceName,
  rotatedWords,
  STATE_WORDS,
  STATES_WORST_FIRST,
  shortFile,
} from './format.ts';
import { countOfKind, kindsOf } from './kind-words.ts';
import { command, otherBlocks, skippedBlocks, step } from './parts.ts';
import { groupWorstFirst } from './worst-first.ts';

export interface AuditOptions {
  /** Of this run as command-line arguments, repeated in the commands that are proposed. */
  readonly selection: readonly string[];
  /** Of many credentials those that are in order are told as numbers. */
  readonly brief: boolean;
  /** `team`: a row a team. */
  readonly by?: 'namespace' | 'team';
  /** Also whose each is, and when it falls due. */
  readonly verbose?: boolean;
}

/** Namespaces that a terminal shows: of more, what matters would be scrolled away. */
const AT_ONCE = 40;
/** Up to this many credentials they are all listed: one team's namespaces fit on a screen or two. */
const LIST_ALL_UP_TO = 50;
/** States of which a large repository shows numbers only. */
const QUIET_STATES: readonly State[] = ['exempt', 'ok'];
/** Behind a version that is not the latest; a colour alone would be lost in a pipe. */
const BEHIND = '↑';
/** Reasons that the columns say already. */
const IN_COLUMNS: readonly string[] = ['older-than-max-age', 'never-rotated', 'version-behind'];

/** The credentials by namespace, worst first, then what no date rotates, problems, totals and what to run next. */
export function auditDocument(result: AuditResult, options: AuditOptions): Document {
  const { credentials, summary } = result;
  const listed = options.by === 'team' ? credentials : listedCredentials(result, options);
  return {
    title: auditTitle(result.date),
    totals: [
      auditTotal(result),
      sourceSentence(result),
      ...(listed.length < credentials.length ? [leftOut(summary)] : []),
    ],
    blocks: [
      ...(options.by === 'team' ? teamTable(listed) : credentialTable(listed, options.verbose === true)),
      ...legend(listed),
      ...skippedBlocks(summary.notRotatable, notRotatableTitle(result)),
      ...otherBlocks(summary.otherCredentials ?? []),
      ...problems(result.problems),
      ...kindTable(result),
    ],
    steps: credentials.length === 0 ? [] : nextSteps(result, options.selection),
  };
}

export function auditTitle(date: string): string {
  return `Credentials on ${date}`;
}

export function notRotatableTitle({ summary }: AuditResult): string {
  return `Modules that no date rotates: ${digits(summary.notRotatable.length)}`;
}

/** `12 credentials in 3 namespaces: 1 blocked, 2 due, 9 ok.` */
export function auditTotal({ summary, credentials, newSince }: AuditResult): string {
  if (credentials.length === 0)
    return newSince === undefined ? 'No credentials found.' : 'No new credentials found.';
  const states = STATES_WORST_FIRST.filter((state) => summary.byState[state] > 0).map(
    (state) => `${digits(summary.byState[state])} ${STATE_WORDS[state]}`,
  );
  const where = count(summary.namespaces, 'namespace');
  return `${count(summary.credentials, 'credential')} in ${where}: ${states.join(', ')}.`;
}

/** What was read. */
export function sourceSentence({ base, newSince }: AuditResult): string {
  const read = base === null ? 'Read from the working tree.' : `Read from commit ${base.slice(0, 12)}.`;
  return newSince === undefined
    ? read
    : `${read} Only what commit ${newSince.slice(0, 12)} does not have is listed.`;
}

/** The credentials that are listed one by one. */
export function listedCredentials(
  { credentials }: AuditResult,
  { brief }: Pick<AuditOptions, 'brief'>,
): readonly AuditedCredential[] {
  if (!brief || credentials.length <= LIST_ALL_UP_TO) return credentials;
  return credentials.filter((each) => !QUIET_STATES.includes(each.state));
}

function leftOut({ byState }: AuditSummary): string {
  const states = QUIET_STATES.filter((state) => byState[state] > 0);
  const numbers = states.map((state) => `${digits(byState[state])} ${STATE_WORDS[state]}`);
  return `Not listed one by one: ${listWords(numbers)}; --verbose lists them.`;
}

const COLUMNS: readonly Column[] = [
  { title: 'state' },
  { title: 'namespace', as: 'group' },
  { title: 'kind' },
  { title: 'module', only: 'markdown' },
  { title: 'file', only: 'markdown' },
  { title: 'line and module', min: 12, only: 'text' },
  { title: 'rotated on', min: 10 },
  { title: 'days', align: 'right' },
  { title: 'version', min: 7 },
  { title: 'next due', only: 'markdown' },
  { title: 'team', only: 'markdown' },
  { title: 'production', only: 'markdown' },
  { title: 'Slack channel', only: 'markdown' },
  { title: 'reason', as: 'note', only: 'text' },
  { title: 'reason', only: 'markdown' },
];

function credentialTable(credentials: readonly AuditedCredential[], verbose: boolean): readonly Block[] {
  const rows = groupWorstFirst(credentials).flat();
  // of a narrow terminal only who asks for everything gives room to more columns
  const columns = COLUMNS.map((column) =>
    verbose && OF_OWNERS.includes(column.title) ? withoutOnly(column) : column,
  );
  return table(columns, rows.map(credentialRow), { titled: true, limit: AT_ONCE, noun: 'namespace' });
}

const OF_OWNERS: readonly string[] = ['team', 'production', 'Slack channel', 'next due'];

function withoutOnly({ only: _, ...column }: Column): Column {
  return column;
}

const TEAM_COLUMNS: readonly Column[] = [
  { title: 'team', min: 16 },
  { title: 'Slack channel', as: 'spare' },
  { title: 'namespaces', align: 'right' },
  { title: 'production', align: 'right' },
  { title: 'credentials', align: 'right' },
  { title: 'due', align: 'right' },
  { title: 'blocked', align: 'right' },
  { title: 'oldest rotation', align: 'right' },
];

/** A row a team, that with most to rotate first. */
function teamTable(credentials: readonly AuditedCredential[]): readonly Block[] {
  const isDue = ({ state }: AuditedCredential): boolean => state === 'due' || state === 'never';
  const teams = groupByTeam(credentials, ({ team }) => team)
    .map(({ team, items }) => ({ team, items, due: items.filter(isDue).length }))
    .sort((a, b) => b.due - a.due || b.items.length - a.items.length);
  const namespacesOf = (some: readonly AuditedCredential[]): string =>
    digits(new Set(some.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size);
  const rows = teams.map(({ team, items, due }): readonly Cell[] => {
    const channel = items.find(({ slackChannel }) => slackChannel !== null)?.slackChannel ?? null;
    const oldest = items
      .filter(isDue)
      .flatMap(({ rotatedOn }) => rotatedOn ?? [])
      .sort()[0];
    return [
      team === null ? [{ text: 'no team known', tone: 'quiet' }] : [{ name: team }],
      channel === null ? UNKNOWN : [{ name: channel }],
      namespacesOf(items),
      namespacesOf(items.filter(({ production }) => production === true)),
      digits(items.length),
      [{ text: digits(due), tone: due === 0 ? 'quiet' : 'warning' }],
      digits(items.filter(({ state }) => state === 'blocked').length),
      oldest ?? UNKNOWN,
    ];
  });
  return table(TEAM_COLUMNS, rows, { titled: true, limit: AT_ONCE, noun: 'team' });
}

function credentialRow(each: AuditedCredential): readonly Cell[] {
  const place = `${shortFile(each)}:${each.line}`;
  return [
    [{ text: each.state, tone: STATE_TONES[each.state] }],
    [{ name: namespaceName(each) }],
    each.kind,
    [{ name: each.module }],
    [{ name: place }],
    { text: `${place} ${each.module}`, short: place },
    rotatedCell(each),
    each.ageDays === null ? UNKNOWN : digits(each.ageDays),
    versionCell(each),
    each.nextDue ?? UNKNOWN,
    each.team === null ? UNKNOWN : [{ name: each.team }],
    each.production === null ? UNKNOWN : each.production ? 'yes' : 'no',
    each.slackChannel === null ? UNKNOWN : [{ name: each.slackChannel }],
    remark(each),
    messages(each.reasons),
  ];
}

/** A date, a word, or the string as written when it is no date. */
export function rotatedCell(each: Credential): Cell {
  const isOwn = each.rotatedOn === null && each.value !== null && each.state !== 'never';
  return isOwn ? [{ name: each.value }] : rotatedWords(each);
}

function versionCell(each: Credential): Cell {
  const { version } = each;
  if (version === null) return UNKNOWN;
  return isBehind(each) ? [{ name: version, tone: 'warning' }, ` ${BEHIND}`] : [{ name: version }];
}

function isBehind({ version, latestVersion }: Credential): boolean {
  return version !== null && latestVersion !== null && version !== latestVersion;
}

/** What the columns do not say; of what needs nobody now, its code in words where the sentence does not fit. */
function remark({ reasons, state }: Credential): Cell {
  const more = reasons.filter(({ code }) => !IN_COLUMNS.includes(code));
  const text = messages(more);
  return state === 'blocked' || text === ''
    ? text
    : { text, short: more.map(({ code }) => codeWords(code)).join('; ') };
}

export function messages(reasons: readonly Reason[]): string {
  return reasons.map(({ message }) => message).join('; ');
}

/** What the words and marks above mean, as far as they occur. */
function legend(credentials: readonly Credential[]): readonly Block[] {
  if (credentials.length === 0) return [];
  const ages = new Set(credentials.map(({ maxAgeDays }) => maxAgeDays));
  const maxAgeDays = ages.size === 1 ? [...ages][0]! : null;
  const states = STATES_WORST_FIRST.filter((state) => credentials.some((each) => each.state === state));
  const latest = kindsOf(credentials).flatMap((kind) => {
    const versions = credentials.filter((each) => each.kind === kind && isBehind(each));
    return [...new Set(versions.map(({ latestVersion }) => `${kind} ${latestVersion ?? ''}`))];
  });
  const parts = [
    ...states.map((state) => `${state}: ${stateMeaning(state, maxAgeDays)}`),
    ...(latest.length === 0 ? [] : [`${BEHIND}: the latest is ${listWords(latest)}`]),
  ];
  return [paragraph(`${parts.join('; ')}.`, 'quiet')];
}

/** @param maxAgeDays null where it is not the same for all */
function stateMeaning(state: State, maxAgeDays: number | null): string {
  const meanings: Readonly<Record<State, string>> = {
    blocked: 'fix first',
    never: 'due, and never rotated',
    due: maxAgeDays === null ? 'older than its maximum age' : `older than ${count(maxAgeDays, 'day')}`,
    held: 'the namespace is on hold',
    exempt: 'nothing to rotate',
    ok: maxAgeDays === null ? 'within its maximum age' : `rotated within ${count(maxAgeDays, 'day')}`,
  };
  return meanings[state];
}

/** One row a kind, one column a state that occurs; nothing where all are of one kind. */
export function kindTable({ summary, credentials }: AuditResult): readonly Block[] {
  const kinds = kindsOf(credentials);
  if (kinds.length < 2) return [];
  const states = STATES_WORST_FIRST.filter((state) => summary.byState[state] > 0);
  const rows = kinds.map((kind): readonly Cell[] => {
    const numbers = states.map((state) => summary.byKind[kind]?.[state] ?? 0);
    const all = numbers.reduce((sum, each) => sum + each, 0);
    return [
      kind,
      ...numbers.map((value, index): Cell => [{ text: digits(value), tone: STATE_TONES[states[index]!] }]),
      digits(all),
    ];
  });
  const columns = ['kind', ...states.map((state) => STATE_WORDS[state]), 'all'].map(
    (title, index): Column => (index === 0 ? { title } : { title, align: 'right' }),
  );
  return table(columns, rows, { titled: true });
}

/** What is due and left alone, since its kind is not named. */
export function onlyWhenNamed(due: number, kind: KindName): string {
  return `${countOfKind(due, kind)} to rotate ${due === 1 ? 'is' : 'are'} left alone unless named: --kind ${kind}.`;
}

/** What to do about what the audit found. */
export function nextSteps(result: AuditResult, selection: readonly string[]): readonly Step[] {
  const due = result.credentials.filter(({ state }) => state === 'due' || state === 'never');
  // rotated only when its kind is named, so never part of what `--due` alone would do
  const { byDefault } = knownKinds();
  const aside = due.filter(({ kind }) => !byDefault.includes(kind) && !selection.includes(kind));
  const rotatable = due.length - aside.length;
  const blocked = result.summary.byState.blocked;
  const say = (sentence: string): Step => ({ say: sentence, command: null });
  const it = rotatable === 1 ? 'it' : 'each';
  const restorable = result.credentials.filter(({ reasons }) => reasons.some(isBetterCure));
  return [
    ...(blocked === 0
      ? []
      : [
          say(
            `${count(blocked, 'credential is', 'credentials are')} blocked: fix first what ${blocked === 1 ? 'its reason says' : 'their reasons say'}.`,
          ),
        ]),
    ...kindsOf(aside).map((kind) =>
      say(onlyWhenNamed(aside.filter((each) => each.kind === kind).length, kind)),
    ),
    ...(rotatable > 0 && result.newSince !== undefined
      ? [
          say(
            `Give ${it} a rotation date before the merge: rotate-pr apply --namespace NAME --module NAME writes today’s.`,
          ),
        ]
      : rotatable > 0
        ? [
            step('To see the change first:', command('plan', selection, '--due')),
            step(`To rotate what is due (${digits(rotatable)}):`, command('open', selection, '--due')),
          ]
        : due.length === 0
          ? [say('Nothing is due.')]
          : []),
    ...(restorable.length === 0
      ? []
      : [
          step(
            `To have Terraform rotate ${digits(restorable.length)} by itself again, which ends rotating by hand:`,
            command(
              'plan',
              selection,
              ...kindsOf(restorable).flatMap((kind) => (selection.includes(kind) ? [] : ['--kind', kind])),
              '--restore-self-rotation',
            ),
          ),
        ]),
  ];
}

function isBetterCure({ code }: Reason): boolean {
  return code === 'could-rotate-itself';
}
