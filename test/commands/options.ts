import type { CommandOptions } from '../../src/commands/options.ts';
import type { Selection } from '../../src/rotation/selection.ts';

/** A selection that leaves nothing out. */
export const EVERYTHING: Selection = {
  namespaces: [],
  clusters: [],
  kinds: [],
  modules: [],
  teams: [],
  production: null,
  due: false,
};

/** Options as the flags give them, for a world without environment variables on 23 November 2026. */
export function options(
  given: Partial<Selection> & Partial<Pick<CommandOptions, 'root' | 'cwd' | 'date' | 'includeHeld'>> = {},
): CommandOptions {
  const { root, cwd = '/', date, includeHeld = false, ...selected } = given;
  const selection: Selection = { ...EVERYTHING, ...selected };
  const now = new Date('2026-11-23T12:00:00Z');
  return { cwd, root, date, includeHeld, env: {}, now, maxAgeDays: 90, selection, selected: true };
}
