import type { KindName } from '../kinds/registry.ts';
import type { RunbookStep } from '../results/runbook.ts';
import { kindsOf } from './format.ts';
import { incidentSteps } from './incident-steps.ts';
import { say } from './phrase.ts';
import { checkStep, otherPlaces, podSteps } from './secret-steps.ts';
import { tokenStep } from './token-steps.ts';
import type { UsedCredential } from './uses.ts';

/**
 * What a rotation does and what is left to do after the merge, in the order to do it: the one source of a pull request's
 * body and of `runbook`. The facts are those of the Cloud Platform user guide, "Rotating tokens and keys" and "Cloud
 * Platform Concourse Pipelines", and of the modules' own main.tf and outputs.tf.
 */

const TOKEN_IS_REPLACED =
  'Terraform destroys the token’s Secret and makes another under a new name, because the date is part of the name. ' +
  'The old token stops working at that moment. GitHub repositories that the module names get the new one in the same ' +
  'apply; wherever else it was pasted, the old one stays until somebody replaces it.';

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
    'the service account inside the template gets a new token, which the same apply writes to GitHub, and the old ' +
    'one stops working. Wherever else it was pasted, the old one stays until somebody replaces it.',
};

/** What Terraform does when the change is applied. */
export function whatApplyingDoes(kind: KindName): string {
  return EFFECTS[kind] ?? 'Terraform replaces the credential.';
}

export interface AfterMergeInput {
  readonly namespace: string;
  /** The cluster's first label. */
  readonly clusterLabel: string;
  readonly credentials: readonly UsedCredential[];
  /** A secret has leaked: also what makes the server refuse the old one. */
  readonly incident: boolean;
}

/** Everything to do in one namespace, in the order to do it. */
export function afterMerge(input: AfterMergeInput): readonly RunbookStep[] {
  const { namespace, incident } = input;
  const credentials = kindsOf(input.credentials).flatMap((kind) =>
    input.credentials.filter((each) => each.kind === kind),
  );
  const withSecrets = credentials.filter(({ token }) => token === null);
  return [
    checkApply(input),
    ...withSecrets.map((each) => checkStep(each, namespace)),
    ...podSteps(withSecrets, namespace),
    ...credentials.flatMap((each) => (each.token === null ? [] : [tokenStep(each, each.token, namespace)])),
    ...credentials.flatMap((each) => otherPlaces(each)),
    ...(incident ? withSecrets.flatMap((each) => incidentSteps(each, input)) : []),
  ];
}

function checkApply({ namespace, clusterLabel }: AfterMergeInput): RunbookStep {
  const where = clusterLabel === 'live' ? say`${namespace}` : say`${namespace} on ${clusterLabel}`;
  return {
    title: say`Check that the pipeline has applied ${where}.`,
    commands: [],
    expect: [
      say`It starts with the merge: ${'cloud-platform-concourse-bot'} comments on the pull request with a link to the job, whose last task has to be green. Until then the old credentials are in force.`,
    ],
    credential: null,
  };
}
