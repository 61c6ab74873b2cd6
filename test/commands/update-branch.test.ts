/** "Update branch" on GitHub's page merges the base into a pull request: it is tended all the same. */
import { expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import { addedLines } from '../e2e/end-state.ts';
import { land, landEdit } from '../e2e/land.ts';
import { smallEstate, tokenFile } from '../e2e/small-estate.ts';
import { aTendedWorld, requestOf, type TendedWorld } from './tended-world.ts';

const NAME = 'orchard-dev';
const BRANCH = `rotate/${NAME}`;

async function updateBranch({ world }: TendedWorld): Promise<void> {
  const desk = `${world.folder}/update`;
  await git(world.folder, ['clone', '--quiet', '--branch', BRANCH, world.bare, desk], world.env);
  const merge = ['merge', '--quiet', '--no-ff', '--message', `Merge branch 'main' into ${BRANCH}`];
  await git(desk, [...merge, `origin/${world.defaultBranch}`], world.env);
  await git(desk, ['push', '--quiet', 'origin', BRANCH], world.env);
}

it('is left while nothing changes, updated when something does, and never called somebody’s', async () => {
  const tended = await aTendedWorld({ estate: await smallEstate([{ name: NAME }]) });
  const { world, open, status, pass } = tended;
  await open({ due: true });
  await land(world, { 'notes.md': 'Hello\n' });
  await updateBranch(tended);
  pass(1);

  expect(requestOf(await status(), NAME)).toMatchObject({ next: 'nothing', modifiedByOthers: false });
  expect((await open({ due: true })).pullRequests).toMatchObject([{ outcome: 'unchanged' }]);

  await landEdit(world, tokenFile(NAME), (text) => `# token\n${text}`);
  expect((await open({ due: true })).pullRequests).toMatchObject([{ outcome: 'updated' }]);
  expect(await addedLines(world, BRANCH)).toEqual(['  serviceaccount_token_rotated_date = "24-11-2026"']);
  expect((await open({ due: true })).pullRequests).toMatchObject([{ outcome: 'unchanged' }]);
});
