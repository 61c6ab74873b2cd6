// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL has templates of its own
import { describe, expect, it } from 'vitest';
import type { State } from '../../src/results/results.ts';
import { assess, type Situation } from './assess.ts';

const HELD: Situation = {
  place: { hold: { files: ['APPLY_PIPELINE_SKIP_THIS_NAMESPACE'], stopsEveryApply: false } },
};
const UNUSABLE: Situation = { place: { unusable: { code: 'invalid-hcl', message: 'no HCL' } } };
const NOT_APPLIED: Situation = { place: { applied: false } };
const REPLICA: Situation = { kind: 'rds', lines: '  replicate_source_db = module.x.id' };

const NO_POLICY = { maxAgeDays: 90, excluded: null, snoozed: null };
const EXCLUDED = { ...NO_POLICY, excluded: { file: 'x', line: 1, reason: 'a reason' } };
const SNOOZED = { ...NO_POLICY, snoozed: { file: 'x', line: 1, reason: 'a reason', until: '2027-01-01' } };

describe('judge', () => {
  it.each<[string, Situation, State, string[]]>([
    ['a date of today', { date: '"23-11-2026"' }, 'ok', []],
    ['a date of 90 days ago', { date: '"25-08-2026"' }, 'ok', []],
    ['a date of 91 days ago', { date: '"24-08-2026"' }, 'due', ['older-than-max-age']],
    [
      'a date of yesterday, none allowed',
      { date: '"22-11-2026"', rules: { maxAgeDays: 0 } },
      'due',
      ['older-than-max-age'],
    ],
    ['a date of tomorrow', { date: '"24-11-2026"' }, 'ok', ['future-date']],
    ['a date in the other format', { date: '"2026-11-20"' }, 'ok', []],
    ['no date', {}, 'never', ['never-rotated']],
    ['an empty date', { date: '""' }, 'never', ['placeholder-date']],
    ['a placeholder', { date: '"dd-mm-yyyy"' }, 'never', ['placeholder-date']],
    ["the template's date", { date: '"01-01-2000"' }, 'never', ['placeholder-date']],
    ['a value that is no date', { date: '"99-99-999"' }, 'due', ['unreadable-date']],
    [
      'a date commented out',
      { lines: '  # serviceaccount_token_rotated_date = "01-01-2026"' },
      'never',
      ['never-rotated'],
    ],

    ['time_rotating', { date: '"${time_rotating.weekly.unix}"' }, 'exempt', ['rotates-itself']],
    ['time_rotating without quotes', { date: 'time_rotating.weekly.unix' }, 'exempt', ['rotates-itself']],
    ['a function', { date: 'timestamp()' }, 'blocked', ['not-a-literal']],
    ['a heredoc', { date: '<<E\n23-11-2026\nE' }, 'blocked', ['not-a-literal']],

    ['a version before the variable', { ref: '0.9.2' }, 'blocked', ['version-too-old', 'never-rotated']],
    ['the first version with it', { ref: '0.9.3' }, 'never', ['never-rotated', 'version-behind']],
    ['a version with a v', { ref: 'v1.2.0', date: '"23-11-2026"' }, 'ok', []],
    ['a branch', { ref: 'main', date: '"23-11-2026"' }, 'ok', ['version-unknown']],
    ['no ref', { ref: null, date: '"23-11-2026"' }, 'ok', ['version-unknown']],
    ['a version above the latest known', { ref: '2.0.0', date: '"23-11-2026"' }, 'ok', []],

    [
      'a namespace on hold',
      { ...HELD, date: '"01-01-2026"' },
      'held',
      ['namespace-held', 'older-than-max-age'],
    ],
    [
      'a namespace on hold, held ones included',
      { ...HELD, date: '"01-01-2026"', rules: { includeHeld: true } },
      'due',
      ['namespace-held', 'older-than-max-age'],
    ],
    [
      'an age that the policy allows',
      { date: '"01-01-2026"', rules: { policyOf: () => ({ ...NO_POLICY, maxAgeDays: 365 }) } },
      'ok',
      [],
    ],
    [
      'an age that the policy does not allow',
      { date: '"20-11-2026"', rules: { policyOf: () => ({ ...NO_POLICY, maxAgeDays: 2 }) } },
      'due',
      ['older-than-max-age'],
    ],
    ['an excluded one', { rules: { policyOf: () => EXCLUDED } }, 'exempt', ['excluded']],
    [
      'an excluded one that has nothing to rotate',
      { ...REPLICA, rules: { policyOf: () => EXCLUDED } },
      'exempt',
      ['read-replica', 'excluded'],
    ],
    [
      'an excluded one in a broken file',
      { ...UNUSABLE, rules: { policyOf: () => EXCLUDED } },
      'blocked',
      ['invalid-hcl'],
    ],
    [
      'one that is put off',
      { date: '"01-01-2026"', rules: { policyOf: () => SNOOZED } },
      'held',
      ['snoozed', 'older-than-max-age'],
    ],
    [
      'one that is put off in a namespace on hold',
      { ...HELD, date: '"20-11-2026"', rules: { policyOf: () => SNOOZED } },
      'held',
      ['namespace-held', 'snoozed'],
    ],
    [
      'one that is put off, held ones included',
      { date: '"01-01-2026"', rules: { includeHeld: true, policyOf: () => SNOOZED } },
      'due',
      ['snoozed', 'older-than-max-age'],
    ],
    ['a file that is not applied', { ...NOT_APPLIED }, 'exempt', ['not-applied']],
    ['a broken file', { ...UNUSABLE }, 'blocked', ['invalid-hcl']],

    ['a replica', REPLICA, 'exempt', ['read-replica']],
    ['a dated replica', { ...REPLICA, date: '"14-02-2025"' }, 'exempt', ['read-replica']],
    [
      'a stopped database',
      { kind: 'rds', lines: '  enable_rds_auto_start_stop = true' },
      'never',
      ['never-rotated', 'stopped-overnight'],
    ],
    ['memcached', { kind: 'elasticache', lines: '  engine = "memcached"' }, 'exempt', ['memcached']],
    [
      'an old Redis',
      { kind: 'elasticache', lines: '  engine_version = "4.0"' },
      'blocked',
      ['engine-too-old', 'never-rotated'],
    ],
    ['a template that rotates itself', { kind: 'hmpps-template' }, 'exempt', ['rotates-itself']],
    [
      'a forced template',
      { kind: 'hmpps-template', lines: '  force_rotate_token = true', date: '"2026-03-20"' },
      'due',
      ['older-than-max-age', 'could-rotate-itself'],
    ],

    [
      'a broken file above all',
      { ...UNUSABLE, ...REPLICA, place: { ...UNUSABLE.place, ...NOT_APPLIED.place, ...HELD.place } },
      'blocked',
      ['invalid-hcl'],
    ],
    ['exempt above blocked', { ...REPLICA, ref: '5.0.0' }, 'exempt', ['read-replica', 'version-too-old']],
    [
      'blocked above held',
      { ...HELD, ref: '0.9.2' },
      'blocked',
      ['version-too-old', 'namespace-held', 'never-rotated'],
    ],
  ])('says of %s what it is and why', (_, situation, state, reasons) => {
    const { credential } = assess(situation);

    expect(credential.state).toBe(state);
    expect(credential.reasons.map(({ code }) => code)).toEqual(reasons);
  });

  it.each<[string, Situation, string | null, number | null, string | null]>([
    ['a date', { date: '"20-11-2026"' }, '2026-11-20', 3, '20-11-2026'],
    ['a date to come', { date: '"25-11-2026"' }, '2026-11-25', -2, '25-11-2026'],
    ['a placeholder', { date: '"01-01-2000"' }, null, null, '01-01-2000'],
    ['a value that is no date', { date: '"soon"' }, null, null, 'soon'],
    ['an expression', { date: 'var.x.y' }, null, null, null],
    ['nothing', {}, null, null, null],
  ])('gives day, age and value of %s', (_, situation, rotatedOn, ageDays, value) => {
    expect(assess(situation).credential).toMatchObject({ rotatedOn, ageDays, value });
  });
});
