import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface BenchEstate {
  readonly root: string;
  readonly description: string;
  /** Deletes what was generated; leaves a given clone alone. */
  readonly remove: () => void;
}

/** About as many as the real repository has. */
const NAMESPACES = 1_450;
const CLUSTER = 'live.cloud-platform.service.justice.gov.uk';

/** The clone that `ENVIRONMENTS_REPO` names, else a generated repository of about its size. */
export function openEstate(): BenchEstate {
  const given = process.env.ENVIRONMENTS_REPO;
  if (given) return { root: given, description: 'estate: the clone at ENVIRONMENTS_REPO', remove: () => {} };
  const root = mkdtempSync(join(tmpdir(), 'rotate-pr-bench-'));
  for (let i = 0; i < NAMESPACES; i += 1) writeNamespace(root, i);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  git('init', '--initial-branch=main');
  git('add', '--all');
  git('-c', 'user.name=bench', '-c', 'user.email=bench@example.invalid', 'commit', '--message=estate');
  return {
    root,
    description: `estate: ENVIRONMENTS_REPO is unset, ${NAMESPACES} namespaces were generated`,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/**
 * The clone that `ENVIRONMENTS_HISTORY` names, bare or not, else that of `ENVIRONMENTS_REPO`, as a root for
 * `audit --since`, which reads no working tree. Null when neither has a history.
 */
export function openPast(): Pick<BenchEstate, 'root' | 'remove'> | null {
  const given = process.env.ENVIRONMENTS_HISTORY ?? process.env.ENVIRONMENTS_REPO;
  if (!given) return null;
  const ask = (...args: string[]): string =>
    execFileSync('git', args, { cwd: given, encoding: 'utf8' }).trim();
  if (Number(ask('rev-list', '--count', '--first-parent', 'HEAD')) < 1_000) return null;
  const root = mkdtempSync(join(tmpdir(), 'rotate-pr-bench-'));
  writeFileSync(join(root, '.git'), `gitdir: ${ask('rev-parse', '--absolute-git-dir')}\n`);
  mkdirSync(join(root, 'namespaces'));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function writeNamespace(root: string, i: number): void {
  const name = `service-${String(i).padStart(4, '0')}-dev`;
  const folder = join(root, 'namespaces', CLUSTER, name);
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const write = (file: string, content: string) => writeFileSync(join(folder, file), content);
  write('00-namespace.yaml', `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n`);
  write('01-rbac.yaml', 'kind: RoleBinding\napiVersion: rbac.authorization.k8s.io/v1\n');
  const tags = ['application', 'business_unit', 'environment_name', 'namespace', 'team_name']
    .map((tag) => `  ${tag.padEnd(24)} = var.${tag}\n`)
    .join('');
  const module = (label: string, repository: string, extra: string) =>
    `module "${label}" {\n  source = "github.com/ministryofjustice/cloud-platform-terraform-${repository}"\n\n${tags}\n${extra}}\n\n`;
  write(
    'resources/serviceaccount.tf',
    module(
      'serviceaccount',
      'serviceaccount?ref=1.1.0',
      '  serviceaccount_token_rotated_date = "20-03-2026"\n',
    ),
  );
  if (i % 3 < 2) {
    const placeholder = '  # db_password_rotated_date = "2023-04-17" # Uncomment to rotate\n';
    write('resources/rds.tf', module('rds', 'rds-instance?ref=9.2.0', placeholder));
  }
  if (i % 3 === 0) write('resources/elasticache.tf', module('redis', 'elasticache-cluster?ref=8.2.0', ''));
  write('resources/ecr.tf', module('ecr', 'ecr-credentials?ref=8.0.0', ''));
  for (const file of ['main', 'variables', 'versions', 'sqs']) {
    write(
      `resources/${file}.tf`,
      `variable "${file}" {\n  type    = string\n  default = "${name}"\n}\n`.repeat(6),
    );
  }
}
