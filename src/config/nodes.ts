import * as yaml from 'yaml';

export type Path = readonly PropertyKey[];

/** Offset of what stands at a path; where it is missing, of what should hold it. */
export function offsetOfValue(document: yaml.Document, path: Path): number {
  let node: unknown = follow(document, document.contents);
  let offset = startOf(node);
  for (const part of path) {
    node = follow(document, entry(node, part)?.value);
    if (!yaml.isNode(node)) break;
    offset = startOf(node);
  }
  return offset;
}

/** Offset of a key of the map at a path. */
export function offsetOfKey(document: yaml.Document, path: Path, key: string): number {
  let node: unknown = follow(document, document.contents);
  for (const part of path) node = follow(document, entry(node, part)?.value);
  const found = entry(node, key)?.key;
  return yaml.isNode(found) ? startOf(found) : startOf(node);
}

function entry(node: unknown, part: PropertyKey): { readonly key: unknown; readonly value: unknown } | null {
  if (yaml.isSeq(node)) return { key: null, value: node.items[Number(part)] };
  if (!yaml.isMap(node)) return null;
  return node.items.find(({ key }) => keyText(key) === String(part)) ?? null;
}

/** A key as the data has it: a list that is a key stands there as YAML writes it. */
function keyText(key: unknown): string {
  if (yaml.isScalar(key)) return key.value === null ? '' : String(key.value);
  return String(key);
}

function follow(document: yaml.Document, node: unknown): unknown {
  return yaml.isAlias(node) ? node.resolve(document) : node;
}

function startOf(node: unknown): number {
  return yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
