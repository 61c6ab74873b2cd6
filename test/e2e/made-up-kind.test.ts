/** A kind that the program does not have is described in the config file, and every command is right about it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runComplete } from '../../src/cli/verbs/complete.ts';
import type { DashboardResult } from '../../src/results/dashboard.ts';
import type { AuditResult, OpenResult } from '../../src/results/results.ts';
import type { RunbookResult } from '../../src/results/runbook.ts';
import type { StatusResult } from '../../src/results/status.ts';
import { createWorld, type World } from '../github/world.ts';
import { theBoard } from './board.ts';
import { runCommandLine } from './command-line.ts';
import { DATE, listPulls } from './harness.ts';
import { readRemoteFile, resources } from './land.ts';
import { smallEstate } from './small-estate.ts';

const CONFIG = `maxAge: { opensearch: 30, default: 90 }
kinds:
  opensearch:
    module: cloud-platform-terraform-opensearch
    argument: password_rotated_date
    format: yyyy-MM-dd
    since: '1.7.0'
    noun: { one: OpenSearch password, many: OpenSearch passwords, secret: password, server: domain }
    applying: the domain gets a new password and the old one stops working.
    restart: all
    secretOutputs: [password]
    rules:
      - argument: dedicated_master
        is: 'true'
        effect: warning
        code: dedicated-master
        message: the domain has a dedicated master
        unknown: { effect: warning, message: the domain may have a dedicated master }
`;

const NAME = 'otter-index-dev';
const FILE = `${resources(NAME)}/search.tf`;
const SEARCH = `module "search" {
  source = "github.com/ministryofjustice/cloud-platform-terraform-opensearch?ref=1.7.2"

  dedicated_master      = true
  password_rotated_date = "2026-09-20"
}

resource "kubernetes_secret" "search" {
  metadata {
    name      = "search-output"
    namespace = "${NAME}"
  }

  data = {
    password = module.search.password
    url      = module.search.proxy_url
  }
}
`;

/** What the built-in kinds say of theirs: their nouns, servers and modules. */
const OF_OTHERS = /\bRDS\b|ElastiCache|Redis|AUTH token|database|HMPPS|CircleCI|service account|rds-instance/;

let world: World;
beforeAll(async () => {
  const estate = await smallEstate([{ name: NAME, date: '23-11-2026' }, { name: 'heron-mail-dev' }]);
  await writeFile(join(estate, FILE), SEARCH);
  await mkdir(join(estate, '.github'));
  await writeFile(join(estate, '.github', 'rotate-pr.yml'), CONFIG);
  world = await createWorld({ estate });
  await writeFile(join(world.folder, 'versions.json'), JSON.stringify({ opensearch: '1.7.2' }));
});
afterAll(async () => {
  await world.close();
});

/** What the command line prints; a run that could not take place fails the test. */
async function rotatePr(...args: readonly string[]): Promise<string> {
  const surroundings = { cwd: world.clone, env: { ...world.env, NO_COLOR: '1' } };
  const { status, stdout, stderr } = await runCommandLine([...args, '--date', DATE], surroundings);
  expect(status, stderr).not.toBe(2);
  return stdout;
}

async function json<T>(...args: readonly string[]): Promise<T> {
  return JSON.parse(await rotatePr(...args, '--format', 'json')) as T;
}

const READ = ['-k', 'opensearch', '--all'] as const;

describe('a kind of the config file', () => {
  it('is audited by its own age, format, rules and version', async () => {
    const { credentials } = await json<AuditResult>('audit', ...READ);

    expect(credentials).toHaveLength(1);
    expect(credentials[0]).toMatchObject({
      kind: 'opensearch',
      module: 'search',
      variable: 'password_rotated_date',
      rotatedOn: '2026-09-20',
      ageDays: 64,
      maxAgeDays: 30,
      state: 'due',
    });
    expect(credentials[0]?.reasons.map(({ code }) => code)).toEqual([
      'older-than-max-age',
      'dedicated-master',
    ]);
  });

  it('is one of the kinds of an audit without --kind, behind those that are built in', async () => {
    const out = await rotatePr('audit', '--all', '--verbose');

    expect(out.indexOf('serviceaccount')).toBeGreaterThan(-1);
    expect(out.indexOf('opensearch')).toBeGreaterThan(out.indexOf('serviceaccount'));
  });

  it('has its own age among the settings in force', async () => {
    const out = await rotatePr('config');

    expect(out).toMatch(/maxAge\.opensearch\s+30/);
  });

  it('is planned and opened in its own words, and with no advice of another kind', async () => {
    const flags = ['-n', NAME, '-k', 'opensearch', '--module-versions', join(world.folder, 'versions.json')];
    const planned = await json<OpenResult & { pullRequests: readonly { body: string }[] }>('plan', ...flags);
    const opened = await json<OpenResult>('open', ...flags);
    const [pull] = await listPulls(world);

    const body = planned.pullRequests[0]?.body ?? '';
    expect(body).toContain(
      '**OpenSearch password**: the domain gets a new password and the old one stops working.',
    );
    expect(body).toContain('Replace all pods at once, so that they start with the new password.');
    expect(body).toContain('`search-output`');
    expect(body).not.toMatch(OF_OTHERS);
    expect(opened.pullRequests).toMatchObject([{ outcome: 'created', branch: `rotate/${NAME}` }]);
    expect(opened.pullRequests[0]?.changes).toMatchObject([
      { kind: 'opensearch', action: 'update', from: '2026-09-20', to: '2026-11-23' },
    ]);
    expect(pull?.title).toContain('OpenSearch password');
    expect(await readRemoteFile(world, FILE, `rotate/${NAME}`)).toBe(
      SEARCH.replace('2026-09-20', '2026-11-23'),
    );
  });

  it('has a runbook of its own, without advice for leaks of what has no second value', async () => {
    const { namespaces } = await json<RunbookResult>('runbook', ...READ, '--incident');

    const text = JSON.stringify(namespaces);
    expect(text).toContain('check that the Secret search-output has the new password');
    expect(text).toContain('a pod with the old password keeps the connections it has');
    expect(text).not.toMatch(OF_OTHERS);
  });

  it('stands in the status of its namespace', async () => {
    const { pullRequests } = await json<StatusResult>('status', '-n', NAME);

    expect(JSON.stringify(pullRequests)).toContain(NAME);
    expect(JSON.stringify(pullRequests)).not.toMatch(OF_OTHERS);
  });

  it('stands on the dashboard', async () => {
    const { entries } = await json<DashboardResult>('dashboard');
    const board = await theBoard(world);

    expect(JSON.stringify(entries)).toContain(NAME);
    expect(board.pages.map(({ body }) => body).join('\n')).toContain('OpenSearch password');
  });

  it('stands on the page, with its title and in its place', async () => {
    const out = await rotatePr('audit', '--all', '--format', 'html');

    expect(out).toContain('<th scope="row">OpenSearch passwords</th>');
    expect(out).toContain('{"name":"opensearch","one":"OpenSearch password","many":"OpenSearch passwords"}');
  });

  it('is completed', () => {
    expect(runComplete(['zsh', 'audit', '--kind', 'o'], world.clone)).toContain('opensearch\t');
  });
});
