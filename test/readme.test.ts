import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;
const COMMANDS = [
  'open',
  'audit',
  'plan',
  'apply',
  'runbook',
  'status',
  'close',
  'dashboard',
  'config',
  'init',
  'completion',
  'demo',
];

const helps = new Map(COMMANDS.map((command) => [command, flagsIn(rotatePr(command, '--help'))]));

describe('README', () => {
  it.each(rotatePrLines())('names only flags that the command has: %s', (line) => {
    const words = line.slice(line.indexOf('rotate-pr') + 'rotate-pr'.length).trim();
    const command = COMMANDS.find((name) => words.split(' ').includes(name)) ?? 'open';

    const unknown = [...flagsIn(words)].filter((flag) => !isFlagOf(command, flag));

    expect(unknown).toEqual([]);
  });

  it.each(COMMANDS)('names every flag of %s', (command) => {
    const named = flagsIn(readme);

    expect([...helps.get(command)!].filter((flag) => !named.has(flag))).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const named = [...readme.matchAll(/npm run (?<script>[\w-]+)/g)].map(({ groups }) => groups!['script']!);

    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  it('links and refers to nothing that is not there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)(?<path>[^)#]+)/g)];
    const paths = [...readme.matchAll(/`(?<path>(?:src|test|dist|fixtures|\.ci)\/[\w./-]*|biome\.json)`/g)];

    const named = [...links, ...paths].map(({ groups }) => groups!['path']!);

    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('shows the nightly workflow as it is', () => {
    const nightly = readFileSync(join(root, 'fixtures', 'workflows', 'nightly.yml'), 'utf8');

    expect(fences('yaml')).toContain(nightly);
  });

  it('has every ready workflow in its table', () => {
    const missing = readdirSync(join(root, 'fixtures', 'workflows')).filter(
      (name) => !readme.includes(`(fixtures/workflows/${name})`),
    );

    expect(missing).toEqual([]);
  });

  it('shows a session as the demo prints it', () => {
    const printed = new Set(rotatePr('demo').split('\n').map(squeeze));
    const [session = ''] = fences('console');

    const invented = session
      .split('\n')
      .filter((line) => !line.startsWith('…') && !printed.has(squeeze(line)));

    expect(invented).toEqual([]);
  });
});

function rotatePr(...args: string[]): string {
  const env = { ...process.env, COLUMNS: '80', NO_COLOR: '1' };
  return execFileSync(process.execPath, [join(root, 'dist', 'cli.js'), ...args], { encoding: 'utf8', env });
}

/** The text of every fenced block of a language. */
function fences(language: string): string[] {
  const blocks = readme.matchAll(new RegExp(`^\`\`\`${language}\\n(?<text>.*?)^\`\`\`$`, 'gms'));
  return [...blocks].map(({ groups }) => groups!['text']!);
}

function rotatePrLines(): string[] {
  return fences('sh')
    .flatMap((block) => block.split('\n'))
    .filter((line) => /^(?:npx )?rotate-pr\b/.test(line));
}

/** `--kind` and `-k` of a text. */
function flagsIn(text: string): Set<string> {
  const found = text.matchAll(/(?<=^|[\s`(])(?<flag>--[a-z][a-z-]*|-[a-z])(?=$|[\s`,=:;.)])/gm);
  return new Set([...found].map(({ groups }) => groups!['flag']!));
}

/** `--no-x` switches off what the help lists as `--x`. */
function isFlagOf(command: string, flag: string): boolean {
  const flags = helps.get(command)!;
  return flags.has(flag) || flags.has(flag.replace(/^--no-/, '--'));
}

function squeeze(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}
