import { beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../github/world.ts';
import { createWorld } from '../github/world.ts';
import { addedLines, endStateOf } from './end-state.ts';
import { type Call, type Case, casesOf, describeCase, failAt, record } from './fault-matrix.ts';
import { openAt, tryOpen } from './in-process.ts';
import { smallEstate } from './small-estate.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
/** More than there are calls and faults. */
const CASES = 150;

let world: World;
/** Of a run that makes its label, and of one that finds it. */
let calls: readonly Call[];
let callsWithLabel: readonly Call[];
const used: string[] = [];

beforeAll(async () => {
  const names = Array.from({ length: CASES }, (_, id) => ({ name: nameOf(id) }));
  const estate = await smallEstate(names);
  world = await createWorld({ estate, teams: { keepers: 'collaborator' }, now: () => NOW });
  calls = await record(world, () => openAt(world, night([0])));
  callsWithLabel = await record(world, () => openAt(world, night([1])));
  return () => world.close();
});

function nameOf(id: number): string {
  return `case-${id}`;
}

function night(ids: readonly number[], label = 'rotation') {
  return {
    now: NOW,
    selection: { namespaces: ids.map(nameOf) },
    settings: { labels: [label], assignees: ['onlooker'], reviewers: ['onlooker'] },
  };
}

/** What is not as it should be after a run whose call failed and a run that met no fault. */
async function wrongWith(one: Case, label: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  const say = (what: string) => wrong.push(`${describeCase(one)}: ${what}`);
  const branch = `rotate/${nameOf(one.id)}`;
  const { sha, pulls } = await endStateOf(world, branch);
  const [pull] = pulls;
  if (pulls.length !== 1 || pull?.state !== 'open') return [`${describeCase(one)}: ${pulls.length} pulls`];
  if (sha === null || pull.marker?.head !== sha) say(`the marker says ${pull.marker?.head}, git says ${sha}`);
  if (pull.marker?.undressed) say('undressed');
  if (pull.comments.length > 0) say(`comments: ${pull.comments.join(' | ')}`);
  const added = await addedLines(world, branch);
  if (added.join() !== '  serviceaccount_token_rotated_date = "23-11-2026"') say(`adds ${added.join()}`);
  const missing = [
    pull.labels.join() === label ? '' : 'label',
    pull.assignees.join() === 'onlooker' ? '' : 'assignee',
    pull.reviewers.join() === 'onlooker' ? '' : 'reviewer',
    pull.teams.join() === 'keepers' ? '' : 'team',
  ].filter((each) => each !== '');
  if (missing.length > 0) say(`no ${missing.join(', ')}`);
  return wrong;
}

async function rerun(cases: readonly Case[], label: string): Promise<readonly string[]> {
  const { pullRequests } = await openAt(
    world,
    night(
      cases.map(({ id }) => id),
      label,
    ),
  );
  const failed = pullRequests.filter(({ outcome }) => outcome === 'failed');
  return failed.map(({ branch, reason }) => `the run after the fault fails for ${branch}: ${reason}`);
}

describe('a run that opens pull requests is made whole by the next one, whichever of its calls fails', () => {
  it('of all calls but the making of a label', async () => {
    const wrong: string[] = [];
    const all = casesOf(callsWithLabel, 2);
    expect(all.length).toBeLessThan(CASES - 20);

    for (const index of callsWithLabel.keys()) {
      const cases = all.filter((one) => one.index === index);
      for (const one of cases) {
        used.push(nameOf(one.id));
        await failAt(world, index, one.fault, () => tryOpen(world, night([one.id])));
      }
      wrong.push(...(await rerun(cases, 'rotation')));
      for (const one of cases) wrong.push(...(await wrongWith(one, 'rotation')));
    }

    expect(wrong).toEqual([]);
  }, 240_000);

  it('of the making of a label', async () => {
    const index = calls.findIndex(({ method, path }) => method === 'POST' && path.endsWith('/labels'));
    const cases = casesOf(calls, CASES - 20 - casesOf(calls.slice(0, index)).length);
    const wrong: string[] = [];

    for (const one of cases.filter((each) => each.index === index)) {
      const label = `rotation-${one.id}`;
      used.push(nameOf(one.id));
      await failAt(world, index, one.fault, () => tryOpen(world, night([one.id], label)));
      wrong.push(...(await rerun([one], label)), ...(await wrongWith(one, label)));
    }

    expect(wrong).toEqual([]);
  }, 60_000);

  it('and leaves nothing to do for a third', async () => {
    const outcomes = new Set<string>();

    const third = await record(world, async () => {
      const { pullRequests } = await openAt(world, { now: NOW, selection: { namespaces: used } });
      for (const { outcome } of pullRequests) outcomes.add(outcome);
    });

    expect([...outcomes]).toEqual(['unchanged']);
    expect(third.filter(({ server, method }) => server === 'api' && method !== 'GET')).toEqual([]);
    expect(third.filter(({ path }) => path.includes('receive-pack'))).toEqual([]);
  });
});
