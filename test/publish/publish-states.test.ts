import { describe, expect, it } from 'vitest';
import { parseMarker } from '../../src/publish/marker.ts';
import { fail } from '../../src/util/result.ts';
import { commitAsOther, git, remoteBranches } from './clones.ts';
import { POLICY } from './decided.ts';
import { alpha, beta, nothing, outcomes, scene, writes } from './scene.ts';

describe('a closed pull request', () => {
  const person = { login: 'someone', bot: false };
  const bot = { login: 'github-actions[bot]', bot: true };
  const closedAt = '2026-11-22T00:00:00Z';

  it.each([
    ['by a person stays closed', { closedBy: person }, {}, 'left-alone'],
    ['by nobody known stays closed', { closedBy: null }, {}, 'left-alone'],
    [
      'by a person is opened again when asked for by name',
      { closedBy: person },
      { askedByName: true },
      'created',
    ],
    ['by a bot is opened again', { closedBy: bot }, {}, 'created'],
    ['with the label Stale is opened again', { closedBy: person, labels: ['Stale'] }, {}, 'created'],
    ['that was merged is followed by a new one', { closedBy: person, merged: true }, {}, 'created'],
  ] as const)('%s', async (_name, change, policy, outcome) => {
    const here = scene();
    await here.run([alpha()]);
    here.github.change(1, { state: 'closed', closedAt, ...change });

    const results = await here.run([alpha()], { policy: { ...POLICY, ...policy } });

    expect(outcomes(results)).toEqual([outcome]);
    expect(results[0]!.number).toBe(outcome === 'created' ? 2 : 1);
  });

  it.each([
    ['is not opened again by the next run', {}, 'left-alone'],
    ['is opened again when asked for by name', { askedByName: true }, 'created'],
  ] as const)('that was taken back %s, and nobody asks who closed it', async (_name, policy, outcome) => {
    const here = scene();
    await here.run([alpha()]);
    const back = await here.run([{ ...nothing(alpha()), closing: 'taken-back', closingNote: 'By mistake.' }]);

    const results = await here.run([alpha()], { policy: { ...POLICY, ...policy } });

    expect(back).toMatchObject([{ outcome: 'closed', reason: 'It was closed by rotate-pr close.' }]);
    expect(here.github.pulls[0]?.comments).toMatchObject([{ body: expect.stringContaining('By mistake.') }]);
    expect(outcomes(results)).toEqual([outcome]);
    expect(here.github.calls.filter((call) => call.startsWith('closedBy'))).toEqual([]);
  });

  it('may be asked for by name one by one', async () => {
    const here = scene();
    await here.run([alpha(), beta()]);
    for (const number of [1, 2]) here.github.change(number, { state: 'closed', closedAt, closedBy: person });

    const results = await here.run([{ ...alpha(), askedByName: true }, beta()]);

    expect(outcomes(results)).toEqual(['created', 'left-alone']);
  });
});

describe('two open pull requests', () => {
  it('become one: the oldest', async () => {
    const here = scene();
    await here.run([alpha()]);
    const { title, body, branch } = here.github.pulls[0]!;
    await here.github.create({ title, body, branch, base: 'main', draft: false });

    expect(await here.run([alpha()])).toMatchObject([{ outcome: 'unchanged', number: 1 }]);

    expect(here.github.pulls.map(({ state }) => state)).toEqual(['open', 'closed']);
    expect(Object.keys(remoteBranches(here))).toEqual(['rotate/alpha']);
  });
});

describe('one namespace that fails', () => {
  it('never stops the others', async () => {
    const here = scene();
    here.github.fault = (call) => (call === 'create rotate/gamma' ? 'validation' : null);
    const proposals = [
      { ...alpha(), branch: 'rotate/../main' },
      { ...beta(), branch: 'rotate/differs', files: [{ ...beta().files[0]!, before: 'other' }] },
      { ...alpha(), branch: 'rotate/gamma' },
      { ...alpha(), files: [] },
      beta(),
      beta(),
    ];

    const results = await here.run(proposals);

    expect(outcomes(results)).toEqual(['failed', 'failed', 'failed', 'failed', 'created', 'failed']);
    expect(results.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('below rotate/'),
      expect.stringContaining('differs from the base commit'),
      expect.stringContaining('validation'),
      expect.stringContaining('stay as they are'),
      expect.any(String),
      expect.stringContaining('Another namespace'),
    ]);
  });

  it('by a limit of GitHub defers the rest, which the next run does', async () => {
    const here = scene();
    here.github.fault = (call) => (call.startsWith('create') ? 'rate-limited' : null);

    const results = await here.run([alpha(), beta()]);

    expect(outcomes(results)).toEqual(['deferred', 'deferred']);
    expect(writes(here.github)).toEqual(['create rotate/alpha']);
    here.github.fault = () => null;
    expect(outcomes(await here.run([alpha(), beta()]))).toEqual(['created', 'created']);
  });

  it.each([
    ['does not know the branch yet', 'Validation Failed: head invalid'],
    ['has the branch where it was', 'Validation Failed: No commits between main and rotate/alpha'],
  ])('because GitHub %s is tried again, each time after a longer wait', async (_, words) => {
    const here = scene();
    const { create } = here.github;
    let tries = 0;
    here.github.create = async (text) => {
      tries += 1;
      return tries < 4 ? fail('validation', `GitHub says "${words}" (422).`) : create(text);
    };
    const waits: number[] = [];

    const results = await here.run([alpha(), beta()], { sleep: async (ms) => waits.push(ms) });

    expect(outcomes(results)).toEqual(['created', 'created']);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('because GitHub never sees its branch fails, and the run does not wait for ever', async () => {
    const here = scene();
    here.github.create = async () =>
      fail('validation', 'GitHub says "Validation Failed: head invalid" (422).');
    let waited = 0;

    const results = await here.run([alpha(), beta()], {
      sleep: async (ms) => {
        waited += ms;
      },
    });

    expect(outcomes(results)).toEqual(['failed', 'failed']);
    expect(waited).toBe(60_000);
  });

  it('by losing a race is none when the branch holds exactly what was wanted', async () => {
    const here = scene();
    const other = scene();
    const listing = here.github.pullRequestsOf;
    let raced = false;
    here.github.pullRequestsOf = async (...args) => {
      if (!raced) {
        raced = true;
        git(other.clone, 'remote', 'set-url', 'origin', here.bare);
        git(other.clone, 'fetch', '-q', 'origin');
        await other.run([alpha()], { author: { name: 'Other', email: 'other@example.com' } });
      }
      return listing(...args);
    };

    const results = await here.run([alpha()]);

    expect(raced).toBe(true);
    expect(results).toMatchObject([{ outcome: 'created' }]);
    expect(parseMarker(here.github.pulls[0]!.body)?.head).toBe(remoteBranches(here)['rotate/alpha']);
  });

  it('because somebody pushed meanwhile leaves their commit', async () => {
    const here = scene();
    await here.run([alpha(), beta()]);
    const listing = here.github.pullRequestsOf;
    let human = '';
    here.github.pullRequestsOf = async (...args) => {
      if (human === '') human = commitAsOther(here, 'rotate/alpha', 'x.tf', 'x');
      return listing(...args);
    };
    const policy = { ...POLICY, explicitDate: true };

    const results = await here.run([alpha('30-11-2026'), beta('30-11-2026')], { policy });

    expect(outcomes(results)).toEqual(['failed', 'updated']);
    expect(results[0]!.reason).toContain('pushed to rotate/alpha meanwhile');
    expect(remoteBranches(here)['rotate/alpha']).toBe(human);
  });
});
