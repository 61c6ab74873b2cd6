import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { environmentOfGit } from './environment.ts';

/** Git ended with another status than 0. `stderr` is git's own words; the command line is not repeated in them. */
export class GitError extends Error {
  readonly status: number | null;
  readonly stderr: string;

  constructor(subcommand: string, status: number | null, stderr: string) {
    super(`git ${subcommand} ended with status ${status ?? 'none'}: ${stderr.trim() || 'no message'}`);
    this.name = 'GitError';
    this.status = status;
    this.stderr = stderr;
  }
}

/** Starts git in `cwd` for a conversation over its pipes; it never asks on the terminal. */
export function spawnGit(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  return spawn('git', [...args], {
    cwd,
    env: environmentOfGit(env),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

/**
 * Runs one git command to its end.
 *
 * @param input bytes for its standard input
 * @returns standard output as bytes
 * @throws GitError when the status is not 0
 */
export async function runGit(
  cwd: string,
  args: readonly string[],
  options: { readonly input?: string | Uint8Array; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Buffer> {
  const child = spawnGit(cwd, args, options.env);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => {}); // git may close its input early; its status says why
  child.stdin.end(options.input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (status !== 0) throw new GitError(args[0] ?? '', status, Buffer.concat(err).toString('utf8'));
  return Buffer.concat(out);
}
