import { describe, expect, it } from 'vitest';
import type { Survey } from '../../../src/commands/read/survey.ts';
import { turnRemarks, unnamedRemarks } from '../../../src/commands/run/warnings.ts';
import type { Selection } from '../../../src/rotation/selection.ts';
import { assess } from '../../rotation/assess.ts';
import { EVERYTHING } from '../options.ts';

const ACCOUNT = assess({ date: '"01-01-2025"', place: { id: 'orchard-dev/main.tf#account' } });
const TEMPLATE = assess({
  kind: 'hmpps-template',
  date: '"2025-01-01"',
  lines: '  force_rotate_token = true',
  place: { id: 'orchard-dev/main.tf#template' },
});
const SELF_ROTATING = assess({ kind: 'hmpps-template', place: { id: 'orchard-dev/main.tf#weekly' } });
const HELD = assess({
  kind: 'hmpps-template',
  date: '"2025-01-01"',
  lines: '  force_rotate_token = true',
  place: {
    id: 'orchard-dev/main.tf#held',
    hold: { files: ['APPLY_PIPELINE_SKIP_THIS_NAMESPACE'], stopsEveryApply: false },
  },
});
const SURVEY = { assessments: [ACCOUNT, TEMPLATE, SELF_ROTATING, HELD] } as unknown as Survey;

describe('what is left out because its kind has to be named', () => {
  it.each<[string, Partial<Selection>, string[]]>([
    [
      'everything',
      {},
      ['1 HMPPS template token to rotate is left alone unless named: --kind hmpps-template.'],
    ],
    ['its own kind', { kinds: ['hmpps-template'] }, []],
    ['another kind', { kinds: ['serviceaccount'] }, []],
    ['no module of it', { modules: ['no-such'] }, []],
  ])('is told of %s', (_, selection, told) => {
    expect(unnamedRemarks(SURVEY, { ...EVERYTHING, ...selection })).toEqual(told);
  });
});

describe('what one run would not do of a plan', () => {
  const OPEN = { closed: null, incident: null, pacing: { limit: null, maxOpen: null, hourlyLimit: null } };
  const PACED = { ...OPEN, pacing: { limit: 20, maxOpen: 60, hourlyLimit: null } };
  const CLOSED = { ...OPEN, closed: 'Pull requests are not opened now: a freeze.' };
  const TURNS =
    'open takes turns: never two namespaces of one application on a day, production last; --together lifts it.';

  it.each([
    ['nothing to say', OPEN, false, 9, []],
    [
      'limits',
      PACED,
      false,
      9,
      ['open takes turns: at most 20 a run, 60 open at one time, the oldest first.'],
    ],
    ['a freeze', CLOSED, false, 9, ['Pull requests are not opened now: a freeze.']],
    ['staggering', OPEN, true, 9, [TURNS]],
    ['staggering of one', OPEN, true, 1, []],
    ['a plan of nothing', { ...PACED, ...CLOSED }, true, 0, []],
    ['an incident', { ...PACED, closed: 'a freeze', incident: 'A leak' }, false, 9, []],
  ] as const)('%s', (_, settings, staggered, pullRequests, told) => {
    expect(turnRemarks(settings, staggered, pullRequests)).toEqual(told);
  });
});
