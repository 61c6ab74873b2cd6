/** What the parts of the layer share: the repositories, the records, the clock, and the emulator behind them. */

import { isJson, type Json } from '../../../src/demo/json.ts';
import type { Access } from './access.ts';
import type { Answer } from './answers.ts';
import type { PullRequests } from './pull-requests.ts';
import { ownerOf, type Repositories } from './repositories.ts';
import type { GitHubSettings } from './settings.ts';
import type { Times } from './times.ts';

/** A request as far as an answer depends on it. */
export interface Asked {
  readonly method: string;
  /** With its query, as sent. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly text: string;
  readonly body: unknown;
}

/** A request for something in the repository, from somebody who may ask it. */
export interface Admitted {
  readonly asked: Asked;
  readonly caller: Access | 'anonymous';
  /** What follows `/repos/<owner>/<name>`, decoded. */
  readonly rest: string;
  readonly query: string;
  readonly body: Json;
}

export interface Hub {
  readonly repositories: Repositories;
  readonly pulls: PullRequests;
  readonly times: Times;
  readonly settings: GitHubSettings;
  /** Address of the repository in the API. */
  readonly api: string;
  /** Address of the repository on the web. */
  readonly web: string;
  /** Logins that can review and be assigned. */
  readonly collaborators: readonly string[];
  /** Asks the emulator for something below the repository, as the layer itself. */
  ask(method: string, rest: string, body?: unknown): Promise<Answer>;
  /** Lets the emulator answer a request as it came. */
  pass(asked: Asked): Promise<Answer>;
  /** A user as an answer shows one. */
  user(login: string): Promise<Json>;
}

export function loginOf(caller: Access | 'anonymous'): string {
  return caller === 'anonymous' ? '' : caller.login;
}

/** A JSON object that the emulator has below the repository; null where it has none. */
export async function read(hub: Hub, rest: string): Promise<Json | null> {
  const { status, body } = await hub.ask('GET', rest);
  return status === 200 && isJson(body) ? body : null;
}

/** Every entry of a list that the emulator has below the repository. */
export async function readAll(hub: Hub, rest: string): Promise<readonly Json[]> {
  const all: Json[] = [];
  for (let page = 1; ; page++) {
    const { body } = await hub.ask(
      'GET',
      `${rest}${rest.includes('?') ? '&' : '?'}per_page=100&page=${page}`,
    );
    const entries = Array.isArray(body) ? body.filter(isJson) : [];
    all.push(...entries);
    if (entries.length < 100) return all;
  }
}

/** A team of the repository's owner as an answer shows one. */
export function asTeam(hub: Hub, slug: string): Json {
  const id = Object.keys(hub.settings.teams ?? {}).indexOf(slug) + 1;
  const url = `${new URL(hub.api).origin}/organizations/1/team/${id}`;
  return {
    id,
    node_id: Buffer.from(`Team:${id}`).toString('base64'),
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'push',
    url,
    html_url: `${new URL(hub.web).origin}/orgs/${ownerOf(hub.repositories.main.name)}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    parent: null,
  };
}

/** One page of a list, with the `Link` header by which a client goes on. */
export function paged(all: readonly unknown[], address: string, query: string): Answer {
  const { page, size, parameters } = pageOf(query);
  parameters.set('page', String(page + 1));
  const more = page * size < all.length;
  return {
    status: 200,
    body: all.slice((page - 1) * size, page * size),
    headers: more ? { Link: `<${address}?${parameters}>; rel="next"` } : {},
  };
}

function pageOf(query: string): { page: number; size: number; parameters: URLSearchParams } {
  const parameters = new URLSearchParams(query);
  const size = Math.min(Number(parameters.get('per_page') ?? 30), 100);
  return { page: Number(parameters.get('page') ?? 1), size, parameters };
}
