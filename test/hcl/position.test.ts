import { describe, expect, it } from 'vitest';
import { lineAt, positionAt, widthOf } from '../../src/hcl/position.ts';
import { parseHcl } from '../../src/hcl/verify.ts';

describe('positionAt', () => {
  it.each([
    ['the start', '|a = 1', 1, 1],
    ['an empty text', '|', 1, 1],
    ['the end', 'a = 1|', 1, 6],
    ['the end behind a newline', 'a = 1\n|', 2, 1],
    ['a line ending itself', 'a = 1|\nb', 1, 6],
    ['a third line', 'a\n\n  |b', 3, 3],
    ['windows line endings', 'a\r\n\r\n  |b\r\n', 3, 3],
    ['a windows line ending itself', 'ab|\r\n', 1, 3],
    ['a tab', '\t|a', 1, 2],
    ['text behind a byte order mark', '\ufeffa|b', 1, 2],
    ['an accent of its own', 'e\u0301|x', 1, 2],
    ['characters beyond the basic plane', '"🦆🦆|"', 1, 4],
    ['a family that is one emoji', '"👩‍👩‍👧|"', 1, 3],
    ['a flag', '🇬🇧|', 1, 2],
    ['text on the line before', '🦆é\n|a', 2, 1],
  ])('counts as a reader does: %s', (_, marked, line, column) => {
    const text = marked.replace('|', '');

    expect(positionAt(text, marked.indexOf('|'))).toEqual({ line, column });
  });

  it('takes an offset behind the end for the end', () => {
    expect(positionAt('a\nb', 100)).toEqual({ line: 2, column: 2 });
  });

  it.each(['"🦆" |x\n', '"e\u0301👩‍🚀" |x\n', '1\r\nb = "é" |x\r\n'])(
    "counts as HashiCorp's parser does: %j",
    async (marked) => {
      const text = `a = ${marked.replace('|', '')}`;

      expect(await parseHcl(text)).toMatchObject({ position: positionAt(text, 4 + marked.indexOf('|')) });
    },
  );
});

describe('lineAt', () => {
  it.each([
    ['a\nb\nc', 1, 'a'],
    ['a\nb\nc', 3, 'c'],
    ['a\r\nb\r\n', 2, 'b'],
    ['a\n', 2, ''],
    ['a', 7, ''],
    ['', 1, ''],
  ])('gives a line without its ending: %j, line %d', (text, line, expected) => {
    expect(lineAt(text, line)).toBe(expected);
  });
});

describe('widthOf', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['é👩‍🚀', 2],
  ])('counts what a reader sees in %j', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});
