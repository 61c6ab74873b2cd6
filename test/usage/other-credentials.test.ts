import { describe, expect, it } from 'vitest';
import { findInTerraform } from '../../src/usage/other-credentials.ts';
import { findInManifest } from '../../src/usage/other-credentials-yaml.ts';
import { folder } from '../rotation/folder.ts';

const OWNER = { cluster: 'live.example', namespace: 'orchard-dev' };

const CERTIFICATE = `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: orchard
spec:
  secretName: orchard-tls
`;

function manifest(text: string) {
  return findInManifest('certificate.yaml', text, OWNER);
}

describe('a manifest', () => {
  it('has a Certificate with the Secret of its key', () => {
    expect(manifest(CERTIFICATE)).toEqual({
      found: [
        {
          ...OWNER,
          code: 'certificate',
          message: 'a cert-manager Certificate: deleting its Secret makes a new key',
          file: 'certificate.yaml',
          line: 1,
          name: 'orchard',
          secret: 'orchard-tls',
        },
      ],
      problems: [],
    });
  });

  it('has several in documents and lists, each at its line', () => {
    const list = `kind: List\nitems:\n${CERTIFICATE.replace(/^/gm, '    ').replace('    ', '  - ').trimEnd()}\n`;

    const { found } = manifest(`${CERTIFICATE}---\n# the next one\n${CERTIFICATE}---\n${list}`);

    expect(found.map(({ line }) => line)).toEqual([1, 9, 18]);
  });

  it('has a Certificate of another namespace or without a Secret', () => {
    const text = CERTIFICATE.replace('orchard\n', 'orchard\n  namespace: pear-dev\n').replace(
      / {2}secretName.*\n/,
      '  x: y\n',
    );

    expect(manifest(text).found).toMatchObject([{ namespace: 'pear-dev', secret: null }]);
  });

  it('has a token Secret made by hand', () => {
    const text =
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: old-token\ntype: kubernetes.io/service-account-token\n';

    expect(manifest(text).found).toMatchObject([{ code: 'token-secret', secret: 'old-token' }]);
  });

  it.each([
    ['another kind', 'kind: Ingress\nmetadata:\n  name: Certificate\n'],
    ['a Certificate of somebody else', CERTIFICATE.replace('cert-manager.io/v1', 'networking.example/v1')],
    ['a plain Secret', 'kind: Secret\ntype: Opaque\n'],
    ['no object', '- Certificate\n'],
    ['nothing', ''],
  ])('has nothing in %s', (_, text) => {
    expect(manifest(text)).toEqual({ found: [], problems: [] });
  });

  it('that does not parse is named, and its other documents count', () => {
    const { found, problems } = manifest(`kind: Certificate\n  x: [\n---\n${CERTIFICATE}`);

    expect(found).toHaveLength(1);
    expect(problems).toMatchObject([{ file: 'certificate.yaml', code: 'manifest-unreadable' }]);
  });

  it('that is a bomb is not unfolded', () => {
    const bomb = `a: &a [x, x]\n${Array.from({ length: 9 }, (_, i) => `b${i}: &b${i} [${'*a,'.repeat(20)}*a]\n`).join('')}kind: Certificate\n`;

    expect(manifest(bomb).problems).toMatchObject([{ code: 'manifest-unreadable' }]);
    expect(manifest('x'.repeat(300_000)).problems).toMatchObject([
      { message: expect.stringContaining('larger') },
    ]);
  });
});

describe('Terraform', () => {
  const find = (text: string | Readonly<Record<string, string>>) => findInTerraform(folder(text), OWNER);

  it('has AWS access keys', () => {
    expect(find('\nresource "aws_iam_access_key" "key" {\n  user = "x"\n}\n')).toMatchObject([
      { code: 'iam-access-key', line: 2, name: 'key', secret: null },
    ]);
  });

  const key = (more = '') => `resource "aws_iam_access_key" "key" {\n  user = "x"\n${more}}\n`;
  const secret = (value: string) =>
    `resource "kubernetes_secret" "s" {\n  metadata {\n    name = "uploader"\n  }\n  data = {\n    id = ${value}\n  }\n}\n`;

  it('names the Secret that carries a key, in whichever file it stands', () => {
    expect(find({ 'a.tf': key(), 'b.tf': secret('aws_iam_access_key.key.id') })).toMatchObject([
      { code: 'iam-access-key', name: 'key', secret: 'uploader' },
    ]);
    expect(find({ 'a.tf': key(), 'b.tf': secret('aws_iam_access_key.keys.id') })).toMatchObject([
      { secret: null },
    ]);
  });

  it('says what replaces a key that another resource triggers', () => {
    const lifecycle = '  lifecycle {\n    replace_triggered_by = [null_resource.rotation]\n  }\n';
    const trigger = 'resource "null_resource" "rotation" {\n  triggers = {\n    at = var.trigger\n  }\n}\n';
    const files = { 'a.tf': key(lifecycle), 'b.tf': trigger, 'variables.tf': '\nvariable "trigger" {\n}\n' };

    const [found] = find(files);

    expect(found?.message).toMatch(
      /^an AWS access key that Terraform replaces when var\.trigger \(\S+variables\.tf:2\) changes/,
    );
    expect(find({ 'a.tf': key(lifecycle) })[0]?.message).toContain('when null_resource.rotation changes');
  });

  it('has the keys that old versions of modules hand on, each module once', () => {
    expect(
      find(secret('module.bucket.access_key_id') + secret('module.bucket.secret_access_key')),
    ).toMatchObject([
      {
        code: 'iam-access-key',
        name: 'module.bucket',
        secret: 'uploader',
        message: expect.stringContaining('old version'),
      },
    ]);
    expect(find('# module.bucket.access_key_id\n')).toEqual([]);
  });

  it('has token Secrets outside the module', () => {
    const text = (name: string) =>
      `resource "kubernetes_secret" "t" {\n  metadata {\n    name = ${name}\n  }\n  type = "kubernetes.io/service-account-token"\n}\n`;

    expect(find(text('"old-token"'))).toMatchObject([
      { code: 'token-secret', name: 't', secret: 'old-token' },
    ]);
    expect(find(text('local.x'))).toMatchObject([{ code: 'token-secret', name: 't', secret: null }]);
  });

  it.each([
    'resource "kubernetes_secret" "x" {\n  type = "Opaque"\n}\n',
    'data "aws_iam_access_key" "x" {\n}\n',
    '# resource "aws_iam_access_key" "x" {\n# }\n',
  ])('has none in %j', (text) => {
    expect(find(text)).toEqual([]);
  });
});
