import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS as COMMAND_TABLE } from '../src/cli/commands.ts';
import { readPublished } from '../src/cli/version.ts';
import { starterConfig, starterWorkflow } from '../src/config/starter.ts';

const root = join(import.meta.dirname, '..');
const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
];
const texts = new Map(PAGES.map((path) => [path, read(path)]));
const all = [...texts.values()].join('\n');
const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts;
const COMMANDS: readonly string[] = COMMAND_TABLE.map(({ name }) => name);

const helps = new Map(COMMANDS.map((command) => [command, flagsIn(rotatePr(command, '--help'))]));

describe('README', () => {
  it('can be read at one sitting', () => {
    expect(texts.get('README.md')!.split('\n').length).toBeLessThanOrEqual(151);
  });

  it('shows a session as the demo prints it', () => {
    const printed = new Set(rotatePr('demo').split('\n').map(squeeze));
    const [session = ''] = fences('console');

    const invented = session
      .split('\n')
      .filter((line) => !line.startsWith('…') && !printed.has(squeeze(line)));

    expect(session).toContain('created');
    expect(invented).toEqual([]);
  });
});

describe('the pages', () => {
  it.each(rotatePrLines())('names only flags that the command has: %s', (line) => {
    const words = line.slice(line.indexOf('rotate-pr') + 'rotate-pr'.length).trim();
    const command = COMMANDS.find((name) => words.split(' ').includes(name)) ?? 'open';

    const unknown = [...flagsIn(words)].filter((flag) => !isFlagOf(command, flag));

    expect(unknown).toEqual([]);
  });

  it.each(COMMANDS)('names every flag of %s', (command) => {
    const named = flagsIn(texts.get('docs/reference.md')!);

    expect([...helps.get(command)!].filter((flag) => !named.has(flag))).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const named = [...all.matchAll(/npm run (?<script>[\w-]+)/g)].map(({ groups }) => groups!['script']!);

    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  it.each(PAGES)('%s links and refers to nothing that is not there', (page) => {
    const text = texts.get(page)!;
    const links = [...text.matchAll(/\]\((?!https?:)(?<path>[^)#]*)(?:#(?<anchor>[^)]+))?\)/g)];
    const paths = [
      ...text.matchAll(
        /`(?<path>(?:src|test|dist|docs|fixtures|\.ci|\.github\/workflows)\/[\w./-]*|biome\.json)`/g,
      ),
    ];

    const broken = links.filter(({ groups }) => {
      const { path = '', anchor } = groups!;
      const target = path === '' ? page : join(dirname(page), path);
      return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).has(anchor));
    });
    const missing = paths
      .map(({ groups }) => groups!['path']!)
      .filter((path) => !existsSync(join(root, path)));

    expect(broken.map(([link]) => link)).toEqual([]);
    expect(missing).toEqual([]);
  });

  it('name every folder of src/ where they say what is in which', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const rows = new Set(
      [...texts.get('docs/architecture.md')!.matchAll(/^\|.*?`(?<name>[\w-]+)\/`/gm)].map(
        ({ groups }) => groups!['name'],
      ),
    );

    expect(folders.map(({ name }) => name).filter((name) => !rows.has(name))).toEqual([]);
    expect([...rows].filter((name) => !existsSync(join(root, 'src', name!)))).toEqual([]);
  });

  it.each(COMMANDS)('have %s in the table of commands', (command) => {
    expect(texts.get('docs/reference.md')).toMatch(new RegExp(`^\\| .*\`rotate-pr ${command}\`.* \\|$`, 'm'));
  });

  it('shows the nightly workflow as it is', () => {
    const nightly = readFileSync(join(root, 'fixtures', 'workflows', 'nightly.yml'), 'utf8');

    expect(fences('yaml')).toContain(nightly);
  });

  it('has every ready workflow in its table', () => {
    const missing = readdirSync(join(root, 'fixtures', 'workflows')).filter(
      (name) => !texts.get('docs/action.md')!.includes(`(../fixtures/workflows/${name})`),
    );

    expect(missing).toEqual([]);
  });
});

describe('where rotate-pr is got from', () => {
  const { repository, version, commit } = readPublished();
  const places = new Map([
    ...texts,
    ...readdirSync(join(root, 'fixtures', 'workflows')).map((name): [string, string] => [
      name,
      read(`fixtures/workflows/${name}`),
    ]),
    ['the workflow of init', starterWorkflow(readPublished(), '')],
    ['the config file of init', starterConfig(readPublished())],
  ]);

  it.each([...places])(
    '%s names the commit of the release, and nothing that no release would make',
    (_, text) => {
      const named = [
        ...text.matchAll(
          /(?<owner>[\w.-]+)\/rotate-pr(?:@|#|\/blob\/|\/tree\/|\/releases\/tag\/)(?<ref>[\w.-]+)/g,
        ),
      ];
      const owners = [
        ...text.matchAll(
          /(?:github\.com\/|github:|githubusercontent\.com\/|uses: )(?<name>[\w.-]+\/rotate-pr)\b/g,
        ),
      ];
      const versions = [...text.matchAll(/\/rotate-pr@\S+ # (?<tag>\S+)/g)];

      expect(owners.filter(({ groups }) => groups!['name'] !== repository)).toEqual([]);
      expect(
        named.filter(({ groups }) => ![commit, `v${version}`, 'HEAD'].includes(groups!['ref']!)),
      ).toEqual([]);
      expect(versions.filter(({ groups }) => groups!['tag'] !== `v${version}`)).toEqual([]);
    },
  );

  it('is never its bare name on npm, which is not ours', () => {
    const told = [...places, ['help', rotatePr('--help')] as const].filter(([, text]) =>
      /(?:npx|npm (?:exec|install|i)|pnpm dlx|bunx)(?: -\S+)*(?: --)? rotate-pr\b/.test(text),
    );

    expect(told).toEqual([]);
    expect(JSON.parse(read('package.json'))).toMatchObject({ name: 'rotate-pr', private: true });
  });

  it('has a list of changes that begins with this version', () => {
    expect(/^## (?<version>\S+)/m.exec(texts.get('CHANGELOG.md')!)?.groups?.['version']).toBe(version);
  });
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(path: string): ReadonlySet<string> {
  const headings = read(path)
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .matchAll(/^#+ (?<title>.*)$/gm);
  return new Set(
    [...headings].map(({ groups }) =>
      groups!
        ['title']!.toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function rotatePr(...args: string[]): string {
  const env = { ...process.env, COLUMNS: '80', NO_COLOR: '1' };
  return execFileSync(process.execPath, [join(root, 'dist', 'cli.js'), ...args], { encoding: 'utf8', env });
}

/** The text of every fenced block of a language. */
function fences(language: string): string[] {
  const blocks = all.matchAll(new RegExp(`^\`\`\`${language}\\n(?<text>.*?)^\`\`\`$`, 'gms'));
  return [...blocks].map(({ groups }) => groups!['text']!);
}

function rotatePrLines(): string[] {
  return fences('sh')
    .flatMap((block) => block.split('\n'))
    .filter((line) => /^rotate-pr\b/.test(line));
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
  return line
    .replace(/\s+/g, ' ')
    .replace(/127\.0\.0\.1:\d+/, '127.0.0.1')
    .trim();
}
