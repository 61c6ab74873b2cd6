import type { Readable, Writable } from 'node:stream';
import type { Environment } from '../util/result.ts';

/** What a run of the command line has of its process, and all that it reads or writes of it. */
export interface Io extends Clock {
  /** Where relative paths begin. */
  readonly cwd: string;
  readonly env: Environment;
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly signals: Signals;
  /** What the program is started with: `demo` starts it again. */
  readonly program: { readonly node: string; readonly script: string };
}

export interface Clock {
  readonly now: () => Date;
  /** Milliseconds of a clock that never goes back. */
  readonly monotonic: () => number;
  /** Does something after so many milliseconds, unless the run is over; gives what calls it off. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
}

export type InputStream = Readable & { readonly isTTY?: boolean };

/** A stream, with what one of a terminal says of itself. */
export type OutputStream = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

export interface Signals {
  readonly on: (signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void) => void;
  readonly off: (signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void) => void;
  /** Ends the process the way the signal does where nobody listens. */
  readonly raise: (signal: NodeJS.Signals) => void;
}

/** The clock of this machine. */
export const processClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

/** This very process. */
export function processIo(): Io {
  keepOnWithoutReader();
  return {
    cwd: process.cwd(),
    env: process.env,
    ...processClock,
    // made when asked for: to open it keeps a pipe busy
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    signals: {
      on: (signal, listener) => void process.on(signal, listener),
      off: (signal, listener) => void process.off(signal, listener),
      raise: (signal) => void process.kill(process.pid, signal),
    },
    program: { node: process.execPath, script: process.argv[1] ?? '' },
  };
}

/**
 * A reader that goes away (`| head`) is no reason to stop: a run that is half done would stay so. What a run found
 * stays its exit code.
 */
function keepOnWithoutReader(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`rotate-pr: the result cannot be written (${error.code ?? error.message})\n`);
    process.exit(2);
  });
}
