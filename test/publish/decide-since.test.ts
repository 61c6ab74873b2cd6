import { describe, expect, it } from 'vitest';
import { decide, type Found, type FoundClosed } from '../../src/publish/decide.ts';
import type { Marker } from '../../src/publish/marker.ts';
import { reasonFor } from '../../src/publish/messages.ts';
import { ID, MARKER, POLICY, WANTED } from './decided.ts';

const BRANCH = { sha: 'head1', ours: true, why: null, digest: null };
const CLOSED: FoundClosed = {
  number: 5,
  merged: false,
  by: 'person',
  headSha: 'head1',
  until: null,
  landing: false,
};

function openWith(marker: Partial<Marker>): Found {
  return {
    open: [{ number: 7, baseBranch: 'main', marker: { ...MARKER, ...marker } }],
    closed: null,
    branch: BRANCH,
  };
}
function closedWith(part: Partial<FoundClosed>): Found {
  return { open: [], closed: { ...CLOSED, ...part }, branch: null };
}

describe('a pull request that is closed', () => {
  it.each([
    ['by a person, until tomorrow', { until: '2026-11-24' }, {}, ['left-alone', 'closed-by-person']],
    ['by a person, until today', { until: '2026-11-23' }, {}, ['create', 'closed-long-ago']],
    ['by a person, and its time is over', { until: null }, {}, ['create', 'closed-long-ago']],
    [
      'by a person, and it is asked for',
      { until: '2026-12-24' },
      { askedByName: true },
      ['create', 'asked-by-name'],
    ],
    [
      'by a person, in an incident',
      { until: '2026-12-24' },
      { askedByName: true, incident: 'leak' },
      ['create', 'asked-by-name'],
    ],
    [
      'by a merge a moment ago that the base does not have yet',
      { merged: true, landing: true },
      {},
      ['left-alone', 'just-merged'],
    ],
    [
      'by such a merge, and it is asked for',
      { merged: true, landing: true },
      { askedByName: true },
      ['left-alone', 'just-merged'],
    ],
    ['by a merge long ago', { merged: true }, {}, ['create', 'merged']],
  ] as const)('%s', (_name, part, policy, [does, why]) => {
    const decision = decide(WANTED, closedWith(part), { ...POLICY, ...policy });

    expect(decision).toMatchObject({ do: does, why });
    expect(reasonFor(decision)).toMatch(/^[A-Z].*\.$/);
  });

  it('says until when a closing counts, and what opens it again', () => {
    const decision = decide(WANTED, closedWith({ until: '2026-12-24' }), POLICY);

    expect(reasonFor(decision)).toMatch(/2026-12-24.*--namespace/);
  });
});

describe('a pull request that is open', () => {
  it.each([
    ['and not dressed yet', { undressed: true }, {}, {}, { do: 'unchanged', undressed: true }],
    [
      'and conflicts with the base, where its file was changed',
      { files: { 'sa.tf': 'blob0' } },
      {},
      {},
      { do: 'update', why: 'base-moved', branch: 'rebuild' },
    ],
    ['and an incident takes it over', {}, {}, { incident: 'leak' }, { do: 'update', why: 'incident' }],
    ['and this incident has it', { incident: 'leak' }, {}, { incident: 'leak' }, { do: 'unchanged' }],
    [
      'and another incident takes it over',
      { incident: 'leak' },
      {},
      { incident: 'more' },
      { do: 'update', why: 'incident' },
    ],
    ['and a nightly run finds that of an incident', { incident: 'leak' }, {}, {}, { do: 'unchanged' }],
    [
      'and has credentials at which the run did not look',
      {},
      { outside: 3 },
      {},
      { do: 'left-alone', why: 'selects-less', detail: '3' },
    ],
    [
      'and an upgrade is asked for',
      {},
      { upgrades: { [ID]: '1.3.0' } },
      {},
      { do: 'update', why: 'upgrade-asked' },
    ],
    [
      'and has that upgrade',
      { upgrades: { [ID]: '1.3.0' } },
      { upgrades: { [ID]: '1.3.0' } },
      {},
      { do: 'unchanged' },
    ],
    [
      'and has an upgrade that this run does not ask for',
      { upgrades: { [ID]: '1.3.0' } },
      {},
      {},
      { do: 'unchanged' },
    ],
  ] as const)('%s', (_name, marker, wanted, policy, expected) => {
    const decision = decide({ ...WANTED, ...wanted }, openWith(marker), { ...POLICY, ...policy });

    expect(decision).toMatchObject({ number: 7, ...expected });
    expect(reasonFor(decision)).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['is told when what is wanted has changed', { changes: {} }, true],
    ['is told nothing while it is right', {}, false],
  ])('with a commit of somebody else %s', (_name, marker, tell) => {
    const found = {
      ...openWith(marker),
      branch: { ...BRANCH, ours: false, why: 'its last commit is a merge' },
    };

    expect(decide(WANTED, found, POLICY)).toMatchObject({ why: 'foreign-commits', tell });
  });
});
