import { positionAt } from '../hcl/position.ts';
import type { Block } from '../hcl/syntax.ts';
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
  'token-secret': 'a service account token outside the module: ask the Cloud Platform team',
} as const satisfies Record<OtherCredential['code'], string>;

/** Texts one of which a file with another credential contains: a cheap test before reading it closely. */
export const TERRAFORM_MARKS: readonly string[] = ['aws_iam_access_key', TOKEN_TYPE];
export const MANIFEST_MARKS: readonly string[] = ['Certificate', TOKEN_TYPE];

/** AWS access keys and token Secrets that a Terraform file declares itself. */
export function findInTerraform(file: SourceFile, { cluster, namespace }: Owner): OtherCredential[] {
  return findBlocks(file.scan.body, 'resource').flatMap((block): OtherCredential[] => {
    const [type, label] = block.labels;
    if (type === undefined || label === undefined) return [];
    const line = positionAt(file.text, block.start).line;
    const common = { cluster, namespace, file: file.path, line, name: label.text };
    if (type.text === 'aws_iam_access_key') {
      return [{ ...common, code: 'iam-access-key', message: WHAT['iam-access-key'], secret: null }];
    }
    if (!/^kubernetes_secret(?:_v1)?$/.test(type.text)) return [];
    if (stringOf(file, block, 'type') !== TOKEN_TYPE) return [];
    const [metadata] = findBlocks(block.body, 'metadata');
    const secret = metadata === undefined ? null : stringOf(file, metadata, 'name');
    return [{ ...common, code: 'token-secret', message: WHAT['token-secret'], secret }];
  });
}

function stringOf(file: SourceFile, block: Block, name: string): string | null {
  const attribute = findAttribute(block.body, name);
  return attribute === null ? null : (literalString(file.text, attribute.expression)?.value ?? null);
}
