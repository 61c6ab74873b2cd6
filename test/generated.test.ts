import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatedFiles } from '../.ci/settings.ts';

it.each([...generatedFiles()])(
  '%s is what the table of settings and package.json make: npm run settings',
  (path, text) => {
    expect(readFileSync(join(import.meta.dirname, '..', path), 'utf8')).toBe(text);
  },
);
