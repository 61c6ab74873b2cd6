import { describe, expect, it } from 'vitest';
import type { OpenResult } from '../../src/results/results.ts';
import { listPulls, rotationBranches, stage } from './harness.ts';
import { askGitHub } from './land.ts';

const PROD = 'allotment-register-prod';
const DEV = 'canal-permits-dev';

describe('rotate-pr close', () => {
  it('takes back what open opened, and is done when it is run again', async () => {
    const { world, rotatePr, json, violations, fingerprint } = await stage();
    await json<OpenResult>(['open', '-n', PROD, '-n', DEV]);
    const before = await fingerprint();

    const planned = await rotatePr(['close', '--all', '--dry-run', '--quiet']);
    const stillOpen = await listPulls(world);
    const closed = await rotatePr(['close', '--all', '--quiet', '--reason', 'By mistake']);
    const again = await rotatePr(['close', '--all', '--quiet']);

    expect(planned.stdout).toMatch(/2 would be closed[\s\S]*To close them: rotate-pr close --all$/m);
    expect(stillOpen).toHaveLength(2);
    expect(closed.stdout).toContain('2 pull requests: 2 closed.');
    expect(again.stdout).toBe('Nothing to close: no open pull request or branch of rotate-pr is selected.\n');
    expect([planned.status, closed.status, again.status]).toEqual([0, 0, 0]);
    expect(await listPulls(world)).toEqual([]);
    expect(await rotationBranches(world)).toEqual([]);
    const comments = (await askGitHub(world, 'GET', '/issues/1/comments')) as unknown as { body: string }[];
    expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining('Reason given: By mistake')]);
    expect(await fingerprint()).toEqual(before);
    expect(violations).toEqual([]);
  });

  it('finishes what GitHub refused in the middle, with an exit code that says so', async () => {
    const { world, rotatePr, json } = await stage();
    await json<OpenResult>(['open', '-n', PROD, '-n', DEV]);
    world.github.intercept((method, path) =>
      method === 'PATCH' && path.endsWith('/pulls/2') ? { status: 422, body: { message: 'No.' } } : null,
    );

    const first = await rotatePr(['close', '--all', '--quiet']);
    world.github.intercept(null);
    const second = await json<OpenResult>(['close', '--all']);

    expect(first.status).toBe(1);
    expect(first.stdout).toMatch(/1 closed, 1 failed[\s\S]*run it again: rotate-pr close --all$/m);
    expect(second.pullRequests).toMatchObject([{ number: 2, outcome: 'closed' }]);
    expect(await rotationBranches(world)).toEqual([]);
    const comments = (await askGitHub(world, 'GET', '/issues/2/comments')) as unknown as unknown[];
    expect(comments).toHaveLength(1);
  });

  it.each([
    ['nothing selected', ['close'], /Nothing was selected.*--all/],
    ['an endless reason', ['close', '--all', '--reason', 'x'.repeat(1_001)], /--reason takes at most 1000/],
  ])('cannot run with %s', async (_, args, words) => {
    const { rotatePr } = await stage();

    const { status, stdout, stderr } = await rotatePr(args);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });
});
