/** Proposals for the two namespaces of a world, and one call that publishes them to a GitHub in memory. */
import { look } from '../../src/publish/look.ts';
import type { Proposal } from '../../src/publish/proposal.ts';
import { type Progress, type PublishContext, type Published, publish } from '../../src/publish/publish.ts';
import { readRemote, resolveBase } from '../../src/publish/remote.ts';
import type { PullRequestResult } from '../../src/rotation/results.ts';
import { BEFORE_A, BEFORE_B, FILE_A, FILE_B, makeWorld, remoteOf, unwrap, type World } from './clones.ts';
import { POLICY } from './decided.ts';
import { type FakeGitHub, fakeGitHub } from './fake-github.ts';

function proposal(namespace: string, path: string, before: string, to = '23-11-2026'): Proposal {
  const cluster = 'live';
  const change = {
    id: `${namespace}/x.tf#m`,
    cluster,
    namespace,
    file: path,
    line: 2,
    kind: 'rds',
    module: 'm',
    variable: 'db_password_rotated_date',
    action: 'update',
    from: '01-01-2026',
    to,
  } as const;
  const after = before.replace(/\d\d-\d\d-\d{4}/, to);
  return {
    namespace,
    cluster,
    group: null,
    branch: `rotate/${namespace}`,
    title: `Rotate ${namespace}`,
    body: `Rotates ${namespace} on ${to}.`,
    commitMessage: `Rotate ${namespace}`,
    changes: [change],
    files: [{ path, before, after }],
  };
}
export const alpha = (to?: string, before = BEFORE_A) => proposal('alpha', FILE_A, before, to);
export const beta = (to?: string) => proposal('beta', FILE_B, BEFORE_B, to);
export const nothing = (from: Proposal): Proposal => ({ ...from, changes: [], files: [] });

export interface Scene extends World {
  readonly github: FakeGitHub;
  run(proposals: readonly Proposal[], part?: Partial<PublishContext>): Promise<PullRequestResult[]>;
}

/** The maximum age of every credential. */
const MAX_AGE_DAYS = 90;

export async function contextOf(world: World, github: FakeGitHub): Promise<PublishContext> {
  const remote = await remoteOf(world.clone);
  const base = unwrap(await resolveBase(remote, unwrap(await readRemote(remote))));
  const author = { name: 'Bot', email: 'bot@example.com' };
  const now = new Date('2026-11-23T10:00:00Z');
  return { remote, head: { remote }, github, base, policy: POLICY, now, author };
}

/** Looks and publishes, as a run does. */
export async function lookAndPublish(
  proposals: readonly Proposal[],
  context: PublishContext,
  onProgress?: (progress: Progress) => void,
): Promise<Published> {
  const { github, head, base, now, policy } = context;
  const refs = unwrap(await readRemote(head.remote));
  const targets = proposals.map(({ namespace, cluster, group, branch, changes, askedByName }) => ({
    namespace,
    cluster,
    group,
    branch,
    wanted: new Map(changes.map(({ id, to }) => [id, { to, due: '2026-04-02', maxAgeDays: MAX_AGE_DAYS }])),
    askedByName: askedByName ?? policy.askedByName,
  }));
  const looked = unwrap(
    await look(targets, {
      github,
      remote: head.remote,
      refs,
      base,
      today: policy.today,
      now,
      everything: false,
    }),
  );
  return publish(proposals, looked.seen, context, onProgress);
}

export function scene(args: string[] = []): Scene {
  const world = makeWorld(args);
  const github = fakeGitHub();
  return {
    ...world,
    github,
    run: async (proposals, part = {}) => {
      const context = { ...(await contextOf(world, github)), ...part };
      return [...(await lookAndPublish(proposals, context)).results];
    },
  };
}

export const outcomes = (results: readonly PullRequestResult[]) => results.map(({ outcome }) => outcome);
export const writes = (github: FakeGitHub) =>
  github.calls.filter((call) =>
    /^(create|update|comment|dress|requestReview|createLabel|updateComment) /.test(call),
  );
