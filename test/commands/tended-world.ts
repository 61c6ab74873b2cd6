/** A world with a clock of its own, and the commands that tend pull requests in it, called as the command line calls them. */
import { join } from 'node:path';
import { close } from '../../src/commands/close.ts';
import { dashboard } from '../../src/commands/dashboard.ts';
import { open } from '../../src/commands/open.ts';
import type { RotationOptions } from '../../src/commands/options.ts';
import { plan } from '../../src/commands/plan.ts';
import { type OpenRequest, PLAIN_REQUEST } from '../../src/commands/run/settings.ts';
import { status } from '../../src/commands/status.ts';
import { git } from '../../src/demo/run.ts';
import type { DashboardResult } from '../../src/results/dashboard.ts';
import type { OpenResult, PlanResult } from '../../src/results/results.ts';
import type { StatusPullRequest, StatusResult } from '../../src/results/status.ts';
import type { Selection } from '../../src/rotation/selection.ts';
import { aCheckedWorld } from '../github/servers.ts';
import { FORK_TOKEN, type World, type WorldOptions } from '../github/world.ts';
import { unwrap } from '../unwrap.ts';
import { options } from './options.ts';

export interface TendedWorld {
  readonly world: World;
  readonly violations: readonly string[];
  /** Sentences said while working. */
  readonly said: readonly string[];
  /** Lets days go by. */
  pass(days: number): void;
  open(
    selection: Partial<Selection>,
    request?: Partial<OpenRequest>,
    more?: Pick<RotationOptions, 'restoreSelfRotation'>,
  ): Promise<OpenResult>;
  /** `open --dry-run`. */
  dryRun(selection: Partial<Selection>, request?: Partial<OpenRequest>): Promise<OpenResult>;
  plan(selection: Partial<Selection>, request?: Partial<OpenRequest>): Promise<PlanResult>;
  /** As `--dry-run` would make it. */
  dashboard(): Promise<DashboardResult>;
  status(selection?: Partial<Selection>, request?: Partial<OpenRequest>): Promise<StatusResult>;
  close(selection: Partial<Selection>, how?: CloseHow): Promise<OpenResult>;
  /** With the code of why it could not run. */
  refusedClose(how?: CloseHow & { readonly selected?: boolean }): Promise<string>;
}

export interface CloseHow {
  readonly reason?: string;
  readonly dryRun?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** On 23 November 2026; nothing of the process gets in. */
export async function aTendedWorld(given: WorldOptions = {}): Promise<TendedWorld> {
  let now = new Date('2026-11-23T12:00:00Z');
  const { world, violations } = await aCheckedWorld({ ...given, now: () => now });
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const common = (selection: Partial<Selection>, request: Partial<OpenRequest> = {}) => ({
    ...options({ ...selection, cwd: world.clone }),
    env: { ...process.env, ...world.env },
    now,
    again: false,
    forceLiteral: false,
    version: '0.0.0',
    request: { ...PLAIN_REQUEST, flags: { requestReview: false }, ...request },
  });
  const closing = (selection: Partial<Selection>, { reason, dryRun = false, env }: CloseHow) => ({
    ...common(selection),
    ...(env === undefined ? {} : { env }),
    reason: reason ?? null,
    dryRun,
  });
  return {
    world,
    violations,
    said,
    pass(days) {
      now = new Date(now.getTime() + days * 86_400_000);
    },
    open: async (selection, request, more) =>
      unwrap(await open({ ...common(selection, request), ...more }, say)).result,
    dryRun: async (selection, request) =>
      unwrap(await open({ ...common(selection, request), dryRun: true }, say)).result,
    plan: async (selection, request) => unwrap(await plan(common(selection, request), say)),
    async dashboard() {
      const how = { run: false, anew: false, dryRun: true };
      return unwrap(await dashboard({ ...common({}), ...how }, say)).result;
    },
    status: async (selection = {}, request = {}) => unwrap(await status(common(selection, request), say)),
    close: async (selection, how = {}) => unwrap(await close(closing(selection, how), say)).result,
    async refusedClose({ selected = true, ...how } = {}) {
      const done = await close({ ...closing({}, how), selected }, say);
      return done.ok ? 'not refused' : `${done.error.code}: ${done.error.message}`;
    },
  };
}

/** The one of a namespace outside the other cluster, or of a group. */
export function requestOf({ pullRequests }: StatusResult, name: string): StatusPullRequest {
  const branch = `rotate/${name}`;
  const found = pullRequests.filter((each) => each.branch === branch);
  if (found.length !== 1) throw new Error(`There are ${found.length} of ${branch}.`);
  return found[0]!;
}

/** The owner of the fork opens a pull request from a branch with the name that a namespace's has. */
export async function openFromFork(world: World, namespace: string): Promise<void> {
  const { name, bare } = world.fork ?? { name: '', bare: '' };
  const desk = join(world.folder, 'fork-desk');
  await git(world.folder, ['clone', '--quiet', bare, desk], world.env);
  await git(desk, ['commit', '--quiet', '--allow-empty', '--message', 'From outside'], world.env);
  await git(desk, ['push', '--quiet', 'origin', `HEAD:refs/heads/rotate/${namespace}`], world.env);
  const head = `${name.split('/')[0]}:rotate/${namespace}`;
  const response = await fetch(`${world.github.url}/repos/${world.repository}/pulls`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${FORK_TOKEN}` },
    body: JSON.stringify({ title: 'Mine', head, base: world.defaultBranch }),
  });
  if (!response.ok) throw new Error(await response.text());
}
