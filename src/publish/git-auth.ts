import { devNull } from 'node:os';
import type { GitClient } from '../git/client.ts';
import { basicCredentials } from '../github/redact.ts';
import { hostOf, readRemoteUrl } from '../github/repository.ts';
import type { Environment } from '../util/result.ts';

/** The remote that exists in the environment only: it has a URL and no refspecs, so a push moves no tracking ref. */
export const PUSH_REMOTE = 'rotate-pr-push';

export interface GitEnvironmentOptions {
  readonly git: GitClient;
  readonly env: Environment;
  readonly pushUrl: string;
  /** Where fetches and pushes really go: the URLs after the `url.*.insteadOf` of the configuration. */
  readonly reached: readonly string[];
  readonly token: string | null;
}

/**
 * The variables for every git process that talks to the remote: no housekeeping in the user's clone and none of the
 * user's hooks, the push remote, and the token as a header. `GIT_CONFIG_COUNT` and its pairs (git 2.31) keep it all
 * out of arguments and files; what the environment already holds stays in front.
 */
export async function gitEnvironment(options: GitEnvironmentOptions): Promise<Record<string, string>> {
  const entries: [string, string][] = [
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['core.hooksPath', devNull],
    [`remote.${PUSH_REMOTE}.url`, options.pushUrl],
  ];
  if (options.token !== null) {
    const header = `AUTHORIZATION: basic ${basicCredentials(options.token)}`;
    for (const origin of await originsForToken(options))
      entries.push([`http.${origin}/.extraheader`, header]);
  }
  return configVariables(options.env, entries);
}

/** Configuration entries as variables, numbered on from those that the environment has. */
function configVariables(env: Environment, entries: readonly [string, string][]): Record<string, string> {
  const inherited = Number.parseInt(env['GIT_CONFIG_COUNT'] ?? '0', 10);
  const start = Number.isSafeInteger(inherited) && inherited > 0 ? inherited : 0;
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(start + entries.length) };
  entries.forEach(([key, value], index) => {
    variables[`GIT_CONFIG_KEY_${start + index}`] = key;
    variables[`GIT_CONFIG_VALUE_${start + index}`] = value;
  });
  return variables;
}

async function originsForToken({ git, env, reached }: GitEnvironmentOptions): Promise<Set<string>> {
  const origins = new Set<string>();
  for (const target of new Set(reached)) {
    if (!mayHaveToken(target, env) || hasPassword(target)) continue;
    if (await hasHeader(git, target)) continue;
    const { protocol, host } = readRemoteUrl(target);
    origins.add(`${protocol}://${host}`);
  }
  return origins;
}

/**
 * The token goes to the GitHub server only, and never from an https server's name over plain http. A loopback
 * address gets it when GITHUB_REPOSITORY says that it is a GitHub repository (the demo, tests, a proxy).
 */
export function mayHaveToken(url: string, env: Environment): boolean {
  const { protocol, host } = readRemoteUrl(url);
  if (host === null || (protocol !== 'https' && protocol !== 'http')) return false;
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
  if (host === hostOf(server)) return protocol === 'https' || readRemoteUrl(server).protocol === 'http';
  return Boolean(env['GITHUB_REPOSITORY']) && isLoopback(host);
}

/** Whether a host, with or without a port, is this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);
}

/** A URL that carries its own password is left to it. */
function hasPassword(url: string): boolean {
  return /^https?:\/\/[^/@:]*:[^/@]+@/i.test(url);
}

/**
 * Recent versions of actions/checkout leave a header in a file that the clone's configuration includes; GitHub
 * answers 400 to a second one (https://github.com/actions/checkout/issues/162).
 */
async function hasHeader(git: GitClient, url: string): Promise<boolean> {
  const { shown } = readRemoteUrl(url);
  const { status, stdout } = await git.run(['config', '--get-urlmatch', 'http.extraheader', shown]);
  return status === 0 && /^authorization:/im.test(stdout);
}
