/** What a pull request rotates is read from its commit: its marker and the commit's trailers can be written by anybody who may push. */
import { describe, expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import { messageWithTrailers } from '../../src/publish/commit-trailers.ts';
import { contentDigest } from '../../src/publish/digest.ts';
import { formatMarker, parseMarker } from '../../src/publish/marker.ts';
import { askGitHub, land, readRemoteFile, serviceAccount } from '../e2e/land.ts';
import { smallEstate, tokenFile } from '../e2e/small-estate.ts';
import type { World } from '../github/world.ts';
import { aTendedWorld, requestOf, type TendedWorld } from './tended-world.ts';

const NAMESPACE = 'orchard-dev';
const BRANCH = `rotate/${NAMESPACE}`;
const TOKEN = `${NAMESPACE}/serviceaccount.tf#token`;

async function anEstate(): Promise<TendedWorld> {
  return aTendedWorld({ estate: await smallEstate([{ name: NAMESPACE }]) });
}

/** Puts one commit on the branch that changes one file and bears the trailers that it would have if the program had made it. */
async function forge(world: World, path: string, text: string): Promise<string> {
  const base = (await git(world.bare, ['rev-parse', world.defaultBranch])).trim();
  const tree = await land(world, { [path]: text }, world.defaultBranch);
  await git(world.bare, ['update-ref', `refs/heads/${world.defaultBranch}`, base]);
  const blob = (await git(world.bare, ['rev-parse', `${tree}:${path}`])).trim();
  const digest = contentDigest([{ path, mode: '100644', blob }]);
  const message = messageWithTrailers('Rotate credentials', { base, digest });
  const sha = (
    await git(world.bare, ['commit-tree', `${tree}^{tree}`, '-p', base, '-m', message], world.env)
  ).trim();
  await git(world.bare, ['update-ref', `refs/heads/${BRANCH}`, sha]);
  return sha;
}

/** Rewrites the marker of a pull request. */
async function remark(world: World, number: number, change: Record<string, unknown>): Promise<void> {
  const { body } = await askGitHub(world, 'GET', `/pulls/${number}`);
  const marker = parseMarker(String(body));
  if (marker === null) throw new Error('There is no marker.');
  const forged = String(body).replace(formatMarker(marker), formatMarker({ ...marker, ...change }));
  await askGitHub(world, 'PATCH', `/pulls/${number}`, { body: forged });
}

describe('a branch with one commit that bears our trailers', () => {
  it('is left alone and named where it changes something else, whatever its marker says', async () => {
    const { world, open, status } = await anEstate();
    await open({});
    const head = await forge(world, 'README.md', '# Not a rotation\n');
    await remark(world, 1, { head, changes: { [TOKEN]: '01-01-2099' } });

    const { pullRequests } = await open({});

    expect(pullRequests).toMatchObject([
      { outcome: 'left-alone', reason: expect.stringContaining('README.md') },
    ]);
    expect(requestOf(await status(), NAMESPACE)).toMatchObject({ modifiedByOthers: true });
    expect((await git(world.bare, ['rev-parse', BRANCH])).trim()).toBe(head);
    const { labels } = await askGitHub(world, 'GET', '/pulls/1');
    expect(labels).toEqual([]);
  });

  it('is left alone where it rotates and does more', async () => {
    const { world, open } = await anEstate();
    await open({});
    const text = `${serviceAccount('token', '23-11-2026')}resource "null_resource" "mine" {}\n`;
    const head = await forge(world, tokenFile(NAMESPACE), text);
    await remark(world, 1, { head });

    expect((await open({})).pullRequests).toMatchObject([
      { outcome: 'left-alone', reason: expect.stringContaining('serviceaccount.tf') },
    ]);
  });
});

describe('a marker that says something else than the commit', () => {
  it.each([
    ['a day that never comes', { changes: { [TOKEN]: '01-01-2099' } }],
    ['that nothing was rotated', { changes: {} }],
    ['another value of before', { from: { [TOKEN]: '22-11-2026' } }],
    ['other files', { files: { 'README.md': '0'.repeat(40) } }],
  ])('is not believed: %s', async (_, change) => {
    const { world, open, pass } = await anEstate();
    await open({ due: true });
    await remark(world, 1, change);
    pass(1);

    const next = await open({ due: true });
    pass(20);
    const later = await open({ due: true });

    expect(next.pullRequests).toMatchObject([{ outcome: 'unchanged' }]);
    expect(later.pullRequests).toMatchObject([{ outcome: 'updated', changes: [{ id: TOKEN }] }]);
    expect(await readRemoteFile(world, tokenFile(NAMESPACE), BRANCH)).toContain('"14-12-2026"');
  });
});
