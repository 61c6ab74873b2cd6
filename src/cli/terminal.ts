/** Where a run's words go: results to stdout, everything else to stderr. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns to fit text to. */
  readonly width: number;
  /** Colours wanted on stdout. */
  readonly color: boolean;
  /** A person sits before stderr. */
  readonly interactive: boolean;
}

/**
 * The terminal of this process.
 *
 * @param color what `--color` and `--no-color` said; else NO_COLOR and FORCE_COLOR (no-color.org, force-color.org), else
 *   whether stdout is a terminal
 */
export function processTerminal(color: boolean | undefined): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    width: columns(),
    color: color ?? wantsColor(),
    interactive: process.stderr.isTTY === true,
  };
}

function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return process.stdout.isTTY === true && TERM !== 'dumb';
}

function columns(): number {
  if (process.stdout.columns) return process.stdout.columns;
  const given = Number(process.env.COLUMNS);
  return Number.isInteger(given) && given >= 40 ? given : 80;
}
