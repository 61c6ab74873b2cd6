// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL has templates of its own
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCertainlyHcl } from '../../src/hcl/certain.ts';
import { scan } from '../../src/hcl/scan.ts';
import { parseHcl } from '../../src/hcl/verify.ts';
import { readEnvironmentTexts, readFixtures } from '../fixtures.ts';
import { mutate } from '../fuzz/mutate.ts';
import { randomOf } from '../fuzz/random.ts';

const texts = [
  ...new Set([...readFixtures().flatMap(({ before, after }) => [before, after]), ...readEnvironmentTexts()]),
];
const isCertain = (text: string): boolean => isCertainlyHcl(text, scan(text));
const accepts = async (text: string): Promise<boolean> => 'json' in (await parseHcl(text));

describe('what is certain to be HCL', () => {
  it.each([
    'a = "x ${var.b["c"][0].d} \\n \\""',
    'a = [1, -2.5, true, null, var.b,\n  # comment\n  { c = "d", "e" : [] }\n]',
    'a = join("-", [\n  local.b,\n])',
    '/* a\n * b */\nmodule "a" {\n  b = {\n    c = 1\n  }\n}',
    'a = 1 # no line ending',
    'a = !var.b && (c.d[*].e >= 2) ? "é ${upper(var.f)} x" : -1 - 2',
    'a = [for b in local.c : b.d]\ne = {\n  for k, v in local.f :\n  k => v\n}',
  ])('takes %j in', async (text) => {
    expect([isCertain(text), await accepts(text)]).toEqual([true, true]);
  });

  it.each([
    'a = "\\q"',
    'a = "${b c}"',
    'a = 1\na = 2',
    'a = [1 2]',
    'a = { b = 1 c = 2 }',
    'a = f(1 2)',
    'a = for.b +',
    'a = b ? c',
    'a = "${b"',
    'a = "%{ if b }c%{ endif }"',
    'a = {for b in c : d}',
    'a = 1 2',
    'a = b -c(',
    'a "b" {}\na {}',
    'a {}\na = 1',
  ])('leaves %j to the parser', (text) => {
    expect(isCertain(text)).toBe(false);
  });

  it('is nearly all of our own texts that the parser accepts', async () => {
    const accepted: string[] = [];
    for (const text of texts) if (await accepts(text)) accepted.push(text);

    expect(accepted.filter(isCertain).length).toBeGreaterThan(accepted.length * 0.8);
  });

  it('is accepted by the parser, whatever was done to our texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 - 1 }), async (seed) => {
        const text = mutate(randomOf(seed), texts);
        fc.pre(isCertain(text));
        expect(await accepts(text)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
