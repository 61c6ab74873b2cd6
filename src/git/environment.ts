import { AsyncLocalStorage } from 'node:async_hooks';
import type { Environment } from '../util/result.ts';

/**
 * What git sets for its hooks and aliases (most of `git rev-parse --local-env-vars`): obeyed, git would work on that
 * repository and not on the one whose folder it is started in. And what gives our pathspecs another meaning.
 */
const LEADS_ASTRAY: ReadonlySet<string> = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_GLOB_PATHSPECS',
  'GIT_GRAFT_FILE',
  'GIT_ICASE_PATHSPECS',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_LITERAL_PATHSPECS',
  'GIT_NAMESPACE',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
]);

const environments = new AsyncLocalStorage<Environment>();

/** Has every git that `action` starts, now or later, start with the variables of this environment in place of the process's own. */
export function withEnvironment<T>(env: Environment, action: () => T): T {
  return environments.run(env, action);
}

/** The variables of a git process: those of the run without what leads elsewhere, then `more`. It never asks on the terminal. */
export function environmentOfGit(more: Readonly<Record<string, string>>): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(environments.getStore() ?? process.env)) {
    if (value !== undefined && !LEADS_ASTRAY.has(name.toUpperCase())) own[name] = value;
  }
  return { ...own, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', ...more };
}
