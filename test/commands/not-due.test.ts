/** An open pull request rotates nothing that the base branch has had rotated since, whatever day stands in it. */
import { describe, expect, it } from 'vitest';
import { addedLines } from '../e2e/end-state.ts';
import { askGitHub, land, readRemoteFile, resources, serviceAccount } from '../e2e/land.ts';
import { smallEstate, tokenFile } from '../e2e/small-estate.ts';
import { aTendedWorld, requestOf, type TendedWorld } from './tended-world.ts';

const NAMESPACE = 'orchard-dev';
const TOKEN = `${NAMESPACE}/serviceaccount.tf#token`;
const DATABASE = `${NAMESPACE}/rds.tf#rds`;

const database = (date: string) => `module "rds" {
  source = "github.com/ministryofjustice/cloud-platform-terraform-rds-instance?ref=9.2.0"

  db_password_rotated_date = "${date}"
}
`;

async function anEstate(names: readonly string[] = [NAMESPACE]): Promise<TendedWorld> {
  const tended = await aTendedWorld({ estate: await smallEstate(names.map((name) => ({ name }))) });
  await land(
    tended.world,
    Object.fromEntries(names.map((name) => [`${resources(name)}/rds.tf`, database('20-03-2026')])),
  );
  return tended;
}

/** What an older version wrote: a marker that does not say which values the base had. */
async function forgetValues({ world }: TendedWorld, number: number): Promise<void> {
  const { body } = await askGitHub(world, 'GET', `/pulls/${number}`);
  const older = String(body).replace(/,"(?:from|packedFrom)":(?:\{[^}]*\}|"[^"]*")/, '');
  expect(older).not.toMatch(/"(?:from|packedFrom)"/);
  await askGitHub(world, 'PATCH', `/pulls/${number}`, { body: older });
}

const idsOf = (changes: readonly { readonly id: string }[] | undefined) => changes?.map(({ id }) => id);

describe.each(['this version', 'an older version'])('a pull request of %s', (version) => {
  it.each([
    ['to a day before that of the pull request', '22-11-2026'],
    ['to a day after it', '24-11-2026'],
  ])('lets go of a credential that a person rotated, %s', async (_, date) => {
    const tended = await anEstate();
    const { world, open, plan, status, dashboard, pass } = tended;
    await open({ due: true });
    if (version !== 'this version') await forgetValues(tended, 1);
    await land(world, { [tokenFile(NAMESPACE)]: serviceAccount('token', date) });
    pass(2);

    const planned = await plan({ due: true });
    const before = requestOf(await status(), NAMESPACE);
    const board = await dashboard();
    const opened = await open({ due: true });

    expect(planned.pullRequests.map(({ changes }) => idsOf(changes))).toEqual([[DATABASE]]);
    expect(before).toMatchObject({ next: 'update', code: 'credentials-changed' });
    expect(idsOf(before.changes)).toEqual([DATABASE]);
    expect(board.totals.open).toEqual({ namespaces: 1, credentials: 2 });
    expect(opened.pullRequests).toMatchObject([{ outcome: 'updated' }]);
    expect(idsOf(opened.pullRequests[0]?.changes)).toEqual([DATABASE]);
    expect(await addedLines(world, `rotate/${NAMESPACE}`)).toEqual([
      '  db_password_rotated_date = "25-11-2026"',
    ]);
    // the run after that finds nothing to do
    expect((await open({ due: true })).pullRequests).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it('keeps what it was opened for, due or not, while the base has it as it was', async () => {
    const tended = await anEstate();
    const { world, open, pass } = tended;
    await land(world, { [tokenFile(NAMESPACE)]: serviceAccount('token', '20-11-2026') });
    await open({});
    if (version !== 'this version') await forgetValues(tended, 1);
    // the file changes, the date does not
    await land(world, {
      [tokenFile(NAMESPACE)]: `# token\n${serviceAccount('token', '20-11-2026')}`,
    });
    pass(2);

    const opened = await open({ due: true });

    expect(idsOf(opened.pullRequests[0]?.changes)?.toSorted()).toEqual([DATABASE, TOKEN]);
    expect(await readRemoteFile(world, tokenFile(NAMESPACE), `rotate/${NAMESPACE}`)).toMatch(/^# token/);
  });

  it('is closed when a person rotated all of it', async () => {
    const tended = await anEstate();
    const { world, open, status, pass } = tended;
    await open({ due: true });
    if (version !== 'this version') await forgetValues(tended, 1);
    await land(world, {
      [tokenFile(NAMESPACE)]: serviceAccount('token', '22-11-2026'),
      [`${resources(NAMESPACE)}/rds.tf`]: database('22-11-2026'),
    });
    pass(2);

    expect(requestOf(await status(), NAMESPACE)).toMatchObject({ next: 'close' });
    expect((await open({ due: true })).pullRequests).toMatchObject([{ outcome: 'closed' }]);
  });
});

describe('an incident beside open pull requests', () => {
  const NAMES = ['brook-dev', 'orchard-dev'];
  const incident = { incident: 'A leak', grouping: 'all' } as const;
  const tokens = NAMES.map((name) => `${name}/serviceaccount.tf#token`);

  async function added({ world }: TendedWorld): Promise<Record<string, readonly string[]>> {
    const branches = ['_all', ...NAMES].map((name) => `rotate/${name}`);
    return Object.fromEntries(
      await Promise.all(branches.map(async (branch) => [branch, await addedLines(world, branch)])),
    );
  }

  const TOKEN_LINE = expect.stringContaining('serviceaccount_token_rotated_date');
  const DATABASE_LINE = expect.stringContaining('db_password_rotated_date');

  it.each([
    ['was opened after the single ones', ['singles', 'group']],
    ['was opened before the single ones', ['group', 'singles']],
  ])('has its credentials to itself when it %s', async (_, order) => {
    const tended = await anEstate(NAMES);
    const { open, status, dashboard, pass, violations } = tended;
    for (const step of order) {
      if (step === 'singles') await open({});
      else await open({ kinds: ['serviceaccount'] }, incident);
      pass(1);
    }
    const foretold = await status();
    const nightly = await open({ due: true });

    expect(await added(tended)).toEqual({
      'rotate/_all': [TOKEN_LINE, TOKEN_LINE],
      'rotate/brook-dev': [DATABASE_LINE],
      'rotate/orchard-dev': [DATABASE_LINE],
    });
    expect(idsOf(nightly.skipped.filter(({ code }) => code === 'in-group'))).toEqual(tokens);
    const next = order[0] === 'singles' ? 'update' : 'nothing';
    expect(NAMES.map((name) => requestOf(foretold, name).next)).toEqual([next, next]);
    expect((await dashboard()).totals.open).toEqual({ namespaces: 3, credentials: 4 });
    expect((await open({ due: true })).pullRequests.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    expect(violations).toEqual([]);
  });

  it('takes over a single one whole, which is closed and says where its rotation is', async () => {
    const tended = await anEstate(NAMES);
    const { world, open, status, dashboard, pass } = tended;
    await open({ kinds: ['serviceaccount'] });
    pass(1);
    await open({ kinds: ['serviceaccount'] }, incident);

    const board = await dashboard();
    const foretold = await status({ kinds: ['serviceaccount'] });
    const nightly = await open({ due: true, kinds: ['serviceaccount'] });

    expect(board.totals.open).toEqual({ namespaces: 3, credentials: 2 });
    expect(NAMES.map((name) => requestOf(foretold, name).next)).toEqual(['close', 'close']);
    expect(nightly.pullRequests.map(({ branch, outcome }) => `${branch} ${outcome}`)).toEqual([
      'rotate/brook-dev closed',
      'rotate/orchard-dev closed',
    ]);
    const comments = await askGitHub(world, 'GET', '/issues/1/comments');
    expect(comments).toMatchObject([{ body: expect.stringContaining('pull request of a group') }]);
  });
});
