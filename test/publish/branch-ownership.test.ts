import { describe, expect, it } from 'vitest';
import { readOwnership } from '../../src/publish/branch-ownership.ts';
import { parseTrailers } from '../../src/publish/commit-trailers.ts';
import { buildCommits, contentOf, readBaseFiles } from '../../src/publish/commits.ts';
import { pushBranches } from '../../src/publish/push.ts';
import { unwrap } from '../unwrap.ts';
import {
  BEFORE_A,
  commitAsOther,
  FILE_A,
  git,
  makeWorld,
  picture,
  put,
  remoteOf,
  type World,
} from './clones.ts';

const BRANCH = 'rotate/alpha';
const AFTER = BEFORE_A.replace('01-01-2026', '23-11-2026');

/** Builds and pushes our commit, from the clone `others` so that the clone under test has to fetch it. */
async function pushOurs(world: World): Promise<string> {
  const remote = await remoteOf(world.others);
  const base = git(world.others, 'rev-parse', 'origin/main');
  const files = await readBaseFiles(remote, base, [FILE_A]);
  const content = unwrap(contentOf([{ path: FILE_A, before: BEFORE_A, after: AFTER }], files, base));
  const who = { author: { name: 'Bot', email: 'bot@example.com' }, date: new Date() };
  const [to] = unwrap(await buildCommits(remote, base, [{ message: 'Rotate', content }], who));
  const outcome = await pushBranches(remote, [{ branch: BRANCH, to: to!, expected: null }]);
  expect(outcome.get(BRANCH)).toBeNull();
  return to!;
}

async function ownershipIn(world: World) {
  const sha = git(world.bare, 'rev-parse', BRANCH);
  const owned = unwrap(
    await readOwnership(
      await remoteOf(world.clone),
      [{ branch: BRANCH, sha }],
      git(world.bare, 'rev-parse', 'main'),
    ),
  );
  return owned.get(sha);
}

/** Takes our branch, changes it as a person would, and pushes it. */
function byHand(world: World, work: (cwd: string) => void): void {
  const { others } = world;
  git(others, 'fetch', '--quiet', 'origin');
  git(others, 'checkout', '--quiet', '-B', 'hand', `origin/${BRANCH}`);
  work(others);
  git(others, 'push', '--quiet', '--force', 'origin', `HEAD:${BRANCH}`);
  git(others, 'checkout', '--quiet', '--force', 'main');
}

describe.each([
  ['a full clone', [], 1],
  ['a shallow clone', ['--depth=1'], 3],
  ['a shallow clone with history', ['--depth=2'], 4],
])('in %s, a branch', (_name, args, history) => {
  it('with our commit is ours', async () => {
    const world = makeWorld(args, history);
    const base = git(world.bare, 'rev-parse', 'main');
    await pushOurs(world);
    const before = picture(world.clone);

    const ownership = await ownershipIn(world);

    expect(ownership).toMatchObject({ ours: true, base });
    expect(picture(world.clone)).toEqual(before);
  });

  it('with our commit on a base that has gone on is ours', async () => {
    const world = makeWorld(args, history);
    commitAsOther(world, 'main', 'README.md', 'newer\n');
    git(world.others, 'pull', '--quiet');
    await pushOurs(world);
    commitAsOther(world, 'main', 'README.md', 'newest\n');
    const before = picture(world.clone);

    expect(await ownershipIn(world)).toMatchObject({ ours: true });
    expect(picture(world.clone)).toEqual(before);
  });

  it.each<[string, (cwd: string) => void, RegExp]>([
    [
      'a commit added',
      (cwd) => {
        put(cwd, 'x.tf', 'x');
        git(cwd, 'add', '.');
        git(cwd, 'commit', '--quiet', '-m', 'x');
      },
      /not one of rotate-pr/,
    ],
    [
      'an empty commit added',
      (cwd) => git(cwd, 'commit', '--quiet', '--allow-empty', '-m', 'ci'),
      /not one of rotate-pr/,
    ],
    [
      'a commit added that copies our message',
      (cwd) => {
        put(cwd, FILE_A, 'x');
        git(cwd, 'commit', '--quiet', '-a', '-C', 'HEAD');
      },
      /another parent/,
    ],
    [
      'its content amended',
      (cwd) => {
        put(cwd, FILE_A, 'x');
        git(cwd, 'commit', '--quiet', '-a', '--amend', '--no-edit');
      },
      /amended/,
    ],
    [
      'a file added by amending',
      (cwd) => {
        put(cwd, 'x.tf', 'x');
        git(cwd, 'add', '.');
        git(cwd, 'commit', '--quiet', '--amend', '--no-edit');
      },
      /amended/,
    ],
    [
      'a mode changed by amending',
      (cwd) => {
        git(cwd, 'update-index', '--chmod=+x', FILE_A);
        git(cwd, 'commit', '--quiet', '--amend', '--no-edit');
      },
      /amended/,
    ],
    [
      'its message rewritten',
      (cwd) => git(cwd, 'commit', '--quiet', '--amend', '-m', 'mine'),
      /not one of rotate-pr/,
    ],
    [
      'our commit reverted by amending',
      (cwd) => {
        put(cwd, FILE_A, BEFORE_A);
        git(cwd, 'commit', '--quiet', '-a', '--amend', '--no-edit', '--allow-empty');
      },
      /amended/,
    ],
  ])('with %s is not', async (_what, work, why) => {
    const world = makeWorld(args, history);
    await pushOurs(world);
    byHand(world, work);

    expect(await ownershipIn(world)).toMatchObject({ ours: false, why: expect.stringMatching(why) });
  });

  it('that was rebased is not', async () => {
    const world = makeWorld(args, history);
    await pushOurs(world);
    commitAsOther(world, 'main', 'README.md', 'newer\n');
    byHand(world, (cwd) => git(cwd, 'rebase', '--quiet', 'origin/main'));
    expect(await ownershipIn(world)).toMatchObject({
      ours: false,
      why: expect.stringMatching(/another parent/),
    });
  });

  it.each([
    ['another file', () => ['README.md', 'newer\n']],
    ['the same file', () => [FILE_A, `# newer\n\n\n${BEFORE_A}`]],
  ])('that was brought up to date by a merge of a base that changed %s is ours', async (_, change) => {
    const world = makeWorld(args, history);
    const ours = await pushOurs(world);
    const [path = '', text = ''] = change();
    commitAsOther(world, 'main', path, text);
    byHand(world, (cwd) => mergeBase(cwd));
    const before = picture(world.clone);

    expect(await ownershipIn(world)).toMatchObject({ ours: true, commit: ours });
    expect(picture(world.clone)).toEqual(before);
  });
});

const mergeBase = (cwd: string) =>
  git(cwd, 'merge', '--quiet', '--no-ff', '-m', "Merge branch 'main'", 'origin/main');

describe('a merge on our commit', () => {
  it('twice, of a base that goes on, is nobody’s work', async () => {
    const world = makeWorld();
    const ours = await pushOurs(world);
    for (const text of ['newer\n', 'newest\n']) {
      commitAsOther(world, 'main', 'README.md', text);
      byHand(world, (cwd) => mergeBase(cwd));
    }
    commitAsOther(world, 'main', 'README.md', 'last\n');
    git(world.clone, 'fetch', '--quiet', 'origin');

    expect(await ownershipIn(world)).toMatchObject({ ours: true, commit: ours });
  });

  it.each<[string, (cwd: string) => void]>([
    [
      'with another file',
      (cwd) => {
        git(cwd, 'merge', '--quiet', '--no-ff', '--no-commit', 'origin/main');
        put(cwd, 'x.tf', 'x');
        git(cwd, 'add', '.');
        git(cwd, 'commit', '--quiet', '-m', 'Merge');
      },
    ],
    [
      'with another date',
      (cwd) => {
        git(cwd, 'merge', '--quiet', '--no-ff', '--no-commit', 'origin/main');
        put(cwd, FILE_A, BEFORE_A.replace('01-01-2026', '24-12-2030'));
        git(cwd, 'commit', '--quiet', '-a', '-m', 'Merge');
      },
    ],
    [
      'that takes the rotation out',
      (cwd) => git(cwd, 'merge', '--quiet', '--no-ff', '-s', 'ours', '-m', 'Merge', 'origin/main'),
    ],
    [
      'of a branch of their own',
      (cwd) => {
        git(cwd, 'checkout', '--quiet', '-b', 'own', 'origin/main');
        git(cwd, 'commit', '--quiet', '--allow-empty', '-m', 'own');
        git(cwd, 'checkout', '--quiet', 'hand');
        git(cwd, 'merge', '--quiet', '--no-ff', '-m', 'Merge', 'own');
        git(cwd, 'branch', '--quiet', '-D', 'own');
      },
    ],
    [
      'with a commit on it',
      (cwd) => {
        mergeBase(cwd);
        git(cwd, 'commit', '--quiet', '--allow-empty', '-m', 'mine');
      },
    ],
    [
      'with a commit below it',
      (cwd) => {
        git(cwd, 'commit', '--quiet', '--allow-empty', '-m', 'mine');
        mergeBase(cwd);
      },
    ],
  ])('%s is somebody’s', async (_, work) => {
    const world = makeWorld();
    await pushOurs(world);
    commitAsOther(world, 'main', 'README.md', 'newer\n');
    byHand(world, work);

    expect(await ownershipIn(world)).toMatchObject({ ours: false });
  });
});

describe('trailers', () => {
  it('count only at the very end', () => {
    const ours = `Rotate\n\nRotate-PR-Base: ${'a'.repeat(40)}\nRotate-PR-Digest: ${'b'.repeat(64)}\n`;

    expect(parseTrailers(ours)).toEqual({ base: 'a'.repeat(40), digest: 'b'.repeat(64) });
    expect(parseTrailers(`${ours}\nand my own words\n`)).toBeNull();
  });
});
