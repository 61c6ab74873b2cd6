import { spawn } from 'node:child_process';

/** How a process ended. */
export interface Run {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** Over the variables of this process; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Bytes for its standard input; default none. */
  readonly input?: Uint8Array;
}

/**
 * Variables that would lead a process out of the world it is to work in. GIT_DIR is the worst: it is set inside a git
 * hook, and `git add` in our folder would then work on the repository whose hook it is.
 */
const NOT_INHERITED =
  /^(?:GIT_(?!EXEC_PATH$).*|(?:GITHUB|GH|INPUT|ACTIONS|RUNNER|ROTATE_PR)_.*|CI|FORCE_COLOR|NO_COLOR|COLUMNS)$/i;

/** This process's environment without what leads astray. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name)));
}

/** Runs a program to its end without blocking: the servers it talks to may live in this very process. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<Run> {
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    env: { ...cleanEnvironment(), ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => {}); // it may end before it has read all
  child.stdin.end(options.input ?? '');
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    status,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
  };
}

/**
 * Runs git and gives what it prints.
 *
 * @param input bytes for its standard input
 * @throws Error with git's own words when its status is not 0
 */
export async function git(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input: Uint8Array = new Uint8Array(),
): Promise<string> {
  const variables = { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', ...env };
  const { status, stdout, stderr } = await run('git', args, { cwd, env: variables, input });
  if (status !== 0) throw new Error(`git ended with status ${status ?? 'none'}: ${stderr.trim()}`);
  return stdout;
}
