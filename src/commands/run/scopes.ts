/** What a run could open, before anything is asked of GitHub: one unit for each pull request. */
import { createHash } from 'node:crypto';
import { branchName, namespacePath, sharedBranches } from '../../environments/layout.ts';
import type { NamespaceMetadata } from '../../environments/metadata.ts';
import type { EstateReader, NamespaceFolder } from '../../environments/reader.ts';
import type { Target, WantedCredential } from '../../publish/observe.ts';
import type { Owner } from '../../publish/proposal.ts';
import type { RemoteRefs } from '../../publish/remote.ts';
import type { Skipped } from '../../results/results.ts';
import { dueOn } from '../../rotation/cooldown.ts';
import type { FileEdit } from '../../rotation/edits.ts';
import { byAge } from '../../rotation/pacing.ts';
import type { Rotation } from '../../rotation/plan.ts';
import type { Grouping } from '../../settings.ts';
import { groupBy } from '../../util/group-by.ts';
import { groupByTeam, teamKey } from '../../util/teams.ts';
import { trimOf } from '../../util/text.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import type { SelectedNamespaces } from '../read/tree.ts';
import type { OpenSettings } from './settings.ts';

/** A pull request that there is or may be. */
export interface Unit extends Owner {
  readonly branch: string;
  /** A group's name for a person: `all`, `team laa-crime`, `kind rds`. */
  readonly label?: string;
  /** The selected namespaces that it is about. */
  readonly folders: readonly NamespaceFolder[];
  /** What the run wants to rotate in it, by id. */
  readonly wanted: ReadonlyMap<string, WantedCredential>;
  /** When the oldest of that was rotated; null when one never was. */
  readonly oldest: string | null;
  /** Credentials of its open pull request that are in no selected namespace. */
  readonly outside?: number;
  /** Somebody named its very namespace. */
  readonly askedByName?: boolean;
}

/** Branches of groups: their names begin with what no namespace's can. */
const GROUP_BRANCH = /^rotate\/_(?:all|team\.|kind\.)/;

export function isGroupBranch(branch: string): boolean {
  return GROUP_BRANCH.test(branch);
}

/** The folder of a namespace that a path below it lies in. */
export function folderOf(path: string): string {
  return path.split('/').slice(0, 3).join('/');
}

/** What stands before the `/` in the ids of a namespace's credentials. */
export function idPrefix({
  cluster,
  namespace,
}: {
  readonly cluster: string;
  readonly namespace: string;
}): string {
  const named = branchName(cluster, namespace);
  return 'branch' in named ? named.branch.slice('rotate/'.length) : namespace;
}

/** The group whose branch this is, as its pull request's marker names it. */
export function groupOfBranch(branch: string): string {
  return branch.slice('rotate/_'.length);
}

/**
 * One unit for each selected namespace that has something to rotate or a branch on the remote.
 *
 * @returns also what cannot have a branch, as skipped
 */
export function namespaceUnits(
  { folders, all }: SelectedNamespaces,
  rotations: readonly Rotation[],
  refs: RemoteRefs,
): { readonly units: readonly Unit[]; readonly skipped: readonly Skipped[] } {
  const byFolder = groupBy(rotations, ({ assessment }) => folderOf(assessment.credential.file));
  const clashing = new Set(
    sharedBranches(all)
      .flat()
      .map((each) => namespacePath(each.cluster, each.namespace)),
  );
  const units: Unit[] = [];
  const skipped: Skipped[] = [];
  for (const folder of folders) {
    const ofFolder = byFolder.get(folder.path) ?? [];
    const named = branchName(folder.cluster, folder.namespace);
    const refusal = clashing.has(folder.path)
      ? { code: 'shared-branch', message: 'another namespace would have the same branch' }
      : 'branch' in named
        ? null
        : named;
    if (refusal !== null || !('branch' in named)) {
      const { code, message } = refusal ?? { code: 'bad-name', message: 'no branch can be named after it' };
      skipped.push(...ofFolder.map(({ assessment }) => ({ id: assessment.credential.id, code, message })));
      continue;
    }
    if (ofFolder.length === 0 && !refs.branches.has(named.branch)) continue;
    const { cluster, namespace } = folder;
    units.push({
      cluster,
      namespace,
      group: null,
      branch: named.branch,
      folders: [folder],
      ...wantedOf(ofFolder),
    });
  }
  return { units, skipped };
}

/**
 * The pull requests that a run could open: one for each namespace or group.
 *
 * @param refs of the remote that has our branches; null without the remote
 */
export async function findUnits(
  { namespaces, reader }: Pick<BaseSurvey, 'namespaces' | 'reader'>,
  rotations: readonly Rotation[],
  { grouping }: Pick<OpenSettings, 'grouping'>,
  refs: RemoteRefs | null,
): Promise<ReturnType<typeof namespaceUnits>> {
  if (grouping === 'namespace') return namespaceUnits(namespaces, rotations, refs ?? NO_REFS);
  const teams = grouping === 'team' ? await readTeamNames(reader) : new Map();
  return { units: groupUnits(namespaces, rotations, grouping, teams), skipped: [] };
}

/** The teams of the whole repository: a selection gives a team no other name. */
async function readTeamNames(reader: EstateReader): Promise<ReadonlyMap<string, string>> {
  const { readAllMetadata } = await import('../../environments/metadata.ts');
  return teamNames(await readAllMetadata(await reader.namespaces(() => true), reader));
}

/** The team of each folder that has one, under the spelling that comes first. */
export function teamNames(metadata: ReadonlyMap<string, NamespaceMetadata>): ReadonlyMap<string, string> {
  const named = groupByTeam(metadata, ([, facts]) => teamOf(facts));
  return new Map(
    named.flatMap(({ team, items }) =>
      team === null ? [] : items.map(([path]): [string, string] => [path, team]),
    ),
  );
}

const NO_REFS: RemoteRefs = { defaultBranch: null, branches: new Map() };

/** One unit for each group of namespaces. @param teams by the path of a folder; needed for groups by team */
export function groupUnits(
  { folders }: SelectedNamespaces,
  rotations: readonly Rotation[],
  grouping: Exclude<Grouping, 'namespace'>,
  teams: ReadonlyMap<string, string>,
): readonly Unit[] {
  const byPath = new Map(folders.map((folder) => [folder.path, folder]));
  const groups = groupBy(rotations, ({ assessment: { credential } }) => {
    if (grouping === 'all') return 'all';
    if (grouping === 'kind') return `kind ${credential.kind}`;
    return `team ${teams.get(folderOf(credential.file)) ?? 'unknown'}`;
  });
  return [...groups].map(([label, ofGroup]) => {
    const paths = new Set(ofGroup.map(({ assessment }) => folderOf(assessment.credential.file)));
    const group = groupKey(label);
    return {
      cluster: null,
      namespace: null,
      group,
      label,
      branch: `rotate/_${group}`,
      folders: [...paths].flatMap((path) => byPath.get(path) ?? []),
      ...wantedOf(ofGroup),
    };
  });
}

/** The team that may approve: of the role bindings, and of those the one that the annotation names too. Null where none is named. */
export function teamOf(facts: NamespaceMetadata | undefined): string | null {
  const { teams = [], teamName = null } = facts ?? {};
  const isNamed = (team: string): boolean => teamName !== null && teamKey(team) === teamKey(teamName);
  if (teamName !== null && (teams.length === 0 || teams.some(isNamed))) return teamName;
  return teams[0] ?? null;
}

/** A team's name is data: what a branch cannot bear is left out, and a digest keeps two such names apart. */
function groupKey(label: string): string {
  const [sort = '', ...words] = label.split(' ');
  if (words.length === 0) return sort;
  const name = words.join(' ');
  const plain = trimOf(name.replace(/[^A-Za-z0-9-]+/g, '-'), '-').slice(0, 60);
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${sort}.${plain === name ? plain : [plain, digest].filter(Boolean).join('-')}`;
}

function wantedOf(rotations: readonly Rotation[]): Pick<Unit, 'wanted' | 'oldest'> {
  const wanted = new Map(
    rotations.map(({ assessment: { credential }, to }): [string, WantedCredential] => {
      const { id, rotatedOn, maxAgeDays } = credential;
      return [id, { to, due: dueOn(rotatedOn, maxAgeDays), maxAgeDays }];
    }),
  );
  const ages = rotations.map(({ assessment: { credential } }) => ({
    key: credential.id,
    oldest: credential.rotatedOn,
  }));
  return { wanted, oldest: ages.sort(byAge)[0]?.oldest ?? null };
}

/** A unit as `look` wants it. */
export function targetOf({ branch, namespace, cluster, group, wanted }: Unit, askedByName: boolean): Target {
  return { branch, namespace, cluster, group, wanted, askedByName };
}

/** The pull requests of groups that a run for single namespaces looks at: what they rotate is left to them. */
export function groupTargets({ branches }: RemoteRefs): readonly Target[] {
  return [...branches.keys()].filter(isGroupBranch).map((branch) => {
    const owner = { namespace: null, cluster: null, group: groupOfBranch(branch) };
    return { ...owner, branch, wanted: new Map(), askedByName: true };
  });
}

export type AssignedEdits = ReadonlyMap<Unit, readonly FileEdit[]>;

/** Of the edits of some units those that are among others: the proved ones. */
export function editsOf(
  units: readonly Unit[],
  assigned: AssignedEdits,
  among: readonly FileEdit[],
): readonly FileEdit[] {
  const known = new Set(among);
  return units.flatMap((unit) => (assigned.get(unit) ?? []).filter((edit) => known.has(edit)));
}

/**
 * The edits of each unit that has any. A file goes as a whole to the unit that wants one of its credentials, of two
 * groups to the first: two pull requests that change one file would conflict.
 */
export function assignEdits(units: readonly Unit[], edits: readonly FileEdit[]): AssignedEdits {
  const byId = new Map<string, Unit>();
  const byFolder = new Map<string, Unit>();
  for (const unit of units) {
    for (const id of unit.wanted.keys()) if (!byId.has(id)) byId.set(id, unit);
    if (unit.group === null) for (const { path } of unit.folders) byFolder.set(path, unit);
  }
  const assigned = new Map<Unit, FileEdit[]>();
  for (const edit of edits) {
    const wanting = edit.neededBy.flatMap((id) => byId.get(id) ?? []);
    const unit = wanting[0] ?? byFolder.get(folderOf(edit.path));
    if (unit === undefined) continue;
    const known = assigned.get(unit);
    if (known === undefined) assigned.set(unit, [edit]);
    else known.push(edit);
  }
  return assigned;
}
