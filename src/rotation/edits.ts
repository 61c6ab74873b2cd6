import { applySplices, insertArguments, type Placement, sorted } from '../hcl/edit.ts';
import { positionAt } from '../hcl/position.ts';
import type { Attribute, NewArgument, Splice } from '../hcl/syntax.ts';
import { findAttribute, quote } from '../hcl/values.ts';
import type { Intended } from '../hcl/verify.ts';
import type { Companion } from '../kinds/kind.ts';
import type { Change } from '../results/results.ts';
import { groupBy } from '../util/group-by.ts';
import { type Assessment, writtenValue } from './judge.ts';
import type { Rotation } from './plan.ts';
import type { Cause } from './reasons.ts';
import type { PlannedRestoration } from './restore.ts';
import type { SourceFile } from './source-file.ts';

/** A change whose reason is not in words yet. */
export type PlannedChange = Omit<Change, 'notUpgraded'> & { readonly notUpgraded?: Cause };

/** A file with its rotations written in, and what the proof has to find. */
export interface FileEdit<C = Change> {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly splices: readonly Splice[];
  readonly intended: readonly Intended[];
  /** The rotations whose date stands in this file. */
  readonly changes: readonly C[];
  /** Ids of all rotations that need this file: none of them is done unless it is written. */
  readonly neededBy: readonly string[];
}

/** What one rotation does to one file. */
interface Piece {
  readonly rotation: Rotation;
  readonly file: SourceFile;
  readonly splices: readonly Splice[];
  readonly intended: readonly Intended[];
  readonly change: Written | null;
}

/** What is written into a credential, apart from the value itself. */
type Written = Pick<Change, 'action' | 'from' | 'companion' | 'selfRotation'>;

/**
 * Writes rotations into the files that hold their dates: the module's own, or the one where its variable or local is
 * defined. Nothing else is touched.
 *
 * @returns the edits in the order in which the files are first met
 */
export function editFiles(rotations: readonly Rotation[]): FileEdit<PlannedChange>[] {
  const byPath = groupBy(rotations.flatMap(piecesOf), ({ file }) => file.path);
  return [...byPath.values()].map(editOf);
}

function editOf(pieces: readonly Piece[]): FileEdit<PlannedChange> {
  const { path, text } = pieces[0]!.file;
  const splices = distinct(pieces.flatMap((piece) => piece.splices));
  const after = applySplices(text, splices);
  const shifts = shiftsOf(splices);
  return {
    path,
    before: text,
    after,
    splices,
    intended: pieces.flatMap((piece) => piece.intended),
    changes: pieces.flatMap((piece) =>
      piece.change === null ? [] : [changeOf(piece, piece.change, after, shifts)],
    ),
    neededBy: pieces.map(({ rotation }) => rotation.assessment.credential.id),
  };
}

/** Credentials that share a definition bring the same splice each. */
function distinct(splices: readonly Splice[]): Splice[] {
  return sorted(splices).filter((splice, i, all) => {
    const before = all[i - 1];
    return !(
      before &&
      before.start === splice.start &&
      before.end === splice.end &&
      before.text === splice.text
    );
  });
}

function changeOf(
  { rotation, file, splices: own }: Piece,
  change: Written,
  after: string,
  shifts: ReadonlyMap<string, number>,
): PlannedChange {
  const { credential } = rotation.assessment;
  return {
    id: credential.id,
    cluster: credential.cluster,
    namespace: credential.namespace,
    file: file.path,
    line: lineOf(rotation.to, own, after, shifts),
    kind: credential.kind,
    module: credential.module,
    variable: credential.variable,
    action: change.action,
    from: change.from,
    to: rotation.to,
    ...(change.companion === undefined ? {} : { companion: change.companion }),
    ...(change.selfRotation === undefined ? {} : { selfRotation: change.selfRotation }),
    ...(rotation.upgrade.do === 'upgrade' ? { upgrade: rotation.upgrade.upgrade } : {}),
    ...(rotation.upgrade.do === 'stay' ? { notUpgraded: rotation.upgrade.cause } : {}),
  };
}

/** A splice, by its place and text → how far the splices before it move what stands there. */
function shiftsOf(splices: readonly Splice[]): ReadonlyMap<string, number> {
  const shifts = new Map<string, number>();
  let shift = 0;
  for (const splice of splices) {
    shifts.set(spliceKey(splice), shift);
    shift += splice.text.length - (splice.end - splice.start);
  }
  return shifts;
}

function spliceKey({ start, text }: Splice): string {
  return `${start}:${text}`;
}

/** The line of the new value: in the last of the piece's splices that writes it; of a removal that of the first splice. */
function lineOf(
  to: string,
  own: readonly Splice[],
  after: string,
  shifts: ReadonlyMap<string, number>,
): number {
  const target = to === '' ? own[0] : own.filter((splice) => splice.text.includes(to)).pop();
  const shift = target === undefined ? undefined : shifts.get(spliceKey(target));
  if (target === undefined || shift === undefined) throw new Error(`no edit writes ${to}`);
  return positionAt(after, target.start + shift + target.text.lastIndexOf(to)).line;
}

function piecesOf(rotation: Rotation): Piece[] {
  return rotation.restoration === null
    ? datedPieces(rotation)
    : [restoredPiece(rotation, rotation.restoration)];
}

function restoredPiece(rotation: Rotation, { splices, intended, change }: PlannedRestoration): Piece {
  const { file } = rotation.assessment;
  const upgrade = upgradePiece(rotation);
  return {
    rotation,
    file,
    splices: [...splices, ...upgrade.splices],
    intended: [...intended, ...upgrade.intended],
    change: { ...change, selfRotation: 'restored' },
  };
}

function upgradePiece({ upgrade, assessment }: Rotation): Pick<Piece, 'splices' | 'intended'> {
  if (upgrade.do !== 'upgrade') return { splices: [], intended: [] };
  return {
    splices: [upgrade.splice],
    intended: [{ path: [...assessment.module.address, 'source'], value: upgrade.source }],
  };
}

function datedPieces(rotation: Rotation): Piece[] {
  const { module, date, file } = rotation.assessment;
  const { block, kind } = module;
  const { to } = rotation;
  const path = module.address;
  const splices: Splice[] = [];
  const intended: Intended[] = [];
  const missing: NewArgument[] = [];

  const companion = missingCompanion(rotation.assessment);
  if (companion !== null) {
    const { argument, value, attribute } = companion;
    intended.push({ path: [...path, argument], value: value === 'true' });
    if (attribute === null) missing.push({ name: argument, expression: value });
    else splices.push({ start: attribute.expression.start, end: attribute.expression.end, text: value });
  }

  let elsewhere: Omit<Piece, 'change'> | null = null;
  let change: Pick<Change, 'action' | 'from'> | null = null;
  if (date.found === 'absent') {
    missing.push({ name: kind.argument, expression: quote(to) });
    intended.push({ path: [...path, kind.argument], value: to });
  } else if (date.found === 'literal') {
    const splice = { ...date.inner, text: to };
    const target = { path: date.path, value: to };
    change = { action: 'update', from: writtenValue(date) };
    if (date.file === file) {
      splices.push(splice);
      intended.push(target);
    } else {
      elsewhere = { rotation, file: date.file, splices: [splice], intended: [target] };
    }
  } else {
    const { expression, path: inBlock } = module.date ?? missingDate(kind.argument);
    splices.push({ start: expression.start, end: expression.end, text: quote(to) });
    intended.push({ path: [...path, ...inBlock], value: to });
    change = { action: 'update', from: writtenValue(date) };
  }

  const upgrade = upgradePiece(rotation);
  splices.push(...upgrade.splices);
  intended.push(...upgrade.intended);

  const inserted = insertArguments(file.text, file.scan, block, missing);
  splices.push(...inserted.splices);
  change ??= { action: lastOf(inserted.placements), from: null };
  const written: Written = {
    ...change,
    ...(companion === null ? {} : { companion: companionChange(companion, file, inserted.placements[0]) }),
    ...selfRotationAfter(rotation.assessment),
  };
  const here: Piece = {
    rotation,
    file,
    splices,
    intended,
    change: elsewhere === null ? written : null,
  };
  return [
    ...(splices.length > 0 ? [here] : []),
    ...(elsewhere === null ? [] : [{ ...elsewhere, change: written }]),
  ];
}

/** The argument that has to be written, or the date would not be in force; null where it is. */
function missingCompanion({ module: { kind, block }, companion }: Assessment): MissingCompanion | null {
  if (kind.companion === null || companion === 'holds') return null;
  return { ...kind.companion, attribute: findAttribute(block.body, kind.companion.argument) };
}

interface MissingCompanion extends Companion {
  /** Where it has another value; null where it is not set. */
  readonly attribute: Attribute | null;
}

function companionChange(
  { argument: variable, value: to, attribute }: MissingCompanion,
  { text }: SourceFile,
  placement: Placement | undefined,
): NonNullable<Change['companion']> {
  if (attribute === null) return { variable, action: placement ?? 'insert', from: null, to };
  const { start, end } = attribute.expression;
  return { variable, action: 'update', from: text.slice(start, end).replace(/\s+/g, ' '), to };
}

/** What a date that is in force makes of a rotation by Terraform itself: nothing where there is none. */
function selfRotationAfter({ blockers, companion }: Assessment): Pick<Change, 'selfRotation'> {
  if (blockers.some(({ code }) => code === 'rotates-itself')) return { selfRotation: 'ends' };
  return companion === 'holds' ? {} : { selfRotation: 'may-end' };
}

function missingDate(variable: string): never {
  throw new Error(`${variable} was resolved and is not set`);
}

function lastOf(placements: readonly Placement[]): Placement {
  const last = placements[placements.length - 1];
  if (last === undefined) throw new Error('nothing was inserted');
  return last;
}
