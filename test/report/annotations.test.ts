import { describe, expect, it } from 'vitest';
import {
  type Annotation,
  auditAnnotations,
  openAnnotations,
  shownAnnotations,
} from '../../src/report/annotations.ts';
import type { OpenResult, Problem } from '../../src/results/results.ts';
import { credential } from './credentials.ts';
import { auditResult } from './sample.ts';

const due = credential({ namespace: 'a-dev', kind: 'rds', state: 'due', ageDays: 100 });
const older = credential({ namespace: 'b-dev', kind: 'rds', state: 'due', ageDays: 900 });
const never = credential({ namespace: 'c-dev', kind: 'rds', state: 'never' });
const blocked = credential({ namespace: 'd-dev', kind: 'elasticache', state: 'blocked' });
const broken: Problem = {
  file: blocked.file,
  line: 5,
  column: 2,
  code: 'invalid-hcl',
  message: 'does not parse',
};

function short(annotations: readonly Annotation[]): readonly string[] {
  return annotations.map(
    ({ level, place, title }) => `${level} ${place?.file.split('/')[2]}:${place?.line} ${title}`,
  );
}

describe('annotations', () => {
  it('of audit name what fails the step as errors, the worst first', () => {
    const result = auditResult([due, never, older, blocked], []);

    expect(short(auditAnnotations(result, 'due'))).toEqual([
      'error c-dev:1 c-dev: RDS password never rotated',
      'error b-dev:1 b-dev: RDS password due',
      'error a-dev:1 a-dev: RDS password due',
      'warning d-dev:1 d-dev: ElastiCache token blocked',
    ]);
    expect(short(auditAnnotations(result, 'blocked'))).toEqual([
      'error d-dev:1 d-dev: ElastiCache token blocked',
    ]);
    expect(short(auditAnnotations(result, undefined))).toEqual([
      'warning d-dev:1 d-dev: ElastiCache token blocked',
    ]);
  });

  it('tell of a broken file once, not again for each credential in it', () => {
    expect(short(auditAnnotations(auditResult([blocked], [broken]), undefined))).toEqual([
      'error d-dev:5 invalid hcl',
    ]);
  });

  it('of open begin with the pull requests that failed', () => {
    const result: OpenResult = {
      ...{ schemaVersion: 1, date: '2026-11-23', base: 'c0ffee', skipped: [], problems: [broken] },
      pullRequests: [
        {
          ...{ namespace: 'z-dev', cluster: due.cluster, branch: 'rotate/z-dev', title: 'Rotate', url: null },
          ...{ number: null, outcome: 'failed', reason: 'GitHub said no', changes: [] },
        },
      ],
    };

    expect(openAnnotations(result, [due])).toEqual([
      { level: 'error', title: 'z-dev', message: 'GitHub said no', place: null },
      expect.objectContaining({ level: 'error', place: { file: broken.file, line: 5, column: 2 } }),
    ]);
  });

  it('are so many as GitHub shows, and a sentence about the rest', () => {
    const one = (level: Annotation['level'], title: string): Annotation => ({
      level,
      title,
      message: '',
      place: null,
    });
    const errors = Array.from({ length: 12 }, (_, at) => one('error', `e${at}`));
    const warnings = Array.from({ length: 11 }, (_, at) => one('warning', `w${at}`));

    const { shown, rest } = shownAnnotations([...warnings, ...errors], false);

    expect(shown.map(({ title }) => title)).toEqual(
      [...errors.slice(0, 10), ...warnings.slice(0, 10)].map(({ title }) => title),
    );
    expect(rest).toBe('2 more errors and 1 more warning: see the summary of the job.');
    expect(shownAnnotations(errors.slice(0, 10), false).rest).toBeNull();
  });

  it('leave a place for the failure of the step: GitHub drops the eleventh error', () => {
    const errors = Array.from({ length: 12 }, (_, at): Annotation => {
      return { level: 'error', title: `e${at}`, message: '', place: null };
    });

    const { shown, rest } = shownAnnotations(errors, true);

    expect(shown).toHaveLength(9);
    expect(rest).toBe('3 more errors: see the summary of the job.');
  });
});
