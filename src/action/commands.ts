/** The commands of the Action, as data: what runs each, loaded when it is wanted. */
import type { Result } from '../util/result.ts';
import type { ActionCommandName, Inputs } from './inputs.ts';
import type { ActionWorld, Told } from './report.ts';

/** @param flags what `parseFlags` made of the inputs by the command's settings */
type Run = (flags: unknown, world: ActionWorld, inputs: Inputs) => Promise<Result<Told>>;

export const ACTION_COMMANDS: Readonly<Record<ActionCommandName, Run>> = {
  open: async (flags, world) => (await import('./open.ts')).actOpen(flags, world),
  plan: async (flags, world) => (await import('./open.ts')).actPlan(flags, world),
  audit: async (flags, world) => (await import('./audit.ts')).actAudit(flags, world),
  dashboard: async (flags, world) => (await import('./dashboard.ts')).actDashboard(flags, world),
  'after-merge': async (flags, world, inputs) =>
    (await import('./after-merge.ts')).actAfterMerge(flags, world, inputs),
};
