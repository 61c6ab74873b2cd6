import { scan } from '../hcl/scan.ts';
import type { Range } from '../hcl/syntax.ts';
import { findAttribute } from '../hcl/values.ts';
import type { KindName } from '../kinds/registry.ts';
import { argumentsOfRules, examineModule, type ResolvedExpression } from '../kinds/rules.ts';
import { instancesOf } from '../rotation/instances.ts';
import { type FoundModule, findModules } from '../rotation/modules.ts';
import {
  buildScope,
  EMPTY_SCOPE,
  resolveExpression,
  resolveStart,
  resolveString,
} from '../rotation/references.ts';
import type { Scope } from '../rotation/scope.ts';
import type { SourceFile } from '../rotation/source-file.ts';

/** The date of a credential as far as one file tells it. */
export interface DateValue {
  /** The string, or the expression as it is written; null when no date is in force. */
  readonly value: string | null;
  /** False for an expression that this file does not explain: `var.rotated_on`, `time_rotating.weekly.unix`. */
  readonly literal: boolean;
}

/** A credential in one version of a file. */
export interface Sighting extends DateValue {
  readonly kind: KindName;
  readonly module: string;
  /** No date rotates it: a read replica, or a token that rotates itself. No date of it is in force. */
  readonly exempt: boolean;
}

/** What one version of a file holds. */
export interface FileVersion {
  /** False when it does not parse: Terraform then applies nothing of its folder. */
  readonly readable: boolean;
  readonly credentials: readonly Sighting[];
}

/** A version without any credential, which most files are at all times. */
export const NO_CREDENTIALS: FileVersion = { readable: true, credentials: [] };

export const UNREADABLE: FileVersion = { readable: false, credentials: [] };

/**
 * The credentials of a file's text, wherever it lies. What is commented out is none. A date behind `var.` or `local.`
 * is followed inside this text only: other files of the folder have versions of their own.
 *
 * @param selects which credentials are wanted
 */
export function readVersion(text: string, selects: (kind: KindName, module: string) => boolean): FileVersion {
  const scanned = scan(text);
  if (scanned.errors.length > 0) return UNREADABLE;
  const blocks = findModules(text, scanned).modules;
  if (blocks.length === 0) return NO_CREDENTIALS;
  const file = { path: '', text, scan: scanned };
  const scope = blocks.some((module) => refers(text, module)) ? buildScope([file], []) : EMPTY_SCOPE;
  const modules = blocks
    .flatMap((module) => instancesOf(module, file, scope))
    .filter(({ kind, name }) => selects(kind.name, name));
  if (modules.length === 0) return NO_CREDENTIALS;
  return { readable: true, credentials: modules.map((module) => sight(module, file, scope)) };
}

function refers(text: string, { kind, block, date }: FoundModule): boolean {
  const others = argumentsOfRules(kind).map((name) => findAttribute(block.body, name));
  return [date, ...others].some((attribute) => attribute !== null && mayRefer(text, attribute.expression));
}

function mayRefer(text: string, { start, end }: Range): boolean {
  return /\b(?:var|local|each)\./.test(text.slice(start, end));
}

function sight(module: FoundModule, file: SourceFile, scope: Scope): Sighting {
  const { kind, block, name } = module;
  const resolve = (expression: Range): ResolvedExpression => resolveExpression(file, expression, scope);
  const exempt = examineModule(kind, { text: file.text, block, resolve }).some(
    (finding) => finding.effect === 'exempt',
  );
  const date = exempt ? NO_DATE : dateOf(module, file, scope);
  return { kind: kind.name, module: name, exempt, ...date };
}

const NO_DATE: DateValue = { value: null, literal: true };

function dateOf({ date, address }: FoundModule, file: SourceFile, scope: Scope): DateValue {
  if (date === null) return NO_DATE;
  const found =
    date.ofKey === undefined
      ? resolveString(file, date.expression, [...address, ...date.path], scope)
      : resolveStart(date.ofKey);
  if (found.found === 'literal') return { value: found.value, literal: true };
  // `null` is how Terraform writes that an argument is not set
  return found.written === 'null' ? NO_DATE : { value: found.written, literal: false };
}
