import { describe, expect, it } from 'vitest';
import {
  aCheckedWorld,
  aWorld,
  octokitFor,
  pushBranch,
  refusalOf,
  repositoryOf,
  withToken,
} from '../servers.ts';
import { READ_TOKEN, WRITE_TOKEN } from '../world.ts';
import { refusal } from './answers.ts';

const TEXT = { title: 'Rotate one', body: 'A body.' };

describe('pull requests', () => {
  it('are created, found by their branch, changed and closed, all as GitHub describes it', async () => {
    const { world, violations } = await aCheckedWorld();
    const { rest } = octokitFor(world);
    const at = repositoryOf(world);
    await pushBranch(world, 'rotate/one');

    const made = await rest.pulls.create({ ...at, ...TEXT, head: 'rotate/one', base: 'main' });
    const pull = { ...at, pull_number: made.data.number };
    const found = await rest.pulls.list({
      ...at,
      head: `${at.owner}:rotate/one`,
      state: 'all',
      per_page: 100,
    });
    await rest.pulls.update({ ...pull, title: 'Rotate two' });
    await rest.issues.createComment({ ...at, issue_number: pull.pull_number, body: 'A comment.' });
    await rest.issues.addLabels({ ...at, issue_number: pull.pull_number, labels: ['dependencies'] });
    const comments = await rest.issues.listComments({ ...at, issue_number: pull.pull_number });
    await rest.pulls.update({ ...pull, state: 'closed' });
    const closed = await rest.pulls.get(pull);

    expect(made.data).toMatchObject({ number: 1, state: 'open', head: { ref: 'rotate/one' } });
    expect(made.data.html_url).toBe(`${world.git.url}/${world.repository}/pull/1`);
    expect(found.data.map(({ number }) => number)).toEqual([1]);
    expect(comments.data.map(({ body }) => body)).toEqual(['A comment.']);
    expect(closed.data).toMatchObject({ title: 'Rotate two', state: 'closed', merged: false });
    expect(closed.data.labels.map(({ name }) => name)).toEqual(['dependencies']);
    expect(violations).toEqual([]);
  });

  it.each([
    [
      'a second one of a branch',
      'rotate/one',
      'main',
      /422 .*A pull request already exists for example-org:rotate\/one/,
    ],
    ['one of the base itself', 'empty', 'main', /422 .*No commits between main and empty/],
    ['one of a branch that does not exist', 'nowhere', 'main', /422 .*"field":"head","code":"invalid"/],
    ['one onto a base that does not exist', 'rotate/one', 'nowhere', /422 .*"field":"base","code":"invalid"/],
  ])('refuses %s', async (_, head, base, expected) => {
    const { world, violations } = await aCheckedWorld();
    const { rest } = octokitFor(world);
    const at = repositoryOf(world);
    await world.runGit(...withToken(WRITE_TOKEN), 'push', '--quiet', 'origin', 'main:refs/heads/empty');
    await pushBranch(world, 'rotate/one');
    await rest.pulls.create({ ...at, ...TEXT, head: 'rotate/one', base: 'main' });

    const refused = await refusalOf(rest.pulls.create({ ...at, ...TEXT, head, base }));

    expect(refused).toMatch(expected);
    expect((await rest.pulls.list({ ...at, state: 'all' })).data).toHaveLength(1);
    expect(violations).toEqual([]);
  });

  it('makes one of two that are asked for at the same time', async () => {
    const world = await aWorld();
    const { rest } = octokitFor(world);
    const request = { ...repositoryOf(world), ...TEXT, head: 'rotate/one', base: 'main' };
    await pushBranch(world, 'rotate/one');

    const answers = await Promise.all([1, 2].map(() => refusalOf(rest.pulls.create(request))));

    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1);
  });

  it('allows a new one of a branch whose old one is closed', async () => {
    const world = await aWorld();
    const { rest } = octokitFor(world);
    const request = { ...repositoryOf(world), ...TEXT, head: 'rotate/one', base: 'main' };
    await pushBranch(world, 'rotate/one');
    await rest.pulls.create(request);
    await rest.pulls.update({ ...repositoryOf(world), pull_number: 1, state: 'closed' });

    const second = await rest.pulls.create(request);

    expect(second.data.number).toBe(2);
  });

  it('refuses a body that is longer than GitHub stores', async () => {
    const world = await aWorld();
    const { rest } = octokitFor(world);
    const request = { ...repositoryOf(world), title: 'x', head: 'rotate/one', base: 'main' };
    await pushBranch(world, 'rotate/one');

    const refused = await refusalOf(rest.pulls.create({ ...request, body: 'x'.repeat(65_537) }));

    expect(refused).toContain('body is too long (maximum is 65536 characters)');
  });

  it('have their head where the branch is after a push', async () => {
    const world = await aWorld();
    const { rest } = octokitFor(world);
    const at = repositoryOf(world);
    const first = await pushBranch(world, 'rotate/one');
    const made = await rest.pulls.create({ ...at, ...TEXT, head: 'rotate/one', base: 'main' });

    const second = await pushBranch(world, 'rotate/one');
    const after = await rest.pulls.get({ ...at, pull_number: 1 });

    expect(made.data.head.sha).toBe(first);
    expect(after.data.head.sha).toBe(second);
    expect(after.data).toMatchObject({ commits: 2, additions: 2, deletions: 0, changed_files: 1 });
  });

  it('list their files from git, page by page', async () => {
    const { world, violations } = await aCheckedWorld();
    const octokit = octokitFor(world);
    const at = repositoryOf(world);
    const file = 'namespaces/live-2.cloud-platform.service.justice.gov.uk/mill-race-dev/resources/main.tf';
    await pushBranch(world, 'rotate/one', 'README.md');
    await pushBranch(world, 'rotate/one', file);
    await octokit.rest.pulls.create({ ...at, ...TEXT, head: 'rotate/one', base: 'main' });

    const files = await octokit.paginate(octokit.rest.pulls.listFiles, {
      ...at,
      pull_number: 1,
      per_page: 1,
    });

    expect(files.map(({ filename, status, additions }) => ({ filename, status, additions }))).toEqual([
      { filename: 'README.md', status: 'modified', additions: 1 },
      { filename: file, status: 'modified', additions: 1 },
    ]);
    expect(files[0]?.patch).toMatch(/^@@ .* @@[\s\S]*\n\+One more line\.$/);
    expect(violations).toEqual([]);
  });

  it('close when their branch is deleted', async () => {
    const world = await aWorld();
    const { rest } = octokitFor(world);
    const at = repositoryOf(world);
    await pushBranch(world, 'rotate/one');
    await rest.pulls.create({ ...at, ...TEXT, head: 'rotate/one', base: 'main' });

    await world.runGit(...withToken(WRITE_TOKEN), 'push', '--quiet', 'origin', '--delete', 'rotate/one');
    const open = await rest.pulls.list(at);
    const reopened = await refusalOf(rest.pulls.update({ ...at, pull_number: 1, state: 'open' }));

    expect(open.data).toEqual([]);
    expect(reopened).toContain('The rotate/one branch has been deleted.');
  });

  it('merge into the base branch of the git repository', async () => {
    const { world, violations } = await aCheckedWorld();
    const { rest } = octokitFor(world);
    const at = repositoryOf(world);
    const sha = await pushBranch(world, 'rotate/one');
    await rest.pulls.create({ ...at, ...TEXT, head: 'rotate/one', base: 'main' });

    const merged = await rest.pulls.merge({ ...at, pull_number: 1 });
    const after = await rest.pulls.get({ ...at, pull_number: 1 });
    await world.runGit('fetch', '--quiet', 'origin');

    expect(after.data).toMatchObject({ state: 'closed', merged: true, merge_commit_sha: merged.data.sha });
    expect((await world.runGit('rev-parse', 'origin/main')).trim()).toBe(merged.data.sha);
    expect((await world.runGit('rev-parse', 'origin/main^2')).trim()).toBe(sha);
    expect(violations).toEqual([]);
  });

  it('say who closed them, and whether that was a bot', async () => {
    const tokens = {
      [WRITE_TOKEN]: { login: 'someone', write: true },
      stale: { login: 'github-actions[bot]', write: true },
    };
    const { world, violations } = await aCheckedWorld({ tokens });
    const at = repositoryOf(world);
    const { rest } = octokitFor(world);
    await pushBranch(world, 'rotate/one');
    await rest.pulls.create({ ...at, ...TEXT, head: 'rotate/one', base: 'main' });

    const open = await rest.issues.get({ ...at, issue_number: 1 });
    await octokitFor(world, 'stale').rest.pulls.update({ ...at, pull_number: 1, state: 'closed' });
    const closed = await rest.issues.get({ ...at, issue_number: 1 });
    const events = await rest.issues.listEvents({ ...at, issue_number: 1 });

    expect(open.data.closed_by).toBeNull();
    expect(closed.data.closed_by).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
    expect(closed.data.pull_request?.url).toBe(`${world.github.url}/repos/${world.repository}/pulls/1`);
    expect(events.data.map(({ event }) => event)).toEqual(['closed']);
    expect(violations).toEqual([]);
  });
});

describe('refs', () => {
  it('are read, made, moved and deleted in the git repository', async () => {
    const { world, violations } = await aCheckedWorld();
    const { rest } = octokitFor(world);
    const at = repositoryOf(world);
    const main = (await world.runGit('rev-parse', 'main')).trim();
    const sha = await pushBranch(world, 'rotate/one');

    const read = await rest.git.getRef({ ...at, ref: 'heads/rotate/one' });
    await rest.git.createRef({ ...at, ref: 'refs/heads/rotate/two', sha: main });
    await rest.git.updateRef({ ...at, ref: 'heads/rotate/two', sha });
    const backwards = await refusalOf(rest.git.updateRef({ ...at, ref: 'heads/rotate/two', sha: main }));
    const matching = await rest.git.listMatchingRefs({ ...at, ref: 'heads/rotate/' });
    await rest.git.deleteRef({ ...at, ref: 'heads/rotate/one' });
    const gone = await refusalOf(rest.git.getRef({ ...at, ref: 'heads/rotate/one' }));

    expect(read.data.object.sha).toBe(sha);
    expect(backwards).toContain('422 Update is not a fast forward');
    expect(matching.data.map(({ ref }) => ref)).toEqual(['refs/heads/rotate/one', 'refs/heads/rotate/two']);
    expect(gone).toContain('404');
    expect(await world.runGit('ls-remote', '--heads', 'origin')).toContain(`${sha}\trefs/heads/rotate/two`);
    expect(violations).toEqual([]);
  });
});

describe('rights', () => {
  it.each([
    ['a token that may write', WRITE_TOKEN, true],
    ['a token that may only read', READ_TOKEN, false],
  ])('tell %s whether it may push', async (_, token, push) => {
    const { world, violations } = await aCheckedWorld();

    const { data } = await octokitFor(world, token).rest.repos.get(repositoryOf(world));

    expect(data).toMatchObject({ default_branch: 'main', permissions: { push, pull: true } });
    expect(violations).toEqual([]);
  });

  it.each([
    ['a wrong token', 'ghp_wrong', 401, 'Bad credentials'],
    ['no token', '', 401, 'Requires authentication'],
    ['a token that may only read', READ_TOKEN, 403, 'Resource not accessible by personal access token'],
  ])('refuse a pull request to %s', async (_, token, status, message) => {
    const world = await aWorld();
    await pushBranch(world, 'rotate/one');
    const { rest } = octokitFor(world, token);

    const refused = await refusalOf(
      rest.pulls.create({ ...repositoryOf(world), ...TEXT, head: 'rotate/one', base: 'main' }),
    );

    expect(refused).toContain(`${status} ${message}`);
    expect((await octokitFor(world).rest.pulls.list({ ...repositoryOf(world), state: 'all' })).data).toEqual(
      [],
    );
  });

  it('refuse even reading to a wrong token', async () => {
    const world = await aWorld();

    const refused = await refusalOf(octokitFor(world, 'ghp_wrong').rest.repos.get(repositoryOf(world)));

    expect(refused).toContain('401 Bad credentials');
  });

  it('know no other repository', async () => {
    const world = await aWorld();

    const refused = await refusalOf(octokitFor(world).rest.repos.get({ owner: 'nobody', repo: 'nothing' }));

    expect(refused).toContain('404');
  });
});

describe('the double itself', () => {
  it('records each exchange, and never the token', async () => {
    const world = await aWorld();

    await octokitFor(world).rest.repos.get(repositoryOf(world));

    expect(world.github.log).toMatchObject([
      { method: 'GET', path: '/repos/example-org/environments', status: 200, requestBody: null },
    ]);
    expect(JSON.stringify(world.github.log)).not.toContain(WRITE_TOKEN);
  });

  it('fails on demand', async () => {
    const world = await aWorld();
    const { rest } = octokitFor(world);
    world.github.intercept((method) => (method === 'GET' ? refusal(502, 'Bad Gateway') : null));

    const failed = await refusalOf(rest.repos.get(repositoryOf(world)));
    world.github.intercept(null);
    const recovered = await refusalOf(rest.repos.get(repositoryOf(world)));

    expect(failed).toContain('502');
    expect(recovered).toBe('not refused');
  });

  it('says so where it would have to make an answer up', async () => {
    const world = await aWorld();

    const refused = await refusalOf(
      octokitFor(world).rest.pulls.listCommits({ ...repositoryOf(world), pull_number: 1 }),
    );

    expect(refused).toContain('501');
  });
});
