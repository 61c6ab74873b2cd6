/**
 * What is left to do after the merge, in the order to do it: the one source of a pull request's body and of `runbook`. The
 * facts are those of the Cloud Platform user guide, "Rotating tokens and keys" and "Cloud Platform Concourse Pipelines",
 * and of the modules' own main.tf and outputs.tf; what differs from kind to kind is in src/kinds/.
 */
import type { SetCommand } from '../kinds/kind.ts';
import { type KindName, kindNamed } from '../kinds/registry.ts';
import type {
  KubernetesObject,
  ObjectEntry,
  OutputUse,
  Phrase,
  ResolvedText,
  RunbookStep,
  TokenTargets,
} from '../results/runbook.ts';
import { groupBy } from '../util/group-by.ts';
import { listWords } from './format.ts';
import { kindsOf, secretOf, shortSecretOf } from './kind-words.ts';
import { say, sayList } from './phrase.ts';
import {
  decodeSecret,
  deleteAllPods,
  deletePod,
  listGitHubSecrets,
  listPods,
  listSecrets,
  rolloutRestart,
  rotateAgain,
  setNewest,
  showConfigMap,
} from './runbook-commands.ts';
import {
  place,
  pushedByFolder,
  sayGitHub,
  sayKeys,
  sayThing,
  sayValue,
  type UsedCredential,
} from './uses.ts';

const TOKEN_TYPE = 'kubernetes.io/service-account-token';
/** More commands than this are no list that anybody types. */
const MOST_COMMANDS = 6;
const BY_OLD_NAME = say`The token’s Secret has a new name: change whatever refers to it by the old one.`;

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
      say`The pipeline comments on the merged pull request: “Your PR is applying in the build: …”. The link leads to Concourse’s job ${'apply-namespace-changes-live'}, whose last task has to be green. Until then the old credentials are in force.`,
    ],
    credential: null,
  };
}

/** Uses of the rotated value in Secrets and ConfigMaps. */
function objectUses({ uses }: UsedCredential): readonly OutputUse[] {
  return uses.filter(({ object, carriesSecret }) => carriesSecret && object !== null);
}

function isOwn({ object }: OutputUse): boolean {
  return object?.isOwn === true;
}

/** The namespace's own Secrets have the new value. */
function checkStep(credential: UsedCredential, namespace: string): RunbookStep {
  const { id, kind, module, unread } = credential;
  const own = objectUses(credential).filter(isOwn);
  const notRead = unread.map((file) => say`${file} could not be read: more Secrets may be filled there.`);
  const noun = secretOf(kind);
  if (own.length === 0)
    return { ...unknownSecret(credential, namespace), expect: [...nowhere(credential), ...notRead] };
  const [only, more] = own;
  const holder = only?.object ?? null;
  const title =
    more === undefined && holder !== null
      ? say`${module}: check that the ${[holder.kind]} ${sayValue(holder.name)} has the new ${[noun]}.`
      : say`${module}: check that the new ${[noun]} is in ${sayList(own.map(sayName))}.`;
  const isComputed = own.some(({ object }) => object?.name.computed === true);
  return {
    title,
    commands: [
      ...(isComputed ? [listSecrets(namespace)] : []),
      ...new Set(own.map((use) => show(use, namespace))),
    ],
    expect: [compare(own, kind), ...notRead],
    credential: id,
  };
}

function sayName({ object }: OutputUse): Phrase {
  return object === null ? [] : [`${object.kind} `, ...sayValue(object.name)];
}

function show({ object }: OutputUse, namespace: string): string {
  const name = object === null || object.name.computed ? null : object.name.text;
  return object?.kind === 'ConfigMap' ? showConfigMap(namespace, name) : decodeSecret(namespace, name);
}

/** What differs from before, key by key. */
function compare(own: readonly OutputUse[], kind: KindName): Phrase {
  const news = own.map((use): Phrase => {
    const where = own.length > 1 && use.object !== null ? say` in ${use.object.name.text}` : [];
    return say`${sayNew(use, kind)}${where}`;
  });
  return say`Must be new: ${sayList(news)}. Pods that started before the apply still have the old value to compare with. Everything else is as it was.`;
}

function sayNew(use: OutputUse, kind: KindName): Phrase {
  const entries = (use.object?.entries ?? []).filter(({ carriesSecret }) => carriesSecret);
  const whole = entries.filter(({ isWhole }) => isWhole).map(({ key }) => key);
  const partly = entries.filter(({ isWhole }) => !isWhole).map(({ key }) => key);
  const inside = partly.length === 0 ? [] : [say`the ${[secretOf(kind)]} inside ${sayList(partly)}`];
  const all = [...whole, ...inside];
  return all.length === 0 ? sayChanged(kind) : sayList(all);
}

function sayChanged(kind: KindName): Phrase {
  const { secretOutputs } = kindNamed(kind);
  return secretOutputs.includes('*')
    ? say`what comes from it`
    : say`what comes from ${sayList(secretOutputs)}`;
}

/** The folder's Terraform fills no Secret of the namespace itself. */
function unknownSecret({ id, kind, module }: UsedCredential, namespace: string): Omit<RunbookStep, 'expect'> {
  return {
    title: say`${module}: find out who uses the ${[secretOf(kind)]}.`,
    commands: [listSecrets(namespace), decodeSecret(namespace, null)],
    credential: id,
  };
}

function nowhere(credential: UsedCredential): readonly Phrase[] {
  const elsewhere = credential.uses.some(({ carriesSecret }) => carriesSecret);
  return [
    elsewhere
      ? say`This folder’s Terraform writes it to no Secret of this namespace, only to the places below.`
      : say`This folder’s Terraform hands it to nothing. Whoever was given it by hand has the old one.`,
  ];
}

/** One restart gives the pods of a namespace everything new, so it is done once, when all checks are. */
function podSteps(credentials: readonly UsedCredential[], namespace: string): readonly RunbookStep[] {
  const here = credentials.filter(
    (each) => objectUses(each).some(isOwn) || !each.uses.some((use) => use.carriesSecret),
  );
  const read = kindsOf(here).filter(needsRestart);
  return [
    ...(read.length === 0 ? [] : [ownPods(read, namespace)]),
    ...copies(credentials),
    ...computedNamespaces(credentials),
  ];
}

function needsRestart(kind: KindName): boolean {
  return kindNamed(kind).restart !== 'none';
}

function isRefused(kind: KindName): boolean {
  return kindNamed(kind).overlap === 'none';
}

const ONE_OF_THE_TWO = say`Run one of the two. ${'kubectl rollout restart'} replaces the pods of Deployments, StatefulSets and DaemonSets a few at a time, so a service with several replicas stays up as far as the old value allows; it touches no Job. ${'kubectl delete pods --all'} takes down every replica at once, the quickest way to the new value, and the pods of Jobs with them: a running Job starts over or counts as failed, as its ${'restartPolicy'} and ${'backoffLimit'} say.`;

/** Replaces the pods that read secrets of these kinds. */
function ownPods(kinds: readonly KindName[], namespace: string): RunbookStep {
  const secrets = distinct(kinds.map(secretOf));
  const refused = distinct(kinds.filter(isRefused).map(secretOf));
  const common = {
    expect: [
      refused.length === 0
        ? noDowntime(kinds)
        : say`Expect errors from the moment of the apply until the last pod is replaced: a pod with the old ${[refused.join(' or ')]} keeps the connections it has, and the next one that it opens is refused. Jobs that started before the apply fail in the same way: start them again.`,
    ],
    credential: null,
  };
  const start = say`so that they start with the new ${[listWords(secrets)]}.`;
  if (kinds.some((kind) => kindNamed(kind).restart === 'all')) {
    return {
      title: say`Replace all pods at once, ${start}`,
      commands: [rolloutRestart(namespace), deleteAllPods(namespace)],
      ...common,
      expect: [...common.expect, ONE_OF_THE_TWO],
    };
  }
  return {
    title: say`Replace the pods one after the other, ${start}`,
    commands: [rolloutRestart(namespace)],
    ...common,
    expect: [
      ...common.expect,
      say`It replaces the pods of Deployments, StatefulSets and DaemonSets a few at a time, and those of no Job: a Job that runs keeps the old value until it ends, and a CronJob’s next one starts with the new.`,
    ],
  };
}

/** @param kinds of which the server takes the value from before */
function noDowntime(kinds: readonly KindName[]): Phrase {
  const [kind, more] = kinds;
  const [server, secret] =
    kind === undefined || more !== undefined
      ? ['server', 'value']
      : [kindNamed(kind).noun.server, shortSecretOf(kind)];
  return say`No downtime: the ${[server]} takes the ${[secret]} from before beside the new one.`;
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/** Secrets that Terraform writes into other namespaces, by namespace. */
function copies(credentials: readonly UsedCredential[]): readonly RunbookStep[] {
  const all = credentials.flatMap((credential) =>
    objectUses(credential)
      .filter(({ object }) => object?.isOwn === false)
      .map((use) => ({ use, kind: credential.kind, namespace: use.object?.namespace.text ?? '' })),
  );
  return [...groupBy(all, ({ namespace }) => namespace)].map(([namespace, found]) => {
    const read = kindsOf(found).filter(needsRestart);
    const names = sayList([...new Map(found.map(({ use }) => [sayId(use), sayName(use)])).values()]);
    const check = say`Copies in another namespace, ${namespace}: check ${names} there`;
    return {
      title: read.length === 0 ? say`${check}.` : say`${check}, and replace the pods that read it.`,
      commands: [
        ...new Set(found.map(({ use }) => show(use, namespace))),
        ...(read.length === 0 ? [] : [listPods(namespace), deletePod(namespace)]),
      ],
      expect: [
        ...found.map(({ use }) => say`New in ${use.object?.name.text ?? ''}: ${sayKeys(use)}.`),
        ...(read.length === 0 ? [] : [untilReplaced(read)]),
      ],
      credential: null,
    };
  });
}

function untilReplaced(kinds: readonly KindName[]): Phrase {
  const servers = distinct(kinds.filter(isRefused).map((kind) => kindNamed(kind).noun.server));
  const rest = say`All other pods of that namespace may stay.`;
  return servers.length === 0
    ? say`${noDowntime(kinds)} ${rest}`
    : say`Until they are replaced, these pods cannot open new connections to the ${[servers.join(' or the ')]}. ${rest}`;
}

function sayId({ object }: OutputUse): string {
  return `${object?.kind}/${object?.name.text}`;
}

function computedNamespaces(credentials: readonly UsedCredential[]): readonly RunbookStep[] {
  return credentials.flatMap((credential) =>
    objectUses(credential)
      .filter(({ object }) => object?.isOwn === null)
      .map((use) => ({
        title: say`${credential.module}: check the ${sayName(use)} in the namespace that ${use.object?.namespace.text ?? ''} gives, and replace the pods that read it.`,
        commands: [],
        expect: [say`The namespace is computed (${place(use)}): the program does not know it.`],
        credential: credential.id,
      })),
  );
}

/** What takes the new value and no other step speaks of. */
function otherPlaces(credential: UsedCredential): readonly RunbookStep[] {
  const { id, module, uses, token } = credential;
  const spokenOf = token === null ? objectUses(credential) : pushedByFolder(credential);
  const others = uses.filter(
    (use) => use.carriesSecret && use.block !== 'provider' && !spokenOf.includes(use),
  );
  if (others.length === 0) return [];
  return [
    {
      title: say`${module}: look after what else takes the new value.`,
      commands: [],
      expect: others.map((use) => say`${sayUser(use)} (${place(use)}): ${[whatToDo(use)]}`),
      credential: id,
    },
  ];
}

function sayUser(use: OutputUse): Phrase {
  return use.object === null
    ? sayThing(use)
    : say`${sayName(use)} in the namespace ${sayValue(use.object.namespace)}`;
}

function whatToDo({ block, type }: OutputUse): string {
  if (block === 'output') return 'whoever reads the output has to read it again.';
  if (block === 'module') return 'Terraform passes the new value on; look at what the module makes of it.';
  if (type?.startsWith('github_'))
    return 'written by the same apply; a workflow run that began before has the old one.';
  if (type === 'aws_dms_endpoint')
    return 'changed by the same apply; test its connection before the next task runs.';
  return 'written by the same apply; whoever read it before has the old one and must read it again.';
}

function tokenStep(credential: UsedCredential, token: TokenTargets, namespace: string): RunbookStep {
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

/** After a leak, where the server takes the value from before: until a second rotation, or a command, refuses it. */
function incidentSteps(
  credential: UsedCredential,
  { namespace, clusterLabel }: { readonly namespace: string; readonly clusterLabel: string },
): readonly RunbookStep[] {
  const { id, kind, module } = credential;
  const { overlap, setNewest: command } = kindNamed(kind);
  if (overlap === 'none') return [];
  const secret = [shortSecretOf(kind)];
  const again: RunbookStep = {
    title: say`${module}: make the ${[kindNamed(kind).noun.server]} refuse the leaked ${secret}: rotate a second time.`,
    commands: [rotateAgain(namespace, clusterLabel, kind, module)],
    expect: [
      say`The second rotation drops the ${secret} from before the first. Wait for its apply, then replace the pods again: they have the ${secret} before the newest, which works until the next rotation.`,
    ],
    credential: id,
  };
  return [again, ...(command === null ? [] : setNewestStep(credential, namespace, command))];
}

/** Only where a Secret of the namespace holds the value on its own: the command reads it from there. */
function setNewestStep(
  { id, kind: name, module, uses }: UsedCredential,
  namespace: string,
  command: SetCommand,
): readonly RunbookStep[] {
  const [rotated = ''] = kindNamed(name).secretOutputs;
  const holds = ({ kind, isOwn, name, entries }: KubernetesObject): boolean =>
    kind === 'Secret' && isOwn === true && !name.computed && keyOf(entries, rotated) !== null;
  const secret = uses.map(({ object }) => object).find((object) => object !== null && holds(object));
  if (secret === undefined || secret === null) return [];
  const output = command.accessOutput;
  const policy = uses.find(({ outputs, block }) => block === 'module' && outputs.includes(output));
  const access =
    policy === undefined
      ? say`AWS access comes from the module’s output ${output}, which nothing here uses: without it ask the Cloud Platform team.`
      : say`AWS access comes from the module’s output ${output}, which the module ${policy.name ?? ''} takes (${place(policy)}): a service pod with its service account has it.`;
  return [
    {
      title: say`${module}: ${[command.title]}`,
      commands: [setNewest(namespace, secret.name.text, command, (name) => keyOf(secret.entries, name))],
      expect: [[command.expect], access],
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
