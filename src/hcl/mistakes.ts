/**
 * What a person most likely did where a text stops being HCL. The scanner says what it could not read; these rules look at
 * the line around it for the mistakes that people, editors and merges really make.
 */
import { HASH, identifierEnd, SLASH, SPACE, TAB } from './cursor.ts';
import { lineStartOf } from './lines.ts';
import type { Body, HclError } from './syntax.ts';

/** A line that reads otherwise than this is not looked at: a rule about it would be a guess. */
const LONGEST_LINE = 1_000;

interface Line {
  readonly text: string;
  /** Where the line begins, and where it ends without its line ending. */
  readonly start: number;
  readonly end: number;
  readonly error: HclError;
}

type Rule = (line: Line) => Partial<HclError> | null;

/** The error with the likely mistake in its place, or as it was. */
export function explainMistake(text: string, error: HclError): HclError {
  const start = lineStartOf(text, error.offset);
  const newline = text.indexOf('\n', error.offset);
  const lineEnd = newline === -1 ? text.length : newline;
  const end = text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  if (end - start > LONGEST_LINE) return error;
  for (const rule of RULES) {
    const found = rule({ text, start, end, error });
    if (found !== null) return { ...error, ...found };
  }
  return error;
}

const RULES: readonly Rule[] = [
  conflictMarker,
  invisibleCharacter,
  heredocMarker,
  strayQuote,
  missingComma,
  dottedName,
  fence,
  missingHeaderPart,
  missingEquals,
  prose,
];

function conflictMarker({ text, start, end }: Line): Partial<HclError> | null {
  if (!/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(text.slice(start, end))) return null;
  return {
    offset: start,
    message: 'this line is the mark of a merge conflict',
    help: 'resolve the conflict and remove the lines <<<<<<<, ======= and >>>>>>>',
  };
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u;
const NAMES: Readonly<Record<string, string>> = {
  '\u0000': 'a zero byte',
  '\u0085': 'a next-line mark',
  '\u00a0': 'a no-break space',
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u2028': 'a line separator',
  '\u202f': 'a narrow no-break space',
  '\u2060': 'a word joiner',
  '\u3000': 'an ideographic space',
  '\ufeff': 'a byte order mark',
};

function invisibleCharacter(line: Line): Partial<HclError> | null {
  const offset = unreadAt(line);
  const character = String.fromCodePoint(line.text.codePointAt(offset) ?? SPACE);
  if (offset >= line.end || ' \t\r'.includes(character) || !INVISIBLE.test(character)) return null;
  const point = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = NAMES[character];
  return {
    code: 'invalid-character',
    offset,
    message: `an invisible character stands here: ${name === undefined ? point : `${name} (${point})`}`,
    help: /\p{Zs}/u.test(character) ? 'write a plain blank instead' : 'remove it',
  };
}

/** Where the scanner stopped reading: behind the name and the blanks where it says that a name is not followed up. */
function unreadAt({ text, error: { code, offset } }: Line): number {
  if (code !== 'invalid-argument' && code !== 'invalid-block') return offset;
  let at = identifierEnd(text, offset);
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at += 1;
  return at;
}

function heredocMarker({ text, end, error }: Line): Partial<HclError> | null {
  const at = error.offset;
  if (!text.startsWith('<<', at)) return null;
  const found = /^<<(-?)([ \t]*)(['"]?)(\w*)/.exec(text.slice(at, end));
  const [whole = '', dash = '', blank = '', mark = '', marker = ''] = found ?? [];
  const behind = text.slice(at + whole.length, end);
  if (marker === '') return null;
  const help = `write <<${dash}${marker} and end the line there`;
  const place = { code: 'missing-value', help } as const;
  if (mark !== '')
    return { ...place, message: `the marker of a heredoc has no quotes in HCL: ${mark}${marker}${mark}` };
  if (blank !== '') return { ...place, message: `a blank stands before the heredoc's marker ${marker}` };
  if (error.code === 'unterminated-heredoc') return heredocEnd(text, end, marker);
  if (behind === '') return null;
  const what = behind.trim() === '' ? 'a blank' : 'something';
  return { ...place, message: `${what} stands behind the heredoc's marker ${marker}` };
}

/** A line that was meant for the end of a heredoc, with something behind the marker. */
function heredocEnd(text: string, from: number, marker: string): Partial<HclError> | null {
  let line = 0;
  for (let at = from; at !== -1 && line < LONGEST_LINE; at = text.indexOf('\n', at + 1)) {
    line += 1;
    const words = text
      .slice(at + 1, at + 1 + LONGEST_LINE)
      .split('\n', 1)[0]!
      .trim();
    if (words !== marker && words.startsWith(marker) && !/^[\w-]/.test(words.slice(marker.length))) {
      return {
        help: `write ${marker} on a line of its own: ${JSON.stringify(words.slice(0, 80))} does not end it`,
      };
    }
  }
  return null;
}

/** What ends a value, as far as a line shows it. */
const ENDS_VALUE = /^[ \t]*(?:$|[,)\]}#]|\/\/)/;

function strayQuote({ text, start, end, error }: Line): Partial<HclError> | null {
  const { code, offset } = error;
  if (code === 'missing-newline' || code === 'missing-operator') {
    if (text.slice(offset - 2, offset) === '""' && /^[^"\n]*"/.test(text.slice(offset, end))) {
      return { offset: offset - 2, message: 'the string begins with two "', help: 'remove one of them' };
    }
    if (text[offset] !== '"' || !ENDS_VALUE.test(text.slice(offset + 1, end))) return null;
    const before = text[offset - 1] ?? '';
    if (before === '"') return { message: 'a second " stands behind the string', help: 'remove it' };
    if (/[ \t]/.test(before)) return null;
    return {
      message: 'a " stands behind the value, and none before it',
      help: 'put the whole value in quotes, or remove this one',
    };
  }
  if (code === 'unterminated-string' && text.slice(offset - 1, offset) === '"' && offset - 1 > start) {
    if (ENDS_VALUE.test(text.slice(offset + 1, end))) {
      return { message: 'a second " stands behind the string', help: 'remove it' };
    }
  }
  return null;
}

/** A value that begins a line inside brackets, behind another. */
function missingComma({ text, start, end, error }: Line): Partial<HclError> | null {
  if (error.code !== 'missing-operator' || text.slice(start, error.offset).trim() !== '') return null;
  // a block inside brackets: most likely they should have been closed before it
  if (text.slice(error.offset, end).trimEnd().endsWith('{')) return null;
  return { message: 'a comma is missing before this value', help: 'put it at the end of the line before' };
}

function dottedName({ text, end, error }: Line): Partial<HclError> | null {
  if (error.code !== 'invalid-argument') return null;
  const behind = text.slice(identifierEnd(text, error.offset), end);
  if (!/^\.[\w-]*[ \t]*=/.test(behind)) return null;
  return { message: "an argument's name holds no dot", help: 'remove the dot' };
}

function fence({ text, start, end, error }: Line): Partial<HclError> | null {
  const line = text.slice(start, end).trim();
  if (error.offset !== start + text.slice(start, end).indexOf(line)) return null;
  if (line.startsWith('```') || line.startsWith('~~~')) {
    return { message: 'a Markdown code fence is no HCL', help: 'remove the line' };
  }
  if (/^[-*] /.test(line)) {
    return { message: 'this reads like a list of Markdown or YAML', help: 'put # before it, or remove it' };
  }
  if (/^[+-]/.test(line)) {
    return { message: `this reads like a line of a diff: ${line[0]} begins it`, help: 'remove the mark' };
  }
  return null;
}

/** Blocks of Terraform with labels, by how many; a nested block's name says nothing. */
const LABELS: Readonly<Record<string, number>> = {
  module: 1,
  resource: 2,
  data: 2,
  variable: 1,
  output: 1,
  provider: 1,
};

/** `module "…" {` */
function headerOf(keyword: string): string {
  return [keyword, ...Array.from({ length: LABELS[keyword] ?? 0 }, () => '"…"'), '{'].join(' ');
}

/**
 * The first block of a file that has more or fewer labels than Terraform wants of its keyword: HCL takes it, and Terraform
 * then refuses the whole folder. HashiCorp's JSON puts all modules under one name, and so blames a neighbour for it.
 */
export function findWrongLabels(body: Body): Pick<HclError, 'offset' | 'message' | 'help'> | null {
  for (const item of body) {
    if (item.type !== 'block' || !Object.hasOwn(LABELS, item.keyword)) continue;
    const wanted = LABELS[item.keyword]!;
    const given = item.labels.length;
    if (given === wanted) continue;
    const has = given === 0 ? 'no label' : given === 1 ? 'one label' : `${given} labels`;
    const wants = wanted === 1 ? 'wants one' : `wants ${wanted}`;
    return {
      offset: item.start,
      message: `this ${item.keyword} block has ${has}, and Terraform ${wants}`,
      help: `write ${headerOf(item.keyword)}`,
    };
  }
  return null;
}

function missingHeaderPart({ text, start, end, error }: Line): Partial<HclError> | null {
  if (error.code !== 'invalid-block') return null;
  const line = text
    .slice(error.offset, end)
    .replace(/\{[ \t]*$/, '')
    .trim();
  const keyword = line.slice(0, identifierEnd(line, 0));
  const isKnown = Object.hasOwn(LABELS, keyword);
  if (!isKnown || lineStartOf(text, error.offset) !== start) return null;
  const example = headerOf(keyword);
  if (line.split('"').length % 2 === 0) {
    return { message: `a quote is missing in the header of this ${keyword} block`, help: `write ${example}` };
  }
  if (/^\s*\{/.test(text.slice(end, end + LONGEST_LINE))) {
    return {
      message: `the { of this ${keyword} block stands on a line of its own`,
      help: 'write it at the end of the line before',
    };
  }
  return { message: `the { of this ${keyword} block is missing`, help: `write ${example}` };
}

const VALUE =
  /^(?:"[^"]*"|-?\d[\w.]*|true|false|null|(?:var|local|module|data|each|count)\.[\w.[\]"*-]+|[[{(].*)$/;

function missingEquals({ text, end, error }: Line): Partial<HclError> | null {
  if (error.code !== 'invalid-block' && error.code !== 'invalid-argument') return null;
  const nameEnd = identifierEnd(text, error.offset);
  const name = text.slice(error.offset, nameEnd);
  const behind = text.slice(nameEnd, end).trim();
  if (name === '') return null;
  const help = `write ${name} = and the value`;
  if (behind.startsWith('==')) return { message: `${name} is followed by ==, which compares`, help };
  if (behind.startsWith(':')) {
    const value = withoutComment(behind.slice(1).trim());
    if (value !== '' && !VALUE.test(value)) return null;
    return { message: `${name} is followed by : where HCL has =`, help };
  }
  if (/^[ \t]/.test(text.slice(nameEnd, end)) && VALUE.test(withoutComment(behind))) {
    return { message: `the = behind ${name} is missing`, help };
  }
  return null;
}

/** A value up to a comment that stands outside its quotes. */
function withoutComment(value: string): string {
  let isQuoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (value[at] === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (code === HASH || (code === SLASH && value.charCodeAt(at + 1) === SLASH)) {
      return value.slice(0, at).trim();
    }
  }
  return value;
}

/** Words without anything of HCL among them. */
function prose({ text, start, end, error }: Line): Partial<HclError> | null {
  if (error.code !== 'invalid-block' && error.code !== 'invalid-argument') return null;
  const line = text.slice(start, end).trim();
  const words = line.split(/[ \t]+/);
  if (/[={}[\]"]/.test(line) || !/^\p{L}/u.test(line)) return null;
  const isUpper = /^\p{Lu}/u.test(line);
  if (words.length < (isUpper ? 2 : 3)) return null;
  return { message: 'this reads like prose, not like HCL', help: 'put # before it, or remove it' };
}
