/** Runs the command line in the test's own process, with an environment, a folder and streams of its own. */
import { realpathSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { type Clock, type Io, processClock } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { cleanEnvironment, type Run, run } from '../../src/demo/run.ts';

/** The built program, for what needs a process of its own: signals, pipes, a terminal, a shell. */
export const CLI = process.env['ROTATE_PR_CLI'] ?? new URL('../../dist/cli.js', import.meta.url).pathname;

export interface Surroundings {
  readonly cwd: string;
  /** Over the variables of this process; undefined takes one away. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Default: that of this machine. */
  readonly clock?: Clock;
}

/** Runs it to its end. With `ROTATE_PR_CLI` that program is run, in a process of its own. */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<Run> {
  if (process.env['ROTATE_PR_CLI'] !== undefined) return run(process.execPath, [CLI, ...args], surroundings);
  const stdout = new Collector();
  const stderr = new Collector();
  const status = await main(args, ioOf(surroundings, stdout, stderr));
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

/** Neither stream is a terminal, and nothing comes in. */
function ioOf({ cwd, env, clock = processClock }: Surroundings, stdout: Writable, stderr: Writable): Io {
  return {
    // as a process sees the folder that it is started in
    cwd: realpathSync(cwd),
    env: { ...cleanEnvironment(), ...env },
    ...clock,
    stdin: Readable.from([]),
    stdout,
    stderr,
    signals: { on() {}, off() {}, raise() {} },
    program: { node: process.execPath, script: CLI },
  };
}

/** A stream that keeps what is written to it. */
class Collector extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}
