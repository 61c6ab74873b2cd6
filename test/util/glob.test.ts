import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { isGlob, matchGlobs } from '../../src/util/glob.ts';

function matches(pattern: string, name: string): boolean {
  return matchGlobs([pattern])(name);
}

describe('matchGlobs', () => {
  it.each([
    ['court-api-dev', 'court-api-dev', true],
    ['court-api-dev', 'court-api-dev-2', false],
    ['court-*', 'court-api-dev', true],
    ['*-dev', 'court-api-dev', true],
    ['*', 'live.cloud-platform.service.justice.gov.uk', true],
    ['*', 'a/b', false],
    ['**', 'a/b#c', true],
    ['a-dev/*#rds', 'a-dev/rds.tf#rds', true],
    ['a-dev/*', 'a-dev/nested/rds.tf#rds', false],
    ['a-dev/**', 'a-dev/nested/rds.tf#rds', true],
    ['a-?', 'a-1', true],
    ['a-?', 'a-12', false],
    ['a-[0-9]', 'a-1', true],
    ['a-[!0-9]', 'a-1', false],
    ['a-[^0-9]', 'a-x', true],
    ['a-{dev,preprod}', 'a-preprod', true],
    ['a-{dev,preprod}', 'a-prod', false],
    ['{a,b{1,2}}*', 'b2-x', true],
    ['{a,b{1,2}}*', 'b3', false],
    ['a{,-x}', 'a', true],
    ['!a', '!a', true],
    ['!a', 'b', false],
    ['.*', '.hidden', true],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['a{b', 'a{b', true],
    ['a[b', 'a[b', true],
    ['court-*', 'Court-api', false],
  ])('%s and %s: %s', (pattern, name, expected) => {
    expect(matches(pattern, name)).toBe(expected);
  });

  it('takes any of several patterns', () => {
    expect(matchGlobs(['a', 'b-*'])('b-1')).toBe(true);
    expect(matchGlobs([])('a')).toBe(false);
  });

  it('agrees with a well-known library about names, stars, sets and alternatives', () => {
    const part = fc.constantFrom('a', 'b', '-', '1', '*', '?', '[ab]', '[^a]', '{a,b}', '{ab,1*}');
    const pattern = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    const name = fc
      .array(fc.constantFrom('a', 'b', '-', '1'), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join(''));

    fc.assert(
      fc.property(pattern, name, (glob, given) => {
        fc.pre(!glob.includes('**'));
        expect(matches(glob, given)).toBe(picomatch(glob, { dot: true, nonegate: true })(given));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('isGlob', () => {
  it.each([
    ['court-api-dev', false],
    ['a{b', false],
    ['\\*', false],
    ['*', true],
    ['a?', true],
    ['[ab]', true],
    ['{a,b}', true],
  ])('%s: %s', (pattern, expected) => {
    expect(isGlob(pattern)).toBe(expected);
  });
});
