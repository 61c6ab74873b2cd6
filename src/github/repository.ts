import { type Environment, fail, ok, type Result } from '../util/result.ts';
import { trimEndOf, trimOf } from '../util/text.ts';
import { type Proxies, proxiesOf } from './proxy.ts';
import { redact } from './redact.ts';

/** A repository on GitHub and where its API is. URLs without a trailing slash, host names in lower case. */
export interface GitHubRepository {
  readonly owner: string;
  readonly repo: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** By which the API is reached, when there are any. */
  readonly proxies?: Proxies | null;
}

/** What a remote's URL says, without its credentials. */
export interface RemoteAddress {
  /** Host with port, in lower case; null for a local path or `file:`. */
  readonly host: string | null;
  /** `http`, `https`, `ssh`, `git`, `file`… */
  readonly protocol: string;
  /** Without a leading slash and without `.git`. */
  readonly path: string;
  /** The URL as it may be shown. */
  readonly shown: string;
  /** User name and password of the URL, as written and decoded: to be masked wherever they turn up. */
  readonly secrets: readonly string[];
}

/** Reads a remote's URL in any of git's spellings (gitdocs "GIT URLS"): with a scheme, scp-like, or a local path. */
export function readRemoteUrl(url: string): RemoteAddress {
  const withScheme = /^(?<protocol>[a-z][a-z0-9+.-]*):\/\/(?<rest>.*)$/is.exec(url)?.groups;
  if (withScheme) {
    const { protocol = '', rest = '' } = withScheme;
    const slash = rest.indexOf('/');
    const authority = slash === -1 ? rest : rest.slice(0, slash);
    const [path = '', query = ''] = (slash === -1 ? '' : rest.slice(slash + 1)).split(/[?#](.*)/s);
    const at = authority.lastIndexOf('@');
    const host = authority.slice(at + 1).toLowerCase();
    const scheme = protocol.toLowerCase();
    return {
      host: scheme === 'file' ? null : host,
      protocol: scheme,
      path: bare(path),
      shown: `${scheme}://${host}${slash === -1 ? '' : '/'}${path}`,
      secrets: [...(at === -1 ? [] : credentials(authority.slice(0, at))), ...queryValues(query)],
    };
  }
  // scp-like only when the first colon stands before any slash; `C:\…` is a path.
  const scp = /^(?:(?<user>[^@/:]+)@)?(?<host>\[[^\]]+\]|[^/:@\\]{2,}):(?<path>.*)$/s.exec(url)?.groups;
  if (scp) {
    const host = (scp['host'] ?? '').toLowerCase();
    const path = scp['path'] ?? '';
    // the user of an SSH server is `git`; what else stands there may be a token that was put into the wrong place
    const user = scp['user'] ?? 'git';
    const isPlain = user === 'git';
    const shown = isPlain ? url : `${host}:${path}`;
    return { host, protocol: 'ssh', path: bare(path), shown, secrets: isPlain ? [] : credentials(user) };
  }
  return { host: null, protocol: 'file', path: bare(url), shown: url, secrets: [] };
}

/**
 * Which GitHub repository is meant: `GITHUB_REPOSITORY`, else the remote's URL. The server is `GITHUB_SERVER_URL`
 * (default https://github.com), the API `GITHUB_API_URL`, else `https://api.github.com` or `<server>/api/v3`
 * (docs.github.com, "Variables reference" and "REST API endpoints for GitHub Enterprise Server").
 *
 * @param remoteUrl the URL of the remote as git has it, null when there is no remote
 * @returns codes `bad-github-repository`, `other-repository`, `no-remote`, `not-github`
 */
export function resolveRepository(env: Environment, remoteUrl: string | null): Result<GitHubRepository> {
  const github = gitHubOf(env);
  const host = hostOf(github.serverUrl);
  const address = remoteUrl === null ? null : readRemoteUrl(remoteUrl);
  const fromRemote = address && isGitHubHost(address.host, host) ? ownerAndRepo(address.path) : null;

  const named = env['GITHUB_REPOSITORY'];
  if (named) {
    const given = ownerAndRepo(named);
    if (!given)
      return fail(
        'bad-github-repository',
        `GITHUB_REPOSITORY is "${redact(named, [])}": it must read owner/repository.`,
      );
    if (fromRemote && !sameRepository(given, fromRemote)) {
      return fail(
        'other-repository',
        `GITHUB_REPOSITORY names ${given.owner}/${given.repo}, but the remote is ${fromRemote.owner}/${fromRemote.repo}. ` +
          'Unset GITHUB_REPOSITORY or choose another remote with --remote.',
      );
    }
    return ok({ ...given, ...github });
  }
  if (!address) {
    return fail(
      'no-remote',
      'This repository has no remote. Add one (git remote add origin …) or set GITHUB_REPOSITORY=owner/repository.',
    );
  }
  if (!fromRemote) {
    return fail(
      'not-github',
      `The remote ${address.shown} is not a repository on ${host}. Choose another remote with --remote, or set ` +
        'GITHUB_REPOSITORY=owner/repository (and GITHUB_SERVER_URL for a GitHub Enterprise Server).',
    );
  }
  return ok({ ...fromRemote, ...github });
}

/** The environment's GitHub: its addresses without a slash at the end, and without what may be a secret in them. */
export function gitHubOf(env: Environment): Pick<GitHubRepository, 'serverUrl' | 'apiUrl' | 'proxies'> {
  const address = (url: string): string => trimEndOf(readRemoteUrl(url).shown, '/');
  const serverUrl = address(env['GITHUB_SERVER_URL'] || 'https://github.com');
  const isPublic = hostOf(serverUrl) === 'github.com';
  const apiUrl = env['GITHUB_API_URL'] || (isPublic ? 'https://api.github.com' : `${serverUrl}/api/v3`);
  const proxies = proxiesOf(env);
  return { serverUrl, apiUrl: address(apiUrl), ...(proxies === null ? {} : { proxies }) };
}

/**
 * Which GitHub repository a remote is: by its URL, else by the one that git makes of it (`url.*.insteadOf`).
 *
 * @returns codes of `resolveRepository`
 */
export function repositoryOf(
  env: Environment,
  remote: { readonly url: string; readonly reached: string },
): Result<GitHubRepository> {
  const named = resolveRepository(env, remote.url);
  if (named.ok || named.error.code !== 'not-github') return named;
  const rewritten = resolveRepository(env, remote.reached);
  return rewritten.ok ? rewritten : named;
}

/** Whether the remote's own address says which GitHub repository it is, whatever `GITHUB_REPOSITORY` says. */
export function isRepositoryUrl(
  env: Environment,
  remote: { readonly url: string; readonly reached: string },
): boolean {
  return repositoryOf({ ...env, GITHUB_REPOSITORY: undefined }, remote).ok;
}

/** True for the server itself, `www.` of it, and GitHub's SSH-over-443 host (docs.github.com, "Using SSH over the HTTPS port"). */
function isGitHubHost(host: string | null, server: string): boolean {
  if (host === null) return false;
  const name = withoutPort(host);
  return name === withoutPort(server) || name === `www.${server}` || name === `ssh.${server}`;
}

function ownerAndRepo(path: string): { owner: string; repo: string } | null {
  const match = /^\/*(?<owner>[A-Za-z0-9][A-Za-z0-9_-]*)\/(?<repo>[A-Za-z0-9._-]+?)(?:\.git)?\/*$/.exec(path);
  const { owner, repo } = match?.groups ?? {};
  return owner && repo && repo !== '.' && repo !== '..' ? { owner, repo } : null;
}

function sameRepository(a: { owner: string; repo: string }, b: { owner: string; repo: string }): boolean {
  return `${a.owner}/${a.repo}`.toLowerCase() === `${b.owner}/${b.repo}`.toLowerCase();
}

/** The host of a URL with its port; empty when it is no URL. */
export function hostOf(url: string): string {
  return readRemoteUrl(url).host ?? '';
}

/** Whether a host, with or without a port, is this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}

function bare(path: string): string {
  return trimOf(path, '/').replace(/\.git$/, '');
}

function credentials(userInfo: string): string[] {
  const colon = userInfo.indexOf(':');
  const parts = colon === -1 ? [userInfo] : [userInfo, userInfo.slice(colon + 1)];
  return [...new Set(parts.flatMap((part) => [part, decode(part)]))].filter((part) => part.length > 3);
}

function queryValues(query: string): string[] {
  const values = query.split(/[&#]/).map((part) => part.slice(part.indexOf('=') + 1));
  return [...new Set(values.flatMap((value) => [value, decode(value)]))].filter((value) => value.length > 3);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The URL of another repository on the same server, by the same way of access. */
export function siblingUrl(url: string, from: string, to: string): string | null {
  const at = url.toLowerCase().lastIndexOf(from.toLowerCase());
  return at === -1 ? null : `${url.slice(0, at)}${to}${url.slice(at + from.length)}`;
}
