import { describe, expect, it } from 'vitest';
import type { GitHub } from '../../src/github/github.ts';
import { connectGitHub } from '../../src/github/rest.ts';
import type { PublishContext } from '../../src/publish/context.ts';
import { observe } from '../../src/publish/observe.ts';
import type { Proposal } from '../../src/publish/proposal.ts';
import { publish } from '../../src/publish/publish.ts';
import { openRemote, readRemote, resolveBase } from '../../src/publish/remote.ts';
import type { Result } from '../../src/util/result.ts';
import { endStateOf } from '../e2e/end-state.ts';
import { readRemoteFile } from '../e2e/land.ts';
import { smallEstate, tokenFile } from '../e2e/small-estate.ts';
import { POLICY } from '../publish/decided.ts';
import { alpha } from '../publish/scene.ts';
import { unwrap } from '../unwrap.ts';
import { aWorld } from './servers.ts';
import type { World } from './world.ts';
import { WRITE_TOKEN } from './world.ts';

const NAME = 'orchard-dev';
const BRANCH = `rotate/${NAME}`;
const NOW = new Date('2026-11-23T10:00:00Z');

/** A world with one namespace, and a connection that gives a request up after a moment. */
async function scene() {
  const world = await aWorld({ estate: await smallEstate([{ name: NAME }]) });
  const [owner = '', repo = ''] = world.repository.split('/');
  const repository = { owner, repo, serverUrl: world.git.url, apiUrl: world.github.url };
  const options = { repository, token: WRITE_TOKEN, version: '0.0.0', pacing: false, timeoutMs: 400 };
  return { world, github: connectGitHub(options) };
}

async function proposalOf(world: World): Promise<Proposal> {
  const before = await readRemoteFile(world, tokenFile(NAME));
  const after = before.replace('20-03-2026', '23-11-2026');
  return {
    ...alpha(),
    namespace: NAME,
    branch: BRANCH,
    readers: { labels: ['rotation'], assignees: [], reviewers: [], teams: [] },
    files: [{ path: tokenFile(NAME), before, after }],
  };
}

/** Looks and publishes; null when looking already failed. */
async function run(world: World, github: GitHub): Promise<Result<string>> {
  const remote = unwrap(
    await openRemote({ cwd: world.clone, env: { ...process.env, ...world.env }, token: WRITE_TOKEN }),
  );
  const refs = unwrap(await readRemote(remote));
  const base = unwrap(await resolveBase(remote, refs));
  const proposal = await proposalOf(world);
  const target = { ...proposal, wanted: new Map(), askedByName: true };
  const looked = await observe([target], {
    github,
    remote,
    refs,
    base,
    now: NOW,
    today: '2026-11-23',
    everything: false,
  });
  if (!looked.ok) return looked;
  const context: PublishContext = { remote, head: { remote }, github, base, policy: POLICY, now: NOW };
  const { results } = await publish([proposal], looked.value.seen, context);
  return { ok: true, value: results.map(({ outcome, reason }) => `${outcome}: ${reason}`).join() };
}

/** Lets the requests that match hang until the returned function is called. */
function hangAt(world: World, pattern: RegExp): () => void {
  let letGo = (): void => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  world.github.intercept((method, path) =>
    pattern.test(`${method} ${path}`) ? { fault: 'hang', until } : null,
  );
  return () => {
    world.github.intercept(null);
    letGo();
  };
}

describe('a GitHub that says nothing is given up after a while, and the next run makes it whole', () => {
  it('while pull requests are looked for: nothing is written', async () => {
    const { world, github } = await scene();
    const letGo = hangAt(world, /^GET \S+\/pulls\?/);

    const hung = await run(world, github);
    letGo();

    expect(hung).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(await endStateOf(world, BRANCH)).toEqual({ sha: null, pulls: [] });
    expect(unwrap(await run(world, github))).toMatch(/^created/);
  });

  it.each([
    ['the pull request is made', /^POST \S+\/pulls$/, /^failed: .*can't be reached/],
    ['it is labelled', /^PATCH \S+\/issues/, /^created/],
  ])('while %s', async (_, pattern, said) => {
    const { world, github } = await scene();
    const letGo = hangAt(world, pattern);

    const hung = await run(world, github);
    letGo();
    const next = await run(world, github);

    expect(unwrap(hung)).toMatch(said);
    expect(unwrap(next)).toMatch(/^(?:created|unchanged)/);
    const { sha, pulls } = await endStateOf(world, BRANCH);
    expect(pulls).toMatchObject([{ state: 'open', labels: ['rotation'], marker: { head: sha } }]);
    expect(pulls[0]?.marker).not.toHaveProperty('undressed');
  });
});
