import { type Base, type Remote, type RemoteRefs, readRemote } from '../publish/remote.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { Account, GitHub, RepositoryInfo } from './github.ts';
import { hasHiddenRights, type TokenKind } from './token-kind.ts';

export interface PreflightInput {
  readonly github: GitHub;
  /** What `github` says of the repository. */
  readonly info: RepositoryInfo;
  readonly remote: Remote;
  readonly refs: RemoteRefs;
  readonly base: Base;
  readonly token: TokenKind;
  /** Whose token it is, asked only where it may be a workflow run's own; null outside GitHub Actions. */
  readonly viewer: (() => Promise<Result<Account>>) | null;
  /** `owner/name`, as the remote or the environment says. */
  readonly repository: string;
  /** The remote's own address does not say that it is that repository. */
  readonly unproven: boolean;
  /** Branches go to a fork: the right to push to the repository itself does not matter. */
  readonly fork: boolean;
}

/** The branch of a pull request that cannot be made: GitHub answers 422 to who may make pull requests, 403 to others. */
const PROBE = 'rotate/_probe';
/** Whom the token of a workflow run belongs to. */
const WORKFLOW_LOGIN = 'github-actions[bot]';

/**
 * What must hold before anything is written: the token works, the repository is there and takes what it sends, and the
 * remote is that repository.
 *
 * @param warn takes a sentence about what will work, but not as people expect
 * @returns codes of `GitHub`, `archived`, `forbidden`, `unknown-branch`, `other-repository`
 */
export async function preflight(
  input: PreflightInput,
  warn: (sentence: string) => void,
): Promise<Result<void>> {
  const { github, base, token, fork, repository: named } = input;
  const { fullName, archived, canPush } = input.info;
  if (archived) return fail('archived', `${fullName} is archived: it takes no pull requests.`);
  if (canPush === false && !fork) {
    return fail(
      'forbidden',
      `The token may not push to ${fullName}: it needs "Contents: write" and "Pull requests: write". Who may not push there can go by a fork: --fork.`,
    );
  }
  if (fullName.toLowerCase() !== named.toLowerCase()) {
    warn(`GitHub calls ${named} ${fullName} now: set the remote's URL to that.`);
  }
  const same = await isSameRepository(input);
  if (!same.ok) return same;
  if (hasHiddenRights(token)) {
    const allowed = await mayOpen(github, base);
    if (!allowed.ok) return allowed;
  }
  const viewer = token === 'installation' && input.viewer !== null ? await input.viewer() : null;
  if (viewer?.ok && viewer.value.login === WORKFLOW_LOGIN) {
    warn(
      "This is the workflow's own token: checks of its pull requests do not run until somebody approves them, and it has 1,000 requests an hour. The token of a GitHub App or of a machine user has neither limit.",
    );
  }
  return ok(undefined);
}

/** A remote under another name may be a mirror, or another repository altogether: then the heads tell. */
async function isSameRepository({
  github,
  remote,
  refs,
  base,
  repository,
  unproven,
}: PreflightInput): Promise<Result<void>> {
  if (!unproven) return ok(undefined);
  let seen = refs.branches.get(base.branch);
  for (let attempt = 0; attempt < 2; attempt++) {
    const head = await github.branchHead(base.branch);
    if (!head.ok) return head;
    if (head.value === seen) return ok(undefined);
    const again = await readRemote(remote);
    if (!again.ok) return again;
    seen = again.value.branches.get(base.branch);
    if (head.value === seen) return ok(undefined);
  }
  return fail(
    'other-repository',
    `${remote.shown} is not ${repository}: their branches ${base.branch} stand at different commits. Set GITHUB_REPOSITORY, or choose another remote with --remote.`,
  );
}

async function mayOpen(github: GitHub, base: Base): Promise<Result<void>> {
  const text = { title: 'rotate-pr looks whether it may open pull requests', body: '' };
  const tried = await github.create({ ...text, branch: PROBE, base: base.branch, draft: false });
  if (!tried.ok && tried.error.code !== 'validation') return tried;
  return ok(undefined);
}
