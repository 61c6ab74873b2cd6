import { type KindName, knownKinds } from '../kinds/registry.ts';
import { matchGlobs } from '../util/glob.ts';
import { matchTeams } from '../util/teams.ts';
import { type Assessment, isRotatable } from './judge.ts';
import type { Shard } from './shard.ts';

/** Which credentials a command is about, as the flags say it. An empty list restricts nothing. */
export interface Selection {
  readonly namespaces: readonly string[];
  readonly clusters: readonly string[];
  readonly kinds: readonly KindName[];
  readonly modules: readonly string[];
  readonly teams: readonly string[];
  /** True: production only; false: everything but production; null: both. */
  readonly production: boolean | null;
  /** Only what is older than its maximum age or was never rotated. */
  readonly due: boolean;
  /** Of what is selected, only the namespaces of this part; absent or null for all. */
  readonly shard?: Shard | null;
}

/** What the selection asks of a namespace's metadata. */
export interface NamespaceFacts {
  readonly production: boolean | null;
  /** Team name and the teams of the role bindings. */
  readonly teams: readonly string[];
}

/** Glob patterns as one test; no patterns accept everything. A name in full is itself too: `random_password.api["x"]`. */
function matcher(patterns: readonly string[]): (name: string) => boolean {
  if (patterns.length === 0) return () => true;
  const matches = matchGlobs(patterns);
  return (name) => patterns.includes(name) || matches(name);
}

/** The kinds that a selection is about: those named, else those that are rotated by default. */
function kindsOf(selection: Selection): ReadonlySet<KindName> {
  if (selection.kinds.length > 0) return new Set(selection.kinds);
  return new Set(knownKinds().byDefault);
}

/** Whether a team pattern matches; a cluster may be given whole or by its first label. */
export function selectsNamespace(selection: Selection): (cluster: string, namespace: string) => boolean {
  const clusters = matcher(selection.clusters);
  const namespaces = matcher(selection.namespaces);
  return (cluster, namespace) =>
    (clusters(cluster) || clusters(cluster.split('.', 1)[0] ?? '')) && namespaces(namespace);
}

/** Whether the selection needs the namespaces' metadata at all. */
export function needsFacts(selection: Selection): boolean {
  return selection.teams.length > 0 || selection.production !== null || (selection.shard ?? null) !== null;
}

/** Whether no flag leaves out any namespace. */
export function isEverywhere(selection: Selection): boolean {
  return selection.namespaces.length === 0 && selection.clusters.length === 0 && !needsFacts(selection);
}

/** Whether no flag leaves out any credential of a selected namespace. */
export function takesWholeNamespaces({ kinds, modules, due }: Selection): boolean {
  return kinds.length === 0 && modules.length === 0 && !due;
}

/** Whether a namespace of these facts is selected; one that does not say whether it is production is in neither half. */
export function selectsFacts(selection: Selection, facts: NamespaceFacts): boolean {
  if (selection.production !== null && facts.production !== selection.production) return false;
  return selection.teams.length === 0 || facts.teams.some(matchTeams(selection.teams));
}

/** Whether a report is about a credential of that kind and module name, whatever its date. */
export function selectsModule(selection: Selection): (kind: KindName, module: string) => boolean {
  const names = matcher(selection.modules);
  const kinds = selection.kinds.length > 0 ? kindsOf(selection) : new Set(knownKinds().names);
  return (kind, module) => kinds.has(kind) && names(module);
}

/**
 * Whether a credential is selected. A kind that is not rotated by default is reported always and rotated only when
 * it is named, so the caller says which of the two it asks for.
 */
export function selectsCredential(
  selection: Selection,
  purpose: 'report' | 'rotate',
): (assessment: Assessment) => boolean {
  const module = matcher(selection.modules);
  const rotated = kindsOf(selection);
  const reported = selection.kinds.length > 0 ? rotated : new Set(knownKinds().names);
  const kinds = purpose === 'rotate' ? rotated : reported;
  return (assessment) =>
    kinds.has(assessment.credential.kind) &&
    module(assessment.credential.module) &&
    (!selection.due || (assessment.age !== 'ok' && isRotatable(assessment)));
}
