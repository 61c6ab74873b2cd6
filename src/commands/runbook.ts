import { clusterLabel } from '../environments/layout.ts';
import type { EstateReader, NamespaceFolder } from '../environments/reader.ts';
import { otherSteps } from '../report/other-credentials.ts';
import { reasonOf } from '../report/reasons.ts';
import { afterMerge } from '../report/steps.ts';
import type { UsedCredential } from '../report/uses.ts';
import type { OtherCredential, Skipped } from '../results/results.ts';
import type { Consequences, RunbookNamespace, RunbookResult } from '../results/runbook.ts';
import type { Assessment } from '../rotation/judge.ts';
import { type Selection, selectsCredential } from '../rotation/selection.ts';
import { ok, type Result } from '../util/result.ts';
import type { CommandOptions, Say } from './options.ts';
import { readConsequences } from './read/consequences.ts';
import { readOtherCredentials } from './read/other-credentials.ts';
import { surveyTree } from './read/select.ts';

export interface RunbookOptions extends CommandOptions {
  /** A secret has leaked: also the steps that make the old one useless at once. */
  readonly incident: boolean;
}

/**
 * Says what is to be done in the selected namespaces once their rotations are applied, filled in with the names that
 * stand in the working tree; writes nothing.
 */
export async function runbook(options: RunbookOptions, say: Say): Promise<Result<RunbookResult>> {
  const read = await surveyTree(options, say);
  if (!read.ok) return read;
  const { date, reader, selection, survey, namespaces } = read.value;
  const selected = survey.assessments.filter(selectsCredential(selection, 'rotate'));
  const skipped = selected.flatMap((assessment) => blockerOf(assessment, selection));
  const out = new Set(skipped.map(({ id }) => id));
  const wanted = selected.filter(({ credential }) => !out.has(credential.id));
  const others = await readOtherCredentials(reader, namespaces.folders);
  const found = await runbooksOf(reader, namespaces.folders, wanted, others.found, options.incident);
  return ok({
    schemaVersion: 1,
    date,
    namespaces: found.filter(
      ({ credentials, otherCredentials }) =>
        credentials.length > 0 || (otherCredentials.length > 0 && isAboutNamespaces(selection)),
    ),
    skipped,
    problems: [...survey.problems, ...others.problems],
  });
}

/**
 * The runbook of each namespace.
 *
 * @param wanted the credentials that are rotated, as the reader has them
 */
export async function runbooksOf(
  reader: EstateReader,
  folders: readonly NamespaceFolder[],
  wanted: readonly Assessment[],
  others: readonly OtherCredential[],
  incident: boolean,
): Promise<readonly RunbookNamespace[]> {
  const consequences = await readConsequences(
    reader,
    folders,
    wanted.map((assessment) => ({ assessment, date: dateInForce(assessment) })),
  );
  return folders.map((folder) => {
    const isHere = (each: { readonly file: string }): boolean => each.file.startsWith(`${folder.path}/`);
    const credentials = wanted
      .filter(({ credential }) => isHere(credential))
      .map(({ credential }) => used(credential, consequences.get(credential.id)));
    return namespaceOf(folder, credentials, others.filter(isHere), incident);
  });
}

/** Whether namespaces were chosen, not credentials in them. */
function isAboutNamespaces({ kinds, modules, due }: Selection): boolean {
  return kinds.length === 0 && modules.length === 0 && !due;
}

/** Why a credential cannot be rotated at all; what rotates itself can, once its kind is named. */
function blockerOf({ credential, module, blockers }: Assessment, { kinds }: Selection): Skipped[] {
  const isNamed = module.kind.companion !== null && kinds.includes(credential.kind);
  const [blocker] = blockers.filter(({ code }) => !(isNamed && code === 'rotates-itself'));
  return blocker === undefined ? [] : [{ id: credential.id, ...reasonOf(blocker) }];
}

/** The date that the file has, where it is in force. */
function dateInForce({ credential, companion }: Assessment): string | null {
  return companion === 'holds' ? credential.value : null;
}

function used(credential: Assessment['credential'], found: Consequences | undefined): UsedCredential {
  if (found === undefined) throw new Error(`${credential.id} was not looked through`);
  const { id, kind, module, file, line } = credential;
  return { id, kind, module, file, line, ...found };
}

function namespaceOf(
  { namespace, cluster }: { readonly namespace: string; readonly cluster: string },
  credentials: readonly UsedCredential[],
  others: readonly OtherCredential[],
  incident: boolean,
): RunbookNamespace {
  const label = clusterLabel(cluster);
  const steps =
    credentials.length === 0 ? [] : afterMerge({ namespace, clusterLabel: label, credentials, incident });
  return {
    namespace,
    cluster,
    credentials: credentials.map((each) => ({
      ...each,
      steps: steps.filter(({ credential }) => credential === each.id),
    })),
    steps,
    otherCredentials: others,
    otherSteps: otherSteps(others),
  };
}
