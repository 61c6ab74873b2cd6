import type { KindName } from '../kinds/registry.ts';
import { code, fence } from './escape-markdown.ts';
import { shellWords } from './words.ts';

/**
 * What a rotation does and what is left to do after the merge, in the order to do it. The facts are those of the Cloud
 * Platform user guide, "Rotating tokens and keys", and of the modules' own main.tf.
 */

/** A Kubernetes Secret that carries a rotated value. */
export interface SecretName {
  readonly namespace: string;
  readonly name: string;
}

interface AfterMergeInput {
  readonly namespace: string;
  readonly kinds: readonly KindName[];
  /** What is known of the Secrets that carry the new values; a kind without any gets the command that lists them. */
  readonly secrets: ReadonlyMap<KindName, readonly SecretName[]>;
}

/** One thing to do: a sentence, commands to type, and what is to be known about it. All Markdown. */
interface Step {
  readonly task: string;
  readonly commands?: readonly string[];
  readonly remark?: string;
}

const TOKEN_IS_REPLACED =
  'Terraform destroys the token’s Secret and makes another under a new name, because the date is part of the name. ' +
  'The old token stops working at that moment. Where the module pushes the token to GitHub (`github_repositories`), ' +
  'the new one is pushed too; wherever else it was pasted, the old one stays until somebody replaces it.';

const EFFECTS: Readonly<Record<string, string>> = {
  serviceaccount: TOKEN_IS_REPLACED,
  rds:
    'the instance gets a new master password, and Secrets that Terraform fills from the module get it too. ' +
    'The old password stops working. Pods read theirs when they start: until they are restarted they keep the ' +
    'connections they have and cannot open new ones.',
  elasticache:
    'the server gets an additional AUTH token and drops the older of the two it had (strategy ROTATE). The token in ' +
    'use until now stays valid until the next rotation, so running pods keep working. It is no cure for a leaked ' +
    'token: that one is accepted until a second rotation.',
  'hmpps-template':
    'the service account inside the template gets a new token, and the old one stops working. Wherever the old ' +
    'token was pasted by hand, it stays until somebody replaces it.',
};

/** What Terraform does when the change is applied. */
export function whatApplyingDoes(kind: KindName): string {
  return EFFECTS[kind] ?? 'Terraform replaces the credential.';
}

const TOKENS: readonly KindName[] = ['serviceaccount', 'hmpps-template'];

/** The steps as checkboxes, filled in with the namespace's own names. */
export function afterMerge(input: AfterMergeInput): string {
  return steps(input).map(checkbox).join('\n');
}

function steps(input: AfterMergeInput): readonly Step[] {
  const has = (kind: KindName): boolean => input.kinds.includes(kind);
  const tokens = input.kinds.filter((kind) => TOKENS.includes(kind));
  return [
    {
      task: `Wait until the pipeline has applied ${code(input.namespace)}. Until then the old credentials are in force.`,
    },
    ...(has('rds')
      ? [
          checkSecret(
            input,
            'rds',
            'RDS: check that the Secret has a new password',
            '`database_password` and the password inside `url` differ from what they were.',
          ),
        ]
      : []),
    ...(has('elasticache')
      ? [
          checkSecret(
            input,
            'elasticache',
            'ElastiCache: check that the Secret has a new token',
            '`auth_token` differs from what it was.',
          ),
        ]
      : []),
    ...recycle(input, has('rds'), has('elasticache')),
    ...tokens.slice(0, 1).map((kind) => newToken(input, kind)),
    ...otherNamespaces(input),
  ];
}

function checkSecret(input: AfterMergeInput, kind: KindName, task: string, expect: string): Step {
  const own = ownSecrets(input, kind);
  if (own.length > 0) {
    return {
      task: `${task}.`,
      commands: own.map(({ name }) => decode(input.namespace, name)),
      remark: expect,
    };
  }
  return {
    task: `${task}. The first command lists the Secrets, the second shows the one that you name.`,
    commands: [
      shellWords(['kubectl', 'get', 'secrets', '-n', input.namespace]),
      `${decode(input.namespace, null)}`,
    ],
    remark: expect,
  };
}

function recycle({ namespace }: AfterMergeInput, rds: boolean, elasticache: boolean): readonly Step[] {
  if (rds) {
    const both = elasticache ? ' This gives them the new ElastiCache token as well.' : '';
    return [
      {
        task: `Replace all pods, so that they start with the new password.${both}`,
        commands: [shellWords(['kubectl', 'delete', 'pods', '--all', '-n', namespace])],
        remark:
          'Expect errors from the moment of the apply until the last pod is replaced: a pod with the old password ' +
          'that has to open a connection is refused. Jobs that were started before the apply fail in the same way.',
      },
    ];
  }
  if (!elasticache) return [];
  return [
    {
      task: 'Replace the pods one after the other, so that they start with the new token.',
      commands: [
        shellWords(['kubectl', 'get', 'pods', '-n', namespace]),
        `${shellWords(['kubectl', 'delete', 'pod', '-n', namespace])} <pod>`,
      ],
      remark: 'No downtime: the server takes the old token beside the new one.',
    },
  ];
}

function newToken(input: AfterMergeInput, kind: KindName): Step {
  const { namespace } = input;
  const own = ownSecrets(input, kind);
  const list = shellWords([
    'kubectl',
    'get',
    'secrets',
    '-n',
    namespace,
    '--field-selector',
    'type=kubernetes.io/service-account-token',
  ]);
  return {
    task:
      'Replace the service account token wherever it was pasted by hand, such as CircleCI. ' +
      'Nothing is to be done where the module pushes it to GitHub.',
    commands:
      own.length > 0 ? own.map(({ name }) => decode(namespace, name)) : [list, decode(namespace, null)],
    remark: 'The Secret has a new name: change whatever refers to it by the old one.',
  };
}

function otherNamespaces({ namespace, secrets }: AfterMergeInput): readonly Step[] {
  const others = [...secrets.values()].flat().filter((secret) => secret.namespace !== namespace);
  return others.map((secret) => ({
    task: `The Secret ${code(secret.name)} in the namespace ${code(secret.namespace)} has a copy: check it, and replace the pods there too.`,
    commands: [decode(secret.namespace, secret.name)],
  }));
}

function ownSecrets({ namespace, secrets }: AfterMergeInput, kind: KindName): readonly SecretName[] {
  return (secrets.get(kind) ?? []).filter((secret) => secret.namespace === namespace);
}

function decode(namespace: string, secret: string | null): string {
  const command = ['cloud-platform', 'decode-secret', '-n', namespace, '-s'];
  return secret === null ? `${shellWords(command)} <secret>` : shellWords([...command, secret]);
}

function checkbox({ task, commands = [], remark }: Step): string {
  const out = [`- [ ] ${task}`];
  if (commands.length > 0) out.push(indent(fence(commands.join('\n'), 'sh')));
  if (remark !== undefined) out.push(indent(remark));
  return out.join('\n\n');
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
