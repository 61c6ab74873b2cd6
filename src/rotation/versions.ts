import type { KindName } from '../kinds/registry.ts';
import { compareVersions, versionOf } from '../kinds/versions.ts';
import type { Day } from '../util/dates.ts';

/** Who says which version is the latest: GitHub, the file of `--module-versions`, or what the repository uses. */
export type VersionOrigin = 'github' | 'file' | 'repository';

/** The latest version of a kind's module, and who says so. */
export interface LatestVersion {
  /** Without a leading `v`. */
  readonly version: string;
  /** As it is tagged: what `?ref=` has to say. */
  readonly tag: string;
  /** `repository`: nobody said so, it is only the highest that the whole repository uses. */
  readonly from: VersionOrigin;
  /** Who says so, for people: `GitHub`, `highest in this repository`. */
  readonly origin: string;
  /** Tags of all releases that are known, in any order. */
  readonly tags: readonly string[];
}

/** What a module has at a ref that is no version; `unknown` says why it is not known. */
export type VariableFinding =
  | { readonly found: 'present' | 'absent' }
  | { readonly found: 'unknown'; readonly why: string };

/** All that is known of the kinds' modules beside what the repository says. */
export interface ModuleVersions {
  readonly latest: ReadonlyMap<KindName, LatestVersion>;
  /** By the module's `source`; only for refs that were looked at. */
  readonly variables: ReadonlyMap<string, VariableFinding>;
}

/** What is known where nobody was asked. */
export const NO_VERSIONS: ModuleVersions = { latest: new Map(), variables: new Map() };

/** A release on GitHub: the highest of its tags that are versions, null when none is. */
export function latestRelease(tags: readonly string[], asOf: Day | null): LatestVersion | null {
  let highest: { version: string; tag: string } | null = null;
  for (const tag of tags) {
    const version = versionOf(tag);
    if (version === null) continue;
    if (highest === null || compareVersions(version, highest.version) > 0) highest = { version, tag };
  }
  const origin = asOf === null ? 'GitHub' : `GitHub, as of ${asOf}`;
  return highest === null ? null : { ...highest, from: 'github', origin, tags };
}

/** The tags above one version, up to the latest one, lowest first; empty when the releases are not known. */
export function releasesAbove(version: string, { version: latest, tags }: LatestVersion): readonly string[] {
  const between = tags.flatMap((tag) => {
    const each = versionOf(tag);
    if (each === null || compareVersions(each, version) <= 0 || compareVersions(each, latest) > 0) return [];
    return [{ tag, version: each }];
  });
  return between.sort((a, b) => compareVersions(a.version, b.version)).map(({ tag }) => tag);
}
