import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type AuditOptions, audit } from '../../../src/commands/audit.ts';
import type { AuditResult } from '../../../src/results/results.ts';
import { serviceAccount } from '../../e2e/land.ts';
import { git, LIVE, removeTemps, tempTree } from '../../environments/temp.ts';
import { options } from '../options.ts';

afterEach(removeTemps);

const FOLDER = `namespaces/${LIVE}/orchard-dev/resources`;
const AURORA =
  'module "aurora" {\n  source = "github.com/ministryofjustice/cloud-platform-terraform-rds-aurora?ref=4.3.0"\n}\n';

/** A repository whose one commit holds these files. */
function committed(files: Readonly<Record<string, string>>): string {
  const root = tempTree(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text])),
  );
  git(root, 'init', '--quiet');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'Before');
  return root;
}

function write(root: string, name: string, text: string): void {
  const path = join(root, FOLDER, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function auditSince(root: string, more: Partial<AuditOptions> = {}): Promise<AuditResult> {
  const result = await audit({ ...options({ root }), newSince: 'HEAD', ...more }, () => {});
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function names({ credentials }: AuditResult): readonly string[] {
  return credentials.map(({ module }) => module);
}

describe('the policy of a check of what is new', () => {
  const CONFIG = '.github/rotate-pr.yml';
  const exclude = 'exclude:\n  - match: { namespace: orchard-dev }\n    reason: Ours.\n';

  function policy(root: string, text: string): void {
    mkdirSync(join(root, '.github'), { recursive: true });
    writeFileSync(join(root, CONFIG), text);
  }

  it.each([
    ['excludes what it adds', exclude],
    ['allows any age', 'maxAge: 36500\n'],
  ])('is that of the commit compared with, where the change %s; the change is a problem', async (_, text) => {
    const root = committed({ 'a.tf': '' });
    policy(root, text);
    write(root, 'a.tf', serviceAccount('fresh', '01-01-2020'));

    const { credentials, problems } = await auditSince(root, { maxAgeDays: null });

    expect(credentials).toMatchObject([{ module: 'fresh', state: 'due', maxAgeDays: 90 }]);
    expect(problems).toMatchObject([{ file: CONFIG, code: 'policy-changed' }]);
  });

  it('is that of the commit compared with, where the change takes a rule away', async () => {
    const root = committed({ 'a.tf': '' });
    policy(root, exclude);
    git(root, 'add', '--all');
    git(root, 'commit', '--quiet', '--message', 'A policy');
    policy(root, '');
    write(root, 'a.tf', serviceAccount('fresh', '01-01-2020'));

    const { credentials, problems } = await auditSince(root);

    expect(credentials).toMatchObject([{ state: 'exempt' }]);
    expect(problems).toMatchObject([{ code: 'policy-changed' }]);
  });

  it('is no problem where it is unchanged', async () => {
    const root = committed({ 'a.tf': '' });
    policy(root, 'maxAge: 30\n');
    git(root, 'add', '--all');
    git(root, 'commit', '--quiet', '--message', 'A policy');
    write(root, 'a.tf', serviceAccount('fresh', '01-11-2026'));

    const { credentials, problems } = await auditSince(root, { maxAgeDays: null });

    expect(credentials).toMatchObject([{ state: 'ok', maxAgeDays: 30 }]);
    expect(problems).toEqual([]);
  });
});

describe('audit of what is new since a commit', () => {
  it('has a new module, and none that stood there', async () => {
    const root = committed({ 'a.tf': serviceAccount('old', null) });
    write(root, 'a.tf', serviceAccount('old', null) + serviceAccount('fresh', null));

    const result = await auditSince(root);

    expect(names(result)).toEqual(['fresh']);
    expect(result.summary).toMatchObject({ credentials: 1, namespaces: 1, byState: { never: 1 } });
    expect(result.newSince).toMatch(/^[0-9a-f]{40}$/);
  });

  it('does not take a block for new that has moved to another file, or a file to another name', async () => {
    const root = committed({ 'a.tf': serviceAccount('one', null), 'b.tf': serviceAccount('two', null) });
    renameSync(join(root, FOLDER, 'a.tf'), join(root, FOLDER, 'c.tf'));
    write(root, 'b.tf', '');
    write(root, 'd.tf', serviceAccount('two', null));

    expect(names(await auditSince(root))).toEqual([]);
  });

  it('takes another name, another kind and another namespace for new', async () => {
    const root = committed({ 'a.tf': serviceAccount('one', null) });
    write(root, 'a.tf', serviceAccount('renamed', null));
    write(root, '../../orchard-prod/resources/a.tf', serviceAccount('one', null));
    write(
      root,
      'b.tf',
      AURORA.replace('"aurora"', '"one"').replace('rds-aurora?ref=4.3.0', 'rds-instance?ref=9.2.0'),
    );

    const result = await auditSince(root);

    expect(result.credentials.map(({ namespace, kind, module }) => `${namespace} ${kind} ${module}`)).toEqual(
      ['orchard-dev serviceaccount renamed', 'orchard-dev rds one', 'orchard-prod serviceaccount one'],
    );
  });

  it('leaves out old problems and old modules without a date, and has the new ones', async () => {
    const broken =
      'module "x" {\n  source = "github.com/ministryofjustice/cloud-platform-terraform-serviceaccount?ref=1.2.0"\n  a = [\n}\n';
    const root = committed({ 'old.tf': broken, 'aurora.tf': AURORA });
    write(root, 'old.tf', `# a line more\n${broken}`);
    write(root, 'new.tf', broken.replace('"x"', '"y"'));
    write(root, 'aurora.tf', AURORA + AURORA.replace('"aurora"', '"second"'));

    const { problems, summary } = await auditSince(root);

    expect(problems.map(({ file }) => file)).toEqual([`${FOLDER}/new.tf`]);
    expect(summary.notRotatable.map(({ module }) => module)).toEqual(['second']);
  });

  it('compares two commits', async () => {
    const root = committed({ 'a.tf': serviceAccount('old', null) });
    write(root, 'b.tf', serviceAccount('fresh', null));
    git(root, 'add', '--all');
    git(root, 'commit', '--quiet', '--message', 'After');
    write(root, 'c.tf', serviceAccount('not_committed', null));

    expect(names(await auditSince(root, { base: 'HEAD', newSince: 'HEAD^1' }))).toEqual(['fresh']);
  });

  it('cannot run without the commit, and says how to get it', async () => {
    const root = committed({ 'a.tf': '' });

    const result = await audit({ ...options({ root }), newSince: 'HEAD^1' }, () => {});

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'unknown-commit', message: expect.stringMatching(/fetch-depth: 2/) },
    });
  });
});
