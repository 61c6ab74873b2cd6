// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL has templates of its own
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/hcl/scan.ts';
import type { HclErrorCode } from '../../src/hcl/syntax.ts';
import { parseHcl } from '../../src/hcl/verify.ts';
import { brokenInvariant } from './invariants.ts';

/** The first error of each text stands where `|` does. */
const BROKEN: readonly (readonly [code: HclErrorCode, text: string])[] = [
  ['invalid-character', 'a = |“x”\n'],
  ['invalid-character', "a = |'x'\n"],
  ['invalid-character', '|; a = 1\n'],
  ['invalid-character', 'a = x |@ y\n'],
  ['invalid-character', 'a = |🦆\n'],
  ['invalid-character', 'a = |~\n'],
  ['invalid-character', 'a = b |~ c\n'],
  ['invalid-character', 'a = 1|,\n'],
  ['invalid-character', 'a = b |= c\n'],
  ['invalid-character', 'a = (b |= c)\n'],
  ['invalid-character', 'a = [|.b]\n'],
  ['invalid-character', 'a = b |! c\n'],
  ['invalid-character', '|<<<<<<< HEAD\n'],
  ['invalid-character', 'a = 1\n|\ufeffb = 2\n'],
  ['unterminated-string', 'a = |"x\nb = 1\n'],
  ['unterminated-string', 'a = |"x'],
  ['unterminated-string', 'a = |"x\\\n'],
  ['unterminated-string', 'a = |"x\\"\r\n'],
  ['unterminated-heredoc', 'a = |<<E\nx\n'],
  ['unterminated-heredoc', 'a = |<<E\nx\nE'],
  ['unterminated-heredoc', 'a = |<<E\nEE\n E E\n'],
  ['unterminated-comment', 'a = 1 |/* b\n'],
  ['unterminated-comment', '|/* a /'],
  ['unclosed-block', '|a {\n  b = 1\n'],
  ['unclosed-block', 'a {\n  |b {\n'],
  ['unclosed-bracket', 'a = |[1,\n'],
  ['unclosed-bracket', 'a = f|(x'],
  ['unclosed-bracket', 'a = "x|${y"\n'],
  ['unclosed-bracket', 'a = |{\n  b = 1\n'],
  ['unexpected-closing-bracket', '|}\n'],
  ['unexpected-closing-bracket', 'a = 1|)\n'],
  ['unexpected-closing-bracket', 'a = [1|)]\n'],
  ['unexpected-closing-bracket', 'a {}\n|}\n'],
  ['missing-value', 'a |=\n'],
  ['missing-value', 'a |= # x\n'],
  ['missing-value', 'a = 1 +|\n'],
  ['missing-value', 'a = [1 + |]\n'],
  ['missing-value', 'a = b.|\n'],
  ['missing-value', 'a = {\n  b = |\n}\n'],
  ['missing-value', 'a = |* 2\n'],
  ['missing-operator', 'a = [1 |2]\n'],
  ['missing-operator', 'a = f("x" |y)\n'],
  ['missing-newline', 'a = 1 |b = 2\n'],
  ['missing-newline', 'a = "x" |"y"\n'],
  ['missing-newline', 'a {} |b {}\n'],
  ['missing-newline', 'a {\n  b = 1 |}\n'],
  ['invalid-argument', '|a\n'],
  ['invalid-argument', '|a : 1\n'],
  ['invalid-argument', '|a.b = 1\n'],
  ['invalid-argument', '|"a" = 1\n'],
  ['invalid-argument', '|a == 1\n'],
  ['invalid-block', '|a b\n{\n}\n'],
  ['invalid-block', '|a "b\n'],
  ['invalid-block', '|a "b${c}" {}\n'],
  ['invalid-block', 'a { |b = 1\n}\n'],
  ['invalid-block', 'a { |b {} }\n'],
  ['nested-too-deeply', `a = ${'['.repeat(200)}|[${']'.repeat(201)}\n`],
  ['nested-too-deeply', `${'a {\n'.repeat(200)}a |{\n${'}\n'.repeat(201)}`],
];

function split(marked: string): { text: string; offset: number } {
  return { text: marked.replace('|', ''), offset: marked.indexOf('|') };
}

describe('scan of what is no HCL', () => {
  it.each(BROKEN)('names %s at its place: %j', (code, marked) => {
    const { text, offset } = split(marked);

    const found = scan(text);

    expect(found.errors[0]).toMatchObject({ code, offset });
    expect(brokenInvariant(text, found)).toBeNull();
  });

  it.each(BROKEN)("agrees with HashiCorp's parser that it is none: %s in %j", async (code, marked) => {
    if (code !== 'nested-too-deeply') {
      expect(await parseHcl(split(marked).text)).toHaveProperty('code', 'invalid-hcl');
    }
  });

  it('has a case of every code', () => {
    // JSON has one mistake of its own: json.test.ts
    const codes: Record<Exclude<HclErrorCode, 'invalid-json'>, true> = {
      'invalid-character': true,
      'unterminated-string': true,
      'unterminated-heredoc': true,
      'unterminated-comment': true,
      'unclosed-block': true,
      'unclosed-bracket': true,
      'unexpected-closing-bracket': true,
      'missing-value': true,
      'missing-operator': true,
      'missing-newline': true,
      'invalid-argument': true,
      'invalid-block': true,
      'nested-too-deeply': true,
    };

    expect(new Set(BROKEN.map(([code]) => code))).toEqual(new Set(Object.keys(codes)));
  });

  const inBlock = BROKEN.filter(
    ([code, marked]) =>
      code !== 'nested-too-deeply' && !(code === 'unterminated-heredoc' && marked.endsWith('E')),
  ).flatMap(([code, marked]): [string, string, string][] => {
    const { text } = split(marked);
    const broken = `module "first" {\n  ${text.trimEnd().replace(/\n/g, '\n  ')}\n}\n`;
    return [
      [code, 'unix', broken],
      [code, 'windows', broken.replace(/\n/g, '\r\n')],
    ];
  });

  it.each(inBlock)('still finds the modules behind %s, with %s line endings: %j', (_, __, broken) => {
    const eol = broken.includes('\r') ? '\r\n' : '\n';
    const text = `${broken}${eol}module "second" {${eol}  source = "x"${eol}}${eol}${eol}module "third" {${eol}}${eol}`;

    const found = scan(text);

    expect(found.errors).not.toEqual([]);
    expect(brokenInvariant(text, found)).toBeNull();
    const blocks = found.body.filter((item) => item.type === 'block');
    const names = blocks.map((block) => block.labels[0]?.text);
    expect(names.slice(-2)).toEqual(['second', 'third']);
    expect(blocks.at(-2)?.body).toHaveLength(1);
  });

  it('lists no comment twice where it goes back behind a heredoc that never ends', () => {
    const text = 't = <<o\no "" {%{\n# x\n}\n# y\n';

    const found = scan(text);

    expect(brokenInvariant(text, found)).toBeNull();
    expect(found.comments).toHaveLength(2);
  });

  it('leaves a valid file alone whose nested blocks have no indent', () => {
    const text = 'resource "a" "b" {\nprovisioner "c" {\n}\n}\n';

    expect(scan(text).body).toHaveLength(1);
  });

  it('tells of a few errors and no more', () => {
    expect(scan(';\n'.repeat(1000)).errors).toHaveLength(20);
  });

  it('says what to do in each case', () => {
    for (const [, marked] of BROKEN) {
      for (const { message, help } of scan(split(marked).text).errors) {
        expect(message).toMatch(/^[^\s].*[^\s.]$/s);
        expect(help).toMatch(/^[^\s].*[^\s.]$/s);
      }
    }
  });
});
