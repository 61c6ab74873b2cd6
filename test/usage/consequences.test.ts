import { describe, expect, it } from 'vitest';
import { CACHE, consequences, RDS, template } from '../rotation/folder.ts';

/** A Secret with the given metadata and data. */
function secret(metadata: string, data: string, type = 'kubernetes_secret'): string {
  return `resource "${type}" "db" {\n  metadata {\n${metadata}\n  }\n  data = ${data}\n}\n`;
}

const OWN = 'name = "db"\nnamespace = var.namespace';
const PASSWORD = '{ password = module.rds.database_password }';

describe('who uses an output', () => {
  it.each([
    ['itself', PASSWORD, []],
    ['in a template', `{ url = "postgres://u:\${module.rds.database_password}@h" }`, []],
    ['in a heredoc', `{\n  x = <<-EOT\n    \${module.rds.database_password}\n  EOT\n}`, []],
    ['of one of several', '{ x = module.rds[0].database_password }', []],
    ['of all', '{ x = one(module.rds[*].database_password) }', []],
    ['in a for expression', '{ for k, v in module.rds : k => v }', []],
    ['through a local', '{ x = local.password }', ['local.password']],
    ['through two locals', '{ x = local.url }', ['local.password', 'local.url']],
    ['through a key of a local', '{ x = local.db.password }', ['local.db']],
    ['through a Secret', '{ x = kubernetes_secret.other.data["p"] }', ['kubernetes_secret.other']],
  ])('is found: the output %s', (_, data, via) => {
    const locals = [
      'locals {',
      '  password = module.rds.database_password',
      `  url      = "postgres://\${local.password}"`,
      '  db       = { password = module.rds.database_password, host = module.rds.rds_instance_address }',
      '}',
    ];
    const other = secret('name = "other"', '{ p = module.rds.database_password }').replace(
      '"db" {',
      '"other" {',
    );

    const { uses } = consequences(`${RDS}${locals.join('\n')}\n${other}${secret(OWN, data)}`);

    const use = uses.find(({ name }) => name === 'db');
    expect(use).toMatchObject({ carriesSecret: true, via, type: 'kubernetes_secret' });
  });

  it("is found in Terraform's JSON syntax, with the Secret and its key", () => {
    const data = { password: '$' + '{module.rds.database_password}' };
    const metadata = { name: 'db', namespace: 'orchard-dev' };
    const text = JSON.stringify({ resource: { kubernetes_secret: { db: { metadata, data } } } }, null, 2);

    const { uses } = consequences({ 'main.tf': RDS, 'secret.tf.json': text });

    expect(uses).toMatchObject([
      {
        carriesSecret: true,
        object: {
          kind: 'Secret',
          name: { text: 'db', computed: false },
          isOwn: true,
          entries: [{ key: 'password', carriesSecret: true }],
        },
      },
    ]);
  });

  it.each([
    ['an address', '{ host = module.rds.rds_instance_address }'],
    ['another key of the local', '{ host = local.db.host }'],
  ])('is told from the use of what stays the same: %s', (_, data) => {
    const locals =
      'locals {\n  db = { password = module.rds.database_password, host = module.rds.rds_instance_address }\n}\n';

    const { uses } = consequences(RDS + locals + secret(OWN, data));

    expect(uses).toMatchObject([{ carriesSecret: false, outputs: ['rds_instance_address'] }]);
  });

  it.each([
    ['waits for it', 'resource "null_resource" "x" {\n  depends_on = [module.rds]\n}\n'],
    ['names it in a comment', 'resource "null_resource" "x" {\n  # module.rds.database_password\n}\n'],
    ['names it in a text', 'resource "null_resource" "x" {\n  a = "module.rds.database_password"\n}\n'],
    ['names another module', 'resource "null_resource" "x" {\n  a = module.rds2.database_password\n}\n'],
    ['takes a Secret’s name', 'resource "x" "y" {\n  a = kubernetes_secret.db.metadata[0].name\n}\n'],
    ['is switched off', 'resource "x" "y" {\n  count = 0\n  a = module.rds.database_password\n}\n'],
    ['is a local that leads back to itself', 'locals {\n  a = local.b\n  b = local.a\n}\n'],
  ])('is nobody who %s', (_, block) => {
    expect(consequences(RDS + block).uses).toEqual([]);
  });

  it('is found in other files, with type, name, place and outputs', () => {
    const { uses } = consequences({
      'rds.tf': RDS,
      'dms.tf':
        '\nresource "aws_dms_endpoint" "source" {\n  endpoint_id = "legacy"\n  password = module.rds.database_password\n  server_name = module.rds.rds_instance_address\n}\n',
    });

    expect(uses).toEqual([
      {
        block: 'resource',
        type: 'aws_dms_endpoint',
        name: 'source',
        file: 'namespaces/live.cloud-platform.service.justice.gov.uk/orchard-dev/resources/dms.tf',
        line: 2,
        outputs: ['database_password', 'rds_instance_address'],
        carriesSecret: true,
        via: [],
        object: null,
        naming: [{ argument: 'endpoint_id', value: { text: 'legacy', computed: false } }],
      },
    ]);
  });

  it.each([
    [
      'an SSM parameter',
      `resource "aws_ssm_parameter" "x" {\n  name = "/\${var.namespace}/p"\n`,
      ['/orchard-dev/p'],
    ],
    [
      'a GitHub secret',
      'resource "github_actions_secret" "x" {\n  repository = "r"\n  secret_name = "S"\n',
      ['r', 'S'],
    ],
    [
      'a GitHub environment secret',
      'resource "github_actions_environment_secret" "x" {\n  repository = local.r\n  environment = "dev"\n  secret_name = each.key\n',
      ['local.r', 'dev', 'each.key'],
    ],
    ['a module', 'module "x" {\n', []],
    ['an output', 'output "x" {\n', []],
    ['a provider', 'provider "postgresql" {\n', []],
    ['a resource of any type', 'resource "helm_release" "x" {\n', []],
  ])('may be %s', (_, header, names) => {
    const { uses } = consequences(`${RDS}${header}  value = module.rds.database_password\n}\n`);

    expect(uses).toMatchObject([{ carriesSecret: true, object: null }]);
    expect(uses[0]?.naming.map(({ value }) => value.text)).toEqual(names);
  });

  it('knows which outputs of a cache and of a service account change', () => {
    const cache = consequences(
      `${CACHE}${secret(OWN, '{ a = module.redis.auth_token, b = module.redis.replication_group_id }')}`,
    );
    const data =
      'data "kubernetes_secret_v1" "token" {\n  metadata {\n    name = module.sa.default_secret_name\n  }\n}\n';
    const pushed =
      'resource "github_actions_secret" "x" {\n  plaintext_value = data.kubernetes_secret_v1.token.data["token"]\n}\n';
    const token = consequences(
      `module "sa" {\n  source = "github.com/ministryofjustice/cloud-platform-terraform-serviceaccount?ref=1.2.0"\n}\n${data}${pushed}`,
    );

    expect(cache.uses[0]?.object?.entries).toEqual([
      { key: 'a', outputs: ['auth_token'], carriesSecret: true, isWhole: true },
      { key: 'b', outputs: ['replication_group_id'], carriesSecret: false, isWhole: true },
    ]);
    expect(token.uses).toMatchObject([
      { type: 'github_actions_secret', carriesSecret: true, via: ['data.kubernetes_secret_v1.token'] },
    ]);
  });
});

describe('a Secret', () => {
  const object = (metadata: string, more = '', type = 'kubernetes_secret') =>
    consequences(RDS + more + secret(metadata, PASSWORD, type)).uses[0]?.object;

  it.each([
    ['by the variable of every folder', 'namespace = var.namespace', '', 'orchard-dev', true],
    [
      'by its default',
      'namespace = var.namespace',
      'variable "namespace" {\n  default = "pear-dev"\n}\n',
      'pear-dev',
      false,
    ],
    ['named', 'namespace = "orchard-dev"', '', 'orchard-dev', true],
    ['another, named', 'namespace = "orchard-prod"', '', 'orchard-prod', false],
    [
      'another, by a variable',
      'namespace = var.other',
      'variable "other" {\n  default = "pear-dev"\n}\n',
      'pear-dev',
      false,
    ],
    [
      'another, by a local',
      'namespace = local.o',
      `locals {\n  o = "pear-\${local.e}"\n  e = "dev"\n}\n`,
      'pear-dev',
      false,
    ],
    [
      'another, by a template',
      `namespace = "pear-\${var.e}"`,
      'variable "e" {\n  default = "dev"\n}\n',
      'pear-dev',
      false,
    ],
    [
      'another, by a replacement',
      'namespace = replace(var.namespace, "dev", "prod")',
      '',
      'orchard-prod',
      false,
    ],
    ['computed', 'namespace = each.value', '', 'each.value', null],
    [
      'computed from what is set outside',
      `namespace = "x-\${var.e}"`,
      'variable "e" {}\n',
      `"x-\${var.e}"`,
      null,
    ],
    [
      'computed by a regular expression',
      'namespace = replace(var.namespace, "/d.v/", "x")',
      '',
      'replace(var.namespace, "/d.v/", "x")',
      null,
    ],
    ['the default one', '', '', 'default', false],
  ])('stands in a namespace: %s', (_, line, more, text, isOwn) => {
    expect(object(`name = "db"\n${line}`, more)).toMatchObject({
      namespace: { text, computed: isOwn === null },
      isOwn,
    });
  });

  it('is named by a template’s application', () => {
    const name = `name = "\${module.api.application}-db"\nnamespace = var.namespace`;

    const { uses } = consequences(
      template('application = "pear-api"') + RDS + secret(name, PASSWORD),
      null,
      'rds',
    );

    expect(uses[0]?.object?.name).toEqual({ text: 'pear-api-db', computed: false });
  });

  it('may have a name that is computed, or none', () => {
    expect(object(`name = "db-\${each.key}"`)?.name).toEqual({ text: `"db-\${each.key}"`, computed: true });
    expect(object('generate_name = "db-"')?.name.computed).toBe(true);
    expect(
      consequences(`${RDS}resource "kubernetes_secret" "x" {\n  data = ${PASSWORD}\n}\n`).uses[0]?.object,
    ).toMatchObject({
      name: { computed: true },
    });
  });

  it('says under which keys the password stands, alone or with something around it', () => {
    const data = `{\n  host = module.rds.rds_instance_address\n  p = module.rds.database_password\n  q = "\${module.rds.database_password}"\n  url = "x:\${module.rds.database_password}@y"\n  z = "1"\n}`;

    const { uses } = consequences(RDS + secret(OWN, data));

    expect(
      uses[0]?.object?.entries.map(({ key, carriesSecret, isWhole }) => [key, carriesSecret, isWhole]),
    ).toEqual([
      ['host', false, true],
      ['p', true, true],
      ['q', true, true],
      ['url', true, false],
    ]);
  });

  it('says nothing of keys where they are not written out', () => {
    const { uses } = consequences(
      RDS + secret(OWN, 'merge({ a = 1 }, { b = module.rds.database_password })'),
    );

    expect(uses).toMatchObject([{ carriesSecret: true, object: { kind: 'Secret', entries: [] } }]);
  });

  it.each(['kubernetes_secret_v1', 'kubernetes_config_map', 'kubernetes_config_map_v1'])(
    'may be a %s',
    (type) => {
      expect(object(OWN, '', type)).toMatchObject({
        kind: type.includes('config_map') ? 'ConfigMap' : 'Secret',
        isOwn: true,
      });
    },
  );
});
