/** Pull requests that were opened three weeks ago, and a run that tends them with each of its calls failing. */
import { beforeAll, expect } from 'vitest';
import type { World } from '../github/world.ts';
import { createWorld } from '../github/world.ts';
import { addedLines, type BranchState, commitByHand, endStateOf } from './end-state.ts';
import { type Call, casesOfWrites, describeCase, failAt, record } from './fault-matrix.ts';
import { openAt, tryOpen } from './in-process.ts';
import { land, serviceAccount } from './land.ts';
import { smallEstate, tokenFile } from './small-estate.ts';

/** The pull requests are opened on the first day, and tended on the other. */
const FIRST = new Date('2026-11-02T10:00:00Z');
const LATER = new Date('2026-11-23T10:00:00Z');
/** More than there are calls and faults of one kind. */
const CASES = 100;

/** What happens between the two days, by the first part of a namespace's name. */
const KINDS = ['old', 'rotated', 'foreign'] as const;
export type Kind = (typeof KINDS)[number];

let world: World;
let now = FIRST;
const byHand = new Map<string, string>();

const nameOf = (kind: Kind, id: number) => `${kind}-${id}`;
const branchOf = (kind: Kind, id: number) => `rotate/${nameOf(kind, id)}`;

/** Sets the scene for the tests of a file. */
export function tending(): void {
  beforeAll(async () => {
    const names = KINDS.flatMap((kind) =>
      Array.from({ length: CASES }, (_, id) => ({ name: nameOf(kind, id) })),
    );
    world = await createWorld({ estate: await smallEstate(names), now: () => now });
    return () => world.close();
  }, 120_000);
}

/** `--due` with names, so that what is rotated already is not rotated again. */
function night(kind: Kind, ids: readonly number[]) {
  const namespaces = ids.map((id) => nameOf(kind, id));
  return { now, selection: { namespaces, due: true }, settings: { requestReview: false } };
}

/** Opens the pull requests on the first day, and then lets happen what is to happen. */
async function prepare(kind: Kind, ids: readonly number[]): Promise<void> {
  now = FIRST;
  await openAt(world, night(kind, ids));
  if (kind === 'rotated') {
    const text = serviceAccount('token', '20-11-2026');
    await land(world, Object.fromEntries(ids.map((id) => [tokenFile(nameOf(kind, id)), text])));
  }
  if (kind === 'foreign') {
    for (const id of ids) byHand.set(branchOf(kind, id), await commitByHand(world, branchOf(kind, id)));
  }
  // what the base has become is known to the clone, so that every case makes the same calls
  await world.runGit('fetch', '--quiet', 'origin', world.defaultBranch);
  now = LATER;
}

async function wrongWith(kind: Kind, id: number): Promise<readonly string[]> {
  const branch = branchOf(kind, id);
  const state = await endStateOf(world, branch);
  if (state.pulls.length !== 1) return [`${state.pulls.length} pull requests`];
  if (kind === 'old') return wrongWhenOld(state, await addedLines(world, branch));
  return kind === 'rotated' ? wrongWhenRotated(state) : wrongWhenForeign(state, branch);
}

function wrongWhenOld({ sha, pulls }: BranchState, added: readonly string[]): readonly string[] {
  const [pull] = pulls;
  return [
    pull?.state === 'open' ? '' : 'closed',
    pull?.marker?.head === sha ? '' : `the marker says ${pull?.marker?.head}, git says ${sha}`,
    pull?.comments.length === 0 ? '' : 'comments',
    added.join() === '  serviceaccount_token_rotated_date = "23-11-2026"' ? '' : `adds ${added.join()}`,
    pull?.body.includes('`23-11-2026`') ? '' : 'the body has the old date',
  ];
}

function wrongWhenRotated({ sha, pulls }: BranchState): readonly string[] {
  const [pull] = pulls;
  return [
    pull?.state === 'closed' ? '' : 'open',
    pull?.marker?.closed === 'rotated-meanwhile' ? '' : `the marker says ${pull?.marker?.closed}`,
    pull?.comments.length === 1 ? '' : `${pull?.comments.length} comments`,
    sha === null ? '' : 'its branch is there',
  ];
}

function wrongWhenForeign({ sha, pulls }: BranchState, branch: string): readonly string[] {
  const [pull] = pulls;
  return [
    pull?.state === 'open' ? '' : 'closed',
    sha === byHand.get(branch) ? '' : 'their commit is gone',
    pull?.comments.length === 1 ? '' : `${pull?.comments.length} comments`,
  ];
}

/** What a third run asks for, when there should be nothing left to do. */
export async function thirdRun(): Promise<readonly Call[]> {
  const settings = { pacing: { limit: 0, maxOpen: null, hourlyLimit: null }, requestReview: false };
  return record(world, () => openAt(world, { now, selection: { due: true }, settings }));
}

/** A day's run with each call failing in each way, each in a namespace of its own; then a run without a fault. */
export async function wrongAfterFaults(
  kind: Kind,
): Promise<{ readonly calls: readonly Call[]; wrong: string[] }> {
  await prepare(kind, [0]);
  const calls = await record(world, () => openAt(world, night(kind, [0])));
  const all = casesOfWrites(calls, 1);
  expect(all.at(-1)?.id).toBeLessThan(CASES);
  await prepare(
    kind,
    all.map(({ id }) => id),
  );
  const wrong: string[] = [];
  for (const index of calls.keys()) {
    const cases = all.filter((one) => one.index === index);
    for (const one of cases) {
      await failAt(world, index, one.fault, () => tryOpen(world, night(kind, [one.id])));
    }
    const ids = cases.map(({ id }) => id);
    await openAt(world, night(kind, ids));
    for (const one of cases) {
      const found = (await wrongWith(kind, one.id)).filter((each) => each !== '');
      wrong.push(...found.map((each) => `${describeCase(one)}: ${each}`));
    }
  }
  return { calls, wrong };
}

export function shown(calls: readonly Call[]): string {
  return calls.map(({ method, path }) => `${method} ${path}`).join('\n');
}

/** Holds that a run leaves nothing to do: it only asked. */
export function expectNoWrites(calls: readonly Call[]): void {
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.filter(({ server, method }) => server === 'api' && method !== 'GET')).toEqual([]);
  expect(calls.filter(({ path }) => path.includes('receive-pack'))).toEqual([]);
}
