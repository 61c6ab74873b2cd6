import { describe, expect, it } from 'vitest';
import { applySplices, insertArguments } from '../../src/hcl/edit.ts';
import { scan } from '../../src/hcl/scan.ts';
import type { Block } from '../../src/hcl/syntax.ts';

describe('applySplices', () => {
  it.each([
    ['nothing', 'abc', [], 'abc'],
    ['a replacement', 'abc', [{ start: 1, end: 2, text: 'xyz' }], 'axyzc'],
    ['an insertion', 'abc', [{ start: 3, end: 3, text: 'd' }], 'abcd'],
    ['a removal', 'abc', [{ start: 0, end: 3, text: '' }], ''],
    [
      'several in any order',
      'abc',
      [
        { start: 2, end: 3, text: 'C' },
        { start: 0, end: 1, text: 'A' },
      ],
      'AbC',
    ],
    [
      'neighbours',
      'abc',
      [
        { start: 0, end: 1, text: 'x' },
        { start: 1, end: 2, text: 'y' },
      ],
      'xyc',
    ],
    ['characters of two code units', '🦆b', [{ start: 2, end: 3, text: 'c' }], '🦆c'],
  ])('applies %s', (_, text, splices, expected) => {
    expect(applySplices(text, splices)).toBe(expected);
  });

  it.each([
    [
      'two that overlap',
      [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ],
    ],
    ['one that runs backwards', [{ start: 2, end: 1, text: '' }]],
  ])('throws at %s', (_, splices) => {
    expect(() => applySplices('abc', splices)).toThrow(RangeError);
  });
});

/** The text with `date = "1"` and, when asked for, `force = true` in its last block named `m`. */
function insert(text: string, names: readonly string[] = ['date']): { text: string; placements: string[] } {
  const scanned = scan(text);
  const block = scanned.body.findLast((item): item is Block => item.type === 'block' && item.keyword === 'm');
  if (block === undefined) throw new Error('no block is named m');
  const args = names.map((name) => ({ name, expression: name === 'date' ? '"1"' : 'true' }));
  const { splices, placements } = insertArguments(text, scanned, block, args);
  return { text: applySplices(text, splices), placements };
}

describe('insertArguments', () => {
  it.each([
    ['as a paragraph at the end', 'm {\n  a = 1\n}\n', 'm {\n  a = 1\n\n  date = "1"\n}\n'],
    ['without a second blank line', 'm {\n  a = 1\n\n}\n', 'm {\n  a = 1\n\n  date = "1"\n}\n'],
    ['without a blank line at the start', 'm {\n}\n', 'm {\n  date = "1"\n}\n'],
    ['into an empty block on one line', 'm {}\n', 'm {\n  date = "1"\n}\n'],
    ['into an empty block with spaces', 'm {  }', 'm {\n  date = "1"\n}'],
    ['into a block on one line', 'm { a = 1 }\n', 'm {\n  a = 1\n\n  date = "1"\n}\n'],
    ['into an indented block on one line', '  m { a = 1 }\n', '  m {\n    a = 1\n\n    date = "1"\n  }\n'],
    ['into a block on one line behind tabs', '\tm { a = 1 }\n', '\tm {\n\t\ta = 1\n\n\t\tdate = "1"\n\t}\n'],
    [
      'with the indent of the file',
      'n {\n    a = 1\n}\nm {}\n',
      'n {\n    a = 1\n}\nm {\n    date = "1"\n}\n',
    ],
    [
      'with the indent of the last line',
      'm {\n a = 1\n   b = 1\n}\n',
      'm {\n a = 1\n   b = 1\n\n   date = "1"\n}\n',
    ],
    ['behind a comment on the line of {', 'm { # x\n}\n', 'm { # x\n  date = "1"\n}\n'],
    ['behind a comment on the last line', 'm {\n  # x\n}\n', 'm {\n  # x\n\n  date = "1"\n}\n'],
    [
      'before comments on the line of }',
      'm {\n  a = 1\n/* x */ /* y */ }\n',
      'm {\n  a = 1\n\n  date = "1"\n/* x */ /* y */ }\n',
    ],
    [
      'before a comment over lines that ends at }',
      'm {\n  a = 1\n  /* x\n  */ }\n',
      'm {\n  a = 1\n\n  date = "1"\n  /* x\n  */ }\n',
    ],
    ['behind a comment between the braces', 'm { /* x */ }\n', 'm {\n  /* x */\n\n  date = "1"\n}\n'],
    [
      'behind a comment over lines between the braces',
      'm { /* x\n y */ }\n',
      'm {\n  /* x\n y */\n\n  date = "1"\n}\n',
    ],
    ['with windows line endings', 'm {\r\n  a = 1\r\n}\r\n', 'm {\r\n  a = 1\r\n\r\n  date = "1"\r\n}\r\n'],
    ["with the block's own line endings", 'a = 1\nm {\r\n}', 'a = 1\nm {\r\n  date = "1"\r\n}'],
    ["with the file's line endings", 'a = 1\r\nm {}', 'a = 1\r\nm {\r\n  date = "1"\r\n}'],
    ['without a final newline', 'm {\n  }', 'm {\n  date = "1"\n  }'],
    ['behind a byte order mark', '\ufeffm { a = 1 }', '\ufeffm {\n  a = 1\n\n  date = "1"\n}'],
    [
      'above all where fmt has aligned the last comment with that of }',
      'm {\n  a = 1 # x\n}       # y\n',
      'm {\n  date = "1"\n\n  a = 1 # x\n}       # y\n',
    ],
    [
      'above all, before a blank line',
      'm {\n\n  a = 1 # x\n}       # y\n',
      'm {\n  date = "1"\n\n  a = 1 # x\n}       # y\n',
    ],
    [
      'behind a nested block',
      'm {\n  n {\n    date = 1\n  }\n}\n',
      'm {\n  n {\n    date = 1\n  }\n\n  date = "1"\n}\n',
    ],
  ])('writes %s', (_, before, after) => {
    expect(insert(before)).toEqual({ text: after, placements: ['insert'] });
  });

  it.each([
    ['alone', 'm {\n  # date = "0" # tail\n}\n', 'm {\n  date = "1"\n}\n'],
    ['with two slashes', 'm {\n  //date="0"\n}\n', 'm {\n  date = "1"\n}\n'],
    ['with hashes and spaces', 'm {\n\t## # date  = "0"\n}\n', 'm {\n  date = "1"\n}\n'],
    [
      'between parted lines',
      'm {\n  a = 1\n\n  # date = 0\n\n  b = 1\n}\n',
      'm {\n  a = 1\n\n  date = "1"\n\n  b = 1\n}\n',
    ],
    [
      'between wide lines',
      'm {\n  wider = 1\n  # date = 0\n  broad = 1\n}\n',
      'm {\n  wider = 1\n  date  = "1"\n  broad = 1\n}\n',
    ],
    ['where it just fits', 'm {\n  four = 1\n  # date = 0\n}\n', 'm {\n  four = 1\n  date = "1"\n}\n'],
    ['below a narrow line', 'm {\n  a = 1\n  # date = 0\n}\n', 'm {\n  a = 1\n\n  date = "1"\n}\n'],
    ['above a narrow line', 'm {\n  # date = 0\n  a = 1\n}\n', 'm {\n  date = "1"\n\n  a = 1\n}\n'],
    [
      'between a narrow and a wide line',
      'm {\n  a = 1\n  # date = 0\n  wider = 1\n}\n',
      'm {\n  a = 1\n\n  date  = "1"\n  wider = 1\n}\n',
    ],
    [
      'between a wide and a narrow line',
      'm {\n  wider = 1\n  # date = 0\n  a = 1\n}\n',
      'm {\n  wider = 1\n  date  = "1"\n\n  a = 1\n}\n',
    ],
    [
      'between two wide lines not aligned',
      'm {\n  wider = 1\n  # date = 0\n  broader = 1\n}\n',
      'm {\n  wider = 1\n\n  date    = "1"\n  broader = 1\n}\n',
    ],
    ['below a list', 'm {\n  a = [\n  ]\n  # date = 0\n}\n', 'm {\n  a = [\n  ]\n  date = "1"\n}\n'],
    ['above a list', 'm {\n  # date = 0\n  a = [\n  ]\n}\n', 'm {\n  date = "1"\n  a = [\n  ]\n}\n'],
    [
      'below a heredoc',
      'm {\n  wider = <<E\nE\n  # date = 0\n}\n',
      'm {\n  wider = <<E\nE\n  date  = "1"\n}\n',
    ],
    [
      'below a comment before a name',
      'm {\n  /* é */ a = 1\n  # date = 0\n}\n',
      'm {\n  /* é */ a = 1\n  date      = "1"\n}\n',
    ],
    [
      'with windows line endings',
      'm {\r\n  a = 1\r\n  # date = 0\r\n}\r\n',
      'm {\r\n  a = 1\r\n\r\n  date = "1"\r\n}\r\n',
    ],
    ['the first of two', 'm {\n  # date = 0\n  # date = 1\n}\n', 'm {\n  date = "1"\n  # date = 1\n}\n'],
  ])('takes the place of a commented-out line %s', (_, before, after) => {
    expect(insert(before)).toEqual({ text: after, placements: ['uncomment'] });
  });

  it.each([
    [
      'that stands between aligned lines too narrow for it',
      'm {\n  a = 1\n  # date = 0\n  b = 1\n}\n',
      'm {\n  a = 1\n  b = 1\n\n  date = "1"\n}\n',
    ],
    [
      'but not one between lines that fmt would align then',
      'm {\n  a = 1\n  # date = 0\n  bc = 1\n}\n',
      'm {\n  a = 1\n  # date = 0\n  bc = 1\n\n  date = "1"\n}\n',
    ],
    [
      'but not one between comments that fmt would align then',
      'm {\n  a = 1 # x\n  # date = 0\n  b = 1 # y\n}\n',
      'm {\n  a = 1 # x\n  # date = 0\n  b = 1 # y\n\n  date = "1"\n}\n',
    ],
  ])('takes a commented-out line away %s', (_, before, after) => {
    expect(insert(before)).toEqual({ text: after, placements: ['insert'] });
  });

  it.each([
    ['prose', '# date is not set'],
    ['a longer name', '# dated = 0'],
    ['a comparison', '# date == 0'],
    ['a comment behind a value', 'a = 1 # date = 0'],
    ['a block comment', '/* date = 0 */'],
    ['a comment in a list', 'a = [\n# date = 0\n]'],
    ['a comment in a nested block', 'n {\n# date = 0\n}'],
  ])('leaves %s alone', (_, line) => {
    const { text, placements } = insert(`m {\n  ${line}\n}\n`);

    expect(placements).toEqual(['insert']);
    expect(text).toContain(line);
  });

  it('leaves the comments around the block alone', () => {
    const { text } = insert('# date = 0\nm { # date = 0\n} # date = 0\n# date = 0\n');

    expect(text).toBe('# date = 0\nm { # date = 0\n  date = "1"\n} # date = 0\n# date = 0\n');
  });

  it.each([
    [
      'in one paragraph',
      'm {\n  a = 1\n}\n',
      'm {\n  a = 1\n\n  force = true\n  date  = "1"\n}\n',
      ['insert', 'insert'],
    ],
    [
      'in the place of neighbours',
      'm {\n  # date = 0\n  # force = 0\n}\n',
      'm {\n  date  = "1"\n  force = true\n}\n',
      ['uncomment', 'uncomment'],
    ],
    [
      'each in its own place',
      'm {\n  # date = 0\n\n  # force = 0\n}\n',
      'm {\n  date = "1"\n\n  force = true\n}\n',
      ['uncomment', 'uncomment'],
    ],
    [
      'one in its place',
      'm {\n  # date = 0\n}\n',
      'm {\n  date = "1"\n\n  force = true\n}\n',
      ['insert', 'uncomment'],
    ],
  ])('writes two arguments: %s', (_, before, after, placements) => {
    expect(insert(before, ['force', 'date'])).toEqual({ text: after, placements });
  });
});

describe('a comment that begins like an argument', () => {
  it.each([
    '# date = the day on which somebody rotated it, see the runbook',
    '# date = "2023-04-17", or whatever the team says',
    '# date == "x"',
  ])('and is prose stays: %s', (comment) => {
    const text = `module "a" {\n  b = 1\n  ${comment}\n}\n`;
    const found = scan(text);
    const block = found.body[0];
    if (block?.type !== 'block') throw new Error('no block');

    const { splices } = insertArguments(text, found, block, [{ name: 'date', expression: '"x"' }]);

    expect(applySplices(text, splices)).toContain(`  ${comment}\n`);
  });
});
