import type { ObjectEntry, Phrase, RunbookStep } from '../results/runbook.ts';
import { say } from './phrase.ts';
import { rotateAgain, setAuthToken } from './runbook-commands.ts';
import { place, type UsedCredential } from './uses.ts';

/** After a leak: the server takes the token from before until a second rotation or a SET. */
export function incidentSteps(
  credential: UsedCredential,
  { namespace, clusterLabel }: { readonly namespace: string; readonly clusterLabel: string },
): readonly RunbookStep[] {
  const { id, kind, module, uses } = credential;
  if (kind !== 'elasticache') return [];
  const again: RunbookStep = {
    title: say`${module}: make the server refuse the leaked token: rotate a second time.`,
    commands: [rotateAgain(namespace, clusterLabel, module)],
    expect: [
      say`The second rotation drops the token from before the first. Wait for its apply, then replace the pods again: they have the token before the newest, which works until the next rotation.`,
    ],
    credential: id,
  };
  const secret = uses.find(
    ({ object }) =>
      object?.kind === 'Secret' &&
      object.isOwn === true &&
      !object.name.computed &&
      keyOf(object.entries, 'auth_token'),
  )?.object;
  if (secret === undefined || secret === null) return [again];
  const keys = {
    token: keyOf(secret.entries, 'auth_token'),
    group: keyOf(secret.entries, 'replication_group_id'),
  };
  const policy = uses.find(({ outputs, block }) => block === 'module' && outputs.includes('irsa_policy_arn'));
  const access: Phrase =
    policy === undefined
      ? say`AWS access comes from the module’s output ${'irsa_policy_arn'}, which nothing here uses: without it ask the Cloud Platform team.`
      : say`AWS access comes from the module’s output ${'irsa_policy_arn'}, which the module ${policy.name ?? ''} takes (${place(policy)}): a service pod with its service account has it.`;
  return [
    again,
    {
      title: say`${module}: or, where a second rotation takes too long, set the newest token as the only one.`,
      commands: [setAuthToken(namespace, secret.name.text, keys)],
      expect: [
        say`Only when all pods are replaced: the server then refuses every other token at once.`,
        access,
      ],
      credential: id,
    },
  ];
}

/** The key under which the output stands alone. */
function keyOf(entries: readonly ObjectEntry[], output: string): string | null {
  return (
    entries.find(({ outputs, isWhole }) => isWhole && outputs.length === 1 && outputs[0] === output)?.key ??
    null
  );
}
