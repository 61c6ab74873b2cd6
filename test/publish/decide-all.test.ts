/**
 * Every combination of what a run may find: the dimensions below, each with each. What must hold for all of them is
 * held here; what is done about which is in decide.test.ts.
 */
import { describe, expect, it } from 'vitest';
import {
  type Decision,
  decide,
  type Found,
  type FoundBranch,
  type FoundClosed,
  type FoundOpen,
  type Policy,
  type Wanted,
} from '../../src/publish/decide.ts';
import type { Marker } from '../../src/publish/marker.ts';
import { reasonFor } from '../../src/publish/messages.ts';
import { ID, MARKER, WANTED } from './decided.ts';

const OTHER_ID = 'ns/rds.tf#b';
const TODAY = '2026-11-23';

const WANTS: readonly (Wanted | null)[] = [
  null,
  WANTED,
  { ...WANTED, changes: { [ID]: '24-11-2026' } },
  { ...WANTED, changes: { ...WANTED.changes, [OTHER_ID]: '23-11-2026' } },
  { ...WANTED, files: { 'sa.tf': 'blob2' }, digest: 'other' },
  { ...WANTED, baseBranch: 'develop' },
  { ...WANTED, upgrades: { [ID]: '1.3.0' } },
  { ...WANTED, outside: 2 },
];
const MARKERS: readonly (Marker | null)[] = [
  null,
  MARKER,
  { ...MARKER, undressed: true },
  { ...MARKER, head: 'before' },
  { ...MARKER, changes: { [ID]: '01-10-2026' } },
  { ...MARKER, incident: 'leak' },
  { ...MARKER, changes: { [OTHER_ID]: '23-11-2026' } },
];
const one = (number: number, marker: Marker | null, baseBranch = 'main'): FoundOpen => ({
  number,
  baseBranch,
  marker,
});
const OPENS: readonly (readonly FoundOpen[])[] = [
  [],
  ...MARKERS.map((marker) => [one(7, marker)]),
  [one(7, MARKER, 'develop')],
  [one(3, null), one(7, MARKER)],
  [one(3, MARKER), one(7, MARKER)],
  [one(3, MARKER, 'develop'), one(7, { ...MARKER, head: 'before' })],
];
const CLOSED: readonly (FoundClosed | null)[] = [
  null,
  ...(['person', 'bot', 'us'] as const).flatMap((by) =>
    [null, '2026-12-24', '2026-11-23'].map((until) => closed({ by, until })),
  ),
  closed({ merged: true }),
  closed({ merged: true, landing: true }),
  closed({ merged: true, headSha: 'theirs' }),
];
const BRANCHES: readonly (FoundBranch | null)[] = [
  null,
  { sha: 'head1', ours: true, why: null, digest: null },
  { sha: 'head1', ours: true, why: null, digest: 'wanted-digest' },
  { sha: 'head1', ours: true, why: null, digest: 'something else' },
  { sha: 'theirs', ours: false, why: 'its last commit is a merge', digest: null },
];
const POLICIES: readonly Policy[] = [false, true].flatMap((explicitDate) =>
  [false, true].flatMap((askedByName) =>
    [null, 'leak'].map((incident) => ({
      today: TODAY,
      refreshAfterDays: 14,
      explicitDate,
      askedByName: askedByName || incident !== null,
      incident,
    })),
  ),
);

function closed(part: Partial<FoundClosed>): FoundClosed {
  return { number: 5, merged: false, by: 'person', headSha: 'head1', until: null, landing: false, ...part };
}

interface Combination {
  readonly wanted: Wanted | null;
  readonly found: Found;
  readonly policy: Policy;
}

function* combinations(): Generator<Combination> {
  for (const wanted of WANTS)
    for (const open of OPENS)
      for (const closed of CLOSED)
        for (const branch of BRANCHES)
          for (const policy of POLICIES) {
            // what a run did not look at is known from an open pull request
            if (wanted?.outside && open.length === 0) continue;
            yield { wanted, found: { open, closed, branch }, policy };
          }
}

/** Those for which something does not hold, for a message that can be read. */
function breaking(holds: (decision: Decision, of: Combination) => boolean): readonly string[] {
  const found: string[] = [];
  for (const each of combinations()) {
    const decision = decide(each.wanted, each.found, each.policy);
    if (!holds(decision, each)) found.push(JSON.stringify({ decision, ...each }));
  }
  return found.slice(0, 3);
}

/** Moves or deletes the branch. */
function writesBranch(decision: Decision): boolean {
  if (decision.do === 'create' || decision.do === 'update') return decision.branch !== 'reuse';
  return decision.do === 'delete-branch' || (decision.do === 'close' && decision.deleteBranch);
}

/** What GitHub and git have once the decision is carried out to its end. */
function afterwards(decision: Decision, { wanted, found, policy }: Combination): Found {
  const { open, branch } = found;
  const without = (numbers: readonly number[]) => open.filter(({ number }) => !numbers.includes(number));
  const made: FoundBranch = { sha: 'made', ours: true, why: null, digest: null };
  const sha = writesBranch(decision) ? made.sha : (branch?.sha ?? '');
  const marker: Marker = {
    ...MARKER,
    head: sha,
    changes: wanted?.changes ?? {},
    files: wanted?.files ?? {},
    ...(wanted?.upgrades === undefined ? {} : { upgrades: wanted.upgrades }),
    ...(policy.incident === null ? {} : { incident: policy.incident }),
  };
  const kept = branch === null ? null : { ...branch, digest: null };
  switch (decision.do) {
    case 'create':
      return {
        ...found,
        open: [one(9, marker, wanted?.baseBranch)],
        branch: writesBranch(decision) ? made : kept,
      };
    case 'update':
      return {
        ...found,
        open: without([decision.number, ...decision.duplicates]).concat(
          one(decision.number, marker, wanted?.baseBranch),
        ),
        branch: writesBranch(decision) ? made : kept,
      };
    case 'unchanged':
      return {
        ...found,
        open: without(decision.duplicates).map((each) =>
          each.number === decision.number && each.marker
            ? { ...each, marker: { ...each.marker, undressed: undefined } as unknown as Marker }
            : each,
        ),
      };
    case 'close':
      return {
        // with its branch GitHub closes whatever was open of it
        open: decision.deleteBranch ? [] : without([decision.number, ...decision.duplicates]),
        closed: closed({ by: 'us', number: decision.number }),
        branch: decision.deleteBranch ? null : branch,
      };
    case 'delete-branch':
      return { ...found, branch: null };
    default:
      return found;
  }
}

describe('whatever is found', () => {
  it('is thousands of combinations, of which every decision is the answer to some', () => {
    const all = [...combinations()].map(({ wanted, found, policy }) => decide(wanted, found, policy));

    expect(all.length).toBeGreaterThan(40_000);
    expect(new Set(all.map((one) => ('why' in one ? `${one.do} ${one.why}` : one.do)))).toEqual(
      new Set([
        ...['none-yet', 'unfinished', 'merged', 'closed-by-bot', 'closed-by-us', 'closed-long-ago'].map(
          (why) => `create ${why}`,
        ),
        'create asked-by-name',
        ...['branch-gone', 'marker-lost', 'unfinished', 'credentials-changed', 'base-branch-changed'].map(
          (why) => `update ${why}`,
        ),
        ...['base-moved', 'upgrade-asked', 'incident', 'date-asked', 'date-old'].map(
          (why) => `update ${why}`,
        ),
        ...['foreign-commits', 'not-ours', 'closed-by-person', 'just-merged', 'selects-less'].map(
          (why) => `left-alone ${why}`,
        ),
        ...['unchanged', 'close', 'delete-branch', 'nothing'],
      ]),
    );
  });

  it('a branch with commits of others is never moved or deleted, unless what it holds was merged', () => {
    const found = breaking((decision, { found: { branch, closed } }) => {
      if (branch === null || branch.ours) return true;
      const isMerged = closed?.merged === true && closed.headSha === branch.sha;
      return !writesBranch(decision) || (isMerged && decision.do === 'create');
    });

    expect(found).toEqual([]);
  });

  it('none is created while one of that branch is open', () => {
    expect(breaking(({ do: does }, { found }) => does !== 'create' || found.open.length === 0)).toEqual([]);
  });

  it('one that is not rotate-pr’s is neither changed nor closed without proof by its branch', () => {
    const found = breaking((decision, { found: { open, branch } }) => {
      if (!('duplicates' in decision)) return true;
      const written = [...(decision.do === 'unchanged' ? [] : [decision.number]), ...decision.duplicates].map(
        (number) => open.find((each) => each.number === number),
      );
      return written.every((each) => each?.marker || branch?.ours);
    });

    expect(found).toEqual([]);
  });

  it('what a person closed is opened again only when its time is over or it is asked for', () => {
    const found = breaking((decision, { found: { closed }, policy }) => {
      if (decision.do !== 'create' || closed === null || closed.merged || closed.by !== 'person') return true;
      return policy.askedByName || closed.until === null || closed.until <= policy.today;
    });

    expect(found).toEqual([]);
  });

  it('what was merged a moment ago is not opened again', () => {
    expect(breaking(({ do: does }, { found }) => does !== 'create' || !found.closed?.landing)).toEqual([]);
  });

  it('an open pull request loses no credential that the run did not look at', () => {
    const found = breaking(
      (decision, { wanted }) => (wanted?.outside ?? 0) === 0 || decision.do !== 'update',
    );

    expect(found).toEqual([]);
  });

  it('nothing is closed or deleted while something is wanted, but the second of two', () => {
    const found = breaking(
      ({ do: does }, { wanted }) => wanted === null || (does !== 'close' && does !== 'delete-branch'),
    );

    expect(found).toEqual([]);
  });

  it('nothing is created or updated when nothing is wanted', () => {
    const found = breaking(
      ({ do: does }, { wanted }) => wanted !== null || (does !== 'create' && does !== 'update'),
    );

    expect(found).toEqual([]);
  });

  it('the same run again, after all was done, has nothing left to do', () => {
    const found = breaking((decision, each) => {
      if (decision.do === 'left-alone') return true;
      const again = decide(each.wanted, afterwards(decision, each), each.policy);
      if (again.do === 'nothing') return true;
      // a person's own pull request of the same branch stays
      if (again.do === 'left-alone') return again.why === 'not-ours' && each.found.open.length > 1;
      return again.do === 'unchanged' && !again.undressed && again.duplicates.length === 0;
    });

    expect(found).toEqual([]);
  });

  it('there is one sentence that says why', () => {
    expect(breaking((decision) => /^[A-Z].*\.$/.test(reasonFor(decision)))).toEqual([]);
  });
});
