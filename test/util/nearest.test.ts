import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/util/nearest.ts';

describe('the nearest word', () => {
  it.each([
    ['audti', ['open', 'audit'], 'audit'],
    ['max-age', ['maxAge', 'base'], 'maxAge'],
    ['monday', ['sun', 'mon'], 'mon'],
    ['permits', ['canal-permits-dev', 'orchard-dev'], 'canal-permits-dev'],
    ['forse-literal', ['force-literal', 'fork'], 'force-literal'],
    ['zzzzzzzz', ['open', 'audit'], null],
    ['x', ['rds'], null],
    ['ab', ['rds', 'xy'], null],
  ])('to %s of %j is %s', (word, known, meant) => {
    expect(nearest(word, known)[0] ?? null).toBe(meant);
    expect(didYouMean(word, known)).toBe(meant === null ? '' : `: did you mean ${meant}?`);
  });

  it('is the first by name of those that are equally near', () => {
    expect(nearest('main', ['maim', 'main2', 'mail', 'other'], 3)).toEqual(['mail', 'maim', 'main2']);
  });
});
