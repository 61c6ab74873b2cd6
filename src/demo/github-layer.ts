/** What stands between a request and the emulator: rights, git's own facts, and GitHub's refusals. */
import { type Access, callerOf, type Tokens } from './access.ts';
import { answerRefs } from './git-refs.ts';
import {
  type Answer,
  AUTHENTICATION_REQUIRED,
  BAD_CREDENTIALS,
  NO_RIGHT_TO_WRITE,
  NOT_EMULATED,
  NOT_FOUND,
} from './github-answers.ts';
import type { Upstream } from './github-upstream.ts';
import { asEvent, asIssue } from './issues.ts';
import { isJson, type Json } from './json.ts';
import { LAYER_LOGIN, PullRequests } from './pull-requests.ts';

/** A token for what the layer does in the emulator by itself; no request from outside can use it. */
const LAYER_TOKEN = 'layer';
export const LAYER = { login: LAYER_LOGIN, token: LAYER_TOKEN } as const;

/** What the emulator would answer from data it does not share with git. */
const GIT_DATA =
  /^\/(?:git\/(?:commits|trees|blobs|tags)|commits|compare|contents|merges|branches\/.+|pulls\/\d+\/(?:commits|update-branch))(?:\/|$)/;

export interface LayerOptions {
  readonly repository: string;
  readonly bare: string;
  readonly tokens: Tokens;
  readonly webUrl: string;
  /** The address under which the API is seen from outside. */
  readonly url: string;
}

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
interface Admitted {
  readonly asked: Asked;
  readonly caller: Access | 'anonymous';
  /** What follows `/repos/<owner>/<name>`, decoded. */
  readonly rest: string;
  readonly query: string;
  readonly body: Json;
}

export class Layer {
  readonly #options: LayerOptions;
  readonly #root: string;
  readonly #api: string;
  readonly #upstream: Upstream;
  readonly #pulls: PullRequests;

  constructor(options: LayerOptions, upstream: Upstream) {
    this.#options = options;
    this.#root = `/repos/${options.repository}`;
    this.#api = `${options.url}${this.#root}`;
    this.#upstream = upstream;
    const owner = options.repository.split('/')[0] ?? '';
    this.#pulls = new PullRequests(options.bare, owner, async (number) => {
      await this.#ask('PATCH', `${this.#root}/pulls/${number}`, JSON.stringify({ state: 'closed' }));
    });
  }

  async answer(asked: Asked): Promise<Answer> {
    const caller = callerOf(asked.authorization, this.#options.tokens);
    const reads = asked.method === 'GET';
    if (caller === 'unknown') return BAD_CREDENTIALS;
    if (caller === 'anonymous' && !reads) return AUTHENTICATION_REQUIRED;
    const [path = '', query = ''] = asked.path.split('?', 2);
    if (path !== this.#root && !path.startsWith(`${this.#root}/`)) return this.#pass(asked);
    if (caller !== 'anonymous' && !caller.write && !reads) return NO_RIGHT_TO_WRITE;

    const rest = decodeURIComponent(path.slice(this.#root.length));
    const body = isJson(asked.body) ? asked.body : {};
    return this.#inRepository({ asked, caller, rest, query, body });
  }

  async #inRepository(admitted: Admitted): Promise<Answer> {
    const { asked, rest, body } = admitted;
    if (rest === '' && asked.method === 'GET') return this.#repository(admitted);
    if (GIT_DATA.test(rest)) return NOT_EMULATED;
    const ofRefs = await answerRefs(this.#options.bare, this.#api, asked.method, rest, body);
    if (ofRefs !== null) return ofRefs;
    await this.#pulls.sync();
    if (rest.startsWith('/pulls')) return this.#pull(admitted);
    return (await this.#issue(admitted)) ?? this.#pass(asked);
  }

  async #repository({ asked, caller }: Admitted): Promise<Answer> {
    const answer = await this.#pass(asked);
    if (!isJson(answer.body) || answer.status !== 200) return answer;
    const { permissions: _, ...rest } = answer.body;
    if (caller === 'anonymous') return { ...answer, body: rest };
    const { write } = caller;
    const permissions = { admin: false, maintain: false, push: write, triage: write, pull: true };
    return { ...answer, body: { ...rest, permissions } };
  }

  async #pull(admitted: Admitted): Promise<Answer> {
    const { asked, caller, rest, query, body } = admitted;
    const login = caller === 'anonymous' ? '' : caller.login;
    const { digits = '', tail = '' } = /^\/pulls(?:\/(?<digits>\d+)(?<tail>.*))?$/.exec(rest)?.groups ?? {};
    const number = Number(digits);
    if (tail === '/files') {
      const files = await this.#pulls.files(number, `${this.#options.webUrl}/${this.#options.repository}`);
      return files === null ? NOT_FOUND : paged(files, `${this.#api}${rest}`, query);
    }
    if (tail === '/merge' && asked.method === 'PUT') return this.#pulls.merge(number, login);

    const refused = await this.#refuse(asked.method, digits, tail, body);
    if (refused !== null) return refused;
    const answer = await this.#pass(asked);
    if (answer.status >= 300) return answer;
    if (tail === '/requested_reviewers') {
      const pull = isJson(answer.body) ? await this.#pulls.dress(answer.body, false) : answer.body;
      return { ...answer, status: asked.method === 'POST' ? 201 : answer.status, body: pull };
    }
    if (tail !== '') return answer;
    if (Array.isArray(answer.body)) {
      const list = answer.body.filter(isJson).map((pull) => this.#pulls.dress(pull, false));
      return { ...answer, body: await Promise.all(list) };
    }
    if (!isJson(answer.body)) return answer;
    if (asked.method !== 'GET') this.#pulls.note(answer.body, login);
    return { ...answer, body: await this.#pulls.dress(answer.body, true) };
  }

  async #refuse(method: string, digits: string, tail: string, body: Json): Promise<Answer | null> {
    if (tail !== '') return null;
    if (method === 'POST') return this.#pulls.refuseCreation(body);
    return method === 'PATCH' ? this.#pulls.refuseUpdate(Number(digits), body) : null;
  }

  /** The issue behind a pull request and its events; null for every other path and for a plain issue. */
  async #issue({ asked, rest, query }: Admitted): Promise<Answer | null> {
    const { digits = '', tail = '' } =
      /^\/issues\/(?<digits>\d+)(?<tail>\/events)?$/.exec(rest)?.groups ?? {};
    const history = digits === '' ? null : this.#pulls.history(Number(digits));
    if (history === null) return null;
    if (asked.method !== 'GET') return NOT_EMULATED;
    if (tail === '/events') {
      const events = history.map(async (change, at) => {
        return asEvent(change, Number(digits) * 1000 + at, this.#api, await this.#user(change.login));
      });
      return paged(await Promise.all(events), `${this.#api}${rest}`, query);
    }
    const pull = await this.#ask('GET', `${this.#root}/pulls/${digits}`);
    const dressed = await this.#pulls.dress(isJson(pull.body) ? pull.body : {}, true);
    const closing = dressed['state'] === 'closed' ? history.at(-1) : undefined;
    const closedBy = closing === undefined ? null : await this.#user(closing.login);
    return { status: 200, body: asIssue(dressed, this.#api, closedBy) };
  }

  /** A user as an answer shows one. */
  async #user(login: string): Promise<Json> {
    const { body } = await this.#ask('GET', `/users/${encodeURIComponent(login)}`);
    return isJson(body) ? body : {};
  }

  #ask(method: string, path: string, body = ''): Promise<Answer> {
    return this.#upstream.ask(method, path, `Bearer ${LAYER_TOKEN}`, body);
  }

  #pass(asked: Asked): Promise<Answer> {
    return this.#upstream.ask(asked.method, asked.path, asked.authorization, asked.text);
  }
}

/** One page of a list, with the `Link` header by which a client goes on. */
function paged(all: readonly unknown[], address: string, query: string): Answer {
  const parameters = new URLSearchParams(query);
  const size = Math.min(Number(parameters.get('per_page') ?? 30), 100);
  const page = Number(parameters.get('page') ?? 1);
  const more = page * size < all.length;
  parameters.set('page', String(page + 1));
  return {
    status: 200,
    body: all.slice((page - 1) * size, page * size),
    headers: more ? { Link: `<${address}?${parameters}>; rel="next"` } : {},
  };
}
