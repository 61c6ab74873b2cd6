import type { Attribute, Block, Scan } from '../hcl/syntax.ts';
import { findAttribute, literalString } from '../hcl/values.ts';
import type { JsonPath } from '../hcl/verify.ts';
import type { Kind } from '../kinds/kind.ts';
import { knownKinds } from '../kinds/registry.ts';
import { parseModuleSource } from '../kinds/source.ts';
import { versionOf } from '../kinds/versions.ts';
import { type DateArgument, findDateArgument } from './date-argument.ts';

/** A `module` or `resource` block of a kind, where it stands in its file. */
export interface FoundModule {
  readonly kind: Kind;
  readonly block: Block;
  /** Of a module its name; of a resource its address, `random_password.api`, with `["key"]` behind it for one of several. */
  readonly name: string;
  /** Where hcl2json shows the block: its last part counts the blocks of the same name that stand before it in the file. */
  readonly address: JsonPath;
  /** Of a resource its type. */
  readonly source: string;
  readonly ref: string | null;
  readonly version: string | null;
  /** The date's argument, null when it is not set. */
  readonly date: DateArgument | null;
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
  const { byModule, byRegistry, byResource, notRotatable } = knownKinds();
  const modules: FoundModule[] = [];
  const resources = byResource.size === 0 ? null : resourceFinder(text);
  const unrotatable: UnrotatableModule[] = [];
  const unread: UnreadModule[] = [];
  const seen = new Map<string, number>();
  for (const block of scan.body) {
    if (block.type !== 'block') continue;
    if (block.keyword === 'resource') modules.push(...(resources?.(block) ?? []));
    if (block.keyword !== 'module') continue;
    const name = block.labels[0]?.text;
    if (name === undefined) continue;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    const attribute = findAttribute(block.body, 'source');
    const source = attribute === null ? null : (literalString(text, attribute.expression)?.value ?? null);
    const parsed = source === null ? null : parseModuleSource(source);
    const refusal = parsed === null ? undefined : notRotatable.get(parsed.repository);
    const registered = source === null ? undefined : byRegistry.get(registryAddress(source));
    if (source !== null && registered !== undefined) {
      modules.push(registryModule(text, block, name, occurrence, source, registered));
      continue;
    }
    const kind = parsed === null ? undefined : byModule.get(parsed.repository);
    if (source !== null && refusal !== undefined) unrotatable.push({ block, name, source, message: refusal });
    if (source === null || parsed === null || kind === undefined) {
      const because = refusal === undefined ? whyUnread(text, block, attribute, source) : null;
      if (because !== null) unread.push({ block, name, because });
      continue;
    }
    const date = findDateArgument(text, block, kind.argument);
    modules.push({
      kind,
      block,
      name,
      address: ['module', name, occurrence],
      source,
      ref: parsed.ref,
      version: versionOf(parsed.ref),
      date,
    });
  }
  return { modules, unrotatable, unread };
}

/** Tells the resources of the kinds that are about one; called for each block of a file in its order. */
function resourceFinder(text: string): (block: Block) => FoundModule[] {
  const { byResource } = knownKinds();
  const seen = new Map<string, number>();
  return (block) => {
    const [type = '', label = ''] = block.labels.map((each) => each.text);
    const kinds = byResource.get(type);
    if (kinds === undefined) return [];
    const name = `${type}.${label}`;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    const address = ['resource', type, label, occurrence];
    for (const kind of kinds) {
      const date = findDateArgument(text, block, kind.argument);
      if (date !== null)
        return [{ kind, block, name, address, source: type, ref: null, version: null, date }];
    }
    return [];
  };
}

/** The other kinds that a resource is one of by its arguments: which of them rotates it, nobody can say. */
export function alsoClaimedBy(text: string, { kind, block }: FoundModule): readonly Kind[] {
  if (kind.about.block !== 'resource') return [];
  return (knownKinds().byResource.get(kind.about.type) ?? []).filter(
    (other) => other !== kind && findDateArgument(text, block, other.argument) !== null,
  );
}

/** `hashicorp/consul/aws`: without the public registry's host, which may be left out, and without a subfolder. */
function registryAddress(source: string): string {
  const [address = ''] = source.trim().split('//');
  return address.replace(/^registry\.terraform\.io\//, '');
}

function registryModule(
  text: string,
  block: Block,
  name: string,
  occurrence: number,
  source: string,
  kind: Kind,
): FoundModule {
  const written = findAttribute(block.body, 'version');
  const constraint = written === null ? null : (literalString(text, written.expression)?.value ?? null);
  const date = findDateArgument(text, block, kind.argument);
  const address = ['module', name, occurrence];
  return { kind, block, name, address, source, ref: null, version: versionOf(constraint), date };
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
  const setting = knownKinds().list.find(
    ({ about, argument }) => about.block === 'module' && findAttribute(block.body, argument) !== null,
  );
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
