import { describe, expect, it } from 'vitest';
import type { OpenResult } from '../../src/results/results.ts';
import type { StatusResult } from '../../src/results/status.ts';
import { READ_TOKEN } from '../github/world.ts';
import { stage } from './harness.ts';
import { land } from './land.ts';

const PROD = 'allotment-register-prod';

describe('rotate-pr status', () => {
  it('says what is open, what waits and what to run next, with a token that may only read', async () => {
    const { world, rotatePr, json, violations } = await stage();
    await json<OpenResult>(['open', '-n', PROD, '-n', 'canal-permits-dev']);
    await land(world, { 'notes.txt': 'Mine.\n' }, `rotate/${PROD}`);
    const env = { GITHUB_TOKEN: READ_TOKEN };

    const { stdout, status } = await rotatePr(['status', '--quiet'], { env });
    const result = await json<StatusResult>(['status'], { env });

    expect(status).toBe(0);
    expect(stdout).toMatch(/^Open: 2\n/);
    expect(stdout).toContain('Somebody else committed to its branch');
    expect(stdout).toMatch(/^ {2}\d+ × The next run opens it\.$/m);
    expect(stdout).toMatch(/^To open \d+: rotate-pr open --due$/m);
    expect(result).toMatchObject({ schemaVersion: 1, summary: { open: 2, modifiedByOthers: 1, closed: 0 } });
    expect(violations).toEqual([]);
  });

  it('changes nothing of the clone', async () => {
    const { rotatePr, fingerprint } = await stage();
    const before = await fingerprint();

    await rotatePr(['status']);

    expect(await fingerprint()).toEqual(before);
  });

  it.each([
    ['markdown', /^## Pull requests on \d{4}-\d\d-\d\d\n/],
    ['csv', /^state,cluster,namespace,[^\r]*\r\n/],
  ])('has %s', async (format, words) => {
    const { rotatePr } = await stage();

    expect((await rotatePr(['status', '--format', format])).stdout).toMatch(words);
  });

  it.each([
    ['no token', { GITHUB_TOKEN: undefined }],
    ['a wrong token', { GITHUB_TOKEN: 'ghp_wrong' }],
  ])('cannot run with %s', async (_, env) => {
    const { rotatePr } = await stage();

    const { status, stdout, stderr } = await rotatePr(['status'], { env });

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/token/i);
  });
});
