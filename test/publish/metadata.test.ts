import { describe, expect, it } from 'vitest';
import { type Marker, parseMarker } from '../../src/publish/marker.ts';
import { createDresser, type DressOptions } from '../../src/publish/metadata.ts';
import { NO_READERS, type Proposal, type Readers } from '../../src/publish/proposal.ts';
import { fail, ok } from '../../src/util/result.ts';
import { type FakeGitHub, fakeGitHub } from './fake-github.ts';
import { alpha } from './scene.ts';

const MARKER: Marker = {
  v: 1,
  namespace: 'alpha',
  cluster: 'live',
  head: 'a',
  base: 'b',
  files: {},
  changes: {},
  undressed: true,
};

async function dressed(
  readers: Partial<Readers>,
  part: Partial<Proposal> & { readonly github?: FakeGitHub; readonly options?: DressOptions } = {},
) {
  const { github = fakeGitHub(), options, ...proposal } = part;
  const made = await github.create({
    title: 't',
    body: 'b',
    branch: 'rotate/alpha',
    base: 'main',
    draft: false,
  });
  if (!made.ok) throw new Error('not made');
  github.calls.length = 0;
  const dresser = createDresser(github, options);
  const whole = { ...alpha(), readers: { ...NO_READERS, ...readers }, ...proposal };
  await dresser.dress(made.value, whole, MARKER);
  const again = () => dresser.dress(github.pulls[0]!, whole, MARKER);
  return { github, dresser, again, pull: github.pulls[0]! };
}

/** A GitHub that answers some calls with a failure. */
function failing(pattern: RegExp, code: string): FakeGitHub {
  const github = fakeGitHub();
  github.fault = (call) => (pattern.test(call) ? code : null);
  return github;
}

const isDressed = (body: string) => parseMarker(body)?.undressed === undefined;
const logins = (count: number) => Array.from({ length: count }, (_, at) => `user-${at}`);

describe('a pull request is dressed', () => {
  it('in few requests, and says so in its marker', async () => {
    const { github, pull, dresser } = await dressed({
      labels: ['rotation'],
      assignees: ['ada'],
      reviewers: ['ada'],
      teams: ['keepers'],
    });

    expect(github.calls).toEqual([
      'requestReview 1 ada keepers',
      'labels',
      'createLabel rotation',
      'dress 1',
    ]);
    expect(pull).toMatchObject({
      labels: ['rotation'],
      assignees: ['ada'],
      reviewers: ['ada'],
      teams: ['keepers'],
    });
    expect(isDressed(pull.body)).toBe(true);
    expect(dresser.remarks).toEqual([]);
  });

  it('with labels that are looked up and made once in a run, whatever their case', async () => {
    const github = fakeGitHub();
    github.labelNames.push('Security');

    const { again } = await dressed({ labels: ['security', 'rotation'] }, { github });
    await again();

    expect(github.calls.filter((call) => /label/i.test(call))).toEqual(['labels', 'createLabel rotation']);
  });

  it('without its author among the reviewers', async () => {
    const { github } = await dressed({ reviewers: ['SomeBody', 'ada'] });

    expect(github.calls).toContain('requestReview 1 ada');
  });

  it('with nobody asked when its author alone is a reviewer', async () => {
    const { github } = await dressed({ reviewers: ['somebody'] });

    expect(github.calls.filter((call) => call.startsWith('requestReview'))).toEqual([]);
  });

  it('with no more reviewers of either sort than GitHub takes', async () => {
    const { pull } = await dressed({ reviewers: logins(20), teams: logins(17) });

    expect(pull.reviewers).toHaveLength(15);
    expect(pull.teams).toHaveLength(15);
  });

  it('keeping what people have set', async () => {
    const github = fakeGitHub();
    const { again } = await dressed({ labels: ['rotation'], assignees: ['ada'] }, { github });
    github.change(1, { labels: ['urgent', 'Rotation'], assignees: ['bob'] });

    await again();

    expect(github.pulls[0]).toMatchObject({ labels: ['urgent', 'Rotation'], assignees: ['bob', 'ada'] });
  });
});

describe('what GitHub refuses', () => {
  it.each(['validation', 'forbidden', 'not-found', 'conflict'])(
    'is one sentence, and the others are asked one by one: %s',
    async (code) => {
      const github = failing(/^requestReview 1 (?:.* )?nobody\b/, code);

      const { pull, dresser } = await dressed(
        { reviewers: ['nobody', 'ada'], teams: ['keepers'] },
        { github },
      );

      expect(pull).toMatchObject({ reviewers: ['ada'], teams: ['keepers'] });
      expect(dresser.remarks).toEqual([expect.stringMatching(/^nobody cannot be asked for reviews: .*\.$/)]);
      expect(parseMarker(pull.body)).toMatchObject({ undressed: true, missing: ['reviewer nobody'] });
      expect(dresser.stopped()).toBeNull();
    },
  );

  it('is asked once when it stands alone', async () => {
    const { github, dresser } = await dressed(
      { teams: ['strangers'] },
      { github: failing(/^requestReview/, 'validation') },
    );

    expect(github.calls.filter((call) => call.startsWith('requestReview'))).toHaveLength(1);
    expect(dresser.remarks).toEqual([expect.stringMatching(/^the team strangers cannot be asked/)]);
  });

  it('is asked for by the next run, that alone, until GitHub takes it', async () => {
    const readers = { reviewers: ['ada'], teams: ['keepers', 'late'], labels: ['x'] };
    const github = failing(/^requestReview 1 (?:.* )?late\b/, 'not-found');
    await dressed(readers, { github });
    const whole = { ...alpha(), readers: { ...NO_READERS, ...readers } };
    const next = async () => {
      github.calls.length = 0;
      await createDresser(github).dress(github.pulls[0]!, whole, parseMarker(github.pulls[0]!.body)!);
      return [...github.calls];
    };

    const stillRefused = await next();
    github.fault = () => null;
    const taken = await next();

    expect(stillRefused).toEqual(['requestReview 1 late']);
    expect(taken).toEqual(['requestReview 1 late', 'dress 1']);
    expect(github.pulls[0]?.teams).toEqual(['keepers', 'late']);
    expect(isDressed(github.pulls[0]!.body)).toBe(true);
  });

  it('is asked for once in a run and told in one sentence, without ids of GitHub', async () => {
    const github = fakeGitHub();
    const dresser = createDresser(github);
    github.fault = (call) => (/^requestReview .*ghost/.test(call) ? 'validation' : null);
    const ask = github.requestReview;
    github.requestReview = async (...args) => {
      const asked = await ask(...args);
      if (asked.ok) return asked;
      const message = `Could not ask for a review of #${args[0]}: GitHub says "Could not resolve to a node with the global id of 'VGVhbTpnaG9zdA=='" (422).`;
      return { ok: false, error: { ...asked.error, message } };
    };

    for (const number of [1, 2, 3, 4]) {
      const made = await github.create({
        title: 't',
        body: 'b',
        branch: `rotate/ns-${number}`,
        base: 'main',
        draft: false,
      });
      if (!made.ok) throw new Error('not made');
      const teams = ['ghost-a', `ghost-${number % 2 === 0 ? 'b' : 'c'}`];
      await dresser.dress(made.value, { ...alpha(), readers: { ...NO_READERS, teams } }, MARKER);
    }

    const alone = github.calls.filter((call) => /^requestReview \d ghost-\w$/.test(call));
    expect(alone).toEqual(['requestReview 1 ghost-a', 'requestReview 1 ghost-c', 'requestReview 2 ghost-b']);
    expect(dresser.remarks).toEqual([
      'the teams ghost-a, ghost-c, ghost-b cannot be asked for reviews: they do not exist, or the token cannot see them. The next run asks again.',
    ]);
  });

  it('of labels leaves the others', async () => {
    const { pull, dresser } = await dressed(
      { labels: ['bad', 'good'] },
      { github: failing(/^createLabel bad/, 'validation') },
    );

    expect(pull.labels).toEqual(['good']);
    expect(dresser.remarks).toEqual([expect.stringMatching(/^The label bad cannot be created\./)]);
  });

  it('of a list of labels still lets them be set', async () => {
    const { pull } = await dressed({ labels: ['good'] }, { github: failing(/^labels$/, 'forbidden') });

    expect(pull.labels).toEqual(['good']);
  });

  it('of auto-merge is said once for each pull request', async () => {
    const options: DressOptions = {
      draft: false,
      autoMerge: 'squash',
      enableAutoMerge: async () => fail('validation', 'Not allowed.'),
    };

    const { dresser, pull } = await dressed({ labels: ['x'] }, { options });

    expect(dresser.remarks).toEqual(['#1 does not merge by itself. Not allowed.']);
    expect(parseMarker(pull.body)).toMatchObject({ missing: ['auto-merge'] });
  });
});

describe('what may go another time', () => {
  it.each(['server', 'unreachable', 'rate-limited', 'authentication'])(
    'stays marked, and nothing more is asked in the run: %s',
    async (code) => {
      const github = failing(/^requestReview/, code);

      const { pull, dresser, again } = await dressed({ reviewers: ['ada'], labels: ['x'] }, { github });
      await again();

      expect(github.calls).toEqual(['requestReview 1 ada']);
      expect(pull.body).toBe('b');
      expect(dresser.stopped()?.code ?? null).toBe(/rate|auth/.test(code) ? code : null);
    },
  );

  it('is done by the next run', async () => {
    const github = failing(/^dress/, 'server');
    await dressed({ labels: ['x'] }, { github });
    github.fault = () => null;

    const next = createDresser(github);
    await next.dress(github.pulls[0]!, { ...alpha(), readers: { ...NO_READERS, labels: ['x'] } }, MARKER);

    expect(github.pulls[0]?.labels).toEqual(['x']);
    expect(isDressed(github.pulls[0]?.body ?? '')).toBe(true);
  });
});

describe('further pages', () => {
  const texts = (github: FakeGitHub) => github.pulls[0]?.comments.map(({ body }) => body);

  it('are comments, which are changed and not repeated', async () => {
    const github = fakeGitHub();
    const { again } = await dressed({}, { github, pages: ['two', 'three'] });
    await again();
    const writes = github.calls.filter((call) => /^(?:comment|updateComment) /.test(call));
    const shorter = { ...alpha(), pages: ['other'] };

    await createDresser(github).dress(github.pulls[0]!, shorter, MARKER);
    await createDresser(github).dress(github.pulls[0]!, shorter, MARKER);

    expect(writes).toEqual(['comment 1', 'comment 1']);
    expect(texts(github)).toEqual([
      '<!-- rotate-pr:page 2 -->\nother',
      '<!-- rotate-pr:page 3 -->\nThe list above no longer needs this page.',
    ]);
    expect(github.calls.filter((call) => call.startsWith('updateComment'))).toHaveLength(2);
  });

  it('that GitHub refuses are said to be missing', async () => {
    const { dresser } = await dressed({}, { github: failing(/^comment /, 'forbidden'), pages: ['two'] });

    expect(dresser.remarks).toEqual([expect.stringMatching(/^The list in #1 is not whole\./)]);
  });
});

it('one that has its hours is not told to merge by itself, and that is said', async () => {
  let asked = 0;
  const enableAutoMerge = async () => {
    asked += 1;
    return ok(undefined);
  };

  const { dresser } = await dressed(
    { labels: ['x'] },
    {
      options: { draft: false, autoMerge: 'merge', enableAutoMerge },
      mergeBetween: { from: '06:00', to: '22:00' },
    },
  );

  expect(asked).toBe(0);
  expect(dresser.remarks).toEqual([
    '#1 does not merge by itself: it has to be merged between 06:00 and 22:00 UTC.',
  ]);
});

it('a draft is not told to merge by itself', async () => {
  let asked = 0;
  const enableAutoMerge = async () => {
    asked += 1;
    return ok(undefined);
  };

  await dressed({ labels: ['x'] }, { options: { draft: true, autoMerge: 'merge', enableAutoMerge } });

  expect(asked).toBe(0);
});
