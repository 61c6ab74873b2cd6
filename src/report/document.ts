/**
 * A report as a value: a command's result becomes one document, which text.ts prints for a terminal and markdown.ts for
 * GitHub. Whatever is said is said here once; how it looks, and what of it is escaped, cut or folded, is the printers'.
 */
import type { Problem, State } from '../results/results.ts';
import type { RunbookStep } from '../results/runbook.ts';

/** What a colour means, the same wherever it is shown. */
export type Tone = 'good' | 'warning' | 'bad' | 'never' | 'held' | 'quiet' | 'strong' | 'value';

/** The colour of a state. */
export const STATE_TONES: Readonly<Record<State, Tone>> = {
  blocked: 'bad',
  never: 'never',
  due: 'warning',
  held: 'held',
  exempt: 'quiet',
  ok: 'good',
};

/**
 * A part of a sentence. A plain string is prose; a `name` is a name, path or value that others chose and is shown as
 * code; a `command` is to be copied, so it is never broken. `url` makes a link of a part, where it is plainly an address.
 */
export type Part = string | ({ readonly name: string } & Look) | ({ readonly text: string } & Look);

interface Look {
  readonly url?: string | null;
  readonly tone?: Tone;
  /** Somebody is to look there: a terminal without room for the address in a row shows it below. */
  readonly follow?: boolean;
}

export type Inline = string | readonly Part[];

/** What is not known: a dash on a terminal, an empty cell on GitHub. */
export const UNKNOWN = '-';

/** A length in a chart: of each part of the bar its value, the part's tone, and a character that tells it without colour. */
export interface Bar {
  readonly bar: readonly { readonly value: number; readonly tone: Tone; readonly fill: string }[];
  /** Of the longest bar of the column. */
  readonly most: number;
}

/** `short` is said on a terminal where `text` does not fit. */
export interface ShortCell {
  readonly text: Inline;
  readonly short: Inline;
}

export type Cell = Inline | ShortCell | Bar;

/** Where a part is printed; everywhere without it. */
export type Only = 'text' | 'markdown';

export interface Column {
  readonly title: string;
  readonly align?: 'right';
  /** On a terminal the column may be cut down to this width; without it, it is never cut. */
  readonly min?: number;
  /**
   * `group`: on a terminal it stands once, as a heading above its rows. `note`: on a terminal it stands behind the row
   * where it fits whole, else below it. `spare`: a terminal that is too narrow goes without it.
   */
  readonly as?: 'group' | 'note' | 'spare';
  readonly only?: Only;
}

export interface Table {
  readonly type: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** A terminal shows the columns' titles too. */
  readonly titled?: boolean;
  /** A terminal lists so many rows, or groups of rows, unless everything is asked for. */
  readonly limit?: number;
  /** What `limit` counts, singular: `namespace`. */
  readonly noun?: string;
  readonly only?: Only;
}

/** Something to do next, and the command that does it; null where the sentence says it all. */
export interface Step {
  readonly say: string;
  readonly command: string | null;
}

export type Block =
  /** Blocks below a heading; `apart` has an empty line between two of them on a terminal too, and a line across it. */
  | {
      readonly type: 'section';
      readonly title: Inline;
      readonly blocks: readonly Block[];
      readonly apart?: boolean;
    }
  | { readonly type: 'paragraph'; readonly text: Inline; readonly tone?: Tone; readonly only?: Only }
  /** What GitHub shows as a warning. */
  | { readonly type: 'warning'; readonly text: Inline }
  | Table
  /** Names side by side. */
  | { readonly type: 'names'; readonly names: readonly string[]; readonly limit?: number }
  /** Folded on GitHub until somebody clicks. */
  | { readonly type: 'details'; readonly summary: string; readonly blocks: readonly Block[] }
  /** Text as it is; the colours of a `diff` are git's. */
  | { readonly type: 'code'; readonly language: string; readonly content: string }
  | { readonly type: 'problems'; readonly problems: readonly LinkedProblem[] }
  /** Steps to tick off. */
  | { readonly type: 'checklist'; readonly steps: readonly RunbookStep[]; readonly numbered: boolean }
  /** A list with a list below each of its items. */
  | {
      readonly type: 'tree';
      readonly items: readonly { readonly text: Inline; readonly below: readonly Inline[] }[];
    }
  /** Numbered, in the order to do them. */
  | { readonly type: 'list'; readonly title: string; readonly items: readonly Step[] }
  | { readonly type: 'steps'; readonly steps: readonly Step[] };

/** `url`: of the line, where that is known. */
export interface LinkedProblem extends Problem {
  readonly url?: string | null;
}

export interface Document {
  /** GitHub shows it; on a terminal the command line stands in its place. */
  readonly title: string;
  /** What it comes to: first on GitHub, last on a terminal, next to the prompt. */
  readonly totals: readonly Inline[];
  readonly blocks: readonly Block[];
  /** What to do next. */
  readonly steps: readonly Step[];
}

/** A section, if there is anything in it. */
export function section(title: Inline, ...blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ type: 'section', title, blocks }];
}

/** A table, if it has rows. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  more: Omit<Table, 'type' | 'columns' | 'rows'> = {},
): readonly Block[] {
  return rows.length === 0 ? [] : [{ type: 'table', columns, rows, ...more }];
}

export function paragraph(text: Inline, tone?: Tone): Block {
  return tone === undefined ? { type: 'paragraph', text } : { type: 'paragraph', text, tone };
}

export function toned(text: string, tone: Tone): Inline {
  return [{ text, tone }];
}

export function problems(all: readonly LinkedProblem[]): readonly Block[] {
  return all.length === 0 ? [] : [{ type: 'problems', problems: all }];
}
