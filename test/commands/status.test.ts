import { describe, expect, it } from 'vitest';
import { countTraffic, trafficSince } from '../../src/demo/observe.ts';
import { askGitHub, land, landEdit, resources } from '../e2e/land.ts';
import { aTendedWorld, openFromFork, requestOf } from './tended-world.ts';

const PROD = 'allotment-register-prod';
const DEV = 'beekeeping-licence-dev';
/** Its service account is not due. */
const FRESH = 'allotment-register-preprod';
const HELD = 'dovecote-survey-prod';

describe('status of an open pull request', () => {
  it('says how its checks, its merge and its review stand, and how old it is', async () => {
    const { world, open, status, pass, violations } = await aTendedWorld();
    await open({ namespaces: [PROD, DEV] });
    const head = async (name: string) =>
      (await world.runGit('ls-remote', 'origin', `rotate/${name}`)).split('\t')[0] ?? '';
    world.github.setChecks(await head(PROD), 'FAILURE');
    world.github.setChecks(await head(DEV), 'PENDING');
    world.github.setReviewDecision(2, 'CHANGES_REQUESTED');
    pass(3);

    const result = await status();

    expect(requestOf(result, PROD)).toMatchObject({
      namespace: PROD,
      number: 2,
      state: 'open',
      ageDays: 3,
      checks: 'failing',
      mergeable: 'yes',
      review: 'changes-requested',
      draft: false,
      modifiedByOthers: false,
      next: 'nothing',
      reason: null,
    });
    expect(requestOf(result, DEV)).toMatchObject({ number: 1, checks: 'pending', review: 'none' });
    expect(result.summary).toMatchObject({
      open: 2,
      checks: { failing: 1, pending: 1, passing: 0, none: 0 },
      changesRequested: 1,
      oldestDays: 3,
    });
    expect(violations).toEqual([]);
  });

  it('tells a draft, and one that no check ran for', async () => {
    const { open, status } = await aTendedWorld();
    await open({ namespaces: [DEV] }, { flags: { draft: true, requestReview: false } });

    expect(requestOf(await status(), DEV)).toMatchObject({ draft: true, checks: 'none' });
  });

  it('tells that somebody else committed to it, and that the next run leaves it alone', async () => {
    const { world, open, status } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    await land(world, { 'notes.txt': 'Mine.\n' }, `rotate/${PROD}`);

    expect(requestOf(await status(), PROD)).toMatchObject({
      modifiedByOthers: true,
      next: 'nothing',
      code: 'foreign-commits',
      reason: expect.stringContaining('Somebody else committed'),
    });
  });

  it('tells a conflict with the base, and that the next run builds it anew', async () => {
    const { world, open, status } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    await landEdit(world, `${resources(PROD)}/rds.tf`, (text) => text.replace('04-05-2025', '05-05-2025'));

    expect(requestOf(await status(), PROD)).toMatchObject({
      mergeable: 'conflicting',
      next: 'update',
      code: 'base-moved',
    });
  });

  it('tells that its date has become too old, as the next run finds it too', async () => {
    const { open, status, pass } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    pass(15);

    const before = requestOf(await status(), PROD);
    const ran = await open({ due: true, namespaces: [PROD] });

    expect(before).toMatchObject({ next: 'update', code: 'date-old', ageDays: 15 });
    expect(ran.pullRequests).toMatchObject([{ outcome: 'updated' }]);
    expect(requestOf(await status(), PROD)).toMatchObject({ next: 'nothing', reason: null });
  });

  it('tells that nothing is left to rotate in it, as the next run finds it too', async () => {
    const { world, open, status } = await aTendedWorld();
    await open({ namespaces: [PROD], kinds: ['rds'] });
    await landEdit(world, `${resources(PROD)}/rds.tf`, (text) => text.replace('04-05-2025', '23-11-2026'));

    const before = requestOf(await status({ kinds: ['rds'] }), PROD);
    const ran = await open({ due: true, namespaces: [PROD], kinds: ['rds'] });

    expect(before).toMatchObject({ next: 'close' });
    expect(ran.pullRequests).toMatchObject([{ outcome: 'closed' }]);
  });

  it('lists one of a namespace with nothing due', async () => {
    const { open, status } = await aTendedWorld();
    const kinds = ['serviceaccount'] as const;
    await open({ namespaces: [FRESH], kinds });

    const result = await status({ kinds });

    expect(requestOf(result, FRESH)).toMatchObject({
      state: 'open',
      modifiedByOthers: false,
      next: 'nothing',
    });
    expect(result.summary.open).toBe(1);
  });

  it('lists that of a group for each namespace in it', async () => {
    const { open, status, violations } = await aTendedWorld();
    await open({ kinds: ['rds'] }, { grouping: 'all', incident: 'leaked' });

    const [one, none] = [
      await status({ namespaces: [PROD] }),
      await status({ namespaces: ['canal-permits-dev'] }),
    ];

    expect(requestOf(one, '_all')).toMatchObject({ namespace: null, group: 'all', state: 'open', number: 1 });
    expect(none.pullRequests.filter(({ state }) => state === 'open')).toEqual([]);
    expect(violations).toEqual([]);
  });

  it('has nothing of what somebody opened from a fork under a name of ours', async () => {
    const { world, status, violations } = await aTendedWorld({ fork: 'gardener/environments' });
    await openFromFork(world, PROD);

    const result = await status({ namespaces: [PROD] });

    expect(result.summary).toMatchObject({ open: 0, deferred: 1 });
    expect(violations).toEqual([]);
  });

  it('makes no fork, and says that there is none', async () => {
    const { world, status } = await aTendedWorld();
    const from = world.github.log.length;

    await expect(status({}, { fork: '' })).rejects.toThrow();

    expect(world.github.log.slice(from).filter(({ path }) => path.endsWith('/forks'))).toEqual([]);
  });
});

describe('status of what waits', () => {
  it('names the environment that goes first, what is on hold, and what the next run opens, the oldest first', async () => {
    const { status, open } = await aTendedWorld();

    const before = await status();
    const ran = await open({ due: true });

    const waiting = before.pullRequests.filter(({ state }) => state === 'deferred');
    const created = ran.pullRequests.filter(({ outcome }) => outcome === 'created');
    expect(
      waiting
        .filter(({ next }) => next === 'create')
        .map(({ branch }) => branch)
        .toSorted(),
    ).toEqual(created.map(({ branch }) => branch).toSorted());
    expect(requestOf(before, PROD)).toMatchObject({
      code: 'application',
      reason: expect.stringContaining('allotment-register-dev of its application comes first'),
      number: null,
      checks: null,
    });
    expect(requestOf(before, HELD)).toMatchObject({ reason: expect.stringContaining('on hold') });
    const ages = waiting.map(({ rotatedOn }) => rotatedOn ?? '');
    expect(ages).toEqual(ages.toSorted());
  });

  it('has nothing of what is not due', async () => {
    const { status } = await aTendedWorld();

    const { pullRequests } = await status({ kinds: ['serviceaccount'] });

    const names = pullRequests.map(({ namespace }) => namespace);
    expect(names).toContain(PROD);
    expect(names).not.toContain(FRESH);
  });
});

describe('status of what a person closed', () => {
  it('says until when that counts', async () => {
    const { world, open, status, pass } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    await askGitHub(world, 'PATCH', '/pulls/1', { state: 'closed' });
    pass(2);

    const closed = requestOf(await status(), PROD);

    expect(closed).toMatchObject({ state: 'closed', number: 1, ageDays: 2, code: 'closed-by-person' });
    expect(closed.until).toBe('2027-02-22');
    expect(closed.reason).toContain('2027-02-22');
  });
});

it('status writes nothing, and asks GitHub once for all that is open', async () => {
  const { world, open, status } = await aTendedWorld();
  await open({ due: true }, { flags: { together: true, requestReview: false } });
  const before = countTraffic(world);
  const refs = await world.runGit('ls-remote', 'origin');
  const from = world.github.log.length;

  await status();

  const asked = world.github.log.slice(from);
  expect(asked.filter(({ path }) => path === '/graphql')).toHaveLength(1);
  expect(asked.filter(({ method, path }) => method !== 'GET' && path !== '/graphql')).toEqual([]);
  expect(asked.length).toBeLessThan(6);
  expect(trafficSince(before, countTraffic(world)).pushes).toBe(0);
  expect(await world.runGit('ls-remote', 'origin')).toBe(refs);
});
