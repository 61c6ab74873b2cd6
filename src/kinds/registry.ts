import { elasticache } from './elasticache.ts';
import { hmppsTemplate } from './hmpps-template.ts';
import type { Kind } from './kind.ts';
import { rds } from './rds.ts';
import { serviceaccount } from './serviceaccount.ts';

/** Every kind, in the order in which reports list them; a new one is its own file and its name here. */
export const KINDS = [serviceaccount, rds, elasticache, hmppsTemplate] as const satisfies readonly Kind[];

export type KindName = (typeof KINDS)[number]['name'];

export const KIND_NAMES: readonly KindName[] = KINDS.map((kind) => kind.name);

/** A kind of this program; `Kind` is what one has to be. */
export type KnownKind = Kind & { readonly name: KindName };

const BY_NAME = new Map<string, KnownKind>(KINDS.map((kind) => [kind.name, kind]));
const BY_REPOSITORY = new Map<string, KnownKind>(KINDS.map((kind) => [kind.repository, kind]));

/** Repositories of modules that hold a credential and have no variable to rotate it. */
export const NOT_ROTATABLE: ReadonlyMap<string, string> = new Map([
  [
    'cloud-platform-terraform-rds-aurora',
    'the rds-aurora module has no variable that rotates its password: ask the Cloud Platform team',
  ],
]);

/** The kind of that name; throws for a name that is none, which only a mistake in our own code can bring. */
export function kindNamed(name: KindName): KnownKind {
  const kind = BY_NAME.get(name);
  if (kind === undefined) throw new Error(`no kind is named ${name}`);
  return kind;
}

/** The kind whose module lives in the repository of that name, matched as a whole. */
export function kindOfRepository(repository: string): KnownKind | null {
  return BY_REPOSITORY.get(repository) ?? null;
}

/** Strings one of which every file with a module of interest contains: a cheap test before reading it closely. */
export const REPOSITORY_NAMES: readonly string[] = [...BY_REPOSITORY.keys(), ...NOT_ROTATABLE.keys()];
