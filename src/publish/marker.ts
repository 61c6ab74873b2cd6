import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What a pull request says about itself to the next run. */
export interface Marker {
  readonly v: 1;
  /** Null for a group of namespaces. */
  readonly namespace: string | null;
  readonly cluster: string | null;
  /** Name of the group of namespaces; absent for one namespace. */
  readonly group?: string;
  /** The commit that we pushed. */
  readonly head: string;
  /** The commit that it was built on. */
  readonly base: string;
  /** Path → blob in the base commit; for a group one digest of them all, under `*`. */
  readonly files: Readonly<Record<string, string>>;
  /** Credential id → the value written. */
  readonly changes: Readonly<Record<string, string>>;
  /**
   * Credential id → what the base had in the place of the new value, as written; null when it had none. Absent from
   * the markers of older versions.
   */
  readonly from?: Readonly<Record<string, string | null>>;
  /** Credential id → the ref its module is upgraded to; absent where none is. */
  readonly upgrades?: Readonly<Record<string, string>>;
  /** The reason of the incident for which it was opened or taken over; absent without one. */
  readonly incident?: string;
  /** Its labels, assignees and reviewers are not set yet: a run was cut short between the two. */
  readonly undressed?: true;
  /**
   * What of these GitHub refused, for the next run to try again: `team x`, `reviewer x`, `label x`, `auto-merge`, `pages`.
   * Absent while nothing of it was tried, and when all is set.
   */
  readonly missing?: readonly string[];
  /** Names the labels, assignees, reviewers and auto-merge that were asked for when they were set last; absent before that. */
  readonly asked?: string;
  /** Names the title that we wrote: one of another name is somebody's. Absent from the markers of older versions, like `lines`. */
  readonly title?: string;
  /** Names the lines that we wrote, so that those of people among them are known. */
  readonly lines?: string;
  /** Why we closed it ourselves; absent while it is open and when somebody else closed it. */
  readonly closed?: string;
}

/** GitHub's limit: "body is too long (maximum is 65536 characters)". */
export const MAX_BODY = 65_536;

/** Of the many ids of a group: base64 and JSON leave room for a text beside it up to this length. */
const MAX_MARKER = 48_000;

const OPENING = '<!-- rotate-pr ';
const CLOSING = ' -->';
const PATTERN = /<!-- rotate-pr (\{[^<>\n\r]*\}) -->/g;
const CUT = 'This text was too long for GitHub and is cut here; `rotate-pr plan` shows all of it.';

/** A marker as it is written down: the changes of a group are compressed, or they would fill the body. */
interface Written extends Omit<Marker, 'changes'> {
  readonly changes?: Marker['changes'];
  /** `changes`, packed. */
  readonly packed?: string;
  /** The values of `from`, packed, in the order of the ids of `changes`. */
  readonly packedFrom?: string;
}

/** The marker as an HTML comment on one line. No data in it can end the comment or mention anybody. */
export function formatMarker(marker: Marker): string {
  const json = JSON.stringify(toWritten(marker)).replaceAll(
    /[<>@-]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `${OPENING}${json}${CLOSING}`;
}

function toWritten(marker: Marker): Written {
  if (marker.group === undefined) return marker;
  const { changes, from, ...rest } = marker;
  const values = from && Object.keys(changes).map((id) => from[id] ?? null);
  return { ...rest, packed: pack(changes), ...(values === undefined ? {} : { packedFrom: pack(values) }) };
}

/** Base64 of the raw deflated JSON. */
function pack(value: unknown): string {
  return deflateRawSync(JSON.stringify(value), { level: 9 }).toString('base64');
}

/** @throws what is not packed, and what is too large */
function unpack(packed: unknown): unknown {
  const json = inflateRawSync(Buffer.from(String(packed), 'base64'), { maxOutputLength: 4_000_000 });
  return JSON.parse(json.toString('utf8'));
}

/** The last marker of a body; null when there is none or it is damaged. */
export function parseMarker(body: string): Marker | null {
  const last = [...body.matchAll(PATTERN)].at(-1);
  if (!last) return null;
  try {
    const value = fromWritten(JSON.parse(last[1]!));
    return isMarker(value) ? value : null;
  } catch {
    return null;
  }
}

function fromWritten(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('packed' in value)) return value;
  const { packed, packedFrom, ...rest } = value as Record<string, unknown>;
  const changes = unpack(packed);
  if (packedFrom === undefined || typeof changes !== 'object' || changes === null)
    return { ...rest, changes };
  const values = unpack(packedFrom);
  if (!Array.isArray(values)) return null;
  return {
    ...rest,
    changes,
    from: Object.fromEntries(Object.keys(changes).map((id, at) => [id, values[at]])),
  };
}

function isMarker(value: unknown): value is Marker {
  if (typeof value !== 'object' || value === null) return false;
  const marker = value as Record<string, unknown>;
  const isOptional = (name: string) => marker[name] === undefined || typeof marker[name] === 'string';
  const isNamed = ['namespace', 'cluster'].every((name) =>
    typeof marker['group'] === 'string' ? marker[name] === null : typeof marker[name] === 'string',
  );
  return (
    marker['v'] === 1 &&
    isNamed &&
    ['head', 'base'].every((name) => typeof marker[name] === 'string') &&
    isTextRecord(marker['files']) &&
    isTextRecord(marker['changes']) &&
    (marker['from'] === undefined || isRecordOf(marker['from'], isTextOrNull)) &&
    (marker['upgrades'] === undefined || isTextRecord(marker['upgrades'])) &&
    ['group', 'incident', 'asked', 'title', 'lines', 'closed'].every(isOptional) &&
    (marker['undressed'] === undefined || marker['undressed'] === true) &&
    (marker['missing'] === undefined || isTextList(marker['missing']))
  );
}

function isTextRecord(value: unknown): boolean {
  return isRecordOf(value, (entry) => typeof entry === 'string');
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isRecordOf(value: unknown, isEntry: (entry: unknown) => boolean): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isEntry)
  );
}

/** Whether a marker leaves room for a text in the body of a pull request. */
export function fitsBody(marker: Marker): boolean {
  return formatMarker(marker).length <= MAX_MARKER;
}

/**
 * The body with its marker at the end, any older marker removed. A text above GitHub's limit is cut, with a sentence
 * that says so; the marker never is.
 *
 * @throws RangeError when the marker alone is above the limit
 */
export function withMarker(body: string, marker: Marker): string {
  const end = `\n\n${formatMarker(marker)}\n`;
  const visible = withoutMarker(body);
  if (visible.length + end.length <= MAX_BODY) return visible + end;
  const room = MAX_BODY - end.length - CUT.length - 40;
  if (room < 0)
    throw new RangeError(`the marker of ${marker.head} is longer than a pull request's body may be`);
  return cutText(visible, room + CUT.length + 40) + end;
}

/** The visible text. */
export function withoutMarker(body: string): string {
  return body.replaceAll(PATTERN, '').trimEnd();
}

/**
 * Cuts a text between lines so that with the sentence about it it has room, and closes what would swallow the rest: a code
 * fence, a `<details>`.
 */
export function cutText(text: string, most: number): string {
  const room = Math.max(0, most - CUT.length - 40);
  const lineEnd = text.lastIndexOf('\n', room);
  const kept = text.slice(0, lineEnd > 0 ? lineEnd : room).replace(/[\uD800-\uDBFF]$/, '');
  let fence: string | null = null;
  for (const line of kept.split('\n')) {
    const mark = /^ {0,3}(?<mark>`{3,}|~{3,})/.exec(line)?.groups?.['mark'];
    if (!mark) continue;
    if (fence === null) fence = mark;
    else if (mark.startsWith(fence)) fence = null;
  }
  const open = kept.split('<details').length > kept.split('</details>').length;
  return `${kept}${fence === null ? '' : `\n${fence}`}${open ? '\n\n</details>' : ''}\n\n${CUT}`;
}
