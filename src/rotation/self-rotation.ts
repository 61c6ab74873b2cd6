/** How Terraform could rotate again by itself what people rotate by hand. */
import { positionAt } from '../hcl/position.ts';
import { findAttribute, findBlocks } from '../hcl/values.ts';
import type { Kind } from '../kinds/kind.ts';
import { knownKinds } from '../kinds/registry.ts';
import type { FoundModule } from './modules.ts';
import type { Cause } from './reasons.ts';
import type { SourceFile } from './source-file.ts';
import { isJson } from './terraform-files.ts';

/** What has to be changed so that Terraform rotates a credential by itself. */
export type Restoration =
  /** These arguments are taken out. */
  | { readonly way: 'remove'; readonly names: readonly string[] }
  /** The expression is put in the place of the date. */
  | { readonly way: 'refer'; readonly expression: string };

/** A resource that rotates by itself, and to which nothing refers. */
export interface IdleRotation {
  readonly file: SourceFile;
  /** `time_rotating`. */
  readonly type: string;
  /** `time_rotating.weekly`. */
  readonly address: string;
  /** `path:line`. */
  readonly place: string;
  /** `7 days`; null where the text does not tell it. */
  readonly every: string | null;
}

/** An idle rotation that may have rotated a credential, and the other modules of which the same is true. */
export interface IdleOffer {
  readonly rotation: IdleRotation;
  readonly rivals: readonly string[];
}

/**
 * The resources of a folder that could rotate a credential of some kind and rotate nothing.
 *
 * @param files all configuration of the folder: a reference may stand in any of it
 */
export function findIdleRotations(files: readonly SourceFile[]): readonly IdleRotation[] {
  const found = files.flatMap((file) => (isJson(file.path) ? [] : rotationsIn(file)));
  if (found.length === 0) return [];
  const used = new Set(
    files.flatMap((file) => [...withoutComments(file).matchAll(ADDRESS)].map(([each]) => each)),
  );
  return found.filter(({ address }) => !used.has(address));
}

/** The first two names of a reference: `time_rotating.weekly`. */
const ADDRESS =
  /(?<![\p{ID_Continue}.-])[\p{ID_Start}_][\p{ID_Continue}-]*\.[\p{ID_Start}_][\p{ID_Continue}-]*/gu;

/** Whether a file has such a resource at all. */
export function hasRotation({ scan }: Pick<SourceFile, 'scan'>): boolean {
  const types = rotatingTypes();
  return scan.body.some((item) => item.type === 'block' && types.has(item.labels[0]?.text ?? ''));
}

function rotatingTypes(): ReadonlySet<string> {
  return new Set(
    knownKinds().list.flatMap(({ selfRotation }) =>
      selfRotation?.by === 'resource' ? [selfRotation.resource] : [],
    ),
  );
}

/** One that is repeated has several values: which is meant is not known. */
function rotationsIn(file: SourceFile): IdleRotation[] {
  const types = rotatingTypes();
  return findBlocks(file.scan.body, 'resource').flatMap((block) => {
    const [type, name] = block.labels.map(({ text }) => text);
    if (type === undefined || name === undefined || !types.has(type)) return [];
    const isRepeated = ['count', 'for_each'].some((each) => findAttribute(block.body, each) !== null);
    if (isRepeated) return [];
    const place = `${file.path}:${positionAt(file.text, block.start).line}`;
    return [{ file, type, address: `${type}.${name}`, place, every: periodOf(file, block.body) }];
  });
}

/** Arguments of `time_rotating` (registry.terraform.io/providers/hashicorp/time, resources/rotating) → what they count. */
const UNITS: Readonly<Record<string, string>> = {
  rotation_minutes: 'minute',
  rotation_hours: 'hour',
  rotation_days: 'day',
  rotation_months: 'month',
  rotation_years: 'year',
};

function periodOf({ text }: SourceFile, body: Parameters<typeof findAttribute>[0]): string | null {
  const periods = body.flatMap((item) => {
    const unit = item.type === 'attribute' ? UNITS[item.name] : undefined;
    if (unit === undefined || item.type !== 'attribute') return [];
    return [{ unit, written: text.slice(item.expression.start, item.expression.end) }];
  });
  const [only, more] = periods;
  if (only === undefined || more !== undefined || !/^[1-9]\d{0,5}$/.test(only.written)) return null;
  return only.written === '1' ? only.unit : `${only.written} ${only.unit}s`;
}

function withoutComments({ text, scan }: SourceFile): string {
  let from = 0;
  let code = '';
  for (const { start, end } of scan.comments) {
    code += `${text.slice(from, start)} `;
    from = end;
  }
  return code + text.slice(from);
}

/**
 * Which credential each idle rotation may have rotated: that of its own file or, where that has none, of the folder.
 *
 * @param modules of the folder, each with its file
 */
export function idleOffers(
  modules: readonly { readonly file: SourceFile; readonly module: FoundModule }[],
  idle: readonly IdleRotation[],
): ReadonlyMap<FoundModule, IdleOffer> {
  const offers = new Map<FoundModule, IdleOffer>();
  for (const rotation of idle) {
    const inFolder = modules.filter((each) => mayHaveUsed(each, rotation));
    const inFile = inFolder.filter(({ file }) => file === rotation.file);
    const candidates = (inFile.length > 0 ? inFile : inFolder).map(({ module }) => module);
    for (const module of candidates) {
      const others = candidates.filter((other) => other !== module).map(({ name }) => name);
      const known = offers.get(module);
      // of two resources for one module either may have been the one
      const rivals = known === undefined ? others : [...known.rivals, known.rotation.address, ...others];
      offers.set(module, { rotation, rivals });
    }
  }
  return offers;
}

function mayHaveUsed(
  { file, module }: { readonly file: SourceFile; readonly module: FoundModule },
  { type }: IdleRotation,
): boolean {
  const { date, kind } = module;
  if (date === null || isJson(file.path)) return false;
  if (kind.selfRotation?.by !== 'resource' || kind.selfRotation.resource !== type) return false;
  return !file.text.slice(date.expression.start, date.expression.end).includes(`${type}.`);
}

/** What is known of a credential that people rotate by hand. */
export interface SelfRotationFinding {
  readonly restoration: Restoration | null;
  readonly cause: Cause;
}

/**
 * Whether Terraform could rotate a credential by itself, were it not for a date that is set by hand.
 *
 * @param inForce whether the date is what rotates it now
 * @returns null where it could not
 */
export function examineSelfRotation(
  { selfRotation, companion, argument }: Kind,
  inForce: boolean,
  idle: IdleOffer | null,
): SelfRotationFinding | null {
  if (selfRotation === null || !inForce) return null;
  if (selfRotation.by === 'module') {
    if (companion === null) return null;
    const names = [companion.argument, argument];
    const facts = { remove: names, every: selfRotation.every };
    return { restoration: { way: 'remove', names }, cause: { code: 'could-rotate-itself', facts } };
  }
  if (idle === null) return null;
  const { address, place, every } = idle.rotation;
  const expression = `${address}.${selfRotation.attribute}`;
  const facts = { address, place, expression, every };
  return idle.rivals.length === 0
    ? { restoration: { way: 'refer', expression }, cause: { code: 'could-rotate-itself', facts } }
    : {
        restoration: null,
        cause: { code: 'self-rotation-unclear', facts: { ...facts, rivals: idle.rivals } },
      };
}
