import { positionAt } from '../hcl/position.ts';
import type { Block, Body } from '../hcl/syntax.ts';
import { findTraversals } from '../hcl/traversal.ts';
import { findAttribute, findBlocks, literalString } from '../hcl/values.ts';
import type { OtherCredential } from '../results/results.ts';
import type { SourceFile } from '../rotation/source-file.ts';

/** Whose namespace a file is. */
export interface Owner {
  readonly cluster: string;
  readonly namespace: string;
}

/** The type of a Secret that Kubernetes fills with a service account's token. */
export const TOKEN_TYPE = 'kubernetes.io/service-account-token';

/** The sentences that say what an other credential is. */
export const WHAT = {
  certificate: 'a cert-manager Certificate: deleting its Secret makes a new key',
  'iam-access-key': 'an AWS access key, which no date rotates: ask the Cloud Platform team',
  'module-access-key':
    'an AWS access key that an old version of the module hands on: newer versions have none',
  'token-secret': 'a service account token outside the module: ask the Cloud Platform team',
} as const satisfies Record<OtherCredential['code'] | 'module-access-key', string>;

/** Texts one of which a file with another credential contains: a cheap test before reading it closely. */
export const TERRAFORM_MARKS: readonly string[] = ['access_key', TOKEN_TYPE];
export const MANIFEST_MARKS: readonly string[] = ['Certificate', TOKEN_TYPE];

/**
 * AWS access keys and token Secrets that the Terraform of a folder declares itself.
 *
 * @param files of the folder at least those with one of `TERRAFORM_MARKS`; what a key is replaced by is named where the
 *   files that say it are among them
 */
export function findInTerraform(files: readonly SourceFile[], owner: Owner): OtherCredential[] {
  const resources = files.flatMap((file) => resourcesOf(file));
  const holders = resources.filter(({ type }) => SECRET.test(type));
  return [
    ...resources.flatMap((resource): OtherCredential[] => {
      const { file, block, type, name } = resource;
      const line = positionAt(file.text, block.start).line;
      const common = { ...owner, file: file.path, line, name };
      if (type === 'aws_iam_access_key') {
        const message = whatReplaces(resource, resources, files) ?? WHAT['iam-access-key'];
        return [{ ...common, code: 'iam-access-key', message, secret: secretOf(`${type}.${name}`, holders) }];
      }
      if (!SECRET.test(type) || stringOf(file, block, 'type') !== TOKEN_TYPE) return [];
      return [{ ...common, code: 'token-secret', message: WHAT['token-secret'], secret: nameOf(resource) }];
    }),
    ...keysOfModules(files, holders, owner),
  ];
}

const SECRET = /^kubernetes_secret(?:_v1)?$/;

/** A `resource` block. */
interface Resource {
  readonly file: SourceFile;
  readonly block: Block;
  readonly type: string;
  readonly name: string;
}

function resourcesOf(file: SourceFile): Resource[] {
  return findBlocks(file.scan.body, 'resource').flatMap((block) => {
    const [type, label] = block.labels;
    return type === undefined || label === undefined
      ? []
      : [{ file, block, type: type.text, name: label.text }];
  });
}

/** The name of a Kubernetes Secret; null where it is no plain string. */
function nameOf({ file, block }: Resource): string | null {
  const [metadata] = findBlocks(block.body, 'metadata');
  return metadata === undefined ? null : stringOf(file, metadata, 'name');
}

/** The Secret into which something of this address goes: the first that has a name. */
function secretOf(address: string, holders: readonly Resource[]): string | null {
  for (const holder of holders) {
    const isUsed = namesIn(holder.file, holder.block.body).some((name) => name.startsWith(`${address}.`));
    const name = isUsed ? nameOf(holder) : null;
    if (name !== null) return name;
  }
  return null;
}

/** Every name to which the arguments of a body refer, `aws_iam_access_key.key.secret`; those of blocks in it too. */
function namesIn(file: SourceFile, body: Body): string[] {
  return body.flatMap((item) =>
    item.type === 'block'
      ? namesIn(file, item.body)
      : findTraversals(file.text, item.expression).map(({ parts }) => parts.join('.')),
  );
}

/**
 * Keys that Terraform replaces with another resource (`lifecycle`, `replace_triggered_by`): what makes that resource
 * change is what rotates the key.
 */
function whatReplaces(
  { file, block }: Resource,
  resources: readonly Resource[],
  files: readonly SourceFile[],
): string | null {
  const triggers = findBlocks(block.body, 'lifecycle').flatMap((lifecycle) => {
    const attribute = findAttribute(lifecycle.body, 'replace_triggered_by');
    return attribute === null ? [] : findTraversals(file.text, attribute.expression);
  });
  const names = triggers.flatMap(({ parts: [type, name] }) => {
    const trigger = resources.find((one) => one.type === type && one.name === name);
    return trigger === undefined ? [`${type}.${name}`] : valuesBehind(trigger);
  });
  if (names.length === 0) return null;
  const places = [...new Set(names)].map((name) => {
    const place = definitionOf(name, files);
    return place === null ? name : `${name} (${place})`;
  });
  return `an AWS access key that Terraform replaces when ${places.join(' or ')} changes: give it another value`;
}

/** The variables and locals of which a resource is made; itself where there are none. */
function valuesBehind({ file, block, type, name }: Resource): readonly string[] {
  const names = namesIn(file, block.body).filter((each) => /^(?:var|local)\./.test(each));
  return names.length === 0 ? [`${type}.${name}`] : names;
}

/** Where a variable or local is defined, as `path:line`. */
function definitionOf(name: string, files: readonly SourceFile[]): string | null {
  const [root, key] = name.split('.');
  for (const file of files) {
    const found =
      root === 'var'
        ? findBlocks(file.scan.body, 'variable', key)[0]
        : findBlocks(file.scan.body, 'locals').flatMap(({ body }) => findAttribute(body, key ?? '') ?? [])[0];
    if (found !== undefined) return `${file.path}:${positionAt(file.text, found.start).line}`;
  }
  return null;
}

/** Keys that modules of versions before September 2023 hand on (`module.bucket.access_key_id`), each module once. */
function keysOfModules(
  files: readonly SourceFile[],
  holders: readonly Resource[],
  owner: Owner,
): OtherCredential[] {
  const found = new Map<string, OtherCredential>();
  for (const file of files) {
    for (const item of file.scan.body) {
      if (item.type !== 'block') continue;
      for (const name of namesIn(file, item.body)) {
        const [root, module = '', output = ''] = name.split('.');
        if (root !== 'module' || !KEY_OUTPUTS.includes(output) || found.has(module)) continue;
        found.set(module, {
          ...owner,
          code: 'iam-access-key',
          message: WHAT['module-access-key'],
          file: file.path,
          line: positionAt(file.text, item.start).line,
          name: `module.${module}`,
          secret: secretOf(`module.${module}`, holders),
        });
      }
    }
  }
  return [...found.values()];
}

/** What those modules called them. */
const KEY_OUTPUTS: readonly string[] = ['access_key_id', 'secret_access_key'];

function stringOf(file: SourceFile, block: Block, name: string): string | null {
  const attribute = findAttribute(block.body, name);
  return attribute === null ? null : (literalString(file.text, attribute.expression)?.value ?? null);
}
