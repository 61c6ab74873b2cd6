import type { Octokit } from 'octokit';
import { scan } from '../hcl/scan.ts';
import { findBlocks } from '../hcl/values.ts';
import { MODULE_OWNER, type PublishedModule } from '../kinds/published.ts';
import { versionOf } from '../kinds/versions.ts';
import { fail, ok, type Result } from '../util/result.ts';
import { type ClientOptions, createOctokit } from './client.ts';
import { githubFailure } from './failure.ts';
import { secretForms } from './redact.ts';
import type { CachedReleases, ReleaseCache } from './release-cache.ts';

/** Milliseconds that an answer is waited for: a run does well without it. */
const TIMEOUT = 8_000;
/** A module has about ten files; what has many more is read no further. */
const MAX_FILES = 40;

export interface ReleasesOptions
  extends Pick<ClientOptions, 'repository' | 'token' | 'version' | 'timeoutMs'> {
  readonly cache: ReleaseCache;
  readonly now: Date;
}

/**
 * The modules' repositories on GitHub. Every failure is a value: codes of `githubFailure`, `unexpected-answer`, and
 * `no-release` for a repository in which no release, and where there are none at all no tag, is a version.
 */
export interface Releases {
  /** Tags of the releases that are versions, in any order; each repository is asked once. */
  tags(repository: string): Promise<Result<readonly string[]>>;
  /** Whether the module declares the variable at its ref; without a ref on the default branch. */
  declares(module: PublishedModule, variable: string): Promise<Result<boolean>>;
}

/** Connects to GitHub by octokit, which is loaded with the first request and neither waits nor tries again. */
export function connectReleases(options: ReleasesOptions): Releases {
  const { cache, now, token, repository } = options;
  const { apiUrl } = repository;
  const secrets = token === null ? [] : secretForms(token);
  const client = { timeoutMs: TIMEOUT, ...options, pacing: false };
  const asked = new Map<string, Promise<Result<readonly string[]>>>();
  let loading: Promise<Octokit> | null = null;

  async function ask<T>(doing: string, request: (octokit: Octokit) => Promise<T>): Promise<Result<T>> {
    loading ??= createOctokit(client);
    const octokit = await loading;
    try {
      return ok(await request(octokit));
    } catch (error) {
      if (error instanceof UnexpectedAnswer) {
        return fail('unexpected-answer', `Could not ${doing}: ${error.message}.`);
      }
      return { ok: false, error: githubFailure(error, { doing, secrets, apiUrl }) };
    }
  }

  async function learn(name: string): Promise<Result<readonly string[]>> {
    const known = await cache.read(name);
    const answer = await ask(`read the releases of ${name}`, (octokit) => askFor(octokit, name, known));
    if (!answer.ok) return answer;
    if (answer.value === null) return fail('no-release', `${name} has no release that is a version.`);
    const entry: CachedReleases = { ...answer.value, checkedAt: now.toISOString() };
    await cache.write(name, entry);
    return ok(entry.tags);
  }

  return {
    tags(name) {
      const before = asked.get(name);
      if (before !== undefined) return before;
      const learning = learn(name);
      asked.set(name, learning);
      return learning;
    },
    declares: (module, variable) =>
      ask(`read ${module.repository} at ${module.ref ?? 'its default branch'}`, (octokit) =>
        findVariable(octokit, module, variable),
      ),
  };
}

/** GitHub answered, and not what was asked for. */
class UnexpectedAnswer extends Error {}

type Answer = Omit<CachedReleases, 'checkedAt'>;

/** The releases, or where there are none the tags; what is known and unchanged comes without a body (304). */
async function askFor(octokit: Octokit, repo: string, known: CachedReleases | null): Promise<Answer | null> {
  const here = { owner: MODULE_OWNER, repo };
  const releases = await conditional(known?.etags.releases, (headers) =>
    octokit.rest.repos.listReleases({ ...here, per_page: 100, headers }),
  );
  if (releases === 'unchanged') {
    if (known?.from === 'releases') return known;
  } else if (expectList(releases.data).length > 0) {
    const stable = releases.data.filter((release) => !release.draft && !release.prerelease);
    return answer(
      'releases',
      stable.map(({ tag_name }) => tag_name),
      releases.etags('releases'),
    );
  }
  const none = releases === 'unchanged' ? { releases: known?.etags.releases } : releases.etags('releases');
  // all of them in one answer, while the list of tags comes in pages
  const tags = await conditional(known?.from === 'tags' ? known.etags.tags : undefined, (headers) =>
    octokit.rest.git.listMatchingRefs({ ...here, ref: 'tags/', headers }),
  );
  if (tags === 'unchanged') return known;
  const names = expectList(tags.data).map(({ ref }) => ref.replace(/^refs\/tags\//, ''));
  return answer('tags', names, { ...defined(none), ...tags.etags('tags') });
}

function answer(from: Answer['from'], tags: readonly string[], etags: Answer['etags']): Answer | null {
  const versions = tags.filter((tag) => versionOf(tag) !== null);
  return versions.length === 0 ? null : { from, tags: versions, etags };
}

function defined(etags: { readonly releases?: string | undefined }): Answer['etags'] {
  return etags.releases === undefined ? {} : { releases: etags.releases };
}

interface Given<T> {
  readonly data: T;
  readonly etags: (name: 'releases' | 'tags') => Answer['etags'];
}

/** A 304 costs nothing of the limit (docs.github.com, "Best practices for using the REST API"); octokit throws it. */
async function conditional<T>(
  etag: string | undefined,
  request: (headers: Record<string, string>) => Promise<{ data: T; headers: { etag?: string | undefined } }>,
): Promise<Given<T> | 'unchanged'> {
  try {
    const { data, headers } = await request(etag === undefined ? {} : { 'if-none-match': etag });
    return { data, etags: (name) => (headers.etag === undefined ? {} : { [name]: headers.etag }) };
  } catch (error) {
    if (etag !== undefined && statusOf(error) === 304) return 'unchanged';
    throw error;
  }
}

/** A proxy's page in GitHub's place is no list. */
function expectList<T>(data: T[]): T[] {
  if (!Array.isArray(data)) throw new UnexpectedAnswer('the answer is no list');
  return data;
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
}

/** Looks into variables.tf first, where the modules keep their variables, then into the folder's other files. */
async function findVariable(octokit: Octokit, module: PublishedModule, variable: string): Promise<boolean> {
  const { repository: repo, folder, ref } = module;
  const at = { owner: MODULE_OWNER, repo, ...(ref === null ? {} : { ref }) };
  const isDeclaredIn = async (path: string): Promise<boolean> => {
    const { data } = await octokit.rest.repos.getContent({ ...at, path, mediaType: { format: 'raw' } });
    const { body, errors } = scan(textOf(data, path));
    if (findBlocks(body, 'variable', variable).length > 0) return true;
    if (errors.length > 0) throw new UnexpectedAnswer(`${path} does not parse`);
    return false;
  };
  const usual = folder === '' ? 'variables.tf' : `${folder}/variables.tf`;
  const found = await isDeclaredIn(usual).catch((error: unknown) => {
    if (statusOf(error) === 404) return false;
    throw error;
  });
  if (found) return true;
  const { data: listed } = await octokit.rest.repos.getContent({ ...at, path: folder });
  if (!Array.isArray(listed)) throw new UnexpectedAnswer(`${folder || repo} is no folder`);
  const paths = listed
    .filter(({ type, path, name }) => type === 'file' && name.endsWith('.tf') && path !== usual)
    .map(({ path }) => path);
  if (paths.length > MAX_FILES) throw new UnexpectedAnswer(`there are ${paths.length} files to read`);
  for (const path of paths) if (await isDeclaredIn(path)) return true;
  return false;
}

/** octokit gives text where the answer names its character set, as GitHub's does, and bytes where it does not. */
function textOf(data: unknown, path: string): string {
  if (typeof data === 'string') return data;
  if (data instanceof ArrayBuffer) return new TextDecoder().decode(data);
  throw new UnexpectedAnswer(`${path} is no file`);
}
