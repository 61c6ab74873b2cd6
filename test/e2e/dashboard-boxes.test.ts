import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { DashboardResult } from '../../src/results/dashboard.ts';
import { removeTemps } from '../environments/temp.ts';
import type { WorldOptions } from '../github/world.ts';
import { ask, boxesOf, manyNamespaces, TOKENS, theBoard, tick } from './board.ts';
import { DATE, listPulls, rotationBranches, type Stage, stage } from './harness.ts';
import { landEdit, resources } from './land.ts';

const DASHBOARD = ['dashboard', '--date', DATE];
const RUN = [...DASHBOARD, '--run'];
const PROD = 'live/allotment-register-prod';

async function withBoard(options: WorldOptions = {}): Promise<Stage> {
  const on = await stage({ tokens: TOKENS, ...options });
  await on.json<DashboardResult>(DASHBOARD);
  return on;
}

/** A colleague changes the text of the issue. */
async function edit({ world }: Stage, change: (body: string) => string): Promise<void> {
  const [page] = (await theBoard(world)).pages;
  await ask(world, 'colleague', 'PATCH', page!.path, { body: change(page!.body) });
}

afterAll(removeTemps);

describe('a ticked box', () => {
  it('opens the pull request of its namespace alone, at once, and is gone', async () => {
    const on = await withBoard();
    const { world, json, trafficOf, violations } = on;
    await tick(world, PROD);
    await tick(world, 'live-2/mill-race-dev');

    const result = await json<DashboardResult>(RUN);
    const board = await theBoard(world);

    expect(result.boxes.map(({ box, outcome, number }) => [box, outcome, number])).toEqual([
      [PROD, 'created', 2],
      ['live-2/mill-race-dev', 'created', 3],
    ]);
    expect((await listPulls(world)).map(({ branch }) => branch)).toEqual([
      'rotate/allotment-register-prod',
      'rotate/live-2--mill-race-dev',
    ]);
    expect(boxesOf(board).ticked).toEqual([]);
    expect(boxesOf(board).all).not.toContain(PROD);
    expect(board.pages[0]?.body).toMatch(/\[#2\]\(http.*\) `allotment-register-prod`: .* opened on/);
    const traffic = await trafficOf(async () => {
      const again = await json<DashboardResult>(RUN);
      expect(again).toMatchObject({ base: null, boxes: [], issue: { reason: 'No box is ticked.' } });
    });
    expect(traffic).toMatchObject({ api: 3, git: 0 });
    expect(violations).toEqual([]);
  });

  it('rotates what the dashboard shows as due, and nothing else of the namespace', async () => {
    const on = await withBoard();
    const file = `${resources('allotment-register-prod')}/rds.tf`;
    await landEdit(on.world, file, (text) => text.replace('04-05-2025', '20-11-2026'));
    await tick(on.world, PROD);

    await on.json<DashboardResult>(RUN);

    const [pull] = await listPulls(on.world);
    expect(pull?.body).toMatch(/elasticache\.tf/);
    expect(pull?.body).not.toMatch(/`rds\.tf`/);
  });

  it('keeps its tick through a run without --run, whatever else changes', async () => {
    const on = await withBoard();
    await tick(on.world, PROD);

    const same = await on.json<DashboardResult>(DASHBOARD);
    await on.json(['open', '-n', 'mill-race-dev', '--date', DATE]);
    const changed = await on.json<DashboardResult>(DASHBOARD);

    expect(same.issue.outcome).toBe('unchanged');
    expect(changed.issue.outcome).toBe('updated');
    expect(boxesOf(await theBoard(on.world)).ticked).toEqual([PROD]);
    expect(await rotationBranches(on.world)).toEqual(['rotate/live-2--mill-race-dev']);
  });

  it('stays ticked where the run has no room for it, and is seen to by the next', async () => {
    const on = await withBoard();
    await tick(on.world, PROD);
    await tick(on.world, 'live/canal-permits-prod');

    const first = await on.json<DashboardResult>([...RUN, '--limit', '1']);
    const between = boxesOf(await theBoard(on.world)).ticked;
    await on.json<DashboardResult>(RUN);

    expect(first.boxes.map(({ outcome, ticked }) => [outcome, ticked])).toEqual(
      expect.arrayContaining([
        ['created', false],
        ['deferred', true],
      ]),
    );
    expect(between).toHaveLength(1);
    expect(boxesOf(await theBoard(on.world)).ticked).toEqual([]);
    expect(await listPulls(on.world)).toHaveLength(2);
  });

  it('that a run had seen to before it was killed is unticked by the next, without a second pull request', async () => {
    const on = await withBoard();
    await tick(on.world, PROD);
    await on.json(['open', '-n', 'allotment-register-prod', '--due', '--date', DATE]);

    const { boxes } = await on.json<DashboardResult>(RUN);

    expect(boxes).toMatchObject([{ box: PROD, outcome: 'unchanged', number: 2, ticked: false }]);
    expect(boxesOf(await theBoard(on.world)).ticked).toEqual([]);
    expect(await listPulls(on.world)).toHaveLength(1);
  });

  it('that was ticked while the run was on keeps its tick for the next', async () => {
    const on = await withBoard();
    const { world } = on;
    await tick(world, PROD);
    let late: Promise<void> | null = null;
    world.github.intercept((method, path) => {
      if (method !== 'POST' || !path.endsWith('/pulls') || late !== null) return null;
      late = tick(world, 'live/canal-permits-prod');
      return { fault: 'hang', until: late };
    });

    await on.json<DashboardResult>(RUN);

    world.github.intercept(null);
    expect(late).not.toBeNull();
    expect(boxesOf(await theBoard(world)).ticked).toEqual(['live/canal-permits-prod']);
    expect(await listPulls(world)).toHaveLength(1);
  });
});

describe('what else is ticked', () => {
  it.each([
    ['a namespace that does not exist', 'live/no-such-namespace'],
    ['a path', 'live/../..'],
    ['another cluster', 'live-3/allotment-register-prod'],
    ['a glob', 'live/*'],
    ['flags', 'live/x --all'],
    ['a command', 'live/$(touch /tmp/x);`id`'],
    ['nothing', ''],
  ])('%s is refused, told and written over', async (_, mark) => {
    const on = await withBoard();
    const before = await theBoard(on.world);
    await edit(on, (body) =>
      body.replace(`[ ] <!-- rotate-pr:rotate ${PROD} -->`, `[x] <!-- rotate-pr:rotate ${mark} -->`),
    );

    const { boxes, issue } = await on.json<DashboardResult>(RUN);

    expect(boxes).toMatchObject([{ box: mark, outcome: 'refused', namespace: null, ticked: false }]);
    expect(issue.outcome).toBe('updated');
    expect(boxesOf(await theBoard(on.world))).toEqual(boxesOf(before));
    expect(await listPulls(on.world)).toEqual([]);
    expect(on.violations).toEqual([]);
  });

  it('twice the same box is one pull request', async () => {
    const on = await withBoard();
    await edit(
      on,
      (body) =>
        `${body}\n- [x] <!-- rotate-pr:rotate ${PROD} --> again\n* [X] <!-- rotate-pr:rotate ${PROD} -->`,
    );

    const { boxes } = await on.json<DashboardResult>(RUN);

    expect(boxes).toMatchObject([{ box: PROD, outcome: 'created' }]);
    expect(await listPulls(on.world)).toHaveLength(1);
  });

  it('a namespace on hold is not rotated, and the run says so', async () => {
    const on = await withBoard();
    await edit(on, (body) => `${body}\n- [x] <!-- rotate-pr:rotate live/eel-counter-dev -->`);

    const { boxes } = await on.json<DashboardResult>(RUN);

    expect(boxes).toMatchObject([{ outcome: 'left-alone', reason: expect.stringContaining('on hold') }]);
    expect(await listPulls(on.world)).toEqual([]);
  });

  it('in the comment of somebody else counts for nothing, whatever it is marked as', async () => {
    const on = await withBoard();
    const { number, pages } = await theBoard(on.world);
    const body = pages[0]!.body.replaceAll('page=1', 'page=2').replaceAll('- [ ]', '- [x]');
    await ask(on.world, 'colleague', 'POST', `/issues/${number}/comments`, { body });

    const run = await on.json<DashboardResult>(RUN);
    const plain = await on.json<DashboardResult>(DASHBOARD);

    expect(run.issue.reason).toBe('No box is ticked.');
    expect(plain.issue.outcome).toBe('unchanged');
    expect((await theBoard(on.world)).pages[1]?.body).toBe(body);
  });
});

describe('a dashboard of several pages', () => {
  it('fits GitHub, is unchanged by a rerun, and takes a tick in a comment', async () => {
    const on = await withBoard({ estate: manyNamespaces(450) });
    const { world, json, trafficOf } = on;
    const board = await theBoard(world);
    const last = boxesOf(board).all.at(-1)!;
    const again = await trafficOf(() => json<DashboardResult>(DASHBOARD));
    await tick(world, last);

    const result = await json<DashboardResult>(RUN);
    const after = await theBoard(world);

    expect(board.pages.length).toBeGreaterThanOrEqual(3);
    for (const { body } of board.pages) expect(body.length).toBeLessThan(65_536);
    expect(new Set(boxesOf(board).all).size).toBe(450);
    expect(again).toMatchObject({ apiWrites: 1 });
    expect(result.boxes).toMatchObject([{ box: last, outcome: 'created' }]);
    expect(after.pages).toHaveLength(board.pages.length);
    expect(boxesOf(after).ticked).toEqual([]);
    expect(new Set(boxesOf(after).all).size).toBe(449);
    expect(on.violations).toEqual([]);
  });
});

it('the ready workflow runs on a tick in the body and in a comment, of the dashboard alone', () => {
  const text = readFileSync(join(import.meta.dirname, '../../fixtures/workflows/dashboard.yml'), 'utf8');

  expect(text).toMatch(/issues:\n\s+types: \[edited\]/);
  expect(text).toMatch(/issue_comment:\n\s+types: \[edited\]/);
  expect(text).toContain("contains(github.event.issue.labels.*.name, 'rotate-pr-dashboard')");
});
