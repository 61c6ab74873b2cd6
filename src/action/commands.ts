/** The commands of the Action, as data: which flags their inputs become, and what runs them. */
import { COMMANDS } from '../cli/commands.ts';
import { COMMON_FLAGS, type FlagTable, REMOTE_FLAGS } from '../cli/flag-table.ts';
import type { Result } from '../util/result.ts';
import type { Inputs } from './inputs.ts';
import type { ActionWorld, Told } from './report.ts';

export interface ActionCommand {
  readonly name: string;
  readonly flags: FlagTable;
  /** Inputs of its own that are no flags. */
  readonly own: readonly string[];
  /** @param flags what `parseFlags` made of the inputs by this command's table */
  readonly run: (flags: unknown, world: ActionWorld, inputs: Inputs) => Promise<Result<Told>>;
}

/** The first is the default. */
export const ACTION_COMMANDS: readonly ActionCommand[] = [
  {
    name: 'open',
    flags: flagsOf('open'),
    own: [],
    run: async (flags, world) => (await import('./open.ts')).actOpen(flags, world),
  },
  {
    name: 'plan',
    flags: flagsOf('plan'),
    own: [],
    run: async (flags, world) => (await import('./open.ts')).actPlan(flags, world),
  },
  {
    name: 'audit',
    flags: flagsOf('audit'),
    own: [],
    run: async (flags, world) => (await import('./audit.ts')).actAudit(flags, world),
  },
  {
    name: 'dashboard',
    flags: flagsOf('dashboard'),
    own: [],
    run: async (flags, world) => (await import('./dashboard.ts')).actDashboard(flags, world),
  },
  {
    name: 'after-merge',
    flags: { root: COMMON_FLAGS['root']!, remote: REMOTE_FLAGS['remote']! },
    own: ['pull-request'],
    run: async (flags, world, inputs) =>
      (await import('./after-merge.ts')).actAfterMerge(flags, world, inputs),
  },
];

function flagsOf(name: string): FlagTable {
  return COMMANDS.find((command) => command.name === name)?.flags ?? {};
}
