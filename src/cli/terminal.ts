/** Where a run's words go: results to stdout, everything else to stderr. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns to fit text to. */
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
 * The terminal of this process.
 *
 * @param color what `--color` and `--no-color` said; else NO_COLOR and FORCE_COLOR (no-color.org, force-color.org), else
 *   whether the stream is a terminal
 */
export function processTerminal(color: boolean | undefined): Terminal {
  const interactive = isWatched();
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    width: columns(),
    isTerminal: process.stdout.isTTY === true,
    color: color ?? wantsColor(process.stdout),
    interactive,
    errColor: color ?? wantsColor(process.stderr),
    errWidth: () => process.stderr.columns || 80,
    canAsk: interactive && process.stdin.isTTY === true,
  };
}

/** Logs of CI are read afterwards, also where the runner gives it a terminal. */
function isWatched(): boolean {
  const { CI, TERM } = process.env;
  return (
    process.stderr.isTTY === true && TERM !== 'dumb' && (CI === undefined || CI === '' || CI === 'false')
  );
}

function wantsColor(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}

function columns(): number {
  if (process.stdout.columns) return process.stdout.columns;
  const given = Number(process.env.COLUMNS);
  return Number.isInteger(given) && given >= 40 ? given : 80;
}
