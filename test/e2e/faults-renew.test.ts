import { describe, expect, it } from 'vitest';
import { expectNoWrites, shown, tending, thirdRun, wrongAfterFaults } from './tending.ts';

tending();

describe('a run is made whole by the next one, whichever of its calls fails', () => {
  it('when it renews a pull request that has become too old', async () => {
    const { calls, wrong } = await wrongAfterFaults('old');

    expect(shown(calls)).toMatch(/POST \S+receive-pack[\s\S]*PATCH \S+\/pulls\/1$/);
    expect(wrong).toEqual([]);
  }, 240_000);

  it('when it tells people that it leaves their branch alone', async () => {
    const { calls, wrong } = await wrongAfterFaults('foreign');

    expect(shown(calls)).toMatch(/POST \S+\/comments$/);
    expect(wrong).toEqual([]);
  }, 240_000);

  it('and leaves nothing to do for a third', async () => {
    expectNoWrites(await thirdRun());
  });
});
