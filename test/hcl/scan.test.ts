// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL has templates of its own
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/hcl/scan.ts';
import { parseHcl } from '../../src/hcl/verify.ts';
import { brokenInvariant } from './invariants.ts';
import { commentsOf, outline } from './outline.ts';

/** What stands in a file → what the reader is told. Everything here is HCL, by HashiCorp's own parser. */
const VALID: readonly (readonly [name: string, text: string, outline: readonly string[]])[] = [
  ['nothing', '', []],
  ['blank lines', '\n \t\n\r\n', []],
  ['an attribute', 'a = 1\n', ['a = 1']],
  ['an attribute without a final newline', 'a = 1', ['a = 1']],
  ['no space at all', 'a=1\nb={c=2}\n', ['a = 1', 'b = {c=2}']],
  ['spaces and tabs anywhere', '\t a \t=\t 1 \t\n', ['a = 1']],
  ['windows line endings', 'a = 1\r\nb {\r\n  c = 2\r\n}\r\n', ['a = 1', 'b {', '  c = 2', '}']],
  ['a byte order mark', '\ufeffa = 1\n', ['a = 1']],
  ['names beyond ASCII', 'größe = "ü"\n日本 {}\n_x-1 = 2\n', ['größe = "ü"', '日本 {', '}', '_x-1 = 2']],
  ['names beyond the basic plane', '𐐀𐐁 = 1\n', ['𐐀𐐁 = 1']],
  ['keywords as names', 'for = 1\nif = 2\nin {}\n', ['for = 1', 'if = 2', 'in {', '}']],

  ['an empty block', 'a {}\n', ['a {', '}']],
  ['an empty block on two lines', 'a {\n}\n', ['a {', '}']],
  ['a block on one line', 'a { b = 1 }\n', ['a {', '  b = 1', '}']],
  ['a block on one line with a map', 'a { b = { c = 1 } }\n', ['a {', '  b = { c = 1 }', '}']],
  ['a block on one line with a list on three', 'a { b = [\n1\n] }\n', ['a {', '  b = [\n1\n]', '}']],
  ['a nested block', 'a {\n  b {\n    c {}\n  }\n}', ['a {', '  b {', '    c {', '    }', '  }', '}']],
  ['labels in quotes', 'module "a" "b c" {}\n', ['module <a> <b c> {', '}']],
  ['labels without quotes', 'module a b {}\n', ['module <a> <b> {', '}']],
  ['labels of both sorts, close together', 'a"b"c"d"{}\n', ['a <b> <c> <d> {', '}']],
  ['labels with escapes, as written', 'a "x\\"y" "$${z}" {}\n', ['a <x\\"y> <$${z}> {', '}']],
  ['blocks and attributes by turns', 'a = 1\nb {}\nc = 2\n', ['a = 1', 'b {', '}', 'c = 2']],

  ['a brace in a string', 'a = "}"\nb = "{"\n', ['a = "}"', 'b = "{"']],
  ['a quote in a string', 'a = "x\\"y"\nb = 1\n', ['a = "x\\"y"', 'b = 1']],
  ['a backslash at the end of a string', 'a = "x\\\\"\nb = 1\n', ['a = "x\\\\"', 'b = 1']],
  ['a string in a string', 'a = "x${f("y")}z"\nb = 1\n', ['a = "x${f("y")}z"', 'b = 1']],
  ['a string four deep', 'a = "${"${"${"x"}"}"}"\n', ['a = "${"${"${"x"}"}"}"']],
  ['a brace in a template', 'a = "${{ x = "}" }.x}"\n', ['a = "${{ x = "}" }.x}"']],
  ['a template over lines', 'a = "${\n  x\n}"\nb = 1\n', ['a = "${\n  x\n}"', 'b = 1']],
  ['an escaped template', 'a = "$${x"\nb = "%%{y"\n', ['a = "$${x"', 'b = "%%{y"']],
  ['a directive', 'a = "%{ if x ~} y %{~ else }z%{ endif }"\n', ['a = "%{ if x ~} y %{~ else }z%{ endif }"']],
  [
    'lone dollars',
    'a = "$"\nb = "$$"\nc = "100%"\nd = "$x%y"\n',
    ['a = "$"', 'b = "$$"', 'c = "100%"', 'd = "$x%y"'],
  ],
  ['comment signs in a string', 'a = "# // /* "\nb = 1\n', ['a = "# // /* "', 'b = 1']],

  ['a heredoc', 'a = <<E\nx = 1\n}\nE\nb = 1\n', ['a = <<E\nx = 1\n}\nE', 'b = 1']],
  ['an indented heredoc', 'a = <<-E\n  x\n  E\nb = 1\n', ['a = <<-E\n  x\n  E', 'b = 1']],
  ['an indented end of a plain heredoc', 'a = <<E\n  x\n  E\t\nb = 1\n', ['a = <<E\n  x\n  E\t', 'b = 1']],
  ['an empty heredoc', 'a = <<E\nE\nb = 1\n', ['a = <<E\nE', 'b = 1']],
  ['a heredoc of a windows file', 'a = <<E\r\nx\r\nE\r\nb = 1\r\n', ['a = <<E\r\nx\r\nE', 'b = 1']],
  [
    'a heredoc with the marker in its text',
    'a = <<E\nEE\nE E\nxE\nE\nb = 1\n',
    ['a = <<E\nEE\nE E\nxE\nE', 'b = 1'],
  ],
  ['a marker with a hyphen', 'a = <<A-B\nA\nA-B\nb = 1\n', ['a = <<A-B\nA\nA-B', 'b = 1']],
  ['a marker beyond ASCII', 'a = <<É\nx\nÉ\nb = 1\n', ['a = <<É\nx\nÉ', 'b = 1']],
  [
    'a marker in odd white space',
    'a = <<E\nx\n\u0085E\u00a0\nb = 1\n',
    ['a = <<E\nx\n\u0085E\u00a0', 'b = 1'],
  ],
  ['a marker behind a template', 'a = <<E\n${x}E\nE\nb = 1\n', ['a = <<E\n${x}E\nE', 'b = 1']],
  [
    'a template in a heredoc',
    'a = <<E\n${f("E\\n")}\n%{ if x }}%{ endif }\nE\nb = 1\n',
    ['a = <<E\n${f("E\\n")}\n%{ if x }}%{ endif }\nE', 'b = 1'],
  ],
  [
    'an escaped template in a heredoc',
    'a = <<E\n$${\n%%{\n$\n%\nE\nb = 1\n',
    ['a = <<E\n$${\n%%{\n$\n%\nE', 'b = 1'],
  ],
  ['a quote in a heredoc', 'a = <<E\n"\nE\nb = 1\n', ['a = <<E\n"\nE', 'b = 1']],
  ['a heredoc in a heredoc', 'a = <<E\n${<<F\nE\nF\n}\nE\nb = 1\n', ['a = <<E\n${<<F\nE\nF\n}\nE', 'b = 1']],
  ['a heredoc in a string', 'a = "${<<F\n"\nF\n}"\nb = 1\n', ['a = "${<<F\n"\nF\n}"', 'b = 1']],
  [
    'heredocs in a call',
    'a = f(<<A\n)\nA\n, <<B\n)\nB\n)\nb = 1\n',
    ['a = f(<<A\n)\nA\n, <<B\n)\nB\n)', 'b = 1'],
  ],

  [
    'lists and maps over lines',
    'a = [\n  1,\n  { b = 2 },\n]\nc = 3\n',
    ['a = [\n  1,\n  { b = 2 },\n]', 'c = 3'],
  ],
  [
    'a map of every spelling',
    'a = {\n b = 1, c = 2\n d : 3\n (e) = 4\n "f" = 5\n}\n',
    ['a = {\n b = 1, c = 2\n d : 3\n (e) = 4\n "f" = 5\n}'],
  ],
  [
    'a for over lines',
    'a = { for k, v in x :\n k => v...\n if v != "" }\n',
    ['a = { for k, v in x :\n k => v...\n if v != "" }'],
  ],
  ['a condition in brackets over lines', 'a = (\n x\n ? 1\n : 2\n)\n', ['a = (\n x\n ? 1\n : 2\n)']],
  [
    'operators',
    'a = -1 + !b * 2 >= 3 && c || d % 4 == 5 - -6\n',
    ['a = -1 + !b * 2 >= 3 && c || d % 4 == 5 - -6'],
  ],
  ['paths', 'a = x.y[0]["k"].*.z\nb = x[*].y.0\n', ['a = x.y[0]["k"].*.z', 'b = x[*].y.0']],
  ['calls', 'a = f(x, g(1)...)\nb = f (2)[0].c\n', ['a = f(x, g(1)...)', 'b = f (2)[0].c']],
  ['numbers', 'a = 1.5e-3\nb = 1e5\n', ['a = 1.5e-3', 'b = 1e5']],

  [
    'comments behind values',
    'a = 1 # x\nb = 2 // y\nc = 3 /* z */\nd = 4#e\n',
    ['a = 1', 'b = 2', 'c = 3', 'd = 4'],
  ],
  ['comments before values', '/* x */ a /* y */ = /* z */ 1\n', ['a = 1']],
  ['a comment over lines before a value', 'a = /* x\n */ 1\n', ['a = 1']],
  ['comments in a header', 'a /* x */ "b" /* y */ { # z\n}\n', ['a <b> {', '}']],
  ['comments in brackets', 'a = [ # 1\n 1, // ]\n /* ] */ 2\n]\n', ['a = [ # 1\n 1, // ]\n /* ] */ 2\n]']],
  ['braces in comments', '# {\n// }\n/* { */\na = 1\n', ['a = 1']],
  ['a comment in an empty block', 'a { /* x\n y */ }\n', ['a {', '}']],
  ['a comment behind a block on one line', 'a { b = 1 /* x */ } # y\n', ['a {', '  b = 1', '}']],
  ['a comment at the very end', 'a = 1 # x', ['a = 1']],
];

describe('scan', () => {
  it.each(VALID)('finds what stands in a file with %s', (_, text, expected) => {
    const found = scan(text);

    expect(found.errors).toEqual([]);
    expect(outline(text)).toEqual(expected);
    expect(brokenInvariant(text, found)).toBeNull();
  });

  it.each(VALID)("agrees with HashiCorp's parser that it is HCL: %s", async (_, text) => {
    expect(await parseHcl(text)).toHaveProperty('json');
  });

  it.each([
    ['# a\n// b\n/* c */\n', ['# a', '// b', '/* c */']],
    ['# a\r\nx = 1 // b\r\n', ['# a', '// b']],
    ['/**/ /***/ /* * / */\n', ['/**/', '/***/', '/* * / */']],
    ['/* a /* b */\n# /* c\n', ['/* a /* b */', '# /* c']],
    ['x { # a\n  y = [ // b\n  ] /* c */\n} # d', ['# a', '// b', '/* c */', '# d']],
    ['x = "# a"\ny = <<E\n# b\nE\n', []],
    ['x = "${ /* a */ y }"\n', ['/* a */']],
    [
      'a /* 1 */ "b" /* 2 */ { /* 3 */ c /* 4 */ = /* 5 */ 1 /* 6 */ }',
      ['/* 1 */', '/* 2 */', '/* 3 */', '/* 4 */', '/* 5 */', '/* 6 */'],
    ],
  ])('lists every comment once and in order: %j', (text, expected) => {
    expect(commentsOf(text)).toEqual(expected);
  });

  it('gives the place of every part of a block', () => {
    const text = 'module "a" b {\n  c = 1 # d\n}\n';

    const { body, comments } = scan(text);

    expect(body).toEqual([
      {
        type: 'block',
        keyword: 'module',
        labels: [
          { start: 7, end: 10, text: 'a' },
          { start: 11, end: 12, text: 'b' },
        ],
        start: 0,
        end: 28,
        open: 13,
        close: 27,
        body: [
          {
            type: 'attribute',
            name: 'c',
            start: 17,
            end: 22,
            equals: 19,
            expression: { start: 21, end: 22 },
          },
        ],
      },
    ]);
    expect(comments).toEqual([{ style: 'line', start: 23, end: 26 }]);
  });
});
