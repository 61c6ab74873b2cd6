import { describe, expect, it } from 'vitest';
import { countTraffic, listPulls, trafficSince } from '../../src/demo/observe.ts';
import { rotationBranches } from '../e2e/harness.ts';
import { askGitHub, land } from '../e2e/land.ts';
import { READ_TOKEN } from '../github/world.ts';
import { aTendedWorld, openFromFork, requestOf } from './tended-world.ts';

const PROD = 'allotment-register-prod';
const DEV = 'beekeeping-licence-dev';

const outcomes = ({ pullRequests }: { pullRequests: readonly { branch: string; outcome: string }[] }) =>
  Object.fromEntries(pullRequests.map(({ branch, outcome }) => [branch.replace('rotate/', ''), outcome]));

describe('close', () => {
  it('closes the pull request of the namespace, says why in it, deletes its branch, and leaves the others', async () => {
    const { world, open, close, violations } = await aTendedWorld();
    await open({ namespaces: [PROD, DEV] });

    const result = await close({ namespaces: [PROD] }, { reason: 'Opened by @mistake, see #12' });

    expect(result.pullRequests).toMatchObject([
      { namespace: PROD, number: 2, outcome: 'closed', reason: 'It was closed by rotate-pr close.' },
    ]);
    expect((await listPulls(world)).map(({ branch }) => branch)).toEqual([`rotate/${DEV}`]);
    expect(await rotationBranches(world)).toEqual([`rotate/${DEV}`]);
    const comments = (await askGitHub(world, 'GET', '/issues/2/comments')) as unknown as { body: string }[];
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('rotate-pr close');
    expect(comments[0]?.body).toContain('Opened by @&#8203;mistake, see #&#8203;12');
    expect(violations).toEqual([]);
  });

  it('finds nothing to do when it is run again', async () => {
    const { world, open, close } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    await close({});
    const before = countTraffic(world);

    const again = await close({});

    expect(again.pullRequests).toEqual([]);
    expect(trafficSince(before, countTraffic(world))).toMatchObject({ apiWrites: 0, pushes: 0 });
  });

  it('leaves alone what somebody else committed to, names it, and does not comment', async () => {
    const { world, open, close } = await aTendedWorld();
    await open({ namespaces: [PROD, DEV] });
    await land(world, { 'notes.txt': 'Mine.\n' }, `rotate/${PROD}`);

    const result = await close({});

    expect(outcomes(result)).toEqual({ [PROD]: 'left-alone', [DEV]: 'closed' });
    expect(result.pullRequests.find(({ outcome }) => outcome === 'left-alone')).toMatchObject({
      number: 2,
      reason: expect.stringContaining('Somebody else committed'),
    });
    expect(await rotationBranches(world)).toEqual([`rotate/${PROD}`]);
    expect(await askGitHub(world, 'GET', '/issues/2/comments')).toEqual([]);
  });

  it('deletes a branch that an unfinished run left behind, and no branch of anybody else', async () => {
    const { world, open, close } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    const ours = (await world.runGit('ls-remote', 'origin', `rotate/${PROD}`)).split('\t')[0];
    await close({});
    await world.runGit('push', '--quiet', world.bare, `${ours}:refs/heads/rotate/${DEV}`);
    await world.runGit('push', '--quiet', world.bare, 'HEAD:refs/heads/rotate/canal-permits-dev');
    await world.runGit('push', '--quiet', world.bare, 'HEAD:refs/heads/feature');

    const result = await close({});

    expect(outcomes(result)).toEqual({ [DEV]: 'closed', 'canal-permits-dev': 'left-alone' });
    expect(await rotationBranches(world)).toEqual(['rotate/canal-permits-dev']);
  });

  it('finishes what was cut short between the pull request and the branch', async () => {
    const { world, open, close } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    const ours = (await world.runGit('ls-remote', 'origin', `rotate/${PROD}`)).split('\t')[0];
    await close({ namespaces: [PROD] });
    await world.runGit('push', '--quiet', world.bare, `${ours}:refs/heads/rotate/${PROD}`);

    const result = await close({ namespaces: [PROD] });

    expect(outcomes(result)).toEqual({ [PROD]: 'closed' });
    expect(await rotationBranches(world)).toEqual([]);
  });

  it('takes that of a group with everything, and not for one of its namespaces', async () => {
    const { world, open, close } = await aTendedWorld();
    await open({ kinds: ['rds'] }, { grouping: 'all', incident: 'leaked' });

    const one = await close({ namespaces: [PROD] });
    const all = await close({});

    expect(one.pullRequests).toMatchObject([
      {
        group: 'all',
        number: 1,
        outcome: 'left-alone',
        reason: expect.stringMatching(/also rotates \d+ cred/),
      },
    ]);
    expect(all.pullRequests).toMatchObject([{ group: 'all', number: 1, outcome: 'closed' }]);
    expect(await listPulls(world)).toEqual([]);
  });

  it('leaves alone what somebody opened from a fork under a name of ours', async () => {
    const { world, close, violations } = await aTendedWorld({ fork: 'gardener/environments' });
    await openFromFork(world, PROD);

    const result = await close({});

    expect(result.pullRequests).toEqual([]);
    expect(await listPulls(world)).toHaveLength(1);
    expect(violations).toEqual([]);
  });

  it('closes by kind only what rotates nothing else', async () => {
    const { open, close } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    await open({ namespaces: ['granary-stock-prod'], kinds: ['rds'] });

    const result = await close({ kinds: ['rds'] });

    expect(outcomes(result)).toEqual({ [PROD]: 'left-alone', 'granary-stock-prod': 'closed' });
  });

  it('takes back that of a namespace that is gone, with everything', async () => {
    const { world, open, close } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    const files = (await world.runGit('ls-files', `namespaces/*/${PROD}/*`)).trim().split('\n');
    await land(world, Object.fromEntries(files.map((file) => [file, null])));

    const result = await close({});

    expect(result.pullRequests).toMatchObject([{ namespace: PROD, number: 1, outcome: 'closed' }]);
  });

  it('says what it would do with a dry run, with a token that may only read, and writes nothing', async () => {
    const { world, open, close } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    const before = countTraffic(world);

    const result = await close({}, { dryRun: true, env: { ...world.env, GITHUB_TOKEN: READ_TOKEN } });

    expect(result.pullRequests).toMatchObject([{ namespace: PROD, number: 1, outcome: 'planned' }]);
    expect(trafficSince(before, countTraffic(world))).toMatchObject({ apiWrites: 0, pushes: 0 });
    expect(await rotationBranches(world)).toEqual([`rotate/${PROD}`]);
  });

  it('refuses without a selection and says how much everything would be', async () => {
    const { open, refusedClose } = await aTendedWorld();
    await open({ namespaces: [PROD, DEV] });

    expect(await refusedClose({ selected: false })).toMatch(/^no-selection: .*2 branches.*--all/);
  });

  it('refuses with a token that may only read', async () => {
    const { world, open, refusedClose } = await aTendedWorld();
    await open({ namespaces: [PROD] });

    expect(await refusedClose({ env: { ...world.env, GITHUB_TOKEN: READ_TOKEN } })).toMatch(/^forbidden/);
  });
});

describe('what was taken back', () => {
  it('is not opened again by the next run, but by its name, and when it falls due next', async () => {
    const { open, close, status, pass } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    await close({ namespaces: [PROD] });

    const nightly = await open(
      { due: true, teams: ['allotments'] },
      { flags: { together: true, requestReview: false } },
    );
    const seen = requestOf(await status(), PROD);
    pass(91);
    const later = await open(
      { due: true, teams: ['allotments'] },
      { flags: { together: true, requestReview: false } },
    );

    expect(outcomes(nightly)[PROD]).toBe('left-alone');
    expect(seen).toMatchObject({ state: 'closed', code: 'taken-back', until: '2027-02-22' });
    expect(outcomes(later)[PROD]).toBe('created');
  });

  it('is opened again for who asks by name', async () => {
    const { open, close } = await aTendedWorld();
    await open({ namespaces: [PROD] });
    await close({ namespaces: [PROD] });

    const named = await open({ namespaces: [PROD] });

    expect(named.pullRequests).toMatchObject([{ outcome: 'created', number: 2 }]);
  });
});
