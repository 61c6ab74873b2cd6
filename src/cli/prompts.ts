import { Writable } from 'node:stream';
import type { Ask, Choice, Preview } from '../commands/options.ts';
import { digits, isDue, namespaceName } from '../report/format.ts';
import { dueWords } from '../report/kind-words.ts';
import { visible } from '../report/sanitize.ts';
import { cutMiddle, pad, stringWidth, truncate } from '../report/width.ts';
import type { Io, OutputStream } from './io.ts';
import type { Terminal } from './terminal.ts';

/** Rows of namespaces that are shown at once. */
const ROWS = 12;
/** More ticks than this are not made for the person: they would be out of sight. */
const TICKED_UP_TO = ROWS;
/** What stands before a row: a guide and a box. */
const BEFORE_ROW = 8;

const TEXT = {
  pick: (due: number, all: number): string =>
    `Rotate which namespaces? ${digits(due)} of ${digits(all)} are due. Ctrl-A: all that match`,
  search: 'a part of a name, or a kind',
} as const;

export interface AskOptions {
  readonly io: Io;
  readonly terminal: Terminal;
  /** Called before something is asked: the progress line makes way. */
  readonly begin: () => void;
  /** `--yes`: what was picked is written without another question. */
  readonly yes: boolean;
  readonly onPicked: (choices: readonly Choice[]) => void;
}

/** Asks on the terminal, by stderr: stdout is for results. */
export function askPerson({ io, terminal, begin, yes, onPicked }: AskOptions): Ask {
  return {
    async namespaces(choices) {
      begin();
      const picked = await pick(choices, terminal, io);
      if (picked !== null) onPicked(picked);
      return picked;
    },
    async confirm(preview, question) {
      if (yes) return true;
      begin();
      return confirm(preview, question, terminal, io);
    },
  };
}

async function pick(
  choices: readonly Choice[],
  terminal: Terminal,
  io: Io,
): Promise<readonly Choice[] | null> {
  const sorted = dueFirst(choices);
  const due = sorted.filter(hasDue).length;
  const rows = rowsOf(sorted, terminal.errWidth() - BEFORE_ROW);
  const options = rows.map((label, value) => ({ value, label }));
  const answer = await prompting(terminal, io, ({ autocompleteMultiselect }, streams) => {
    let listens = false;
    return autocompleteMultiselect<number>({
      ...streams,
      message: TEXT.pick(due, sorted.length),
      placeholder: TEXT.search,
      maxItems: ROWS,
      // the cursor stands on the last of them, which is to be the first row
      initialValues:
        due <= TICKED_UP_TO
          ? options
              .slice(0, due)
              .map(({ value }) => value)
              .toReversed()
          : [],
      required: true,
      filter: (search, { value }) => matches(search, rows[value]!),
      options() {
        if (!listens) {
          listens = true;
          this.on('key', (_, key) => {
            if (key.ctrl === true && key.name === 'a') tickMatching(this);
          });
        }
        return options;
      },
    });
  });
  return answer === null ? null : answer.toSorted((a, b) => a - b).map((index) => sorted[index]!);
}

/** Ticks all rows that the search left; clears them when all are ticked. */
function tickMatching(prompt: {
  selectedValues: (number | undefined)[];
  readonly filteredOptions: readonly { readonly value: number }[];
}): void {
  const matching = prompt.filteredOptions.map(({ value }) => value);
  const ticked = new Set(prompt.selectedValues);
  const all = matching.every((value) => ticked.has(value));
  for (const value of matching) {
    if (all) ticked.delete(value);
    else ticked.add(value);
  }
  prompt.selectedValues = [...ticked];
}

async function confirm(
  preview: Preview,
  question: string,
  terminal: Terminal,
  io: Io,
): Promise<boolean | null> {
  const { previewDocument } = await import('../report/changes.ts');
  const { printText } = await import('../report/text.ts');
  const look = {
    width: terminal.errWidth(),
    color: terminal.errColor,
    isTerminal: terminal.interactive,
    verbose: false,
  };
  terminal.err(`\n${printText(previewDocument(preview), look)}\n`);
  return prompting(terminal, io, (clack, streams) =>
    clack.confirm({ ...streams, message: question, initialValue: false }),
  );
}

type Clack = typeof import('@clack/prompts');
type Streams = Pick<Parameters<Clack['confirm']>[0], 'input' | 'output' | 'signal'>;

/** Signals that would otherwise end the process with the cursor hidden. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Shows a prompt, and leaves the terminal as it was however that ends: with an answer, Ctrl-C, Ctrl-D or a signal.
 *
 * @returns null when the person stops the run
 */
async function prompting<T>(
  terminal: Terminal,
  { stdin, stderr, signals }: Io,
  ask: (clack: Clack, streams: Streams) => Promise<T | Clack['CANCEL_SYMBOL']>,
): Promise<T | null> {
  const clack = await import('@clack/prompts');
  const stop = new AbortController();
  let signal: NodeJS.Signals | null = null;
  const abort = (): void => stop.abort();
  const onSignal = (received: NodeJS.Signals): void => {
    signal = received;
    abort();
  };
  // readline would take Ctrl-D for the end of all input, and never answer
  const onKey = (_: unknown, key?: { readonly ctrl?: boolean; readonly name?: string }): void => {
    if (key?.ctrl === true && key.name === 'd') abort();
  };
  for (const each of ENDINGS) signals.on(each, onSignal);
  stdin.on('keypress', onKey).on('end', abort);
  try {
    const answer = await ask(clack, {
      input: stdin,
      output: outputOf(terminal, stderr),
      signal: stop.signal,
    });
    return clack.isCancel(answer) ? null : answer;
  } finally {
    stdin.off('keypress', onKey).off('end', abort);
    for (const each of ENDINGS) signals.off(each, onSignal);
    if (signal !== null && signal !== 'SIGINT') signals.raise(signal);
  }
}

/** Stderr; without colours where none are wanted, which the prompts themselves do not ask in every version of Node. */
function outputOf({ errColor }: Terminal, stderr: OutputStream): Writable {
  if (errColor) return stderr;
  const plain = new Writable({
    write(chunk: Buffer, _, done) {
      stderr.write(withoutColors(chunk.toString('utf8')));
      done();
    },
  });
  return Object.defineProperties(plain, {
    isTTY: { value: true },
    columns: { get: () => stderr.columns },
    rows: { get: () => stderr.rows },
  });
}

/** "Select graphic rendition" of ECMA-48; the codes that move the cursor stay. */
function withoutColors(text: string): string {
  return text.replace(/\u001b\[[\d;]*m/g, '');
}

function hasDue({ credentials }: Choice): boolean {
  return credentials.some(isDue);
}

/** The namespaces with something due, then the others, each by name. */
function dueFirst(choices: readonly Choice[]): readonly Choice[] {
  const byName = choices.toSorted((a, b) => (namespaceName(a) < namespaceName(b) ? -1 : 1));
  return [...byName.filter(hasDue), ...byName.filter((choice) => !hasDue(choice))];
}

/** `name   what is due`, each on one line of the terminal. */
function rowsOf(choices: readonly Choice[], room: number): readonly string[] {
  const names = choices.map((choice) => visible(namespaceName(choice)));
  const widest = names.reduce((most, name) => Math.max(most, stringWidth(name)), 0);
  const width = Math.min(widest, Math.max(20, Math.floor(room * 0.6)));
  return choices.map(({ credentials }, index) => {
    const name = pad(cutMiddle(names[index]!, width), width);
    return truncate(`${name}  ${visible(dueWords(credentials))}`, Math.max(20, room));
  });
}

/** Every word of the search stands somewhere in the row. */
function matches(search: string, row: string): boolean {
  const text = row.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
