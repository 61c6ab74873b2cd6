/** What the tests of the decision start from: one namespace with one credential, and its open pull request. */
import type { Policy, Wanted } from '../../src/publish/decide.ts';
import type { Marker } from '../../src/publish/marker.ts';

/** A run on 23 November 2026 that nobody asked for by name. */
export const POLICY: Policy = {
  today: '2026-11-23',
  refreshAfterDays: 14,
  explicitDate: false,
  askedByName: false,
  incident: null,
};

export const ID = 'ns/sa.tf#a';

/** What the plan wants. */
export const WANTED: Wanted = {
  baseBranch: 'main',
  changes: { [ID]: '23-11-2026' },
  files: { 'sa.tf': 'blob1' },
  digest: 'wanted-digest',
};

/** What the pull request's body says when it is that already. */
export const MARKER: Marker = {
  v: 1,
  namespace: 'ns',
  cluster: 'live',
  head: 'head1',
  base: 'base1',
  files: { 'sa.tf': 'blob1' },
  changes: { [ID]: '23-11-2026' },
};
