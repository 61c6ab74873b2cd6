import { describe, expect, it } from 'vitest';
import { checkExchange } from './openapi.ts';

const PULLS = '/repos/example-org/environments/pulls';

describe('checkExchange', () => {
  it.each([
    [
      'a field that GitHub does not know',
      { title: 'x', head: 'a', base: 'b', labels: ['c'] },
      /additionalProperties.*labels/,
    ],
    ['a missing field', { title: 'x', head: 'a' }, /required .*base/],
    ['a value of another type', { title: 1, head: 'a', base: 'b' }, /\/title type must be string/],
  ])('finds %s in a request', (_, body, expected) => {
    const wrong = checkExchange('POST', PULLS, 201, body, {});

    expect(wrong.filter((line) => line.includes('request:'))).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['an unknown parameter', '?colour=red', /additionalProperties.*colour/],
    ['a value that is not offered', '?state=merged', /\/state enum/],
    ['a number that is none', '?per_page=many', /\/per_page pattern/],
  ])('finds %s in a query', (_, query, expected) => {
    const wrong = checkExchange('GET', `${PULLS}${query}`, 200, null, []);

    expect(wrong).toEqual([expect.stringMatching(expected)]);
  });

  it('finds what is wrong in an answer', () => {
    const wrong = checkExchange('GET', `${PULLS}?state=all&per_page=100`, 200, null, [{ number: '1' }]);

    expect(wrong.join('\n')).toMatch(/200: \/0\/number type must be integer/);
  });

  it('finds a status that GitHub never gives', () => {
    expect(checkExchange('GET', PULLS, 201, null, [])).toEqual([expect.stringContaining('no such answer')]);
  });

  it('does not pass over a path that it does not know', () => {
    expect(checkExchange('GET', '/repos/a/b/stargazers', 200, null, [])).toEqual([
      expect.stringContaining('not in the extract'),
    ]);
  });
});
