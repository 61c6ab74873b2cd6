import type { Attribute, Block, Scan } from '../hcl/syntax.ts';
import { findAttribute, literalString } from '../hcl/values.ts';
import type { Kind } from '../kinds/kind.ts';
import { knownKinds } from '../kinds/registry.ts';
import { parseModuleSource } from '../kinds/source.ts';
import { versionOf } from '../kinds/versions.ts';

/** A `module` block of a kind, where it stands in its file. */
export interface FoundModule {
  readonly kind: Kind;
  readonly block: Block;
  readonly name: string;
  /** How many module blocks of the same name stand before it in the file: hcl2json lists them in that order. */
  readonly occurrence: number;
  readonly source: string;
  readonly ref: string | null;
  readonly version: string | null;
  /** The date's argument, null when it is not set. */
  readonly date: Attribute | null;
}

/** A module block that holds a credential which no variable rotates. */
export interface UnrotatableModule {
  readonly block: Block;
  readonly name: string;
  readonly source: string;
  readonly message: string;
}

/** Why a module's source does not say which kind it is of; `written` is the source as the file has it. */
export type UnreadSource =
  | { readonly why: 'no-kind'; readonly written: string; readonly sets: string }
  | { readonly why: 'no-string' | 'no-repository'; readonly written: string };

/** A module block that names a kind or sets its date, and whose source does not say that it is one. */
export interface UnreadModule {
  readonly block: Block;
  readonly name: string;
  readonly because: UnreadSource;
}

/** The module blocks at the top of a file that concern a kind. */
export function findModules(
  text: string,
  scan: Scan,
): {
  modules: FoundModule[];
  unrotatable: UnrotatableModule[];
  unread: UnreadModule[];
} {
  const { byModule, notRotatable } = knownKinds();
  const modules: FoundModule[] = [];
  const unrotatable: UnrotatableModule[] = [];
  const unread: UnreadModule[] = [];
  const seen = new Map<string, number>();
  for (const block of scan.body) {
    if (block.type !== 'block' || block.keyword !== 'module') continue;
    const name = block.labels[0]?.text;
    if (name === undefined) continue;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    const attribute = findAttribute(block.body, 'source');
    const source = attribute === null ? null : (literalString(text, attribute.expression)?.value ?? null);
    const parsed = source === null ? null : parseModuleSource(source);
    const refusal = parsed === null ? undefined : notRotatable.get(parsed.repository);
    const kind = parsed === null ? undefined : byModule.get(parsed.repository);
    if (source !== null && refusal !== undefined) unrotatable.push({ block, name, source, message: refusal });
    if (source === null || parsed === null || kind === undefined) {
      const because = refusal === undefined ? whyUnread(text, block, attribute, source) : null;
      if (because !== null) unread.push({ block, name, because });
      continue;
    }
    const date = findAttribute(block.body, kind.argument);
    modules.push({
      kind,
      block,
      name,
      occurrence,
      source,
      ref: parsed.ref,
      version: versionOf(parsed.ref),
      date,
    });
  }
  return { modules, unrotatable, unread };
}

/** What has to be said of a block that is none of a kind; null when it does not concern one. */
function whyUnread(
  text: string,
  block: Block,
  attribute: Attribute | null,
  source: string | null,
): UnreadSource | null {
  if (attribute === null || source?.startsWith('.')) return null;
  const written = text.slice(attribute.expression.start, attribute.expression.end).replace(/\s+/g, ' ');
  const setting = knownKinds().list.find(({ argument }) => findAttribute(block.body, argument) !== null);
  const isRead = source !== null && parseModuleSource(source) !== null;
  if (setting !== undefined && isRead) {
    return { why: 'no-kind', written, sets: setting.argument };
  }
  if (setting === undefined && (isRead || !namesKind(written))) return null;
  return { why: source === null ? 'no-string' : 'no-repository', written };
}

/** Whether a source has a module's name in it as a whole. */
function namesKind(source: string): boolean {
  const { byModule } = knownKinds();
  return source
    .toLowerCase()
    .split(/[^\w-]/)
    .some((part) => byModule.has(part));
}
