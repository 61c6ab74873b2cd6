/** Which namespaces are environments of one application, selected or not. */
import type { NamespaceMetadata } from '../../environments/metadata.ts';
import type { NamespaceFolder } from '../../environments/reader.ts';
import type { RemoteRefs } from '../../publish/remote.ts';
import type { Assessment } from '../../rotation/judge.ts';
import { applicationKey, type StaggerRules } from '../../rotation/stagger.ts';
import type { RotationOptions } from '../options.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import { policyRules } from '../read/policy.ts';
import { surveyEstate } from '../read/survey.ts';
import { planSelected } from './edits.ts';
import { idPrefix, namespaceUnits, type Unit } from './scopes.ts';

/** A namespace and whose environment it is. */
export interface ApplicationEnvironment {
  readonly folder: NamespaceFolder;
  /** What stands before the `/` in the ids of its credentials. */
  readonly key: string;
  /** From `applicationKey`. */
  readonly application: string;
  /** Null when nothing says. */
  readonly production: boolean | null;
}

/** All namespaces of the base branch, by path. */
export interface Applications {
  readonly rules: StaggerRules;
  readonly environments: ReadonlyMap<string, ApplicationEnvironment>;
  readonly metadata: ReadonlyMap<string, NamespaceMetadata>;
}

/** Reads to which application each namespace belongs. */
export async function readApplications(
  { reader }: Pick<BaseSurvey, 'reader'>,
  rules: StaggerRules,
): Promise<Applications> {
  const { readAllMetadata } = await import('../../environments/metadata.ts');
  const folders = await reader.namespaces(() => true);
  const metadata = await readAllMetadata(folders, reader);
  const environments = folders.map((folder): [string, ApplicationEnvironment] => {
    const facts = metadata.get(folder.path);
    const key = idPrefix(folder);
    const application = applicationKey(facts?.application ?? null, key, rules);
    return [folder.path, { folder, key, application, production: facts?.production ?? null }];
  });
  return { rules, metadata, environments: new Map(environments) };
}

/** Environments that the run did not select, of the applications of those that it did. */
export interface OtherEnvironments {
  /** Those of which something would be rotated, were they selected. */
  readonly units: readonly Unit[];
  readonly assessments: readonly Assessment[];
}

/**
 * Judges the environments that a selection by production, team or cluster leaves out: what happened to one of them
 * matters to the others of its application.
 *
 * @param units the pull requests that the run could open
 */
export async function otherEnvironments(
  read: BaseSurvey,
  units: readonly Unit[],
  { environments, metadata }: Applications,
  options: RotationOptions,
  refs: RemoteRefs,
): Promise<OtherEnvironments> {
  const { namespaces, selection, survey, date, config, reader } = read;
  const selected = new Set(namespaces.folders.map(({ path }) => path));
  const wanted = new Set(
    units.flatMap(({ wanted: { size }, folders }) =>
      size === 0 ? [] : folders.flatMap(({ path }) => environments.get(path)?.application ?? []),
    ),
  );
  const folders = [...environments.values()].flatMap(({ folder, application }) =>
    wanted.has(application) && !selected.has(folder.path) ? [folder] : [],
  );
  if (folders.length === 0) return { units: [], assessments: [] };
  const facts = new Map(
    folders.map(({ path }) => {
      const { production = null, teams = [], teamName = null } = metadata.get(path) ?? {};
      return [path, { production, teams: teamName === null ? teams : [...teams, teamName] }];
    }),
  );
  const ruling = policyRules(config, options.maxAgeDays, facts, date);
  const rules = { today: date, includeHeld: options.includeHeld, ...ruling };
  const others = await surveyEstate(reader, folders, rules, async () => survey.versions);
  const { rotations } = planSelected(others, selection, date, options);
  const made = namespaceUnits({ ...namespaces, folders }, rotations, refs);
  return {
    units: made.units.filter(({ wanted: { size } }) => size > 0),
    assessments: others.assessments,
  };
}
