// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL has templates of its own
import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../src/report/reasons.ts';
import { decideRotation, planRotations, type RotationRequest } from '../../src/rotation/plan.ts';
import { assess, type Situation, TODAY } from './assess.ts';

const WISH: RotationRequest = {
  date: TODAY,
  time: '14:05',
  again: false,
  forceLiteral: false,
  kindsNamed: new Set(),
  upgrade: null,
  latest: new Map(),
};
const AGAIN: Partial<RotationRequest> = { again: true };
const FORCE: Partial<RotationRequest> = { forceLiteral: true };
const NAMED: Partial<RotationRequest> = { kindsNamed: new Set(['hmpps-template']) };
const HELD: Situation = { place: { hold: { files: ['SECRET_ROTATE_BLOCK'], stopsEveryApply: true } } };
const REPLICA: Situation = { kind: 'rds', lines: '  replicate_source_db = module.x.id' };
const TEMPLATE: Situation = { kind: 'hmpps-template' };
const FORCED: Situation = { kind: 'hmpps-template', lines: '  force_rotate_token = true' };
const TIME_ROTATING: Situation = { date: '"${time_rotating.weekly.unix}"' };

/** The value that is to be written, or the code why none is. */
function decide(situation: Situation, request: Partial<RotationRequest> = {}): string {
  const decision = decideRotation(assess(situation), { ...WISH, ...request });
  return 'to' in decision ? decision.to : decision.code;
}

describe('decideRotation', () => {
  it.each<[string, Situation, Partial<RotationRequest>, string]>([
    ['what is due', { date: '"20-03-2026"' }, {}, '23-11-2026'],
    ['what is not due', { date: '"22-11-2026"' }, {}, '23-11-2026'],
    ['what was never rotated', {}, {}, '23-11-2026'],
    ['a placeholder', { date: '"dd-mm-yyyy"' }, {}, '23-11-2026'],
    ['what cannot be read', { date: '"99-99-999"' }, {}, '23-11-2026'],
    ['a date to come', { date: '"01-07-2027"' }, {}, '23-11-2026'],
    ['a cache', { kind: 'elasticache' }, {}, '2026-11-23'],
    ['a database', { kind: 'rds' }, {}, '23-11-2026'],
    ['a branch whose version is not known', { ref: 'main' }, {}, '23-11-2026'],
    ['what was held, held ones included', { ...HELD, rules: { includeHeld: true } }, {}, '23-11-2026'],

    ['today', { date: '"23-11-2026"' }, {}, 'already-rotated'],
    ['today in the other format', { date: '"2026-11-23"' }, {}, 'already-rotated'],
    ['today with a time', { date: '"23-11-2026-0900"' }, {}, 'already-rotated'],
    ['today, once more', { date: '"23-11-2026"' }, AGAIN, '23-11-2026-1405'],
    ['today with a time, once more', { date: '"23-11-2026-0900"' }, AGAIN, '23-11-2026-1405'],
    ['today with this very minute, once more', { date: '"23-11-2026-1405"' }, AGAIN, 'already-rotated'],
    ['yesterday, --again given', { date: '"22-11-2026"' }, AGAIN, '23-11-2026'],
    ['a database of today, once more', { kind: 'rds', date: '"2026-11-23"' }, AGAIN, '23-11-2026:14:05'],
    ['a cache of today, once more', { kind: 'elasticache', date: '"23-11-2026"' }, AGAIN, '2026-11-23:14:05'],

    ['a namespace on hold', HELD, {}, 'namespace-held'],
    ['a replica', REPLICA, {}, 'read-replica'],
    ['a replica, a literal forced', REPLICA, FORCE, 'read-replica'],
    ['a version too old', { ref: '0.9.2' }, {}, 'version-too-old'],
    [
      'a broken file',
      { place: { unusable: { code: 'invalid-hcl', message: 'no HCL' } } },
      FORCE,
      'invalid-hcl',
    ],
    ['a nested folder', { place: { applied: false } }, FORCE, 'not-applied'],

    ['time_rotating', TIME_ROTATING, {}, 'rotates-itself'],
    ['time_rotating, a literal forced', TIME_ROTATING, FORCE, '23-11-2026'],
    ['a function', { date: 'timestamp()' }, {}, 'not-a-literal'],
    ['a function, a literal forced', { date: 'timestamp()' }, FORCE, '23-11-2026'],

    ['a template by the way', TEMPLATE, {}, 'rotates-itself'],
    ['a template by name', TEMPLATE, NAMED, '2026-11-23'],
    ['a template of today that is not forced', { ...TEMPLATE, date: '"2026-11-23"' }, NAMED, '2026-11-23'],
    ['a template of today that is forced', { ...FORCED, date: '"2026-11-23"' }, NAMED, 'already-rotated'],
    ['a forced template', { ...FORCED, date: '"2026-03-20"' }, NAMED, '2026-11-23'],
    ['a template in a nested folder', { ...TEMPLATE, place: { applied: false } }, NAMED, 'not-applied'],
  ])('writes the day or says why not: %s', (_, situation, request, expected) => {
    expect(decide(situation, request)).toBe(expected);
  });

  // What stands behind the reason that a flag overrules still counts: these are to move into the table above.
  it.each<[string, Situation, Partial<RotationRequest>, string]>([
    ['time_rotating on hold, a literal forced', { ...TIME_ROTATING, ...HELD }, FORCE, 'namespace-held'],
    [
      'time_rotating in an old version, a literal forced',
      { ...TIME_ROTATING, ref: '0.9.2' },
      FORCE,
      'version-too-old',
    ],
    [
      'a function in an old version, a literal forced',
      { date: 'timestamp()', ref: '0.9.2' },
      FORCE,
      'version-too-old',
    ],
    ['a function on hold, a literal forced', { date: 'timestamp()', ...HELD }, FORCE, 'namespace-held'],
    ['a template on hold', { ...TEMPLATE, ...HELD }, NAMED, 'namespace-held'],
    ['a template in an old version', { ...TEMPLATE, ref: '1.2.0' }, NAMED, 'version-too-old'],
  ])('does not forget the other reasons against it: %s', (_, situation, request, expected) => {
    expect(decide(situation, request)).toBe(expected);
  });
});

describe('planRotations', () => {
  it('drops nothing: each credential is rotated or skipped with its reason', () => {
    const assessments = [assess({}), assess(REPLICA), assess({ date: '"23-11-2026"' })];

    const { rotations, skipped } = planRotations(assessments, assessments, WISH);

    expect(rotations.map(({ assessment, to }) => [assessment, to])).toEqual([[assessments[0], '23-11-2026']]);
    expect(skipped.map(({ cause }) => cause.code)).toEqual(['read-replica', 'already-rotated']);
    for (const { id, cause } of skipped)
      expect([id, reasonOf(cause).message.length > 10]).toEqual(['orchard-dev/main.tf#m', true]);
  });
});
