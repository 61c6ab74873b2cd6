/** What an earlier commit does not have yet: a pull request is to answer for what it adds, not for what stood there. */
import type { EstateReader } from '../../environments/reader.ts';
import type { EstateRoot } from '../../environments/root.ts';
import { resolveCommit } from '../../git/repository.ts';
import type { Credential, Problem, UnrotatableCredential } from '../../results/results.ts';
import type { Rules } from '../../rotation/judge.ts';
import { type Environment, fail, ok, type Result } from '../../util/result.ts';
import { CONFIG_FILES } from './config-file.ts';
import { wholeFile } from './module-files.ts';
import { openCommitReader } from './open-commit.ts';
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

/** The commit that is compared with. */
export interface Earlier {
  /** Its full name. */
  readonly commit: string;
  readonly reader: EstateReader;
}

/**
 * Opens the commit that is compared with.
 *
 * @param revision anything that `git rev-parse` understands
 * @returns code `unknown-commit`
 */
export async function openEarlier(
  revision: string,
  root: EstateRoot,
  env: Environment,
): Promise<Result<Earlier>> {
  const clone = { folder: root.root, env };
  const commit = await resolveCommit(clone, revision);
  if (commit === null) {
    return fail(
      'unknown-commit',
      `--new-since ${revision} is no commit of this clone. A shallow clone may lack it: fetch one commit more (actions/checkout with fetch-depth: 2).`,
    );
  }
  const reader = await openCommitReader(commit, { root, env });
  return reader.ok ? ok({ commit, reader: reader.value }) : reader;
}

/**
 * Compares with a commit. A credential is known by its namespace, kind and module name, which is its address in
 * Terraform: one whose block has only moved to another file is not new, one under another module name is.
 *
 * @param namespaces those that the run is about
 */
export async function compareWith(
  { commit, reader }: Earlier,
  { folders }: SelectedNamespaces,
  rules: Omit<Rules, 'versions'>,
): Promise<Newness> {
  return { commit, ...newness(await surveyBefore(reader, folders, rules)) };
}

/**
 * What a change of the policy file is reported as: the check goes by the file of the earlier commit, or whoever adds a
 * credential could add the rule that excuses it.
 */
export async function findPolicyChanges(now: EstateReader, { commit, reader }: Earlier): Promise<Problem[]> {
  const [before, after] = [await policyFiles(reader), await policyFiles(now)];
  return CONFIG_FILES.flatMap((file) => {
    if (before.get(file) === after.get(file)) return [];
    const message = `this file differs from that of ${commit.slice(0, 12)}, by which this check goes: a change of policy counts once it is merged`;
    return [wholeFile(file, 'policy-changed', message)];
  });
}

async function policyFiles(reader: EstateReader): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  await reader.read(CONFIG_FILES, (file, content) => {
    if (content instanceof Uint8Array) texts.set(file, Buffer.from(content).toString('latin1'));
    else if (content.code !== 'missing') texts.set(file, content.code);
  });
  return texts;
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
