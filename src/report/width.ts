/**
 * Columns that a text takes on a terminal. Kept small on purpose: a code point is two columns wide when it lies in one
 * of the blocks below (CJK, Hangul, fullwidth forms, pictographs), none when it combines or is a format character,
 * otherwise one. Emoji joined by U+200D are counted one by one, so such a text is at worst padded too little.
 */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;

/** What stands for the part that was cut; one column wide. */
export const ELLIPSIS = '…';

/** Columns of one code point, given as a string. */
function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad ? 0 : 1;
  if (ZERO.test(character)) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** Columns of a text without escape sequences. */
export function stringWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** `text` in at most `width` columns, with `…` in place of an end that does not fit. */
export function truncate(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return width <= 0 ? '' : take([...text], width - 1).trimEnd() + ELLIPSIS;
}

/** The same with the part cut out of the middle: names of one repository begin alike and end alike, but seldom both. */
export function cutMiddle(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  if (width <= 0) return '';
  const characters = [...text];
  const head = take(characters, Math.ceil((width - 1) / 2));
  const tail = [...take(characters.toReversed(), width - 1 - stringWidth(head))].toReversed().join('');
  return head + ELLIPSIS + tail;
}

/** As many of the characters as fit. */
export function take(characters: readonly string[], width: number): string {
  let used = 0;
  const end = characters.findIndex((character) => {
    used += characterWidth(character);
    return used > width;
  });
  return characters.slice(0, end === -1 ? characters.length : end).join('');
}

/** `text` filled up with spaces to `width` columns, on the right unless `align` says otherwise. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const fill = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + fill : fill + text;
}

/** Lines of at most `width` columns, broken at spaces; a word that is longer stands alone, whole, on its line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
