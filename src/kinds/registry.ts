import { groupBy } from '../util/group-by.ts';
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
  /** By the address of their module in a registry. */
  readonly byRegistry: ReadonlyMap<string, Kind>;
  /** By the type of their resource: several kinds may be about one, each with an argument of its own. */
  readonly byResource: ReadonlyMap<string, readonly Kind[]>;
  /** Repository of a module that holds a credential and has no argument to rotate it → why. */
  readonly notRotatable: ReadonlyMap<string, string>;
  /**
   * What repositories' names begin with, and how each goes on: a cheap test before a file is read closely. The names of one
   * group have their beginning in common.
   */
  readonly moduleNames: readonly NameGroup[];
  /** Whether a text names the module, the resource, the argument or what else rotates a credential of a kind: a cheap test likewise. */
  readonly areMentioned: (text: string) => boolean;
}

export interface NameGroup {
  readonly start: string;
  readonly ends: readonly string[];
}

/** Every kind of the program; a new one is its own file and its name here. */
const BUILT_IN: readonly Kind[] = [serviceaccount, rds, elasticache, hmppsTemplate];

const NOT_ROTATABLE: ReadonlyMap<string, string> = new Map([
  [
    'cloud-platform-terraform-rds-aurora',
    'the rds-aurora module has no variable that rotates its password: ask the Cloud Platform team',
  ],
]);

/**
 * @param list the kinds of the program, each about a module in a repository
 * @param own those of a config file
 * @param notRotatable modules without an argument to rotate them; default those of the program
 */
export function makeKinds(
  list: readonly Kind[],
  own: readonly Kind[] = [],
  notRotatable: Kinds['notRotatable'] = NOT_ROTATABLE,
): Kinds {
  const all = [...list, ...own];
  const builtInNames = splitAtCommonStart([...list.flatMap(repositoryOf), ...notRotatable.keys()]);
  const ownNames = own.flatMap(repositoryOf).map((start) => ({ start, ends: [''] }));
  const moduleNames = [...(builtInNames.start === '' ? [] : [builtInNames]), ...ownNames];
  const mentions = [...(list.length === 0 ? [] : [mentionOf(builtInNames, list)]), ...own.map(mentionOfOwn)];
  return {
    list: all,
    names: all.map(({ name }) => name),
    byDefault: all.flatMap(({ name, byDefault }) => (byDefault ? [name] : [])),
    byName: new Map(all.map((kind) => [kind.name, kind])),
    byModule: new Map(all.flatMap((kind) => repositoryOf(kind).map((name) => [name, kind]))),
    byRegistry: new Map(
      all.flatMap(({ about, ...rest }) =>
        about.block === 'registry-module' ? [[about.address, { about, ...rest }]] : [],
      ),
    ),
    byResource: groupBy(
      all.filter(({ about }) => about.block === 'resource'),
      ({ about }) => (about.block === 'resource' ? about.type : ''),
    ),
    notRotatable,
    moduleNames,
    areMentioned: (text) => mentions.some((isMentioned) => isMentioned(text)),
  };
}

/** The repository of a kind's module, where that is what the kind is about. */
function repositoryOf({ about }: Kind): string[] {
  return about.block === 'module' ? [about.repository] : [];
}

function splitAtCommonStart(names: readonly string[]): NameGroup {
  let start = names[0] ?? '';
  while (!names.every((name) => name.startsWith(start))) start = start.slice(0, -1);
  return { start, ends: names.map((name) => name.slice(start.length)) };
}

/** GitHub takes a repository's name in whatever case. The names that nearly no file has are looked for in two steps. */
function mentionOf({ start, ends }: NameGroup, list: readonly Kind[]): Kinds['areMentioned'] {
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

/** A resource counts only where it has the argument; a module also where that is not set yet. */
function mentionOfOwn({ about, argument }: Kind): Kinds['areMentioned'] {
  switch (about.block) {
    case 'resource': {
      const [first = ''] = argument.split('.');
      return (text) => text.includes(`"${about.type}"`) && text.includes(first);
    }
    case 'registry-module':
      return (text) => text.includes(about.address);
    case 'module': {
      const name = new RegExp(about.repository, 'i');
      return (text) => name.test(text);
    }
  }
}

export const BUILT_IN_KINDS: Kinds = makeKinds(BUILT_IN);

let source: () => Kinds = () => BUILT_IN_KINDS;

/** Says where the kinds of the run at hand are found; without it they are those of the program. */
export function findKindsBy(find: () => Kinds): void {
  source = find;
}

/** The kinds of this run. */
export function knownKinds(): Kinds {
  return source();
}

/** The kind of that name; throws for a name that is none, which only a mistake in our own code can bring. */
export function kindNamed(name: KindName): Kind {
  const kind = knownKinds().byName.get(name);
  if (kind === undefined) throw new Error(`no kind is named ${name}`);
  return kind;
}

/** The kind that goes by a word, be it its name or what people call it besides; null for none. */
export function findKind(word: string): Kind | null {
  const plain = word.toLowerCase();
  return knownKinds().list.find(({ name, aliases }) => name === plain || aliases.includes(plain)) ?? null;
}
