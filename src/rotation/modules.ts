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

/** The module blocks at the top of a file whose source is one of the kinds. */
export function findModules(
  text: string,
  scan: Scan,
): {
  modules: FoundModule[];
  unrotatable: UnrotatableModule[];
} {
  const { byModule, notRotatable } = knownKinds();
  const modules: FoundModule[] = [];
  const unrotatable: UnrotatableModule[] = [];
  const seen = new Map<string, number>();
  for (const block of scan.body) {
    if (block.type !== 'block' || block.keyword !== 'module') continue;
    const name = block.labels[0]?.text;
    if (name === undefined) continue;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    const attribute = findAttribute(block.body, 'source');
    const source = attribute === null ? null : (literalString(text, attribute.expression)?.value ?? null);
    if (source === null) continue;
    const parsed = parseModuleSource(source);
    if (parsed === null) continue;
    const message = notRotatable.get(parsed.repository);
    if (message !== undefined) unrotatable.push({ block, name, source, message });
    const kind = byModule.get(parsed.repository);
    if (kind === undefined) continue;
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
  return { modules, unrotatable };
}
