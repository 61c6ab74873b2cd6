import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { audit } from '../../src/commands/audit.ts';
import { LIVE, removeTemps, tempTree } from '../environments/temp.ts';
import { options } from './options.ts';

afterEach(removeTemps);

const RESOURCES = `namespaces/${LIVE}/orchard-dev/resources`;
const GITHUB = 'github.com/ministryofjustice/cloud-platform-terraform';
const OLD = '01-02-2025';
const NEW = '23-11-2026';

/** A service account whose date is the expression given. */
const account = (date: string, more = '') =>
  `module "token" {\n  source = "${GITHUB}-serviceaccount?ref=1.2.0"\n${more}\n  serviceaccount_token_rotated_date = ${date}\n}\n`;
const variable = (value: string) => `variable "rotated" {\n  default = "${value}"\n}\n`;

/** What audit says and apply changes of one namespace whose resources are these files. */
async function tryFolder(files: Readonly<Record<string, string>>, kinds: readonly string[] = []) {
  const root = tempTree(
    Object.fromEntries([
      [`namespaces/${LIVE}/orchard-dev/00-namespace.yaml`, 'kind: Namespace\n'],
      ...Object.entries(files).map(([name, text]) => [`${RESOURCES}/${name}`, text]),
    ]),
  );
  const given = { ...options({ root, cwd: root, kinds }), again: false, forceLiteral: false, upgrade: null };
  const audited = await audit({ ...given, newSince: undefined }, () => {});
  const applied = await apply(given, () => {});
  if (!audited.ok || !applied.ok) throw new Error('neither may fail');
  const { credentials, problems } = audited.value;
  const { changes, skipped } = applied.value;
  const after = Object.fromEntries(
    Object.keys(files).map((name) => [name, readFileSync(join(root, RESOURCES, name), 'utf8')]),
  );
  return { credentials, problems, changes, skipped, after };
}

describe('a date that a file of values sets', () => {
  it.each([
    ['terraform.tfvars', 'rotated = "02-03-2025"\n'],
    ['terraform.tfvars.json', '{ "rotated": "02-03-2025" }'],
    ['orchard.auto.tfvars', 'rotated = "02-03-2025"\n'],
    ['orchard.auto.tfvars.json', '{ "rotated": "02-03-2025" }'],
  ])('blocks the credential and names the place: %s', async (name, values) => {
    const files = { 'main.tf': account('var.rotated') + variable(OLD), [name]: values };

    const { credentials, changes, skipped, after } = await tryFolder(files);

    expect(credentials).toMatchObject([{ state: 'blocked', value: null }]);
    expect(credentials[0]?.reasons[0]?.message).toContain(`var.rotated is set in ${RESOURCES}/${name}:1`);
    expect(changes).toEqual([]);
    expect(skipped).toMatchObject([{ code: 'not-a-literal' }]);
    expect(after).toEqual(files);
  });

  it('is not in force where the file has to be asked for', async () => {
    const files = {
      'main.tf': account('var.rotated') + variable(OLD),
      'dev.tfvars': 'rotated = "02-03-2025"\n',
    };

    const { changes, after } = await tryFolder(files);

    expect(changes).toMatchObject([{ from: OLD, to: NEW, file: `${RESOURCES}/main.tf` }]);
    expect(after['main.tf']).toContain(variable(NEW));
    expect(after['dev.tfvars']).toBe(files['dev.tfvars']);
  });
});

describe("what stands in Terraform's JSON syntax", () => {
  it.each([
    ['locals.tf.json', '{ "locals": { "rotated": "01-02-2025" } }', 'local.rotated'],
    ['variables.tf.json', '{ "variable": { "rotated": { "default": "01-02-2025" } } }', 'var.rotated'],
  ])('is the date in force, and is not edited: %s', async (name, text, reference) => {
    const { credentials, changes, after } = await tryFolder({ 'main.tf': account(reference), [name]: text });

    expect(credentials).toMatchObject([{ state: 'blocked' }]);
    expect(credentials[0]?.reasons[0]?.message).toContain(`${RESOURCES}/${name}:1`);
    expect(changes).toEqual([]);
    expect(after[name]).toBe(text);
  });

  it.each(['override.tf.json', 'token_override.tf.json'])('overrides a module: %s', async (name) => {
    const text = '{ "module": { "token": { "serviceaccount_token_rotated_date": "02-03-2025" } } }';

    const { credentials, changes } = await tryFolder({ 'main.tf': account(`"${OLD}"`), [name]: text });

    expect(credentials).toMatchObject([
      { state: 'blocked', reasons: [{ code: 'overridden', message: expect.stringContaining(name) }] },
    ]);
    expect(changes).toEqual([]);
  });

  it('is a credential, and says that it is rotated by hand', async () => {
    const text = JSON.stringify(
      { module: { token: { source: `${GITHUB}-serviceaccount?ref=1.2.0`, namespace: 'x' } } },
      null,
      2,
    );

    const { credentials, problems } = await tryFolder({ 'main.tf.json': text });

    expect(credentials).toMatchObject([
      { id: 'orchard-dev/main.tf.json#token', state: 'blocked', line: 3, reasons: [{ code: 'json-syntax' }] },
    ]);
    expect(problems).toMatchObject([{ code: 'json-syntax', line: 3 }]);
  });

  it('is a problem with its place where it is no JSON', async () => {
    const text = `{ "module": { "token": { "source": "${GITHUB}-serviceaccount?ref=1.2.0", } } }`;

    const { problems } = await tryFolder({ 'main.tf.json': text });

    expect(problems).toMatchObject([{ code: 'invalid-hcl', line: 1, column: text.indexOf(', }') + 3 }]);
  });
});

describe('a folder below resources', () => {
  const call = (more = '') => `module "database" {\n  source = "./modules/token"\n${more}}\n`;

  it('is in force where a module block loads it: its date is changed there', async () => {
    const files = { 'main.tf': call(), 'modules/token/main.tf': account(`"${OLD}"`) };

    const { credentials, changes, after } = await tryFolder(files);

    expect(credentials).toMatchObject([{ id: 'orchard-dev/modules/token/main.tf#token', state: 'due' }]);
    expect(changes).toMatchObject([{ file: `${RESOURCES}/modules/token/main.tf`, to: NEW }]);
    expect(after).toEqual({ ...files, 'modules/token/main.tf': account(`"${NEW}"`) });
  });

  it('takes its date from the caller: that one is changed', async () => {
    const files = {
      'main.tf': call(`  rotated = "${OLD}"\n`),
      'modules/token/main.tf': account('var.rotated') + variable('05-06-2020'),
    };

    const { credentials, changes, after } = await tryFolder(files);

    expect(credentials).toMatchObject([{ state: 'due', rotatedOn: '2025-02-01' }]);
    expect(changes).toMatchObject([{ file: `${RESOURCES}/main.tf`, from: OLD, to: NEW }]);
    expect(after).toEqual({ ...files, 'main.tf': call(`  rotated = "${NEW}"\n`) });
  });

  it('is blocked where two callers pass dates of their own', async () => {
    const second = call(`  rotated = "${OLD}"\n`).replace('"database"', '"second"');
    const { credentials, changes } = await tryFolder({
      'main.tf': call(`  rotated = "${OLD}"\n`) + second,
      'modules/token/main.tf': account('var.rotated') + variable('05-06-2020'),
    });

    expect(credentials).toMatchObject([{ state: 'blocked' }]);
    expect(credentials[0]?.reasons[0]?.message).toContain(`${RESOURCES}/main.tf:1`);
    expect(changes).toEqual([]);
  });

  it('is exempt where nothing loads it, and where its only caller makes nothing', async () => {
    const files = { 'modules/token/main.tf': account(`"${OLD}"`) };

    expect((await tryFolder(files)).credentials).toMatchObject([
      { state: 'exempt', reasons: [{ code: 'not-applied' }] },
    ]);
    expect((await tryFolder({ ...files, 'main.tf': call('  count = 0\n') })).credentials).toMatchObject([
      { state: 'exempt', reasons: [{ code: 'no-instance' }] },
    ]);
  });
});

describe('a module that Terraform makes nothing of', () => {
  it.each([
    'count = 0',
    'count = local.none',
    'count = (0)',
    'for_each = {}',
    'for_each = toset([])',
    'for_each = local.nobody',
  ])('is exempt: %s', async (repetition) => {
    const locals = 'locals {\n  none   = 0\n  nobody = {}\n}\n';

    const { credentials, changes } = await tryFolder({
      'main.tf': account(`"${OLD}"`, `  ${repetition}`) + locals,
    });

    expect(credentials).toMatchObject([{ state: 'exempt' }]);
    expect(credentials[0]?.reasons[0]?.code).toBe('no-instance');
    expect(changes).toEqual([]);
  });
});

describe('force_rotate_token of the HMPPS template', () => {
  const template = (force: string, date = OLD) =>
    `module "api" {\n  source = "${GITHUB}-hmpps-template?ref=1.2.1"\n\n  force_rotate_token         = ${force}\n  custom_token_rotation_date = "${date}"\n}\n`;
  const names = 'variable "f" {\n  default = true\n}\n\nlocals {\n  f = true\n}\n';

  it.each(['true', '"true"', 'var.f', 'local.f', '(true)'])(
    'stays as it is where it is true: %s',
    async (force) => {
      const { changes, after } = await tryFolder({ 'main.tf': template(force) + names }, ['hmpps-template']);

      expect(changes).toMatchObject([{ from: OLD, to: '2026-11-23' }]);
      expect(after['main.tf']).toBe(template(force, '2026-11-23') + names);
    },
  );

  it('blocks the credential where it cannot be known', async () => {
    const files = { 'main.tf': template('var.unknown') };

    const { credentials, changes, after } = await tryFolder(files, ['hmpps-template']);

    expect(credentials).toMatchObject([{ state: 'blocked', reasons: [{ code: 'not-a-literal' }, {}] }]);
    expect(changes).toEqual([]);
    expect(after).toEqual(files);
  });
});

describe('the version of Redis', () => {
  const cache = `module "redis" {\n  source         = "${GITHUB}-elasticache-cluster?ref=8.2.0"\n  engine_version = var.version_of_redis\n}\nvariable "version_of_redis" {\n  default = "7.0"\n}\n`;

  it('is that of terraform.tfvars, not the default of its variable', async () => {
    const { credentials } = await tryFolder({
      'redis.tf': cache,
      'terraform.tfvars': 'version_of_redis = "4.0.10"\n',
    });

    expect(credentials).toMatchObject([{ state: 'blocked', reasons: [{ code: 'engine-too-old' }, {}] }]);
  });
});

describe('a date that others share', () => {
  const LOCALS = `locals {\n  rotated = "${OLD}"\n}\n`;

  it.each([
    [
      'a wrapper module with an argument of the same name',
      'other.tf',
      'module "w" {\n  source = "./w"\n  serviceaccount_token_rotated_date = local.rotated\n}\n',
      3,
    ],
    [
      'keepers',
      'other.tf',
      'resource "random_password" "p" {\n  keepers = {\n    at = local.rotated\n  }\n}\n',
      3,
    ],
    ['a use in JSON', 'other.tf.json', '{ "output": { "o": { "value": "$' + '{local.rotated}" } } }', 1],
  ])('names every use of it: %s', async (_, name, text, line) => {
    const { credentials, changes } = await tryFolder({
      'main.tf': account('local.rotated') + LOCALS,
      [name]: text,
    });

    expect(changes).toHaveLength(1);
    expect(credentials[0]?.reasons.map(({ message }) => message).join()).toContain(
      `local.rotated is also used in ${RESOURCES}/${name}:${line}`,
    );
  });

  it('names no use that is the date of a credential itself', async () => {
    const second = account('local.rotated').replace('"token"', '"second"');
    const { credentials } = await tryFolder({ 'main.tf': account('local.rotated') + second + LOCALS });

    expect(credentials.flatMap(({ reasons }) => reasons.map(({ message }) => message)).join()).not.toContain(
      'also used',
    );
  });
});

describe('a block that concerns a kind', () => {
  const block = (source: string, more = '') => `module "m" {\n  source = ${source}\n${more}}\n`;
  const date = `  db_password_rotated_date = "${OLD}"\n`;

  it('is a credential in whatever case the name of its repository is written', async () => {
    const { credentials, changes } = await tryFolder({
      'rds.tf': block('"github.com/MinistryOfJustice/Cloud-Platform-Terraform-RDS-Instance?ref=9.2.0"', date),
    });

    expect(credentials).toMatchObject([{ kind: 'rds', state: 'due' }]);
    expect(changes).toHaveLength(1);
  });

  it.each([
    ['an interpolated source', `"${GITHUB}-rds-instance?ref=\${var.v}"`, ''],
    ['a source that is a variable, with the date of a kind', 'var.source_of_rds', date],
    [
      'a registry form that names a kind',
      '"ministryofjustice/cloud-platform-terraform-rds-instance/aws"',
      '',
    ],
    ['a name without a host', '"cloud-platform-terraform-rds-instance"', ''],
    [
      'a module that is none of a kind, with the date of one',
      '"github.com/acme/wrapped-database?ref=1.0.0"',
      date,
    ],
  ])('is a problem with its place: %s', async (_, source, more) => {
    const { credentials, problems, changes } = await tryFolder({ 'rds.tf': block(source, more) });

    expect(credentials).toEqual([]);
    expect(changes).toEqual([]);
    expect(problems).toMatchObject([{ code: 'unknown-module', file: `${RESOURCES}/rds.tf`, line: 1 }]);
  });

  it.each([
    'input_custom_token_rotation_date',
    'serviceaccount_token_rotation_date',
    'db_password_rotated_date',
  ])('is blocked where it sets a date that its module does not have: %s', async (argument) => {
    const files = { 'token.tf': account(`"${OLD}"`, `  ${argument} = "${OLD}"`) };

    const { credentials, problems, changes } = await tryFolder(files);

    expect(credentials).toMatchObject([{ state: 'blocked' }]);
    expect(credentials[0]?.reasons).toMatchObject([
      {
        code: 'unknown-argument',
        message: `${argument} is no argument of this module: did you mean serviceaccount_token_rotated_date?`,
      },
    ]);
    expect(problems).toMatchObject([{ code: 'unknown-argument', line: 3, column: 3 }]);
    expect(changes).toEqual([]);
  });

  it('is neither where its name only begins like a kind', async () => {
    const { credentials, problems } = await tryFolder({
      'x.tf': block(`"${GITHUB}-serviceaccount-extra?ref=1.2.0"`),
    });

    expect([credentials, problems]).toEqual([[], []]);
  });
});
