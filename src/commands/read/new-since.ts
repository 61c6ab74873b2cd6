/** What an earlier commit does not have yet: a pull request is to answer for what it adds, not for what stood there. */
import { openCommit } from '../../environments/commit.ts';
import type { EstateReader } from '../../environments/reader.ts';
import type { EstateRoot } from '../../environments/root.ts';
import { resolveCommit } from '../../git/resolve.ts';
import type { Credential, Problem, UnrotatableCredential } from '../../results/results.ts';
import type { Rules } from '../../rotation/judge.ts';
import { type Environment, fail, ok, type Result } from '../../util/result.ts';
import { type Survey, surveyEstate } from './survey.ts';
import type { SelectedNamespaces } from './tree.ts';

/** Says what of a survey is new. */
export interface Newness {
  /** Full name of the commit that was compared with. */
  readonly commit: string;
  readonly isNew: (credential: Pick<Credential, 'cluster' | 'namespace' | 'kind' | 'module'>) => boolean;
  readonly isNewUnrotatable: (module: UnrotatableCredential) => boolean;
  readonly isNewProblem: (problem: Problem) => boolean;
}

/**
 * Compares with a commit. A credential is known by its namespace, kind and module name, which is its address in
 * Terraform: one whose block has only moved to another file is not new, one under another module name is.
 *
 * @param revision anything that `git rev-parse` understands
 * @param namespaces those that the run is about
 * @returns code `unknown-commit`
 */
export async function compareWith(
  revision: string,
  root: EstateRoot,
  { folders }: SelectedNamespaces,
  rules: Omit<Rules, 'versions'>,
  env: Environment,
): Promise<Result<Newness>> {
  const clone = { folder: root.root, env };
  const commit = await resolveCommit(clone, revision);
  if (commit === null) {
    return fail(
      'unknown-commit',
      `--new-since ${revision} is no commit of this clone. A shallow clone may lack it: fetch one commit more (actions/checkout with fetch-depth: 2).`,
    );
  }
  const reader = await openCommit(clone, commit, { prefix: root.prefix });
  return ok({ commit, ...newness(await surveyBefore(reader, folders, rules)) });
}

async function surveyBefore(
  reader: EstateReader,
  now: SelectedNamespaces['folders'],
  rules: Omit<Rules, 'versions'>,
): Promise<Survey> {
  const paths = new Set(now.map(({ cluster, namespace }) => `${cluster}/${namespace}`));
  const folders = await reader.namespaces((cluster, namespace) => paths.has(`${cluster}/${namespace}`));
  return surveyEstate(reader, folders, rules);
}

function newness({ assessments, unrotatable, problems }: Survey): Omit<Newness, 'commit'> {
  const known = new Set(assessments.map(({ credential }) => keyOf(credential)));
  const unrotatableBefore = new Set(unrotatable.map(placeOf));
  const problemsBefore = new Set(problems.map(problemKey));
  return {
    isNew: (credential) => !known.has(keyOf(credential)),
    isNewUnrotatable: (module) => !unrotatableBefore.has(placeOf(module)),
    isNewProblem: (problem) => !problemsBefore.has(problemKey(problem)),
  };
}

function keyOf({ cluster, namespace, kind, module }: Parameters<Newness['isNew']>[0]): string {
  return JSON.stringify([cluster, namespace, kind, module]);
}

function placeOf({ file, module, code }: UnrotatableCredential): string {
  return JSON.stringify([file.split('/').slice(0, 3).join('/'), module, code]);
}

/** Without its line: what was added above does not make it new. */
function problemKey({ file, code, message }: Problem): string {
  return JSON.stringify([file, code, message.replace(/\d+/g, '')]);
}
