import { describe, expect, it } from 'vitest';
import { decide, type Found, type FoundBranch, type FoundClosed } from '../../src/publish/decide.ts';
import type { Marker } from '../../src/publish/marker.ts';
import { reasonFor } from '../../src/publish/messages.ts';
import { ID, MARKER, POLICY, WANTED } from './decided.ts';

const OURS: FoundBranch = { sha: 'head1', ours: true, why: null, digest: null };
const SAME: FoundBranch = { ...OURS, digest: 'wanted-digest' };
const OTHER: FoundBranch = { ...OURS, digest: 'another-digest' };
const FOREIGN: FoundBranch = { sha: 'head2', ours: false, why: 'its last commit is a merge', digest: null };

function open(marker: Partial<Marker> | null = {}, number = 7, baseBranch = 'main') {
  return { number, baseBranch, marker: marker && { ...MARKER, ...marker } };
}
function closed(by: FoundClosed['by'], merged = false, headSha = 'head1'): FoundClosed {
  return { number: 5, merged, by, headSha, until: by === 'person' ? '2027-01-01' : null, landing: false };
}
function found(part: Partial<Found>): Found {
  return { open: [], closed: null, branch: null, ...part };
}
const dated = (to: string) => ({ changes: { 'ns/sa.tf#a': to } });

describe('decide: something is wanted, nothing is open', () => {
  it.each([
    ['nothing at all', {}, {}, ['create', 'none-yet', 'new']],
    ['our branch with what is wanted', { branch: SAME }, {}, ['create', 'unfinished', 'reuse']],
    ['our branch with something else', { branch: OTHER }, {}, ['create', 'unfinished', 'rebuild']],
    ['a foreign branch', { branch: FOREIGN }, {}, ['left-alone', 'foreign-commits', null]],
    [
      'a foreign branch, asked by name',
      { branch: FOREIGN },
      { askedByName: true },
      ['left-alone', 'foreign-commits', null],
    ],
    ['closed by a person', { closed: closed('person') }, {}, ['left-alone', 'closed-by-person', null]],
    [
      'closed by a person, branch ours',
      { closed: closed('person'), branch: SAME },
      {},
      ['left-alone', 'closed-by-person', null],
    ],
    [
      'closed by a person, branch foreign',
      { closed: closed('person'), branch: FOREIGN },
      {},
      ['left-alone', 'foreign-commits', null],
    ],
    [
      'closed by a person, asked by name',
      { closed: closed('person') },
      { askedByName: true },
      ['create', 'asked-by-name', 'new'],
    ],
    [
      'closed by a person, asked by name, branch there',
      { closed: closed('person'), branch: OTHER },
      { askedByName: true },
      ['create', 'asked-by-name', 'rebuild'],
    ],
    ['closed by the stale bot', { closed: closed('bot') }, {}, ['create', 'closed-by-bot', 'new']],
    [
      'closed by the stale bot, branch there',
      { closed: closed('bot'), branch: SAME },
      {},
      ['create', 'closed-by-bot', 'reuse'],
    ],
    ['closed by ourselves', { closed: closed('us') }, {}, ['create', 'closed-by-us', 'new']],
    ['merged', { closed: closed('person', true) }, {}, ['create', 'merged', 'new']],
    [
      'merged, our branch still there',
      { closed: closed('person', true), branch: OTHER },
      {},
      ['create', 'merged', 'rebuild'],
    ],
    [
      'merged with a foreign commit, branch still there',
      { closed: closed('person', true, 'head2'), branch: FOREIGN },
      {},
      ['create', 'merged', 'rebuild'],
    ],
    [
      'merged, and foreign commits since',
      { closed: closed('person', true, 'head1'), branch: FOREIGN },
      {},
      ['left-alone', 'foreign-commits', null],
    ],
  ] as const)('%s', (_name, part, policy, [does, why, branch]) => {
    const decision = decide(WANTED, found(part), { ...POLICY, ...policy });

    expect(decision).toMatchObject({ do: does, why, ...(branch ? { branch } : {}) });
    expect(reasonFor(decision)).toMatch(/^[A-Z].*\.$/);
  });
});

describe('decide: something is wanted and one is open', () => {
  it.each([
    ['the same', open(), OURS, {}, ['unchanged']],
    ["the same with yesterday's date", open(dated('22-11-2026')), OURS, {}, ['unchanged']],
    ['the same, 14 days old', open(dated('09-11-2026')), OURS, {}, ['unchanged']],
    ['the same, 15 days old', open(dated('08-11-2026')), OURS, {}, ['update', 'date-old', 'rebuild']],
    [
      'the same, 15 days old, ISO with a time',
      open(dated('2026-11-08:10:30')),
      OURS,
      {},
      ['update', 'date-old', 'rebuild'],
    ],
    [
      'the same, another date asked for',
      open(dated('22-11-2026')),
      OURS,
      { explicitDate: true },
      ['update', 'date-asked', 'rebuild'],
    ],
    [
      'the same, this date asked for, which has another time behind it',
      open(dated('23-11-2026:10:30')),
      OURS,
      { explicitDate: true },
      ['unchanged'],
    ],
    ['the same, this date asked for', open(), OURS, { explicitDate: true }, ['unchanged']],
    ['one credential more', open({ changes: {} }), OURS, {}, ['update', 'credentials-changed', 'rebuild']],
    [
      'one credential fewer',
      open({ changes: { ...MARKER.changes, 'ns/rds.tf#b': '23-11-2026' } }),
      OURS,
      {},
      ['update', 'credentials-changed', 'rebuild'],
    ],
    [
      'another credential',
      open({ changes: { 'ns/rds.tf#b': '23-11-2026' } }),
      OURS,
      {},
      ['update', 'credentials-changed', 'rebuild'],
    ],
    [
      'its file changed on the base',
      open({ files: { 'sa.tf': 'blob0' } }),
      OURS,
      {},
      ['update', 'base-moved', 'rebuild'],
    ],
    ['against another base', open({}, 7, 'develop'), OURS, {}, ['update', 'base-branch-changed', 'rebuild']],
    ['foreign commits', open(), FOREIGN, {}, ['left-alone', 'foreign-commits']],
    [
      'foreign commits and its file changed',
      open({ files: {} }),
      FOREIGN,
      {},
      ['left-alone', 'foreign-commits'],
    ],
    [
      'foreign commits, asked by name',
      open(),
      FOREIGN,
      { askedByName: true },
      ['left-alone', 'foreign-commits'],
    ],
    ['branch gone', open(), null, {}, ['update', 'branch-gone', 'new']],
    ['marker gone, branch ours and right', open(null), SAME, {}, ['update', 'marker-lost', 'reuse']],
    ['marker gone, branch ours and other', open(null), OTHER, {}, ['update', 'marker-lost', 'rebuild']],
    ['marker gone, branch foreign', open(null), FOREIGN, {}, ['left-alone', 'foreign-commits']],
    ['marker gone, branch gone', open(null), null, {}, ['left-alone', 'not-ours']],
    ['pushed but not updated', open({ head: 'head0' }), SAME, {}, ['update', 'unfinished', 'reuse']],
    [
      'pushed but not updated, and again something else',
      open({ head: 'head0' }),
      OTHER,
      {},
      ['update', 'unfinished', 'rebuild'],
    ],
  ] as const)('%s', (_name, one, branch, policy, [does, why, work]) => {
    const decision = decide(WANTED, found({ open: [one], branch }), { ...POLICY, ...policy });

    expect(decision).toMatchObject({
      do: does,
      number: 7,
      ...(why ? { why } : {}),
      ...(work ? { branch: work } : {}),
    });
    expect(reasonFor(decision)).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['asked for', '20-10-2026', '', 'restore-asked'],
    ['asked for, by an expression', '20-10-2026', 'time_rotating.weekly.unix', 'restore-asked'],
    ['taken back', '', '23-11-2026', 'restore-asked'],
    ['as it is', '', '', null],
  ] as const)('updates one whose rotation is given back to Terraform: %s', (_, has, wants, why) => {
    const one = open({ changes: { [ID]: has } });

    const decision = decide(
      { ...WANTED, changes: { [ID]: wants } },
      found({ open: [one], branch: OURS }),
      POLICY,
    );

    expect(decision).toMatchObject(why === null ? { do: 'unchanged' } : { do: 'update', why });
    expect(reasonFor(decision)).toMatch(/^[A-Z].*\.$/);
  });

  it('renews the dates beside what is given back to Terraform no more often than others', () => {
    const changes = (day: string) => ({ [ID]: day, 'ns/t.tf#b': '' });
    const of = (day: string) =>
      decide(
        { ...WANTED, changes: changes('23-11-2026') },
        found({ open: [open({ changes: changes(day) })], branch: OURS }),
        POLICY,
      );

    expect(of('20-11-2026')).toMatchObject({ do: 'unchanged' });
    expect(of('01-11-2026')).toMatchObject({ do: 'update', why: 'date-old' });
  });

  it('keeps the oldest of two and closes the other', () => {
    expect(decide(WANTED, found({ open: [open({}, 3), open({}, 9)], branch: OURS }), POLICY)).toEqual({
      do: 'unchanged',
      number: 3,
      duplicates: [9],
      undressed: false,
    });
  });

  it('keeps the one on the right base, whichever is older', () => {
    const two = [open({}, 3, 'develop'), open({}, 9)];

    expect(decide(WANTED, found({ open: two, branch: OURS }), POLICY)).toMatchObject({
      number: 9,
      duplicates: [3],
    });
  });

  it("never closes a person's own pull request of the same branch", () => {
    const two = [open(null, 3), open({}, 9)];

    expect(decide(WANTED, found({ open: two, branch: OURS }), POLICY)).toMatchObject({
      number: 9,
      duplicates: [],
    });
  });

  it('does not look at what was closed before', () => {
    const part = { open: [open()], branch: OURS, closed: closed('person') };

    expect(decide(WANTED, found(part), POLICY)).toMatchObject({ do: 'unchanged' });
  });
});

describe('decide: nothing is wanted', () => {
  it.each([
    ['nothing there', {}, { do: 'nothing' }],
    ['one open', { open: [open()], branch: OURS }, { do: 'close', number: 7, deleteBranch: true }],
    ['one open, branch gone', { open: [open()] }, { do: 'close', number: 7, deleteBranch: false }],
    [
      'one open with foreign commits',
      { open: [open()], branch: FOREIGN },
      { do: 'left-alone', why: 'foreign-commits', number: 7 },
    ],
    [
      'one open without marker, branch ours',
      { open: [open(null)], branch: OTHER },
      { do: 'close', number: 7 },
    ],
    ['one open that is not ours', { open: [open(null)] }, { do: 'left-alone', why: 'not-ours' }],
    [
      'two open',
      { open: [open({}, 3), open({}, 9)], branch: OURS },
      { do: 'close', number: 3, duplicates: [9] },
    ],
    ['our branch alone', { branch: OTHER }, { do: 'delete-branch' }],
    ['our branch, closed by us', { branch: OTHER, closed: closed('us') }, { do: 'delete-branch' }],
    ['our branch, closed by a person', { branch: OTHER, closed: closed('person') }, { do: 'nothing' }],
    ['a foreign branch alone', { branch: FOREIGN }, { do: 'nothing' }],
    ['merged', { closed: closed('person', true) }, { do: 'nothing' }],
  ] as const)('%s', (_name, part, expected) => {
    const decision = decide(null, found(part), POLICY);

    expect(decision).toMatchObject(expected);
    expect(reasonFor(decision)).toMatch(/^[A-Z].*\.$/);
  });
});
