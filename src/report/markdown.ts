/** Prints a document as GitHub Markdown: totals first, everything that is data escaped, long parts folded. */
import type { RunbookStep } from '../results/runbook.ts';
import {
  type Block,
  type Cell,
  type Column,
  type Document,
  type Inline,
  type LinkedProblem,
  type Part,
  type Step,
  type Table,
  UNKNOWN,
} from './document.ts';
import { code, details, escapeMarkdown, fence, link, markdownTable } from './escape-markdown.ts';
import { count, digits } from './format.ts';

/** What GitHub puts bounds to. */
export interface MarkdownOptions {
  /** Rows of a table or a list; of more, a number is told. Default: all. */
  readonly rows?: number;
  /** A table of a section with more rows than this is folded. Default: none. */
  readonly unfolded?: number;
}

const UNFOLD = 'Show them';

/** The whole document; it ends in a newline. */
export function printMarkdown(document: Document, options: MarkdownOptions = {}): string {
  const { title, totals, blocks, steps } = document;
  const parts = [
    `## ${escapeMarkdown(title)}`,
    totals.map(inlineMarkdown).join(' '),
    ...blocks.map((block) => blockMarkdown(block, options)),
    blockMarkdown({ type: 'steps', steps }, options),
  ];
  return `${joined(parts)}\n`;
}

/** Blocks alone, for a text that has more around them. */
export function blocksMarkdown(blocks: readonly Block[], options: MarkdownOptions = {}): string {
  return joined(blocks.map((block) => blockMarkdown(block, options)));
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function blockMarkdown(block: Block, options: MarkdownOptions): string {
  switch (block.type) {
    case 'section': {
      const content = block.blocks.map((each) =>
        each.type === 'table' && each.rows.length > (options.unfolded ?? Number.POSITIVE_INFINITY)
          ? details(UNFOLD, blockMarkdown(each, options))
          : blockMarkdown(each, options),
      );
      return joined([`### ${inlineMarkdown(block.title)}`, ...content]);
    }
    case 'paragraph':
      if (block.only === 'text') return '';
      return block.tone === 'strong' ? `**${inlineMarkdown(block.text)}**` : inlineMarkdown(block.text);
    case 'warning':
      return `> [!WARNING]\n> ${inlineMarkdown(block.text)}`;
    case 'table':
      return block.only === 'text' ? '' : tableMarkdown(block, options);
    case 'names':
      return block.names.map(code).join(', ');
    case 'details':
      return details(block.summary, blocksMarkdown(block.blocks, options));
    case 'code':
      return block.content === '' ? '' : fence(block.content, block.language);
    case 'problems':
      return problemsMarkdown(block.problems, options);
    case 'checklist':
      return block.steps.map(checkbox).join('\n');
    case 'tree':
      return block.items
        .flatMap(({ text, below }) => [
          `- ${inlineMarkdown(text)}${below.length === 0 ? '' : ':'}`,
          ...below.map((each) => `  - ${inlineMarkdown(each)}`),
        ])
        .join('\n');
    case 'list':
      return joined([
        escapeMarkdown(block.title),
        block.items.map((item, index) => `${index + 1}. ${stepMarkdown(item)}`).join('\n'),
      ]);
    case 'steps':
      return block.steps.map((step) => `- ${stepMarkdown(step)}`).join('\n');
  }
}

function stepMarkdown({ say, command }: Step): string {
  return `${escapeMarkdown(say)}${command === null ? '' : ` ${code(command)}`}`;
}

function tableMarkdown(
  { columns, rows }: Table,
  { rows: most = Number.POSITIVE_INFINITY }: MarkdownOptions,
): string {
  const here = columns.map((column, at) => ({ ...column, at })).filter(({ only }) => only !== 'text');
  const right = here.flatMap(({ align }: Column, index) => (align === 'right' ? [index] : []));
  const cells = rows.slice(0, most).map((row) => here.map(({ at }) => cellMarkdown(row[at]!)));
  const header = here.map(({ title }) => title);
  return joined([markdownTable(header, cells, right), moreMarkdown(rows.length - most)]);
}

function moreMarkdown(left: number): string {
  return left > 0 ? `… and ${digits(left)} more: this text would be too long.` : '';
}

function cellMarkdown(cell: Cell): string {
  if (cell === UNKNOWN) return '';
  if (typeof cell !== 'object' || Array.isArray(cell)) return inlineMarkdown(cell as Inline);
  return 'text' in cell ? inlineMarkdown(cell.text) : '';
}

function problemsMarkdown(
  problems: readonly LinkedProblem[],
  { rows = Number.POSITIVE_INFINITY }: MarkdownOptions,
): string {
  const items = problems.slice(0, rows).map(({ file, line, column, message, url = null }) => {
    const place = url === null ? `${file}:${line}:${column}` : `${file}:${line}`;
    return `- ${inlineMarkdown([{ name: place, url }])}: ${escapeMarkdown(message)}`;
  });
  return joined([
    `### ${count(problems.length, 'problem')}`,
    items.join('\n'),
    moreMarkdown(problems.length - rows),
  ]);
}

function checkbox({ title, commands, expect }: RunbookStep): string {
  const remarks = expect.map(inlineMarkdown);
  return joined([
    `- [ ] ${inlineMarkdown(title)}`,
    commands.length === 0 ? '' : moved(fence(commands.join('\n'), 'sh')),
    moved(remarks.length < 2 ? remarks.join('') : `- ${remarks.join('\n- ')}`),
  ]);
}

function moved(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** Prose escaped, names as code, links where the address is plainly one. */
export function inlineMarkdown(text: Inline): string {
  return typeof text === 'string' ? escapeMarkdown(text) : text.map(partMarkdown).join('');
}

function partMarkdown(part: Part): string {
  if (typeof part === 'string') return escapeMarkdown(part);
  const said = 'name' in part ? code(part.name) : escapeMarkdown(part.text);
  const shown = part.tone === 'strong' && said !== '' ? `**${said}**` : said;
  const linked = part.url == null ? null : link('name' in part ? shown : part.text, part.url);
  // a number of a pull request that cannot be linked is code, so that GitHub makes no link of its own
  return linked ?? ('text' in part && part.url !== undefined ? code(part.text) : shown);
}
