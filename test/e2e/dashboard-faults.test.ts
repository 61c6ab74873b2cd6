import { spawn } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanEnvironment } from '../../src/demo/run.ts';
import type { DashboardResult } from '../../src/results/dashboard.ts';
import { removeTemps } from '../environments/temp.ts';
import { refusal } from '../github/server/answers.ts';
import { ask, boards, boxesOf, manyNamespaces, TOKENS, theBoard, tick, type Who } from './board.ts';
import { CLI } from './command-line.ts';
import { DATE, listPulls, type Stage, stage } from './harness.ts';

const DASHBOARD = ['dashboard', '--date', DATE];
const PAGES = 450;

afterAll(removeTemps);

async function withBoard(): Promise<Stage> {
  const on = await stage({ tokens: TOKENS });
  await on.json<DashboardResult>(DASHBOARD);
  return on;
}

/** One dashboard with every page once, and a run more that writes nothing. */
async function expectWhole({ world, json, trafficOf }: Stage, pages: number): Promise<void> {
  const board = await theBoard(world);
  const marks = board.pages.map(({ body }) => /^<!-- rotate-pr:dashboard page=(\d+)/.exec(body)?.[1]);
  expect(marks).toEqual(Array.from({ length: pages }, (_, index) => String(index + 1)));
  const { all } = boxesOf(board);
  expect(new Set(all).size).toBe(all.length);
  const traffic = await trafficOf(async () => {
    expect((await json<DashboardResult>(DASHBOARD)).issue.outcome).toBe('unchanged');
  });
  expect(traffic).toMatchObject({ apiWrites: 1 });
}

describe('two dashboards', () => {
  it('become the oldest one; the other is closed, with a comment, and is left alone from then on', async () => {
    const on = await withBoard();
    const { world, json, violations } = on;
    const [first] = await boards(world);
    const copy = { title: first!.title, body: first!.pages[0]!.body, labels: ['rotate-pr-dashboard'] };
    await ask(world, 'rotation-team', 'POST', '/issues', copy);

    const { issue } = await json<DashboardResult>(DASHBOARD);
    const [kept, closed] = await boards(world);
    const again = await json<DashboardResult>(DASHBOARD);

    expect(issue).toMatchObject({ number: 1, outcome: 'updated', reason: 'A second dashboard was closed.' });
    expect(kept).toEqual(first);
    expect(closed).toMatchObject({ number: 2, state: 'closed' });
    expect(closed?.pages.map(({ body }) => body)).toEqual([
      expect.stringContaining('The dashboard is #1.'),
      expect.stringContaining('The dashboard is #1: this one was made by a run that did not see it'),
    ]);
    expect(again.issue.outcome).toBe('unchanged');
    expect(violations).toEqual([]);
  });

  it('are no two where another account made the second: it stays as it is, and the run says so', async () => {
    const on = await withBoard();
    const [first] = await boards(on.world);
    const copy = { title: first!.title, body: first!.pages[0]!.body, labels: ['rotate-pr-dashboard'] };
    await ask(on.world, 'colleague', 'POST', '/issues', copy);

    const { stderr, status } = await on.rotatePr(DASHBOARD);

    expect(status).toBe(0);
    expect(stderr).toContain('#2 looks like the dashboard and was made by another account');
    expect((await boards(on.world)).map(({ state }) => state)).toEqual(['open', 'open']);
  });
});

describe('a dashboard that was closed', () => {
  const close = ({ world }: Stage, who: Who) => ask(world, who, 'PATCH', '/issues/1', { state: 'closed' });

  it('by a person stays closed, until --new makes another one', async () => {
    const on = await withBoard();
    await close(on, 'colleague');

    const left = await on.json<DashboardResult>(DASHBOARD);
    const closed = await boards(on.world);
    const anew = await on.json<DashboardResult>([...DASHBOARD, '--new']);
    const next = await on.json<DashboardResult>([...DASHBOARD, '--new']);

    expect(left.issue).toMatchObject({ number: 1, outcome: 'left-alone' });
    expect(left.issue.reason).toContain('--new');
    expect(closed.map(({ state }) => state)).toEqual(['closed']);
    expect(anew.issue).toMatchObject({ number: 2, outcome: 'created' });
    expect(next.issue).toMatchObject({ number: 2, outcome: 'unchanged' });
    expect((await boards(on.world)).map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it('by the account that made it stays closed too: a person may run the program', async () => {
    const on = await withBoard();
    await close(on, 'rotation-team');

    expect((await on.json<DashboardResult>(DASHBOARD)).issue.outcome).toBe('left-alone');
  });

  it('by a bot is opened again, with the boxes that were ticked', async () => {
    const on = await withBoard();
    await tick(on.world, 'live-2/mill-race-dev');
    await close(on, 'stale[bot]');

    const { issue } = await on.json<DashboardResult>(DASHBOARD);

    expect(issue).toMatchObject({ number: 1, outcome: 'updated', reason: expect.stringContaining('bot') });
    expect(await theBoard(on.world)).toMatchObject({ state: 'open' });
    expect(boxesOf(await theBoard(on.world)).ticked).toEqual(['live-2/mill-race-dev']);
    expect(on.violations).toEqual([]);
  });

  it('opens nothing when a box of it is ticked', async () => {
    const on = await withBoard();
    await tick(on.world, 'live-2/mill-race-dev');
    await close(on, 'colleague');

    const { issue } = await on.json<DashboardResult>([...DASHBOARD, '--run']);

    expect(issue).toMatchObject({ outcome: 'left-alone', reason: 'There is no open dashboard.' });
    expect(await listPulls(on.world)).toEqual([]);
  });
});

describe('a text that people have changed', () => {
  it.each([
    ['words in it', (body: string) => body.replace('By team', 'By nobody')],
    ['CRLF and all of it', (body: string) => `Hello.\r\n${body.replaceAll('\n', '\r\n')}`],
    ['its mark', (body: string) => body.replace(/^<!--.*-->\n/, '')],
    ['everything', () => ''],
  ])('is written anew: %s', async (_, change) => {
    const on = await withBoard();
    const before = await theBoard(on.world);
    const body = change(before.pages[0]!.body);
    await ask(on.world, 'colleague', 'PATCH', '/issues/1', { body });

    const { issue } = await on.json<DashboardResult>(DASHBOARD);

    expect(issue.number).toBe(1);
    expect((await theBoard(on.world)).pages[0]?.body).toContain(before.pages[0]!.body.split('\n')[1]);
    await expectWhole(on, 1);
  });

  it('is left alone where only the line ends are others', async () => {
    const on = await withBoard();
    const { pages } = await theBoard(on.world);
    const body = pages[0]!.body.replaceAll('\n', '\r\n').trim();
    await ask(on.world, 'colleague', 'PATCH', '/issues/1', { body });

    expect((await on.json<DashboardResult>(DASHBOARD)).issue.outcome).toBe('unchanged');
  });
});

describe('a run that is cut short is finished by the next one', () => {
  it.skipIf(process.platform === 'win32')('killed between two pages', async () => {
    const on = await stage({ estate: manyNamespaces(PAGES) });
    const { world } = on;
    const child = spawn(process.execPath, [CLI, ...DASHBOARD], {
      cwd: world.clone,
      env: { ...cleanEnvironment(), ...world.env },
      stdio: 'ignore',
    });
    let comments = 0;
    world.github.intercept((method, path) => {
      if (method !== 'POST' || !path.endsWith('/comments')) return null;
      if (++comments === 2) child.kill('SIGKILL');
      return comments === 2 ? { fault: 'cut' } : null;
    });
    const signal = await new Promise((resolve) => child.on('close', (_, how) => resolve(how)));
    world.github.intercept(null);

    expect(signal).toBe('SIGKILL');
    expect((await theBoard(world)).pages).toHaveLength(2);
    const { issue } = await on.json<DashboardResult>(DASHBOARD);

    expect(issue).toMatchObject({ number: 1, outcome: 'updated' });
    await expectWhole(on, issue.pages);
    expect(on.violations).toEqual([]);
  });

  it.each([
    ['GitHub answers 502', refusal(502, 'Bad Gateway')],
    ['the answer is lost', { fault: 'cut-after' } as const],
    ['the connection is cut', { fault: 'cut' } as const],
  ])('%s to the second page', async (_, fault) => {
    const on = await stage({ estate: manyNamespaces(PAGES) });
    on.world.github.intercept((method, path) =>
      method === 'POST' && path.endsWith('/comments') ? fault : null,
    );

    const { status, stdout } = await on.rotatePr([...DASHBOARD, '--format', 'json']);
    on.world.github.intercept(null);
    const { issue } = await on.json<DashboardResult>(DASHBOARD);

    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ issue: { number: 1, outcome: 'failed' } });
    await expectWhole(on, issue.pages);
  });

  it('the answer to its making is lost: there is one issue all the same', async () => {
    const on = await stage();
    on.world.github.intercept((method, path) =>
      method === 'POST' && path.endsWith('/issues') ? { fault: 'cut-after' } : null,
    );

    const { status, stderr } = await on.rotatePr(DASHBOARD);
    on.world.github.intercept(null);

    expect(status).toBe(2);
    expect(stderr).toContain('Could not create the issue');
    await expectWhole(on, 1);
  });

  it('GitHub answers 502 after the pull request was opened: it is told, and the tick stays', async () => {
    const on = await withBoard();
    await tick(on.world, 'live-2/mill-race-dev');
    on.world.github.intercept((method, path) =>
      method === 'PATCH' && path.endsWith('/issues/1') ? refusal(502, 'Bad Gateway') : null,
    );

    const { status, stdout } = await on.rotatePr([...DASHBOARD, '--run', '--format', 'json']);
    on.world.github.intercept(null);
    const between = boxesOf(await theBoard(on.world)).ticked;
    const next = await on.json<DashboardResult>([...DASHBOARD, '--run']);

    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ boxes: [{ outcome: 'created', number: 2 }] });
    expect(between).toEqual(['live-2/mill-race-dev']);
    expect(next.boxes).toMatchObject([{ outcome: 'unchanged', number: 2 }]);
    await expectWhole(on, 1);
  });
});

it('pages that are no longer wanted, or are there twice, are deleted', async () => {
  const on = await withBoard();
  const page =
    '<!-- rotate-pr:dashboard page=2 as-of=2026-11-01 base=000000000000 -->\n## By team, page 2 of 2';
  for (const body of [page, page])
    await ask(on.world, 'rotation-team', 'POST', '/issues/1/comments', { body });

  const { issue } = await on.json<DashboardResult>(DASHBOARD);

  expect(issue.outcome).toBe('updated');
  expect(on.violations).toEqual([]);
  await expectWhole(on, 1);
});
