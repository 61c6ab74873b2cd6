/** Labels, assignees and drafts that a run asks for, and pull requests that are open already. */
import { expect, it } from 'vitest';
import { commitByHand, endStateOf } from '../e2e/end-state.ts';
import { askGitHub } from '../e2e/land.ts';
import { smallEstate } from '../e2e/small-estate.ts';
import { aTendedWorld } from './tended-world.ts';

const BRANCH = 'rotate/orchard-dev';
const flags = { requestReview: false };

it('are set on them once; what people take away stays away', async () => {
  const { world, open, said } = await aTendedWorld({ estate: await smallEstate([{ name: 'orchard-dev' }]) });
  const stateOf = async () => (await endStateOf(world, BRANCH)).pulls[0];
  await open({ due: true });
  const asked = { flags: { ...flags, label: ['rotation'], assignee: ['rotation-team'], draft: true } };

  const { pullRequests } = await open({ due: true }, asked);

  expect(pullRequests).toMatchObject([{ outcome: 'unchanged' }]);
  expect(await stateOf()).toMatchObject({ labels: ['rotation'], assignees: ['rotation-team'], draft: false });
  expect(said).toContain(
    'Pull requests that are open already stay as they are: only new ones are opened as drafts.',
  );

  await askGitHub(world, 'DELETE', '/issues/1/labels/rotation').catch(() =>
    askGitHub(world, 'PATCH', '/issues/1', { labels: [] }),
  );
  await open({ due: true }, asked);
  expect((await stateOf())?.labels).toEqual([]);

  await open({ due: true }, { flags: { ...flags, label: ['rotation', 'security'] } });
  expect((await stateOf())?.labels).toEqual(['rotation', 'security']);
});

it('are not set on one to whose branch somebody committed', async () => {
  const { world, open } = await aTendedWorld({ estate: await smallEstate([{ name: 'orchard-dev' }]) });
  await open({ due: true });
  await commitByHand(world, BRANCH);

  await open({ due: true }, { flags: { ...flags, label: ['rotation'] } });

  expect((await endStateOf(world, BRANCH)).pulls[0]?.labels).toEqual([]);
});
