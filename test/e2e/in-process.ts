/**
 * `open` in the test's own process against a world's servers: for what the built program cannot be given, which is a
 * clock, and for hundreds of runs, which a process each would make slow.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OpenOptions, type OpenRun, open } from '../../src/commands/open.ts';
import { type OpenRequest, type OpenSettings, PLAIN_REQUEST } from '../../src/commands/run/settings.ts';
import type { OpenResult } from '../../src/results/results.ts';
import type { Selection } from '../../src/rotation/selection.ts';
import type { Result } from '../../src/util/result.ts';
import { EVERYTHING } from '../commands/options.ts';
import type { World } from '../github/world.ts';

export interface Night {
  readonly now: Date;
  readonly selection?: Partial<Selection>;
  readonly settings?: Partial<OpenSettings>;
  /** `--date`. */
  readonly date?: string;
}

const LATEST = {
  'cloud-platform-terraform-serviceaccount': '1.2.0',
  'cloud-platform-terraform-rds-instance': '9.2.0',
  'cloud-platform-terraform-elasticache-cluster': '8.2.0',
};

/** What a command line would say for these settings. */
function requestOf({
  pacing,
  stagger,
  labels,
  assignees,
  reviewers,
  teamReviewers,
  refreshAfterDays,
  fork = null,
  grouping = 'namespace',
  incident = null,
  author: _,
  title: __,
  closed: ___,
  ...flags
}: Partial<OpenSettings>): OpenRequest {
  return {
    ...PLAIN_REQUEST,
    fork,
    grouping,
    incident,
    flags: {
      ...flags,
      autoMerge: flags.autoMerge ?? undefined,
      limit: pacing?.limit ?? undefined,
      maxOpen: pacing?.maxOpen ?? undefined,
      hourlyLimit: pacing?.hourlyLimit ?? undefined,
      ...(stagger === null ? { together: true } : {}),
      label: labels,
      assignee: assignees,
      reviewer: reviewers,
      teamReviewer: teamReviewers,
      refreshAfter: refreshAfterDays,
    },
  };
}

/** Runs `open` in the world's clone; asks nobody for releases. */
export async function tryOpen(world: World, night: Night, say: string[] = []): Promise<Result<OpenRun>> {
  const versions = join(world.folder, 'versions.json');
  await writeFile(versions, JSON.stringify(LATEST));
  const options: OpenOptions = {
    cwd: world.clone,
    env: { ...process.env, ...world.env },
    now: night.now,
    date: night.date,
    maxAgeDays: 90,
    selection: { ...EVERYTHING, ...night.selection },
    selected: true,
    includeHeld: false,
    again: false,
    forceLiteral: false,
    moduleVersions: versions,
    version: '0.0.0',
    request: requestOf(night.settings ?? {}),
  };
  return open(options, (line) => say.push(line));
}

/** The same, for a run that must come to its end. */
export async function openAt(world: World, night: Night, say: string[] = []): Promise<OpenResult> {
  const ran = await tryOpen(world, night, say);
  if (!ran.ok) throw new Error(`${ran.error.code}: ${ran.error.message}`);
  return ran.value.result;
}
