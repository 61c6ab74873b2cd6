import type { Config } from '../../config/rules.ts';
import type { EstateReader } from '../../environments/reader.ts';
import type { EstateRoot } from '../../environments/root.ts';
import { openWorktree } from '../../environments/worktree.ts';
import type { Problem } from '../../results/results.ts';
import type { Selection } from '../../rotation/selection.ts';
import { type Failure, fail, ok, type Result } from '../../util/result.ts';
import type { CommandOptions, Say } from '../options.ts';
import { findUnknownKind, loadConfig } from './config-file.ts';
import { highestInRepository } from './highest-versions.ts';
import type { Earlier } from './new-since.ts';
import { policyRules } from './policy.ts';
import { type Survey, surveyEstate } from './survey.ts';
import {
  findUnknownModule,
  openRoot,
  resolveDate,
  resolveSelection,
  type SelectedNamespaces,
  selectNamespaces,
} from './tree.ts';
import { type Asking, askingOnRequest, versionLearner } from './versions.ts';

/** The selected namespaces, read and judged. */
export interface SelectedSurvey {
  /** The settings that the tree has, or those that `--config` names; null where there are none. */
  readonly config: Config | null;
  readonly selection: Selection;
  /** False when nothing said what the run is about. */
  readonly selected: boolean;
  readonly namespaces: SelectedNamespaces;
  /** With the problems of the manifests on which the selection depends. */
  readonly survey: Survey;
}

/**
 * Finds the selected namespaces, reads their Terraform and judges every credential in it.
 *
 * @param asking whether GitHub is asked for the latest versions of the modules; default only with `--check-versions`
 * @param policy has the config file whose rules hold; default the tree itself
 */
export async function surveySelected(
  reader: EstateReader,
  root: string,
  date: string,
  options: CommandOptions,
  say: Say,
  asking: Asking = askingOnRequest(options),
  policy: EstateReader = reader,
): Promise<Result<SelectedSurvey>> {
  const config = await loadConfig(policy, options);
  if (!config.ok) return config;
  const unknownKind = findUnknownKind(options.selection);
  if (unknownKind !== null) return unknownKind;
  const learn = await versionLearner(options, asking, say);
  if (!learn.ok) return learn;
  const { selection, selected } = resolveSelection(options, root, config.value);
  const namespaces = await selectNamespaces(reader, selection, say, config.value);
  if (!namespaces.ok) {
    return options.selection.clusters === selection.clusters
      ? namespaces
      : blameConfig(config.value, namespaces.error);
  }
  const { folders } = namespaces.value;
  const ruling = policyRules(config.value, options.maxAgeDays, namespaces.value.facts, date);
  const rules = { today: date, includeHeld: options.includeHeld, ...ruling };
  const survey = await surveyEstate(
    reader,
    folders,
    rules,
    (modules) => learn.value(modules, () => highestInRepository(reader, { folders, modules })),
    (done, total) => say.progress?.({ phase: 'reading namespaces', done, total }),
  );
  const unknown = findUnknownModule(selection, survey.assessments);
  if (unknown !== null) return unknown;
  const problems = [...namespaces.value.problems, ...survey.problems];
  return ok({
    config: config.value,
    selection,
    selected,
    namespaces: namespaces.value,
    survey: { ...survey, problems },
  });
}

/** A cluster that the file names and nobody has: say where it stands, for no flag named it. */
function blameConfig(config: Config | null, { code, message }: Failure): Result<never> {
  const line = config?.lines.get('clusters');
  if (config === null || line === undefined || code !== 'unknown-cluster') return fail(code, message);
  return fail(code, `${config.file}:${line}: ${message}`);
}

/** The selected namespaces as the tree has them that was read. */
export interface TreeSurvey extends SelectedSurvey {
  readonly root: EstateRoot;
  readonly date: string;
  readonly reader: EstateReader;
  /** The commit of `newSince`; null without one. */
  readonly earlier: Earlier | null;
}

/** Options of a command that reads one tree and asks no remote. */
export interface TreeOptions extends CommandOptions {
  /** A commit to read in place of the working tree: anything that `git rev-parse` understands. */
  readonly base?: string | undefined;
  /** A commit that the tree is compared with: its policy holds, not the one that the tree brings. */
  readonly newSince?: string | undefined;
}

/** Finds the environments repository and the day of the run, and surveys the working tree or the commit of `--base`. */
export async function surveyTree(options: TreeOptions, say: Say): Promise<Result<TreeSurvey>> {
  const root = openRoot(options, options.base === undefined ? 'worktree' : 'commit');
  if (!root.ok) return root;
  const date = resolveDate(options);
  if (!date.ok) return date;
  const reader = await openReader(root.value, options);
  if (!reader.ok) return reader;
  const earlier = await openEarlierOf(options, root.value);
  if (!earlier.ok) return earlier;
  const read = await surveySelected(
    reader.value,
    root.value.root,
    date.value,
    options,
    say,
    askingOnRequest(options),
    earlier.value?.reader,
  );
  if (!read.ok) return read;
  const { survey } = read.value;
  const problems = [...(await sparseProblem(root.value, options)), ...survey.problems];
  return ok({
    root: root.value,
    date: date.value,
    reader: reader.value,
    earlier: earlier.value,
    ...read.value,
    survey: { ...survey, problems },
  });
}

/** A sparse working tree has a part of the namespaces; which ones are not there, it does not know. */
async function sparseProblem(
  { root, top }: EstateRoot,
  { base, env }: TreeOptions,
): Promise<readonly Problem[]> {
  if (base !== undefined || top === null) return [];
  const { tryGit } = await import('../../git/process.ts');
  const args = ['config', '--type=bool', 'core.sparseCheckout'];
  const { stdout } = await tryGit({ folder: root, env }, args);
  if (stdout.trim() !== 'true') return [];
  const message =
    'the working tree is sparse: only what is checked out was read; --base HEAD reads all of the commit';
  return [{ file: 'namespaces', line: 1, column: 1, code: 'sparse-checkout', message }];
}

async function openEarlierOf(
  { newSince, env }: TreeOptions,
  root: EstateRoot,
): Promise<Result<Earlier | null>> {
  if (newSince === undefined) return ok(null);
  const { openEarlier } = await import('./new-since.ts');
  return openEarlier(newSince, root, env);
}

async function openReader(root: EstateRoot, { base, env }: TreeOptions): Promise<Result<EstateReader>> {
  if (base === undefined) return ok(openWorktree(root.root));
  const { resolveCommit } = await import('../../git/repository.ts');
  const commit = await resolveCommit({ folder: root.root, env }, base);
  if (commit === null) return fail('unknown-base', `--base ${base} is no commit of this repository.`);
  const { openCommitReader } = await import('./open-commit.ts');
  return openCommitReader(commit, { root, env });
}
