import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readModuleVersions } from '../../../src/commands/read/module-versions-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'rotate-pr-versions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string) {
  writeFileSync(join(folder, 'versions.json'), text);
  return readModuleVersions(folder, 'versions.json');
}

describe('the file of --module-versions', () => {
  it('names a kind or its repository, beside repositories of other modules', async () => {
    const text =
      '\uFEFF{ "rds": "9.2.0", "cloud-platform-terraform-serviceaccount": "v1.2.0",\r\n "cloud-platform-terraform-s3-bucket": "5.0.0" }\r\n';

    const found = await read(text);

    expect(found.ok && [...found.value].map(([kind, { tag }]) => [kind, tag])).toEqual([
      ['rds', '9.2.0'],
      ['serviceaccount', 'v1.2.0'],
    ]);
  });

  it.each([
    ['a number', '{ "rds": 9.2 }', '1:10: expected a version in double quotes'],
    ['no object', '[]', '1:1: expected {'],
    ['nothing', '', '1:1: expected {'],
    ['an unknown kind', '{\n  "redis": "8.2.0"\n}', '2:3: there is no kind "redis"'],
    ['what is no version', '{\n  "rds": "latest"\n}', '2:10: "latest" is no version'],
    ['a list as a version', '{ "rds": ["9.2.0"] }', '1:10: expected a version'],
    [
      'one kind twice',
      '{ "rds": "9.2.0",\n "cloud-platform-terraform-rds-instance": "9.1.0" }',
      '2:2: the version of rds is given twice',
    ],
    ['the same key twice', '{ "rds": "9.2.0", "rds": "9.1.0" }', '1:19: the version of rds is given twice'],
    ['an end that is missing', '{ "rds": "9.2.0"', '1:17: '],
    ['something behind the end', '{} {}', '1:4: '],
  ])('with %s is refused, and it is said where', async (_, text, expected) => {
    expect(await read(text)).toMatchObject({
      ok: false,
      error: { code: 'bad-module-versions', message: expect.stringContaining(`versions.json:${expected}`) },
    });
  });
});
