import { describe, expect, it } from 'vitest';
import type { Stretch } from '../../src/history/follow.ts';
import { countSeries, seriesDays } from '../../src/history/series.ts';
import { median } from '../../src/history/summary.ts';

function stretch(more: Partial<Stretch>): Stretch {
  return {
    kind: 'rds',
    exempt: false,
    rotatedOn: null,
    never: false,
    from: '2026-01-01',
    until: null,
    ...more,
  };
}

/** `over of credentials, never` of each day. */
function counts(stretches: readonly Stretch[], ...days: readonly string[]): string[] {
  return countSeries(stretches, days, 90).map(
    ({ over, credentials, never }) => `${over} of ${credentials}, ${never}`,
  );
}

describe('the days of a series', () => {
  it.each<[string, string, string[]]>([
    ['2026-11-01', '2026-11-20', ['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-20']],
    ['2026-11-01', '2026-11-08', ['2026-11-01', '2026-11-08']],
    ['2026-11-20', '2026-11-20', ['2026-11-20']],
    ['2026-03-25', '2026-04-08', ['2026-03-25', '2026-04-01', '2026-04-08']],
  ])('are each seventh from %s to %s', (since, date, days) => {
    expect(seriesDays(since, date)).toEqual(days);
  });

  it('are the first of each month for a long time', () => {
    const days = seriesDays('2023-12-31', '2026-02-10');

    expect(days.slice(0, 4)).toEqual(['2023-12-31', '2024-01-01', '2024-02-01', '2024-03-01']);
    expect(days.slice(-2)).toEqual(['2026-02-01', '2026-02-10']);
    expect(days).toHaveLength(28);
  });
});

describe('the series', () => {
  it('counts a credential as over from the day after its maximum age', () => {
    const dated = [stretch({ rotatedOn: '2026-01-01' })];

    // 90 days after the first of January is the first of April
    expect(counts(dated, '2026-04-01', '2026-04-02')).toEqual(['0 of 1, 0', '1 of 1, 0']);
  });

  it('counts what was never rotated, and what tells no date, as over, and only the former as never', () => {
    expect(counts([stretch({ never: true }), stretch({})], '2026-01-01')).toEqual(['2 of 2, 1']);
  });

  it('counts how things stood at the end of a day', () => {
    const rotated = [
      stretch({ never: true, until: '2026-02-01' }),
      stretch({ rotatedOn: '2026-02-01', from: '2026-02-01', until: '2026-02-03' }),
    ];

    expect(counts(rotated, '2025-12-31', '2026-01-31', '2026-02-01', '2026-02-02', '2026-02-03')).toEqual([
      '0 of 0, 0',
      '1 of 1, 1',
      '0 of 1, 0',
      '0 of 1, 0',
      '0 of 0, 0',
    ]);
  });

  it('leaves out what no date rotates', () => {
    expect(counts([stretch({ never: true, exempt: true })], '2026-01-01')).toEqual(['0 of 0, 0']);
  });

  it('counts each kind for itself', () => {
    const [point] = countSeries([stretch({}), stretch({ kind: 'elasticache' })], ['2026-01-01'], 90);

    expect(point?.byKind).toEqual({
      rds: { credentials: 1, over: 1, never: 0 },
      elasticache: { credentials: 1, over: 1, never: 0 },
    });
  });
});

describe('the median', () => {
  it.each<[number[], number | null]>([
    [[], null],
    [[7], 7],
    [[100, 9, 20], 20],
    [[100, 9, 20, 21], 20.5],
  ])('of %j is %s', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});
