import type { EstateReader, NamespaceFolder } from '../estate/estate.ts';
import { branchName, clusterLabel, namespacePath, sharedBranches } from '../estate/layout.ts';
import type { NamespaceMetadata } from '../estate/metadata.ts';
import type { Proposal } from '../publish/proposal.ts';
import { commitMessage, pullRequestBody, pullRequestTitle } from '../report/pull-request.ts';
import type { Assessment } from '../rotation/judge.ts';
import type { Change, Reason, Skipped } from '../rotation/results.ts';
import type { FileEdit } from '../rotation/rewrite.ts';
import type { Consequences } from '../rotation/runbook-results.ts';
import { readConsequences, type Wanted } from './consequences.ts';
import type { SelectedNamespaces } from './estate.ts';
import type { ProvedRotations } from './rotations.ts';
import type { Survey } from './survey.ts';

/** The pull requests of a run, one a namespace, and what could not become one. */
export interface Proposals {
  readonly proposals: readonly Proposal[];
  readonly skipped: readonly Skipped[];
}

/** Turns proved edits into pull requests: branch, title, body and files of each namespace. */
export async function propose(
  reader: EstateReader,
  { folders, all }: SelectedNamespaces,
  survey: Survey,
  proved: ProvedRotations,
): Promise<Proposals> {
  const edits = groupByFolder(proved.edits);
  const changed = folders.filter((folder) => edits.has(folder.path));
  if (changed.length === 0) return { proposals: [], skipped: proved.skipped };
  const { readAllMetadata } = await import('../estate/metadata.ts');
  const metadata = await readAllMetadata(changed, reader);
  const clashing = new Set(
    sharedBranches(all)
      .flat()
      .map((each) => namespacePath(each.cluster, each.namespace)),
  );
  const assessments = new Map(survey.assessments.map((assessment) => [assessment.credential.id, assessment]));
  const consequences = await readConsequences(reader, changed, wantedOf(proved.edits, assessments));
  const proposals: Proposal[] = [];
  const skipped: Skipped[] = [...proved.skipped];
  for (const folder of changed) {
    const ofFolder = edits.get(folder.path) ?? [];
    const named = branchName(folder.cluster, folder.namespace);
    const refusal = clashing.has(folder.path)
      ? { code: 'shared-branch', message: 'another namespace would have the same branch' }
      : 'branch' in named
        ? null
        : named;
    if (refusal !== null || !('branch' in named)) {
      const { code, message } = refusal ?? { code: 'bad-name', message: 'no branch can be named after it' };
      skipped.push(...ofFolder.flatMap((edit) => edit.changes.map(({ id }) => ({ id, code, message }))));
      continue;
    }
    proposals.push(
      proposal(folder, named.branch, ofFolder, proved, metadata.get(folder.path), {
        assessments,
        consequences,
      }),
    );
  }
  return { proposals, skipped };
}

/** What is known of the credentials, by id. */
interface Known {
  readonly assessments: ReadonlyMap<string, Assessment>;
  readonly consequences: ReadonlyMap<string, Consequences>;
}

/** The credentials that change, with the date they are to get. */
function wantedOf(edits: readonly FileEdit[], assessments: Known['assessments']): Wanted[] {
  return edits.flatMap(({ changes }) =>
    changes.map(({ id, to }) => ({ assessment: assessments.get(id) ?? missing(id), date: to })),
  );
}

function missing(id: string): never {
  throw new Error(`${id} changes and was not read`);
}

function proposal(
  folder: NamespaceFolder,
  branch: string,
  edits: readonly FileEdit[],
  proved: ProvedRotations,
  metadata: NamespaceMetadata | undefined,
  { assessments, consequences }: Known,
): Proposal {
  const changes = edits.flatMap((edit) => edit.changes);
  const prefix = idPrefix(changes[0]?.id ?? '');
  return {
    namespace: folder.namespace,
    cluster: folder.cluster,
    branch,
    title: pullRequestTitle(folder.namespace, changes),
    body: pullRequestBody({
      namespace: folder.namespace,
      clusterLabel: clusterLabel(folder.cluster),
      changes: changes.map((change) => ({
        ...change,
        notes: notes(assessments.get(change.id), change, proved),
        consequences: consequences.get(change.id) ?? missing(change.id),
      })),
      skipped: proved.skipped.filter(({ id }) => id.startsWith(prefix)),
      team: metadata?.teamName ?? null,
      slackChannel: metadata?.slackChannel ?? null,
      warnings: [],
    }),
    commitMessage: commitMessage(folder.namespace, changes),
    changes,
    files: edits.map(({ path, before, after }) => ({ path, before, after })),
  };
}

/** Reasons for the rotation stand in the table of dates already; what is left warns of something. */
const SAID_BY_THE_DATES: readonly string[] = [
  'never-rotated',
  'placeholder-date',
  'older-than-max-age',
  'rotates-itself',
];

/** What an upgrade to the latest version answers. */
const SAID_BY_THE_UPGRADE: readonly string[] = ['version-behind', 'version-too-old'];

function notes(
  assessment: Assessment | undefined,
  { upgrade, notUpgraded }: Change,
  proved: ProvedRotations,
): readonly Reason[] {
  if (assessment === undefined) return [];
  const { id, reasons } = assessment.credential;
  const shared = proved.sharedWith.get(id) ?? [];
  const answered = upgrade === undefined ? [] : SAID_BY_THE_UPGRADE;
  const said = reasons.filter(({ code }) => !SAID_BY_THE_DATES.includes(code) && !answered.includes(code));
  if (notUpgraded !== undefined) said.push(notUpgraded);
  if (shared.length === 0) return said;
  return [...said, { code: 'shared-date', message: `the same date also rotates ${shared.join(', ')}` }];
}

/** `<namespace>/` of a credential's id. */
function idPrefix(id: string): string {
  return id.slice(0, id.indexOf('/') + 1);
}

function groupByFolder(edits: readonly FileEdit[]): Map<string, FileEdit[]> {
  const groups = new Map<string, FileEdit[]>();
  for (const edit of edits) {
    const path = edit.path.split('/').slice(0, 3).join('/');
    const group = groups.get(path);
    if (group === undefined) groups.set(path, [edit]);
    else group.push(edit);
  }
  return groups;
}
