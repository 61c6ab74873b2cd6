import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const MAX_LINES = 450;

it(`no source file has more than ${MAX_LINES} lines`, () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const lines = new Map(
    files.map((name) => [name, readFileSync(join(SRC, name), 'utf8').split('\n').length - 1]),
  );

  expect(lines.size).toBeGreaterThan(100);
  expect([...lines].filter(([, count]) => count > MAX_LINES)).toEqual([]);
});
