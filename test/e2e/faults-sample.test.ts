import { describe, expect, it } from 'vitest';
import type { OpenResult } from '../../src/results/results.ts';
import { refusal } from '../github/server/answers.ts';
import { secondaryLimit } from '../github/server/faults.ts';
import { addedLines, endStateOf } from './end-state.ts';
import { DATE, type Stage, stage } from './harness.ts';
import { land, serviceAccount } from './land.ts';
import { smallEstate, tokenFile } from './small-estate.ts';

const NAMES = ['brook-dev', 'orchard-dev'];
const OPEN = ['open', '--all', '--date', DATE, '--no-request-review', '--format', 'json'];

async function two(): Promise<Stage> {
  return stage({ estate: await smallEstate(NAMES.map((name) => ({ name }))) });
}

async function expectWhole(on: Stage): Promise<void> {
  const { pullRequests } = await on.json<OpenResult>(OPEN);
  expect(pullRequests.filter(({ outcome }) => !['created', 'unchanged'].includes(outcome))).toEqual([]);
  for (const name of NAMES) {
    const { sha, pulls } = await endStateOf(on.world, `rotate/${name}`);
    expect(pulls).toMatchObject([{ state: 'open', comments: [], marker: { head: sha } }]);
    expect(await addedLines(on.world, `rotate/${name}`)).toHaveLength(1);
  }
}

describe('rotate-pr open, when something fails', () => {
  it.each([
    ['GitHub refuses the token', 2, /^GET \S+\/environments$/, refusal(401, 'Bad credentials')],
    ['GitHub cannot list pull requests', 2, /^GET \S+\/pulls\?/, refusal(502, 'Bad Gateway')],
    ['a limit is reached', 1, /^POST \S+\/pulls$/, secondaryLimit(60)],
    ['one pull request is refused', 1, /^POST \S+\/pulls$/, refusal(422, 'Validation Failed')],
    ['the answer is lost', 1, /^POST \S+\/pulls$/, { fault: 'cut-after' }],
  ] as const)(
    'says so, ends with its code, and the next run makes it whole: %s',
    async (_, code, pattern, fault) => {
      const on = await two();
      let met = 0;
      on.world.github.intercept((method, path) => {
        return pattern.test(`${method} ${path}`) && met++ === 0 ? fault : null;
      });

      const { status, stderr } = await on.rotatePr(OPEN);
      on.world.github.intercept(null);

      expect(met).toBeGreaterThan(0);
      expect(status, stderr).toBe(code);
      expect(stderr).not.toMatch(/\n\s+at /);
      if (code === 2) expect(stderr).toMatch(/^rotate-pr: Could not .*\.$/m);
      await expectWhole(on);
    },
  );

  it('says which namespaces wait when a limit of GitHub ends it early', async () => {
    const on = await two();
    on.world.github.intercept((method, path) =>
      method === 'POST' && path.endsWith('/pulls') ? secondaryLimit(60) : null,
    );

    const { pullRequests } = await on.json<OpenResult>(OPEN);
    on.world.github.intercept(null);

    expect(pullRequests.map(({ outcome }) => outcome)).toEqual(['deferred', 'deferred']);
    await expectWhole(on);
  });

  it.each([
    ['is cut before it arrives', { fault: 'cut' } as const],
    ['arrives and is not answered', { fault: 'cut-after' } as const],
    ['is refused', { status: 500, body: 'Server Error' }],
  ])('makes it whole when a push %s', async (_, fault) => {
    const on = await two();
    let met = 0;
    on.world.git.intercept((method, path) =>
      method === 'POST' && path.endsWith('receive-pack') && met++ === 0 ? fault : null,
    );

    const { stderr } = await on.rotatePr(OPEN);
    on.world.git.intercept(null);

    expect(met).toBeGreaterThan(0);
    expect(stderr).not.toMatch(/\n\s+at /);
    await expectWhole(on);
  });

  it('makes it whole when what is new on the base branch could not be fetched', async () => {
    const on = await two();
    await land(on.world, { [tokenFile('brook-dev')]: serviceAccount('token', '21-03-2026') });
    // the first two requests list the branches, the next one begins to fetch
    let asked = 0;
    on.world.git.intercept(() => (asked++ === 2 ? { fault: 'cut' } : null));

    const { status, stderr } = await on.rotatePr(OPEN);
    on.world.git.intercept(null);

    expect(status, stderr).toBe(2);
    expect(stderr).toMatch(/^rotate-pr: /m);
    await expectWhole(on);
  });
});
