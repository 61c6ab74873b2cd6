/** One repository with every hard case at once, and what each command says about each credential of it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/commands/audit.ts';
import type { DashboardResult } from '../../src/results/dashboard.ts';
import type { AuditResult, OpenResult, PlanResult } from '../../src/results/results.ts';
import type { StatusResult } from '../../src/results/status.ts';
import { commitByHand } from '../e2e/end-state.ts';
import { askGitHub, land, resources, serviceAccount } from '../e2e/land.ts';
import { CLUSTER, smallEstate, tokenFile } from '../e2e/small-estate.ts';
import { unwrap } from '../unwrap.ts';
import { options } from './options.ts';
import { aTendedWorld } from './tended-world.ts';

const rds = (lines: string) => `module "rds" {
  source = "github.com/ministryofjustice/cloud-platform-terraform-rds-instance?ref=9.2.0"
${lines}}
`;

const NAMES = [
  ...['a-plain', 'an-open', 'a-foreign', 'a-closed', 'a-grouped', 'a-held', 'a-fresh', 'a-gone', 'a-landed'],
  ...['a-bad-escape', 'a-broken', 'a-replica', 'a-late', 'a-definition'],
];

/** What is said of one credential; null where a command does not speak of it. */
interface Said {
  readonly audit: string | null;
  /** The outcome of its pull request, or why it is in none. */
  readonly plan: string | null;
  readonly status: string | null;
  readonly dashboard: string | null;
  readonly open: string | null;
}

let said: (id: string) => Said;
let ids: readonly string[];
let planned: PlanResult;
let previewed: OpenResult;
let opened: OpenResult;

beforeAll(async () => {
  const tended = await aTendedWorld({ estate: await smallEstate(NAMES.map((name) => ({ name }))) });
  const { world } = tended;
  await tended.open({ namespaces: ['an-open', 'a-foreign', 'a-closed', 'a-gone', 'a-landed'] });
  const numberOf = async (name: string): Promise<number> => {
    const { pullRequests } = await tended.status();
    return pullRequests.find(({ branch }) => branch === `rotate/${name}`)?.number ?? 0;
  };
  await commitByHand(world, 'rotate/a-foreign');
  const closed = await numberOf('a-closed');
  await askGitHub(world, 'PATCH', `/pulls/${closed}`, { state: 'closed' });
  await tended.open({ namespaces: ['a-grouped'] }, { incident: 'A leak', grouping: 'all' });
  const folder = (name: string) => `namespaces/${CLUSTER}/${name}`;
  await land(world, {
    [`${folder('a-held')}/APPLY_PIPELINE_SKIP_THIS_NAMESPACE`]: '',
    [tokenFile('a-fresh')]: serviceAccount('token', '20-11-2026'),
    [tokenFile('a-landed')]: serviceAccount('token', '22-11-2026'),
    [tokenFile('a-bad-escape')]: serviceAccount('token', '20-03-2026').replace(
      '\n}',
      '\n  namespace = "\\q"\n}',
    ),
    [tokenFile('a-broken')]: `${serviceAccount('token', '20-03-2026')}resource "x" {\n`,
    [`${resources('a-replica')}/rds.tf`]: rds('  replicate_source_db = "another"\n'),
    [tokenFile('a-definition')]: serviceAccount('token', 'X').replace('"X"', 'local.rotated'),
    [`${resources('a-definition')}/locals.tf`]: 'locals {\n  rotated = "20-03-2026"\n  other   = "\\q"\n}\n',
    [tokenFile('a-gone')]: null,
    [`${folder('a-gone')}/00-namespace.yaml`]: null,
    [`${folder('a-gone')}/01-rbac.yaml`]: null,
  });
  tended.pass(2);
  await world.runGit('fetch', '--quiet', 'origin');
  const given = { ...options({ cwd: world.clone }), env: world.env, base: `origin/${world.defaultBranch}` };
  const audited = unwrap(await audit({ ...given, now: new Date('2026-11-25T12:00:00Z') }, () => {}));
  planned = await tended.plan({ due: true });
  const foretold = await tended.status();
  const board = await tended.dashboard();
  previewed = await tended.dryRun({ due: true });
  opened = await tended.open({ due: true });
  ids = [...audited.credentials.map(({ id }) => id), 'a-gone/serviceaccount.tf#token'];
  said = (id) => ({
    audit: auditOf(audited, id),
    plan: openOf(planned, id),
    status: statusOf(foretold, id),
    dashboard: dashboardOf(board, id),
    open: openOf(opened, id),
  });
}, 120_000);

const auditOf = ({ credentials }: AuditResult, id: string) =>
  credentials.find((one) => one.id === id)?.state ?? null;

const isOf = (id: string) => (one: { readonly branch: string | null; readonly group?: string | null }) =>
  one.branch === `rotate/${id.split('/')[0]}`;

function statusOf({ pullRequests }: StatusResult, id: string): string | null {
  const found = pullRequests.find(isOf(id));
  return found === undefined ? null : `${found.state} ${found.next} ${found.code ?? ''}`.trim();
}

function dashboardOf({ entries }: DashboardResult, id: string): string | null {
  const states = entries.filter(({ credentials }) => credentials.some((one) => one.id === id));
  return states.length === 0 ? null : states.map(({ state }) => state).join(' ');
}

function openOf({ pullRequests, skipped }: OpenResult, id: string): string | null {
  const found = pullRequests.find(isOf(id));
  return found?.outcome ?? skipped.find((one) => one.id === id)?.code ?? null;
}

describe('every command says the same', () => {
  it.each<[string, string, Said]>([
    [
      'of what is due and has no pull request',
      'a-plain/serviceaccount.tf#token',
      {
        audit: 'due',
        plan: 'created',
        status: 'deferred create next-run',
        dashboard: 'due',
        open: 'created',
      },
    ],
    [
      'of what is in an open pull request',
      'an-open/serviceaccount.tf#token',
      { audit: 'due', plan: 'unchanged', status: 'open nothing', dashboard: 'open', open: 'unchanged' },
    ],
    [
      'of a branch to which somebody else committed',
      'a-foreign/serviceaccount.tf#token',
      {
        audit: 'due',
        plan: 'left-alone',
        status: 'open nothing foreign-commits',
        dashboard: 'open',
        open: 'left-alone',
      },
    ],
    [
      'of what a person closed',
      'a-closed/serviceaccount.tf#token',
      {
        audit: 'due',
        plan: 'left-alone',
        status: 'closed nothing closed-by-person',
        dashboard: 'closed',
        open: 'left-alone',
      },
    ],
    [
      'of what the pull request of a group has',
      'a-grouped/serviceaccount.tf#token',
      { audit: 'due', plan: 'in-group', status: null, dashboard: 'open', open: 'in-group' },
    ],
    [
      'of a pull request whose credential a person rotated',
      'a-landed/serviceaccount.tf#token',
      {
        audit: 'ok',
        plan: 'closed',
        status: 'open close nothing-to-rotate',
        dashboard: 'open',
        open: 'closed',
      },
    ],
    [
      'of a pull request whose namespace is gone',
      'a-gone/serviceaccount.tf#token',
      {
        audit: null,
        plan: 'closed',
        status: 'open close nothing-to-rotate',
        dashboard: 'open',
        open: 'closed',
      },
    ],
    [
      'of a namespace on hold',
      'a-held/serviceaccount.tf#token',
      {
        audit: 'held',
        plan: 'namespace-held',
        status: 'deferred nothing namespace-held',
        dashboard: 'held',
        open: 'namespace-held',
      },
    ],
    [
      'of what is not due',
      'a-fresh/serviceaccount.tf#token',
      { audit: 'ok', plan: null, status: null, dashboard: null, open: null },
    ],
    [
      'of a replica',
      'a-replica/rds.tf#rds',
      {
        audit: 'exempt',
        plan: 'created',
        status: 'deferred create next-run',
        dashboard: null,
        open: 'created',
      },
    ],
    ...(['a-bad-escape', 'a-broken', 'a-definition'] as const).map((name): [string, string, Said] => [
      `of a file that HashiCorp's parser refuses: ${name}`,
      `${name}/serviceaccount.tf#token`,
      {
        audit: 'blocked',
        plan: 'invalid-hcl',
        status: 'deferred nothing invalid-hcl',
        dashboard: 'blocked',
        open: 'invalid-hcl',
      },
    ]),
  ])('%s', (_, id, expected) => {
    expect(said(id)).toEqual(expected);
  });

  it('of each: what one would write every other calls due, and what is opened was foretold', () => {
    for (const id of ids) {
      const { audit: state, plan, status, dashboard, open } = said(id);
      expect(open, id).toBe(plan);
      if (dashboard === 'due') expect(open, id).toBe('created');
      if (open === 'created' && dashboard !== null) {
        expect(state, id).toMatch(/^(?:due|never)$/);
        expect([status, dashboard], id).toEqual(['deferred create next-run', 'due']);
      }
    }
  });

  it('of every pull request: a dry run and a plan foretell what the run that follows does, and where', () => {
    const foretold = opened.pullRequests.map((each) => ({
      ...each,
      ...(each.outcome === 'created' ? NONE_YET : {}),
    }));

    expect(byBranch(previewed)).toEqual(byBranch({ ...opened, pullRequests: foretold }));
    const bare = planned.pullRequests.map(({ body: _, diff: __, ...each }) => each);
    expect(byBranch({ ...planned, pullRequests: bare })).toEqual(byBranch(previewed));
    expect(previewed.skipped).toEqual(opened.skipped);
    expect(new Set(previewed.pullRequests.map(({ outcome }) => outcome))).toEqual(
      new Set(['created', 'unchanged', 'left-alone', 'closed']),
    );
  });
});

/** A number is given by GitHub. */
const NONE_YET = { number: null, url: null };

function byBranch({ pullRequests }: OpenResult): OpenResult['pullRequests'] {
  return pullRequests.toSorted((a, b) => (a.branch < b.branch ? -1 : 1));
}
