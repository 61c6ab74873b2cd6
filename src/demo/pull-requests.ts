/**
 * What the emulator does not know of pull requests, because it knows nothing of the git repository beside it: when one
 * cannot be made, where its head stands, that it closes with its branch, which files it changes, and its merge.
 */
import { changedFiles, countCommits, mergeInto, readRefs } from './bare-repository.ts';
import { type Answer, invalid, invalidPull, NOT_FOUND, refusal } from './github-answers.ts';
import { isJson, type Json } from './json.ts';

/** A change of state, as the list of an issue's events has it. */
export interface StateChange {
  readonly event: 'closed' | 'reopened' | 'merged';
  readonly login: string;
  /** RFC 3339 in UTC, to the second. */
  readonly at: string;
}

/** The layer's own record of one pull request. */
interface Pull {
  readonly number: number;
  readonly head: string;
  base: string;
  state: 'open' | 'closed';
  headSha: string;
  baseSha: string;
  merged: { readonly at: string; readonly sha: string } | null;
  readonly history: StateChange[];
}

/** Who closes a pull request whose branch is gone; who pushed that is not known here. */
export const LAYER_LOGIN = 'github-layer';

/** GitHub's limit for a body, in characters. */
const MAX_BODY = 65_536;

/** GitHub gives these for one pull request and leaves them out of a list. */
const ONLY_IN_DETAIL = [
  'merged',
  'mergeable',
  'rebaseable',
  'mergeable_state',
  'merged_by',
  'comments',
  'review_comments',
  'maintainer_can_modify',
  'commits',
  'additions',
  'deletions',
  'changed_files',
];

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export class PullRequests {
  readonly #bare: string;
  readonly #owner: string;
  readonly #close: (number: number) => Promise<void>;
  readonly #pulls = new Map<number, Pull>();
  #refs: ReadonlyMap<string, string> = new Map();

  /** @param close closes one in the emulator */
  constructor(bare: string, owner: string, close: (number: number) => Promise<void>) {
    this.#bare = bare;
    this.#owner = owner;
    this.#close = close;
  }

  /** Looks at the branches anew: heads move, and a pull request without its branch is closed. */
  async sync(): Promise<void> {
    this.#refs = await readRefs(this.#bare);
    for (const pull of this.#pulls.values()) {
      if (pull.state === 'closed') continue;
      const head = this.#refs.get(`refs/heads/${pull.head}`);
      if (head === undefined) {
        change(pull, 'closed', LAYER_LOGIN);
        await this.#close(pull.number);
        continue;
      }
      pull.headSha = head;
      pull.baseSha = this.#refs.get(`refs/heads/${pull.base}`) ?? pull.baseSha;
    }
  }

  /** Why GitHub would not make this pull request, null when it would. */
  async refuseCreation(body: Json): Promise<Answer | null> {
    const head = asText(body['head']).replace(`${this.#owner}:`, '');
    const base = asText(body['base']);
    const headSha = this.#refs.get(`refs/heads/${head}`);
    const baseSha = this.#refs.get(`refs/heads/${base}`);
    if (baseSha === undefined) return invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
    if (headSha === undefined) return invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
    const twin = [...this.#pulls.values()].some(
      (pull) => pull.state === 'open' && pull.head === head && pull.base === base,
    );
    if (twin) return invalidPull(`A pull request already exists for ${this.#owner}:${head}.`);
    if ((await countCommits(this.#bare, baseSha, headSha)) === 0) {
      return invalidPull(`No commits between ${base} and ${head}`);
    }
    return refuseBody(body);
  }

  /** Why GitHub would not take this change of a pull request, null when it would. */
  refuseUpdate(number: number, body: Json): Answer | null {
    const pull = this.#pulls.get(number);
    if (pull === undefined) return NOT_FOUND;
    if (body['state'] === 'open' && pull.state === 'closed') {
      const branchGone = !this.#refs.has(`refs/heads/${pull.head}`);
      if (pull.merged !== null || branchGone) {
        const why = pull.merged === null ? `The ${pull.head} branch has been deleted.` : 'It was merged.';
        return invalid({
          resource: 'PullRequest',
          code: 'invalid',
          field: 'state',
          message: `state cannot be changed. ${why}`,
        });
      }
    }
    return refuseBody(body);
  }

  /** Takes note of what the emulator answered to a creation or a change by `login`. */
  note(value: Json, login: string): void {
    const number = Number(value['number']);
    const head = isJson(value['head']) ? asText(value['head']['ref']) : '';
    const base = isJson(value['base']) ? asText(value['base']['ref']) : '';
    const state = value['state'] === 'closed' ? 'closed' : 'open';
    const known = this.#pulls.get(number);
    const headSha = this.#refs.get(`refs/heads/${head}`) ?? '';
    const baseSha = this.#refs.get(`refs/heads/${base}`) ?? '';
    if (known === undefined) {
      this.#pulls.set(number, { number, head, base, state, headSha, baseSha, merged: null, history: [] });
    } else {
      if (known.state === 'closed' && state === 'open') known.headSha = headSha;
      if (known.state !== state) change(known, state === 'closed' ? 'closed' : 'reopened', login);
      known.base = base;
    }
  }

  /** A pull request as the emulator has it, with what git says put in. `detail`: asked for alone, not in a list. */
  async dress(value: Json, detail: boolean): Promise<Json> {
    const pull = this.#pulls.get(Number(value['number']));
    if (pull === undefined) return value;
    const dressed: Record<string, unknown> = {
      ...value,
      head: { ...(isJson(value['head']) ? value['head'] : {}), sha: pull.headSha },
      base: { ...(isJson(value['base']) ? value['base'] : {}), sha: pull.baseSha },
      merged_at: pull.merged?.at ?? null,
      merge_commit_sha: pull.merged?.sha ?? null,
    };
    if (!detail) {
      for (const name of ONLY_IN_DETAIL) delete dressed[name];
      return dressed;
    }
    const files = await changedFiles(this.#bare, pull.baseSha, pull.headSha);
    return {
      ...dressed,
      merged: pull.merged !== null,
      commits: await countCommits(this.#bare, pull.baseSha, pull.headSha),
      additions: files.reduce((sum, file) => sum + file.additions, 0),
      deletions: files.reduce((sum, file) => sum + file.deletions, 0),
      changed_files: files.length,
    };
  }

  /** The answer of `pulls.listFiles`, all of it. */
  async files(number: number, api: string): Promise<readonly Json[] | null> {
    const pull = this.#pulls.get(number);
    if (pull === undefined) return null;
    const files = await changedFiles(this.#bare, pull.baseSha, pull.headSha);
    return files.map((file) => {
      const path = file.filename.split('/').map(encodeURIComponent).join('/');
      return {
        ...file,
        blob_url: `${api}/blob/${pull.headSha}/${path}`,
        raw_url: `${api}/raw/${pull.headSha}/${path}`,
        contents_url: `${api}/contents/${path}?ref=${pull.headSha}`,
      };
    });
  }

  /** What became of its state so far, oldest first; null where there is no such pull request. */
  history(number: number): readonly StateChange[] | null {
    return this.#pulls.get(number)?.history ?? null;
  }

  /** Merges with a merge commit, as the button does. */
  async merge(number: number, login: string): Promise<Answer> {
    const pull = this.#pulls.get(number);
    if (pull === undefined) return NOT_FOUND;
    if (pull.state === 'closed') return refusal(405, 'Pull Request is not mergeable');
    const message = `Merge pull request #${number} from ${this.#owner}/${pull.head}`;
    const sha = await mergeInto(this.#bare, pull.base, pull.baseSha, pull.headSha, message);
    if (sha === null) return refusal(405, 'Pull Request is not mergeable');
    change(pull, 'merged', login);
    change(pull, 'closed', login);
    pull.merged = { at: now(), sha };
    await this.#close(number);
    return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } };
  }
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

function change(pull: Pull, event: StateChange['event'], login: string): void {
  pull.state = event === 'reopened' ? 'open' : 'closed';
  pull.history.push({ event, login, at: now() });
}

function refuseBody(body: Json): Answer | null {
  if (asText(body['body']).length <= MAX_BODY) return null;
  const message = `body is too long (maximum is ${MAX_BODY} characters)`;
  return invalid({ resource: 'Issue', code: 'custom', field: 'body', message });
}
