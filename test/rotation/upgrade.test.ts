import { describe, expect, it } from 'vitest';
import { applySplices } from '../../src/hcl/edit.ts';
import { reasonOf } from '../../src/report/reasons.ts';
import { decideRotation, type RotationRequest } from '../../src/rotation/plan.ts';
import { decideUpgrade, type UpgradeLimit } from '../../src/rotation/upgrade.ts';
import { type LatestVersion, latestRelease } from '../../src/rotation/versions.ts';
import { rotateText } from '../rotate-text.ts';
import { assess, latestOf, type Situation, TODAY } from './assess.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const MOJ = 'github.com/ministryofjustice';
const RDS = 'cloud-platform-terraform-rds-instance';

const released: LatestVersion = latestRelease(['9.2.0', '9.1.0', '8.0.0', '9.1.1'], null)!;
const seen: LatestVersion = {
  ...released,
  from: 'repository',
  origin: 'highest in this repository',
  tags: [],
};

function decide(
  source: string,
  limit: UpgradeLimit | null = 'minor',
  latest: LatestVersion | null = released,
) {
  const { module, file } = assess({ kind: 'rds', source });
  return { ...decideUpgrade(module, file.text, latest ?? undefined, limit), text: file.text };
}

/** What is written, or the code why nothing is. */
function outcome(...args: Parameters<typeof decide>): string {
  const decision = decide(...args);
  if (decision.do === 'nothing') return 'nothing';
  return decision.do === 'stay' ? decision.cause.code : decision.upgrade.to;
}

describe('an upgrade', () => {
  it.each<[string, string, UpgradeLimit | null, string]>([
    ['is not done unasked', `${MOJ}/${RDS}?ref=9.1.0`, null, 'nothing'],
    ['takes a minor step', `${MOJ}/${RDS}?ref=9.1.0`, 'minor', '9.2.0'],
    ['takes the latest written shorter for the latest', `${MOJ}/${RDS}?ref=9.2`, 'minor', 'nothing'],
    ['takes no major step', `${MOJ}/${RDS}?ref=8.0.0`, 'minor', 'major-upgrade'],
    ['takes a major step when asked', `${MOJ}/${RDS}?ref=8.0.0`, 'major', '9.2.0'],
    ['takes a minor step when major ones are allowed', `${MOJ}/${RDS}?ref=9.1.0`, 'major', '9.2.0'],
    ['has nothing to do at the latest', `${MOJ}/${RDS}?ref=9.2.0`, 'major', 'nothing'],
    ['never goes back', `${MOJ}/${RDS}?ref=10.0.0`, 'major', 'nothing'],
    ['needs a ref', `${MOJ}/${RDS}`, 'major', 'no-version'],
    ['leaves a branch alone', `${MOJ}/${RDS}?ref=migration`, 'major', 'no-version'],
    ['leaves a commit alone', `${MOJ}/${RDS}?ref=0123abc`, 'major', 'no-version'],
    ['leaves a pre-release alone', `${MOJ}/${RDS}?ref=9.2.0-rc1`, 'major', 'no-version'],
    ["leaves a browser's address alone", `${MOJ}/${RDS}/tree/9.1.0`, 'major', 'no-version'],
    ['leaves a fork alone', `github.com/somebody/${RDS}?ref=9.1.0`, 'major', 'not-published'],
    [
      'leaves another host alone',
      `git::https://gitlab.com/ministryofjustice/${RDS}?ref=9.1.0`,
      'major',
      'not-published',
    ],
    [
      'leaves a look-alike host alone',
      `git::https://github.com.example.org/ministryofjustice/${RDS}?ref=9.1.0`,
      'major',
      'not-published',
    ],
  ])('%s', (_, source, limit, expected) => {
    expect(outcome(source, limit)).toBe(expected);
  });

  it('does not trust the highest version of the estate, and says so', () => {
    const decision = decide(`${MOJ}/${RDS}?ref=9.1.0`, 'major', seen);

    const reason = decision.do === 'stay' ? reasonOf(decision.cause) : null;
    expect(reason?.code).toBe('latest-unknown');
    expect(reason?.message).toContain('9.2.0 is only the highest in this repository');
    expect(outcome(`${MOJ}/${RDS}?ref=9.1.0`, 'major', null)).toBe('latest-unknown');
  });

  it('names the releases between, lowest first', () => {
    const decision = decide(`${MOJ}/${RDS}?ref=9.1.0`);

    expect(decision).toMatchObject({
      upgrade: { repository: RDS, from: '9.1.0', to: '9.2.0', releases: ['9.1.1', '9.2.0'] },
    });
  });

  it('writes the tag as it is, with its v', () => {
    const latest = latestRelease(['v9.2.0'], null)!;

    expect(decide(`${MOJ}/${RDS}?ref=9.1.0`, 'minor', latest)).toMatchObject({
      upgrade: { from: '9.1.0', to: 'v9.2.0' },
      source: `${MOJ}/${RDS}?ref=v9.2.0`,
    });
  });
});

describe('the ref of a source', () => {
  it.each([
    [`${MOJ}/${RDS}?ref=9.1.0`, `${MOJ}/${RDS}?ref=9.2.0`],
    [`${MOJ}/${RDS}?ref=v9.1.0`, `${MOJ}/${RDS}?ref=9.2.0`],
    [`${MOJ}/${RDS}.git?depth=1&ref=v9.1.0`, `${MOJ}/${RDS}.git?depth=1&ref=9.2.0`],
    [`${MOJ}/${RDS}?ref=9.1.0&depth=1`, `${MOJ}/${RDS}?ref=9.2.0&depth=1`],
    [`${MOJ}/${RDS}//modules/x?ref=9.1.0`, `${MOJ}/${RDS}//modules/x?ref=9.2.0`],
    [`git::https://${MOJ}/${RDS}.git?ref=9.1.0`, `git::https://${MOJ}/${RDS}.git?ref=9.2.0`],
    [`git::https://${MOJ}/${RDS}.git//?ref=9.1.0`, `git::https://${MOJ}/${RDS}.git//?ref=9.2.0`],
    [`git::ssh://git@${MOJ}/${RDS}?ref=9.1.0`, `git::ssh://git@${MOJ}/${RDS}?ref=9.2.0`],
    [
      `git@github.com:ministryofjustice/${RDS}.git?ref=9.1.0`,
      `git@github.com:ministryofjustice/${RDS}.git?ref=9.2.0`,
    ],
    [`${MOJ}/${RDS}?xref=9.1.0&ref=9.1.0`, `${MOJ}/${RDS}?xref=9.1.0&ref=9.2.0`],
    [`${MOJ}/${RDS}?ref=9.1.0&ref=8.0.0`, `${MOJ}/${RDS}?ref=9.2.0&ref=8.0.0`],
  ])('alone changes in %s', (before, after) => {
    const decision = decide(before);

    expect(decision).toMatchObject({ do: 'upgrade', source: after });
    if (decision.do !== 'upgrade') return;
    expect(applySplices(decision.text, [decision.splice])).toBe(decision.text.replace(before, after));
  });

  it('is left alone where the string has escapes', () => {
    expect(outcome(`${MOJ}/${RDS}?re\\u0066=9.1.0`)).toBe('no-version');
  });
});

describe('a rotation with an upgrade', () => {
  const block = (ref: string, rest: string): string =>
    `module "m" {\n  source        = "${MOJ}/${RDS}?ref=${ref}" # the version\n  team_name     = "x"\n${rest}}\n`;
  const rotate = (text: string, upgrade?: UpgradeLimit) =>
    rotateText(text, {
      kinds: [],
      date: TODAY,
      now: NOW,
      latest: new Map([['rds', released]]),
      ...(upgrade === undefined ? {} : { upgrade }),
    });

  it('changes the date and the ref, proved by the real parser, and nothing else', async () => {
    const text = block('9.1.0', '  db_password_rotated_date = "04-05-2025"\n');

    const result = await rotate(text, 'minor');

    expect(result.text).toBe(text.replace('04-05-2025', '23-11-2026').replace('ref=9.1.0', 'ref=9.2.0'));
    expect(result.changes).toMatchObject([
      { from: '04-05-2025', to: '23-11-2026', line: 4, upgrade: { from: '9.1.0', to: '9.2.0' } },
    ]);
    expect(result.problems).toEqual([]);
  });

  it('leaves the source alone when no upgrade is asked for', async () => {
    const text = block('9.1.0', '  db_password_rotated_date = "04-05-2025"\n');

    const result = await rotate(text);

    expect(result.text).toBe(text.replace('04-05-2025', '23-11-2026'));
    expect(result.changes[0]).not.toHaveProperty('upgrade');
    expect(result.changes[0]).not.toHaveProperty('notUpgraded');
  });

  it('adds a missing date and opens a block on one line', async () => {
    const text = `module "m" { source = "${MOJ}/${RDS}?ref=9.1.0" }\n`;

    const result = await rotate(text, 'minor');

    expect(result.text).toBe(
      `module "m" {\n  source = "${MOJ}/${RDS}?ref=9.2.0"\n\n  db_password_rotated_date = "23-11-2026"\n}\n`,
    );
  });

  it('upgrades the module whose date stands elsewhere', async () => {
    const text = `locals {\n  day = "04-05-2025"\n}\n${block('9.1.0', '  db_password_rotated_date = local.day\n')}`;

    const result = await rotate(text, 'minor');

    expect(result.text).toBe(text.replace('04-05-2025', '23-11-2026').replace('ref=9.1.0', 'ref=9.2.0'));
  });

  it('leaves what is not rotated at its version', async () => {
    const text = block('9.1.0', '  db_password_rotated_date = "23-11-2026"\n');

    const result = await rotate(text, 'major');

    expect(result.text).toBe(text);
    expect(result.skipped.map(({ code }) => code)).toEqual(['already-rotated']);
  });

  it('rotates without it where only a major step would do, and says why', async () => {
    const text = block('8.0.0', '  db_password_rotated_date = "04-05-2025"\n');

    const result = await rotate(text, 'minor');

    expect(result.text).toBe(text.replace('04-05-2025', '23-11-2026'));
    expect(result.changes[0]?.notUpgraded).toMatchObject({
      code: 'major-upgrade',
      message: expect.stringContaining('--upgrade=major'),
    });
  });
});

describe('a version that is too old', () => {
  const request: RotationRequest = {
    date: TODAY,
    time: '09:00',
    again: false,
    forceLiteral: false,
    kindsNamed: new Set(),
    upgrade: null,
    latest: latestOf({ rds: '9.2.0' }),
  };
  const OLD: Situation = { kind: 'rds', ref: '5.0.0' };
  const SLIGHTLY_OLD: Situation = { kind: 'rds', ref: '5.16.15' };

  it.each<[string, Situation, Partial<RotationRequest>, string]>([
    ['stays blocked without an upgrade', OLD, {}, 'version-too-old'],
    ['stays blocked when the step is major', OLD, { upgrade: 'minor' }, 'version-too-old'],
    ['is rotated with a major upgrade', OLD, { upgrade: 'major' }, '23-11-2026'],
    [
      'is rotated with a minor upgrade',
      SLIGHTLY_OLD,
      { upgrade: 'minor', latest: latestOf({ rds: '5.17.0' }) },
      '23-11-2026',
    ],
    [
      'stays blocked when the latest is too old as well',
      OLD,
      { upgrade: 'minor', latest: latestOf({ rds: '5.1.0' }) },
      'version-too-old',
    ],
    [
      'stays blocked when the latest is not known',
      OLD,
      { upgrade: 'major', latest: new Map() },
      'version-too-old',
    ],
    [
      'stays a replica',
      { ...OLD, lines: '  replicate_source_db = "x"' },
      { upgrade: 'major' },
      'read-replica',
    ],
    [
      'stays on hold',
      { ...OLD, place: { hold: { files: ['SECRET_ROTATE_BLOCK'], stopsEveryApply: true } } },
      { upgrade: 'major' },
      'namespace-held',
    ],
    ['stays no literal', { ...OLD, date: 'timestamp()' }, { upgrade: 'major' }, 'not-a-literal'],
  ])('%s', (_, situation, part, expected) => {
    const decision = decideRotation(assess(situation), { ...request, ...part });

    expect('to' in decision ? decision.to : decision.code).toBe(expected);
  });

  it('says which upgrade would help', () => {
    const decision = decideRotation(assess(OLD), { ...request, upgrade: 'minor' });

    if ('to' in decision) throw new Error('it is rotated');
    expect(reasonOf(decision).message).toMatch(/upgrade it to 9\.2\.0 .*--upgrade=major/);
  });
});
