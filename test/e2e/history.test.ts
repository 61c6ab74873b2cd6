import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Run } from '../../src/demo/run.ts';
import type { HistoryResult } from '../../src/results/history.ts';
import { type Past, past, resource } from '../environments/past.ts';
import { git, LIVE, LIVE_2, removeTemps, tempTree } from '../environments/temp.ts';
import { account, RDS } from '../rotation/folder.ts';
import { runCommandLine } from './command-line.ts';

afterEach(removeTemps);

const TOKEN = resource('serviceaccount.tf');

function dated(date: string, name?: string): string {
  return account(`  serviceaccount_token_rotated_date = "${date}"`, name);
}

async function rotatePr(root: string, ...args: readonly string[]): Promise<Run> {
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '80', GIT_DIR: undefined };
  return runCommandLine(['audit', '--date', '2026-11-23', ...args], { cwd: root, env });
}

async function history(root: string, ...args: readonly string[]): Promise<HistoryResult> {
  const { stdout, stderr, status } = await rotatePr(root, '--format', 'json', ...args);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as HistoryResult;
}

/** `day id from→to age` of each rotation. */
function told({ rotations }: HistoryResult): string[] {
  return rotations.map(({ day, id, from, to, ageDays }) => `${day} ${id} ${from}→${to} ${ageDays}`);
}

const TEAM = `apiVersion: v1
kind: Namespace
metadata:
  name: orchard-dev
  annotations:
    cloud-platform.justice.gov.uk/team-name: orchardists
`;

/** A branch that is merged late, a rotation undone, a move, a file deleted and made again. */
function eventful(): Past {
  const repository = past();
  const elsewhere = resource('token.tf', 'pear-dev');
  repository.commit('2026-01-05', { [TOKEN]: dated('01-01-2000'), [resource('rds.tf')]: RDS });
  repository.commit('2026-01-06', { [`namespaces/${LIVE}/orchard-dev/00-namespace.yaml`]: TEAM });
  repository.git('checkout', '--quiet', '-b', 'late');
  repository.commit('2026-02-01', { [TOKEN]: dated('01-02-2026') });
  repository.commit('2026-02-02', { [TOKEN]: dated('02-02-2026') });
  repository.git('checkout', '--quiet', 'main');
  repository.commit('2026-02-20', { [elsewhere]: dated('20-02-2026', 'token') }, 'A new service account');
  repository.merge('2026-03-01', 'late');
  repository.commit('2026-03-10', { [TOKEN]: dated('10-03-2026') }, 'Rotate');
  repository.git('mv', TOKEN, resource('main.tf'));
  repository.commit('2026-03-11', {}, 'Move');
  repository.commit('2026-03-12', { [resource('main.tf')]: dated('02-02-2026') }, 'Revert "Rotate"');
  repository.commit('2026-03-13', { [elsewhere]: null }, 'Remove');
  repository.commit('2026-03-14', { [elsewhere]: dated('14-03-2026', 'token') }, 'Back again');
  return repository;
}

describe('audit --since', () => {
  it('tells each rotation by the commit with which it came to the branch', async () => {
    const { root, git: ask } = eventful();

    const result = await history(root, '--since', '2026-02-10');

    expect(told(result)).toEqual([
      '2026-03-01 orchard-dev/serviceaccount.tf#serviceaccount 01-01-2000→02-02-2026 null',
      '2026-03-10 orchard-dev/serviceaccount.tf#serviceaccount 02-02-2026→10-03-2026 36',
      '2026-03-12 orchard-dev/main.tf#serviceaccount 10-03-2026→02-02-2026 2',
    ]);
    expect(result.rotations[0]).toMatchObject({
      commit: ask('log', '--format=%H', '--merges'),
      team: 'orchardists',
      file: TOKEN,
    });
    expect(result.summary).toMatchObject({
      rotations: 3,
      medianAgeDays: 19,
      ofUnknownAge: 1,
      created: 2,
      removed: 1,
      notes: { backwards: 1 },
      cut: null,
    });
    expect(result.summary.byCommit.map(({ subject }) => subject)).toEqual([
      'Revert "Rotate"',
      'Rotate',
      'Merge late',
    ]);
    expect(result).toMatchObject({
      schemaVersion: 1,
      date: '2026-11-23',
      since: '2026-02-10',
      base: ask('rev-parse', 'HEAD'),
    });
  });

  it('counts what was over its maximum age, week by week', async () => {
    const { root } = eventful();

    const { series } = await history(root, '--since', '2026-02-10', '--max-age', '30');

    expect(
      series.map(({ day, over, never, credentials }) => `${day} ${over} ${never} ${credentials}`),
    ).toEqual(
      expect.arrayContaining([
        '2026-02-10 2 2 2', // the database, and the token at the template's date
        '2026-02-24 2 2 3', // a new one, dated
        '2026-03-03 1 1 3', // the token's rotation is merged
        '2026-03-17 2 1 3', // and undone: its date is of 2 February
        '2026-11-23 3 1 3',
      ]),
    );
  });

  it('agrees at its end with the audit of that commit', async () => {
    const { root } = eventful();

    const { series } = await history(root, '--since', '2026-02-10');
    const { stdout } = await rotatePr(root, '--base', 'HEAD', '--format', 'json');

    const { byState } = JSON.parse(stdout).summary;
    expect(series.at(-1)).toMatchObject({ over: byState.due + byState.never, never: byState.never });
  });

  it('takes a commit in London’s day', async () => {
    const repository = past();
    repository.commit('2026-06-01', { [TOKEN]: dated('01-01-2026') });
    repository.commit('2026-06-09T23:30:00Z', { [TOKEN]: dated('10-06-2026') });

    const result = await history(repository.root, '--since', '2026-06-10');

    expect(told(result)).toEqual([
      '2026-06-10 orchard-dev/serviceaccount.tf#serviceaccount 01-01-2026→10-06-2026 160',
    ]);
  });

  it('leaves out what came after --date, and reads another branch with --base', async () => {
    const { root } = eventful();

    expect(told(await history(root, '--since', '2026-01-01', '--date', '2026-03-01'))).toHaveLength(1);
    expect(told(await history(root, '--since', '2026-01-01', '--base', 'late'))).toEqual([
      '2026-02-01 orchard-dev/serviceaccount.tf#serviceaccount 01-01-2000→01-02-2026 null',
      '2026-02-02 orchard-dev/serviceaccount.tf#serviceaccount 01-02-2026→02-02-2026 1',
    ]);
  });

  it('is about what is selected, also where that is gone', async () => {
    const repository = past();
    const files = {
      [TOKEN]: dated('1-1-2026'),
      [resource('rds.tf')]: RDS,
      [resource('x.tf', 'gone-dev')]: RDS,
    };
    const second = resource('serviceaccount.tf', 'orchard-dev', LIVE_2);
    repository.commit('2026-01-05', { ...files, [second]: dated('1-1-2026') });
    repository.commit('2026-01-06', { [TOKEN]: dated('6-1-2026'), [second]: dated('6-1-2026') });
    repository.commit('2026-01-07', {
      [resource('rds.tf')]: RDS.replace('}', '  db_password_rotated_date = "07-01-2026"\n}'),
      [resource('x.tf', 'gone-dev')]: RDS.replace('}', '  db_password_rotated_date = "07-01-2026"\n}'),
    });
    repository.commit('2026-01-08', { [resource('x.tf', 'gone-dev')]: null });
    const ids = async (...args: readonly string[]): Promise<string[]> =>
      (await history(repository.root, '--since', '2026-01-01', ...args)).rotations.map(({ id }) => id);

    const token = 'orchard-dev/serviceaccount.tf#serviceaccount';
    expect(await ids('-k', 'serviceaccount')).toEqual([`live-2--${token}`, token]);
    expect(await ids('--cluster', 'live-2')).toEqual([`live-2--${token}`]);
    expect(await ids('-n', 'orchard-*', '--cluster', 'live', '-m', 'rds')).toEqual([
      'orchard-dev/rds.tf#rds',
    ]);
    expect(await ids('-n', 'gone-dev')).toEqual(['gone-dev/x.tf#rds']);
  });

  it('is about the namespaces of a team of today', async () => {
    const { root } = eventful();

    const result = await history(root, '--since', '2026-01-01', '--team', 'orchardists');

    expect(result.summary).toMatchObject({ rotations: 3, created: 2, removed: 0 });
    expect(result.summary.byTeam).toMatchObject([{ team: 'orchardists', rotations: 3 }]);
  });

  it('shows the same in text, Markdown and CSV, and nothing but that on stdout', async () => {
    const { root } = eventful();
    const as = (format: string): Promise<Run> =>
      rotatePr(root, '--since', '2026-02-10', '--format', format, '--verbose');

    const [text, markdown, csv] = await Promise.all([as('text'), as('markdown'), as('csv')]);

    for (const { stdout, status } of [text, markdown, csv]) {
      expect(status).toBe(0);
      expect(stdout).toContain('10-03-2026');
      expect(stdout).toContain('backwards');
    }
    expect(text.stdout).toContain('3 rotations of 2 credentials.');
    expect(markdown.stdout).toContain('| 2026-02-10 | 2 | 2 | 2 | 100 % |');
    expect(csv.stdout.split('\r\n')).toHaveLength(5);
  });
});

describe('audit --since of a shallow clone', () => {
  function clone({ root }: Past, depth: number): string {
    const folder = tempTree();
    git(folder, 'clone', '--quiet', `--depth=${depth}`, `file://${root}`, 'clone');
    return join(folder, 'clone');
  }

  it('tells what there is, from which day on, and how to get the rest', async () => {
    const shallow = clone(eventful(), 4);
    const args = ['--since', '2026-01-01', '--format', 'json'];

    const { stdout, stderr, status } = await rotatePr(shallow, ...args);

    const result = JSON.parse(stdout) as HistoryResult;
    expect(status).toBe(0);
    expect(stderr).toMatch(/shallow.*begins on 2026-03-11.*git fetch --unshallow/);
    expect(result.summary).toMatchObject({ cut: { day: '2026-03-11' }, created: 1, removed: 1 });
    expect(result.series[0]).toMatchObject({ day: '2026-03-11', credentials: 3 });
    expect(told(result)).toEqual(['2026-03-12 orchard-dev/main.tf#serviceaccount 10-03-2026→02-02-2026 2']);
  });

  it.each([
    ['of one commit', 1, []],
    ['in a time before it', 4, ['--date', '2026-03-01']],
  ])('refuses where there is nothing to tell: %s', async (_, depth, more) => {
    const { stdout, stderr, status } = await rotatePr(
      clone(eventful(), depth),
      '--since',
      '2026-01-01',
      ...more,
    );

    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(/shallow.*git fetch --unshallow/);
  });
});

describe('audit --since that cannot run', () => {
  it.each<[readonly string[], RegExp]>([
    [['--since', '2026-02-30'], /--since 2026-02-30 is not a day of the calendar.*2026-01-01/],
    [['--since', '01-02-2026'], /yyyy-MM-dd/],
    [['--since', '2026-11-24'], /--since 2026-11-24 is after 2026-11-23/],
    [['--since', ''], /--since has an empty value/],
    [['--since', '2026-01-01', '--due'], /--since.*--due/],
    [
      ['--since', '2026-01-01', '--fail-on', 'due', '--other-credentials'],
      /--fail-on and --other-credentials/,
    ],
    [['--since', '2026-01-01', '--base', 'nosuch'], /--base nosuch is no commit/],
    [['--since', '2026-01-01', '-n', 'orchard-dve'], /no namespace orchard-dve.*orchard-dev/],
    [['--since', '2026-01-01', '-m', 'redis'], /no module redis/],
    [['--since', '2026-01-01', '--team', 'orchardist'], /no team orchardist.*orchardists/],
  ])('%j', async (args, words) => {
    const { stdout, stderr, status } = await rotatePr(eventful().root, ...args);

    expect({ stdout, status }, stderr).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(words);
  });

  it('without a commit', async () => {
    const root = tempTree({ [TOKEN]: dated('1-1-2026') });
    execFileSync('git', ['init', '--quiet'], { cwd: root });

    const { stderr, status } = await rotatePr(root, '--since', '2026-01-01');

    expect(status).toBe(2);
    expect(stderr).toMatch(/no commit.*--since needs a git clone/);
  });
});
