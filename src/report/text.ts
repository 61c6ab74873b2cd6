/** Prints a document for a terminal, or for a pipe, where nothing is cut and no list is shortened. */
import pc from 'picocolors';
import type { RunbookStep } from '../results/runbook.ts';
import type { Block, Document, Inline, LinkedProblem, Step, Tone } from './document.ts';
import { problemLines } from './problem.ts';
import { visible, visibleLine } from './sanitize.ts';
import { hanging, inlineText, moreLines, type Printer, partsOf, shortened } from './text-lines.ts';
import { tableLines } from './text-table.ts';
import { cutMiddle, stringWidth, wrap } from './width.ts';

/** Nothing here is asked of the process: the caller knows its terminal. */
export interface TextOptions {
  /** Columns to wrap at and to lay tables out for; infinite where nobody said how many, as in a pipe. */
  readonly width: number;
  /** ANSI colours or none. */
  readonly color: boolean;
  /** A person sits before it: what does not fit is cut, and long lists are shortened. In a pipe neither is ever done. */
  readonly isTerminal: boolean;
  /** Nothing is shortened on a terminal either. */
  readonly verbose: boolean;
}

/** Columns by which what belongs to a line stands below it. */
const INDENT = 2;
const BELOW = 4;
/** The longest line that is drawn across a terminal. */
const LONGEST_RULE = 100;
/** What stands before an item of a numbered list. */
const INDEX_WIDTH = 3;

/** The blocks, then the totals, then what to do next; it ends in a newline. */
export function printText(document: Document, options: TextOptions): string {
  const printer = printerOf(options);
  const totals = document.totals.flatMap((total) => inlineLines(total, undefined, printer));
  const steps = document.steps.flatMap((step) => stepLines(step, printer));
  const text = spaced([...blockParts(document.blocks, printer), totals, steps]);
  return text.length === 0 ? '' : `${text.join('\n')}\n`;
}

/** The places that keep a command from running. */
export function problemsText(problems: readonly LinkedProblem[], options: TextOptions): string {
  return printText({ title: '', totals: [], blocks: [{ type: 'problems', problems }], steps: [] }, options);
}

function printerOf({ width, color, isTerminal, verbose }: TextOptions): Printer {
  const c = pc.createColors(color);
  const paints: Readonly<Record<Tone, (text: string) => string>> = {
    good: c.green,
    warning: c.yellow,
    bad: c.red,
    never: c.magenta,
    held: c.cyan,
    quiet: c.dim,
    strong: c.bold,
    value: (text) => text,
  };
  return {
    width,
    paint: (tone, text) => (tone === undefined || text === '' ? text : paints[tone](text)),
    mayCut: isTerminal,
    mayShorten: isTerminal && !verbose,
  };
}

/** Parts as lines, an empty line between two; what has no lines leaves no trace. */
function spaced(parts: readonly (readonly string[])[]): readonly string[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? [...part] : ['', ...part]));
}

function blockParts(blocks: readonly Block[], printer: Printer): readonly (readonly string[])[] {
  return blocks.map((block) => blockLines(block, printer));
}

function blockLines(block: Block, printer: Printer): readonly string[] {
  const { paint, width } = printer;
  switch (block.type) {
    case 'section':
      return sectionLines(block, printer);
    case 'paragraph':
      return block.only === 'markdown' ? [] : inlineLines(block.text, block.tone, printer);
    case 'warning':
      return inlineLines(block.text, 'warning', printer);
    case 'table':
      return block.only === 'markdown' ? [] : tableLines(block, printer);
    case 'names':
      return nameLines(block, printer);
    case 'details':
      return [
        ...wrap(visible(block.summary), width).map((line) => paint('warning', line)),
        ...indented(INDENT, printer, (inner) => blockParts(block.blocks, inner).flat()),
      ];
    case 'code':
      return block.language === 'diff'
        ? diffLines(block.content, printer)
        : textLines(block.content).map(visibleLine);
    case 'problems':
      return problemLines(block.problems, {
        width: printer.mayCut ? width : Number.POSITIVE_INFINITY,
        paint,
      });
    case 'checklist':
      return block.steps.flatMap((step, index) =>
        checklistLines(step, block.numbered ? `${index + 1}.` : null, index > 0, printer),
      );
    case 'tree':
      return block.items.flatMap(({ text, below }) => [
        ...wrap(inlineText(text), width),
        ...below.flatMap((each) => hanging(inlineText(each), `${' '.repeat(INDENT)}- `, width)),
      ]);
    case 'list':
      return [
        ...wrap(block.title, width),
        ...block.items.flatMap((item, index) => {
          const [first = '', ...more] = stepLines(item, { ...printer, width: width - INDEX_WIDTH });
          return [
            `${index + 1}. `.padStart(INDEX_WIDTH) + first,
            ...more.map((line) => ' '.repeat(INDEX_WIDTH) + line),
          ];
        }),
      ];
    case 'steps':
      return block.steps.flatMap((step) => stepLines(step, printer));
  }
}

function sectionLines(
  { title, blocks, apart = false }: Extract<Block, { type: 'section' }>,
  printer: Printer,
): readonly string[] {
  const { paint, width } = printer;
  const name = inlineText(title);
  if (apart) {
    const text = printer.mayCut ? cutMiddle(name, Math.max(10, width - 8)) : name;
    const rest = Math.max(2, Math.min(width, LONGEST_RULE) - stringWidth(text) - 4);
    return spaced([[paint('strong', `── ${text} ${'─'.repeat(rest)}`)], ...blockParts(blocks, printer)]);
  }
  const heading = wrap(name, width).map((line) => paint('strong', line));
  return [...heading, ...indented(INDENT, printer, (inner) => blockParts(blocks, inner).flat())];
}

/** Lines of a narrower page, moved to the right. */
function indented(
  by: number,
  printer: Printer,
  lines: (inner: Printer) => readonly string[],
): readonly string[] {
  const space = ' '.repeat(by);
  return lines({ ...printer, width: printer.width - by }).map((line) => (line === '' ? '' : space + line));
}

/** A paragraph; the address of a link stands below it, whole. */
function inlineLines(text: Inline, tone: Tone | undefined, { width, paint }: Printer): readonly string[] {
  const urls = partsOf(text).flatMap((part) => (typeof part === 'string' || !part.url ? [] : [part.url]));
  return [
    ...wrap(inlineText(text), width).map((line) => paint(tone, line)),
    ...urls.map((url) => ' '.repeat(BELOW) + visible(url)),
  ];
}

/** A command is never broken, so that it can be copied. */
function stepLines({ say, command }: Step, { width }: Printer): readonly string[] {
  if (command === null) return wrap(say, width);
  const line = `${say} ${visible(command)}`;
  return stringWidth(line) <= width ? [line] : [...wrap(say, width), `  ${visible(command)}`];
}

/** A box to tick with its commands and remarks. */
function checklistLines(
  { title, commands, expect }: RunbookStep,
  number: string | null,
  apart: boolean,
  printer: Printer,
): readonly string[] {
  return [
    ...(apart ? [''] : []),
    ...hanging(inlineText(title), number === null ? '[ ] ' : `[ ] ${number} `, printer.width),
    ...indented(BELOW, printer, (inner) => [
      ...commands.flatMap((command) =>
        command.split('\n').map((line) => inner.paint('held', visibleLine(line))),
      ),
      ...expect.flatMap((phrase) =>
        wrap(inlineText(phrase), inner.width).map((line) => inner.paint('quiet', line)),
      ),
    ]),
  ];
}

function nameLines(
  { names, limit }: { readonly names: readonly string[]; readonly limit?: number },
  printer: Printer,
): readonly string[] {
  const shown = shortened(names, limit, printer);
  return [
    ...wrap(shown.map(visible).join(', '), printer.width),
    ...moreLines(names.length - shown.length, undefined, printer),
  ];
}

/** A unified diff in git's colours; without colours its bytes are those that `git apply` takes. */
function diffLines(diff: string, { paint }: Printer): readonly string[] {
  let inHunk = false;
  return textLines(diff).map((raw) => {
    const line = visibleLine(raw);
    if (line.startsWith('diff --git ')) inHunk = false;
    if (line.startsWith('@@')) {
      inHunk = true;
      const end = line.indexOf('@@', 2) + 2;
      return paint('held', line.slice(0, end)) + line.slice(end);
    }
    if (!inHunk) return paint('strong', line);
    if (line.startsWith('+')) return paint('good', line);
    return line.startsWith('-') ? paint('bad', line) : line;
  });
}

function textLines(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
