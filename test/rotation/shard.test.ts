import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInShard, MAX_SHARDS, parseShard, type Shard, shardKey } from '../../src/rotation/shard.ts';

const place = fc.record({
  cluster: fc.constantFrom('live.example.com', 'live-2.example.com'),
  namespace: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
});
const application = fc.option(fc.constantFrom('Apply', ' apply  for ', 'Prison Visits', 'Größe', ''), {
  nil: null,
});
const estate = fc.uniqueArray(fc.record({ place, application }), {
  maxLength: 60,
  selector: (one) => `${one.place.cluster}/${one.place.namespace}`,
});
const number = fc.integer({ min: 1, max: MAX_SHARDS });

function shardsOf(key: string, of: number): readonly number[] {
  const all = Array.from({ length: of }, (_, at): Shard => ({ index: at + 1, of }));
  return all.filter((shard) => isInShard(key, shard)).map(({ index }) => index);
}

describe('parts of the estate', () => {
  it('have each namespace exactly once', () => {
    fc.assert(
      fc.property(estate, number, (all, of) => {
        for (const one of all) expect(shardsOf(shardKey(one.application, one.place), of)).toHaveLength(1);
      }),
    );
  });

  it('stay as they are when namespaces come and go', () => {
    fc.assert(
      fc.property(estate, estate, number, (before, added, of) => {
        const partsOf = (all: typeof before) =>
          new Map(all.map((one) => [one, shardsOf(shardKey(one.application, one.place), of)[0]]));
        const together = partsOf([...before, ...added]);
        for (const [one, part] of partsOf(before)) expect(together.get(one)).toBe(part);
      }),
    );
  });

  it('hold all environments of an application, in whatever cluster and however it is spelt', () => {
    fc.assert(
      fc.property(place, place, number, (one, other, of) => {
        const first = shardsOf(shardKey('Prison  Visits', one), of);
        expect(shardsOf(shardKey(' prison visits', other), of)).toEqual(first);
      }),
    );
  });

  it('take no namespace without an application for an application of its name', () => {
    const alone = shardKey(null, { cluster: 'live', namespace: 'apply' });

    expect(shardKey('/live/apply', { cluster: 'live', namespace: 'other' })).not.toBe(alone);
    expect(shardKey('  ', { cluster: 'live', namespace: 'apply' })).toBe(alone);
  });

  it('are about as large as each other', () => {
    const sizes = [0, 0, 0, 0];
    for (let at = 0; at < 4000; at++) {
      const [part = 0] = shardsOf(shardKey(null, { cluster: 'live', namespace: `service-${at}-dev` }), 4);
      sizes[part - 1]! += 1;
    }

    expect(Math.min(...sizes)).toBeGreaterThan(900);
    expect(Math.max(...sizes)).toBeLessThan(1100);
  });

  it.each([
    ['1/4', { index: 1, of: 4 }],
    [' 4/4 ', { index: 4, of: 4 }],
    ['256/256', { index: 256, of: 256 }],
    ['0/4', null],
    ['5/4', null],
    ['1/257', null],
    ['1', null],
    ['1/', null],
    ['-1/4', null],
    ['1/4/2', null],
    ['01/4', null],
  ])('are given as %j', (text, shard) => {
    expect(parseShard(text)).toEqual(shard);
  });
});
