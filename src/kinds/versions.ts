/** `9.2.0`, also as `v9.2.0` and, in full as git names a tag, `tags/9.2.0` and `refs/tags/9.2.0`. */
const VERSION = /^(?:(?:refs\/)?tags\/)?v?(?<numbers>\d{1,9}\.\d{1,9}(?:\.\d{1,9})?)$/;

/**
 * The release that a `?ref=` names, by its numbers alone; null for a branch, a commit or no ref at all.
 * Pre-releases are no versions here: the repository's own check accepts releases only.
 */
export function versionOf(ref: string | null): string | null {
  return ref === null ? null : (VERSION.exec(ref)?.groups?.['numbers'] ?? null);
}

/** Orders two versions by their numbers; a missing third number counts as 0. */
export function compareVersions(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  for (let i = 0; i < 3; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What a step from one version to a higher one is called (semver.org). */
export type Step = 'major' | 'minor' | 'patch';

/** The step from a version to another, by the first number that differs. */
export function stepBetween(from: string, to: string): Step {
  const [before, after] = [numbers(from), numbers(to)];
  if (before[0] !== after[0]) return 'major';
  return before[1] === after[1] ? 'patch' : 'minor';
}

function numbers(version: string): readonly number[] {
  let parsed = NUMBERS.get(version);
  if (parsed === undefined) {
    parsed = version.split('.').map(Number);
    NUMBERS.set(version, parsed);
  }
  return parsed;
}

/** An estate names a few dozen versions thousands of times. */
const NUMBERS = new Map<string, readonly number[]>();
