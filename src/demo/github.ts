/**
 * As much of GitHub's REST API as `open` asks for when it makes pull requests: one repository, whose branches are those
 * of the bare repository beside it, and its pull requests, in memory. What it does not play it refuses with 501.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Change, type Place, type Pull, showIssue, showPull, showRepository } from './github-objects.ts';
import { type Exchange, listen, readBody, shut } from './http.ts';
import { isJson, type Json, parseJson } from './json.ts';
import { readRefs } from './refs.ts';
import { git } from './run.ts';

/** One request with what was said on both sides; bodies are parsed JSON, null where there was none. */
export interface ApiExchange extends Exchange {
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

export interface GitHubOptions {
  /** `owner/name`. */
  readonly repository: string;
  /** Folder of the bare repository. */
  readonly bare: string;
  readonly defaultBranch: string;
  /** The one token that there is, and whose it is. */
  readonly token: string;
  readonly login: string;
  /** Slugs of the owner's teams. */
  readonly teams: readonly string[];
  /** What web addresses (`html_url`) begin with. */
  readonly webUrl: string;
}

export interface GitHubServer {
  /** The API's address, without a slash at the end. */
  readonly url: string;
  /** Every request so far, in the order of the answers. */
  readonly log: readonly ApiExchange[];
  close(): Promise<void>;
}

/** An answer before it is written. */
interface Answer {
  readonly status: number;
  readonly body: Json | readonly Json[];
}

/** Starts the server. */
export async function startGitHub(options: GitHubOptions): Promise<GitHubServer> {
  const log: ApiExchange[] = [];
  // Requests are answered one after another, so that "is there one already?" and "make one" cannot interleave.
  let queue: Promise<unknown> = Promise.resolve();
  const { server, url } = await listen((request, response) => {
    queue = queue
      .then(() => exchange(request, response))
      .catch((error: unknown) => write(response, refusal(500, String(error))));
  });
  const api = new Api(options, { api: url, web: options.webUrl, ...options });

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = request;
    const requestBody = parseJson((await readBody(request)).toString('utf8'));
    const known = request.headers.authorization?.split(' ')[1] === options.token;
    const answer = known
      ? await api.answer(method, path, isJson(requestBody) ? requestBody : {})
      : refusal(401, 'Bad credentials');
    log.push({ method, path, status: answer.status, requestBody, responseBody: answer.body });
    write(response, answer);
  }

  return {
    url,
    log,
    async close() {
      await shut(server);
      await queue;
    },
  };
}

function write(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function refusal(status: number, message: string, errors?: readonly Json[]): Answer {
  const documentation_url = 'https://docs.github.com/rest';
  return { status, body: { message, documentation_url, status: String(status), ...(errors && { errors }) } };
}

class Api {
  readonly #options: GitHubOptions;
  readonly #place: Place;
  readonly #pulls: Pull[] = [];

  constructor(options: GitHubOptions, place: Place) {
    this.#options = options;
    this.#place = place;
  }

  /** @param body the request's, empty where there was none */
  async answer(method: string, address: string, body: Json): Promise<Answer> {
    const [path = '', query = ''] = address.split('?', 2);
    const root = `/repos/${this.#options.repository}`;
    // the modules' repositories are not on this GitHub
    if (path !== root && !path.startsWith(`${root}/`)) return refusal(404, 'Not Found');
    const [, digits, tail = ''] = /^\/(?:pulls|issues)\/(\d+)(\/.+)?$/.exec(path.slice(root.length)) ?? [];
    const rest = path.slice(root.length).replace(/\d+/, 'N');
    const pull = this.#pulls.find(({ number }) => String(number) === digits);
    if (digits !== undefined && pull === undefined) return refusal(404, 'Not Found');
    if (method === 'GET' && rest === '') return { status: 200, body: showRepository(this.#place) };
    if (method === 'GET' && rest === '/pulls') return this.#list(new URLSearchParams(query));
    if (method === 'POST' && rest === '/pulls') return this.#create(body);
    if (pull !== undefined) {
      if (method === 'GET' && rest === '/pulls/N') return this.#show(200, pull);
      if (method === 'POST' && tail === '/requested_reviewers') return this.#askTeams(pull, body);
      if (method === 'PATCH' && rest === '/issues/N') return this.#update(pull, body);
    }
    return refusal(501, `The demo does not play ${method} ${path}.`);
  }

  async #list(query: URLSearchParams): Promise<Answer> {
    const refs = await readRefs(this.#options.bare);
    // no one closes a pull request here
    const shown = query.get('state') === 'closed' ? [] : this.#pulls;
    const owner = this.#options.repository.split('/')[0];
    const head = query.get('head');
    const found = shown.filter((pull) => head === null || head === `${owner}:${pull.head}`);
    const bodies = found.map((pull) => showPull(this.#place, this.#withHead(pull, refs)));
    return { status: 200, body: query.get('direction') === 'asc' ? bodies : bodies.reverse() };
  }

  async #create({ title, body, head, base, draft }: Json): Promise<Answer> {
    const refs = await readRefs(this.#options.bare);
    for (const [field, branch] of Object.entries({ head, base })) {
      if (refs.has(`refs/heads/${branch}`)) continue;
      return refusal(422, 'Validation Failed', [{ resource: 'PullRequest', field, code: 'invalid' }]);
    }
    if (this.#pulls.some((pull) => pull.head === head)) {
      const owner = this.#options.repository.split('/')[0];
      const message = `A pull request already exists for ${owner}:${head}.`;
      return refusal(422, 'Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }]);
    }
    const now = new Date();
    const pull: Pull = {
      number: this.#pulls.length + 1,
      title: String(title),
      body: String(body ?? ''),
      head: String(head),
      base: String(base),
      headSha: '',
      baseSha: refs.get(`refs/heads/${base}`) ?? '',
      draft: draft === true,
      author: this.#options.login,
      teams: [],
      created: now,
      updated: now,
    };
    this.#pulls.push(pull);
    return this.#show(201, pull);
  }

  async #show(status: number, pull: Pull): Promise<Answer> {
    const shown = this.#withHead(pull, await readRefs(this.#options.bare));
    return { status, body: showPull(this.#place, shown, await this.#changeOf(shown)) };
  }

  async #askTeams(pull: Pull, { reviewers = [], team_reviewers: teams = [] }: Json): Promise<Answer> {
    if (!isEmpty(reviewers) || !Array.isArray(teams)) return refusal(501, 'The demo has teams alone.');
    if (teams.some((slug) => !this.#options.teams.includes(slug))) {
      return refusal(422, 'Reviews may only be requested from collaborators.');
    }
    this.#change(pull, { teams: [...new Set([...pull.teams, ...teams])] });
    const shown = this.#withHead(this.#pulls[pull.number - 1] ?? pull, await readRefs(this.#options.bare));
    return { status: 201, body: showPull(this.#place, shown) };
  }

  #update(pull: Pull, { labels = [], assignees = [], title, body, ...rest }: Json): Answer {
    if (!isEmpty(labels) || !isEmpty(assignees) || Object.keys(rest).length > 0) {
      return refusal(501, 'The demo has titles and bodies alone.');
    }
    const text = (value: unknown, before: string): string => (typeof value === 'string' ? value : before);
    this.#change(pull, { title: text(title, pull.title), body: text(body, pull.body) });
    return { status: 200, body: showIssue(this.#place, this.#pulls[pull.number - 1] ?? pull) };
  }

  #change(pull: Pull, fields: Partial<Pull>): void {
    this.#pulls[pull.number - 1] = { ...pull, ...fields, updated: new Date() };
  }

  /** A pull request's head is where its branch stands now. */
  #withHead(pull: Pull, refs: ReadonlyMap<string, string>): Pull {
    return { ...pull, headSha: refs.get(`refs/heads/${pull.head}`) ?? pull.headSha };
  }

  async #changeOf({ baseSha, headSha }: Pull): Promise<Change> {
    const { bare } = this.#options;
    const commits = Number(await git(bare, ['rev-list', '--count', `${baseSha}..${headSha}`]));
    const lines = (await git(bare, ['diff', '--numstat', `${baseSha}...${headSha}`])).trimEnd().split('\n');
    const sum = (column: 0 | 1): number =>
      lines.reduce((total, line) => total + (Number.parseInt(line.split('\t')[column] ?? '', 10) || 0), 0);
    return { commits, additions: sum(0), deletions: sum(1), changed_files: lines.length };
  }
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
