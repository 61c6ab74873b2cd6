import { describe, expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import { parseTrailers } from '../../src/publish/commit-trailers.ts';
import { contentDigest } from '../../src/publish/digest.ts';
import { pushBranches } from '../../src/publish/push.ts';
import { cleanSigning, signCommits } from '../../src/publish/sign.ts';
import type { Failure, Result } from '../../src/util/result.ts';
import { secondaryLimit } from '../github/server/faults.ts';
import { READ_TOKEN, WRITE_TOKEN } from '../github/world.ts';
import { unwrap } from '../unwrap.ts';
import { FILE_A, FILE_B, picture } from './clones.ts';
import { aSigning, operationOf, type Signing, TEMPORARY } from './signing.ts';

const COMMITS = ['CommitOnBranch', 'CommitOnBranch'];

function failureOf(result: Result<unknown> | undefined): Failure {
  if (result === undefined || result.ok) throw new Error('It did not fail.');
  return result.error;
}

function treesOf(on: Signing, shas: readonly string[]): Promise<readonly string[]> {
  return Promise.all(shas.map((sha) => on.ask('rev-parse', `${sha}^{tree}`)));
}

/** Does something to the first commit request alone. */
function onFirstCommit<T>(act: () => T): (method: string, path: string, body: unknown) => T | null {
  let done = false;
  return (_method, _path, body) => {
    if (done || operationOf(body) !== 'CommitOnBranch') return null;
    done = true;
    return act();
  };
}

describe.each([
  ['a full clone', ''],
  ['a shallow clone', '--depth=1'],
])('signed commits from %s', (_name, depth) => {
  it('hold what those of git hold, byte for byte, for one request each', async () => {
    const on = await aSigning({}, { depth });
    const before = picture(on.remote.clone.folder);

    const { commits, temporary } = await on.sign();

    const shas = commits.map(unwrap);
    const { requestBody } = on.world.github.log[0]!;
    await git(on.remote.clone.folder, ['cat-file', '-e', shas[0]!]);
    expect(picture(on.remote.clone.folder)).toEqual(before);
    expect(on.world.github.log).toHaveLength(2);
    expect(on.operations()).toEqual(COMMITS);
    expect(JSON.stringify(requestBody)).not.toContain(WRITE_TOKEN);
    expect([...temporary.values()]).toEqual(shas);
    for (const branch of temporary.keys()) expect(branch).toMatch(TEMPORARY);
    await pushAndCompare(on, shas);
  });
});

/** The commits go to their real branches as unsigned ones do, and those that git builds have the same trees. */
async function pushAndCompare(on: Signing, shas: readonly string[]): Promise<void> {
  const pushes = shas.map((to, index) => ({ branch: `rotate/ns-${index}`, to, expected: null }));
  const outcomes = await pushBranches(on.remote, pushes);
  const built = await on.built();
  const trees = built.map((sha) => git(on.remote.clone.folder, ['rev-parse', `${sha}^{tree}`]));
  expect([...outcomes.values()]).toEqual([null, null]);
  expect(await treesOf(on, shas)).toEqual((await Promise.all(trees)).map((tree) => tree.trim()));
  for (const [index, sha] of shas.entries()) {
    const message = await on.ask('log', '-1', '--format=%B', sha);
    expect(await on.ask('rev-parse', `${sha}^@`)).toBe(on.base);
    expect(message).toMatch(new RegExp(`^Rotate ${index}\n\nThe body says “why”.\n\nIn two paragraphs.\n\n`));
    expect(parseTrailers(message)).toEqual({ base: on.base, digest: on.requests[index]!.content.digest });
  }
}

describe('temporary branches', () => {
  it('are gone after the run, and only they', async () => {
    const on = await aSigning();
    const { commits, temporary } = await on.sign();
    const pushes = commits.map((sha, index) => ({
      branch: `rotate/ns-${index}`,
      to: unwrap(sha),
      expected: null,
    }));
    await pushBranches(on.remote, pushes);

    const left = await cleanSigning(on.remote, temporary);

    expect(left).toEqual([]);
    expect([...(await on.branches()).keys()].sort()).toEqual(['main', 'rotate/ns-0', 'rotate/ns-1']);
    expect(on.world.git.log.filter(({ path }) => path.endsWith('/git-receive-pack'))).toHaveLength(3);
  });

  it('of an aborted run are cleaned by the next, but for one that moved since', async () => {
    const on = await aSigning();
    await on.sign();
    const seen = await on.branches();
    const [moved = ''] = [...seen.keys()].filter((branch) => TEMPORARY.test(branch));
    await on.ask('update-ref', `refs/heads/${moved}`, on.base);

    const left = await cleanSigning(on.remote, seen);

    expect(left).toMatchObject([{ code: 'stale', message: expect.stringContaining(moved) }]);
    expect([...(await on.branches()).keys()]).toEqual(['main', moved]);
  });

  it('of an aborted run are in nobody’s way: the same run again signs anew', async () => {
    const on = await aSigning();
    const first = await on.sign();

    const second = await on.sign();

    expect([...second.temporary.keys()]).toEqual([...first.temporary.keys()]);
    expect(second.commits.map(unwrap)).toHaveLength(2);
    expect(await treesOf(on, second.commits.map(unwrap))).toEqual(
      await treesOf(on, first.commits.map(unwrap)),
    );
  });

  it('that somebody else made meanwhile fail alone', async () => {
    const on = await aSigning();
    const { temporary } = await on.sign();
    await cleanSigning(on.remote, temporary);
    const [taken = ''] = temporary.keys();
    const before = on.operations().length;
    await on.ask('update-ref', `refs/heads/${taken}`, unwrap((await on.sign()).commits[0]!));
    await on.ask('update-ref', '-d', `refs/heads/${[...temporary.keys()][1]}`);

    const { commits } = await signCommits(on.remote, on.graphql, on.base, on.requests, {
      branches: new Map(),
    });

    expect(failureOf(commits[0])).toMatchObject({ code: 'stale' });
    expect(commits[1]).toMatchObject({ ok: true });
    expect(on.operations().length - before).toBe(3);
  });
});

describe('a commit that GitHub makes', () => {
  it('is refused when it is not signed, and the sentence says why that is', async () => {
    const on = await aSigning({ signs: false });

    const { commits } = await on.sign();

    expect(failureOf(commits[0])).toMatchObject({ code: 'not-signed' });
    expect(failureOf(commits[0]).message).toContain(FILE_A);
    expect(failureOf(commits[0]).message).toContain('web commit signing');
  });

  it('is refused when it is not what was asked for', async () => {
    const on = await aSigning();
    // GitHub's API makes plain files: an executable one cannot come back as it was.
    const [request] = on.requests;
    const content = request!.content;
    const files = content.files.map((file) => ({ ...file, mode: '100755' }));
    const executable = { ...request!, content: { ...content, files, digest: contentDigest(files) } };

    const { commits } = await on.sign({ requests: [executable, on.requests[1]!] });

    expect(failureOf(commits[0])).toMatchObject({ code: 'not-as-asked' });
    expect(failureOf(commits[0]).message).toContain(`${FILE_A} is executable`);
    expect(commits[1]).toMatchObject({ ok: true });
  });

  it('is not mixed up with what somebody else put on its branch', async () => {
    const on = await aSigning();
    const other = await on.ask('commit-tree', `${on.base}^{tree}`, '-p', on.base, '-m', 'by hand');
    on.world.github.intercept(
      onFirstCommit(() => {
        const until = on.branches().then(async (branches) => {
          const [branch = ''] = [...branches.keys()].filter((one) => TEMPORARY.test(one));
          await on.ask('update-ref', `refs/heads/${branch}`, other);
        });
        return { fault: 'hang', until } as const;
      }),
    );

    const { commits } = await on.sign({ requests: [on.requests[0]!] });

    expect(failureOf(commits[0])).toMatchObject({ code: 'not-as-asked' });
    expect(on.operations()).toEqual(['CommitOnBranch', 'BranchHead']);
  });

  it('keeps a sign-off that GitHub adds behind our lines', () => {
    const ours = `Rotate\n\nRotate-PR-Base: ${'a'.repeat(40)}\nRotate-PR-Digest: ${'b'.repeat(64)}`;
    const known = { base: 'a'.repeat(40), digest: 'b'.repeat(64) };

    expect(parseTrailers(`${ours}\nSigned-off-by: Somebody <a@example.com>`)).toEqual(known);
    expect(parseTrailers(`${ours}\n\nCo-authored-by: A B <a@example.com>\n`)).toEqual(known);
    expect(parseTrailers(`${ours}\nSigned-off-by: nobody at all\n`)).toBeNull();
    expect(parseTrailers(`${ours}\nReviewed-by: Somebody <a@example.com>\n`)).toBeNull();
  });
});

describe('an answer that is lost', () => {
  it.each([
    ['when nothing is tried again', { pacing: false }, ['CommitOnBranch', 'BranchHead', 'CommitOnBranch']],
    [
      'when octokit tries again and finds the branch moved',
      { pacing: true },
      ['CommitOnBranch', 'CommitOnBranch', 'BranchHead', 'CommitOnBranch'],
    ],
  ])(
    'loses no commit %s',
    async (_name, pacing, operations) => {
      const on = await aSigning();
      on.world.github.intercept(onFirstCommit(() => ({ fault: 'cut-after' }) as const));

      const { commits } = await on.sign({ graphql: on.connect(pacing) });

      expect(await treesOf(on, commits.map(unwrap))).toHaveLength(2);
      expect(on.operations()).toEqual(operations);
    },
    20_000,
  );

  it('fails when nothing was done either, and the rest is not asked for in vain', async () => {
    const on = await aSigning();
    on.world.github.intercept((_method, path) => (path === '/graphql' ? { fault: 'cut' } : null));

    const { commits, temporary } = await on.sign();

    for (const commit of commits) expect(failureOf(commit)).toMatchObject({ code: 'unreachable' });
    expect(on.operations()).toEqual(['CommitOnBranch', 'BranchHead']);
    expect(await cleanSigning(on.remote, temporary)).toEqual([]);
    expect([...(await on.branches()).keys()]).toEqual(['main']);
  });
});

describe('a run that may not go on', () => {
  it('stops at a token without the right to write, before anything is asked of the API', async () => {
    const on = await aSigning({}, { token: READ_TOKEN });

    const { commits } = await on.sign();

    for (const commit of commits) expect(failureOf(commit)).toMatchObject({ code: 'forbidden' });
    expect(on.operations()).toEqual([]);
    expect(JSON.stringify(commits)).not.toContain(READ_TOKEN);
  });

  it('stops at an API that forbids it, and names what the token needs', async () => {
    const on = await aSigning();
    const graphql = on.connect({ token: READ_TOKEN });

    const { commits } = await on.sign({ graphql });

    expect(failureOf(commits[0]).message).toMatch(
      /^Could not commit to rotate\/_signing-\S+: GitHub says "Re/,
    );
    expect(failureOf(commits[1])).toMatchObject({ code: 'forbidden' });
    expect(on.operations()).toEqual(['CommitOnBranch']);
  });

  it('stops at a limit, and keeps what is signed already', async () => {
    const on = await aSigning();
    let asked = 0;
    on.world.github.intercept((_method, path) =>
      path === '/graphql' && ++asked > 1 ? secondaryLimit(120) : null,
    );

    const { commits } = await on.sign();

    expect(commits[0]).toMatchObject({ ok: true });
    expect(failureOf(commits[1])).toMatchObject({ code: 'rate-limited' });
    expect(failureOf(commits[1]).message).toContain('in 2 minutes');
  });

  it('signs the others when one temporary branch is deleted under it', async () => {
    const on = await aSigning();
    const graphql = {
      ...on.graphql,
      async commitOnBranch(commit: Parameters<typeof on.graphql.commitOnBranch>[0]) {
        const made = await on.graphql.commitOnBranch(commit);
        if (commit.files.some(({ path }) => path === FILE_B)) {
          await on.ask('update-ref', '-d', `refs/heads/${commit.branch}`);
        }
        return made;
      },
    };

    const { commits } = await on.sign({ graphql });

    expect(commits[0]).toMatchObject({ ok: true });
    expect(failureOf(commits[1])).toMatchObject({ code: expect.any(String) });
  });
});
