import { describe, expect, it } from 'vitest';
import type { OpenResult } from '../../src/results/results.ts';
import { DATE, listPulls, remoteDiff, rotationBranches, type Stage, stage } from './harness.ts';
import { askGitHub, land, landEdit, readRemoteFile, resources, serviceAccount } from './land.ts';

const NAMESPACE = 'allotment-register-prod';
const BRANCH = `rotate/${NAMESPACE}`;
const REDIS = `${resources(NAMESPACE)}/elasticache.tf`;
const RDS = `${resources(NAMESPACE)}/rds.tf`;
const TOKEN = `${resources(NAMESPACE)}/serviceaccount.tf`;

/** Runs `open` and gives what became of the one pull request. */
async function open({ json }: Stage, ...args: string[]) {
  const { pullRequests } = await json<OpenResult>(['open', ...args]);
  expect(pullRequests.length).toBeLessThanOrEqual(1);
  return pullRequests[0];
}

/** The values that the branch adds, without its removed lines. */
async function dates({ world }: Stage, branch = BRANCH): Promise<readonly string[]> {
  return [...(await remoteDiff(world, branch)).matchAll(/^\+ .*"(.*)"$/gm)].map((match) => match[1] ?? '');
}

const ALL = ['-n', NAMESPACE];
/** Of the namespace: what GitHub refused is asked for once more by the next run. */
const TEAMS = { allotments: 'collaborator', 'grounds-operations': 'collaborator' } as const;
const TODAY = [...ALL, '--date', DATE];

describe('rotate-pr open, run with another selection', () => {
  it('keeps in the pull request what an earlier run put there', async () => {
    const on = await stage();
    await open(on, ...TODAY, '-k', 'rds');

    const second = await open(on, ...TODAY, '-k', 'serviceaccount');
    const third = await open(on, ...TODAY, '-k', 'rds');

    expect(second).toMatchObject({ outcome: 'updated', number: 1 });
    expect(third).toMatchObject({ outcome: 'unchanged', number: 1 });
    expect(await dates(on)).toEqual(['23-11-2026', '23-11-2026']);
    const [pull] = await listPulls(on.world);
    expect(pull?.body).toMatch(/rds\.tf[\s\S]*serviceaccount\.tf/);
    expect(pull?.title).toContain('2 credentials');
    expect(on.violations).toEqual([]);
  });

  it('keeps a second rotation of the same day', async () => {
    const on = await stage();
    await landEdit(on.world, REDIS, (text) => text.replace('2025-06-30', DATE));
    await open(on, ...TODAY, '-k', 'elasticache', '--again');
    const [first] = await dates(on);

    const second = await open(on, ...TODAY, '-k', 'rds');

    expect(first).toMatch(/^2026-11-23:\d\d:\d\d$/);
    expect(second).toMatchObject({ outcome: 'updated' });
    expect(await dates(on)).toEqual([expect.stringMatching(/^2026-11-23:\d\d:\d\d$/), '23-11-2026']);
  });

  it('keeps a date that was put in the place of an expression', async () => {
    const on = await stage();
    const branch = 'rotate/granary-stock-prod';
    const selection = ['-n', 'granary-stock-prod', '--date', DATE];
    await open(on, ...selection, '-k', 'serviceaccount', '--force-literal');

    const second = await open(on, ...selection, '-k', 'rds');

    expect(second?.changes.map(({ kind }) => kind).toSorted()).toEqual(['rds', 'serviceaccount']);
    expect(await dates(on, branch)).toEqual(['23-11-2026', '23-11-2026']);
  });

  it('keeps a template of which the kind was named', async () => {
    const on = await stage();
    const selection = ['-n', 'canal-permits-dev', '--date', DATE];
    const first = await open(on, ...selection, '-k', 'serviceaccount');
    const named = await open(on, ...selection, '-k', 'hmpps-template');

    const last = await open(on, ...selection);

    expect(first?.changes.map(({ kind }) => kind)).toEqual(['serviceaccount']);
    expect(named?.changes).toHaveLength(3);
    expect(last).toMatchObject({ outcome: 'unchanged' });
    expect(last?.changes).toHaveLength(3);
  });
});

describe('rotate-pr open, when the base has moved on', () => {
  it('takes out what has landed, and keeps the rest', async () => {
    const on = await stage();
    await open(on, ...TODAY);
    await landEdit(on.world, REDIS, (text) => text.replace('2025-06-30', '2026-11-23'));

    const next = await open(on, ...TODAY, '-k', 'elasticache');

    expect(next).toMatchObject({ outcome: 'updated', number: 1 });
    expect(next?.changes.map(({ kind }) => kind).toSorted()).toEqual(['rds', 'serviceaccount']);
    expect(await dates(on)).toEqual(['23-11-2026', '23-11-2026']);
    expect(await readRemoteFile(on.world, REDIS, BRANCH)).toContain('"2026-11-23"');
  });

  it('closes the pull request of which nothing is left, says why, and deletes its branch', async () => {
    const on = await stage();
    await open(on, ...TODAY);
    await landEdit(on.world, REDIS, (text) => text.replace('2025-06-30', '2026-11-23'));
    await landEdit(on.world, RDS, (text) => text.replace('04-05-2025', '2026-11-23'));
    await landEdit(on.world, TOKEN, (text) => text.replace('20-03-2026', '24-11-2026'));

    const next = await open(on, ...TODAY, '--due');

    expect(next).toMatchObject({
      outcome: 'closed',
      number: 1,
      reason: expect.stringMatching(/nothing left/),
    });
    expect(await rotationBranches(on.world)).toEqual([]);
    expect(await askGitHub(on.world, 'GET', '/pulls/1')).toMatchObject({ state: 'closed', merged: false });
    const comments = await askGitHub(on.world, 'GET', '/issues/1/comments');
    expect(JSON.stringify(comments)).toMatch(/nothing left to rotate/);
    expect(on.violations).toEqual([]);
  });

  it('opens another pull request after a merge, when the rotation is asked for again', async () => {
    const on = await stage();
    await open(on, ...TODAY);
    await askGitHub(on.world, 'PUT', '/pulls/1/merge', {});

    const sameDay = await on.json<OpenResult>(['open', ...TODAY]);
    const later = await open(on, ...ALL, '--date', '2027-03-01');

    expect(sameDay.pullRequests.map(({ outcome }) => outcome)).not.toContain('created');
    expect(sameDay.skipped.filter(({ code }) => code === 'already-rotated')).toHaveLength(3);
    expect(later).toMatchObject({ outcome: 'created', number: 2 });
    expect(await dates(on)).toEqual(['2027-03-01', '01-03-2027', '01-03-2027']);
  });
});

describe('rotate-pr open, when people have been there', () => {
  it('leaves a branch alone that somebody committed to', async () => {
    const on = await stage();
    await open(on, ...TODAY);
    const theirs = await land(on.world, { 'README.md': 'By hand.\n' }, BRANCH);

    const next = await open(on, ...ALL, '--date', '2026-12-24');

    expect(next).toMatchObject({
      outcome: 'left-alone',
      number: 1,
      reason: expect.stringMatching(/Somebody/),
    });
    expect(await on.world.runGit('ls-remote', 'origin', `refs/heads/${BRANCH}`)).toContain(theirs);
  });

  it('takes a closed pull request for a no, unless the namespace is named', async () => {
    const on = await stage();
    const byTeam = ['--team', 'grounds-operations', '--date', DATE];
    await open(on, ...byTeam);
    await askGitHub(on.world, 'PATCH', '/pulls/1', { state: 'closed' });

    const unnamed = await open(on, ...byTeam);
    const named = await open(on, ...TODAY);

    expect(unnamed).toMatchObject({
      outcome: 'left-alone',
      number: 1,
      reason: expect.stringMatching(/closed/),
    });
    expect(named).toMatchObject({ outcome: 'created', number: 2 });
  });

  it('takes no branch that somebody else made', async () => {
    const on = await stage();
    const theirs = (await on.world.runGit('rev-parse', 'HEAD')).trim();
    const { git } = await import('../../src/demo/run.ts');
    await git(on.world.bare, ['branch', BRANCH, theirs], on.world.env);
    const moved = await land(on.world, { 'README.md': 'By hand.\n' }, BRANCH);

    const next = await open(on, ...TODAY);

    expect(next).toMatchObject({ outcome: 'left-alone', number: null });
    expect(await on.world.runGit('ls-remote', 'origin', `refs/heads/${BRANCH}`)).toContain(moved);
  });
});

describe('rotate-pr open, run again', () => {
  it('finishes what stopped between the push and the pull request', async () => {
    const on = await stage();
    on.world.github.intercept((method, path) =>
      method === 'POST' && path.endsWith('/pulls')
        ? { status: 500, body: { message: 'Server Error' } }
        : null,
    );
    const stopped = await on.rotatePr(['open', ...TODAY]);
    const pushed = await rotationBranches(on.world);
    on.world.github.intercept(null);

    const next = await open(on, ...TODAY);

    expect(stopped.status).toBe(1);
    expect(stopped.stdout).toMatch(/failed[\s\S]*Server Error/);
    expect(pushed).toEqual([BRANCH]);
    expect(next).toMatchObject({
      outcome: 'created',
      number: 1,
      reason: expect.stringMatching(/earlier run/),
    });
    expect(await open(on, ...TODAY)).toMatchObject({ outcome: 'unchanged' });
  });

  it('changes nothing the next day, but takes the day that --date names', async () => {
    const on = await stage({ teams: TEAMS });
    const [today = '', tomorrow = ''] = [0, 1].map((days) => dayFrom(days));
    await open(on, ...ALL);
    expect(await dates(on)).toContain(today);
    await open(on, ...ALL, '--date', tomorrow);
    expect(await dates(on)).toContain(tomorrow);
    let rerun: Awaited<ReturnType<typeof open>>;

    const traffic = await on.trafficOf(async () => {
      rerun = await open(on, ...ALL);
    });

    expect(rerun!).toMatchObject({ outcome: 'unchanged', number: 1 });
    expect(traffic).toMatchObject({ apiWrites: 0, pushes: 0 });
    expect(await dates(on)).toContain(tomorrow);
  });

  it('changes nothing when a second rotation of the day is asked for a second time', async () => {
    const on = await stage({ teams: TEAMS });
    await landEdit(on.world, REDIS, (text) => text.replace('2025-06-30', DATE));
    const again = [...TODAY, '-k', 'elasticache', '--again'];
    const first = await open(on, ...again);

    const traffic = await on.trafficOf(async () => {
      expect(await open(on, ...again)).toMatchObject({ outcome: 'unchanged' });
    });

    expect(first).toMatchObject({ outcome: 'created' });
    expect(traffic).toMatchObject({ apiWrites: 0, pushes: 0 });
  }, 90_000);

  it('rotates two credentials by the one date that they share, or none of them', async () => {
    const on = await stage();
    const folder = resources('lighthouse-guide-prod');
    const shared = (name: string) => serviceAccount(name, 'x').replace('"x"', 'local.rotated');
    await land(on.world, {
      [`${folder}/tokens.tf`]: `locals {\n  rotated = "20-03-2026"\n}\n\n${shared('one')}\n${shared('two')}`,
    });
    const selection = ['-n', 'lighthouse-guide-prod', '--date', DATE];

    const half = await on.json<OpenResult>(['open', ...selection, '-m', 'one']);
    const both = await open(on, ...selection);

    expect(half.pullRequests).toEqual([]);
    expect(half.skipped).toMatchObject([{ code: 'shared-date', message: expect.stringMatching(/#two/) }]);
    expect(both?.changes.map(({ module }) => module)).toEqual(['one', 'two']);
    expect(await dates(on, 'rotate/lighthouse-guide-prod')).toEqual(['23-11-2026']);
    const [pull] = await listPulls(on.world);
    expect(pull?.body).toMatch(/the same date also rotates/);
  });
});

/** `yyyy-MM-dd` in London. */
function dayFrom(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(
    Date.now() + days * 86_400_000,
  );
}
