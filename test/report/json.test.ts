import { expect, it } from 'vitest';
import { toJson } from '../../src/report/json.ts';
import { manyCredentials } from './credentials.ts';
import { AUDIT, auditResult } from './sample.ts';

it('is one document with a newline at its end', () => {
  const text = toJson(AUDIT);

  expect(JSON.parse(text)).toEqual(AUDIT);
  expect(text.endsWith('\n}\n')).toBe(true);
});

it('takes no time worth speaking of for the whole estate', () => {
  const result = auditResult(manyCredentials(3800));
  toJson(result);

  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    toJson(result);
    return performance.now() - start;
  });

  expect(Math.min(...times)).toBeLessThan(25);
});
