/** Kinds of a config file that are about resources, from the audit to a second `open` that changes nothing. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runComplete } from '../../src/cli/verbs/complete.ts';
import type { AuditResult, OpenResult } from '../../src/results/results.ts';
import type { RunbookResult } from '../../src/results/runbook.ts';
import { createWorld, type World } from '../github/world.ts';
import { runCommandLine } from './command-line.ts';
import { DATE } from './harness.ts';
import { readRemoteFile, resources } from './land.ts';
import { smallEstate } from './small-estate.ts';

const CONFIG = `maxAge: { api-password: 30 }
kinds:
  api-password:
    resource: random_password
    argument: keepers.last_changed
    format: yyyy-MM-dd
  access-key:
    resource: null_resource
    argument: triggers.rotation
    format: yyyy-MM-dd
`;

const NAME = 'heron-gate-dev';
const PASSWORDS = `${resources(NAME)}/passwords.tf`;
const KEYS = `${resources(NAME)}/keys.tf`;
const VARIABLES = `${resources(NAME)}/variables.tf`;

/** Seven credentials: three of a map, one of a map in the block, one each by itself, by a local and by a variable. */
const FILES = {
  [PASSWORDS]: `locals {
  # whose secret has to be rotated: change its date
  consumers = {
    "apply" = {
      namespace  = "heron-apply"
      rotated_at = "2026-10-30"
    }
    "review" = { namespace = "heron-review", rotated_at = "2026-04-20" }
    adapter  = { namespace = "heron-adapter", rotated_at = local.adapter_rotated }
  }
  adapter_rotated = "2026-05-01" # told by phone
}

resource "random_password" "api" {
  for_each = local.consumers
  length   = 32
  keepers = {
    last_changed = each.value.rotated_at
  }
}

resource "random_password" "inline" {
  for_each = { reader = "2026-01-02" }
  length   = 32
  keepers  = { last_changed = "\${each.value}" }
}

resource "random_password" "plain" {
  length  = 32
  keepers = { "last_changed" = "2026-11-20" }
}

resource "random_password" "no_date" {
  length = 32
}

resource "kubernetes_secret" "api" {
  for_each = local.consumers
  metadata {
    name      = "api-auth"
    namespace = "${NAME}"
  }
  data = {
    secret = random_password.api[each.key].result
  }
}
`,
  [KEYS]: `resource "null_resource" "rotation" {
  triggers = {
    rotation = var.access_key_rotation_trigger
  }
}

resource "aws_iam_access_key" "user" {
  user = "heron"
  lifecycle {
    replace_triggered_by = [null_resource.rotation]
  }
}

resource "null_resource" "another" {
  triggers = { always = timestamp() }
}

resource "null_resource" "hidden" {
  triggers = local.all_triggers
}
`,
  [VARIABLES]: `variable "access_key_rotation_trigger" {
  type    = string
  default = "20260319#2"
}
`,
};

let world: World;
beforeAll(async () => {
  const estate = await smallEstate([{ name: NAME, date: '23-11-2026' }]);
  for (const [path, text] of Object.entries(FILES)) await writeFile(join(estate, path), text);
  await mkdir(join(estate, '.github'));
  await writeFile(join(estate, '.github', 'rotate-pr.yml'), CONFIG);
  world = await createWorld({ estate });
});
afterAll(async () => {
  await world.close();
});

async function rotatePr(...args: readonly string[]) {
  const surroundings = { cwd: world.clone, env: { ...world.env, NO_COLOR: '1' } };
  return runCommandLine([...args, '--date', DATE], surroundings);
}

async function json<T>(...args: readonly string[]): Promise<T> {
  const { status, stdout, stderr } = await rotatePr(...args, '--format', 'json');
  expect(status, stderr).not.toBe(2);
  return JSON.parse(stdout) as T;
}

const OWN = ['-k', 'api-password', '-k', 'access-key', '-n', NAME] as const;

describe('kinds of resources', () => {
  it('are found where their argument stands, and followed to the text that holds the date', async () => {
    const { credentials } = await json<AuditResult>('audit', ...OWN);

    const found = credentials.map(({ module, value, rotatedOn, state }) => [module, value, rotatedOn, state]);
    expect(found.toSorted()).toEqual([
      ['null_resource.hidden', null, null, 'blocked'],
      ['null_resource.rotation', '20260319#2', '2026-03-19', 'due'],
      ['random_password.api["adapter"]', '2026-05-01', '2026-05-01', 'due'],
      ['random_password.api["apply"]', '2026-10-30', '2026-10-30', 'ok'],
      ['random_password.api["review"]', '2026-04-20', '2026-04-20', 'due'],
      ['random_password.inline["reader"]', '2026-01-02', '2026-01-02', 'due'],
      ['random_password.plain', '2026-11-20', '2026-11-20', 'ok'],
    ]);
    expect(credentials.map(({ id }) => id)).toContain(`${NAME}/passwords.tf#random_password.api["apply"]`);
  });

  it('say what cannot be known, and what to do', async () => {
    const { credentials } = await json<AuditResult>('audit', ...OWN, '-m', 'null_resource.hidden');

    expect(credentials[0]?.reasons).toEqual([
      {
        code: 'argument-by-hand',
        message:
          'triggers.rotation: what it leads into is no map that is written out here: rotate it by hand',
      },
    ]);
  });

  it('name who uses a resource’s value', async () => {
    const { namespaces } = await json<RunbookResult>('runbook', ...OWN);

    const uses = namespaces[0]?.credentials.map(({ module, uses: all }) => [
      module,
      all.map(({ type, name }) => `${type}.${name}`),
    ]);
    expect(uses).toContainEqual(['random_password.api["review"]', ['kubernetes_secret.api']]);
    expect(uses).toContainEqual(['null_resource.rotation', ['aws_iam_access_key.user']]);
  });

  it('are rotated one by one: of a map only the entry that is selected', async () => {
    const only = ['-k', 'api-password', '-n', NAME, '-m', 'random_password.api["review"]'];
    const { pullRequests } = await json<OpenResult & { pullRequests: readonly { diff: string }[] }>(
      'plan',
      ...only,
    );

    expect(pullRequests[0]?.diff.match(/^[-+] .*/gm)).toEqual([
      '-    "review" = { namespace = "heron-review", rotated_at = "2026-04-20" }',
      `+    "review" = { namespace = "heron-review", rotated_at = "${DATE}" }`,
    ]);
  });

  it('are opened once: a second run changes nothing', async () => {
    const first = await json<OpenResult>('open', ...OWN, '--due');
    const second = await json<OpenResult>('open', ...OWN, '--due');
    const branch = `rotate/${NAME}`;

    expect(first.pullRequests).toMatchObject([{ outcome: 'created', branch }]);
    expect(first.pullRequests[0]?.changes.map(({ from }) => from).toSorted()).toEqual([
      '2026-01-02',
      '2026-04-20',
      '2026-05-01',
      '20260319#2',
    ]);
    expect(second.pullRequests).toMatchObject([{ outcome: 'unchanged', branch }]);
    expect(await readRemoteFile(world, PASSWORDS, branch)).toBe(
      FILES[PASSWORDS]?.replace('2026-01-02', DATE).replace('2026-04-20', DATE).replace('2026-05-01', DATE),
    );
    expect(await readRemoteFile(world, VARIABLES, branch)).toBe(
      FILES[VARIABLES]?.replace('20260319#2', DATE),
    );
  });

  it('are not put into the block that makes all of them, whatever is forced', async () => {
    const text = FILES[PASSWORDS]?.replace('rotated_at = "2026-10-30"', 'other = "x"') ?? '';
    await writeFile(join(world.clone, PASSWORDS), text);
    const { stdout } = await rotatePr(
      'apply',
      '-k',
      'api-password',
      '-n',
      NAME,
      '-m',
      'random_password.api*apply*',
      '--force-literal',
      '--format',
      'json',
    );
    await writeFile(join(world.clone, PASSWORDS), FILES[PASSWORDS] ?? '');

    expect(JSON.parse(stdout)).toMatchObject({ changes: [], skipped: [{ code: 'not-a-literal' }] });
  });

  it('claim a block alone: one with the arguments of two is blocked', async () => {
    const file = join(world.folder, 'two.yml');
    const other =
      '  other:\n    resource: random_password\n    argument: keepers.also\n    format: rfc3339\n';
    await writeFile(file, CONFIG + other);
    const path = join(world.clone, resources(NAME), 'both.tf');
    const text =
      'resource "random_password" "both" {\n  keepers = { also = "2026-01-01T00:00:00Z", last_changed = "2026-01-01" }\n}\n';
    await writeFile(path, text);
    const { credentials, problems } = await json<AuditResult>(
      'audit',
      '-n',
      NAME,
      '-m',
      '*both',
      '--config',
      file,
    );

    expect(credentials).toMatchObject([{ state: 'blocked', reasons: [{ code: 'several-kinds' }] }]);
    expect(problems).toMatchObject([{ line: 1, column: 1, code: 'several-kinds' }]);
  });

  it('are those of their own run alone, also where two runs take place at once', async () => {
    const file = join(world.folder, 'other.yml');
    await writeFile(
      file,
      'kinds:\n  other:\n    resource: random_password\n    argument: length\n    format: rfc3339\n',
    );
    const runs = await Promise.all([
      rotatePr('audit', '-k', 'api-password', '-n', NAME),
      rotatePr('audit', '-k', 'other', '-n', NAME, '--config', file),
      rotatePr('audit', '-k', 'other', '-n', NAME),
      rotatePr('audit', '-k', 'api-password', '-n', NAME, '--config', file),
    ]);

    expect(runs.map(({ status }) => status)).toEqual([0, 0, 2, 2]);
    expect(runs[2]?.stderr).toContain('There is no kind other');
  });

  it('are completed', () => {
    expect(runComplete(['zsh', 'audit', '--kind', 'ap'], world.clone)).toContain('api-password\t');
  });
});
