import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as yaml from 'yaml';
import { configSchema, jsonSchema, schemaAt } from '../../src/config/schema.ts';
import { BUILT_IN_KINDS } from '../../src/kinds/registry.ts';
import { SLIPS } from './mistakes.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(jsonSchema(BUILT_IN_KINDS.names));

describe('the published schema', () => {
  it.each(SLIPS.filter(({ seenBy }) => seenBy === 'schema'))(
    'refuses what the program refuses: $name',
    ({ text }) => {
      const data: unknown = yaml.parse(text, { schema: 'core', maxAliasCount: 50 });

      expect(validate(data)).toBe(false);
      expect(configSchema(BUILT_IN_KINDS.names).safeParse(data).success).toBe(false);
    },
  );

  it.each([
    ['{}'],
    ['maxAge: 0'],
    ['maxAge: {default: 90, hmpps-template: 7}'],
    [
      'overrides: [{match: {namespace: a-*, team: [x, y], kind: rds, production: false, module: m, credential: z}, maxAge: 1}]',
    ],
    ['snooze: [{match: {cluster: live}, until: 2028-02-29, reason: it leaps}]'],
    ['windows: [{}, {days: [fri], from: "22:00", to: "06:00"}, {to: "24:00"}]'],
    ['stagger: true'],
    ['stagger: {enabled: false, holdProductionDays: 0, notOneApplication: [HMPPS]}'],
    ['labels: []\nreviewers: [a]\nteamReviewers: [a-b]\nassignees: [c-d]\nrequestReview: false'],
    ['title: "{count} × {kinds} of {namespace} in {cluster} ({team}), {date}"\nauthor: "A B <a@b.org>"'],
    [
      'draft: true\nsign: true\nautoMerge: rebase\nbase: release/1.x\nlimit: 1\nmaxOpen: 2\nhourlyLimit: 3\nrefreshAfter: 7',
    ],
  ])('accepts what the program accepts: %s', (text) => {
    const data: unknown = yaml.parse(text);

    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    expect(configSchema(BUILT_IN_KINDS.names).safeParse(data).success).toBe(true);
  });

  it('agrees with the program about everything else', () => {
    const names = everyName();
    const word = fc.constantFrom(
      ...names,
      ...BUILT_IN_KINDS.names,
      'mon',
      '09:00',
      '24:00',
      '2026-12-18',
      '2026-02-30',
      'A <a@b.org>',
      '{count}',
      'squash',
      'a b',
      '',
      'a\nb',
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<unknown>(0, 1, 90, -1, 1.5, 40_000, true, false, null),
        word,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
      ),
    }));
    const file = fc.oneof(
      fc.dictionary(
        fc.constantFrom(...Object.keys(jsonSchema(BUILT_IN_KINDS.names).properties ?? {})),
        value,
        { maxKeys: 2 },
      ),
      rules(word),
    );
    let accepted = 0;
    fc.assert(
      fc.property(file, (data) => {
        // zod passes over this key of a record; parseConfig refuses it
        fc.pre(!JSON.stringify(data).includes('"__proto__"'));
        const ours = configSchema(BUILT_IN_KINDS.names).safeParse(data).success;
        if (ours) accepted += 1;

        expect(validate(data), JSON.stringify(validate.errors)).toBe(ours);
      }),
      { numRuns: 3000 },
    );
    // else it would only agree about nonsense
    expect(accepted).toBeGreaterThan(100);
  });

  it('explains each key to whoever fills it in, or its name does', () => {
    const silent = Object.entries(jsonSchema(BUILT_IN_KINDS.names).properties ?? {})
      .filter(([, node]) => node['description'] === undefined)
      .map(([name]) => name);

    expect(silent).toEqual([]);
  });

  it('knows the kinds that there are', () => {
    expect(
      schemaAt(jsonSchema(BUILT_IN_KINDS.names), ['maxAge'])
        .flatMap((node) => Object.keys(node.properties ?? {}))
        .filter((name) => name !== 'default'),
    ).toEqual([...BUILT_IN_KINDS.names]);
  });
});

/** Files of one list of rules, most of which are nearly right. */
function rules(word: fc.Arbitrary<string>) {
  const match = fc.dictionary(
    fc.constantFrom('namespace', 'team', 'kind', 'production', 'credential'),
    fc.oneof(word, fc.array(word, { maxLength: 2 }), fc.boolean()),
    { minKeys: 0, maxKeys: 2 },
  );
  const rule = fc.record(
    { match, maxAge: fc.integer({ min: -1, max: 100 }), reason: word, until: word },
    { requiredKeys: ['match'] },
  );
  return fc.dictionary(fc.constantFrom('overrides', 'exclude', 'snooze'), fc.array(rule, { maxLength: 2 }), {
    maxKeys: 1,
  });
}

/** Every key of the schema, wherever it stands, and some that are none. */
function everyName(): string[] {
  const names = new Set(['colour', '__proto__']);
  JSON.stringify(jsonSchema(BUILT_IN_KINDS.names), (key, value: unknown) => {
    if (key === 'properties') for (const name of Object.keys(value as object)) names.add(name);
    return value;
  });
  return [...names];
}
