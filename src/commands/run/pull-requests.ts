import { fillTitle } from '../../config/title.ts';
import { clusterLabel } from '../../environments/layout.ts';
import { type NamespaceMetadata, teamOf } from '../../environments/metadata.ts';
import type { Hours } from '../../kinds/kind.ts';
import { type FileChange, NO_READERS, type Proposal, type Readers } from '../../publish/proposal.ts';
import { plainText } from '../../report/escape-markdown.ts';
import { groupBody, groupCommitMessage, groupTitle } from '../../report/group-pull-request.ts';
import { mergeHours } from '../../report/impact.ts';
import { kindsOf } from '../../report/kind-words.ts';
import { commitMessage, pullRequestBody, pullRequestTitle } from '../../report/pull-request.ts';
import type { Change, Reason } from '../../results/results.ts';
import type { Consequences } from '../../results/runbook.ts';
import type { FileEdit } from '../../rotation/edits.ts';
import type { Assessment } from '../../rotation/judge.ts';
import { readDate } from '../../util/dates.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import { readConsequences, type Wanted } from '../read/consequences.ts';
import type { ProvedRotations } from './edits.ts';
import type { Preparation } from './prepare.ts';
import { editsOf, type Unit } from './scopes.ts';
import type { OpenSettings } from './settings.ts';

/** GitHub's limit for a title. */
const MAX_TITLE = 256;

/** What the texts of pull requests are made of. */
export interface Drafting extends Pick<Preparation, 'assigned' | 'settings'> {
  readonly read: Pick<BaseSurvey, 'reader' | 'survey' | 'prefix'>;
}

/** Turns the proved edits of some units into pull requests: branch, title, body and files of each that has any. */
export async function draftPullRequests(
  units: readonly Unit[],
  proved: ProvedRotations,
  { read, assigned, settings }: Drafting,
): Promise<readonly Proposal[]> {
  const { reader, survey } = read;
  const byUnit = new Map(units.map((unit) => [unit, editsOf([unit], assigned, proved.edits)]));
  const changed = units.filter((unit) => byUnit.get(unit)?.length);
  if (changed.length === 0) return [];
  const ofOne = changed.flatMap(({ group, folders }) => (group === null ? folders : []));
  const { readAllMetadata } = await import('../../environments/metadata.ts');
  const metadata = await readAllMetadata(ofOne, reader);
  const assessments = new Map(survey.assessments.map((assessment) => [assessment.credential.id, assessment]));
  const wanted = wantedOf(
    changed.flatMap((unit) => (unit.group === null ? (byUnit.get(unit) ?? []) : [])),
    assessments,
  );
  const known = { assessments, consequences: await readConsequences(reader, ofOne, wanted) };
  const drafts = changed.map((unit) => {
    const edits = byUnit.get(unit) ?? [];
    if (unit.group !== null) return groupProposal(unit, unit.group, edits, proved, assessments, settings);
    return proposal(unit, edits, proved, metadata.get(unit.folders[0]?.path ?? ''), known, settings);
  });
  return drafts.map((draft) => ({ ...draft, files: fromTop(draft.files, read.prefix) }));
}

/** Git names files from its top level, all else in the program from the estate's root. */
export function fromTop(files: readonly FileChange[], prefix: string): readonly FileChange[] {
  const below = prefix === '' ? '' : `${prefix}/`;
  return files.map(({ path, before, after }) => ({ path: `${below}${path}`, before, after }));
}

function groupProposal(
  { branch, wanted, outside, label = '' }: Unit,
  group: string,
  edits: readonly FileEdit[],
  proved: ProvedRotations,
  assessments: Known['assessments'],
  settings: OpenSettings,
): Proposal {
  const changes = edits.flatMap((edit) => edit.changes);
  const timing = timingOf(changes, assessments, settings);
  const skipped = proved.skipped.filter(({ id }) => wanted.has(id));
  const input = { group: label, changes, skipped, incident: settings.incident, ...timing };
  return {
    namespace: null,
    cluster: null,
    group,
    branch,
    title: groupTitle(input),
    ...groupBody(input),
    commitMessage: groupCommitMessage(input),
    changes,
    files: edits,
    readers: readersOf(settings, []),
    outside: outside ?? 0,
    mergeBetween: timing.mergeBetween,
  };
}

/** When a pull request can be merged: the hours that the first of its credentials with any needs. */
function timingOf(
  changes: readonly Change[],
  assessments: Known['assessments'],
  { autoMerge }: OpenSettings,
): { readonly mergeBetween: Hours | null; readonly autoMergeRefused: boolean } {
  const hours = changes.flatMap((change) => {
    const reasons = assessments.get(change.id)?.credential.reasons ?? [];
    return mergeHours(change, reasons) ?? [];
  });
  const mergeBetween = hours[0] ?? null;
  return { mergeBetween, autoMergeRefused: autoMerge !== null && mergeBetween !== null };
}

/** The program's own title, or the config file's template filled in; values of the repository stay on one line. */
function titleOf(
  namespace: string,
  cluster: string,
  changes: readonly Change[],
  metadata: NamespaceMetadata | undefined,
  { title }: OpenSettings,
): string {
  if (title === null) return pullRequestTitle(namespace, changes);
  const [first] = changes;
  const values = {
    namespace,
    cluster: clusterLabel(cluster),
    team: teamOf(metadata) ?? '',
    count: String(changes.length),
    kinds: kindsOf(changes).join(', '),
    date: readDate(first?.to ?? '') ?? '',
  };
  return plainText(fillTitle(title, values)).slice(0, MAX_TITLE);
}

/** @param teams those of the namespace's role bindings */
function readersOf(settings: OpenSettings, teams: readonly string[]): Readers {
  const { labels, assignees, reviewers, teamReviewers, requestReview } = settings;
  const asked = [...teamReviewers, ...(requestReview ? teams : [])];
  return { ...NO_READERS, labels, assignees, reviewers, teams: [...new Set(asked)] };
}

/** What is known of the credentials, by id. */
interface Known {
  readonly assessments: ReadonlyMap<string, Assessment>;
  readonly consequences: ReadonlyMap<string, Consequences>;
}

/** The credentials that change, with the date they are to get: none that is known where Terraform rotates them. */
function wantedOf(edits: readonly FileEdit[], assessments: Known['assessments']): Wanted[] {
  return edits.flatMap(({ changes }) =>
    changes.map(({ id, to, selfRotation }) => ({
      assessment: assessments.get(id) ?? missing(id),
      date: selfRotation === 'restored' ? null : to,
    })),
  );
}

function missing(id: string): never {
  throw new Error(`${id} changes and was not read`);
}

function proposal(
  unit: Unit,
  edits: readonly FileEdit[],
  proved: ProvedRotations,
  metadata: NamespaceMetadata | undefined,
  { assessments, consequences }: Known,
  settings: OpenSettings,
): Proposal {
  const changes = edits.flatMap((edit) => edit.changes);
  const prefix = idPrefix(changes[0]?.id ?? '');
  const timing = timingOf(changes, assessments, settings);
  const { namespace = '', cluster = '' } = unit.folders[0] ?? {};
  return {
    namespace,
    cluster,
    group: null,
    branch: unit.branch,
    title: titleOf(namespace, cluster, changes, metadata, settings),
    body: pullRequestBody({
      namespace,
      clusterLabel: clusterLabel(cluster),
      incident: settings.incident,
      changes: changes.map((change) => ({
        ...change,
        notes: notes(assessments.get(change.id), change, proved),
        consequences: consequences.get(change.id) ?? missing(change.id),
      })),
      skipped: proved.skipped.filter(({ id }) => id.startsWith(prefix)),
      production: metadata?.production ?? null,
      team: teamOf(metadata),
      slackChannel: metadata?.slackChannel ?? null,
      warnings: [],
      ...timing,
    }),
    commitMessage: commitMessage(namespace, changes),
    changes,
    files: edits,
    readers: readersOf(settings, metadata?.teams ?? []),
    mergeBetween: timing.mergeBetween,
    ...(unit.askedByName === undefined ? {} : { askedByName: unit.askedByName }),
  };
}

/** Reasons for the rotation stand in the table of dates already; what is left warns of something. */
const SAID_BY_THE_DATES: readonly string[] = [
  'never-rotated',
  'placeholder-date',
  'older-than-max-age',
  'rotates-itself',
];

/** What giving the rotation back to Terraform answers. */
const SAID_BY_THE_RESTORATION: readonly string[] = ['could-rotate-itself'];

/** What an upgrade to the latest version answers. */
const SAID_BY_THE_UPGRADE: readonly string[] = ['version-behind', 'version-too-old'];

function notes(
  assessment: Assessment | undefined,
  { upgrade, notUpgraded, selfRotation }: Change,
  proved: ProvedRotations,
): readonly Reason[] {
  if (assessment === undefined) return [];
  const { id, reasons } = assessment.credential;
  const shared = proved.sharedWith.get(id) ?? [];
  const answered = [
    ...(upgrade === undefined ? [] : SAID_BY_THE_UPGRADE),
    ...(selfRotation === 'restored' ? SAID_BY_THE_RESTORATION : []),
  ];
  const said = reasons.filter(({ code }) => !SAID_BY_THE_DATES.includes(code) && !answered.includes(code));
  if (notUpgraded !== undefined) said.push(notUpgraded);
  if (shared.length === 0) return said;
  return [...said, { code: 'shared-date', message: `the same date also rotates ${shared.join(', ')}` }];
}

/** `<namespace>/` of a credential's id. */
function idPrefix(id: string): string {
  return id.slice(0, id.indexOf('/') + 1);
}
