import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/commands/options.ts';
import { surveySelected } from '../../../src/commands/read/select.ts';
import { planEdits, proveRotations } from '../../../src/commands/run/edits.ts';
import { sampleEnvironments } from '../../../src/demo/sample.ts';
import { openWorktree } from '../../../src/environments/worktree.ts';
import { options } from '../options.ts';

const DAY = '2026-11-23';
const GIVEN = { ...options({ date: DAY }), again: false, forceLiteral: false };

async function surveyOfSample() {
  const root = await sampleEnvironments();
  const read = await surveySelected(openWorktree(root), root, DAY, GIVEN, () => {});
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

describe('planning rotations', () => {
  it('tells how many files are proved, of how many', async () => {
    const { survey, selection } = await surveyOfSample();
    const told: string[] = [];

    const say = Object.assign(() => {}, {
      progress: ({ done, total }: Progress) => void told.push(`${done}/${total}`),
    });
    await proveRotations(survey, selection, DAY, GIVEN, say);

    const total = told.length - 1;
    expect(total).toBeGreaterThan(10);
    expect(told).toEqual(Array.from({ length: total + 1 }, (_, index) => `${index}/${total}`));
  });

  it('takes in what is to be rotated besides, and leaves out what is kept back', async () => {
    const { survey, selection } = await surveyOfSample();
    const template = 'canal-permits-dev/canal-permits-api.tf#hmpps_template_kotlin';
    const plain = planEdits(survey, selection, DAY, GIVEN);
    const [kept] = plain.rotations.map(({ assessment }) => assessment.credential.id);
    const ids = survey.assessments.map(({ credential }) => credential.id);
    const also = ids.filter((id) => id.startsWith(template.split('#')[0]!));

    const chosen = planEdits(survey, selection, DAY, GIVEN, {
      also: new Set(also),
      restoring: new Set(),
      without: new Set([kept!]),
    });

    const planned = chosen.rotations.map(({ assessment }) => assessment.credential.id);
    expect(also).not.toEqual([]);
    expect(planned).toEqual(expect.arrayContaining(also));
    expect(planned).not.toContain(kept);
    expect(planned).toHaveLength(plain.rotations.length + also.length - 1);
  });
});
