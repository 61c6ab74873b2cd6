import { applySplices, insertArguments, type NewArgument, type Placement, type Splice } from '../hcl/edit.ts';
import { positionAt } from '../hcl/position.ts';
import { scan } from '../hcl/scan.ts';
import type { Block, Scan } from '../hcl/syntax.ts';
import { findAttribute, findBlocks, literalBoolean, literalString, quote } from '../hcl/values.ts';
import type { Intended } from '../hcl/verify.ts';
import type { Rotation } from './plan.ts';
import type { Change } from './results.ts';

/** A Terraform file as it was read. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly scan: Scan;
}

/** A file with its rotations written in, and what the proof has to find. */
export interface FileEdit {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly splices: readonly Splice[];
  readonly intended: readonly Intended[];
  readonly changes: readonly Change[];
}

/** Writes rotations into the file they are all about; nothing else of the file is touched. */
export function rewriteFile(file: SourceFile, rotations: readonly Rotation[]): FileEdit {
  const edits = rotations.map((rotation) => rewriteModule(file, rotation));
  const splices = edits.flatMap((edit) => edit.splices);
  const after = applySplices(file.text, splices);
  const rescanned = scan(after);
  return {
    path: file.path,
    before: file.text,
    after,
    splices,
    intended: edits.flatMap((edit) => edit.intended),
    changes: rotations.map((rotation, i) => {
      const { credential, module } = rotation.assessment;
      const block = findBlocks(rescanned.body, 'module', module.name)[module.occurrence];
      const date = block === undefined ? null : findAttribute(block.body, module.kind.variable);
      return {
        id: credential.id,
        cluster: credential.cluster,
        namespace: credential.namespace,
        file: file.path,
        line: date === null ? credential.line : positionAt(after, date.start).line,
        kind: credential.kind,
        module: credential.module,
        variable: credential.variable,
        action: edits[i]!.action,
        from: edits[i]!.from,
        to: rotation.to,
      };
    }),
  };
}

interface ModuleEdit {
  readonly splices: readonly Splice[];
  readonly intended: readonly Intended[];
  readonly action: Change['action'];
  readonly from: string | null;
}

function rewriteModule(file: SourceFile, { assessment, to }: Rotation): ModuleEdit {
  const { module } = assessment;
  const { block, kind, date } = module;
  const splices: Splice[] = [];
  const missing: NewArgument[] = [];
  const path = ['module', module.name, module.occurrence];
  const intended: Intended[] = [{ path: [...path, kind.variable], value: to }];

  if (kind.companion !== null) {
    const { argument, value } = kind.companion;
    intended.push({ path: [...path, argument], value: value === 'true' });
    const splice = setCompanion(file.text, block, argument, value);
    if (splice === 'absent') missing.push({ name: argument, expression: value });
    else if (splice === 'set') intended.pop();
    else splices.push(splice);
  }
  if (date === null) missing.push({ name: kind.variable, expression: quote(to) });
  else splices.push(replaceValue(file.text, date.expression, to));

  let placements: readonly Placement[] = [];
  if (missing.length > 0) {
    const inserted = insertArguments(file.text, file.scan, block, missing);
    splices.push(...inserted.splices);
    placements = inserted.placements;
  }
  if (date === null) return { splices, intended, action: placements[placements.length - 1]!, from: null };
  const from = file.text.slice(date.expression.start, date.expression.end);
  return {
    splices,
    intended,
    action: 'update',
    from: literalString(file.text, date.expression)?.value ?? from,
  };
}

/** Only what stands between the quotes, or the whole of an expression that is no plain string. */
function replaceValue(text: string, range: { start: number; end: number }, to: string): Splice {
  const literal = literalString(text, range);
  return literal === null
    ? { start: range.start, end: range.end, text: quote(to) }
    : { start: literal.inner.start, end: literal.inner.end, text: to };
}

function setCompanion(text: string, block: Block, name: string, value: string): Splice | 'absent' | 'set' {
  const attribute = findAttribute(block.body, name);
  if (attribute === null) return 'absent';
  if (literalBoolean(text, attribute.expression) === (value === 'true')) return 'set';
  return { start: attribute.expression.start, end: attribute.expression.end, text: value };
}
