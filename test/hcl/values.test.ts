// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL has templates of its own
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/hcl/scan.ts';
import type { Attribute } from '../../src/hcl/syntax.ts';
import {
  findAttribute,
  findBlocks,
  findDuplicates,
  literalBoolean,
  literalString,
  quote,
} from '../../src/hcl/values.ts';
import { parseHcl } from '../../src/hcl/verify.ts';

function expressionOf(expression: string): { text: string; attribute: Attribute } {
  const text = `before = 1\na = ${expression} # after\n`;
  const attribute = findAttribute(scan(text).body, 'a');
  if (attribute === null) throw new Error(`${expression} is not found`);
  return { text, attribute };
}

describe('literalString', () => {
  it.each([
    ['""', ''],
    ['"20-03-2026"', '20-03-2026'],
    ['"a \\"b\\" \\\\ \\n\\r\\t"', 'a "b" \\ \n\r\t'],
    ['"\\u00e9\\U0001F986"', 'é🦆'],
    ['"$${a} %%{b}"', '${a} %{b}'],
    ['"$$ $a 100% %%"', '$$ $a 100% %%'],
    ['"$$$${a}"', '$$${a}'],
    ['"# /* <<E"', '# /* <<E'],
    ['"🦆"', '🦆'],
  ])('reads %s', async (written, value) => {
    const { text, attribute } = expressionOf(written);

    const literal = literalString(text, attribute.expression);

    expect(literal?.value).toBe(value);
    expect(text.slice(literal?.inner.start, literal?.inner.end)).toBe(written.slice(1, -1));
    const parsed = await parseHcl(text);
    if (!written.includes('${')) expect(parsed).toMatchObject({ json: { a: value } });
  });

  it.each([
    'null',
    '1',
    'var.date',
    '"${var.date}"',
    '"a ${var.date}"',
    '"%{ if a }b%{ endif }"',
    '"a" == "b"',
    '"a"[0]',
    '("a")',
    '["a"]',
    'f("a")',
    '<<E\na\nE\n',
    '"\\q"',
    '"\\u12"',
    '"\\UFFFFFFFF"',
  ])('says of %s that it is no plain string', (written) => {
    const { text, attribute } = expressionOf(written);

    expect(literalString(text, attribute.expression)).toBeNull();
  });

  it('is not deceived by a range that is not a whole expression', () => {
    expect(literalString('a = "b" + "c"', { start: 4, end: 13 })).toBeNull();
    expect(literalString('a = "b', { start: 4, end: 6 })).toBeNull();
  });
});

describe('quote', () => {
  it.each([
    ['23-11-2026', '"23-11-2026"'],
    ['a "b" \\', '"a \\"b\\" \\\\"'],
    ['a\r\n\tb', '"a\\r\\n\\tb"'],
    ['${a} %{b} $ %', '"$${a} %%{b} $ %"'],
    ['é🦆', '"é🦆"'],
  ])('writes %j', (value, written) => {
    expect(quote(value)).toBe(written);
  });

  it.each(['', 'a', '${', '%{', '$${', '$', '"', '\\', '\\n', '\n', '\r\n\t', '🦆', '\\${x}', '${"x"}'])(
    'comes back through literalString: %j',
    (value) => {
      const { text, attribute } = expressionOf(quote(value));

      expect(literalString(text, attribute.expression)?.value).toBe(value);
    },
  );
});

describe('literalBoolean', () => {
  it.each([
    ['true', true],
    ['false', false],
    ['"true"', true],
    ['"false"', false],
    ['"True"', null],
    ['1', null],
    ['var.x', null],
    ['!true', null],
    ['"${true}"', null],
    ['true || false', null],
  ])('reads %s as %s', (written, value) => {
    const { text, attribute } = expressionOf(written);

    expect(literalBoolean(text, attribute.expression)).toBe(value);
  });
});

describe('find', () => {
  const { body } = scan('a = 1\nb "x" {\n  a = 2\n}\na = 3\nb "y" {}\nc "x" {}\n');

  it('gives the first attribute of a name, and none of a nested block', () => {
    expect(findAttribute(body, 'a')?.start).toBe(0);
    expect(findAttribute(body, 'b')).toBeNull();
  });

  it('gives the blocks of a keyword and label', () => {
    expect(findBlocks(body, 'b')).toHaveLength(2);
    expect(findBlocks(body, 'b', 'y')).toHaveLength(1);
    expect(findBlocks(body, 'b', 'z')).toHaveLength(0);
  });

  it.each([3, 200])('names every attribute of %d that is set again', (count) => {
    const names = Array.from({ length: count }, (_, i) => `n${i} = 1\n`).join('');

    const duplicates = findDuplicates(scan(`${names}b {}\nb {}\nn1 = 2\nn2 = 3\nn1 = 4\n`).body);

    expect(duplicates.map(({ name }) => name)).toEqual(['n1', 'n2', 'n1']);
  });
});
