import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/report/diff.ts';

const RDS = [
  'module "rds" {',
  '  source                   = "github.com/ministryofjustice/cloud-platform-terraform-rds-instance?ref=9.2.0"',
  '  namespace                = var.namespace',
  '  db_engine                = "postgres"',
  '  db_engine_version        = "16"',
  '  rds_family               = "postgres16"',
  '  db_password_rotated_date = "12-03-2024"',
  '}',
  '',
  'resource "kubernetes_secret" "rds" {',
  '  metadata {',
  '    name = "rds-instance-output"',
  '  }',
  '}',
  '',
].join('\n');
const AFTER = RDS.replace('12-03-2024', '23-11-2026');
const TWO = `${RDS}\n${RDS.replaceAll('"rds"', '"rds_two"')}`;
const INSERTED = RDS.replace('"12-03-2024"\n', '"12-03-2024"\n\n  other = "23-11-2026"\n');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rotate-pr-diff-'));
  git('init', '--quiet');
  git('config', 'core.autocrlf', 'false');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('a diff', () => {
  it('shows three lines around the change and the block it is in', () => {
    expect(unifiedDiff('namespaces/live/a/resources/rds.tf', RDS, AFTER)).toMatchInlineSnapshot(`
      "diff --git a/namespaces/live/a/resources/rds.tf b/namespaces/live/a/resources/rds.tf
      --- a/namespaces/live/a/resources/rds.tf
      +++ b/namespaces/live/a/resources/rds.tf
      @@ -4,7 +4,7 @@ module "rds" {
         db_engine                = "postgres"
         db_engine_version        = "16"
         rds_family               = "postgres16"
      -  db_password_rotated_date = "12-03-2024"
      +  db_password_rotated_date = "23-11-2026"
       }
       
       resource "kubernetes_secret" "rds" {
      "
    `);
  });

  it('is empty when nothing changed', () => {
    expect(unifiedDiff('rds.tf', RDS, RDS)).toBe('');
  });

  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const cases: readonly (readonly [name: string, path: string, before: string, after: string])[] = [
    ['a replaced date', 'rds.tf', RDS, AFTER],
    ['an inserted date', 'a/b/rds.tf', RDS, INSERTED],
    ['two changes far apart', 'two.tf', TWO, TWO.replaceAll('12-03-2024', '23-11-2026')],
    ['CRLF line endings', 'crlf.tf', crlf(RDS), crlf(AFTER)],
    ['mixed line endings', 'mixed.tf', RDS.replace('\n', '\r\n'), AFTER.replace('\n', '\r\n')],
    ['no newline at the end of the file', 'end.tf', RDS.trimEnd(), AFTER.trimEnd()],
    ['a change on a last line without newline', 'last.tf', 'a = "1"', 'a = "2"'],
    ['an added newline at the end of the file', 'newline.tf', 'a = "1"', 'a = "1"\n'],
    ['a file of one line', 'one.tf', 'a = "1"\n', 'a = "2"\n'],
    ['a path outside ASCII', 'dépôt/日本.tf', RDS, AFTER],
    ['a path with a space', 'with space/r d s.tf', RDS, AFTER],
    ['a path with quotes and a backslash', 'qu"ote\\d.tf', RDS, AFTER],
    [
      'text outside ASCII before the block',
      'text.tf',
      `# né à Zürich 🔑\n${RDS}`,
      `# né à Zürich 🔑\n${AFTER}`,
    ],
    ['a long first line as heading', 'long.tf', `${'é'.repeat(70)}\n${RDS}`, `${'é'.repeat(70)}\n${AFTER}`],
    ['a byte order mark', 'bom.tf', `\ufeff${RDS}`, `\ufeff${AFTER}`],
    [
      'a lone carriage return in a line',
      'cr.tf',
      RDS.replace('postgres"', 'post\rgres"'),
      AFTER.replace('postgres"', 'post\rgres"'),
    ],
  ];

  // `"` and `\` cannot be in a path on Windows.
  const possible = cases.filter(([, path]) => process.platform !== 'win32' || !/["\\]/.test(path));

  it.each(possible)('of %s is taken by git apply, byte for byte', (_, path, before, after) => {
    write(path, before);
    write('change.diff', unifiedDiff(path, before, after));

    git('apply', '--whitespace=nowarn', 'change.diff');

    expect(readFileSync(join(folder, path), 'utf8')).toBe(after);
  });

  it.each(possible)('of %s is what git diff prints', (_, path, before, after) => {
    write(path, before);
    git('add', '--', path);
    write(path, after);

    const printed = git('diff', '--no-ext-diff', '--', path).replace(/^index .*\n/m, '');

    expect(unifiedDiff(path, before, after)).toBe(printed);
  });
});
