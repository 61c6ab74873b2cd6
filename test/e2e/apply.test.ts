import { chmod, lstat, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ApplyResult, PlanResult } from '../../src/results/results.ts';
import { DATE, stage } from './harness.ts';
import { resources, serviceAccount } from './land.ts';

describe('rotate-pr apply', () => {
  it('changes the files as the plan shows it, whatever they look like, and nothing more the second time', async () => {
    const { world, json, rotatePr } = await stage();
    const plan = await json<PlanResult>(['plan', '--all', '--date', DATE]);

    const first = await json<ApplyResult>(['apply', '--all', '--date', DATE]);
    const changed = await world.runGit('diff', '--stat');
    const second = await json<ApplyResult>(['apply', '--all', '--date', DATE]);

    expect(first).toMatchObject({ schemaVersion: 1, date: DATE });
    expect(Object.keys(first)).toEqual(['schemaVersion', 'date', 'changes', 'skipped', 'problems']);
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(first.changes.toSorted(byId)).toEqual(
      plan.pullRequests.flatMap((pull) => pull.changes).toSorted(byId),
    );
    expect(second.changes).toEqual([]);
    expect(second.skipped.filter(({ code }) => code === 'already-rotated')).toHaveLength(
      first.changes.length,
    );
    expect(await world.runGit('diff', '--stat')).toBe(changed);
    // what the plan's diff gives is what stands there now
    const diff = plan.pullRequests.map((pull) => pull.diff).join('');
    await writeFile(join(world.folder, 'plan.diff'), diff);
    await world.runGit('apply', '--reverse', join(world.folder, 'plan.diff'));
    expect(await world.runGit('status', '--short')).toBe('');
    const again = await rotatePr(['apply', '--all', '--date', DATE]);
    expect(again.status, 'a broken file was left as it was').toBe(1);
  }, 60_000);

  it('keeps line endings, a missing last newline, indents and comments: only the dates differ', async () => {
    const { world, rotatePr } = await stage();

    await rotatePr(['apply', '--all', '--date', DATE]);

    const text = (namespace: string, file: string) =>
      readFile(join(world.clone, resources(namespace), file), 'utf8');
    expect(await text('canal-permits-prod', 'elasticache.tf')).toMatch(
      /\r\n {2}auth_token_rotated_date = "2026-11-23"\r\n/,
    );
    expect(await text('eel-counter-prod', 'rds.tf')).toMatch(
      /db_password_rotated_date = "23-11-2026"\n {4}\}$/,
    );
    expect(await text('beekeeping-licence-dev', 'serviceacount.tf')).toMatch(
      /\n serviceaccount_token_rotated_date = "23-11-2026"\n/,
    );
    expect(await text('ferry-timetable-dev', 'elasticache.tf')).toContain('= “2026-03-20”');
    expect(await text('dovecote-survey-dev', 'rds.tf')).toContain(
      '#   db_password_rotated_date = "01-02-2024"',
    );
  });

  it('names the broken file with its line, rotates what stands beside it, and ends with 1', async () => {
    const { rotatePr } = await stage();

    const { status, stdout } = await rotatePr(['apply', '-n', 'ferry-timetable-dev', '--format', 'json']);

    const result = JSON.parse(stdout) as ApplyResult;
    expect(status).toBe(1);
    expect(result.changes.map(({ id }) => id)).toEqual([
      'ferry-timetable-dev/serviceaccount.tf#serviceaccount',
    ]);
    expect(result.skipped).toContainEqual(expect.objectContaining({ code: 'invalid-hcl' }));
    expect(result.problems).toContainEqual(
      expect.objectContaining({ file: expect.stringMatching(/elasticache\.tf$/), line: 5, column: 29 }),
    );
  });

  it('refuses to guess what is meant without a selection', async () => {
    const { rotatePr, fingerprint } = await stage();
    const before = await fingerprint();

    for (const args of [[], ['--include-held'], ['--max-age', '30'], ['--all=false'], ['--no-due']]) {
      const { status, stdout, stderr } = await rotatePr(['apply', ...args]);

      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/Nothing was selected.* \d+ credentials in \d+ namespaces/);
      for (const flag of ['--namespace', '--kind', '--team', '--due', '--all'])
        expect(stderr).toContain(flag);
    }

    expect(await fingerprint()).toEqual(before);
  });

  it('takes the namespace it stands in for a selection', async () => {
    const { world, rotatePr } = await stage();

    const { status } = await rotatePr(['apply'], { cwd: join(world.clone, resources('canal-permits-dev')) });

    expect(status).toBe(0);
    expect(await world.runGit('diff', '--name-only')).toBe(
      `${resources('canal-permits-dev')}/serviceaccount.tf\n`,
    );
  });

  it('touches hmpps-template only when its kind is named', async () => {
    const { world, json } = await stage();
    const apply = ['apply', '-n', 'canal-permits-dev', '--date', DATE];

    const without = await json<ApplyResult>(apply);
    const named = await json<ApplyResult>([...apply, '-k', 'hmpps-template']);

    expect(without.changes.map(({ kind }) => kind)).toEqual(['serviceaccount']);
    expect(named.changes.map(({ module, to }) => [module, to])).toEqual([
      ['canal_permits_api', DATE],
      ['canal_permits_ui', DATE],
    ]);
    const ui = await readFile(
      join(world.clone, resources('canal-permits-dev'), 'canal-permits-ui.tf'),
      'utf8',
    );
    expect(ui).toMatch(/force_rotate_token\s+= true/);
  });

  it.skipIf(process.platform === 'win32')('keeps the mode of a file', async () => {
    const { world, rotatePr } = await stage();
    const file = join(world.clone, resources('canal-permits-dev'), 'serviceaccount.tf');
    await chmod(file, 0o755);

    await rotatePr(['apply', '-n', 'canal-permits-dev', '--date', DATE]);

    expect(await readFile(file, 'utf8')).toContain('"23-11-2026"');
    expect((await stat(file)).mode & 0o777).toBe(0o755);
  });

  it.skipIf(process.platform === 'win32')(
    'leaves a link and what it leads to alone, and says so',
    async () => {
      const { world, rotatePr } = await stage();
      const link = join(world.clone, resources('granary-stock-dev'), 'linked.tf');
      const target = '../../canal-permits-dev/resources/serviceaccount.tf';
      await symlink(target, link);

      const { stdout } = await rotatePr(['apply', '-n', 'granary-stock-dev', '--date', DATE]);

      expect((await lstat(link)).isSymbolicLink()).toBe(true);
      expect(await readlink(link)).toBe(target);
      expect(await world.runGit('diff', '--name-only')).toBe(
        `${resources('granary-stock-dev')}/serviceaccount.tf\n`,
      );
      expect(stdout).toMatch(/linked\.tf#scheduled_downtime/);
    },
  );

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says which file cannot be written, and ends with 1',
    async () => {
      const { world, rotatePr } = await stage();
      const folder = join(world.clone, resources('canal-permits-dev'));
      await chmod(folder, 0o555);

      const { status, stdout } = await rotatePr(['apply', '-n', 'canal-permits-*', '--format', 'json']);

      await chmod(folder, 0o755);
      const result = JSON.parse(stdout) as ApplyResult;
      expect(status).toBe(1);
      expect(result.skipped).toContainEqual(expect.objectContaining({ code: 'not-written' }));
      expect(result.changes.map(({ namespace }) => namespace)).toContain('canal-permits-prod');
    },
  );

  it('rotates once more on the same day with --again', async () => {
    const { json } = await stage();
    const apply = ['apply', '-n', NAMESPACE, '--date', DATE];
    await json<ApplyResult>(apply);

    const plain = await json<ApplyResult>(apply);
    const again = await json<ApplyResult>([...apply, '--again']);

    expect(plain.changes).toEqual([]);
    expect(again.changes.map(({ to }) => to)).toEqual([
      expect.stringMatching(/^2026-11-23:\d\d:\d\d$/),
      expect.stringMatching(/^23-11-2026:\d\d:\d\d$/),
      expect.stringMatching(/^23-11-2026-\d{4}$/),
    ]);
  });

  it('reads what is not committed yet', async () => {
    const { world, json } = await stage();
    await writeFile(
      join(world.clone, resources('lighthouse-guide-prod'), 'new.tf'),
      serviceAccount('new', null),
    );

    const { changes } = await json<ApplyResult>(['apply', '-n', 'lighthouse-guide-prod', '--date', DATE]);

    expect(changes).toMatchObject([{ module: 'new', action: 'insert', from: null, to: '23-11-2026' }]);
  });
});

const NAMESPACE = 'allotment-register-prod';
