/**
 * GitHub Markdown from data that may be anything. Three layers read what is written here: the table parser (`|`,
 * newlines), the Markdown parser (emphasis, links, HTML, `$math$`), and GitHub's filters over the finished HTML, which
 * make links of `@name`, `#12`, `GH-12`, addresses and `:emoji:` however they were escaped. The filters pass `code` by;
 * elsewhere a zero-width space (`&#8203;`) is what stops them, as Renovate does it (lib/util/markdown.ts).
 */
import { visible } from './sanitize.ts';

const ZERO_WIDTH = '&#8203;';
/** No backtick, no `|`, no backslash before either, and no space at an edge: nothing that a code span could trip over. */
const SAFE_IN_BACKTICKS = /^(?! )[^`|\\]+(?<! )$/;
const PUNCTUATION: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  '`': '&#96;',
  '\\': '&#92;',
  // GitHub's own way to keep a dollar out of $math$.
  $: '<span>$</span>',
};

/** Plain text, on one line, that reads as it is written: in a paragraph, a list item, a heading or a table cell. */
export function escapeMarkdown(text: string): string {
  return visible(text.replace(/\s+/g, ' '))
    .replace(/[&<>|`\\$]/g, (character) => PUNCTUATION[character]!)
    .replace(/[*~[\]]|(?<![a-z0-9])_|_(?![a-z0-9])/gi, '\\$&')
    .replace(/@/g, `@${ZERO_WIDTH}`)
    .replace(/(?<!&)#(\w?)/g, (_, next: string) => (next === '' ? '\\#' : `#${ZERO_WIDTH}${next}`))
    .replace(/GH-(?=\d)/gi, (prefix) => prefix + ZERO_WIDTH)
    .replace(/:(?=\/\/)|www(?=\.)/gi, (start) => start + ZERO_WIDTH)
    .replace(/:(?=[\w+-]+:)/g, `:${ZERO_WIDTH}`)
    .replace(/^(\s*)([+=-]|#(?=&)|\d+(?=[.)]))/, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark}${ZERO_WIDTH}` : `${space}\\${mark}`,
    );
}

/** A name, path or value as code, the same inside and outside a table; nothing for an empty text. */
export function code(text: string): string {
  const shown = visible(text);
  if (shown === '') return '';
  if (SAFE_IN_BACKTICKS.test(shown)) return `\`${shown}\``;
  return `<code>${entities(shown)}</code>`;
}

/**
 * Every character that is not a letter, a digit or a space as an entity. The parser still makes links of addresses with an
 * `@` there, for to it `<code>` is a tag like any other: the zero-width space stops it.
 */
function entities(text: string): string {
  return visible(text)
    .replace(/[^\p{L}\p{N}\p{M} ]/gu, (character) => `&#${character.codePointAt(0)};`)
    .replaceAll('&#64;', `&#64;${ZERO_WIDTH}`);
}

/** A fenced block whose fence no line of the content can close. */
export function fence(content: string, language: string): string {
  const longest = Math.max(2, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${content.endsWith('\n') || content === '' ? content : `${content}\n`}${marks}`;
}

/** What an address may consist of, once brackets are encoded: nothing that would end the link. */
const ADDRESS = /^https?:\/\/[\w.:/~%#+=-]+$/;

/**
 * A link, where the address is plainly one: it comes from GitHub's answer or from a path, so it is checked.
 *
 * @param text Markdown already, or of our own making
 */
export function link(text: string, url: string): string | null {
  const address = url.replace(/[()|!*']/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return ADDRESS.test(address) ? `[${text}](${address})` : null;
}

/** A table of cells that are Markdown already: made by the functions above. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, index) => (right.includes(index) ? '---:' : '---'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

/** A part that is folded until somebody clicks; `summary` is plain text. */
export function details(summary: string, content: string): string {
  return `<details><summary>${summaryText(summary)}</summary>\n\n${content}\n\n</details>`;
}

/** Plain text inside an HTML element: only what HTML or GitHub's filters would take up is encoded. */
function summaryText(text: string): string {
  return visible(text)
    .replace(/[^\p{L}\p{N}\p{M} .,:;()/-]/gu, (character) => `&#${character.codePointAt(0)};`)
    .replace(/&#(64|35);/g, `&#$1;${ZERO_WIDTH}`)
    .replace(/GH-(?=\d)/gi, (prefix) => prefix + ZERO_WIDTH)
    .replace(/:(?=\/\/)|www(?=\.)/gi, (start) => start + ZERO_WIDTH);
}

/**
 * Text for a title or a commit message, where GitHub links and mentions but renders nothing: one line, a zero-width
 * space behind `@` and `#`, and no brackets, so that no `[skip ci]` comes out of a name.
 */
export function plainText(text: string): string {
  return visible(text.replace(/\s+/g, ' '))
    .trim()
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/@(?=\S)|#(?=\w)|GH-(?=\d)/gi, (start) => `${start}\u200b`);
}
