import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/commands/audit.ts';
import { runbook } from '../../src/commands/runbook.ts';
import { sampleEnvironments } from '../../src/demo/sample.ts';
import { phraseString } from '../../src/report/phrase.ts';
import type { RunbookResult } from '../../src/results/runbook.ts';
import { options } from './options.ts';

const CLUSTER = 'live.cloud-platform.service.justice.gov.uk';
const FOLDER = `namespaces/${CLUSTER}/orchard-dev`;
const SOURCE = 'github.com/ministryofjustice/cloud-platform-terraform';

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  '00-namespace.yaml': 'kind: Namespace\nmetadata:\n  name: orchard-dev\n',
  '05-certificate.yaml':
    'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata:\n  name: orchard\nspec:\n  secretName: orchard-tls\n',
  '06-broken.yml': 'kind: Certificate\n  metadata: [\n',
  'resources/rds.tf': `module "rds" {\n  source = "${SOURCE}-rds-instance?ref=9.2.0"\n  db_password_rotated_date = "01-02-2026"\n}\n\nmodule "replica" {\n  source = "${SOURCE}-rds-instance?ref=9.2.0"\n  replicate_source_db = module.rds.db_identifier\n}\n`,
  'resources/secrets.tf': `resource "kubernetes_secret" "db" {\n  metadata {\n    name = "db-\${local.colour}"\n    namespace = var.namespace\n  }\n  data = {\n    url = local.url\n  }\n}\n`,
  'resources/locals.tf': `locals {\n  colour = "red"\n  url = "postgres://x:\${module.rds.database_password}@y"\n}\n`,
  'resources/iam.tf': 'resource "aws_iam_access_key" "uploader" {\n  user = "x"\n}\n',
  'resources/more.tf.json': '{ "resource": ',
  'resources/keys.tf': Uint8Array.from([0, ...Buffer.from('GITCRYPT'), 0, 1, 2]),
  'resources/old/iam.tf': 'resource "aws_iam_access_key" "unapplied" {\n  user = "x"\n}\n',
};

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'runbook-test-'));
  for (const [name, content] of Object.entries(FILES)) {
    const path = join(root, FOLDER, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function run(given: Parameters<typeof options>[0] = {}, incident = false): Promise<RunbookResult> {
  const result = await runbook({ ...options({ root, cwd: root, ...given }), incident }, () => {});
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('the runbook', () => {
  it('has who uses each credential, and what to do, from the whole folder', async () => {
    const { namespaces } = await run();

    expect(namespaces).toHaveLength(1);
    const [{ credentials, steps }] = namespaces as [RunbookResult['namespaces'][number]];
    expect(credentials).toMatchObject([
      {
        id: 'orchard-dev/rds.tf#rds',
        file: `${FOLDER}/resources/rds.tf`,
        line: 1,
        uses: [
          { block: 'module', carriesSecret: false },
          {
            type: 'kubernetes_secret',
            carriesSecret: true,
            via: ['local.url'],
            object: { name: { text: 'db-red', computed: false }, isOwn: true },
          },
        ],
        unread: [`${FOLDER}/resources/keys.tf`, `${FOLDER}/resources/more.tf.json`],
        steps: [{ commands: ['cloud-platform decode-secret -n orchard-dev -s db-red'] }],
      },
    ]);
    expect(steps.map(({ title }) => phraseString(title))).toEqual([
      'Check that the pipeline has applied orchard-dev.',
      'rds: check that the Secret db-red has the new password.',
      'Replace all pods at once, so that they start with the new password.',
    ]);
  });

  it('names what cannot be rotated, with the reason', async () => {
    const { skipped } = await run();

    expect(skipped).toMatchObject([{ id: 'orchard-dev/rds.tf#replica', code: 'read-replica' }]);
  });

  it('has the other credentials of the namespace, and the files that hide some', async () => {
    const { namespaces, problems } = await run();

    expect(namespaces[0]?.otherCredentials).toMatchObject([
      { code: 'iam-access-key', name: 'uploader' },
      { code: 'certificate', secret: 'orchard-tls' },
    ]);
    expect(namespaces[0]?.otherSteps).toMatchObject([
      { commands: ['kubectl delete secret orchard-tls -n orchard-dev'] },
      { commands: [] },
    ]);
    expect(problems.map(({ file, code }) => [file.split('/').at(-1), code])).toEqual([
      ['keys.tf', 'git-crypt'],
      ['06-broken.yml', 'manifest-unreadable'],
    ]);
  });

  it('is about credentials where these were chosen', async () => {
    expect((await run({ kinds: ['elasticache'] })).namespaces).toEqual([]);
    expect((await run({ modules: ['rds'] })).namespaces).toHaveLength(1);
  });

  it('has the date in the file in the name of a token’s Secret', async () => {
    const sample = await sampleEnvironments();

    const { namespaces } = await run({
      root: sample,
      namespaces: ['allotment-register-prod'],
      kinds: ['serviceaccount'],
    });

    expect(namespaces[0]?.credentials[0]?.token?.secret).toEqual({
      text: 'circleci-token-20-03-2026',
      computed: false,
    });
  });

  it('has a template only when its kind is named', async () => {
    const sample = await sampleEnvironments();
    const given = { root: sample, namespaces: ['canal-permits-dev'] };
    const modules = async (more: Parameters<typeof options>[0] = {}) =>
      (await run({ ...given, ...more })).namespaces.flatMap(({ credentials }) =>
        credentials.map(({ module }) => module),
      );

    expect(await modules()).toEqual(['scheduled_downtime']);
    expect(await modules({ kinds: ['hmpps-template'] })).toEqual(['canal_permits_api', 'canal_permits_ui']);
  });

  it('leaves a namespace on hold out, unless it is asked for', async () => {
    const sample = await sampleEnvironments();
    const given = { root: sample, namespaces: ['dovecote-survey-prod'] };

    expect((await run(given)).skipped).toMatchObject([{ code: 'namespace-held' }]);
    expect((await run({ ...given, includeHeld: true })).namespaces).toHaveLength(1);
  });

  it('runs over the whole sample', async () => {
    const sample = await sampleEnvironments();
    const result = await run({ root: sample }, true);

    expect(result.namespaces.length).toBeGreaterThan(10);
    expect(result.namespaces.flatMap(({ otherCredentials }) => otherCredentials)).toHaveLength(1);
  });

  it('writes nothing', async () => {
    const before = await readdir(root, { recursive: true });
    await run();

    expect(await readdir(root, { recursive: true })).toEqual(before);
  });
});

describe('the audit', () => {
  it('lists the other credentials on request only', async () => {
    const found = await audit({ ...options({ root, cwd: root }), otherCredentials: true }, () => {});
    const plain = await audit(options({ root, cwd: root }), () => {});

    if (!found.ok || !plain.ok) throw new Error('the audit did not run');
    expect(found.value.summary.otherCredentials?.map(({ code }) => code)).toEqual([
      'iam-access-key',
      'certificate',
    ]);
    expect(found.value.problems.map(({ code }) => code)).toContain('manifest-unreadable');
    expect(plain.value.summary).not.toHaveProperty('otherCredentials');
    expect(plain.value.problems.map(({ code }) => code)).not.toContain('manifest-unreadable');
  });
});
