/** The body of a pull request: our part between two marks, and around it what people wrote, which an update leaves. */
import { createHash } from 'node:crypto';
import { cutText, formatMarker, MAX_BODY, type Marker, withoutMarker } from './marker.ts';

const BEGIN = '<!-- rotate-pr:begin -->';
const END = '<!-- rotate-pr:end -->';
/** Of a longer part the marker would be too large: then what people write inside it is not told from ours. */
const MAX_LINES = 250;

/** What a pull request says now. */
export interface Written {
  readonly title: string;
  readonly body: string;
  /** Null when it has none of ours. */
  readonly marker: Marker | null;
}

/**
 * The whole text of a pull request.
 *
 * @param previous what it says now; null for one that is not there yet
 * @param ours title and visible text as this run makes them
 * @returns `title` is absent where somebody gave it another; the marker says what was written
 */
export function composeText(
  previous: Written | null,
  ours: { readonly title: string; readonly body: string },
  marker: Marker,
): { readonly title?: string; readonly body: string; readonly marker: Marker } {
  const kept = previous !== null && isRetitled(previous);
  const lines = hashLines(ours.body);
  const complete: Marker = {
    ...marker,
    title: kept ? (previous.marker?.title ?? hash(ours.title)) : hash(ours.title),
    ...(lines === null ? {} : { lines }),
  };
  const people = previous === null ? NOTHING : partsOf(previous);
  const text = withTicks(ours.body.trim(), people.ticked);
  const end = `\n\n${formatMarker(complete)}\n`;
  const around = (part: string) => [
    ...(people.before === '' ? [] : [people.before, '']),
    ...[BEGIN, part, END],
    ...(people.after === '' ? [] : ['', people.after]),
  ];
  const room = MAX_BODY - end.length - around('').join('\n').length;
  const body = around(text.length <= room ? text : cutText(text, Math.max(0, room))).join('\n');
  return { ...(kept ? {} : { title: ours.title }), body: body + end, marker: complete };
}

interface People {
  readonly before: string;
  readonly after: string;
  /** Checkboxes that somebody ticked, by their text. */
  readonly ticked: ReadonlySet<string>;
}

const NOTHING: People = { before: '', after: '', ticked: new Set() };

function partsOf({ body, marker }: Written): People {
  const lines = withoutMarker(body).replaceAll('\r\n', '\n').split('\n');
  const { from, to } = ourPart(lines, marker?.group !== undefined);
  const inside = lines.slice(from, to).filter((line) => line !== BEGIN && line !== END);
  const outside = (some: readonly string[]) => some.filter((line) => line !== BEGIN && line !== END);
  const notes = notesIn(inside, marker?.lines ?? null);
  const after = [outside(lines.slice(to)).join('\n').trim(), notes].filter((text) => text !== '');
  return {
    before: outside(lines.slice(0, from)).join('\n').trim(),
    after: after.join('\n\n'),
    ticked: new Set(inside.flatMap((line) => checkboxOf(line, /[xX]/) ?? [])),
  };
}

/** How the visible text of older versions begins and ends for one namespace, which had no marks. */
const OLD_BEGIN = /^(?:> \[!CAUTION\]|This rotates \d)/;
const OLD_END = /^Made by `rotate-pr`/;

/** The lines that are ours, the marks included; all where nothing tells. */
function ourPart(lines: readonly string[], isGroup: boolean): { readonly from: number; readonly to: number } {
  const all = { from: 0, to: lines.length };
  const begin = lines.indexOf(BEGIN);
  const end = lines.lastIndexOf(END);
  if (begin !== -1 && end > begin) return { from: begin, to: end + 1 };
  const first = begin === -1 ? lines.findIndex((line) => OLD_BEGIN.test(line)) : begin;
  const last = end === -1 ? lines.findLastIndex((line) => OLD_END.test(line)) : end;
  if (first === -1 || isGroup) return all;
  return { from: first, to: last > first ? last + 1 : lines.length };
}

/** What somebody wrote among our lines. */
function notesIn(inside: readonly string[], written: string | null): string {
  if (written === null) return '';
  const known = new Set(written.match(/.{4}/g));
  const isOurs = (line: string): boolean => line.trim() === '' || known.has(hash(plain(line)));
  const notes: string[] = [];
  for (const [at, line] of inside.entries()) {
    if (!isOurs(line)) notes.push(line);
    // a blank line between two of theirs keeps them two paragraphs
    else if (line.trim() === '' && at > 0 && !isOurs(inside[at - 1] ?? '')) notes.push('');
  }
  return notes.join('\n').trim();
}

/** A title that is neither what we wrote nor, of an older version, like one that we write. */
function isRetitled({ title, marker }: Written): boolean {
  return marker?.title === undefined ? !title.startsWith('Rotate ') : hash(title) !== marker.title;
}

function withTicks(text: string, ticked: ReadonlySet<string>): string {
  if (ticked.size === 0) return text;
  const lines = text.split('\n').map((line) => {
    const step = checkboxOf(line, / /);
    return step !== null && ticked.has(step) ? line.replace('[ ]', '[x]') : line;
  });
  return lines.join('\n');
}

/** The text of a checkbox, whatever its number and the dates in it; null for what is none in that state. */
function checkboxOf(line: string, state: RegExp): string | null {
  const found = /^\s*(?:[-*]|\d+[.)]) \[(?<state>.)\] (?<text>.*)$/.exec(line)?.groups;
  if (!found || !state.test(found['state'] ?? '')) return null;
  return (found['text'] ?? '')
    .trim()
    .replace(/^\*{0,2}\d+[.)]\*{0,2} /, '')
    .replace(/\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}/g, 'DATE');
}

/** Short names of the lines that we write, one after another. */
function hashLines(text: string): string | null {
  const lines = new Set(text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [plain(line)])));
  return lines.size > MAX_LINES ? null : [...lines].map(hash).join('');
}

/** A line as we wrote it, ticked or not. */
function plain(line: string): string {
  return line.trim().replace(/^([-*]|\d+[.)]) \[[xX]\]/, '$1 [ ]');
}

/** Four characters: enough to tell a line from some hundred others. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64').slice(0, 4);
}
