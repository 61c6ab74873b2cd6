import { describe, expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import { aCheckedWorld, aWorld } from '../github/servers.ts';
import { FORK_TOKEN, READ_TOKEN, type World } from '../github/world.ts';
import { DATE, stage } from './harness.ts';
import { askGitHub, land, landEdit, readRemoteFile, resources } from './land.ts';
import { checkOut, readWorkflow, runAction } from './runner.ts';

const NAMESPACE = 'allotment-register-prod';

/** A pull request of ours, opened by the action. */
async function opened(world: World, inputs: Parameters<typeof runAction>[1] = { namespace: NAMESPACE }) {
  const ran = await runAction(world, { ...inputs, date: DATE });
  expect(ran.status, ran.log).toBe(0);
}

async function merge(world: World, number = 1): Promise<void> {
  await askGitHub(world, 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash' });
}

async function comments(world: World, number = 1): Promise<readonly string[]> {
  const found = (await askGitHub(world, 'GET', `/issues/${number}/comments`)) as unknown;
  return (found as readonly { readonly body: string }[]).map(({ body }) => body);
}

/** The workflow of after-merge on the event that GitHub sends. */
async function runWorkflow(world: World, number = 1, options: Parameters<typeof runAction>[2] = {}) {
  const workspace = await checkOut(world);
  const inputs = readWorkflow('after-merge').inputs({});
  return runAction(world, inputs, {
    workspace,
    event: { action: 'closed', pull_request: { number } },
    ...options,
  });
}

describe('what a stranger can write', () => {
  it('does not stand for the steps: only comments of the own account do', async () => {
    const world = await aWorld({ fork: 'ada/environments' });
    await opened(world);
    const body = '<!-- rotate-pr:after-merge 1 -->\nNothing to do.';
    await askGitHub(world, 'POST', '/issues/1/comments', { body }, FORK_TOKEN);
    await merge(world);

    const ran = await runWorkflow(world);

    expect(ran.status, ran.log).toBe(0);
    expect(await comments(world)).toEqual([body, expect.stringContaining('## After the merge')]);
  });

  it('does not make a pull request of a fork one of ours, whatever its description says', async () => {
    const world = await aWorld({ fork: 'ada/environments' });
    await opened(world);
    const { body } = await askGitHub(world, 'GET', '/pulls/1');
    await askGitHub(world, 'PATCH', '/pulls/1', { state: 'closed' });
    const fork = world.fork?.bare ?? '';
    const branch = `rotate/${NAMESPACE}`;
    const theirs = await land(world, { 'README.md': '# Mine\n' }, 'main', fork);
    await git(fork, ['update-ref', `refs/heads/${branch}`, theirs]);
    const head = `ada:${branch}`;
    await askGitHub(world, 'POST', '/pulls', { title: 'x', head, base: 'main', body }, FORK_TOKEN);
    await merge(world, 2);

    const ran = await runWorkflow(world, 2);

    expect(ran.status, ran.log).toBe(0);
    expect(ran.log).toContain('#2 is no pull request of rotate-pr: nothing to do.');
    expect(await comments(world, 2)).toEqual([]);
  });

  it('leaves those that open --fork has pushed their steps', async () => {
    const world = await aWorld({ fork: 'ada/environments' });
    const ran = await runAction(
      world,
      { namespace: NAMESPACE, date: DATE, fork: true, 'request-review': false },
      { token: FORK_TOKEN },
    );
    expect(ran.status, ran.log).toBe(0);
    await merge(world);

    const after = await runWorkflow(world);

    expect(after.status, after.log).toBe(0);
    expect(await comments(world)).toEqual([expect.stringContaining('## After the merge')]);
  });

  it('counts for nothing where a date was taken out again before the merge', async () => {
    const world = await aWorld();
    await opened(world);
    const branch = `rotate/${NAMESPACE}`;
    const before = await readRemoteFile(world, `${resources(NAMESPACE)}/serviceaccount.tf`);
    const changed = await git(world.bare, ['diff', '--name-only', 'main', branch]);
    const files = await Promise.all(
      changed
        .trim()
        .split('\n')
        .map(async (path) => [path, await readRemoteFile(world, path)] as const),
    );
    expect(files.map(([, text]) => text)).toContain(before);
    await land(world, { ...Object.fromEntries(files), 'NOTES.md': 'Not now.\n' }, branch);
    await merge(world);

    const ran = await runWorkflow(world);

    expect(ran.status, ran.log).toBe(0);
    expect(ran.log).toContain('The merge of #1 changed the date of no credential: nothing to do.');
    expect(await comments(world)).toEqual([]);
  });
});

describe('after the merge', () => {
  it('comments once what is to be done, and who is to do it', async () => {
    const { world, violations } = await aCheckedWorld();
    await opened(world);
    await merge(world);

    const first = await runWorkflow(world);
    const [comment = '', ...others] = await comments(world);
    const second = await runWorkflow(world);

    expect(first.status, first.log).toBe(0);
    expect(others).toEqual([]);
    expect(comment).toMatch(/^<!-- rotate-pr:after-merge 1 -->\n## After the merge\n/);
    expect(comment).toMatch(
      /\*\*To act:\*\* (?:the team|one of the teams) `allotments`.*Slack channel `#allotments`\./,
    );
    expect(comment).toMatch(/- \[ \] Check that the pipeline has applied `allotment-register-prod`\./);
    expect(comment).toMatch(/kubectl .*-n allotment-register-prod|--namespace[ =]allotment-register-prod/);
    expect(first.summary).toContain('- [ ] Check that the pipeline has applied');
    expect(second.status).toBe(0);
    expect(second.log).toContain('stand on #1 already: nothing to do.');
    expect(await comments(world)).toEqual([comment]);
    expect(violations).toEqual([]);
  });

  it('goes by the merge commit, whatever has landed since', async () => {
    const world = await aWorld();
    await opened(world);
    await merge(world);
    const merged = await comments(world);
    await landEdit(world, `${resources(NAMESPACE)}/serviceaccount.tf`, () => '# all gone\n');

    const ran = await runWorkflow(world);

    expect(merged).toEqual([]);
    expect(ran.status, ran.log).toBe(0);
    expect((await comments(world))[0]).toMatch(/`serviceaccount\.tf:1`/);
  });

  it('tells a group of namespaces each its own', async () => {
    const world = await aWorld();
    await opened(world, {
      all: true,
      kind: 'serviceaccount',
      incident: true,
      reason: 'A leak',
      group: 'all',
    });
    await merge(world);

    const ran = await runWorkflow(world);

    const text = (await comments(world)).join('\n');
    expect(ran.status, ran.log).toBe(0);
    expect(text).toContain('**Incident:** A leak');
    for (const name of [
      '`allotment-register-dev (live-2)`',
      '`mill-race-dev (live-2)`',
      '`canal-permits-prod`',
    ]) {
      expect(text).toContain(`### ${name}`);
    }
  });

  it.each([
    ['is not merged', async () => {}, /#1 is not merged: nothing to do\./],
    [
      'is somebody else’s',
      async (world: World) => {
        await askGitHub(world, 'PATCH', '/pulls/1', { body: 'All by myself.' });
        await merge(world);
      },
      /#1 is no pull request of rotate-pr: nothing to do\./,
    ],
    [
      'has a marker that speaks of another branch',
      async (world: World) => {
        const { body } = await askGitHub(world, 'GET', '/pulls/1');
        const forged = String(body).replaceAll(
          'allotment\\u002dregister\\u002dprod',
          'canal\\u002dpermits\\u002dprod',
        );
        expect(forged).not.toBe(body);
        await askGitHub(world, 'PATCH', '/pulls/1', { body: forged });
        await merge(world);
      },
      /#1 is no pull request of rotate-pr: nothing to do\./,
    ],
  ])('does nothing with a pull request that %s', async (_, prepare, message) => {
    const world = await aWorld();
    await opened(world);
    await prepare(world);

    const ran = await runWorkflow(world);

    expect(ran.status, ran.log).toBe(0);
    expect(ran.log).toMatch(message);
    expect(await comments(world)).toEqual([]);
  });

  it.each([
    ['there is no such pull request', 99, {}, /There is no pull request #99/],
    [
      'the event is about none',
      1,
      { event: { action: 'created' } },
      /^There is no pull request in the event/,
    ],
    ['the token may not comment', 1, { token: READ_TOKEN }, /comment on #1/],
  ])('fails when %s', async (_, number, options, message) => {
    const { world } = await stage();
    await opened(world);
    await merge(world);

    const ran = await runWorkflow(world, number, options);

    expect(ran.status).toBe(1);
    expect(ran.annotations.at(-1)?.message).toMatch(message);
    expect(await comments(world)).toEqual([]);
  });
});
