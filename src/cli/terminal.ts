import type { Environment } from '../util/result.ts';
import type { Io, OutputStream } from './io.ts';

/** Where a run's words go: results to stdout, everything else to stderr. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns to fit text to; infinite where nobody said how many. */
  readonly width: number;
  /** Stdout is a terminal, not a file or a pipe. */
  readonly isTerminal: boolean;
  /** Colours wanted on stdout. */
  readonly color: boolean;
  /** A person sits before stderr: its lines may be rewritten. */
  readonly interactive: boolean;
  /** Colours wanted on stderr. */
  readonly errColor: boolean;
  /** Columns of stderr, as they are now. */
  readonly errWidth: () => number;
  /** And the person can answer: stdin is a terminal too. */
  readonly canAsk: boolean;
}

/**
 * The terminal of a run.
 *
 * @param color what `--color` and `--no-color` said; else NO_COLOR and FORCE_COLOR (no-color.org, force-color.org), else
 *   whether the stream is a terminal
 */
export function terminalOf(io: Io, color: boolean | undefined): Terminal {
  const { env, stdout, stderr } = io;
  const interactive = isWatched(env, stderr);
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    width: columns(env, stdout),
    isTerminal: stdout.isTTY === true,
    color: color ?? wantsColor(env, stdout),
    interactive,
    errColor: color ?? wantsColor(env, stderr),
    errWidth: () => stderr.columns || Number.POSITIVE_INFINITY,
    canAsk: interactive && io.stdin.isTTY === true,
  };
}

/** Logs of CI are read afterwards, also where the runner gives it a terminal. */
function isWatched({ CI, TERM }: Environment, stderr: OutputStream): boolean {
  return stderr.isTTY === true && TERM !== 'dumb' && (CI === undefined || CI === '' || CI === 'false');
}

function wantsColor({ NO_COLOR, FORCE_COLOR, TERM }: Environment, stream: OutputStream): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}

/** Of a pipe, COLUMNS says where to break lines; nothing is cut there all the same. */
function columns({ COLUMNS }: Environment, stdout: OutputStream): number {
  if (stdout.columns) return stdout.columns;
  const given = Number(COLUMNS);
  return Number.isInteger(given) && given >= 40 ? given : Number.POSITIVE_INFINITY;
}
