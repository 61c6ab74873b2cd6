/** How git gets the program's token: for the commands that talk to GitHub, from a helper that answers for GitHub alone. */
import { type Clone, tryGit } from '../git/process.ts';
import { hostOf, isLoopback, readRemoteUrl } from '../github/repository.ts';
import type { Environment } from '../util/result.ts';

/** Holds the token for `HELPER`, in the processes that talk to GitHub and nowhere else. */
const VARIABLE = 'ROTATE_PR_GIT_TOKEN';

/** A credential helper (gitcredentials(7)); git's own shell runs it, on Windows too. */
const HELPER = `!f() { if test "$1" = get; then printf 'username=x-access-token\\npassword=%s\\n' "$${VARIABLE}"; fi; }; f`;

/**
 * The clone for commands that talk to the remote at `target`. Git asks a helper for the token, by the protocol and host
 * that it is about to talk to: a redirect to another host gets none, one on the same host is followed. Every helper and
 * password prompt of the user's is switched off beside it, so that no program of theirs is started with the token.
 *
 * @param target where the commands really go, after the `url.*.insteadOf` of the configuration
 * @param token null when there is none: git then uses the credentials it has
 */
export async function withToken(clone: Clone, target: string, token: string | null): Promise<Clone> {
  const online: Clone = { ...clone, online: true };
  if (token === null || !mayHaveToken(target, clone.env) || hasPassword(target)) return online;
  const { protocol, host, shown } = readRemoteUrl(target);
  const entries: [string, string][] = [
    // an empty value ends the list of helpers that is there
    ['credential.helper', ''],
    [`credential.${protocol}://${host}.helper`, HELPER],
    // git 2.46; older ones send it when GitHub asks for it
    ['http.proactiveAuth', 'basic'],
  ];
  // one that actions/checkout left would go in place of the token, and GitHub answers 400 to both
  if (await hasAuthorization(clone, shown)) entries.push([`http.${shown}.extraheader`, '']);
  return {
    ...online,
    config: [...(clone.config ?? []), ...entries],
    variables: { [VARIABLE]: token, GIT_ASKPASS: '' },
  };
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

/** A URL that carries its own password is left to it. */
function hasPassword(url: string): boolean {
  return /^https?:\/\/[^/@:]*:[^/@]+@/i.test(url);
}

/** Whether the configuration has a header for this URL, as actions/checkout leaves it there or in an included file. */
async function hasAuthorization(clone: Clone, url: string): Promise<boolean> {
  const { status, stdout } = await tryGit(clone, ['config', '--get-urlmatch', 'http.extraheader', url]);
  return status === 0 && /^authorization:/im.test(stdout);
}
