import { elasticache } from './elasticache.ts';
import { hmppsTemplate } from './hmpps-template.ts';
import type { Kind } from './kind.ts';
import { rds } from './rds.ts';
import { serviceaccount } from './serviceaccount.ts';

/** The name of a kind, as flags, config and JSON have it. */
export type KindName = string;

/** Kinds with what is looked up in them. */
export interface Kinds {
  /** In the order in which reports list them. */
  readonly list: readonly Kind[];
  readonly names: readonly KindName[];
  /** Those that are rotated when no kind is named. */
  readonly byDefault: readonly KindName[];
  readonly byName: ReadonlyMap<KindName, Kind>;
  /** By the repository of their module, whose name is matched as a whole. */
  readonly byModule: ReadonlyMap<string, Kind>;
  /** Repository of a module that holds a credential and has no argument to rotate it → why. */
  readonly notRotatable: ReadonlyMap<string, string>;
  /** What every repository's name begins with, and how each goes on: a cheap test before a file is read closely. */
  readonly moduleNames: { readonly start: string; readonly ends: readonly string[] };
  /** Whether a text names the module, the argument or what else rotates a credential of a kind anywhere: a cheap test before a file is read closely. */
  readonly areMentioned: (text: string) => boolean;
}

/** Every kind of the program; a new one is its own file and its name here. */
const BUILT_IN: readonly Kind[] = [serviceaccount, rds, elasticache, hmppsTemplate];

const NOT_ROTATABLE: ReadonlyMap<string, string> = new Map([
  [
    'cloud-platform-terraform-rds-aurora',
    'the rds-aurora module has no variable that rotates its password: ask the Cloud Platform team',
  ],
]);

export function makeKinds(list: readonly Kind[]): Kinds {
  const moduleNames = splitAtCommonStart([...list.map(({ module }) => module), ...NOT_ROTATABLE.keys()]);
  return {
    list,
    names: list.map(({ name }) => name),
    byDefault: list.flatMap(({ name, byDefault }) => (byDefault ? [name] : [])),
    byName: new Map(list.map((kind) => [kind.name, kind])),
    byModule: new Map(list.map((kind) => [kind.module, kind])),
    notRotatable: NOT_ROTATABLE,
    moduleNames,
    areMentioned: mentionOf(moduleNames, list),
  };
}

function splitAtCommonStart(names: readonly string[]): Kinds['moduleNames'] {
  let start = names[0] ?? '';
  while (!names.every((name) => name.startsWith(start))) start = start.slice(0, -1);
  return { start, ends: names.map((name) => name.slice(start.length)) };
}

/** GitHub takes a repository's name in whatever case. The names that nearly no file has are looked for in two steps. */
function mentionOf({ start, ends }: Kinds['moduleNames'], list: readonly Kind[]): Kinds['areMentioned'] {
  const modules = new RegExp(`${start}(?:${ends.join('|')})`, 'i');
  const names = list.flatMap(({ argument, selfRotation }) =>
    selfRotation?.by === 'resource' ? [argument, selfRotation.resource] : [argument],
  );
  const rotating = names.filter((name) => name.includes('rotat'));
  const others = names.filter((name) => !rotating.includes(name));
  return (text) =>
    modules.test(text) ||
    (text.includes('rotat') && rotating.some((name) => text.includes(name))) ||
    others.some((name) => text.includes(name));
}

export const BUILT_IN_KINDS: Kinds = makeKinds(BUILT_IN);

let inForce: Kinds = BUILT_IN_KINDS;

/** The kinds of this run. */
export function knownKinds(): Kinds {
  return inForce;
}

/** Sets the kinds of this run, once and before anything is read. */
export function setKnownKinds(kinds: Kinds): void {
  inForce = kinds;
}

/** The kind of that name; throws for a name that is none, which only a mistake in our own code can bring. */
export function kindNamed(name: KindName): Kind {
  const kind = inForce.byName.get(name);
  if (kind === undefined) throw new Error(`no kind is named ${name}`);
  return kind;
}

/** The kind that goes by a word, be it its name or what people call it besides; null for none. */
export function findKind(word: string): Kind | null {
  const plain = word.toLowerCase();
  return inForce.list.find(({ name, aliases }) => name === plain || aliases.includes(plain)) ?? null;
}
