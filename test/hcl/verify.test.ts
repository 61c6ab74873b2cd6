import { describe, expect, it } from 'vitest';
import { applySplices } from '../../src/hcl/edit.ts';
import type { Splice } from '../../src/hcl/syntax.ts';
import { type Intended, parseHcl, proveEdit } from '../../src/hcl/verify.ts';

const BEFORE = `module "a" {
  source = "x" # the date
  date   = "20-03-2026"
}

module "a" {
  date = "20-03-2026"
}
`;
const AT = BEFORE.indexOf('20-03-2026');
const UPDATE: Splice = { start: AT, end: AT + 10, text: '23-11-2026' };
const INTENDED: Intended = { path: ['module', 'a', 0, 'date'], value: '23-11-2026' };

function prove(splices: readonly Splice[], intended: readonly Intended[], after?: string) {
  return proveEdit({ before: BEFORE, after: after ?? applySplices(BEFORE, splices), splices, intended });
}

/** The splice that puts `text` in the place of the first `found`. */
function replace(found: string, text: string): Splice {
  const start = BEFORE.indexOf(found);
  return { start, end: start + found.length, text };
}

describe('proveEdit', () => {
  it('lets an update through', async () => {
    expect(await prove([UPDATE], [INTENDED])).toBeNull();
  });

  it('lets an insertion through', async () => {
    const end = BEFORE.indexOf('}');
    const splice = { start: end, end, text: '\n  new = "1"\n' };

    expect(await prove([splice], [{ path: ['module', 'a', 0, 'new'], value: '1' }])).toBeNull();
  });

  it('lets a removal through, and nothing that goes with it', async () => {
    const line = replace('  date   = "20-03-2026"\n', '');
    const removed: Intended = { path: ['module', 'a', 0, 'date'], removed: true };

    expect(await prove([line], [removed])).toBeNull();
    expect(await prove([line, replace('source = "x"', '')], [removed])).toMatchObject({
      code: 'other-value',
    });
    expect(await prove([], [removed])).toMatchObject({ code: 'other-value' });
    expect(await prove([], [{ path: ['module', 'a', 0, 'none'], removed: true }])).toMatchObject({
      code: 'other-value',
    });
  });

  it('lets several through, in whatever order', async () => {
    const at = BEFORE.lastIndexOf('20-03-2026');
    const second = { start: at, end: at + 10, text: '1' };

    expect(
      await prove([second, UPDATE], [INTENDED, { path: ['module', 'a', 1, 'date'], value: '1' }]),
    ).toBeNull();
  });

  it('lets a file through that nothing was to change in', async () => {
    expect(await prove([], [])).toBeNull();
  });

  it.each<[string, Splice[], Intended[], string]>([
    ['another value changes', [UPDATE, replace('"x"', '"y"')], [INTENDED], 'module.a.0.source'],
    ['another value comes', [UPDATE, replace('source =', 'b = 1\n source =')], [INTENDED], 'module.a.0.b'],
    ['another value goes', [UPDATE, replace('source =', '#')], [INTENDED], 'module.a.0.source'],
    ['the value is not the intended one', [{ ...UPDATE, text: '1' }], [INTENDED], 'module.a.0.date'],
    ['the value is unchanged', [], [INTENDED], 'module.a.0.date'],
    [
      'the other block of the name is meant',
      [UPDATE],
      [{ ...INTENDED, path: ['module', 'a', 1, 'date'] }],
      'module.a.0.date',
    ],
    [
      'there is no such block',
      [UPDATE],
      [{ ...INTENDED, path: ['module', 'b', 0, 'date'] }],
      'module.b.0.date',
    ],
    ['a block appears', [UPDATE, { start: 0, end: 0, text: 'locals {}\n' }], [INTENDED], 'locals'],
  ])('refuses when %s', async (_, splices, intended, place) => {
    const refusal = await prove(splices, intended);

    expect(refusal).toMatchObject({ code: 'other-value' });
    expect(refusal?.message).toContain(place);
  });

  it.each([
    ['a comment', applySplices(BEFORE, [UPDATE, replace('the date', 'a date')])],
    ['a space', applySplices(BEFORE, [UPDATE, replace('date   =', 'date =')])],
    ['the end', `${applySplices(BEFORE, [UPDATE])}\n`],
    ['the start', `\n${applySplices(BEFORE, [UPDATE])}`],
    ['a line ending', applySplices(BEFORE, [UPDATE]).replace('\n', '\r\n')],
    ['the text of the splice', applySplices(BEFORE, [{ ...UPDATE, text: '23-11-2027' }])],
  ])('refuses when %s changes outside the splices', async (_, after) => {
    expect(await prove([UPDATE], [INTENDED], after)).toMatchObject({ code: 'outside-edit', position: null });
  });

  it('refuses a file that is no HCL before, with its place', async () => {
    const before = 'a = 1\nb = "é" c\n';

    expect(await proveEdit({ before, after: before, splices: [], intended: [] })).toMatchObject({
      code: 'invalid-hcl',
      position: { line: 2, column: 9 },
      message: expect.stringContaining('Missing newline after argument'),
    });
  });

  it('refuses an edit that leaves no HCL, with its place', async () => {
    const refusal = await prove([{ ...UPDATE, text: 'x" y z' }], [INTENDED]);

    expect(refusal).toMatchObject({ code: 'invalid-edit', position: { line: 3, column: 16 } });
    expect(refusal?.message).toMatch(/^the edited file would not parse: /);
  });

  it('is not deceived by names that every object has', async () => {
    const before = 'module "constructor" {\n  date = "1"\n}\n';
    const at = before.indexOf('1');
    const splices = [{ start: at, end: at + 1, text: '2' }];
    const edit = { before, after: applySplices(before, splices), splices };

    expect(
      await proveEdit({ ...edit, intended: [{ path: ['module', 'constructor', 0, 'date'], value: '2' }] }),
    ).toBeNull();
    expect(
      await proveEdit({ ...edit, intended: [{ path: ['module', 'toString', 0, 'date'], value: '2' }] }),
    ).toMatchObject({ code: 'other-value' });
  });
});

describe('parseHcl', () => {
  it('gives the first of several mistakes, in one line', async () => {
    const refusal = await parseHcl('a = 1 b\n\nc = "\n\nd {\n');

    expect(refusal).toMatchObject({ position: { line: 1, column: 7 } });
    expect(refusal).toHaveProperty('message', expect.not.stringMatching(/\n|file\.tf/));
  });

  it.each(['', '\ufeff', '# nothing\n'])('reads a file with nothing in it: %j', async (text) => {
    expect(await parseHcl(text)).toHaveProperty('json');
  });

  it('refuses a file that the parser would not read in good time, and does not begin to', async () => {
    const before = `a = 1\nb = [${'1,'.repeat(200_000)}]\n`;
    const splices = [{ start: 4, end: 5, text: '2' }];

    const refusal = await proveEdit({
      before,
      after: before.replace('1', '2'),
      splices,
      intended: [{ path: ['a'], value: 2 }],
    });

    expect(refusal).toMatchObject({ code: 'too-large', message: expect.stringContaining('391 kB') });
  });
});
