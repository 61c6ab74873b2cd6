import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import type { GitHub } from '../../src/github/github.ts';
import { connectGitHub } from '../../src/github/rest.ts';
import type { Proposal } from '../../src/publish/proposal.ts';
import { startGitHubServer } from '../github/server/github-server.ts';
import { WRITE_TOKEN } from '../github/world.ts';
import { fakeGitHub } from '../publish/fake-github.ts';
import { lookAndPublish } from '../publish/look-and-publish.ts';
import { median, takeTurns } from './measure.ts';
import { ms, print, ratio } from './print.ts';
import { plainStream, timeByHand, timeFastImport } from './publish-peers.ts';
import { openPublishScene, type PublishScene, REPOSITORY, TOKENS } from './publish-scene.ts';

const NAMESPACES = 1_400;
const ROUNDS = 3;
/** A checkout for each of all namespaces would take a quarter of an hour: so many are made, and the rest is reckoned. */
const BY_HAND = 15;
/** Enough that pull requests are listed together, as in a run over everything. */
const PULL_REQUESTS = 200;
const DAY = '2026-11-23';
const NOW = new Date(`${DAY}T12:00:00Z`);
const AUTHOR = { name: 'bench', email: 'bench@example.invalid' };

/** Publishing a branch and a pull request for each namespace, against git alone and against doing it one by one. */
export async function benchPublish(estate: string): Promise<void> {
  const scene = await openPublishScene(estate, DAY, NAMESPACES);
  try {
    await benchBranches(scene);
    scene.reset();
    await benchRequests(scene);
  } finally {
    await scene.close();
  }
}

async function benchBranches(scene: PublishScene): Promise<void> {
  const { proposals, server, clone, bare } = scene;
  const stream = await plainStream(scene, AUTHOR, NOW);
  const before = packedMegabytes(bare);
  let names: string[] = [];
  let pushes = 0;
  const times = await takeTurns(ROUNDS, {
    plain: () => {
      scene.reset();
      const made = timeFastImport(clone, stream);
      names = made.names;
      return made.time;
    },
    publish: async () => {
      scene.reset();
      const seen = server.log.length;
      const start = performance.now();
      await publishAll(scene, proposals, quietGitHub());
      const time = performance.now() - start;
      pushes = server.log.slice(seen).filter(isPush).length;
      return time;
    },
  });
  assertSame(branchHeads(bare), names);
  const pushed = packedMegabytes(bare) - before;
  const byHand = await timeByHand(scene, proposals.slice(0, BY_HAND));
  const [ours, plain] = [median(times.publish), median(times.plain)];
  print(
    `publish ${proposals.length} branches`,
    `${ms(ours)}, pushes ${pushes}, ${pushed.toFixed(1)} MB; git fast-import of the same commits ${ms(plain)}`,
  );
  print('  publish / git fast-import alone', ratio(ours, plain, 3));
  const all = byHand * proposals.length;
  print(
    '  checkout, commit and push for each / publish',
    `${(all / ours).toFixed(0)} (at least 50; reckoned from ${BY_HAND} at ${ms(byHand)} each)`,
  );
}

/** Counted on the demo's GitHub: all requests of a run, for each of its pull requests. */
async function benchRequests(scene: PublishScene): Promise<void> {
  const { bare, server } = scene;
  const proposals = scene.proposals.slice(0, PULL_REQUESTS);
  const github = await startGitHubServer({
    repository: REPOSITORY,
    bare,
    defaultBranch: 'main',
    tokens: TOKENS,
    webUrl: server.url,
  });
  const [owner = '', repo = ''] = REPOSITORY.split('/');
  const client = connectGitHub({
    repository: { owner, repo, apiUrl: github.url, serverUrl: server.url },
    token: WRITE_TOKEN,
    version: 'bench',
    pacing: false,
    onWarning: () => {},
  });
  const count = async (what: string, run: readonly Proposal[], outcome: string, limit: number) => {
    const seen = github.log.length;
    await publishAll(scene, run, client, outcome);
    const requests = github.log.length - seen;
    print(
      `  requests for each pull request, ${what}`,
      `${(requests / run.length).toFixed(2)} (limit ${limit}; ${requests} for ${run.length})`,
    );
  };
  try {
    await count('new', proposals, 'created', 2.1);
    await count('unchanged', proposals, 'unchanged', 0.1);
    await count('updated', proposals.map(onTheNextDay), 'updated', 1.1);
  } finally {
    await github.close();
  }
}

async function publishAll(
  scene: PublishScene,
  proposals: readonly Proposal[],
  github: GitHub,
  outcome = 'created',
): Promise<void> {
  const { remote, base } = scene;
  const policy = { today: DAY, refreshAfterDays: 14, explicitDate: true, askedByName: false, incident: null };
  const context = {
    remote,
    head: { remote },
    github,
    base: { branch: 'main', sha: base },
    policy,
    now: NOW,
    author: AUTHOR,
  };
  const { results } = await lookAndPublish(proposals, context);
  const other = results.find((result) => result.outcome !== outcome);
  if (other !== undefined) throw new Error(`${other.namespace} ${other.outcome}: ${other.reason}`);
}

/** Answers at once, so that only git's part takes time. */
function quietGitHub(): GitHub {
  const github = fakeGitHub();
  github.info = { fullName: REPOSITORY, defaultBranch: 'main', archived: false, canPush: true, parent: null };
  return github;
}

function onTheNextDay(proposal: Proposal): Proposal {
  const later = (text: string) =>
    text.replaceAll('23-11-2026', '24-11-2026').replaceAll('2026-11-23', '2026-11-24');
  return {
    ...proposal,
    changes: proposal.changes.map((change) => ({ ...change, to: later(change.to) })),
    files: proposal.files.map((file) => ({ ...file, after: later(file.after) })),
  };
}

function isPush({ path, status }: { readonly path: string; readonly status: number }): boolean {
  return path.endsWith('/info/refs?service=git-receive-pack') && status === 200;
}

function branchHeads(bare: string): string[] {
  const args = ['for-each-ref', '--format=%(objectname)', 'refs/heads/rotate'];
  return execFileSync('git', args, { cwd: bare, encoding: 'utf8' }).trim().split('\n');
}

function assertSame(ours: readonly string[], theirs: readonly string[]): void {
  const known = new Set(theirs);
  if (ours.length !== theirs.length || ours.some((name) => !known.has(name)))
    throw new Error('git fast-import made other commits than publish');
}

function packedMegabytes(bare: string): number {
  const counted = execFileSync('git', ['count-objects', '-v'], { cwd: bare, encoding: 'utf8' });
  return Number(/^size-pack: (\d+)$/m.exec(counted)?.[1]) / 1024;
}
