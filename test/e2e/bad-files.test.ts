import { readdir, readlink, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import type { AuditResult, OpenResult } from '../../src/results/results.ts';
import { DATE, listPulls, rotationBranches, sharedStage } from './harness.ts';
import { type Files, land, resources, serviceAccount } from './land.ts';

const OLD = '01-01-2024';
const BLOCK = serviceAccount('token', OLD);
const folder = (namespace: string, file: string) => `${resources(namespace)}/${file}`;

/** Every file beside a sound one, which must be rotated all the same. */
const FILES: Files = {
  [folder('a-huge-file', 'huge.tf')]: BLOCK + '#'.repeat(5 * 1024 * 1024),
  [folder('a-crypt-file', 'secret.tf')]: Buffer.from(
    '\0GITCRYPT\0\u0001\u0002cloud-platform-terraform',
    'latin1',
  ),
  [folder('a-latin-file', 'latin.tf')]: Buffer.concat([
    Buffer.from(BLOCK),
    Buffer.from('# caf\xe9\n', 'latin1'),
  ]),
  [folder('a-json-file', 'main.tf.json')]: JSON.stringify({
    module: {
      x: { source: 'github.com/ministryofjustice/cloud-platform-terraform-serviceaccount?ref=1.2.0' },
    },
  }),
  [folder('an-override', 'main.tf')]: serviceAccount('overridden', OLD),
  [folder('an-override', 'x_override.tf')]: 'module "overridden" {\n  namespace = "x"\n}\n',
  [folder('a-double-name', 'one.tf')]: serviceAccount('same', OLD),
  [folder('a-double-name', 'two.tf')]: serviceAccount('same', OLD),
  [folder('a-double-argument', 'double.tf')]: serviceAccount('double', OLD).replace(
    /\n( {2}serviceaccount_token.*)/,
    '\n$1\n$1',
  ),
};
const NAMESPACES = [...new Set(Object.keys(FILES).map((path) => path.split('/')[2] ?? ''))];
const SOUND = Object.fromEntries(
  NAMESPACES.map((name) => [folder(name, 'sound.tf'), serviceAccount('sound', OLD)]),
);
const SELECTED = ['-n', 'a-*', '-n', 'an-override', '--date', DATE];

describe('files that cannot be edited', () => {
  const stage = sharedStage();

  it('are named with the reason, and stop nothing that stands beside them', async () => {
    const { world, rotatePr, json } = stage();
    await land(world, { ...FILES, ...SOUND });
    await world.runGit('pull', '--quiet');
    await symlink('/etc/hostname', join(world.clone, resources('a-double-name'), 'outside.tf'));

    const audit = await json<AuditResult>(['audit', ...SELECTED]);
    const run = await rotatePr(['open', ...SELECTED, '--format', 'json']);

    const opened = JSON.parse(run.stdout) as OpenResult;
    expect(opened.pullRequests.map(({ namespace, outcome }) => [namespace, outcome])).toEqual(
      NAMESPACES.toSorted().map((namespace) => [namespace, 'created']),
    );
    expect(opened.pullRequests.flatMap(({ changes }) => changes.map(({ module }) => module))).toEqual(
      NAMESPACES.map(() => 'sound'),
    );
    const problem = (namespace: string) =>
      audit.problems
        .filter(({ file }) => file.includes(`/${namespace}/`))
        .map(({ code, line }) => [code, line]);
    expect(problem('a-huge-file')).toEqual([['too-large', 1]]);
    expect(problem('a-crypt-file')).toEqual([['git-crypt', 1]]);
    expect(problem('a-latin-file')).toEqual([['not-utf8', BLOCK.split('\n').length]]);
    expect(problem('a-json-file')).toEqual([['json-syntax', 1]]);
    expect(problem('an-override')).toEqual([['overridden', 1]]);
    expect(problem('a-double-argument')).toEqual([['duplicate-argument', 5]]);
    expect(problem('a-double-name')).toEqual([
      ['duplicate-module', 1],
      ['outside-root', 1],
      ['duplicate-module', 1],
    ]);
    const skipped = (id: string) => opened.skipped.find((one) => one.id === id)?.code;
    expect(skipped('an-override/main.tf#overridden')).toBe('overridden');
    expect(skipped('a-double-name/one.tf#same')).toBe('duplicate-module');
    expect(skipped('a-double-argument/double.tf#double')).toBe('duplicate-argument');
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  it('stay as they are when the working tree is edited', async () => {
    const { world, rotatePr } = stage();

    await rotatePr(['apply', ...SELECTED]);

    const changed = (await world.runGit('diff', '--name-only')).trim().split('\n');
    expect(changed).toEqual(NAMESPACES.toSorted().map((name) => folder(name, 'sound.tf')));
    expect(await readlink(join(world.clone, resources('a-double-name'), 'outside.tf'))).toBe('/etc/hostname');
  });
});

const HOSTILE = {
  namespaces: ['$(touch pwned)', '-n', 'with blank', 'ünïcode', 'UPPER', 'a;touch pwned', "it's"],
  files: [
    '-rf @everyone|`x` $(touch pwned).tf',
    'new\nline.tf',
    'esc\u001b]0;title\u0007\u202e.tf',
    '<img src=x>.tf',
  ],
  modules: ['@team', 'a|b', '`x`', '<!-- x -->', '](https://example.com)', '=cmd()', 'a, b: c', '#12 GH-12'],
};

describe.skipIf(process.platform === 'win32')('names that somebody chose to do harm', () => {
  const stage = sharedStage();

  async function landHostile(): Promise<void> {
    const files: Record<string, string> = {};
    for (const namespace of HOSTILE.namespaces) files[folder(namespace, 'a.tf')] = BLOCK;
    for (const [at, name] of HOSTILE.files.entries()) {
      files[folder('hostile', name)] = serviceAccount(`in_file_${at}`, OLD);
    }
    for (const [at, name] of HOSTILE.modules.entries()) {
      files[folder('hostile', `module-${at}.tf`)] = serviceAccount(name, OLD);
    }
    files[folder('hostile', 'value.tf')] = serviceAccount('value', '@team | `x` <b>\\u001b[31m');
    await land(stage().world, files);
    await stage().world.runGit('pull', '--quiet');
  }

  it('reach neither the shell, nor a pull request, nor a commit, nor the terminal', async () => {
    const { world, rotatePr, json } = stage();
    await landHostile();
    const inFolders = HOSTILE.namespaces.map((name) => `--namespace=${name}`);

    const { stdout, stderr } = await rotatePr([
      'open',
      '-n',
      'hostile',
      ...inFolders,
      '--date',
      DATE,
      '--verbose',
    ]);
    const audit = await json<AuditResult>(['audit', '-n', '*', '--date', DATE]);

    expect(await rotationBranches(world)).toEqual(['rotate/hostile']);
    const [pull] = await listPulls(world);
    const message = await git(world.bare, ['log', '-1', '--format=%B', 'rotate/hostile'], world.env);
    // the text as GitHub renders it: without code, in which nobody is mentioned and nothing is linked
    // and without our own marks
    const body = (pull?.body ?? '').replace(/<!-- rotate-pr[ :].*-->/g, '');
    const prose = body
      .replace(/```[\s\S]*?```/g, '')
      .replace(/`[^`\n]*`/g, '')
      .replace(/\]\(https:\/\/user-guide\.[^)\s]*\)/g, ']')
      .replace(/<code>.*?<\/code>/g, '')
      .replace(/&#(\d+);/g, (_, code) => (code === '8203' ? '\u200b' : '·'));
    expect(prose).not.toMatch(
      /@(?!\u200b)|<(?!details|\/details|summary|\/summary)|\]\(|#12|GH-12|\u001b|\u202e/,
    );
    const rows = body.split('\n').filter((line) => line.startsWith('| service account'));
    expect(rows.length).toBeGreaterThanOrEqual(HOSTILE.files.length + 1);
    const columns = (row: string) => row.replace(/`[^`]*`/g, '').split('|').length;
    expect(new Set(rows.map(columns))).toEqual(new Set([8]));
    expect(message).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]|@(?:team|everyone)/);
    expect(message.trim().split('\n').at(-2)).toMatch(/^Rotate-PR-Base: /);
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    // each is listed, with the reason why no branch is named after it
    for (const name of HOSTILE.namespaces) {
      expect(audit.credentials.some(({ namespace }) => namespace === name)).toBe(true);
    }
    expect(stdout).toMatch(/bad namespace name/);
    for (const place of [world.folder, world.clone]) expect(await readdir(place)).not.toContain('pwned');
  });

  it.each(['audit', 'plan'])(
    'cannot draw on the terminal by %s, nor break a table or a sheet',
    async (command) => {
      const { rotatePr } = stage();
      const args = [command, '-n', 'hostile', '--date', DATE, '--verbose'];

      const text = await rotatePr(args);
      const markdown = await rotatePr([...args, '--format', 'markdown']);
      const csv = await rotatePr([...args, '--format', 'csv']);

      expect(text.stdout + text.stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
      expect(markdown.stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
      expect(csv.stdout).not.toMatch(/(?:^|,)[=@]/m);
    },
  );
});
