import { structuredPatch } from 'diff';

const CONTEXT = 3;
/** Lines that git names behind `@@` when no driver is set for the file: its default for the enclosing function. */
const HEADING = /^[A-Za-z_$]/;
const HEADING_BYTES = 80;
const ESCAPES: Readonly<Record<number, string>> = {
  7: 'a',
  8: 'b',
  9: 't',
  10: 'n',
  11: 'v',
  12: 'f',
  13: 'r',
  34: '"',
  92: '\\',
};

/**
 * The unified diff of one changed file as `git diff` prints it, without the `index` line; empty when nothing differs.
 * `path` is relative to the root. `git apply` takes it, whatever the line endings, the path, or the file's last byte.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: CONTEXT });
  const oldLines = before.split('\n');
  const body = hunks.flatMap(({ oldStart, oldLines: oldCount, newStart, newLines: newCount, lines }) => {
    const from = range(oldStart, oldCount);
    const to = range(newStart, newCount);
    return [`@@ -${from} +${to} @@${heading(oldLines, oldStart)}`, ...lines];
  });
  return [
    `diff --git ${quotePath(`a/${path}`)} ${quotePath(`b/${path}`)}`,
    `--- ${headerPath(`a/${path}`)}`,
    `+++ ${headerPath(`b/${path}`)}`,
    ...body,
    '',
  ].join('\n');
}

/** git leaves out a count of one, and names the line before an empty range. */
function range(start: number, lines: number): string {
  if (lines === 1) return String(start);
  return `${lines === 0 ? start - 1 : start},${lines}`;
}

/** The nearest line above the hunk that begins with a letter: in Terraform, the block's head. */
function heading(lines: readonly string[], start: number): string {
  for (let index = start - 2; index >= 0; index -= 1) {
    const line = lines[index]!;
    if (HEADING.test(line)) return ` ${firstBytes(line.trimEnd(), HEADING_BYTES).trimEnd()}`;
  }
  return '';
}

function firstBytes(text: string, bytes: number): string {
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += new TextEncoder().encode(character).length;
    if (used > bytes) break;
    kept += character;
  }
  return kept;
}

/** git puts a tab behind a name with a space, so that other programs find the name's end. */
function headerPath(path: string): string {
  const quoted = quotePath(path);
  return quoted.includes(' ') && !quoted.startsWith('"') ? `${quoted}\t` : quoted;
}

/** A path as git quotes it with `core.quotePath` at its default: C escapes, bytes outside ASCII in octal. */
function quotePath(path: string): string {
  if (/^[\x20-\x7e]*$/.test(path) && !/["\\]/.test(path)) return path;
  const quoted = Array.from(new TextEncoder().encode(path), (byte) => {
    const letter = ESCAPES[byte];
    if (letter !== undefined) return `\\${letter}`;
    return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte);
  });
  return `"${quoted.join('')}"`;
}
