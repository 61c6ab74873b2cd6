import type { DashboardResult } from '../results/dashboard.ts';
import type { HistoryResult, Rotation } from '../results/history.ts';
import type {
  ApplyResult,
  AuditedCredential,
  AuditResult,
  Change,
  OpenResult,
  PullRequestResult,
  Skipped,
} from '../results/results.ts';
import { alsoChanged } from './change-words.ts';
import { phraseString } from './phrase.ts';

export type Value = string | number | null;

/** What a spreadsheet takes for the start of a formula, fullwidth forms included (OWASP, "CSV Injection"). */
const FORMULA_START = '=+-@＝＋－＠';
/** What a text may begin with for a spreadsheet to read it as a formula, or to part it from what stands before. */
const STARTS_FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;
/** What another spreadsheet's settings take for the end of a field. */
const FIELD_END = ';\t\r\n';
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * Text in which a spreadsheet sees no formula: a `'` stands before what would be one, and by this alone the text differs
 * from the data. Numbers of our own (`-5` days) are numbers and stay so. Dates are given as they are written: what
 * would keep a spreadsheet from reading `03-04-2026` by its own country's order would spoil them for everything else,
 * and `rotatedOn` says the day in a form that all read alike.
 */
function field(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = withoutFormulas(value);
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A `'` at the start and behind each end of a field, where a formula would begin; blanks and quotes may stand between. */
function withoutFormulas(value: string): string {
  let harmless = STARTS_FORMULA.test(value) ? "'" : '';
  let from = 0;
  let isFieldStart = false;
  for (let i = 0; i < value.length; i += 1) {
    const character = value[i]!;
    if (FIELD_END.includes(character)) isFieldStart = true;
    else if (isFieldStart && FORMULA_START.includes(character)) {
      harmless += `${value.slice(from, i)}'`;
      from = i;
      isFieldStart = false;
    } else if (character !== '"' && character.trim() !== '') isFieldStart = false;
  }
  return harmless + value.slice(from);
}

/**
 * RFC 4180: a header row, fields quoted where they must be, every row ended by CRLF. UTF-8 without a byte order mark,
 * which would be part of the first column's name wherever it is not expected.
 */
export function csv(header: readonly string[], rows: readonly (readonly Value[])[]): string {
  return [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

const CREDENTIAL_FIELDS = [
  'id',
  'cluster',
  'namespace',
  'file',
  'line',
  'kind',
  'module',
  'source',
  'version',
  'latestVersion',
  'latestFrom',
  'variable',
  'value',
  'rotatedOn',
  'ageDays',
  'maxAgeDays',
  'state',
  'team',
  'production',
  'slackChannel',
  'nextDue',
] as const satisfies readonly (keyof AuditedCredential)[];

/**
 * One row a credential, in the result's order, under the names of the JSON, then one row a module that no variable
 * rotates and one each other credential (their `state` is empty). Problems are no credentials and have no row.
 */
export function auditCsv(result: AuditResult): string {
  const rows = [
    ...result.credentials.map((each) => [
      ...CREDENTIAL_FIELDS.map((name) => plain(each[name])),
      each.reasons.map(({ code }) => code).join(' '),
      each.reasons.map(({ message }) => message).join('; '),
    ]),
    ...result.summary.notRotatable.map(({ code, message, ...known }) => {
      const values: Partial<Record<string, Value>> = known;
      return [...CREDENTIAL_FIELDS.map((name) => values[name] ?? null), code, message];
    }),
    ...(result.summary.otherCredentials ?? []).map(({ code, message, secret, name: module, ...known }) => {
      const values: Partial<Record<string, Value>> = { ...known, module };
      const said = secret === null ? message : `${message}; its Secret is ${secret}`;
      return [...CREDENTIAL_FIELDS.map((name) => values[name] ?? null), code, said];
    }),
  ];
  return csv([...CREDENTIAL_FIELDS, 'reasonCodes', 'reasons'], rows);
}

function plain(value: Value | boolean): Value {
  return typeof value === 'boolean' ? String(value) : value;
}

const CHANGE_FIELDS = [
  'id',
  'cluster',
  'namespace',
  'file',
  'line',
  'kind',
  'module',
  'variable',
  'action',
  'from',
  'to',
] as const satisfies readonly (keyof Change)[];
/** What else is written with the date, in words, and what becomes of self-rotation. */
const MORE_FIELDS = ['alsoChanged', 'selfRotation'] as const;
const SKIPPED_FIELDS = ['code', 'message'] as const satisfies readonly (keyof Skipped)[];
const REQUEST_FIELDS = [
  'branch',
  'outcome',
  'number',
  'url',
  'reason',
  'title',
] as const satisfies readonly (keyof PullRequestResult)[];

/**
 * One row a change, then one row a skipped credential: its `action` is `skipped`, `code` and `message` say why. What came
 * later stands behind everything else, so that columns keep their places.
 */
export function applyCsv(result: ApplyResult): string {
  const rows = [
    ...result.changes.map((each) => [...changeValues(each), null, null, ...moreValues(each)]),
    ...result.skipped.map((each) => [...skippedValues(each), null, null]),
  ];
  return csv([...CHANGE_FIELDS, ...SKIPPED_FIELDS, ...MORE_FIELDS], rows);
}

/** `plan` and `open`: as `applyCsv`, with the pull request of each change; one without changes has a row of its own. */
export function pullRequestsCsv(result: OpenResult): string {
  const rows = [
    ...result.pullRequests.flatMap((request) => {
      const values = REQUEST_FIELDS.map((name) => request[name]);
      return request.changes.length === 0
        ? [[...noChange(request), null, null, ...values, null, null]]
        : request.changes.map((each) => [...changeValues(each), null, null, ...values, ...moreValues(each)]);
    }),
    ...result.skipped.map((each) => [...skippedValues(each), ...REQUEST_FIELDS.map(() => null), null, null]),
  ];
  return csv([...CHANGE_FIELDS, ...SKIPPED_FIELDS, ...REQUEST_FIELDS, ...MORE_FIELDS], rows);
}

const ENTRY_FIELDS = ['state', 'team', 'cluster', 'namespace', 'group', 'number', 'url', 'openedOn'] as const;

/** `dashboard`: one row a credential of each entry, a pull request that names none with a row of its own. */
export function dashboardCsv({ entries }: DashboardResult): string {
  const rows = entries.flatMap((entry) => {
    const values = ENTRY_FIELDS.map((name) => entry[name]);
    const none = { id: null, kind: null, rotatedOn: null, reason: null };
    const credentials = entry.credentials.length === 0 ? [none] : entry.credentials;
    return credentials.map(({ id, kind, rotatedOn, reason }) => {
      const reasons = [entry.reason, reason].filter((each) => each !== null);
      return [...values, id, kind, rotatedOn, reasons.join(' ')];
    });
  });
  return csv([...ENTRY_FIELDS, 'id', 'kind', 'rotatedOn', 'reason'], rows);
}

const ROTATION_FIELDS = [
  'id',
  'cluster',
  'namespace',
  'file',
  'kind',
  'module',
  'team',
  'day',
  'commit',
  'change',
  'from',
  'to',
  'ageDays',
] as const satisfies readonly (keyof Rotation)[];

/** One row a rotation, oldest first, under the names of the JSON; what is no rotation has no row. */
export function historyCsv({ rotations }: HistoryResult): string {
  const rows = rotations.map((each) => [...ROTATION_FIELDS.map((name) => each[name]), each.notes.join(' ')]);
  return csv([...ROTATION_FIELDS, 'notes'], rows);
}

function changeValues(change: Change): readonly Value[] {
  return CHANGE_FIELDS.map((name) => change[name]);
}

function moreValues(change: Change): readonly Value[] {
  const also = alsoChanged(change).map(phraseString);
  return [also.length === 0 ? null : also.join('; '), change.selfRotation ?? null];
}

function skippedValues({ id, code, message }: Skipped): readonly Value[] {
  const known: Partial<Record<string, string>> = { id, action: 'skipped' };
  return [...CHANGE_FIELDS.map((name) => known[name] ?? null), code, message];
}

function noChange({ cluster, namespace }: PullRequestResult): readonly Value[] {
  const known: Partial<Record<string, string | null>> = { cluster, namespace };
  return CHANGE_FIELDS.map((name) => known[name] ?? null);
}
