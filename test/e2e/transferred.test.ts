import { expect, it } from 'vitest';
import type { OpenResult } from '../../src/results/results.ts';
import { DATE, type Stage, stage } from './harness.ts';
import { askGitHub } from './land.ts';
import { smallEstate } from './small-estate.ts';

const OLD = 'old-org/environments';
const OPEN = ['open', '-n', 'orchard-*', '--date', DATE];

/** A clone whose remote names an owner that the repository was transferred from: git and the API send it on. */
async function transferred(): Promise<Stage> {
  const on = await stage({ estate: await smallEstate([{ name: 'orchard-dev' }]) });
  const { git, github, repository, runGit } = on.world;
  await runGit('remote', 'set-url', 'origin', `${git.url}/${OLD}.git`);
  await runGit('config', `url.${git.url}/${repository}.git.insteadOf`, `${git.url}/${OLD}.git`);
  github.intercept((method, path) => {
    if (!path.startsWith(`/repos/${OLD}`)) return null;
    const location = `${github.url}${path.replace(OLD, repository)}`;
    const status = method === 'GET' ? 301 : 307;
    return {
      status,
      body: { message: 'Moved Permanently', url: location, documentation_url: 'https://docs.github.com' },
      headers: { location },
    };
  });
  return {
    ...on,
    json: (args, options = {}) => on.json(args, { ...options, env: { GITHUB_REPOSITORY: OLD } }),
  };
}

async function outcomeOf({ json }: Stage, args: readonly string[] = OPEN): Promise<string> {
  const { pullRequests } = await json<OpenResult>(args);
  return pullRequests.map(({ outcome, number }) => `${outcome} ${number}`).join();
}

it('finds its pull request in a repository that was transferred since it was cloned', async () => {
  const on = await transferred();

  const first = await outcomeOf(on);
  const second = await outcomeOf(on);
  const updated = await outcomeOf(on, ['open', '-n', 'orchard-*', '--date', '2026-12-24']);

  expect([first, second, updated]).toEqual(['created 1', 'unchanged 1', 'updated 1']);
});

it('does not open again what a person closed there', async () => {
  const on = await transferred();
  await outcomeOf(on);
  await askGitHub(on.world, 'PATCH', '/pulls/1', { state: 'closed' });

  expect(await outcomeOf(on)).toBe('left-alone 1');
});
