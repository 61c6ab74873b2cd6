/**
 * GitHub's GraphQL API as far as rotate-pr asks it: each of its documents is answered by its operation's name, from the
 * bare repositories and the layer's own records.
 */

import { isJson, type Json } from '../../../src/demo/json.ts';
import { type Access, mayWrite } from './access.ts';
import type { Answer } from './answers.ts';
import { writeRef } from './bare-repository.ts';
import { makeCommit } from './git-commit.ts';
import { asNode, type NodePage, openPage } from './graphql-pulls.ts';
import type { Hub } from './hub.ts';
import type { MergeMethod, Pull } from './pull-record.ts';
import { mergeableState } from './pull-view.ts';

/** An error as GitHub's GraphQL API gives it for a field. */
class FieldError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

type Operation = (variables: Json, caller: Access) => Promise<Json>;

function objectAt(value: Json, name: string): Json {
  const inner = value[name];
  return isJson(inner) ? inner : {};
}

export class GraphQL {
  readonly #hub: Hub;
  /** Commits that GitHub made and signed. */
  readonly #signed = new Set<string>();
  readonly #operations: Readonly<Record<string, Operation>> = {
    Viewer: async (_, { login }) => ({ viewer: { login } }),
    OpenPullRequests: (variables) => this.#openPullRequests(variables),
    BranchHead: (variables) => this.#branchHead(variables),
    CommitOnBranch: (variables, caller) => this.#commit(objectAt(variables, 'input'), caller),
    EnableAutoMerge: (variables, caller) => this.#autoMerge(objectAt(variables, 'input'), caller),
  };

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  async answer(body: unknown, caller: Access): Promise<Answer> {
    const asked = isJson(body) ? body : {};
    const [, name = ''] = /^\s*(?:query|mutation)\s+(\w+)/.exec(String(asked['query'])) ?? [];
    const operation = Object.hasOwn(this.#operations, name) ? this.#operations[name] : undefined;
    if (operation === undefined) {
      return {
        status: 200,
        body: { errors: [{ message: `The demo does not emulate the operation ${name}.` }] },
      };
    }
    await this.#hub.pulls.sync();
    try {
      return { status: 200, body: { data: await operation(objectAt(asked, 'variables'), caller) } };
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      const field = String(asked['query']).match(/\{\s*(\w+)/)?.[1] ?? '';
      const locations = [{ line: 1, column: 1 }];
      const { type, message } = error;
      const entry = { type, path: [field], locations, message };
      return { status: 200, body: { data: { [field]: null }, errors: [entry] } };
    }
  }

  async #openPullRequests(variables: Json): Promise<Json> {
    this.#known(`${variables['owner']}/${variables['name']}`);
    const page: NodePage = openPage(this.#hub, variables);
    const nodes = await Promise.all(page.pulls.map((pull) => asNode(this.#hub, pull)));
    return { repository: { pullRequests: { pageInfo: page.pageInfo, nodes } } };
  }

  async #branchHead(variables: Json): Promise<Json> {
    const { name } = this.#known(`${variables['owner']}/${variables['name']}`);
    const branch = String(variables['branch']).replace(/^refs\/heads\//, '');
    const oid = this.#hub.repositories.head(name, branch);
    if (oid === undefined) return { repository: { ref: null } };
    const signature = this.#signed.has(oid) ? { isValid: true } : null;
    return { repository: { ref: { target: { __typename: 'Commit', oid, signature } } } };
  }

  /** A real commit on a branch, with the caller as its author and GitHub as its committer. */
  async #commit(input: Json, caller: Access): Promise<Json> {
    const { repositoryNameWithOwner, branchName } = objectAt(input, 'branch');
    const { name, bare } = this.#known(String(repositoryNameWithOwner));
    this.#mustWrite(caller, name);
    const head = this.#hub.repositories.head(name, String(branchName));
    if (head === undefined) {
      throw new FieldError('NOT_FOUND', `No such branch "${branchName}" in ${name}.`);
    }
    const expected = String(input['expectedHeadOid']);
    if (head !== expected) {
      const message = `Expected branch to point to "${expected}" but it did not.  Pull and try again.`;
      throw new FieldError('STALE_DATA', message);
    }
    const { headline, body } = objectAt(input, 'message');
    const changes = objectAt(input, 'fileChanges');
    const oid = await makeCommit(bare, {
      parent: head,
      message: `${headline}${body === undefined || body === '' ? '' : `\n\n${body}`}`,
      author: { name: caller.login, email: `${caller.login}@users.noreply.github.com` },
      at: this.#hub.times.now(),
      additions: entries(changes['additions']).map(({ path, contents }) => ({
        path: String(path),
        content: Buffer.from(String(contents), 'base64'),
      })),
      deletions: entries(changes['deletions']).map(({ path }) => String(path)),
    });
    await writeRef(bare, `refs/heads/${branchName}`, oid);
    const signs = this.#hub.settings.signs ?? true;
    if (signs) this.#signed.add(oid);
    return { createCommitOnBranch: { commit: { oid, signature: signs ? { isValid: true } : null } } };
  }

  async #autoMerge(input: Json, caller: Access): Promise<Json> {
    const pull = await this.#byNode(String(input['pullRequestId']));
    this.#mustWrite(caller, this.#hub.repositories.main.name);
    const mergeable = await this.#hub.pulls.mergeable(pull);
    const state = mergeableState(this.#hub, pull, mergeable);
    if (this.#hub.settings.autoMerge !== true) {
      throw new FieldError('UNPROCESSABLE', 'Auto merge is not allowed for this repository');
    }
    if (pull.state === 'closed') throw new FieldError('UNPROCESSABLE', 'Pull request is closed');
    // What waits for something is blocked or behind; what waits for nothing, or can never be merged, is refused.
    if (state === 'clean' || state === 'dirty' || state === 'draft') {
      throw new FieldError('UNPROCESSABLE', `Pull request Pull request is in ${state} status`);
    }
    pull.autoMerge = { login: caller.login, method: String(input['mergeMethod'] ?? 'MERGE') as MergeMethod };
    return { enablePullRequestAutoMerge: { pullRequest: { number: pull.number } } };
  }

  async #byNode(id: string): Promise<Pull> {
    for (const pull of this.#hub.pulls.all()) {
      if ((await asNode(this.#hub, pull))['id'] === id) return pull;
    }
    throw new FieldError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  }

  #known(name: string): { readonly name: string; readonly bare: string } {
    const repository = this.#hub.repositories.named(name);
    if (repository !== null) return repository;
    throw new FieldError('NOT_FOUND', `Could not resolve to a Repository with the name '${name}'.`);
  }

  #mustWrite(caller: Access, repository: string): void {
    if (mayWrite(caller, repository)) return;
    throw new FieldError('FORBIDDEN', 'Resource not accessible by personal access token');
  }
}

function entries(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}
