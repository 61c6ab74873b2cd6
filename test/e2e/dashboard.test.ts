import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DashboardResult } from '../../src/results/dashboard.ts';
import { READ_TOKEN, type WorldOptions } from '../github/world.ts';
import { boards, boxesOf, theBoard } from './board.ts';
import { DATE, listPulls, type Stage, stage } from './harness.ts';
import { askGitHub, resources } from './land.ts';

const DASHBOARD = ['dashboard', '--date', DATE];

async function withBoard(options: WorldOptions = {}): Promise<Stage> {
  const on = await stage(options);
  await on.json<DashboardResult>(DASHBOARD);
  return on;
}

describe('rotate-pr dashboard', () => {
  it('makes an issue with what is due, by team, a box for each namespace that can be rotated', async () => {
    const { world, json, violations } = await stage();

    const result = await json<DashboardResult>(DASHBOARD);
    const board = await theBoard(world);
    const [{ body } = { body: '' }] = board.pages;

    expect(result.issue).toMatchObject({ number: board.number, outcome: 'created', pages: 1 });
    expect(board).toMatchObject({ title: 'Credential rotation', state: 'open' });
    const boxed = result.entries.flatMap(({ box }) => box ?? []);
    expect(boxesOf(board)).toEqual({ all: expect.arrayContaining(boxed), ticked: [] });
    expect(boxesOf(board).all).toHaveLength(boxed.length);
    expect(boxed).toContain('live-2/mill-race-dev');
    expect(body).toContain('| due | 9 | 13 |');
    expect(body).toMatch(
      /<summary>allotments: 1 due, 3 waiting<\/summary>[\s\S]*comes first, on another day/,
    );
    expect(body).toMatch(/\*\*On hold\*\*\n\n- `eel-counter-dev`: .*SECRET_ROTATE_BLOCK/);
    expect(body).toMatch(/- `hedgerow-index-dev`: `elasticache\.tf#redis`: Redis 4\.0\.10 cannot/);
    expect(await listPulls(world)).toEqual([]);
    expect(violations).toEqual([]);
  });

  it.each(['2026-11-23', '2026-11-24'])('run again on %s, writes nothing', async (date) => {
    const { world, json, trafficOf, violations } = await withBoard();
    const before = await boards(world);

    const traffic = await trafficOf(async () => {
      const again = await json<DashboardResult>(['dashboard', '--date', date]);
      expect(again.issue).toMatchObject({ outcome: 'unchanged' });
    });

    expect(await boards(world)).toEqual(before);
    // a question to GraphQL is a POST
    expect(traffic).toMatchObject({ apiWrites: 1, pushes: 0 });
    expect(violations).toEqual([]);
  });

  it('says what is open, with a link, and forgets it when it was merged', async () => {
    const { world, json, violations } = await withBoard();
    await json(['open', '-n', 'mill-race-dev', '--date', DATE]);
    const [pull] = await listPulls(world);

    const opened = await json<DashboardResult>(DASHBOARD);
    const shown = (await theBoard(world)).pages[0]?.body;
    await askGitHub(world, 'PUT', `/pulls/${pull!.number}/merge`, {});
    const merged = await json<DashboardResult>(DASHBOARD);
    const after = await theBoard(world);

    expect(opened.issue.outcome).toBe('updated');
    expect(opened.totals.open).toEqual({ namespaces: 1, credentials: 2 });
    expect(shown).toContain(
      `- [#${pull!.number}](${world.git.url}/${world.repository}/pull/${pull!.number}) \`mill-race-dev (live-2)\`: ` +
        '1 service account token and 1 ElastiCache token, opened on ',
    );
    expect(shown).not.toContain('rotate-pr:rotate live-2/mill-race-dev');
    expect(merged.issue).toMatchObject({ number: opened.issue.number, outcome: 'updated' });
    expect(after.pages[0]?.body).not.toContain('mill-race-dev');
    expect(violations).toEqual([]);
  });

  it('shows what a person closed, until when that counts, and a box to open it again', async () => {
    const { world, json } = await stage();
    await json(['open', '-n', 'mill-race-dev', '--date', DATE]);
    const [pull] = await listPulls(world);
    await askGitHub(world, 'PATCH', `/pulls/${pull!.number}`, { state: 'closed' });

    const { entries } = await json<DashboardResult>(DASHBOARD);

    const entry = entries.find(({ namespace }) => namespace === 'mill-race-dev');
    expect(entry).toMatchObject({ state: 'closed', box: 'live-2/mill-race-dev' });
    expect(entry?.reason).toMatch(/^A person closed its pull request #1: not reopened before 20\d\d-/);
  });

  it('shows a pull request of many namespaces, and does not show those as due', async () => {
    const { world, json } = await stage();
    const incident = ['--incident', '--reason', 'Leaked', '--group', 'all'];
    await json(['open', '--all', '-k', 'serviceaccount', ...incident, '--date', DATE]);

    const { entries } = await json<DashboardResult>(DASHBOARD);

    const group = entries.filter(({ state }) => state === 'open');
    expect(group).toMatchObject([{ group: 'all', namespace: null, number: 1 }]);
    const elsewhere = entries
      .filter(({ state }) => state !== 'open')
      .flatMap(({ credentials }) => credentials);
    const held = entries.filter(({ state }) => state === 'held').flatMap(({ credentials }) => credentials);
    expect(elsewhere.filter(({ kind }) => kind === 'serviceaccount')).toEqual(
      held.filter(({ kind }) => kind === 'serviceaccount'),
    );
    expect((await theBoard(world)).pages[0]?.body).toContain(
      '<summary>Not of one namespace: 1 open</summary>',
    );
  });

  it('is about the whole estate wherever it is run', async () => {
    const { world, json } = await stage();
    const cwd = join(world.clone, resources('allotment-register-dev'));

    const { namespaces } = await json<DashboardResult>(DASHBOARD, { cwd });

    expect(namespaces).toBe(18);
  });

  it('with --dry-run says what it would do, prints the issue and writes nothing', async () => {
    const { world, json, rotatePr } = await stage();

    const result = await json<DashboardResult>([...DASHBOARD, '--dry-run']);
    const { stdout } = await rotatePr([...DASHBOARD, '--dry-run', '--format', 'markdown']);

    expect(result.issue).toMatchObject({ outcome: 'planned', number: null });
    expect(stdout).toContain('- [ ] <!-- rotate-pr:rotate live-2/mill-race-dev --> `mill-race-dev (live-2)`');
    expect(await boards(world)).toEqual([]);
  });

  it('says which right a token lacks', async () => {
    const { rotatePr } = await stage();

    const { status, stdout, stderr } = await rotatePr(DASHBOARD, { env: { GITHUB_TOKEN: READ_TOKEN } });

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /rotate-pr: Could not create .*The token needs "Issues: write" on the repository\./,
    );
    expect(stderr).not.toContain(READ_TOKEN);
  });

  it.each([
    [
      'text',
      /^3 problems:\n[\s\S]*\n\nThe dashboard, #1: created\. There was no dashboard\.\n {4}http.*\nNamespaces: 9 due, 7 waiting/,
    ],
    [
      'csv',
      /^state,team,cluster,namespace,group,number,url,openedOn,id,kind,rotatedOn,reason\r\n(?:.*\r\n){34}$/,
    ],
    ['markdown', /^This issue is written by `rotate-pr`/],
  ])('prints %s', async (format, expected) => {
    const { rotatePr } = await stage();

    const { stdout, status } = await rotatePr([...DASHBOARD, '--format', format]);

    expect(status).toBe(0);
    expect(stdout).toMatch(expected);
  });
});
