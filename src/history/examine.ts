import type { Finding } from '../kinds/kind.ts';
import { compareVersions, stepBetween } from '../kinds/versions.ts';
import type { FoundModule } from '../rotation/modules.ts';
import {
  describeLatest,
  type LatestVersion,
  type ModuleVersions,
  releasesAbove,
} from '../rotation/versions.ts';

/** What a module's version says about its rotation: whether the variable exists there, and how far behind it is. */
export function examineVersion(module: FoundModule, versions: ModuleVersions): Finding[] {
  const { kind, version } = module;
  const latest = versions.latest.get(kind.name);
  if (version === null) return [examineRef(module, versions)];
  if (compareVersions(version, kind.since) < 0) {
    const message = `module version ${version} has no ${kind.argument}: upgrade it to ${goal(module, latest)} first`;
    return [{ effect: 'blocked', code: 'version-too-old', message }];
  }
  if (latest === undefined || compareVersions(version, latest.version) >= 0) return [];
  const message = `module version ${version}, latest is ${describeLatest(latest)}${distance(version, latest)}`;
  return [{ effect: 'warning', code: 'version-behind', message }];
}

/** A branch, a commit, a pre-release or nothing: what GitHub has there, where it was asked. */
function examineRef(module: FoundModule, { latest, variables }: ModuleVersions): Finding {
  const { kind, ref, source } = module;
  const what =
    ref === null ? 'the source names no version' : `${ref} is a branch, commit or pre-release, not a version`;
  const finding = variables.get(source);
  switch (finding?.found) {
    case 'present':
      return {
        effect: 'warning',
        code: 'variable-found',
        message: `${what}; GitHub has ${kind.argument} there`,
      };
    case 'absent': {
      const to = goal(module, latest.get(kind.name));
      const message = `${what}; GitHub has no ${kind.argument} there: change the source to ${to} first`;
      return { effect: 'blocked', code: 'variable-missing', message };
    }
    case 'unknown':
    case undefined: {
      const why = finding === undefined ? '' : ` (${finding.why})`;
      const message = `${what}: whether the module has ${kind.argument} is not known${why}`;
      return { effect: 'warning', code: 'version-unknown', message };
    }
  }
}

/** The version to go to: the latest, or where that is older than the variable itself, the first that has it. */
function goal({ kind }: FoundModule, latest: LatestVersion | undefined): string {
  return latest === undefined || compareVersions(latest.version, kind.since) < 0
    ? kind.since
    : describeLatest(latest);
}

/** How far behind: in releases where they are known, and whether the first number differs. */
function distance(version: string, latest: LatestVersion): string {
  const releases = releasesAbove(version, latest).length;
  const parts = [
    ...(stepBetween(version, latest.version) === 'major' ? ['a major step'] : []),
    ...(releases === 0 ? [] : [`${releases} ${releases === 1 ? 'release' : 'releases'} behind`]),
  ];
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}
