// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL has templates of its own
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/hcl/scan.ts';
import { literalString, quote } from '../../src/hcl/values.ts';
import { parseHcl } from '../../src/hcl/verify.ts';
import { readFixtures } from '../fixtures.ts';
import { dated, expression, rubble, undated } from './arbitrary.ts';
import { brokenInvariant } from './invariants.ts';
import { outline } from './outline.ts';
import { countSteps } from './steps.ts';

const texts = [...new Set(readFixtures().flatMap(({ before, after }) => [before, after]))];

/** A fixture with pieces taken out, doubled or put elsewhere. */
const mutant = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.nat(), rubble), { maxLength: 3 }),
  )
  .map(([text, cuts]) =>
    cuts.reduce((rest, [at, width, to, junk]) => {
      const start = at % (rest.length + 1);
      const piece = rest.slice(start, start + width);
      const without = rest.slice(0, start) + rest.slice(start + width);
      const target = to % (without.length + 1);
      return without.slice(0, target) + (to % 2 === 0 ? piece : junk.slice(0, 10)) + without.slice(target);
    }, text),
  );

describe('scan', () => {
  it('gives ranges in order and within bounds for whatever is put together from bits of HCL', () => {
    fc.assert(
      fc.property(rubble, (text) => {
        expect(brokenInvariant(text, scan(text))).toBeNull();
      }),
      { numRuns: 20_000 },
    );
  });

  it('gives them for any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = new TextDecoder('latin1').decode(bytes);
        expect(brokenInvariant(text, scan(text))).toBeNull();
      }),
      { numRuns: 5000 },
    );
  });

  it('gives them for mutants of the fixtures', () => {
    fc.assert(
      fc.property(mutant, (text) => {
        expect(brokenInvariant(text, scan(text))).toBeNull();
      }),
      { numRuns: 10_000 },
    );
  });

  it('finds no mistake in whatever is HCL, and every value as it was written', () => {
    fc.assert(
      fc.property(expression, expression, (first, second) => {
        const text = `a = ${first}\nb "c" {\n  d = ${second}\n}\nf = 1\n`;
        expect(scan(text).errors).toEqual([]);
        expect(outline(text)).toEqual([`a = ${first}`, 'b <c> {', `  d = ${second}`, '}', 'f = 1']);
      }),
      { numRuns: 3000 },
    );
  });

  it("is used on texts that are HCL, by HashiCorp's parser", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(undated, dated), async (text) => {
        expect(scan(text).errors).toEqual([]);
        expect(await parseHcl(text)).toHaveProperty('json');
      }),
      { numRuns: 500 },
    );
  });

  it("accepts whatever HashiCorp's parser accepts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(rubble, mutant), async (text) => {
        if (scan(text).errors.length > 0) expect(await parseHcl(text)).toHaveProperty('code');
      }),
      { numRuns: 1500 },
    );
  });
});

describe('quote', () => {
  it('writes any string so that it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = quote(value);
        expect(literalString(text, { start: 0, end: text.length })?.value).toBe(value);
      }),
    );
  });
});

describe('the time that scan takes', () => {
  it.each([
    ['files as they are', 'module "a" {\n  source = "x"\n  b = { c = [1, 2] }\n  # d\n}\n', ''],
    ['templates on one line of a heredoc', '${a}', 'x = <<E\n'],
    ['dollars on one line of a heredoc', '$ %', 'x = <<E\n'],
    ['lines of a heredoc that never ends', 'a\n', 'x = <<E\n'],
    ['markers that are none', 'E E\n', 'x = <<E\n'],
    ['heredocs that never end', 'x = <<E\n', ''],
    ['heredocs that never end, each before a module', 'x = <<E\nmodule "x" {\n', ''],
    ['templates on one line of a string', '${a}', 'x = "'],
    ['strings without end', 'x = "a\n', ''],
    ['strings without end on one line', '"a ', ''],
    ['comments that never end', '/* a\n', ''],
    ['comments that never end, each before a module', '/*\nmodule "x" {\n', ''],
    ['stars', '/*/ * ', ''],
    ['hashes', '#', ''],
    ['slashes', '/', ''],
    ['brackets that never close', 'x = (\n', ''],
    ['brackets that close too often', 'x = ( }\n', ''],
    ['brackets that close too often on one line', '( } ', 'x = '],
    ['braces far behind the start of a line', '(                    } ', 'x = '],
    ['open braces', 'a {\n', ''],
    ['open braces before modules', 'a {\nmodule "x" {\n', ''],
    ['closing braces', '}', ''],
    ['closing braces on lines', '}\n', ''],
    ['names on one line', 'a ', ''],
    ['names without end', 'a', ''],
    ['names beyond ASCII', 'é', ''],
    ['digits', '1', 'x = '],
    ['dots', '.', 'x = a'],
    ['labels', '"a" ', 'x '],
    ['labels before a module', 'module "a" "b\n', ''],
    ['blank lines', ' \n', ''],
    ['carriage returns', '\r', ''],
    ['equals signs', '=', 'x '],
    ['commas', ',', 'x = '],
    ['one-line blocks', 'a { b = 1 } ', ''],
    ['interpolations that never close', '"${', 'x = '],
    ['operators', '- ', 'x = '],
  ])('grows with the length of %s and no faster', (_, piece, start) => {
    const steps = [2000, 4000, 8000].map((n) => countSteps(() => scan(start + piece.repeat(n))));

    expect(steps[1]! / steps[0]!).toBeLessThan(2.3);
    expect(steps[2]! / steps[1]!).toBeLessThan(2.3);
    expect(steps[2]!).toBeGreaterThan(0);
  });

  it('is counted by what is read: a quadratic search would be noticed', () => {
    const search = (n: number) =>
      countSteps(() => 'a'.repeat(n).replace(/a/g, () => String('a'.repeat(n).indexOf('b'))));

    expect(search(400) / search(200)).toBeGreaterThan(3);
  });
});
