import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aboutWord } from '../../src/kinds/kind.ts';
import { BUILT_IN_KINDS } from '../../src/kinds/registry.ts';

const SRC = join(import.meta.dirname, '..', '..', 'src');
/** Where kinds are defined, and the sample repository of the demo, which holds some. */
const AT_HOME = /^(?:kinds|demo)\//;

/** Code without its comments, which may take a kind for an example. */
function withoutComments(text: string): string {
  return text.replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '');
}

it('names a kind, its module and its argument nowhere but in its own file', () => {
  const words = BUILT_IN_KINDS.list.flatMap(({ name, about, argument }) => [
    name,
    aboutWord(about),
    argument,
  ]);
  const named = new RegExp(`(?<![\\w-])(?:${words.join('|')})(?![\\w-])`);
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !AT_HOME.test(path));

  const found = files.flatMap((path) => {
    const lines = withoutComments(readFileSync(join(SRC, path), 'utf8')).split('\n');
    return lines.flatMap((line) => (named.test(line) ? [`${path}: ${line.trim()}`] : []));
  });

  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
