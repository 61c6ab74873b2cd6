/**
 * What the repository contains is data: in a report it may not move the cursor, colour the screen, turn the reading
 * direction or start a line of its own. These functions make such characters visible instead of dropping them.
 */

/** Controls, line separators, format characters (bidi overrides, zero-width ones) and lone surrogates. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]/u;
const HIDDEN_ALL = new RegExp(HIDDEN.source, 'gu');
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `text` on one line, with `\n`, `\x1b` or `\u{202e}` where something invisible stood. */
export function visible(text: string): string {
  return HIDDEN.test(text) ? text.replace(HIDDEN_ALL, spell) : text;
}

/** The same for a line of a file: tabs stay, and so does the `\r` of a line that ends in CRLF. */
export function visibleLine(line: string): string {
  if (!HIDDEN.test(line)) return line;
  const end = line.endsWith('\r') ? '\r' : '';
  return (
    line
      .slice(0, line.length - end.length)
      .split('\t')
      .map(visible)
      .join('\t') + end
  );
}

function spell(character: string): string {
  const named = NAMED[character];
  if (named !== undefined) return named;
  const hex = character.codePointAt(0)!.toString(16);
  return hex.length <= 2 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
}
