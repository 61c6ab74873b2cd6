import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/publish/context.ts';
import { parseMarker } from '../../src/publish/marker.ts';
import { BEFORE_A, commitAsOther, FILE_A, git, picture, remoteBranches } from './clones.ts';
import { POLICY } from './decided.ts';
import { lookAndPublish } from './look-and-publish.ts';
import { alpha, beta, contextOf, nothing, outcomes, scene, writes } from './scene.ts';

describe.each([
  ['a full clone', []],
  ['a shallow clone', ['--depth=1']],
])('publishing from %s', (_name, args) => {
  it('opens one pull request for each, in order, and touches nothing in the clone', async () => {
    const here = scene(args);
    const before = picture(here.clone);
    const steps: Progress['step'][] = [];
    const context = await contextOf(here, here.github);

    const { results } = await lookAndPublish([beta(), alpha()], context, ({ step }) => steps.push(step));

    expect(
      results.map(({ namespace, outcome, number, url }) => ({ namespace, outcome, number, url })),
    ).toEqual([
      { namespace: 'beta', outcome: 'created', number: 1, url: 'https://github.com/o/r/pull/1' },
      { namespace: 'alpha', outcome: 'created', number: 2, url: 'https://github.com/o/r/pull/2' },
    ]);
    expect(picture(here.clone)).toEqual(before);
    expect(git(here.bare, 'diff', '--name-only', 'main', 'rotate/alpha')).toBe(FILE_A);
    expect(parseMarker(here.github.pulls[1]!.body)).toMatchObject({
      namespace: 'alpha',
      head: remoteBranches(here)['rotate/alpha'],
      base: git(here.bare, 'rev-parse', 'main'),
      changes: { 'alpha/x.tf#m': '23-11-2026' },
    });
    expect(steps).toEqual(['committing', 'pushing', 'pushing', 'pull-request', 'pull-request']);
  });

  it('does nothing the second time, nor tomorrow', async () => {
    const here = scene(args);
    await here.run([alpha(), beta()]);
    const branches = remoteBranches(here);
    const done = writes(here.github).length;

    const again = await here.run([alpha(), beta()]);
    const tomorrow = await here.run([alpha('24-11-2026'), beta('24-11-2026')], {
      policy: { ...POLICY, today: '2026-11-24' },
    });

    expect(outcomes([...again, ...tomorrow])).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
    expect(again[0]).toMatchObject({ number: 1, reason: expect.stringContaining('already') });
    expect(writes(here.github)).toHaveLength(done);
    expect(remoteBranches(here)).toEqual(branches);
  });

  it('refreshes dates that have become too old', async () => {
    const here = scene(args);
    await here.run([alpha()]);

    const [later] = await here.run([alpha('08-12-2026')], { policy: { ...POLICY, today: '2026-12-08' } });

    expect(later).toMatchObject({ outcome: 'updated', number: 1 });
    expect(git(here.bare, 'show', `rotate/alpha:${FILE_A}`)).toContain('08-12-2026');
    expect(git(here.bare, 'rev-parse', 'rotate/alpha^')).toBe(git(here.bare, 'rev-parse', 'main'));
    expect(here.github.pulls[0]!.body).toContain('on 08-12-2026');
  });

  it('rebuilds on the base when its file has changed there', async () => {
    const here = scene(args);
    await here.run([alpha(), beta()]);
    const changed = `# new\n${BEFORE_A}`;
    const sha = commitAsOther(here, 'main', FILE_A, changed);

    const results = await here.run([alpha(undefined, changed), beta()]);

    expect(outcomes(results)).toEqual(['updated', 'unchanged']);
    expect(git(here.bare, 'rev-parse', 'rotate/alpha^')).toBe(sha);
  });

  it("never overwrites a person's commit", async () => {
    const here = scene(args);
    await here.run([alpha(), beta()]);
    const human = commitAsOther(here, 'rotate/alpha', 'namespaces/live/alpha/fix.tf', 'fix');
    const body = here.github.pulls[0]!.body;
    const policy = { ...POLICY, explicitDate: true, askedByName: true };

    const results = await here.run([alpha('30-11-2026'), beta('30-11-2026')], { policy });
    const emptied = await here.run([nothing(alpha())]);

    expect(outcomes(results)).toEqual(['left-alone', 'updated']);
    expect(results[0]).toMatchObject({
      number: 1,
      reason: expect.stringContaining('Somebody else committed'),
    });
    expect(outcomes(emptied)).toEqual(['left-alone']);
    expect(remoteBranches(here)['rotate/alpha']).toBe(human);
    expect(here.github.pulls[0]).toMatchObject({ body, state: 'open' });
  });

  it('leaves a foreign branch without pull request alone', async () => {
    const here = scene(args);
    const human = commitAsOther(here, 'rotate/alpha', 'x.tf', 'x');

    expect(outcomes(await here.run([alpha(), beta()]))).toEqual(['left-alone', 'created']);
    expect(remoteBranches(here)['rotate/alpha']).toBe(human);
  });

  it('finishes a run that was cut short after the push', async () => {
    const here = scene(args);
    here.github.fault = (call) => (call.startsWith('create') ? 'server' : null);
    expect(outcomes(await here.run([alpha(), beta()]))).toEqual(['failed', 'failed']);
    const branches = remoteBranches(here);
    here.github.fault = () => null;

    const results = await here.run([alpha(), beta('24-11-2026')]);

    expect(outcomes(results)).toEqual(['created', 'created']);
    expect(results[0]!.reason).toContain('earlier run');
    expect(remoteBranches(here)['rotate/alpha']).toBe(branches['rotate/alpha']);
    expect(remoteBranches(here)['rotate/beta']).not.toBe(branches['rotate/beta']);
    expect(outcomes(await here.run([alpha(), beta()]))).toEqual(['unchanged', 'unchanged']);
  });

  it('finishes a run that was cut short between push and update', async () => {
    const here = scene(args);
    await here.run([alpha()]);
    here.github.fault = (call) => (call.startsWith('update') ? 'unreachable' : null);
    const policy = { ...POLICY, explicitDate: true };
    expect(outcomes(await here.run([alpha('30-11-2026')], { policy }))).toEqual(['failed']);
    here.github.fault = () => null;
    const branches = remoteBranches(here);

    expect(outcomes(await here.run([alpha('30-11-2026')], { policy }))).toEqual(['updated']);
    expect(remoteBranches(here)).toEqual(branches);
    expect(outcomes(await here.run([alpha('30-11-2026')], { policy }))).toEqual(['unchanged']);
  });

  it('pushes a branch again that is gone', async () => {
    const here = scene(args);
    await here.run([alpha()]);
    git(here.bare, 'update-ref', '-d', 'refs/heads/rotate/alpha');

    expect(await here.run([alpha()])).toMatchObject([{ outcome: 'updated', number: 1 }]);
    expect(Object.keys(remoteBranches(here))).toEqual(['rotate/alpha']);
  });

  it('closes what has nothing left to rotate, with one comment, and deletes the branch', async () => {
    const here = scene(args);
    await here.run([alpha(), beta()]);

    // The first attempt comments and is then cut short.
    here.github.fault = (call) => (call === 'update 1' ? 'server' : null);
    expect(outcomes(await here.run([nothing(alpha()), beta()]))).toEqual(['failed', 'unchanged']);
    here.github.fault = () => null;
    const results = await here.run([nothing(alpha()), beta()]);

    expect(outcomes(results)).toEqual(['closed', 'unchanged']);
    expect(here.github.pulls[0]).toMatchObject({
      state: 'closed',
      comments: [{ body: expect.stringContaining('nothing left') }],
    });
    expect(Object.keys(remoteBranches(here))).toEqual(['rotate/beta']);
    expect(await here.run([nothing(alpha())])).toMatchObject([{ outcome: 'unchanged', number: null }]);
    // It was us who closed it: when it is due again, it is opened again.
    expect(outcomes(await here.run([alpha()]))).toEqual(['created']);
  });
});
