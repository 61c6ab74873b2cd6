import type { Progress, Say } from '../commands/options.ts';
import { digits } from '../report/format.ts';
import { visible } from '../report/sanitize.ts';
import { truncate } from '../report/width.ts';

/** Where progress is written, and how. */
export interface ProgressOptions {
  /** Writes to stderr. */
  readonly write: (text: string) => void;
  /** A person watches: one line that is rewritten. Otherwise lines that stay, one for each phase that takes a while. */
  readonly interactive: boolean;
  /** Columns of the terminal, asked anew for each line: it may be resized. */
  readonly width: () => number;
  /** Nothing at all. */
  readonly quiet: boolean;
  /** Also where nobody watches: a line for each phase at once, and for each thing that is done. */
  readonly verbose: boolean;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** Does something after so many milliseconds, unless the run is over; gives what calls it off. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
}

export interface Speaker {
  readonly say: Say;
  /** The run is over or asks something: nothing of its progress is left on the terminal, or said later. */
  readonly end: () => void;
}

/** Carriage return and "erase in line" of ECMA-48. */
const CLEAR_LINE = '\r\u001b[2K';
/** The eye follows no faster. */
const REDRAW_MS = 80;
/** A phase that is over sooner is not worth a line in a log. */
const LOG_AFTER_MS = 1000;
/** A log in which nothing moves for longer looks like a run that hangs. */
const LOG_AGAIN_MS = 60_000;

/** How a run speaks on stderr: lines that stay, and how far it is. */
export function speaker(options: ProgressOptions): Speaker {
  if (options.quiet) return { say: Object.assign(() => {}, { progress: () => {} }), end: () => {} };
  return options.interactive ? onTerminal(options) : inLog(options);
}

function onTerminal({ write, width, clock }: ProgressOptions): Speaker {
  let phase: string | null = null;
  let drawnAt = 0;
  const end = (): void => {
    if (phase !== null) write(CLEAR_LINE);
    phase = null;
  };
  const progress = (told: Progress): void => {
    const now = clock();
    const isLast = told.done === told.total;
    if (told.phase === phase && !isLast && now - drawnAt < REDRAW_MS) return;
    // the last column stays free: a terminal may wrap as soon as it is written
    write(CLEAR_LINE + truncate(inFull(told), Math.max(10, width() - 1)));
    phase = told.phase;
    drawnAt = now;
  };
  const line = (text: string): void => {
    end();
    write(`${text}\n`);
  };
  return { say: Object.assign(line, { progress }), end };
}

function inLog({ write, verbose, clock, after }: ProgressOptions): Speaker {
  let phase: string | null = null;
  let nextAt = 0;
  let callOff = (): void => {};
  const line = (text: string): void => write(`${text}\n`);
  const enter = (told: Progress): void => {
    callOff();
    phase = told.phase;
    nextAt = clock() + LOG_AFTER_MS;
    const begin = (): void => {
      nextAt = clock() + LOG_AGAIN_MS;
      line(inFull(told));
    };
    if (verbose) begin();
    else callOff = after(LOG_AFTER_MS, begin);
  };
  const progress = (told: Progress): void => {
    const isNew = told.phase !== phase;
    if (isNew) enter(told);
    const isWorthALine = verbose && !isNew && (told.note !== undefined || told.done === told.total);
    if (!isWorthALine && clock() < nextAt) return;
    callOff();
    nextAt = clock() + LOG_AGAIN_MS;
    line(inFull(told));
  };
  return { say: Object.assign(line, { progress }), end: () => callOff() };
}

/** `pushing branches: 100 of 1,394`, and what has come of it. */
function inFull({ phase, done, total, note }: Progress): string {
  const numbers = total === 0 ? '' : `: ${digits(done)} of ${digits(total)}`;
  return phase + numbers + (note === undefined ? '' : `, ${visible(note)}`);
}
