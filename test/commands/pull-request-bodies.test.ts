import { describe, expect, it } from 'vitest';
import { surveySelected } from '../../src/commands/read/select.ts';
import { planEdits, proveEdits } from '../../src/commands/run/edits.ts';
import { draftPullRequests } from '../../src/commands/run/pull-requests.ts';
import { assignEdits, namespaceUnits } from '../../src/commands/run/scopes.ts';
import { PLAIN_REQUEST, settingsFor } from '../../src/commands/run/settings.ts';
import { sampleEnvironments } from '../../src/demo/sample.ts';
import { openWorktree } from '../../src/environments/worktree.ts';
import type { KindName } from '../../src/kinds/registry.ts';
import { options } from './options.ts';

const root = await sampleEnvironments();

/** The body of the pull request for one namespace of the sample. */
async function bodyOf(
  namespace: string,
  date: string,
  kinds: readonly KindName[] = [],
): Promise<string | undefined> {
  const given = options({ namespaces: [namespace], kinds, date });
  const reader = openWorktree(root);
  const read = await surveySelected(reader, root, date, given, () => {});
  if (!read.ok) throw new Error(read.error.message);
  const { survey, selection, namespaces } = read.value;
  const planned = planEdits(survey, selection, date, { ...given, again: false, forceLiteral: false });
  const { units } = namespaceUnits(namespaces, planned.rotations, {
    defaultBranch: null,
    branches: new Map(),
  });
  const proved = await proveEdits(planned, survey);
  const [first] = await draftPullRequests(units, proved, {
    read: { reader, survey, prefix: '' },
    assigned: assignEdits(units, planned.edits),
    settings: settingsFor(PLAIN_REQUEST, null, new Date()),
  });
  return first?.body;
}

describe('the body of a pull request', () => {
  it.each<[string, string, KindName[]]>([
    ['a token that goes to GitHub, a database', 'allotment-register-dev', []],
    ['a Secret in another namespace', 'allotment-register-preprod', []],
    ['CircleCI, a database, a cache, replicas', 'allotment-register-prod', []],
    ['Secrets that nobody fills', 'beekeeping-licence-prod', []],
    ['a template', 'canal-permits-dev', ['hmpps-template']],
    ['another cluster', 'mill-race-dev', []],
  ])('for %s', async (_, namespace, kinds) => {
    const body = await bodyOf(namespace, '2026-11-23', kinds);

    await expect(body).toMatchFileSnapshot(`bodies/${namespace}.md`);
  });

  it('is the same on another day, but for the day', async () => {
    const today = await bodyOf('allotment-register-prod', '2026-11-23');
    const tomorrow = await bodyOf('allotment-register-prod', '2026-11-24');

    expect(tomorrow).toBe(
      today?.replaceAll('23-11-2026', '24-11-2026').replaceAll('2026-11-23', '2026-11-24'),
    );
  });
});
