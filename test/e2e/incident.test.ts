import { describe, expect, it } from 'vitest';
import type { OpenResult } from '../../src/results/results.ts';
import { addedLines, endStateOf } from './end-state.ts';
import { DATE, rotationBranches, type Stage, stage } from './harness.ts';
import { askGitHub, land, serviceAccount } from './land.ts';
import { CLUSTER, smallEstate, tokenFile } from './small-estate.ts';

const REASON = 'A supply-chain attack; see <https://example.com> @everybody';
const NAMES = ['orchard-dev', 'orchard-prod', 'brook-prod'];
const RDS = `module "rds" {
  source = "github.com/ministryofjustice/cloud-platform-terraform-rds-instance?ref=9.2.0"

  db_password_rotated_date = "01-02-2026"
}
`;

/** Two applications of two teams, each namespace with a token and one also with a database. */
async function estate(): Promise<Stage> {
  const on = await stage({
    estate: await smallEstate([
      { name: 'brook-prod', application: 'Brook', production: true, team: 'brook/keepers ✂' },
      { name: 'orchard-dev', application: 'Orchard', team: 'gardeners' },
      { name: 'orchard-prod', application: 'Orchard', production: true, team: 'gardeners' },
    ]),
    teams: { gardeners: 'collaborator' },
  });
  await land(on.world, { [`namespaces/${CLUSTER}/brook-prod/resources/rds.tf`]: RDS });
  return on;
}

const incident = (...args: string[]) => [
  ...['open', '--all', '--incident', '--reason', REASON, '--date', DATE],
  ...args,
];
const nightly = ['open', '--due', '--date', DATE];
const outcomes = ({ pullRequests }: OpenResult) => pullRequests.map(({ outcome }) => outcome);

describe('rotate-pr open --incident', () => {
  it('wants a reason, and a reason wants an incident', async () => {
    const { rotatePr } = await estate();

    expect(await rotatePr(['open', '--all', '--incident'])).toMatchObject({ status: 2 });
    expect(await rotatePr(['open', '--all', '--reason', 'x'])).toMatchObject({ status: 2 });
  });

  it('opens everything at once, the reason in every body, and takes over what is open', async () => {
    const on = await estate();
    const before = await on.json<OpenResult>(nightly);

    const during = await on.json<OpenResult>(incident());
    const again = await on.json<OpenResult>(incident());

    expect(outcomes(before).toSorted()).toEqual(['created', 'created', 'deferred']);
    expect(outcomes(during).toSorted()).toEqual(['created', 'updated', 'updated']);
    expect(outcomes(again)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    for (const name of NAMES) {
      const { pulls, sha } = await endStateOf(on.world, `rotate/${name}`);
      expect(pulls).toMatchObject([{ state: 'open', marker: { incident: REASON, head: sha } }]);
      // escaped, so that nobody is mentioned and no address becomes a link
      expect(pulls[0]?.body).toMatch(/A supply-chain attack/);
      expect(pulls[0]?.body).not.toMatch(/(?<![\\`\w])@everybody/);
    }
    expect(on.violations).toEqual([]);
  });
});

describe('rotate-pr open --incident --group', () => {
  it.each([
    ['all', ['rotate/_all']],
    ['team', [expect.stringMatching(/^rotate\/_team\.brook-keepers-[0-9a-f]{8}$/), 'rotate/_team.gardeners']],
    ['kind', ['rotate/_kind.rds', 'rotate/_kind.serviceaccount']],
  ])(
    '%s puts everything into few pull requests, leaves them alone at night, and closes them',
    async (group, branches) => {
      const on = await estate();

      const first = await on.json<OpenResult>(incident('--group', group));
      const found = await rotationBranches(on.world);
      let second: OpenResult | null = null;
      const rerun = await on.trafficOf(async () => {
        second = await on.json<OpenResult>(incident('--group', group));
      });
      const night = await on.json<OpenResult>(nightly);

      expect(found).toEqual(branches);
      expect(outcomes(first)).toEqual(branches.map(() => 'created'));
      expect(outcomes(second!)).toEqual(branches.map(() => 'unchanged'));
      expect(rerun).toMatchObject({ apiWrites: 0, pushes: 0 });
      const added = (await Promise.all(found.map((branch) => addedLines(on.world, branch)))).flat();
      expect(added).toHaveLength(4);
      // what the groups rotate is theirs: a nightly run opens nothing for it
      expect(outcomes(night)).toEqual([]);
      expect(night.skipped.filter(({ code }) => code === 'in-group')).toHaveLength(4);
      expect(await rotationBranches(on.world)).toEqual(found);

      await land(on.world, {
        ...Object.fromEntries(NAMES.map((name) => [tokenFile(name), serviceAccount('token', '23-11-2026')])),
        [`namespaces/${CLUSTER}/brook-prod/resources/rds.tf`]: RDS.replace('01-02-2026', '23-11-2026'),
      });
      const landed = await on.json<OpenResult>(nightly);

      expect(outcomes(landed)).toEqual(branches.map(() => 'closed'));
      expect(await rotationBranches(on.world)).toEqual([]);
      for (const branch of found) {
        const { pulls } = await endStateOf(on.world, branch);
        expect(pulls).toMatchObject([
          { state: 'closed', comments: [expect.stringMatching(/rotated meanwhile/)] },
        ]);
      }
      expect(on.violations).toEqual([]);
    },
  );

  it('all goes on with what is left when a part was rotated by hand', async () => {
    const on = await estate();
    await on.json<OpenResult>(incident('--group', 'all'));
    await land(on.world, { [tokenFile('orchard-dev')]: serviceAccount('token', '23-11-2026') });

    const next = await on.json<OpenResult>(incident('--group', 'all'));

    expect(next.pullRequests).toMatchObject([{ outcome: 'updated', number: 1 }]);
    expect(await addedLines(on.world, 'rotate/_all')).toHaveLength(3);
  });

  it('all leaves a pull request alone of which a run selects only a part', async () => {
    const on = await estate();
    await on.json<OpenResult>(incident('--group', 'all'));

    const part = await on.json<OpenResult>([
      ...['open', '-n', 'brook-prod', '--incident', '--reason', REASON, '--date', DATE, '--group', 'all'],
    ]);

    expect(part.pullRequests).toMatchObject([
      { outcome: 'left-alone', reason: expect.stringMatching(/2 credentials/) },
    ]);
    expect(await addedLines(on.world, 'rotate/_all')).toHaveLength(4);
  });
});

it('writes what does not fit into the body of an incident as comments, once', async () => {
  const names = Array.from(
    { length: 200 },
    (_, at) => `orchard-${String(at).padStart(3, '0')}-${'x'.repeat(40)}`,
  );
  const on = await stage({ estate: await smallEstate(names.map((name) => ({ name }))) });

  const first = await on.json<OpenResult>(incident('--group', 'all'));
  const again = await on.json<OpenResult>(incident('--group', 'all'));
  await land(on.world, { [tokenFile(names[0] ?? '')]: serviceAccount('token', '23-11-2026') });
  const updated = await on.json<OpenResult>(incident('--group', 'all'));

  expect([first, again, updated].flatMap(outcomes)).toEqual(['created', 'unchanged', 'updated']);
  const { pulls } = await endStateOf(on.world, 'rotate/_all');
  const [pull] = pulls;
  expect(pull?.marker).not.toHaveProperty('undressed');
  expect(pull?.comments.map((comment) => comment.split('\n', 1)[0])).toEqual(['<!-- rotate-pr:page 2 -->']);
  const shown = `${pull?.body}\n${pull?.comments.join('\n')}`;
  expect(names.filter((name) => shown.includes(`\`${name}\``))).toEqual(names.slice(1));
  expect(await askGitHub(on.world, 'GET', '/pulls/1')).toMatchObject({ changed_files: 199 });
}, 120_000);
