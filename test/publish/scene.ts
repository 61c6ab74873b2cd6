/** Proposals for the two namespaces of a world, and one call that publishes them to a GitHub in memory. */

import type { PublishContext } from '../../src/publish/context.ts';
import type { Proposal } from '../../src/publish/proposal.ts';
import { readRemote, resolveBase } from '../../src/publish/remote.ts';
import type { PullRequestResult } from '../../src/results/results.ts';
import { unwrap } from '../unwrap.ts';
import { BEFORE_A, BEFORE_B, FILE_A, FILE_B, makeWorld, remoteOf, type World } from './clones.ts';
import { POLICY } from './decided.ts';
import { type FakeGitHub, fakeGitHub } from './fake-github.ts';
import { lookAndPublish } from './look-and-publish.ts';

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

export async function contextOf(world: World, github: FakeGitHub): Promise<PublishContext> {
  const remote = await remoteOf(world.clone);
  const base = unwrap(await resolveBase(remote, unwrap(await readRemote(remote))));
  const author = { name: 'Bot', email: 'bot@example.com' };
  const now = new Date('2026-11-23T10:00:00Z');
  return { remote, head: { remote }, github, base, policy: POLICY, now, author };
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
