import { namespacePath } from '../environments/layout.ts';
import type { EstateReader } from '../environments/reader.ts';
import type { EstateRoot } from '../environments/root.ts';
import type { AuditedCredential, AuditResult, Credential, Ownership, Problem } from '../results/results.ts';
import { dueOn } from '../rotation/cooldown.ts';
import { type Assessment, isRotatable } from '../rotation/judge.ts';
import { selectsCredential } from '../rotation/selection.ts';
import { summarise } from '../rotation/summary.ts';
import { DEFAULT_MAX_AGE_DAYS } from '../settings.ts';
import { addDays } from '../util/dates.ts';
import { ok, type Result } from '../util/result.ts';
import type { Say } from './options.ts';
import type { Newness } from './read/new-since.ts';
import type { OtherCredentials } from './read/other-credentials.ts';
import { surveyTree, type TreeOptions, type TreeSurvey } from './read/select.ts';
import type { SelectedNamespaces } from './read/tree.ts';

export interface AuditOptions extends TreeOptions {
  /** Also look for Certificates, AWS access keys and token Secrets. */
  readonly otherCredentials?: boolean;
  /** Only what is due, or falls due within so many days. */
  readonly dueWithin?: number | undefined;
}

/** An audit, and what it was read from. */
export interface AuditRead {
  readonly result: AuditResult;
  readonly root: EstateRoot;
  readonly reader: EstateReader;
  readonly namespaces: SelectedNamespaces;
}

/** Reads the estate and judges every selected credential; writes nothing. */
export async function audit(options: AuditOptions, say: Say): Promise<Result<AuditResult>> {
  const read = await readAudit(options, say);
  return read.ok ? ok(read.value.result) : read;
}

/** The same, for whoever has more to ask of the estate. */
export async function readAudit(options: AuditOptions, say: Say): Promise<Result<AuditRead>> {
  const read = await surveyTree(options, say);
  if (!read.ok) return read;
  const { root, date, reader, selection, survey, namespaces } = read.value;
  const { fresh, policyChanges } = await findNewness(options, read.value);
  const listed = survey.assessments
    .filter(selectsCredential(selection, 'report'))
    .filter(({ credential }) => fresh?.isNew(credential) ?? true)
    .filter(dueWithin(options.dueWithin, date));
  const credentials = await withOwners(listed, reader, namespaces);
  const unrotatable = survey.unrotatable.filter((module) => fresh?.isNewUnrotatable(module) ?? true);
  const problems = survey.problems.filter((problem) => fresh?.isNewProblem(problem) ?? true);
  const others = options.otherCredentials === true ? await findOthers(reader, namespaces) : null;
  const result: AuditResult = {
    schemaVersion: 1,
    date,
    base: reader.commit,
    ...(fresh === null ? {} : { newSince: fresh.commit }),
    summary: {
      ...summarise(credentials, unrotatable),
      ...(others === null ? {} : { otherCredentials: others.found }),
    },
    credentials,
    problems: [...problems, ...policyChanges, ...(others?.problems ?? [])],
  };
  return ok({ result, root, reader, namespaces });
}

/** Whether it is due, or falls due within so many days. */
function dueWithin(days: number | undefined, today: string): (assessment: Assessment) => boolean {
  if (days === undefined) return () => true;
  const last = addDays(today, days);
  return (assessment) => {
    if (!isRotatable(assessment)) return false;
    const next = nextDueOf(assessment.credential);
    return assessment.age !== 'ok' || (next !== null && next <= last);
  };
}

function nextDueOf({ state, rotatedOn, maxAgeDays }: Credential): string | null {
  return state === 'exempt' ? null : dueOn(rotatedOn, maxAgeDays);
}

/** Adds whose each is, and when it is due. */
async function withOwners(
  assessments: readonly Assessment[],
  reader: EstateReader,
  { folders }: SelectedNamespaces,
): Promise<readonly AuditedCredential[]> {
  const { readOwners } = await import('../environments/metadata.ts');
  const paths = new Set(assessments.map(({ credential }) => pathOf(credential)));
  const owners = await readOwners(
    folders.filter(({ path }) => paths.has(path)),
    reader,
  );
  return assessments.map(({ credential }) => ({
    ...credential,
    ...(owners.get(pathOf(credential)) ?? NO_OWNER),
    nextDue: nextDueOf(credential),
  }));
}

const NO_OWNER: Ownership = { team: null, production: null, slackChannel: null };

function pathOf({ cluster, namespace }: Credential): string {
  return namespacePath(cluster, namespace);
}

async function findNewness(
  { maxAgeDays, includeHeld, config }: AuditOptions,
  { earlier, reader, namespaces, date }: TreeSurvey,
): Promise<{ readonly fresh: Newness | null; readonly policyChanges: readonly Problem[] }> {
  if (earlier === null) return { fresh: null, policyChanges: [] };
  const { compareWith, findPolicyChanges } = await import('./read/new-since.ts');
  // whether a credential was there already does not depend on how old it may be
  const rules = { today: date, maxAgeDays: maxAgeDays ?? DEFAULT_MAX_AGE_DAYS, includeHeld };
  return {
    fresh: await compareWith(earlier, namespaces, rules),
    policyChanges: config === undefined ? await findPolicyChanges(reader, earlier) : [],
  };
}

async function findOthers(reader: EstateReader, { folders }: SelectedNamespaces): Promise<OtherCredentials> {
  const { readOtherCredentials } = await import('./read/other-credentials.ts');
  return readOtherCredentials(reader, folders);
}
