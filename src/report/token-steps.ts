import type { ResolvedText, RunbookStep, TokenTargets } from '../results/runbook.ts';
import { say } from './phrase.ts';
import { decodeSecret, listGitHubSecrets, listSecrets } from './runbook-commands.ts';
import { place, pushedByFolder, sayGitHub, sayThing, sayValue, type UsedCredential } from './uses.ts';

/** Steps for a service account's token: pushed to GitHub, or pasted by hand. */

const TOKEN_TYPE = 'kubernetes.io/service-account-token';
/** More commands than this are no list that anybody types. */
const MOST_COMMANDS = 6;
const BY_OLD_NAME = say`The token’s Secret has a new name: change whatever refers to it by the old one.`;

export function tokenStep(credential: UsedCredential, token: TokenTargets, namespace: string): RunbookStep {
  const { id, module } = credential;
  const { secret } = token;
  const print = secret.computed
    ? [listSecrets(namespace, TOKEN_TYPE), decodeSecret(namespace, null)]
    : [decodeSecret(namespace, secret.text)];
  const alsoCircleCi = token.circleCi
    ? [
        say`By its name it is for CircleCI too: if CircleCI has it, paste the ${'token'} of ${sayValue(secret)} there.`,
      ]
    : [];
  const written = [
    ...(token.repositories.length > 0 ? [say`${sayValue(token.githubSecret)} of ${sayGitHub(token)}`] : []),
    ...pushedByFolder(credential).map((use) => say`${sayThing(use)} (${place(use)})`),
  ];
  if (written.length > 0) {
    return {
      title: say`${module}: nothing to paste; check that GitHub has the new token.`,
      commands: checkGitHub(token),
      expect: [
        ...written.map((what) => say`The apply wrote ${what}.`),
        say`A workflow run that began before the apply has the old token: run it again.`,
        ...alsoCircleCi,
        BY_OLD_NAME,
      ],
      credential: id,
    };
  }
  const pushed = say`Terraform pushes this token to no GitHub repository, and the old one no longer works.`;
  const value = say`The new one is the ${'token'} of the Secret ${sayValue(secret)}.`;
  if (token.circleCi) {
    return {
      title: say`${module}: paste the new token into CircleCI.`,
      commands: print,
      expect: [say`${value} ${pushed} Until it is pasted, CircleCI cannot deploy.`, BY_OLD_NAME],
      credential: id,
    };
  }
  return {
    title: say`${module}: replace the token wherever it was pasted by hand, such as CircleCI.`,
    commands: print,
    expect: [
      say`${value} ${pushed} Pods that run as ${sayValue(token.account)} need nothing: Kubernetes gives them tokens of their own.`,
      BY_OLD_NAME,
    ],
    credential: id,
  };
}

/** Commands that show when the token was last written, where all names are told. */
function checkGitHub({ owner, repositories, environments }: TokenTargets): readonly string[] {
  const isTold = ({ computed }: ResolvedText): boolean => !computed;
  if (owner === null || ![...repositories, ...environments].every(isTold)) return [];
  const targets: readonly (string | null)[] =
    environments.length === 0 ? [null] : environments.map(({ text }) => text);
  const commands = repositories.flatMap(({ text }) =>
    targets.map((environment) => listGitHubSecrets(owner, text, environment)),
  );
  return commands.filter((command) => command !== null).slice(0, MOST_COMMANDS);
}
