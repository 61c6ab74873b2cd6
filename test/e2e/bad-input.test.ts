import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { git, type Run } from '../../src/demo/run.ts';
import { READ_TOKEN } from '../github/world.ts';
import { DATE, listPulls, rotationBranches, type StageRun, sharedStage } from './harness.ts';

const ONE = ['-n', 'canal-permits-dev', '--date', DATE];

describe('what cannot run', () => {
  const stage = sharedStage();

  let untouched: unknown;
  beforeAll(async () => {
    untouched = await stage().fingerprint();
  });

  afterAll(async () => {
    const { world, fingerprint } = stage();
    expect(await fingerprint()).toEqual(untouched);
    expect(await rotationBranches(world)).toEqual([]);
    expect(await listPulls(world)).toEqual([]);
  });

  /** Exit code 2, one sentence on stderr that names the program, nothing on stdout, nothing written anywhere. */
  async function refused(args: readonly string[], words: RegExp, options: StageRun = {}): Promise<string> {
    const { rotatePr, trafficOf } = stage();
    let run: Run | null = null;

    const traffic = await trafficOf(async () => {
      run = await rotatePr(args, options);
    });

    const { status, stdout, stderr } = run ?? expect.fail('It did not run.');
    expect({ status, stdout }, stderr).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr).toMatch(/^rotate-pr: /m);
    expect(stderr).not.toMatch(/\n\s+at |undefined|\[object|NaN/);
    expect(traffic).toMatchObject({ apiWrites: 0, pushes: 0 });
    return stderr;
  }

  it.each<[readonly string[], RegExp]>([
    [['apply', '-n', 'canal-permit-dev'], /no namespace canal-permit-dev.*canal-permits-dev/],
    [['apply', '-n', 'canal-permits-dev', '-n', 'zzz'], /no namespace zzz/],
    [['apply', '--cluster', 'live-3', '--all'], /no cluster live-3.*live-2/],
    [['apply', '-k', 'rdss'], /no kind rdss.*rds/],
    [['apply', '--all', '--date', '2026-02-30'], /2026-02-30 is not a day of the calendar/],
    [['apply', '--all', '--date', '23-11-2026'], /yyyy-MM-dd/],
    [['apply', '--all', '--date', 'tomorrow'], /yyyy-MM-dd/],
    [['apply', '--due', '--max-age', '-1'], /--max-age takes a whole number of days/],
    [['apply', '--due', '--max-age', 'x'], /--max-age takes a whole number of days/],
    [['apply', '--due', '--max-age', '1.5'], /--max-age takes a whole number of days/],
    [['apply', '--all', '--format', 'xml'], /xml[\s\S]*|text.*json/],
    [['apply', '--al'], /--al.*--all/],
    [['apply', '--all', '--forse-literal'], /--forse-literal.*--force-literal/],
    [['aply', '--all'], /aply.*apply/],
    [['audit', 'extra'], /no namespace extra/],
    [['plan', 'canal-permit-dev'], /no namespace canal-permit-dev.*canal-permits-dev/],
    [['--quiet', 'audit', '--cluster', 'live-3'], /no cluster live-3/],
    [['audit', '-k', 'redis'], /no kind redis: did you mean elasticache\?/],
    [['audit', '-k', 'service-account'], /did you mean serviceaccount\?/],
    [['audit', '-k', 'postgres'], /did you mean rds\?/],
    [['audit', '--json'], /did you mean --format json\?/],
    [['audit', '-o', 'x'], /did you mean --output FILE\?/],
    [['ls'], /no command ls: did you mean audit\?/],
    [['audit', '--quiet', '--verbose'], /--quiet and --verbose exclude each other/],
    [['apply', '--all', '-n', 'canal-permits-dev'], /--all and --namespace exclude each other/],
    [['open', '--all', '--sign', '--author', 'A <a@b.c>'], /--sign and --author exclude each other/],
    [['audit', '--output', '.git/config'], /file of git's own/],
    [['plan', '--remote', 'upstream'], /no remote "upstream".*origin/],
    [['audit', '--fail-on', 'everything'], /everything/],
    [['audit', '--base', 'nosuch'], /nosuch is no commit/],
    [['audit', '--base', '--output=x'], /base/],
    [['apply', '-n'], /-n|namespace/],
  ])('%j', async (args, words) => {
    await refused(args, words);
  });

  it.each<[readonly string[]]>([
    [['apply', '-n', '']],
    [['apply', '--namespace=']],
    [['apply', '--due', '--max-age', '']],
    [['apply', '--team', ' ']],
    [['open', '--all', '--base', '']],
    [['audit', '--root', '']],
  ])('an empty value, as of a variable that is not set: %j', async (args) => {
    await refused(args, /has an empty value/);
  });

  it('words behind --, which would be passed over', async () => {
    await refused(['apply', '-n', 'canal-permits-dev', '--', '-n', 'canal-permits-prod'], /behind --/);
  });

  it.each([
    ['no repository at all', 'empty', ['audit'], /No git repository/],
    ['a repository of something else', 'other', ['audit'], /no folder namespaces\//],
    ['a folder that is not there', '.', ['audit', '--root', 'gone'], /gone .*does not exist/],
    ['a folder without namespaces', '.', ['audit', '--root', 'empty'], /has no folder namespaces\//],
    ['an estate outside of git', '.', ['open', '--root', 'bare-estate', '--all'], /not in a git repository/],
    ['a clone without a commit', 'unborn', ['audit', '--base', 'HEAD'], /HEAD is no commit/],
    ['a clone without a remote', 'unborn', ['open', '--all'], /has no remote/],
  ])('%s', async (_, folder, args, words) => {
    const { world } = stage();
    for (const name of ['empty', 'other', 'bare-estate/namespaces', 'unborn/namespaces']) {
      await mkdir(join(world.folder, name), { recursive: true });
    }
    for (const name of ['other', 'unborn']) {
      await git(join(world.folder, name), ['init', '--quiet', '.'], world.env);
    }

    await refused(args, words, { cwd: join(world.folder, folder) });

    await rm(join(world.folder, 'unborn'), { recursive: true });
  });

  it.each<[string, readonly string[], RegExp, StageRun['env']]>([
    ['no token', [], /gh auth login\. Without one there are rotate-pr plan/, { GITHUB_TOKEN: undefined }],
    ['an empty token', [], /GITHUB_TOKEN|GH_TOKEN|gh auth login/, { GITHUB_TOKEN: ' ' }],
    ['a wrong token', [], /wrong, expired or revoked|Check the token/, { GITHUB_TOKEN: 'ghp_wrong' }],
    ['a token without the right to push', [], /may not push/, { GITHUB_TOKEN: READ_TOKEN }],
    ['another repository in the environment', [], /GITHUB_REPOSITORY names/, { GITHUB_REPOSITORY: 'a/b' }],
    ['no repository in the environment', [], /must read owner\/repository/, { GITHUB_REPOSITORY: 'a' }],
    ['an unknown branch', ['--base', 'mian'], /no branch "mian".*main/, {}],
    ['an unknown remote', ['--remote', 'upstream'], /no remote "upstream".*origin/, {}],
    ['an API that does not answer', [], /127\.0\.0\.1:9/, { GITHUB_API_URL: 'http://127.0.0.1:9' }],
  ])('open with %s', async (_, args, words, env = {}) => {
    await refused(['open', ...ONE, ...args], words, { env });
  });

  it.each([
    ['git@gitlab.com:example-org/environments.git', /gitlab\.com.* is not a repository on/],
    ['https://gitlab.com/example-org/environments.git', /gitlab\.com.* is not a repository on/],
    ['https://someone:hunter2222@gitlab.com/a/b.git', /gitlab\.com\/a\/b.* is not a repository on/],
    ['/srv/git/environments.git', /is not a repository on/],
  ])('open with the remote %s, of which no server is asked', async (url, words) => {
    const { world } = stage();
    const real = (await world.runGit('remote', 'get-url', 'origin')).trim();
    const other = join(world.folder, 'elsewhere');
    await git(world.folder, ['clone', '--quiet', world.clone, other], world.env);
    await git(other, ['remote', 'set-url', 'origin', url], world.env);

    const said = await refused(['open', ...ONE], words, {
      cwd: other,
      env: { GITHUB_REPOSITORY: undefined, GITHUB_SERVER_URL: undefined, GIT_SSH_COMMAND: 'false' },
    });

    expect(said).not.toContain('hunter2222');
    expect(real).not.toBe(url);
    await rm(other, { recursive: true });
  });

  it.each([['open'], ['apply']])(
    '%s without a selection: it says how many, and what to pass',
    async (command) => {
      const said = await refused([command], /Nothing was selected/);

      expect(said).toMatch(/\b\d\d credentials in \d\d namespaces/);
      for (const flag of ['--namespace', '--kind', '--team', '--due', '--all']) expect(said).toContain(flag);
    },
  );
});

describe('what has nothing to do', () => {
  const stage = sharedStage();

  it.each([
    [['open', '-n', 'lighthouse-guide-prod']],
    [['plan', '-n', 'lighthouse-guide-prod']],
    [['apply', '-n', 'lighthouse-guide-prod']],
    [['open', '-n', 'eel-counter-dev']],
    [['open', '-n', 'canal-permits-dev', '-k', 'rds']],
    [['apply', '-n', 'allotment-register-preprod', '--date', '2026-11-14', '-k', 'serviceaccount']],
    [['open', '-n', 'canal-permits-prod', '--due', '--max-age', '36500']],
  ])('ends with 0 and says so: %j', async (args) => {
    const { rotatePr, trafficOf } = stage();
    let run: Awaited<ReturnType<typeof rotatePr>>;

    const traffic = await trafficOf(async () => {
      run = await rotatePr(args);
    });

    expect(run!.status, run!.stderr).toBe(0);
    expect(run!.stdout).toMatch(/\bNo(thing|t| )/);
    expect(traffic).toMatchObject({ apiWrites: 0, pushes: 0 });
    expect(await stage().world.runGit('status', '--short')).toBe('');
  });

  it('works on a detached HEAD', async () => {
    const { world, rotatePr } = stage();
    await world.runGit('checkout', '--quiet', '--detach');

    expect(await rotatePr(['plan', ...ONE])).toMatchObject({ status: 0 });
    expect(await rotatePr(['audit', '--base', 'HEAD'])).toMatchObject({ status: 0 });
    expect(await rotatePr(['open', ...ONE])).toMatchObject({ status: 0 });
  });
});
