/** A world in which commits are signed: the demo's git server and GitHub, a small estate, and requests for commits in it. */
import { afterEach } from 'vitest';
import { git } from '../../src/demo/run.ts';
import type { GitHubOptions } from '../../src/github/client.ts';
import { connectGraphQL, type GitHubGraphQL } from '../../src/github/graphql.ts';
import { buildCommits, type CommitRequest, contentOf, readBaseFiles } from '../../src/publish/commits.ts';
import { type Remote, readRemote } from '../../src/publish/remote.ts';
import { type Signed, signCommits } from '../../src/publish/sign.ts';
import { aCheckedWorld } from '../github/servers.ts';
import type { World, WorldOptions } from '../github/world.ts';
import { WRITE_TOKEN } from '../github/world.ts';
import { unwrap } from '../unwrap.ts';
import { BEFORE_A, BEFORE_B, FILE_A, FILE_B, put, remoteOf, tempFolder } from './clones.ts';

export const TEMPORARY = /^rotate\/_signing-[0-9a-f]{16}$/;

const broken: (readonly string[])[] = [];
afterEach(() => {
  const violations = broken.splice(0).flat();
  if (violations.length > 0) throw new Error(violations.join('\n'));
});

export interface Signing {
  readonly world: World;
  readonly remote: Remote;
  readonly base: string;
  readonly graphql: GitHubGraphQL;
  readonly requests: readonly CommitRequest[];
  /** Signs the requests with the branches of the remote as they are now. */
  sign(part?: Partial<{ requests: readonly CommitRequest[]; graphql: GitHubGraphQL }>): Promise<Signed>;
  /** Another connection, for example one that waits and tries again. */
  connect(part: Partial<GitHubOptions>): GitHubGraphQL;
  /** The branches of the remote → commit. */
  branches(): Promise<ReadonlyMap<string, string>>;
  /** What git says in the bare repository. */
  ask(...args: string[]): Promise<string>;
  /** The commits that `buildCommits` makes of the same requests. */
  built(): Promise<readonly string[]>;
  /** Names of the GraphQL operations that GitHub was asked for. */
  operations(): readonly string[];
}

/** Every exchange is held against GitHub's schema: the test fails where one is not as GitHub describes it. */
export async function aSigning(
  options: WorldOptions = {},
  { token = WRITE_TOKEN, depth = '' }: { readonly token?: string; readonly depth?: string } = {},
): Promise<Signing> {
  const estate = tempFolder();
  put(estate, FILE_A, BEFORE_A);
  put(estate, FILE_B, BEFORE_B);
  put(estate, 'namespaces/live/alpha/resources/ünusual name.tf', 'before\n');
  const { world, violations } = await aCheckedWorld({ estate, ...options });
  broken.push(violations);
  let clone = world.clone;
  if (depth !== '') {
    clone = `${world.folder}/shallow`;
    await git(
      world.folder,
      ['clone', '--quiet', depth, `${world.git.url}/${world.repository}`, clone],
      world.env,
    );
  }
  const remote = await remoteOf(clone, { ...world.env }, token);
  const base = (await git(world.bare, ['rev-parse', 'main'])).trim();
  const [owner = '', repo = ''] = world.repository.split('/');
  const repository = { owner, repo, serverUrl: world.git.url, apiUrl: world.github.url };
  const connect = (part: Partial<GitHubOptions>) =>
    connectGraphQL({ repository, token, version: '0', pacing: false, ...part });
  const graphql = connect({});
  const requests = await requestsOn(remote, base);
  const branches = async () => unwrap(await readRemote(remote)).branches;

  return {
    world,
    remote,
    base,
    graphql,
    requests,
    connect,
    branches,
    async sign(part = {}) {
      const seen = await branches();
      const by = part.graphql ?? graphql;
      return signCommits(remote, by, base, part.requests ?? requests, { branches: seen });
    },
    ask: async (...args) => (await git(world.bare, args)).trim(),
    async built() {
      const who = { author: { name: 'Bot', email: 'bot@example.com' }, date: new Date('2026-11-25') };
      return unwrap(await buildCommits(remote, base, requests, who));
    },
    operations: () =>
      world.github.log
        .filter(({ path }) => path === '/graphql')
        .map(({ requestBody }) => operationOf(requestBody)),
  };
}

/** The name of the operation in a request to `/graphql`; empty for anything else. */
export function operationOf(body: unknown): string {
  return /^(?:query|mutation) (\w+)/.exec(String((body as { query?: unknown } | null)?.query))?.[1] ?? '';
}

async function requestsOn(remote: Remote, base: string): Promise<readonly CommitRequest[]> {
  const unusual = 'namespaces/live/alpha/resources/ünusual name.tf';
  const all = [
    [
      { path: FILE_A, before: BEFORE_A, after: BEFORE_A.replace('01-01-2026', '25-11-2026') },
      { path: unusual, before: 'before\n', after: 'after\n' },
    ],
    [{ path: FILE_B, before: BEFORE_B, after: BEFORE_B.replace('02-02-2026', '25-11-2026') }],
  ];
  const files = await readBaseFiles(remote, base, [FILE_A, FILE_B, unusual]);
  return all.map((changes, index) => ({
    message: `Rotate ${index}\n\nThe body says “why”.\n\nIn two paragraphs.`,
    content: unwrap(contentOf(changes, files, base)),
  }));
}
