import { describe, expect, it } from 'vitest';
import type { OpenResult } from '../../src/results/results.ts';
import type { WorldOptions } from '../github/world.ts';
import { endStateOf } from './end-state.ts';
import { DATE, type Stage, stage } from './harness.ts';
import { askGitHub } from './land.ts';
import { smallEstate } from './small-estate.ts';

const NAME = 'orchard-dev';
const OPEN = ['open', '-n', NAME, '--date', DATE];

async function one(options: WorldOptions = {}): Promise<Stage> {
  return stage({ estate: await smallEstate([{ name: NAME, team: 'gardeners' }]), ...options });
}

/** The pull request after a run, and what the run said. */
async function opened(on: Stage, ...args: string[]) {
  const { status, stderr } = await on.rotatePr([...OPEN, ...args]);
  const { pulls } = await endStateOf(on.world, `rotate/${NAME}`);
  expect(pulls).toHaveLength(1);
  return { status, stderr, pull: pulls[0]! };
}

describe('rotate-pr open shows the pull request to people', () => {
  it('with labels that it makes, assignees and reviewers, once', async () => {
    const on = await one({ teams: { gardeners: 'collaborator', webops: 'collaborator' }, users: ['ada'] });
    const args = [
      ...['--label', 'rotation', '--label', 'Security', '--assignee', 'ada', '--reviewer', 'ada'],
      ...['--team-reviewer', 'webops'],
    ];
    await askGitHub(on.world, 'POST', '/labels', {
      name: 'security',
      color: 'ff0000',
      description: 'Of people',
    });

    const { status, stderr, pull } = await opened(on, ...args);
    const traffic = await on.trafficOf(() => on.rotatePr([...OPEN, ...args]));

    expect(status, stderr).toBe(0);
    expect(pull).toMatchObject({ assignees: ['ada'], reviewers: ['ada'] });
    expect(pull.labels.toSorted()).toEqual(['rotation', 'security']);
    expect(pull.teams.toSorted()).toEqual(['gardeners', 'webops']);
    expect(pull.marker).not.toHaveProperty('undressed');
    expect(traffic).toMatchObject({ apiWrites: 0, pushes: 0 });
    expect(on.violations).toEqual([]);
  });

  it('asks nobody with --no-request-review', async () => {
    const { pull } = await opened(await one({ teams: { gardeners: 'collaborator' } }), '--no-request-review');

    expect(pull).toMatchObject({ reviewers: [], teams: [] });
  });

  it('says whom GitHub refuses, and asks the others', async () => {
    const on = await one({ teams: { gardeners: 'collaborator', guests: 'stranger' }, users: ['ada'] });

    const { status, stderr, pull } = await opened(
      on,
      ...[
        '--reviewer',
        'ada',
        '--reviewer',
        'nobody',
        '--team-reviewer',
        'guests',
        '--team-reviewer',
        'no-such',
      ],
      ...['--label', 'rotation', '--label', 'x'.repeat(51), '--assignee', 'nobody'],
    );
    const traffic = await on.trafficOf(() => on.rotatePr(OPEN));

    expect(status, stderr).toBe(0);
    expect(pull).toMatchObject({
      reviewers: ['ada'],
      teams: ['gardeners'],
      labels: ['rotation'],
      assignees: [],
    });
    expect(stderr).toMatch(/nobody cannot be asked for reviews/);
    expect(stderr).toMatch(/the team guests cannot be asked for reviews/);
    expect(stderr).toMatch(/the team no-such cannot be asked for reviews: .*the token cannot see them/);
    expect(stderr).not.toContain('global id');
    expect(stderr).toMatch(/The label x+ cannot be created/);
    // a run that asks for others asks once: reviewers, and the rest in one request
    expect(traffic).toMatchObject({ apiWrites: 1 });

    expect(await on.trafficOf(() => on.rotatePr(OPEN))).toMatchObject({ apiWrites: 0 });
  });

  it('never asks the author, whom GitHub refuses with everybody else', async () => {
    const on = await one({ teams: { gardeners: 'collaborator' }, users: ['ada'] });

    const { stderr, pull } = await opened(on, '--reviewer', 'Rotation-Team', '--reviewer', 'ada');

    expect(pull).toMatchObject({ reviewers: ['ada'], teams: ['gardeners'] });
    expect(stderr).not.toMatch(/cannot be asked/);
    const asked = on.world.github.log.filter(({ path }) => path.endsWith('/requested_reviewers'));
    expect(asked).toHaveLength(1);
  });

  it('leaves the labels and assignees that people have set', async () => {
    const on = await one({ users: ['ada'] });
    await opened(on, '--label', 'rotation', '--no-request-review');
    await askGitHub(on.world, 'PATCH', '/issues/1', { labels: ['rotation', 'urgent'], assignees: ['ada'] });

    const { json } = on;
    await json<OpenResult>(['open', '-n', NAME, '--date', '2026-12-24', '--label', 'rotation']);

    const { pulls } = await endStateOf(on.world, `rotate/${NAME}`);
    expect(pulls[0]?.labels.toSorted()).toEqual(['rotation', 'urgent']);
    expect(pulls[0]?.assignees).toEqual(['ada']);
  });
});

describe('rotate-pr open', () => {
  it('opens a draft with --draft, and has GitHub not merge it', async () => {
    const on = await one({ autoMerge: true });

    const { pull, stderr } = await opened(on, '--draft', '--auto-merge', 'squash', '--no-request-review');

    expect(pull.draft).toBe(true);
    expect(stderr).not.toMatch(/merge by itself/);
    expect(on.world.github.log.filter(({ path }) => path === '/graphql')).toEqual([]);
  });

  it('has GitHub merge it with --auto-merge once its checks pass', async () => {
    const on = await one({ autoMerge: true });
    // a check that has not run yet is why GitHub waits
    on.world.github.intercept((method, path) => {
      if (method === 'POST' && path === '/graphql') {
        const sha = on.world.github.log.findLast(({ path }) => path.endsWith('/pulls'))?.responseBody;
        on.world.github.setChecks((sha as { head: { sha: string } }).head.sha, 'PENDING');
      }
      return null;
    });

    const { status, stderr } = await opened(
      on,
      '--auto-merge',
      'squash',
      '--no-request-review',
      '--label',
      'x',
    );

    expect(status, stderr).toBe(0);
    expect(stderr).not.toMatch(/does not merge by itself/);
    expect(await askGitHub(on.world, 'GET', '/pulls/1')).toMatchObject({
      auto_merge: { merge_method: 'squash' },
    });
  });

  it('says where the repository does not allow it to merge by itself, and opens it all the same', async () => {
    const { status, stderr } = await opened(await one(), '--auto-merge', 'merge');

    expect(status, stderr).toBe(0);
    expect(stderr).toMatch(/#1 does not merge by itself\. .*not allowed/);
  });
});
