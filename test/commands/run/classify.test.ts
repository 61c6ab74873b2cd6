import { describe, expect, it } from 'vitest';
import { schedule } from '../../../src/commands/run/classify.ts';
import type { Unit } from '../../../src/commands/run/scopes.ts';
import type { PullRequest } from '../../../src/github/github.ts';
import type { Found, FoundClosed, Policy } from '../../../src/publish/decide.ts';
import type { Marker } from '../../../src/publish/marker.ts';
import type { ObservedPullRequest } from '../../../src/publish/observe.ts';
import { fail, ok, type Result } from '../../../src/util/result.ts';
import { POLICY } from '../../publish/decided.ts';
import { assess } from '../../rotation/assess.ts';

const CLUSTER = 'live.cloud-platform.service.justice.gov.uk';
const [ONE, TWO] = ['orchard-dev/main.tf#one', 'orchard-dev/main.tf#two'];
const BRANCH = 'rotate/orchard-dev';
const MARKER: Marker = {
  v: 1,
  namespace: 'orchard-dev',
  cluster: CLUSTER,
  head: 'head',
  base: 'base',
  files: {},
  changes: { [ONE]: '23-11-2026' },
};
const FOLDER = { cluster: CLUSTER, namespace: 'orchard-dev' } as Unit['folders'][number];
const GROUP: Marker = { ...MARKER, namespace: null, cluster: null, group: 'all' };

function unit(ids: readonly string[], part: Partial<Unit> = {}): Unit {
  const wanted = new Map(ids.map((id) => [id, { to: '23-11-2026', due: null, maxAgeDays: 90 }]));
  const owner = { cluster: CLUSTER, namespace: 'orchard-dev', group: null };
  return { ...owner, branch: BRANCH, folders: [FOLDER], wanted, oldest: null, ...part };
}

function seenOf(
  found: Partial<Found>,
  remembered: Readonly<Record<string, string>> = {},
): Result<ObservedPullRequest> {
  const whole: Found = { open: [], closed: null, branch: null, ...found };
  const numbers = [...whole.open.map(({ number }) => number), ...(whole.closed ? [whole.closed.number] : [])];
  return ok({
    found: whole,
    pullRequests: new Map(
      numbers.map((number) => [number, { number, url: `#${number}`, title: 't' } as PullRequest]),
    ),
    branchBase: null,
    remembered: new Map(Object.entries(remembered)),
  });
}

const openWith = (marker: Marker | null) => seenOf({ open: [{ number: 7, baseBranch: 'main', marker }] });
const closedBy = (part: Partial<FoundClosed>) => ({
  closed: {
    number: 5,
    merged: false,
    by: 'person',
    headSha: 'sha',
    until: null,
    landing: false,
    ...part,
  } as const,
});

/** What becomes of units; `dates` are the credentials' on the base, by id. */
function scheduled(
  units: readonly Unit[],
  looked: Readonly<Record<string, Result<ObservedPullRequest>>>,
  dates: Readonly<Record<string, string>> = { [ONE]: '20-03-2026', [TWO]: '20-03-2026' },
  policy: Partial<Policy> = {},
) {
  const assessments = Object.entries(dates).map(([id, date]) => assess({ date: `"${date}"`, place: { id } }));
  const folders = [FOLDER];
  const plan = schedule(units, {
    looked: { seen: new Map(Object.entries(looked)), sightings: { open: new Map(), closed: new Map() } },
    assessments: new Map(assessments.map((each) => [each.credential.id, each])),
    namespaces: {
      folders,
      all: [...folders, { cluster: CLUSTER, namespace: 'brook-dev' }],
      problems: [],
      facts: new Map(),
    },
    policy: { ...POLICY, ...policy },
  });
  const wanted = ({ wanted: all }: Unit) => [...all.keys()].map((id) => id.split('#')[1]).join(' ');
  return {
    tended: plan.tended.map(wanted),
    creatable: plan.creatable.map(wanted),
    closings: plan.closings.map(({ branch, closing }) => `${branch} ${closing}`),
    settled: plan.settled.map(({ result }) => `${result.outcome} ${result.number ?? ''}: ${result.reason}`),
    skipped: plan.skipped.map(({ id, code }) => `${id.split('#')[1]} ${code}`),
    also: [...plan.choice.also],
    without: [...plan.choice.without],
    units: plan,
  };
}

describe('what is wanted', () => {
  it('may be opened where nothing is there', () => {
    expect(scheduled([unit([ONE])], { [BRANCH]: seenOf({}) })).toMatchObject({
      creatable: ['one'],
      settled: [],
    });
  });

  it('is tended where it is open, with what is pending in it', () => {
    expect(scheduled([unit([TWO])], { [BRANCH]: openWith(MARKER) })).toMatchObject({
      tended: ['two one'],
      also: [ONE],
    });
  });

  it('takes nothing of another namespace from a marker, whoever wrote it in', () => {
    const forged = { ...MARKER, changes: { 'brook-dev/main.tf#one': '23-11-2026' } };
    const dates = { [TWO]: '20-03-2026', 'brook-dev/main.tf#one': '20-03-2026' };

    expect(scheduled([unit([TWO])], { [BRANCH]: openWith(forged) }, dates)).toMatchObject({
      tended: ['two'],
      also: [],
    });
  });

  it('is tended where somebody has taken the marker out', () => {
    expect(scheduled([unit([ONE])], { [BRANCH]: openWith(null) })).toMatchObject({ tended: ['one'] });
  });

  it('fails alone where it could not be looked at', () => {
    const failed = { [BRANCH]: fail('server', 'GitHub is ill.') };

    expect(scheduled([unit([ONE])], failed)).toMatchObject({
      settled: ['failed : GitHub is ill.'],
      creatable: [],
    });
  });

  it.each([
    ['a person closed it', closedBy({ until: '2026-12-24' }), {}, /^left-alone 5: A person closed/],
    ['it was merged just now', closedBy({ merged: true, landing: true }), {}, /^left-alone 5: .*just now/],
    [
      'somebody else has a branch of its name',
      { branch: { sha: 'x', ours: false, why: 'its last commit is a merge', digest: null } },
      { incident: 'leak', askedByName: true },
      /^left-alone : Somebody else committed/,
    ],
  ])('is left alone where %s', (_, found, policy, sentence) => {
    const { settled, creatable } = scheduled([unit([ONE])], { [BRANCH]: seenOf(found) }, undefined, policy);

    expect(settled).toEqual([expect.stringMatching(sentence)]);
    expect(creatable).toEqual([]);
  });

  it('is opened again where a person closed it when its namespace is named', () => {
    const seen = { [BRANCH]: seenOf(closedBy({ until: '2026-12-24' })) };

    expect(scheduled([unit([ONE], { askedByName: true })], seen)).toMatchObject({ creatable: ['one'] });
  });

  it('goes without what a person refused, when the rest was not part of it', () => {
    const seen = { [BRANCH]: seenOf(closedBy({}), { [ONE]: '2026-12-24' }) };

    expect(scheduled([unit([ONE, TWO])], seen)).toMatchObject({
      creatable: ['two'],
      without: [ONE],
      skipped: ['one closed-by-person'],
    });
  });

  it('hands over what the pull request of a group has taken from its own', () => {
    const both = { ...MARKER, changes: { ...MARKER.changes, [TWO]: '23-11-2026' } };
    const looked = (marker: Marker) => ({ [BRANCH]: openWith(marker), 'rotate/_all': openWith(GROUP) });

    expect(scheduled([unit([ONE, TWO])], looked(both))).toMatchObject({
      tended: ['two'],
      also: [TWO],
      without: [ONE],
      skipped: ['one in-group'],
    });
    expect(scheduled([unit([])], looked(MARKER))).toMatchObject({
      tended: [],
      closings: [`${BRANCH} in-group`],
    });
  });

  it('goes without what the pull request of a group has', () => {
    const looked = { [BRANCH]: seenOf({}), 'rotate/_all': openWith(GROUP) };

    expect(scheduled([unit([ONE, TWO])], looked)).toMatchObject({
      creatable: ['two'],
      skipped: ['one in-group'],
    });
    expect(scheduled([unit([ONE])], looked)).toMatchObject({
      creatable: [],
      settled: [],
      skipped: ['one in-group'],
    });
  });
});

describe('what is not wanted any more', () => {
  const rotated = { [ONE]: '24-11-2026' };

  it('is closed when the base has it', () => {
    expect(scheduled([unit([])], { [BRANCH]: openWith(MARKER) }, rotated)).toMatchObject({
      closings: [`${BRANCH} rotated-meanwhile`],
      tended: [],
    });
  });

  it('is closed when its credential is gone', () => {
    expect(scheduled([unit([])], { [BRANCH]: openWith(MARKER) }, {})).toMatchObject({
      closings: [`${BRANCH} nothing-to-rotate`],
    });
  });

  it('of a group is closed by a run for namespaces when all of it has landed', () => {
    expect(scheduled([], { 'rotate/_all': openWith(GROUP) }, rotated)).toMatchObject({
      closings: ['rotate/_all rotated-meanwhile'],
    });
  });

  it('of a group stays while something of it is open, or was not looked at', () => {
    const elsewhere = { ...GROUP, changes: { ...GROUP.changes, 'brook-dev/main.tf#m': '23-11-2026' } };

    expect(scheduled([], { 'rotate/_all': openWith(GROUP) })).toMatchObject({ closings: [] });
    expect(scheduled([], { 'rotate/_all': openWith(elsewhere) }, rotated)).toMatchObject({ closings: [] });
  });

  it.each([
    ['that a run closed and did not delete', closedBy({ by: 'us', headSha: 'sha' }), true],
    ['that has moved on since', closedBy({ by: 'us', headSha: 'another' }), false],
    ['that a run may be about to open', {}, false],
    ['that a person closed', closedBy({}), false],
  ])('a branch %s', (_, found, deleted) => {
    const branch = { sha: 'sha', ours: true, why: null, digest: null };

    const { closings } = scheduled([unit([])], { [BRANCH]: seenOf({ ...found, branch }) });

    expect(closings).toEqual(deleted ? [`${BRANCH} nothing-to-rotate`] : []);
  });

  it('a branch of somebody else stays, whatever was closed', () => {
    const branch = { sha: 'sha', ours: false, why: 'x', digest: null };
    const found = { ...closedBy({ by: 'us', headSha: 'sha' }), branch };

    expect(scheduled([unit([])], { [BRANCH]: seenOf(found) })).toMatchObject({ closings: [] });
  });
});

describe('a group', () => {
  const group: Partial<Unit> = { cluster: null, namespace: null, group: 'all', branch: 'rotate/_all' };

  it('knows of how many credentials its pull request has that the run did not select', () => {
    const changes = {
      ...GROUP.changes,
      'brook-dev/main.tf#m': '23-11-2026',
      'gone-dev/main.tf#m': '23-11-2026',
    };
    const looked = { 'rotate/_all': openWith({ ...GROUP, changes }) };

    const { units } = scheduled([unit([ONE], group)], looked);

    // what is gone from the base is not missed
    expect(units.tended).toMatchObject([{ outside: 1 }]);
  });
});
