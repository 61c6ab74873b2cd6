import { compareVersions, stepBetween } from '../kinds/versions.ts';
import type { FoundModule } from './modules.ts';
import type { Effect, TargetVersion } from './reasons.ts';
import { type LatestVersion, type ModuleVersions, releasesAbove } from './versions.ts';

/** What a module's version says about its rotation: whether the argument exists there, and how far behind it is. */
export function examineVersion(module: FoundModule, versions: ModuleVersions): Effect[] {
  const { kind, version } = module;
  const latest = versions.latest.get(kind.name);
  if (version === null) return kind.since === null ? [] : [examineRef(module, kind.since, versions)];
  if (kind.since !== null && compareVersions(version, kind.since) < 0) {
    const facts = { version, argument: kind.argument, target: targetVersion(kind.since, latest) };
    return [{ effect: 'blocked', cause: { code: 'version-too-old', facts } }];
  }
  if (latest === undefined || compareVersions(version, latest.version) >= 0) return [];
  const facts = {
    version,
    latest,
    isMajorStep: stepBetween(version, latest.version) === 'major',
    releases: releasesAbove(version, latest).length,
  };
  return [{ effect: 'warning', cause: { code: 'version-behind', facts } }];
}

/** A branch, a commit, a pre-release or nothing: what GitHub has there, where it was asked. */
function examineRef(module: FoundModule, since: string, { latest, variables }: ModuleVersions): Effect {
  const { kind, ref, source } = module;
  const known = { argument: kind.argument, ref };
  const finding = variables.get(source);
  switch (finding?.found) {
    case 'present':
      return { effect: 'warning', cause: { code: 'variable-found', facts: known } };
    case 'absent': {
      const target = targetVersion(since, latest.get(kind.name));
      return { effect: 'blocked', cause: { code: 'variable-missing', facts: { ...known, target } } };
    }
    case 'unknown':
    case undefined: {
      const why = finding?.why ?? null;
      return { effect: 'warning', cause: { code: 'version-unknown', facts: { ...known, why } } };
    }
  }
}

/** The version to go to: the latest, or where that is older than the argument itself, the first that has it. */
function targetVersion(since: string, latest: LatestVersion | undefined): TargetVersion {
  return latest === undefined || compareVersions(latest.version, since) < 0 ? { version: since } : latest;
}
