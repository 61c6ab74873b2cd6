import { describe, expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import type { PullRequestResult } from '../../src/results/results.ts';
import { aWorld } from '../github/servers.ts';
import { type World, WRITE_TOKEN } from '../github/world.ts';
import { endStateOf } from './end-state.ts';
import { type Night, openAt } from './in-process.ts';
import { askGitHub, land, serviceAccount } from './land.ts';
import { smallEstate, tokenFile } from './small-estate.ts';

const BOT_TOKEN = 'ghp_demo0bot0token0that0is0no0secret0000';
const NAME = 'orchard-dev';
const BRANCH = `rotate/${NAME}`;

interface Calendar {
  readonly world: World;
  /** The one pull request that a nightly run speaks of, undefined for none. */
  night(instant: string, given?: Partial<Night>): Promise<PullRequestResult | undefined>;
}

async function calendar(): Promise<Calendar> {
  let now = new Date();
  const world = await aWorld({
    estate: await smallEstate([{ name: NAME }]),
    now: () => now,
    tokens: {
      [WRITE_TOKEN]: { login: 'rotation-team', write: true },
      [BOT_TOKEN]: { login: 'github-actions[bot]', write: true },
    },
  });
  return {
    world,
    async night(instant, given = {}) {
      now = new Date(instant);
      const { pullRequests } = await openAt(world, { now, selection: { due: true }, ...given });
      expect(pullRequests.length).toBeLessThanOrEqual(1);
      return pullRequests[0];
    },
  };
}

async function closeAs({ github, repository }: World, token: string, number: number): Promise<void> {
  const response = await fetch(`${github.url}/repos/${repository}/pulls/${number}`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify({ state: 'closed' }),
  });
  expect(response.status).toBe(200);
}

const DAY_1 = '2026-11-23T10:00:00Z';

describe('a pull request that a person closed', () => {
  it('stays closed until the rotation is due once more, a maximum age later', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);
    await closeAs(world, WRITE_TOKEN, 1);

    const next = await night('2026-11-24T10:00:00Z');
    const lastDay = await night('2027-02-21T10:00:00Z');
    const dueAgain = await night('2027-02-22T10:00:00Z');

    expect(next).toMatchObject({
      outcome: 'left-alone',
      number: 1,
      reason: expect.stringMatching(/2027-02-22/),
    });
    expect(lastDay).toMatchObject({ outcome: 'left-alone' });
    expect(dueAgain).toMatchObject({
      outcome: 'created',
      number: 2,
      reason: expect.stringMatching(/come due/),
    });
  });

  it.each([
    ['the namespace is named', { selection: { namespaces: [NAME] } }, 'created'],
    ['an incident asks for everything', { selection: {}, settings: { incident: 'A leak' } }, 'created'],
    ['a glob matches it', { selection: { namespaces: ['orchard-*'] } }, 'left-alone'],
  ] as const)('is opened again or not when %s', async (_, given, outcome) => {
    const { world, night } = await calendar();
    await night(DAY_1);
    await closeAs(world, WRITE_TOKEN, 1);

    expect(await night('2026-11-24T10:00:00Z', given as unknown as Partial<Night>)).toMatchObject({
      outcome,
    });
  });
});

describe('a pull request that nobody refused', () => {
  it('is opened again when the stale bot closed it', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);
    await closeAs(world, BOT_TOKEN, 1);

    expect(await night('2026-12-30T10:00:00Z')).toMatchObject({
      outcome: 'created',
      number: 2,
      reason: expect.stringMatching(/bot/i),
    });
  });

  it('is opened again when it is labelled as stale, whoever closed it', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);
    await askGitHub(world, 'POST', '/issues/1/labels', { labels: ['Stale'] });
    await closeAs(world, WRITE_TOKEN, 1);

    expect(await night('2026-12-30T10:00:00Z')).toMatchObject({ outcome: 'created', number: 2 });
  });
});

describe('a pull request that was merged', () => {
  it('is followed by another when the rotation is due again', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);
    await askGitHub(world, 'PUT', '/pulls/1/merge', {});

    const inTime = await night('2027-02-21T10:00:00Z');
    const due = await night('2027-02-22T10:00:00Z');

    expect(inTime).toBeUndefined();
    expect(due).toMatchObject({ outcome: 'created', number: 2, reason: expect.stringMatching(/merged/) });
  });

  it('is followed by another when the merge was reverted', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);
    await askGitHub(world, 'PUT', '/pulls/1/merge', {});
    await land(world, { [tokenFile(NAME)]: serviceAccount('token', '20-03-2026') });

    expect(await night('2026-11-24T10:00:00Z')).toMatchObject({ outcome: 'created', number: 2 });
  });

  it('is followed by another when the merge was reverted on the same day and the branch was kept', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);
    await askGitHub(world, 'PUT', '/pulls/1/merge', {});
    await land(world, { [tokenFile(NAME)]: serviceAccount('token', '20-03-2026') });

    expect(await night('2026-11-23T15:00:00Z')).toMatchObject({ outcome: 'created', number: 2 });
  });

  it('is left alone for an hour while what git serves does not have it yet', async () => {
    const { world, night } = await calendar();
    const before = (await git(world.bare, ['rev-parse', 'main'])).trim();
    await night(DAY_1);
    await askGitHub(world, 'PUT', '/pulls/1/merge', {});
    await git(world.bare, ['update-ref', 'refs/heads/main', before]);

    const soon = await night('2026-11-23T10:30:00Z');
    const later = await night('2026-11-23T11:30:00Z');

    expect(soon).toMatchObject({
      outcome: 'left-alone',
      number: 1,
      reason: expect.stringMatching(/just now/),
    });
    expect(later).toMatchObject({ outcome: 'created', number: 2 });
  });
});

describe('a pull request that is open', () => {
  it('keeps its dates for two weeks, then gets new ones', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);

    const inTime = await night('2026-12-07T10:00:00Z');
    const old = await night('2026-12-08T10:00:00Z');

    expect(inTime).toMatchObject({ outcome: 'unchanged' });
    expect(old).toMatchObject({ outcome: 'updated', number: 1, reason: expect.stringMatching(/too old/) });
    const { pulls, sha } = await endStateOf(world, BRANCH);
    expect(pulls[0]?.marker).toMatchObject({
      head: sha,
      changes: { [`${NAME}/serviceaccount.tf#token`]: '08-12-2026' },
    });
  });

  it('is built anew when it conflicts with the base', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);
    await land(world, { [tokenFile(NAME)]: serviceAccount('token', '21-03-2026') });
    expect(await askGitHub(world, 'GET', '/pulls/1')).toMatchObject({ mergeable: false });

    const next = await night('2026-11-24T10:00:00Z');

    expect(next).toMatchObject({ outcome: 'updated', reason: expect.stringMatching(/changed on the base/) });
    expect(await askGitHub(world, 'GET', '/pulls/1')).toMatchObject({ mergeable: true, state: 'open' });
  });

  it('is closed with one comment when a person has rotated it meanwhile', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);
    await land(world, { [tokenFile(NAME)]: serviceAccount('token', '24-11-2026') });

    const next = await night('2026-11-25T10:00:00Z');
    const third = await night('2026-11-26T10:00:00Z');

    expect(next).toMatchObject({ outcome: 'closed', number: 1 });
    expect(third).toBeUndefined();
    const { pulls, sha } = await endStateOf(world, BRANCH);
    expect(sha).toBeNull();
    expect(pulls).toMatchObject([
      { state: 'closed', comments: [expect.stringMatching(/rotated meanwhile/)] },
    ]);
  });

  it('is closed when its namespace is deleted', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);
    const folder = tokenFile(NAME).replace('/resources/serviceaccount.tf', '');
    await land(world, {
      [tokenFile(NAME)]: null,
      [`${folder}/00-namespace.yaml`]: null,
      [`${folder}/01-rbac.yaml`]: null,
      [tokenFile('brook-dev')]: serviceAccount('token', '24-11-2026'),
    });

    const next = await night('2026-11-25T10:00:00Z');

    expect(next).toMatchObject({ outcome: 'closed', namespace: NAME, number: 1 });
    const { pulls, sha } = await endStateOf(world, BRANCH);
    expect(sha).toBeNull();
    expect(pulls).toMatchObject([
      { state: 'closed', comments: [expect.stringMatching(/no longer in the base/)] },
    ]);
  });

  it('becomes one of two, and the other is closed with one comment', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);
    const { pulls: before } = await endStateOf(world, BRANCH);
    await git(world.bare, ['branch', 'release', 'main']);
    const { title, body } = before[0]!;
    await askGitHub(world, 'POST', '/pulls', { title, body, head: BRANCH, base: 'release' });

    const next = await night('2026-11-24T10:00:00Z');

    expect(next).toMatchObject({ outcome: 'unchanged', number: 1 });
    const { pulls, sha } = await endStateOf(world, BRANCH);
    expect(sha).not.toBeNull();
    expect(pulls.map(({ state, comments }) => `${state} ${comments.length}`)).toEqual(['open 0', 'closed 1']);
  });

  it('tells people once that their commits are why it is left alone', async () => {
    const { world, night } = await calendar();
    await night(DAY_1);
    const theirs = await land(world, { 'README.md': 'By hand.\n' }, BRANCH);

    const nights = [];
    for (const day of ['2026-11-24', '2026-12-10', '2026-12-11'])
      nights.push(await night(`${day}T10:00:00Z`));

    expect(nights.map((one) => one?.outcome)).toEqual(['left-alone', 'left-alone', 'left-alone']);
    const { pulls, sha } = await endStateOf(world, BRANCH);
    expect(sha).toBe(theirs);
    expect(pulls[0]?.comments).toEqual([expect.stringMatching(/leaves it as it is/)]);
  });
});
