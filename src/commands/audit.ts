import type { EstateReader } from '../environments/reader.ts';
import type { EstateRoot } from '../environments/root.ts';
import type { AuditResult, Problem } from '../results/results.ts';
import { selectsCredential } from '../rotation/selection.ts';
import { summarise } from '../rotation/summary.ts';
import { DEFAULT_MAX_AGE_DAYS } from '../settings.ts';
import { ok, type Result } from '../util/result.ts';
import type { Say } from './options.ts';
import type { Newness } from './read/new-since.ts';
import type { OtherCredentials } from './read/other-credentials.ts';
import { surveyTree, type TreeOptions, type TreeSurvey } from './read/select.ts';
import type { SelectedNamespaces } from './read/tree.ts';

export interface AuditOptions extends TreeOptions {
  /** Also look for Certificates, AWS access keys and token Secrets. */
  readonly otherCredentials?: boolean;
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
  const credentials = survey.assessments
    .filter(selectsCredential(selection, 'report'))
    .map(({ credential }) => credential)
    .filter((credential) => fresh?.isNew(credential) ?? true);
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
