// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL has templates of its own
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import { describe, expect, it, vi } from 'vitest';
import { parseAst } from 'vitest/node';
import { readBoxKey, tickedBoxes, withTicks } from '../src/dashboard/checkboxes.ts';
import { redact } from '../src/github/redact.ts';
import { isCertainlyHcl } from '../src/hcl/certain.ts';
import { applySplices, insertArguments } from '../src/hcl/edit.ts';
import { lineAt, positionAt } from '../src/hcl/position.ts';
import { scan } from '../src/hcl/scan.ts';
import { findElements, findEntries, findTemplateParts, findTraversals } from '../src/hcl/traversal.ts';
import { findAttribute, findDuplicates, literalString } from '../src/hcl/values.ts';
import { publishedModule } from '../src/kinds/published.ts';
import { parseModuleSource } from '../src/kinds/source.ts';
import { versionOf } from '../src/kinds/versions.ts';
import { parseMarker } from '../src/publish/marker.ts';
import { gitWords } from '../src/publish/remote.ts';
import { csv } from '../src/report/csv.ts';
import { code, details, escapeMarkdown, fence, plainText } from '../src/report/escape-markdown.ts';
import { visible, visibleLine } from '../src/report/sanitize.ts';
import { meansNever, readDate } from '../src/util/dates.ts';
import { matchGlobs } from '../src/util/glob.ts';
import { trimEndOf, trimOf, withoutEnclosed } from '../src/util/text.ts';

/*
 * What the repository, git and GitHub give is data that a stranger may write: nothing done with it may take more than
 * linear time.
 */

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

interface Pattern {
  readonly pattern: string;
  readonly flags: string;
  readonly places: string[];
}

/** Every regular expression of the program that repeats something without a limit; the others cannot take long. */
function patternsOfSource(): Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const file of readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )) {
    const text = readFileSync(join(SRC, file), 'utf8');
    const literals: { pattern: string; flags: string }[] = [];
    JSON.stringify(parseAst(text, { lang: 'ts' }, file), (key, value: unknown) => {
      if (key === 'regex') literals.push(value as { pattern: string; flags: string });
      return typeof value === 'bigint' ? String(value) : value;
    });
    for (const { pattern, flags } of literals) {
      if (!repeats(pattern)) continue;
      const known = patterns.get(`/${pattern}/${flags}`) ?? { pattern, flags, places: [] };
      known.places.push(`src/${file}`);
      patterns.set(`/${pattern}/${flags}`, known);
    }
  }
  return [...patterns.values()];
}

function repeats(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'x');
  return /[*+]|\{\d+,\}/.test(plain);
}

// its other ways to run are a JVM and a native program
vi.stubEnv('RECHECK_BACKEND', 'pure');

describe('every regular expression', () => {
  const patterns = patternsOfSource();

  it('is found', () => {
    expect(patterns.length).toBeGreaterThan(80);
  });

  it.each(patterns.map((each) => ({ name: `/${each.pattern}/${each.flags}`, ...each })))(
    'takes linear time: $name',
    async ({ pattern, flags, places }) => {
      const found = await check(pattern, flags, { timeout: 60_000 });

      const attack = found.status === 'vulnerable' ? found.attack.pattern : null;
      expect({ status: found.status, attack, places }).toEqual({ status: 'safe', attack: null, places });
    },
    120_000,
  );

  it('is a literal, so that it is found, but for those that are made of literals', () => {
    const made = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && readFileSync(join(SRC, name), 'utf8').includes('new RegExp('))
      .sort();

    expect(made).toEqual([
      'commands/read/highest-versions.ts',
      'config/schema.ts',
      'hcl/certain.ts',
      'kinds/registry.ts',
      'report/sanitize.ts',
    ]);
  });
});

/** Milliseconds of processor time. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Four times as much may take eight times as long; what is quadratic takes sixteen. What takes a few milliseconds says
 * nothing, and what else the machine does only adds: one measurement of three has to hold.
 */
function expectLinear(make: (n: number) => string, work: (text: string) => unknown, n: number): void {
  const [small, large] = [make(n), make(4 * n)];
  const tries: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const [once, four] = [cost(() => work(small)), cost(() => work(large))];
    if (four < 8 * Math.max(once, 10)) return;
    tries.push(`${once.toFixed(1)} ms, of four times as much ${four.toFixed(1)} ms`);
  }
  expect.fail(tries.join('; '));
}

const RUNS: readonly string[] = [
  ' ',
  '\t',
  '\n',
  'a',
  'a-',
  'a-a.',
  '/',
  '.',
  '@',
  '#',
  ':',
  '::',
  ';',
  '`',
  '\\',
  '"',
  '(',
  '[',
  '{',
  '<',
  '<!--',
  '<!-- rotate-pr {',
  '- [x] <!-- rotate-pr:rotate ',
  '://',
  'http://a:',
  'git@a:',
  "repository '",
  'remote: ',
  'GH-',
  'www.',
  '0',
  '1.',
  '\u200b',
  '\ud83e',
  '=',
];

const TEXT_FUNCTIONS: Readonly<Record<string, (text: string) => unknown>> = {
  csv: (text) => csv(['value'], [[text]]),
  escapeMarkdown,
  code,
  fence: (text) => fence(text, 'hcl'),
  details: (text) => details(text, ''),
  plainText,
  visible,
  visibleLine,
  redact: (text) => redact(text, ['secret']),
  gitWords,
  parseMarker,
  tickedBoxes,
  withTicks: (text) => withTicks(text, new Set(['live/x'])),
  readBoxKey,
  parseModuleSource,
  publishedModule,
  versionOf,
  readDate,
  meansNever,
  trimEndOf: (text) => trimEndOf(text, '/ '),
  trimOf: (text) => trimOf(text, '/ '),
  withoutEnclosed: (text) => withoutEnclosed(text, '<!--', '-->'),
};

describe.each(Object.entries(TEXT_FUNCTIONS))('%s', (_, work) => {
  it('takes time in proportion to the text, whatever it repeats and whatever ends it', () => {
    for (const run of RUNS) {
      const times = (n: number): string => run.repeat(Math.ceil(n / run.length));
      for (const end of ['', 'x', '\n!', '-->']) {
        expectLinear((n) => `x${times(n)}${end}`, work, 8_000);
      }
    }
  }, 60_000);
});

describe('matchGlobs', () => {
  it.each(['*a'.repeat(30), '{a,aa}'.repeat(12), '{*,a*}'.repeat(12), '[!b]*'.repeat(20)])(
    'takes time in proportion to the name: %sb',
    (pattern) => {
      const test = matchGlobs([`${pattern}b`]);

      expectLinear((n) => 'a'.repeat(n), test, 5_000);
      expect(test('a'.repeat(63))).toBe(false);
    },
  );
});

const HCL: Readonly<Record<string, (n: number) => string>> = {
  modules: (n) => 'module "a" {\n  source = "x"\n}\n'.repeat(n),
  'modules without an indent': (n) => 'module "a" {}\n'.repeat(n),
  'comments in a block': (n) => `module "a" {\n${'  # date = "x"\n'.repeat(n)}}\n`,
  'a comment before each module': (n) => '# date = "x"\nmodule "a" {\n  b = 1 # c\n}\n'.repeat(n),
  'arguments of a block': (n) =>
    `module "a" {\n${Array.from({ length: n }, (_, i) => `  a${i} = 1\n`).join('')}}\n`,
  'an argument again and again': (n) => `module "a" {\n${'  a = 1\n'.repeat(n)}}\n`,
  'a list': (n) => `a = [${'"x", '.repeat(n)}]\n`,
  'a list of names': (n) => `a = [${'x, '.repeat(n)}]\n`,
  'a list of lists': (n) => `a = [${'["x", y], '.repeat(n)}]\n`,
  'an object': (n) => `a = {\n${'  b = "x"\n'.repeat(n)}}\n`,
  'a template': (n) => `a = "${'${x}-'.repeat(n)}"\n`,
  'a long string': (n) => `a = "${'x'.repeat(n)}"\n`,
  'strings that are not closed': (n) => 'a = "x\n'.repeat(n),
  'comments that are not closed': (n) => 'module "a" {\n/* x\n}\n'.repeat(n),
  'heredocs that are not closed': (n) => 'module "a" {\n  b = <<E\n}\n'.repeat(n),
  'brackets that are not closed': (n) => 'a = [\n'.repeat(n),
  'labels that are not followed by a brace': (n) => `a ${'"b" '.repeat(n)}\n`,
  'an operator again and again': (n) => `a = ${'-'.repeat(n)}1\n`,
  'blanks behind a value': (n) => `a = 1${' '.repeat(n)}x\n`,
  'conflict markers': (n) => '<<<<<<< a\n=======\n>>>>>>> b\n'.repeat(n),
  'invalid characters': (n) => '\u00a0\u200b“'.repeat(n),
};

describe('a Terraform file of', () => {
  it.each(Object.entries(HCL))('%s is scanned in linear time', (_, make) => {
    expectLinear(make, scan, 10_000);
  });

  it.each(Object.entries(HCL))('%s is looked through in linear time', (_, make) => {
    expectLinear(
      make,
      (text) => {
        const found = scan(text);
        const { body, errors } = found;
        isCertainlyHcl(text, found);
        for (const { offset } of errors) lineAt(text, positionAt(text, offset).line);
        for (const item of body) {
          positionAt(text, item.start);
          if (item.type === 'block') {
            findDuplicates(item.body);
            findAttribute(item.body, 'date');
          } else {
            literalString(text, item.expression);
            findTraversals(text, item.expression);
            findEntries(text, item.expression);
            findElements(text, item.expression);
            findTemplateParts(text, item.expression);
          }
        }
      },
      5_000,
    );
  });

  it.each(Object.entries(HCL))('%s gets a date into each block in linear time', (_, make) => {
    expectLinear(
      make,
      (text) => {
        const found = scan(text);
        const splices = found.body.flatMap((block) =>
          block.type === 'block'
            ? insertArguments(text, found, block, [{ name: 'date', expression: '"x"' }]).splices
            : [],
        );
        if (found.errors.length === 0) applySplices(text, splices);
      },
      3_000,
    );
  });
});
