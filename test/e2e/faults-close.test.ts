import { describe, expect, it } from 'vitest';
import { expectNoWrites, shown, tending, thirdRun, wrongAfterFaults } from './tending.ts';

tending();

describe('a run is made whole by the next one, whichever of its calls fails', () => {
  it('when it closes one of which nothing is left', async () => {
    const { calls, wrong } = await wrongAfterFaults('rotated');

    expect(shown(calls)).toMatch(/POST \S+\/comments\nPATCH \S+[\s\S]*POST \S+receive-pack$/);
    expect(wrong).toEqual([]);
  }, 240_000);

  it('and leaves nothing to do for a third', async () => {
    expectNoWrites(await thirdRun());
  });
});
