/** The emulator of the package `emulate`: GitHub alone, with one repository of one organisation. */
import { createEmulator } from 'emulate';
import { isJson, parseJson } from '../../../src/demo/json.ts';
import type { Tokens } from './access.ts';
import type { Answer } from './answers.ts';
import { ownerOf, type Repository } from './repositories.ts';

export interface UpstreamOptions {
  /** `owner/name`. */
  readonly repository: string;
  /** The fork of a user who has a token. */
  readonly fork?: Repository;
  /** Further logins that there are. */
  readonly users?: readonly string[];
  readonly defaultBranch: string;
  readonly tokens: Tokens;
  /** Whom the layer before the emulator appears as. */
  readonly layer: { readonly login: string; readonly tokens: readonly string[] };
  /** The address under which the API is seen from outside. */
  readonly url: string;
  /** What web addresses (`html_url`) begin with. */
  readonly webUrl: string;
}

/** The emulator, spoken to under its own address and heard under ours. */
export interface Upstream {
  ask(method: string, path: string, authorization: string | undefined, body: string): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts the emulator on a port of its own. */
export async function startUpstream(options: UpstreamOptions): Promise<Upstream> {
  const [owner = '', name = ''] = options.repository.split('/');
  const { login } = options.layer;
  const logins = [
    login,
    ...Object.values(options.tokens).map((access) => access.login),
    ...(options.users ?? []),
  ];
  const tokens = Object.entries(options.tokens).map(
    ([key, access]) => [key, { login: access.login }] as const,
  );
  const layer = options.layer.tokens.map((token) => [token, { login }] as const);
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { ...Object.fromEntries(layer), ...Object.fromEntries(tokens) },
      github: {
        users: logins.map((one) => ({ login: one })),
        orgs: [{ login: owner, members: logins.map((one) => ({ login: one, role: 'admin' })) }],
        repos: [{ owner, name, default_branch: options.defaultBranch }],
      },
    },
  });
  // It advertises localhost, which may mean ::1; it listens on IPv4.
  const origin = `http://127.0.0.1:${new URL(emulator.url).port}`;
  const ofWeb = [options.repository, ...(options.fork === undefined ? [] : [options.fork.name])];
  const rename = (text: string): string =>
    ofWeb
      .reduce((all, one) => all.replaceAll(`${emulator.url}/${one}`, `${options.webUrl}/${one}`), text)
      .replaceAll(emulator.url, options.url);

  const upstream: Upstream = {
    async ask(method, path, authorization, body) {
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          ...(authorization === undefined ? {} : { Authorization: authorization }),
        },
        ...(body === '' ? {} : { body }),
      });
      const headers: Record<string, string> = {};
      for (const [key, value] of response.headers) {
        if (key.startsWith('x-ratelimit-') || key === 'link') headers[key] = rename(value);
      }
      const text = rename(await response.text());
      return { status: response.status, headers, body: parseJson(text, botsAsGitHubShowsThem) };
    },
    close: () => emulator.close(),
  };
  if (options.fork !== undefined) await makeFork(upstream, options, options.fork.name);
  return upstream;
}

/** @throws Error when its owner has no token: a fork that nobody can push to is of no use */
async function makeFork(upstream: Upstream, options: UpstreamOptions, fork: string): Promise<void> {
  const [token] = Object.entries(options.tokens).find(([, { login }]) => login === ownerOf(fork)) ?? [];
  if (token === undefined) throw new Error(`${ownerOf(fork)} has no token, but a fork.`);
  const body = JSON.stringify({ name: fork.split('/')[1] });
  const made = await upstream.ask('POST', `/repos/${options.repository}/forks`, `Bearer ${token}`, body);
  if (made.status !== 202) throw new Error(`The emulator makes no fork: ${JSON.stringify(made.body)}`);
}

/** A user whose login ends in `[bot]` is a bot, which the emulator cannot be told; its addresses are escaped. */
function botsAsGitHubShowsThem(_key: string, value: unknown): unknown {
  if (!isJson(value) || typeof value['login'] !== 'string' || !value['login'].endsWith('[bot]')) return value;
  const fields = Object.entries(value).map(([name, field]) => {
    const address = typeof field === 'string' && name.endsWith('url');
    return [name, address ? field.replace('[bot]', '%5Bbot%5D') : field] as const;
  });
  return { ...Object.fromEntries(fields), type: 'Bot' };
}
