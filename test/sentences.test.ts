import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseAst } from 'vitest/node';

/**
 * Sentences for people stand where reports are made, at the command line, with the kinds they are about, and in the
 * messages of a part. The demo plays GitHub, and says what GitHub says.
 */
const AT_HOME = /^(?:report|cli|kinds|demo)\/|\/messages\.ts$/;

/** What GitHub, git and a clone refuse is put together where it is seen. */
const FAILURES = [
  /^github\//,
  /^publish\/(?:push|remote|sign|fork|commits|observe)\.ts$/,
  /^environments\/root\.ts$/,
];

/** Files with sentences that have not moved yet. */
const ALLOWED = [
  'action/inputs.ts',
  'commands/apply.ts',
  'commands/close.ts',
  'commands/demo.ts',
  'commands/history.ts',
  'commands/read/base-branch.ts',
  'commands/read/versions.ts',
  'commands/run/settings.ts',
  'publish/apply-decision.ts',
  'publish/marker.ts',
  'publish/metadata.ts',
  'publish/publish.ts',
  'rotation/pacing.ts',
  'rotation/stagger.ts',
];

const SRC = join(import.meta.dirname, '..', 'src');

it('has whole sentences nowhere but where people’s words are', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !AT_HOME.test(path))
    .filter((path) => !FAILURES.some((part) => part.test(path)));

  const found = files.flatMap((path) =>
    sentencesOf(readFileSync(join(SRC, path), 'utf8')).map((sentence) => ({ path, sentence })),
  );

  expect(files.length).toBeGreaterThan(100);
  expect(found.filter(({ path }) => !ALLOWED.includes(path))).toEqual([]);
});

it('finds a sentence in a string or a template, and none in an import, a type or a failure', () => {
  expect(
    sentencesOf(
      `const a = 'There is nothing to do.'; const b = \`\${n} of them are due, \${a}.\`; const c = 'due';`,
    ),
  ).toEqual(['There is nothing to do.', '… of them are due, ….']);
  expect(sentencesOf("type A = 'There is nothing to do.'; fail('x', 'There is nothing to do.');")).toEqual(
    [],
  );
});

/** A word or more, up to a full stop: from four words on it is a sentence. */
function isSentence(text: string): boolean {
  return text.trim().split(/\s+/).length >= 4 && /^\W*[A-Z…]/.test(text) && /[.?!]$/.test(text.trim());
}

/** An expected failure carries its message where it arises (`util/result.ts`), an error that is thrown too. */
const WITHOUT: readonly string[] = ['ImportDeclaration', 'ThrowStatement', 'TSTypeAliasDeclaration'];

function sentencesOf(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    const { type, value, quasis, callee, ...rest } = node as Node;
    if (type !== undefined && WITHOUT.includes(type)) return;
    if (type === 'CallExpression' && callee?.name === 'fail') return;
    const text =
      type === 'Literal' && typeof value === 'string'
        ? value
        : quasis?.map((part) => part.value.cooked).join('…');
    if (text !== undefined && isSentence(text)) found.push(text);
    for (const child of [value, quasis, callee, ...Object.values(rest)]) visit(child);
  };
  visit(parseAst(source, { lang: 'ts' }));
  return found;
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
  readonly callee?: { readonly name?: string };
}
