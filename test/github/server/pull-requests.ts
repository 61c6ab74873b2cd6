/**
 * What the emulator does not know of pull requests, because it knows nothing of the git repository beside it: when one
 * cannot be made, where its head stands, that it closes with its branch, and its merge.
 */

import { isJson, type Json } from '../../../src/demo/json.ts';
import { type Answer, invalid, invalidPull, NOT_FOUND, refusal } from './answers.ts';
import { countCommits, headsWithin, isAncestor, isMergeable, mergeInto } from './bare-repository.ts';
import { type CheckState, changeState, type Pull } from './pull-record.ts';
import { ownerOf, type Repositories, type Repository } from './repositories.ts';
import { issueKey, type Times } from './times.ts';

/** Who closes a pull request whose branch is gone; who pushed that is not known here. */
export const LAYER_LOGIN = 'github-layer';

/** GitHub's limit for a body, in characters. */
const MAX_BODY = 65_536;

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export class PullRequests {
  readonly #repositories: Repositories;
  readonly #times: Times;
  readonly #close: (number: number) => Promise<void>;
  readonly #pulls = new Map<number, Pull>();
  readonly #checks = new Map<string, CheckState>();

  /** @param close closes one in the emulator */
  constructor(repositories: Repositories, times: Times, close: (number: number) => Promise<void>) {
    this.#repositories = repositories;
    this.#times = times;
    this.#close = close;
  }

  get(number: number): Pull | undefined {
    return this.#pulls.get(number);
  }

  /** All of them, oldest first. */
  all(): readonly Pull[] {
    return [...this.#pulls.values()];
  }

  /** What the checks of a commit say as a whole; null where none ran. */
  checks(sha: string): CheckState | null {
    return this.#checks.get(sha) ?? null;
  }

  setChecks(sha: string, state: CheckState): void {
    this.#checks.set(sha, state);
  }

  /**
   * Looks at the branches anew: heads move; a pull request without its branch is closed, and so is one whose branch
   * has nothing of its own any more; one whose commits came to the base another way counts as merged.
   */
  async sync(): Promise<void> {
    await this.#repositories.sync();
    const within = new Map<string, ReadonlySet<string>>();
    for (const pull of this.#pulls.values()) {
      if (pull.state === 'closed') continue;
      const head = this.#repositories.head(pull.headRepository, pull.head);
      if (head === undefined) {
        await this.#end(pull, LAYER_LOGIN);
        continue;
      }
      const base = this.#repositories.head(this.#main.name, pull.base) ?? pull.baseSha;
      const pushed = head !== pull.headSha;
      if (pushed) this.#times.touch(issueKey(pull.number));
      if (pushed || base !== pull.baseSha) {
        if (!within.has(base)) within.set(base, await headsWithin(this.#main.bare, base));
        const empty =
          within.get(base)?.has(head) ||
          (pull.headRepository !== this.#main.name && (await isAncestor(this.#main.bare, head, base)));
        pull.headSha = head;
        pull.baseSha = base;
        if (empty && !pushed) this.#noteMerge(pull, base, LAYER_LOGIN);
        if (empty) await this.#end(pull, LAYER_LOGIN);
      }
      const ready = pull.autoMerge !== null && this.checks(head) === 'SUCCESS';
      if (ready && pull.state === 'open') await this.merge(pull.number, pull.autoMerge?.login ?? '');
    }
  }

  get #main(): Repository {
    return this.#repositories.main;
  }

  async #end(pull: Pull, login: string): Promise<void> {
    changeState(pull, 'closed', login, this.#times);
    await this.#close(pull.number);
  }

  #noteMerge(pull: Pull, sha: string, login: string): void {
    changeState(pull, 'merged', login, this.#times);
    pull.merged = { at: this.#times.now(), sha };
  }

  /** The repository and the branch that `head` of a creation names: `branch`, or `owner:branch`. */
  #target(head: string): { readonly repository: Repository | null; readonly branch: string } {
    const colon = head.indexOf(':');
    if (colon === -1) return { repository: this.#main, branch: head };
    return { repository: this.#repositories.ownedBy(head.slice(0, colon)), branch: head.slice(colon + 1) };
  }

  /** Why GitHub would not make this pull request, null when it would. */
  async refuseCreation(body: Json): Promise<Answer | null> {
    const { repository, branch } = this.#target(asText(body['head']));
    const base = asText(body['base']);
    const headSha = repository === null ? undefined : this.#repositories.head(repository.name, branch);
    const baseSha = this.#repositories.head(this.#main.name, base);
    if (baseSha === undefined) return invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
    if (repository === null || headSha === undefined) {
      return invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
    }
    const twin = this.all().some(
      (pull) =>
        pull.state === 'open' &&
        pull.headRepository === repository.name &&
        pull.head === branch &&
        pull.base === base,
    );
    const owner = ownerOf(repository.name);
    if (twin) return invalidPull(`A pull request already exists for ${owner}:${branch}.`);
    if ((await countCommits(this.#main.bare, baseSha, headSha)) === 0) {
      return invalidPull(`No commits between ${base} and ${branch}`);
    }
    return refuseBody(body);
  }

  /** Why GitHub would not take this change of a pull request, null when it would. */
  refuseUpdate(number: number, body: Json): Answer | null {
    const pull = this.#pulls.get(number);
    if (pull === undefined) return NOT_FOUND;
    if (body['state'] === 'open' && pull.state === 'closed') {
      const branchGone = this.#repositories.head(pull.headRepository, pull.head) === undefined;
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
    const state = value['state'] === 'closed' ? 'closed' : 'open';
    const base = isJson(value['base']) ? asText(value['base']['ref']) : '';
    const known = this.#pulls.get(number);
    if (known === undefined) {
      this.#pulls.set(number, this.#newPull(number, value, base, login));
      this.#times.touch(issueKey(number));
      return;
    }
    this.#times.touch(issueKey(number));
    if (known.state === 'closed' && state === 'open') {
      known.headSha = this.#repositories.head(known.headRepository, known.head) ?? known.headSha;
    }
    if (known.state !== state) {
      changeState(known, state === 'closed' ? 'closed' : 'reopened', login, this.#times);
    }
    if (known.base !== base) known.baseSha = this.#repositories.head(this.#main.name, base) ?? known.baseSha;
    known.base = base;
  }

  #newPull(number: number, value: Json, base: string, author: string): Pull {
    const head = isJson(value['head']) ? value['head'] : {};
    const branch = asText(head['ref']);
    const headRepository = (isJson(head['repo']) && asText(head['repo']['full_name'])) || this.#main.name;
    return {
      number,
      author,
      headRepository,
      head: branch,
      base,
      state: 'open',
      headSha: this.#repositories.head(headRepository, branch) ?? '',
      baseSha: this.#repositories.head(this.#main.name, base) ?? '',
      draft: value['draft'] === true,
      merged: null,
      autoMerge: null,
      reviewDecision: null,
      assignees: [],
      milestone: null,
      teams: [],
      history: [],
    };
  }

  /** Says whether git can merge it; what is closed cannot be asked, which GitHub answers with null. */
  async mergeable(pull: Pull): Promise<boolean | null> {
    if (pull.state === 'closed') return null;
    return isMergeable(this.#main.bare, pull.baseSha, pull.headSha);
  }

  /** Merges with a merge commit, as the button does. */
  async merge(number: number, login: string): Promise<Answer> {
    const pull = this.#pulls.get(number);
    if (pull === undefined) return NOT_FOUND;
    if (pull.state === 'closed' || pull.draft) return refusal(405, 'Pull Request is not mergeable');
    const message = `Merge pull request #${number} from ${ownerOf(pull.headRepository)}/${pull.head}`;
    const { bare } = this.#main;
    const sha = await mergeInto(bare, pull.base, pull.baseSha, pull.headSha, message, this.#times.now());
    if (sha === null) return refusal(405, 'Pull Request is not mergeable');
    this.#noteMerge(pull, sha, login);
    await this.#end(pull, login);
    return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } };
  }
}

export function refuseBody(body: Json): Answer | null {
  if (asText(body['body']).length <= MAX_BODY) return null;
  const message = `body is too long (maximum is ${MAX_BODY} characters)`;
  return invalid({ resource: 'Issue', code: 'custom', field: 'body', message });
}
