import { phraseString } from '../../src/report/phrase.ts';
import type { PullRequestChange } from '../../src/report/pull-request.ts';
import { afterMerge } from '../../src/report/steps.ts';
import type { UsedCredential } from '../../src/report/uses.ts';
import type { Change } from '../../src/results/results.ts';
import type {
  Consequences,
  KubernetesObject,
  OutputUse,
  ResolvedText,
  TokenTargets,
} from '../../src/results/runbook.ts';

export const told = (text: string): ResolvedText => ({ text, computed: false });
export const computed = (text: string): ResolvedText => ({ text, computed: true });

/** A use of the rotated value by a block that is no Kubernetes object. */
export function use(given: Partial<OutputUse> = {}): OutputUse {
  return {
    block: 'resource',
    type: 'helm_release',
    name: 'app',
    file: 'namespaces/live.cloud-platform.service.justice.gov.uk/court-diary-dev/resources/rds.tf',
    line: 30,
    outputs: ['database_password'],
    carriesSecret: true,
    via: [],
    object: null,
    naming: [],
    ...given,
  };
}

/** A Secret with the password alone under `password`. */
export function secretUse(object: Partial<KubernetesObject> = {}, given: Partial<OutputUse> = {}): OutputUse {
  const entries = [{ key: 'password', outputs: ['database_password'], carriesSecret: true, isWhole: true }];
  return use({
    type: 'kubernetes_secret',
    name: 'db',
    object: {
      kind: 'Secret',
      name: told('rds-output'),
      namespace: told('court-diary-dev'),
      isOwn: true,
      entries,
      ...object,
    },
    ...given,
  });
}

export function token(given: Partial<TokenTargets> = {}): TokenTargets {
  return {
    account: told('cd-serviceaccount'),
    secret: told('cd-serviceaccount-token-23-11-2026'),
    repositories: [],
    environments: [],
    githubSecret: told('KUBE_TOKEN'),
    owner: 'ministryofjustice',
    circleCi: false,
    ...given,
  };
}

export function consequences(given: Partial<Consequences> = {}): Consequences {
  return { uses: [], token: null, unread: [], ...given };
}

/** A change with the consequences that its kind usually has. */
export function used(change: Change): PullRequestChange {
  const isToken = change.kind === 'serviceaccount' || change.kind === 'hmpps-template';
  const namespace = told(change.namespace);
  return {
    ...change,
    consequences: isToken
      ? consequences({ token: token() })
      : consequences({
          uses: [secretUse({ name: told(`${change.module.replaceAll('_', '-')}-output`), namespace })],
        }),
  };
}

/** A credential of `court-diary-dev` with its uses. */
export function credential(
  kind: UsedCredential['kind'],
  given: Partial<Consequences> = {},
  module: string = kind,
): UsedCredential {
  const file = `namespaces/live.cloud-platform.service.justice.gov.uk/court-diary-dev/resources/${kind}.tf`;
  const id = `court-diary-dev/${kind}.tf#${module}`;
  return { id, kind, module, file, line: 1, ...consequences(given) };
}

/** The steps of `court-diary-dev` as plain text. */
export function steps(
  credentials: readonly UsedCredential[],
  given: { incident?: boolean; clusterLabel?: string } = {},
) {
  const input = {
    namespace: 'court-diary-dev',
    clusterLabel: 'live',
    incident: false,
    ...given,
    credentials,
  };
  return afterMerge(input).map(({ title, commands, expect: seen, credential: id }) => ({
    title: phraseString(title),
    commands,
    expect: seen.map(phraseString),
    id,
  }));
}

export function titles(...args: Parameters<typeof steps>): string[] {
  return steps(...args).map(({ title }) => title);
}
