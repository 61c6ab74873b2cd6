/**
 * What a path in the environments repository means: clusters, credential ids, branch names and hold files.
 * Pure functions over names; folder and file names are data and are validated before they name anything.
 */
import { distance } from 'fastest-levenshtein';

/** The folder below the root that holds the clusters. */
export const NAMESPACES = 'namespaces';

/**
 * Files that stop the pipeline, by exact name, directly in the namespace's folder.
 * Source: `applySkipExists` and `secretBlockerExists` in ministryofjustice/cloud-platform-cli,
 * pkg/environment/apply.go: both look at `namespaces/<cluster>/<namespace>/<name>` and nowhere else.
 */
export const HOLD_FILES = ['APPLY_PIPELINE_SKIP_THIS_NAMESPACE', 'SECRET_ROTATE_BLOCK'] as const;
export type HoldFile = (typeof HOLD_FILES)[number];

/** A folder's name that nothing may be named after. */
export interface LayoutError {
  readonly code: 'bad-cluster-name' | 'bad-namespace-name';
  readonly message: string;
}

/** What the file names of a namespace's folder say about holds. */
export interface Holds {
  /** Hold files that stand there, in the order of `HOLD_FILES`. */
  readonly holds: readonly HoldFile[];
  /** Names that are nearly a hold file's: they do nothing, and somebody thinks they do. */
  readonly misspelt: readonly { readonly file: string; readonly meant: HoldFile; readonly message: string }[];
}

/** The parts of a path below a namespace's `resources/`. */
export interface ResourcePath {
  readonly cluster: string;
  readonly namespace: string;
  /** Path below `resources/`, `/` between its parts. */
  readonly file: string;
}

/**
 * RFC 1123 label, which a Kubernetes namespace's name must be, at most 63 characters. It has no dot, slash, blank
 * or `@{`, so what matches also keeps every rule of `git check-ref-format` as a part of a branch's name.
 */
const LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/** The cluster whose namespaces carry no prefix in ids and branches. */
const MAIN_LABEL = 'live';

/** Says whether Kubernetes would accept `name` as a namespace's. */
export function isNamespaceName(name: string): boolean {
  return LABEL.test(name);
}

/** `live` of `live.cloud-platform.service.justice.gov.uk`. */
export function clusterLabel(cluster: string): string {
  const dot = cluster.indexOf('.');
  return dot < 0 ? cluster : cluster.slice(0, dot);
}

/** The path of a namespace's folder. */
export function namespacePath(cluster: string, namespace: string): string {
  return `${NAMESPACES}/${cluster}/${namespace}`;
}

/** The parts of `namespaces/<cluster>/<namespace>/resources/<file>`; null for any other path. */
export function parseResourcePath(path: string): ResourcePath | null {
  const [top, cluster, namespace, resources, ...rest] = path.split('/');
  if (top !== NAMESPACES || !cluster || !namespace || resources !== 'resources' || rest.length === 0)
    return null;
  return { cluster, namespace, file: rest.join('/') };
}

/** A namespace's name as ids show it: `<namespace>`, outside the cluster `live` `<cluster's first label>--<namespace>`. */
function namespaceId(cluster: string, namespace: string): string {
  const label = clusterLabel(cluster);
  return label === MAIN_LABEL ? namespace : `${label}--${namespace}`;
}

/**
 * The id of a credential: `<namespace>/<file below resources/>#<module name>`, outside the cluster `live` with
 * `<cluster's first label>--` before it. A path that is not below `resources/` stands in the id as it is.
 */
export function credentialId(path: string, module: string): string {
  const parts = parseResourcePath(path);
  return parts === null
    ? `${path}#${module}`
    : `${namespaceId(parts.cluster, parts.namespace)}/${parts.file}#${module}`;
}

/** The branch of a namespace's pull request. Never a name outside `rotate/`, and only of validated parts. */
export function branchName(cluster: string, namespace: string): { readonly branch: string } | LayoutError {
  const label = clusterLabel(cluster);
  if (!LABEL.test(label)) return badName('bad-cluster-name', 'cluster', cluster);
  if (!LABEL.test(namespace)) return badName('bad-namespace-name', 'namespace', namespace);
  return { branch: `rotate/${namespaceId(cluster, namespace)}` };
}

/**
 * Namespaces that would share a branch, as groups of two and more: `live-2--x` in the cluster `live` and `x` in
 * `live-2`, or one name in two clusters of one label. None of a group may be given the branch.
 */
export function sharedBranches<T extends { readonly cluster: string; readonly namespace: string }>(
  folders: readonly T[],
): readonly (readonly T[])[] {
  const byId = new Map<string, T[]>();
  for (const folder of folders) {
    const id = namespaceId(folder.cluster, folder.namespace);
    const group = byId.get(id);
    if (group === undefined) byId.set(id, [folder]);
    else group.push(folder);
  }
  return [...byId.values()].filter((group) => group.length > 1);
}

/** Reads the holds from the names of the files directly in a namespace's folder. */
export function findHolds(files: readonly string[]): Holds {
  const holds = HOLD_FILES.filter((name) => files.includes(name));
  const misspelt = files.flatMap((file) => {
    const meant = nearestHold(file);
    if (meant === null) return [];
    const message = `${quote(file)} does nothing: the pipeline looks for the exact name ${meant}`;
    return [{ file, meant, message }];
  });
  return { holds, misspelt };
}

/** At most 3 edits away and not the name itself; case differs from the name as letters do. */
function nearestHold(file: string): HoldFile | null {
  // nearly every file is a manifest in lower case: spared the comparison
  if (!/[A-Z]{4}/.test(file) && !file.includes('_')) return null;
  for (const name of HOLD_FILES) {
    if (Math.abs(file.length - name.length) > 3) continue;
    if (file !== name && distance(file.toUpperCase(), name) <= 3) return name;
  }
  return null;
}

function badName(code: LayoutError['code'], what: string, name: string): LayoutError {
  return {
    code,
    message: `${quote(name)} cannot be the name of a ${what}: lower-case letters, digits and "-" only, at most 63, with a letter or digit at both ends`,
  };
}

/** A name from the repository as a message may show it: on one line, no control characters, not endless. */
function quote(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
}
