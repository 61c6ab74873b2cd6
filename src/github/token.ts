import { execFile } from 'node:child_process';
import type { Environment } from '../util/result.ts';

/** A GitHub token and where it was found; `value` is a secret. */
export interface Token {
  readonly value: string;
  readonly origin: 'GITHUB_TOKEN' | 'GH_TOKEN' | 'gh';
}

/**
 * Finds the GitHub token: `GITHUB_TOKEN`, `GH_TOKEN`, else `gh auth token`. Null when there is none; a missing
 * or failing `gh` is no error.
 *
 * @param host the GitHub host that `gh` is asked about, default github.com
 */
export async function findToken(env: Environment, host = 'github.com'): Promise<Token | null> {
  for (const origin of ['GITHUB_TOKEN', 'GH_TOKEN'] as const) {
    const value = env[origin]?.trim();
    if (value) return { value, origin };
  }
  const value = await askGh(env, host);
  return value === null ? null : { value, origin: 'gh' };
}

function askGh(env: Environment, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const options = { env: { ...env }, timeout: 10_000, windowsHide: true };
    execFile('gh', ['auth', 'token', '--hostname', host], options, (error, stdout) => {
      const value = stdout?.trim() ?? '';
      resolve(error || !/^\S+$/.test(value) ? null : value);
    });
  });
}
