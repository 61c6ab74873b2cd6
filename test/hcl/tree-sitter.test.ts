import { describe, expect, it } from 'vitest';
import { scan } from '../../src/hcl/scan.ts';
import { readEnvironmentTexts, readFixtures } from '../fixtures.ts';
import { firstDifference, rangesOf, treeSitter } from './second-opinion.ts';

const secondOpinion = await treeSitter();
const fixtures = readFixtures();

const texts = [
  ...fixtures
    .filter(({ kind }) => kind !== null)
    .flatMap(({ name, before, after }) => [
      { name: `${name}/before.tf`, text: before },
      { name: `${name}/after.tf`, text: after },
    ]),
  ...readEnvironmentTexts().map((text, i) => ({ name: `environments, file ${i}`, text })),
].filter(({ text }) => scan(text).errors.length === 0);

describe("tree-sitter's HCL grammar", () => {
  it.each(texts)('finds the same ranges in $name', ({ text }) => {
    const theirs = secondOpinion(text);

    if (theirs === null) throw new Error('tree-sitter cannot parse it');
    expect(firstDifference(rangesOf(text, scan(text)), theirs)).toBeNull();
  });

  it('is asked about all of the fixtures', () => {
    expect(texts.length).toBeGreaterThan(250);
  });

  it.each([
    ['a = 1\n', 'a = 2\nb = 1\n'],
    ['a = 1\n', 'a  = 1\n'],
    ['a "b" {}\n', 'a b {}\n'],
    ['a {\n}\n', 'a {}\n'],
  ])('would tell %j from %j', (ours, theirs) => {
    expect(firstDifference(rangesOf(ours, scan(ours)), secondOpinion(theirs) ?? [])).not.toBeNull();
  });
});
