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

/** The variables of a git process: this process's own without what leads elsewhere, then `more`. It never asks on the terminal. */
export function environmentOfGit(more: Readonly<Record<string, string>>): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !LEADS_ASTRAY.has(name.toUpperCase())) own[name] = value;
  }
  return { ...own, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', ...more };
}
