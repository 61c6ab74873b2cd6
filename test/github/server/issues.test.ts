import { describe, expect, it } from 'vitest';
import { aCheckedWorld, octokitFor, pushBranch, refusalOf, repositoryOf } from '../servers.ts';
import { FORK_TOKEN, READ_TOKEN, type WorldOptions, WRITE_TOKEN } from '../world.ts';

const TOKENS = {
  [WRITE_TOKEN]: { login: 'writer', write: true },
  colleague: { login: 'colleague', write: true },
};

async function scene(options: WorldOptions = {}) {
  const { world, violations } = await aCheckedWorld(options);
  const { rest } = octokitFor(world);
  return { world, violations, rest, at: repositoryOf(world) };
}

async function withPull(options: WorldOptions = {}) {
  const on = await scene(options);
  await pushBranch(on.world, 'rotate/one');
  await on.rest.pulls.create({ ...on.at, title: 'Rotate one', head: 'rotate/one', base: 'main' });
  return { ...on, pull: { ...on.at, pull_number: 1 }, issue: { ...on.at, issue_number: 1 } };
}

describe('labels', () => {
  it('are made once, whatever their case, and listed', async () => {
    const { rest, at, violations } = await scene();

    const made = await rest.issues.createLabel({
      ...at,
      name: 'Rotation',
      color: 'AA00bb',
      description: 'd',
    });
    const grey = await rest.issues.createLabel({ ...at, name: 'grey' });
    const again = await refusalOf(rest.issues.createLabel({ ...at, name: 'rotation' }));
    const listed = await rest.issues.listLabelsForRepo(at);

    expect(made.data).toMatchObject({ name: 'Rotation', color: 'aa00bb', description: 'd' });
    expect(grey.data.color).toBe('ededed');
    expect(again).toMatch(/422 .*"resource":"Label","code":"already_exists","field":"name"/);
    expect(listed.data.map(({ name }) => name)).toEqual(['grey', 'Rotation']);
    expect(violations).toEqual([]);
  });

  it.each([
    ['without a name', { name: ' ' }, /missing_field/],
    ['with a long name', { name: 'x'.repeat(51) }, /maximum is 50 characters/],
    ['with a colour that is none', { name: 'x', color: 'red' }, /"code":"invalid","field":"color"/],
  ])('are refused %s', async (_, label, expected) => {
    const { rest, at } = await scene();

    expect(await refusalOf(rest.issues.createLabel({ ...at, ...label }))).toMatch(expected);
  });

  it('are put on a pull request and taken off, and made where they are not there', async () => {
    const { rest, at, issue, pull, violations } = await withPull();
    await rest.issues.createLabel({ ...at, name: 'Dependencies' });

    const put = await rest.issues.addLabels({ ...issue, labels: ['dependencies', 'new'] });
    await rest.issues.removeLabel({ ...issue, name: 'NEW' });
    const gone = await refusalOf(rest.issues.removeLabel({ ...issue, name: 'new' }));
    const after = await rest.pulls.get(pull);

    expect(put.data.map(({ name }) => name)).toEqual(['Dependencies', 'new']);
    expect(gone).toContain('404 Label does not exist');
    expect(after.data.labels.map(({ name }) => name)).toEqual(['Dependencies']);
    expect(violations).toEqual([]);
  });

  it('are given in full to a pull request as an issue', async () => {
    const { rest, issue, pull, violations } = await withPull();
    await rest.issues.addLabels({ ...issue, labels: ['one'] });

    await rest.issues.update({ ...issue, labels: ['two', 'three'] });

    const after = await rest.pulls.get(pull);
    expect(after.data.labels.map(({ name }) => name)).toEqual(['two', 'three']);
    expect(violations).toEqual([]);
  });
});

describe('a pull request as an issue', () => {
  it('takes assignees, drops in silence who cannot be assigned, and takes a milestone', async () => {
    const { rest, at, issue, pull, violations } = await withPull({ tokens: TOKENS, users: ['guest'] });
    await rest.issues.createMilestone({ ...at, title: 'Quarter' });

    const updated = await rest.issues.update({
      ...issue,
      assignees: ['colleague', 'nobody', 'guest'],
      milestone: 1,
      body: 'New.',
    });
    const unknown = await refusalOf(rest.issues.update({ ...issue, milestone: 7 }));
    await rest.issues.removeAssignees({ ...issue, assignees: ['guest'] });
    const after = await rest.pulls.get(pull);

    expect(updated.data.assignees?.map(({ login }) => login)).toEqual(['colleague', 'guest']);
    expect(unknown).toMatch(/422 .*milestone/);
    expect(after.data.assignees?.map(({ login }) => login)).toEqual(['colleague']);
    expect(after.data).toMatchObject({ milestone: { title: 'Quarter' }, body: 'New.' });
    expect(violations).toEqual([]);
  });

  it('closes and opens again, and says who did it', async () => {
    const { rest, issue, violations } = await withPull();

    await rest.issues.update({ ...issue, state: 'closed' });
    const closed = await rest.issues.get(issue);
    await rest.issues.update({ ...issue, state: 'open' });
    const open = await rest.issues.get(issue);

    expect(closed.data).toMatchObject({ state: 'closed', closed_by: { login: 'rotation-team' } });
    expect(closed.data.closed_at).toMatch(/Z$/);
    expect(open.data).toMatchObject({ state: 'open', closed_by: null, closed_at: null });
    expect(violations).toEqual([]);
  });
});

describe('plain issues', () => {
  it('are made, changed, closed and found by label, state and creator, beside pull requests', async () => {
    const { rest, at, world, violations } = await withPull({ tokens: TOKENS });

    const made = await rest.issues.create({
      ...at,
      title: 'Dashboard',
      body: 'b',
      labels: ['Rotate-pr'],
      assignees: ['nobody', 'colleague'],
    });
    const number = { ...at, issue_number: made.data.number };
    await octokitFor(world, 'colleague').rest.issues.create({ ...at, title: 'Another' });
    const labelled = await rest.issues.listForRepo({ ...at, labels: 'rotate-pr', creator: 'writer' });
    const all = await rest.issues.listForRepo({ ...at, direction: 'asc' });
    await rest.issues.update({ ...number, body: 'new', state: 'closed' });
    const closed = await rest.issues.listForRepo({ ...at, state: 'closed' });
    const one = await rest.issues.get(number);

    expect(made.data.assignees?.map(({ login }) => login)).toEqual(['colleague']);
    expect(labelled.data.map(({ title }) => title)).toEqual(['Dashboard']);
    expect(all.data.map(({ title, pull_request }) => [title, pull_request !== undefined])).toEqual([
      ['Rotate one', true],
      ['Dashboard', false],
      ['Another', false],
    ]);
    expect(closed.data.map(({ number: n }) => n)).toEqual([made.data.number]);
    expect(one.data).toMatchObject({ body: 'new', state: 'closed', closed_by: { login: 'writer' } });
    expect(violations).toEqual([]);
  });

  it('are refused without a title and with a body that is longer than GitHub stores', async () => {
    const { rest, at } = await scene();

    expect(await refusalOf(rest.issues.create({ ...at, title: '' }))).toMatch(/422 .*missing_field/);
    expect(await refusalOf(rest.issues.create({ ...at, title: 't', body: 'x'.repeat(65_537) }))).toContain(
      'body is too long',
    );
  });

  it('come page by page', async () => {
    const { world, rest, at, violations } = await scene();
    for (const title of ['1', '2', '3']) await rest.issues.create({ ...at, title });
    const octokit = octokitFor(world);

    const all = await octokit.paginate(octokit.rest.issues.listForRepo, { ...at, per_page: 1 });

    expect(all.map(({ title }) => title)).toEqual(['3', '2', '1']);
    expect(violations).toEqual([]);
  });
});

describe('comments', () => {
  it('are made and changed, and dated by the world’s clock', async () => {
    let now = new Date('2026-11-01T10:00:00Z');
    const { rest, at, issue, violations } = await withPull({ now: () => now });

    const made = await rest.issues.createComment({ ...issue, body: 'first' });
    now = new Date('2026-11-05T10:00:00Z');
    await rest.issues.updateComment({ ...at, comment_id: made.data.id, body: 'second' });
    const listed = await rest.issues.listComments(issue);

    expect(listed.data).toMatchObject([
      { body: 'second', created_at: '2026-11-01T10:00:00Z', updated_at: '2026-11-05T10:00:00Z' },
    ]);
    expect(violations).toEqual([]);
  });
});

describe('reviews', () => {
  const options: WorldOptions = {
    tokens: TOKENS,
    teams: { webops: 'collaborator', strangers: 'stranger' },
  };

  it('are asked of users and of teams', async () => {
    const { rest, pull, violations } = await withPull(options);

    const asked = await rest.pulls.requestReviewers({
      ...pull,
      reviewers: ['colleague'],
      team_reviewers: ['webops'],
    });
    const listed = await rest.pulls.listRequestedReviewers(pull);
    await rest.pulls.removeRequestedReviewers({ ...pull, reviewers: [], team_reviewers: ['webops'] });
    const after = await rest.pulls.get(pull);

    expect(asked.data.requested_teams?.map(({ slug }) => slug)).toEqual(['webops']);
    expect(listed.data.users.map(({ login }) => login)).toEqual(['colleague']);
    expect(listed.data.teams.map(({ slug }) => slug)).toEqual(['webops']);
    expect(after.data).toMatchObject({ requested_teams: [], requested_reviewers: [{ login: 'colleague' }] });
    expect(violations).toEqual([]);
  });

  it.each([
    [
      'the author',
      { reviewers: ['colleague', 'writer'] },
      /Review cannot be requested from pull request author\./,
    ],
    ['a user without access', { reviewers: ['nobody'] }, /One or more of the users or teams you specified/],
    ['a team without access', { team_reviewers: ['strangers'] }, /One or more of the teams you specified/],
    [
      'a team that there is not',
      { team_reviewers: ['ghosts'] },
      /Could not resolve to a node with the global id/,
    ],
  ])('are refused to %s, and then nobody is asked', async (_, request, expected) => {
    const { rest, pull, violations } = await withPull(options);

    const refused = await refusalOf(rest.pulls.requestReviewers({ ...pull, ...request }));

    expect(refused).toMatch(expected);
    expect(refused).toMatch(/^422 /);
    expect((await rest.pulls.listRequestedReviewers(pull)).data).toEqual({ users: [], teams: [] });
    expect(violations).toEqual([]);
  });
});

describe('rights', () => {
  it.each([
    ['may only read', READ_TOKEN],
    ['may write to a fork alone', FORK_TOKEN],
  ])('keep labels, assignees and reviewers from a token that %s', async (_, token) => {
    const { world, issue, pull } = await withPull({ fork: 'somebody/environments' });
    const { rest } = octokitFor(world, token);

    for (const request of [
      rest.issues.addLabels({ ...issue, labels: ['x'] }),
      rest.issues.update({ ...issue, assignees: ['somebody'] }),
      rest.pulls.update({ ...pull, title: 'mine' }),
      rest.pulls.requestReviewers({ ...pull, reviewers: ['somebody'] }),
    ]) {
      expect(await refusalOf(request)).toMatch(/^403 /);
    }
  });
});
