/** What names mean in a folder's Terraform. */
import type { Range } from '../hcl/syntax.ts';
import type { SourceFile } from './source-file.ts';

/** Why a date is no string that can be edited. */
export type NotLiteral =
  | { readonly why: 'defined-twice' | 'undefined' | 'circular'; readonly name: string }
  | { readonly why: 'no-default' | 'set-elsewhere'; readonly name: string; readonly place: string }
  | { readonly why: 'set-by-callers'; readonly name: string; readonly places: readonly string[] }
  | { readonly why: 'no-string'; readonly written: string; readonly place: string }
  | { readonly why: 'no-entry'; readonly key: string; readonly place: string }
  | { readonly why: 'in-json'; readonly place: string };

/** What the names in a folder's Terraform mean. */
export interface Scope {
  /** Variables and locals, by the name with which expressions refer to them. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Name → places where it is used for something else than a rotation date. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
}

/** An expression where it stands, and what its own names mean there. */
export interface Located {
  readonly file: SourceFile;
  readonly expression: Range;
  readonly path: readonly (string | number)[];
  /** That of the folder of `file`; absent where it is the scope in which the definition was found. */
  readonly scope?: Scope;
}

export type Definition =
  | ({ readonly kind: 'expression' } & Located)
  /** Set in a file of values: its value is known, and is changed there. */
  | ({ readonly kind: 'assigned'; readonly because: NotLiteral } & Located)
  | { readonly kind: 'unknown'; readonly because: NotLiteral };

/** Where a value begins to be looked for: an expression and the keys that are taken of it. */
export interface Start extends Located {
  readonly scope: Scope;
  readonly keys: readonly string[];
  /** The names that led there. */
  readonly via: readonly string[];
  /** By name, where each is used, and which of these places are steps of the way. */
  readonly uses: readonly (readonly string[])[];
  readonly steps: readonly string[];
}
