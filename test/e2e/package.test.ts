import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Run, run } from '../../src/demo/run.ts';
import { packageRoot } from '../../src/demo/sample.ts';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
let folder = '';
let packed: readonly string[] = [];

/** Runs npm or npx without its settings for this repository and without a network. */
function runNpm(command: string, args: readonly string[], cwd: string): Promise<Run> {
  const env = { npm_config_offline: 'true', npm_config_cache: join(folder, 'cache'), NO_COLOR: '1' };
  return run(command, args, { cwd, env });
}

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'rotate-pr-package-')));
  const { stdout, stderr, status } = await runNpm(
    npm,
    ['pack', '--json', '--pack-destination', folder],
    await packageRoot(),
  );
  expect(status, stderr).toBe(0);
  const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  packed = files.map(({ path }) => path);
  await mkdir(join(folder, 'empty'));
  await writeFile(join(folder, 'empty', 'package.json'), '{"private":true}\n');
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, filename)];
  const installed = await runNpm(npm, install, join(folder, 'empty'));
  expect(installed.status, installed.stderr).toBe(0);
});

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

describe('the package', () => {
  it('holds what is needed to run, and nothing else', () => {
    const places = new Set(
      packed.map((path) => path.replace(/^((?:dist|fixtures\/environments|[^/]+)).*$/s, '$1')),
    );

    expect([...places].filter((place) => place !== 'action.yml').toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'fixtures/environments',
      'package.json',
    ]);
    expect(packed).toContain('dist/cli.js');
    expect(packed).toContain('dist/main.wasm.gz');
    expect(packed).toContain('dist/THIRD-PARTY-LICENSES.txt');
    expect(packed.filter((path) => /\.(?:test\.\w+|map|tgz|env|pem)$|node_modules/.test(path))).toEqual([]);
    // a name that Windows cannot have would fail the installation there
    expect(packed.filter((path) => /[<>:"|?*\\]|[ .]$/.test(path))).toEqual([]);
  });

  it('names its files after what is in them, and never by their contents', () => {
    const scripts = packed.filter((path) => path.endsWith('.js')).map((path) => path.slice('dist/'.length));

    expect(scripts).toEqual(expect.arrayContaining(['cli.js', 'audit.js', 'open.js', 'lib/octokit.js']));
    expect(scripts.filter((path) => /[A-Z]|\d{2}/.test(path))).toEqual([]);
    expect(scripts.filter((path) => !/^(?:lib|import|page)\//.test(path)).length).toBeLessThan(40);
  });

  it('reads no library for its help that only a command uses', async () => {
    const dist = join(folder, 'empty', 'node_modules', 'rotate-pr', 'dist');
    const loaded = new Set([join(dist, 'main.js')]);
    for (const path of loaded) {
      const text = await readFile(path, 'utf8');
      for (const [, from = ''] of text.matchAll(/^(?:import|export) .*from "(\..+)";$/gm)) {
        loaded.add(join(path, '..', from));
      }
    }

    const libraries = [...loaded]
      .map((path) => path.slice(dist.length + 1))
      .filter((path) => path.startsWith('lib'));
    expect(libraries).toContain(join('lib', 'yargs.js'));
    expect(libraries.filter((path) => /octokit|simple-git|yaml|zod|hcl2json|clack/.test(path))).toEqual([]);
  });

  it('has the licence of everything in it, the modules of the WebAssembly too', async () => {
    const path = join(folder, 'empty', 'node_modules', 'rotate-pr', 'dist', 'THIRD-PARTY-LICENSES.txt');
    const text = await readFile(path, 'utf8');

    const modules = [
      'github.com/hashicorp/hcl/v2',
      'github.com/zclconf/go-cty',
      'golang.org/x/text',
      'Go standard library',
    ];
    for (const name of ['@cdktf/hcl2json', 'octokit', ...modules])
      expect(text).toContain(`\n${name} `.trimEnd());
    expect(text).toContain('Mozilla Public License');
    expect(text).toContain('https://github.com/hashicorp/terraform-cdk/tree/v0.21.0');
    expect(text).not.toMatch(/^Licence: (?!MIT|ISC|BSD|Unlicense)/m);
  });

  it('needs no other package', async () => {
    const manifest = JSON.parse(
      await readFile(join(folder, 'empty', 'node_modules', 'rotate-pr', 'package.json'), 'utf8'),
    ) as Record<string, unknown>;

    expect(manifest['dependencies'] ?? {}).toEqual({});
    expect(manifest['bin']).toEqual({ 'rotate-pr': 'dist/cli.js' });
    const lock = await readFile(join(folder, 'empty', 'package-lock.json'), 'utf8');
    expect(Object.keys((JSON.parse(lock) as { packages: object }).packages)).toEqual([
      '',
      'node_modules/rotate-pr',
    ]);
  });

  it('explains itself', async () => {
    const { status, stdout } = await runNpm(
      npm,
      ['exec', '--', 'rotate-pr', '--help'],
      join(folder, 'empty'),
    );

    expect(status).toBe(0);
    expect(stdout).toMatch(/rotate-pr audit/);
  });

  it('audits a clone', async () => {
    const clone = join(folder, 'clone with blank');
    await cp(join(await packageRoot(), 'fixtures', 'environments'), clone, { recursive: true });

    const args = [
      'exec',
      '--',
      'rotate-pr',
      'audit',
      '--root',
      clone,
      '--format',
      'json',
      '--team',
      'waterways',
    ];
    const { status, stdout, stderr } = await runNpm(npm, args, join(folder, 'empty'));

    expect(status, stderr).toBe(0);
    const { credentials } = JSON.parse(stdout) as { credentials: { namespace: string }[] };
    expect(new Set(credentials.map(({ namespace }) => namespace))).toEqual(
      new Set(['canal-permits-dev', 'canal-permits-prod']),
    );
  });

  it('gives the tour', async () => {
    const args = ['exec', '--', 'rotate-pr', 'demo'];
    const { status, stdout, stderr } = await runNpm(npm, args, join(folder, 'empty'));

    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/pull requests, \d+ requests to the API/);
  }, 120_000);
});
