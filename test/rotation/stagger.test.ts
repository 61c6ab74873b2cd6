import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/config/settings.ts';
import { applicationKey, type Environment, type StaggerFacts, stagger } from '../../src/rotation/stagger.ts';

function environment(key: string, part: Partial<Environment> = {}): Environment {
  const production = key.endsWith('prod') ? true : key.endsWith('unknown') ? null : false;
  return { key, oldest: '2026-03-20', application: 'orchard', production, ...part };
}

function facts(
  today: Record<string, readonly string[]> = {},
  open: Record<string, string> = {},
  held: Record<string, StaggerFacts['held'] extends ReadonlyMap<string, infer H> ? H : never> = {},
): StaggerFacts {
  return {
    today: new Map(Object.entries(today)),
    open: new Map(Object.entries(open)),
    held: new Map(Object.entries(held)),
  };
}

const [dev, test, prod, unknown] = ['dev', 'test', 'prod', 'unknown'].map((name) => environment(name)) as [
  Environment,
  Environment,
  Environment,
  Environment,
];

describe('of the environments of one application', () => {
  it.each([
    ['one goes', [dev], facts(), ['dev']],
    ['of two one goes, by name when they are of one age', [test, dev], facts(), ['dev']],
    [
      'the one that was rotated longest ago goes first',
      [dev, { ...test, oldest: '2026-01-01' }],
      facts(),
      ['test'],
    ],
    ['one that never was goes before all others', [dev, { ...test, oldest: null }], facts(), ['test']],
    ['production goes last, however old it is', [{ ...prod, oldest: null }, test], facts(), ['test']],
    ['what may be production goes last too', [{ ...unknown, oldest: null }, test], facts(), ['test']],
    ['production goes when nothing else is left', [prod], facts(), ['prod']],
    ['none goes when another was begun today', [dev, prod], facts({ orchard: ['test'] }), []],
    ['one goes on that was begun today itself', [dev, test], facts({ orchard: ['test'] }), ['test']],
    ['none goes when two were begun today', [dev, test], facts({ orchard: ['test', 'old'] }), []],
    ['production waits for what is open', [prod], facts({}, { orchard: 'dev' }), []],
    ['what may be production waits as well', [unknown], facts({}, { orchard: 'dev' }), []],
    ['the others do not', [test], facts({}, { orchard: 'dev' }), ['test']],
    [
      'what happens to another application does not matter',
      [prod],
      facts({ brook: ['x'] }, { brook: 'y' }),
      ['prod'],
    ],
  ] as const)('%s', (_name, waiting, known, expected) => {
    const { admitted, deferred } = stagger(waiting, known);

    expect(admitted.map(({ key }) => key)).toEqual(expected);
    expect([...admitted, ...deferred.map(({ one }) => one)].map(({ key }) => key).toSorted()).toEqual(
      waiting.map(({ key }) => key).toSorted(),
    );
    for (const { reason } of deferred) expect(reason).toMatch(/^\S.*\.$/);
  });

  it('each that waits is told for what', () => {
    const reasons = (waiting: readonly Environment[], known: StaggerFacts) =>
      stagger(waiting, known).deferred.map(({ one, reason }) => `${one.key}: ${reason}`);

    expect(reasons([dev, prod], facts())).toEqual([
      'prod: dev of its application comes first, on another day.',
    ]);
    expect(reasons([dev], facts({ orchard: ['test'] }))).toEqual([
      'dev: Another environment of its application, test, was begun today.',
    ]);
    expect(reasons([prod], facts({}, { orchard: 'dev' }))).toEqual([
      'prod: It is production, and the pull request of dev is still open.',
    ]);
  });

  it('applications do not wait for each other', () => {
    const { admitted } = stagger([dev, { ...dev, key: 'brook-dev', application: 'brook' }], facts());

    expect(admitted.map(({ key }) => key)).toEqual(['dev', 'brook-dev']);
  });
});

describe('environments belong together', () => {
  const key = (name: string | null, own = 'own') => applicationKey(name, own, DEFAULT_SETTINGS.stagger);

  it('when their application has the same name, whatever its case and blanks', () => {
    expect(key(' Orchard  Keepers ')).toBe(key('orchard keepers'));
  });

  it.each([null, '', '  ', 'Gov.UK Prototype Kit', 'gov.uk  prototype kit'])(
    'never by %j, which is no name of one application',
    (name) => {
      expect(key(name, 'one')).not.toBe(key(name, 'two'));
    },
  );

  it('never because a namespace has the name of another’s application', () => {
    expect(key(null, 'orchard')).not.toBe(key('orchard', 'x'));
  });
});
