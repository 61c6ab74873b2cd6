import type { KindName } from '../kinds/registry.ts';
import type { OutputUse, Phrase, RunbookStep } from '../results/runbook.ts';
import { groupBy } from '../util/group-by.ts';
import { say, sayList } from './phrase.ts';
import {
  decodeSecret,
  deleteAllPods,
  deletePod,
  listPods,
  listSecrets,
  showConfigMap,
} from './runbook-commands.ts';
import { place, pushedByFolder, sayKeys, sayThing, sayValue, type UsedCredential } from './uses.ts';

/** Steps for what Terraform writes into Kubernetes Secrets: a database's password, a cache's token. */

const SECRETS: Readonly<Partial<Record<KindName, { readonly noun: string; readonly output: string }>>> = {
  rds: { noun: 'password', output: 'database_password' },
  elasticache: { noun: 'AUTH token', output: 'auth_token' },
};

function nounOf(kind: KindName): string {
  return SECRETS[kind]?.noun ?? 'value';
}

/** Uses of the rotated value in Secrets and ConfigMaps. */
function objectUses({ uses }: UsedCredential): readonly OutputUse[] {
  return uses.filter(({ object, carriesSecret }) => carriesSecret && object !== null);
}

function isOwn({ object }: OutputUse): boolean {
  return object?.isOwn === true;
}

/** The namespace's own Secrets have the new value. */
export function checkStep(credential: UsedCredential, namespace: string): RunbookStep {
  const { id, kind, module, unread } = credential;
  const own = objectUses(credential).filter(isOwn);
  const notRead = unread.map((file) => say`${file} could not be read: more Secrets may be filled there.`);
  const noun = nounOf(kind);
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
  const inside = partly.length === 0 ? [] : [say`the ${[nounOf(kind)]} inside ${sayList(partly)}`];
  const all = [...whole, ...inside];
  return all.length === 0 ? say`what comes from ${SECRETS[kind]?.output ?? ''}` : sayList(all);
}

/** The folder's Terraform fills no Secret of the namespace itself. */
function unknownSecret({ id, kind, module }: UsedCredential, namespace: string): Omit<RunbookStep, 'expect'> {
  return {
    title: say`${module}: find out who uses the ${[nounOf(kind)]}.`,
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
export function podSteps(credentials: readonly UsedCredential[], namespace: string): readonly RunbookStep[] {
  const here = credentials.filter(
    (each) => objectUses(each).some(isOwn) || !each.uses.some((use) => use.carriesSecret),
  );
  return [
    ...(here.length === 0 ? [] : [ownPods(here, namespace)]),
    ...copies(credentials),
    ...computedNamespaces(credentials),
  ];
}

function ownPods(credentials: readonly UsedCredential[], namespace: string): RunbookStep {
  const kinds = new Set(credentials.map(({ kind }) => kind));
  const common = { credential: null };
  if (!kinds.has('rds')) {
    return {
      ...common,
      title: say`Replace the pods one after the other, so that they start with the new AUTH token.`,
      commands: [listPods(namespace), deletePod(namespace)],
      expect: [say`No downtime: the server takes the token from before beside the new one.`],
    };
  }
  const both = kinds.has('elasticache') ? ' and AUTH token' : '';
  return {
    ...common,
    title: say`Replace all pods at once, so that they start with the new password${[both]}.`,
    commands: [deleteAllPods(namespace)],
    expect: [
      say`Expect errors from the moment of the apply until the last pod is replaced: a pod with the old password keeps the connections it has, and the next one that it opens is refused. Jobs that started before the apply fail in the same way: start them again.`,
    ],
  };
}

/** Secrets that Terraform writes into other namespaces, by namespace. */
function copies(credentials: readonly UsedCredential[]): readonly RunbookStep[] {
  const all = credentials.flatMap((credential) =>
    objectUses(credential)
      .filter(({ object }) => object?.isOwn === false)
      .map((use) => ({ use, kind: credential.kind, namespace: use.object?.namespace.text ?? '' })),
  );
  return [...groupBy(all, ({ namespace }) => namespace)].map(([namespace, found]) => {
    const isDatabase = found.some(({ kind }) => kind === 'rds');
    const names = sayList([...new Map(found.map(({ use }) => [sayId(use), sayName(use)])).values()]);
    return {
      title: say`Copies in another namespace, ${namespace}: check ${names} there, and replace the pods that read it.`,
      commands: [
        ...new Set(found.map(({ use }) => show(use, namespace))),
        listPods(namespace),
        deletePod(namespace),
      ],
      expect: [
        ...found.map(({ use }) => say`New in ${use.object?.name.text ?? ''}: ${sayKeys(use)}.`),
        isDatabase
          ? say`Until they are replaced, these pods cannot open new connections to the database. All other pods of that namespace may stay.`
          : say`No downtime: the server takes the token from before beside the new one. All other pods of that namespace may stay.`,
      ],
      credential: null,
    };
  });
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
export function otherPlaces(credential: UsedCredential): readonly RunbookStep[] {
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
