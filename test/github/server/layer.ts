/** What stands between a request and the emulator: rights, git's own facts, and GitHub's refusals. */

import { isJson, type Json } from '../../../src/demo/json.ts';
import { callerOf, mayWrite, type Tokens } from './access.ts';
import {
  type Answer,
  AUTHENTICATION_REQUIRED,
  BAD_CREDENTIALS,
  NO_RIGHT_TO_WRITE,
  NOT_EMULATED,
  refusal,
} from './answers.ts';
import { answerRefs } from './git-refs.ts';
import { GraphQL } from './graphql.ts';
import type { Admitted, Asked, Hub } from './hub.ts';
import { answerIssues } from './issue-answers.ts';
import { answerLabels } from './labels.ts';
import { answerPulls } from './pull-answers.ts';
import type { CheckState, ReviewDecision } from './pull-record.ts';
import { LAYER_LOGIN, PullRequests } from './pull-requests.ts';
import { ownerOf, Repositories, type Repository } from './repositories.ts';
import type { GitHubSettings } from './settings.ts';
import { Times } from './times.ts';
import type { Upstream } from './upstream.ts';

/** A token for what the layer does in the emulator by itself; no request from outside can use it. */
const LAYER_TOKENS = Array.from({ length: 50 }, (_, index) => `layer-${index}`);
export const LAYER = { login: LAYER_LOGIN, tokens: LAYER_TOKENS } as const;
/** The emulator keeps GitHub's limit of 5,000 requests an hour for each token: the layer's own are to have none. */
const REQUESTS_PER_TOKEN = 4_000;

/** What the emulator would answer from data it does not share with git. */
const GIT_DATA =
  /^\/(?:git\/(?:commits|trees|blobs|tags)|commits|compare|contents|merges|branches\/.+|pulls\/\d+\/(?:commits|update-branch))(?:\/|$)/;

const SECRET =
  /^\/repos\/(?<repository>[^/]+\/[^/]+)\/(?:actions|environments\/(?<environment>[^/]+))\/secrets\/(?<name>[^/]+)$/;

export interface LayerOptions extends GitHubSettings {
  readonly repository: string;
  readonly bare: string;
  readonly fork?: Repository;
  readonly tokens: Tokens;
  readonly webUrl: string;
  /** The address under which the API is seen from outside. */
  readonly url: string;
}

export class Layer {
  readonly #options: LayerOptions;
  #requests = 0;
  readonly #upstream: Upstream;
  readonly #hub: Hub;
  readonly #graphql: GraphQL;

  constructor(options: LayerOptions, upstream: Upstream) {
    this.#options = options;
    this.#upstream = upstream;
    const { repository, bare, fork = null, url, webUrl, tokens } = options;
    const root = `/repos/${repository}`;
    const repositories = new Repositories({ name: repository, bare }, fork);
    const times = new Times(options.now ?? (() => new Date()));
    const ask = (method: string, rest: string, body?: unknown): Promise<Answer> =>
      this.#ask(method, `${root}${rest}`, body);
    this.#hub = {
      repositories,
      times,
      pulls: new PullRequests(repositories, times, async (number) => {
        await ask('PATCH', `/pulls/${number}`, { state: 'closed' });
      }),
      settings: options,
      api: `${url}${root}`,
      web: `${webUrl}/${repository}`,
      collaborators: [
        ...new Set([...Object.values(tokens).map(({ login }) => login), ...(options.users ?? [])]),
      ],
      ask,
      pass: (asked) => this.#pass(asked),
      user: (login) => this.#user(login),
    };
    this.#graphql = new GraphQL(this.#hub);
  }

  async answer(asked: Asked): Promise<Answer> {
    const caller = callerOf(asked.authorization, this.#options.tokens);
    const reads = asked.method === 'GET';
    if (caller === 'unknown') return BAD_CREDENTIALS;
    if (caller === 'anonymous' && !reads) return AUTHENTICATION_REQUIRED;
    const [path = '', query = ''] = asked.path.split('?', 2);
    if (path === '/graphql' && caller !== 'anonymous') return this.#graphql.answer(asked.body, caller);
    const secret = SECRET.exec(path)?.groups;
    if (secret !== undefined && reads) return this.#secret(secret);
    const repository = this.#repositoryOf(path);
    if (repository === null) return this.#pass(asked);

    const rest = decodeURIComponent(path.slice(`/repos/${repository.name}`.length));
    const body = isJson(asked.body) ? asked.body : {};
    const admitted = { asked, caller, rest, query, body };
    if (!reads && !this.#mayChange(repository, admitted)) return NO_RIGHT_TO_WRITE;
    return this.#inRepository(repository, admitted);
  }

  /** What is known of a GitHub Actions secret: never its value. */
  #secret({ repository = '', environment, name = '' }: Readonly<Record<string, string>>): Answer {
    const key = [repository, ...(environment ? [decodeURIComponent(environment)] : []), name].join('/');
    const known = this.#options.secrets?.[key] ?? 404;
    if (typeof known === 'number')
      return refusal(known, known === 404 ? 'Not Found' : 'Resource not accessible by integration');
    return { status: 200, body: { name, created_at: '2025-01-01T00:00:00Z', updated_at: known } };
  }

  setChecks(sha: string, state: CheckState): void {
    this.#hub.pulls.setChecks(sha, state);
  }

  setReviewDecision(number: number, decision: ReviewDecision | null): void {
    const pull = this.#hub.pulls.get(number);
    if (pull === undefined) throw new Error(`There is no pull request #${number}.`);
    pull.reviewDecision = decision;
  }

  #repositoryOf(path: string): Repository | null {
    const [, name = ''] = /^\/repos\/([^/]+\/[^/]+)(?:\/|$)/.exec(path) ?? [];
    return this.#hub.repositories.named(name);
  }

  /** Who has a fork may open pull requests from it, change those, and comment; all else needs the right to write. */
  #mayChange(repository: Repository, { asked, caller, rest, body }: Admitted): boolean {
    if (caller === 'anonymous') return false;
    if (mayWrite(caller, repository.name)) return true;
    const { fork } = this.#hub.repositories;
    if (fork === null || !mayWrite(caller, fork.name)) return false;
    if (asked.method === 'POST' && rest === '/pulls') {
      return String(body['head']).startsWith(`${ownerOf(fork.name)}:`);
    }
    const { digits = '', tail } =
      /^\/(?:pulls|issues)\/(?<digits>\d+)(?<tail>\/.+)?$/.exec(rest)?.groups ?? {};
    if (asked.method === 'POST' && tail === '/comments') return true;
    const text = Object.keys(body).every((name) => ['title', 'body', 'state', 'base'].includes(name));
    const own = this.#hub.pulls.get(Number(digits))?.author === caller.login;
    return asked.method === 'PATCH' && tail === undefined && text && own;
  }

  async #inRepository(repository: Repository, admitted: Admitted): Promise<Answer> {
    const { asked, rest, body } = admitted;
    if (rest === '' && asked.method === 'GET') return this.#repository(repository, admitted);
    if (GIT_DATA.test(rest)) return NOT_EMULATED;
    const api = `${this.#options.url}/repos/${repository.name}`;
    const ofRefs = await answerRefs(repository.bare, api, asked.method, rest, body);
    if (ofRefs !== null) return ofRefs;
    if (repository !== this.#hub.repositories.main) return NOT_EMULATED;
    await this.#hub.pulls.sync();
    if (/^\/pulls(?:\/|$)/.test(rest)) return answerPulls(this.#hub, admitted);
    return (
      (await answerLabels(this.#hub, admitted)) ??
      (await answerIssues(this.#hub, admitted)) ??
      this.#pass(asked)
    );
  }

  async #repository({ name }: Repository, { asked, caller }: Admitted): Promise<Answer> {
    const answer = await this.#pass(asked);
    if (!isJson(answer.body) || answer.status !== 200) return answer;
    const { permissions: _, ...rest } = answer.body;
    if (caller === 'anonymous') return { ...answer, body: rest };
    const write = mayWrite(caller, name);
    const permissions = { admin: false, maintain: false, push: write, triage: write, pull: true };
    const allow_auto_merge = this.#options.autoMerge ?? false;
    const origin = rest['fork'] === true ? await this.#origin() : {};
    return { ...answer, body: { ...rest, ...origin, allow_auto_merge, permissions } };
  }

  /** What a fork says of where it comes from, which the emulator leaves out. */
  async #origin(): Promise<Json> {
    const { body } = await this.#ask('GET', `/repos/${this.#options.repository}`);
    return { parent: body, source: body };
  }

  /** A user as an answer shows one. */
  async #user(login: string): Promise<Json> {
    const { body } = await this.#ask('GET', `/users/${encodeURIComponent(login)}`);
    return isJson(body) ? body : {};
  }

  #ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const token = LAYER_TOKENS[Math.floor(this.#requests++ / REQUESTS_PER_TOKEN) % LAYER_TOKENS.length];
    return this.#upstream.ask(method, path, `Bearer ${token}`, text);
  }

  #pass(asked: Asked): Promise<Answer> {
    return this.#upstream.ask(asked.method, asked.path, asked.authorization, asked.text);
  }
}
