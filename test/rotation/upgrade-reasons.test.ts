import { describe, expect, it } from 'vitest';
import type { KindName } from '../../src/kinds/registry.ts';
import {
  type LatestVersion,
  latestRelease,
  type ModuleVersions,
  type VariableFinding,
} from '../../src/rotation/versions.ts';
import { assess, type Situation } from './assess.ts';

const DATE = '"23-11-2026"';

function versions(
  latest: LatestVersion | null,
  variables: ModuleVersions['variables'] = new Map(),
): ModuleVersions {
  return { latest: new Map<KindName, LatestVersion>(latest === null ? [] : [['rds', latest]]), variables };
}

function reasonOf(situation: Situation, known: ModuleVersions): string {
  const { credential } = assess({ kind: 'rds', date: DATE, ...situation, rules: { versions: known } });
  return credential.reasons.map(({ code, message }) => `${credential.state} ${code}: ${message}`).join('\n');
}

describe('how far a version is behind', () => {
  const tags = ['9.2.0', '9.1.0', '9.0.0', '8.0.0'];

  it.each<[string, string, LatestVersion | null, string]>([
    [
      'GitHub',
      '9.0.0',
      latestRelease(tags, null),
      'ok version-behind: module version 9.0.0, latest is 9.2.0 (GitHub): 2 releases behind',
    ],
    [
      'GitHub, some days ago',
      '9.1.0',
      latestRelease(tags, '2026-11-20'),
      'ok version-behind: module version 9.1.0, latest is 9.2.0 (GitHub, as of 2026-11-20): 1 release behind',
    ],
    [
      'GitHub, over a major version',
      '8.0.0',
      latestRelease(tags, null),
      'ok version-behind: module version 8.0.0, latest is 9.2.0 (GitHub): a major step, 3 releases behind',
    ],
    [
      'the estate',
      '9.1.0',
      highest('9.2.0'),
      'ok version-behind: module version 9.1.0, latest is 9.2.0 (highest in this repository)',
    ],
    ['nobody', '9.1.0', null, ''],
    ['GitHub, of the latest itself', '9.2.0', latestRelease(tags, null), ''],
  ])('is said as %s knows it', (_, ref, latest, expected) => {
    expect(reasonOf({ ref }, versions(latest))).toBe(expected);
  });

  it('is measured by numbers, whatever the order of the releases', () => {
    expect(latestRelease(['9.9.0', '9.10.0', '9.2.0'], null)).toMatchObject({
      version: '9.10.0',
      tag: '9.10.0',
    });
    expect(latestRelease(['nightly'], null)).toBeNull();
  });

  it.each([
    ['the latest', highest('9.2.0'), 'upgrade it to 9.2.0 (highest in this repository) first'],
    [
      'the first with the variable, where the latest has none',
      highest('5.1.0'),
      'upgrade it to 5.16.16 first',
    ],
    ['the first with the variable, where nothing is known', null, 'upgrade it to 5.16.16 first'],
  ])('names as the version to go to %s', (_, latest, expected) => {
    expect(reasonOf({ ref: '5.0.0' }, versions(latest))).toContain(
      `blocked version-too-old: module version 5.0.0 has no db_password_rotated_date: ${expected}`,
    );
  });
});

describe('a ref that is no version', () => {
  const latest = latestRelease(['9.2.0'], null);
  const source = 'github.com/ministryofjustice/cloud-platform-terraform-rds-instance?ref=migration';
  const finding = (found: VariableFinding) => versions(latest, new Map([[source, found]]));

  it.each<[string, ModuleVersions, RegExp]>([
    [
      'has the variable',
      finding({ found: 'present' }),
      /^ok variable-found: migration is a branch.* GitHub has db_password_rotated_date there$/,
    ],
    [
      'lacks the variable',
      finding({ found: 'absent' }),
      /^blocked variable-missing: .*no db_password_rotated_date there: change the source to 9\.2\.0 \(GitHub\) first$/,
    ],
    [
      'could not be read',
      finding({ found: 'unknown', why: 'it is gone' }),
      /^ok version-unknown: .* is not known \(it is gone\)$/,
    ],
    ['was not asked about', versions(latest), /^ok version-unknown: .* is not known$/],
  ])('that %s is judged by that', (_, known, expected) => {
    expect(reasonOf({ ref: 'migration' }, known)).toMatch(expected);
  });
});

/** The highest version of a repository that uses only this one. */
function highest(version: string): LatestVersion {
  return { version, tag: version, from: 'repository', origin: 'highest in this repository', tags: [] };
}
