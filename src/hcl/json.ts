/** Terraform's JSON syntax (developer.hashicorp.com/terraform/language/syntax/json), read into the same body as HCL. */
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Attribute, Block, Body, Label, Range, Scan } from './syntax.ts';

/** How many labels the blocks at the top of a file bear; what is not named here has one. */
const LABELS: Readonly<Record<string, number>> = {
  locals: 0,
  terraform: 0,
  resource: 2,
  data: 2,
  ephemeral: 2,
};

/** Objects that are blocks inside another block; in JSON nothing but the schema tells them from arguments. */
const NESTED_BLOCKS: readonly string[] = ['metadata', 'lifecycle', 'dynamic', 'provisioner', 'timeouts'];

/**
 * Reads a `.tf.json` file. Its expressions are the values as they stand, quotes included: a string without `${` is a
 * literal, a string that is nothing but `${…}` a reference, as in HCL.
 */
export function scanJsonConfiguration(text: string): Scan {
  return scanJson(text, (root) => root.items.flatMap((pair) => topBlocks(pair)));
}

/** Reads a `.tfvars.json` file: one attribute for each variable. */
export function scanJsonValues(text: string): Scan {
  return scanJson(text, attributesOf);
}

function scanJson(text: string, bodyOf: (root: YAMLMap) => Body): Scan {
  const document = parseDocument(text, { schema: 'json', uniqueKeys: false, logLevel: 'silent' });
  const root = document.contents;
  const mistake = mistakeIn(text);
  if (mistake !== null) return failed(mistake, 'the file is no JSON');
  if (!isMap(root)) return failed(0, 'the file holds no JSON object');
  return { body: bodyOf(root), comments: [], errors: [] };
}

/** Where a text stops being JSON, null where it is all JSON: YAML's parser, which knows positions, accepts more. */
function mistakeIn(text: string): number | null {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  try {
    JSON.parse(text.slice(start));
    return null;
  } catch (error) {
    const position = /position (?<offset>\d{1,9})/.exec(String(error))?.groups?.['offset'];
    return position === undefined ? text.length : start + Number(position);
  }
}

function failed(offset: number, message: string): Scan {
  const help = 'Terraform reads a file of this name as JSON';
  return { body: [], comments: [], errors: [{ code: 'invalid-json', offset, message, help }] };
}

function topBlocks(pair: Pair): Body {
  const keyword = keyOf(pair);
  if (keyword === null || keyword === '//') return [];
  return blocksBelow(pair, keyword, [], LABELS[keyword] ?? 1);
}

/** The blocks of one keyword: objects inside objects down to the last label, each one object or a list of them. */
function blocksBelow(pair: Pair, keyword: string, labels: readonly Label[], missing: number): Block[] {
  return objectsIn(pair.value).flatMap((object) => {
    if (missing === 0) return [blockOf(pair, object, keyword, labels)];
    return object.items.flatMap((inner) => {
      const text = keyOf(inner);
      if (text === null || text === '//') return [];
      return blocksBelow(inner, keyword, [...labels, { text, ...rangeOf(inner.key) }], missing - 1);
    });
  });
}

function blockOf(pair: Pair, object: YAMLMap, keyword: string, labels: readonly Label[]): Block {
  const { start, end } = rangeOf(object);
  return {
    type: 'block',
    keyword,
    labels,
    start: rangeOf(pair.key).start,
    end,
    open: start,
    close: end - 1,
    body: object.items.flatMap((inner): Body => {
      const name = keyOf(inner);
      if (name === null || name === '//') return [];
      const objects = NESTED_BLOCKS.includes(name) ? objectsIn(inner.value) : [];
      if (objects.length > 0) return objects.map((nested) => blockOf(inner, nested, name, []));
      return [attributeOf(inner, name)];
    }),
  };
}

function attributesOf(object: YAMLMap): Attribute[] {
  return object.items.flatMap((pair) => {
    const name = keyOf(pair);
    return name === null || name === '//' ? [] : [attributeOf(pair, name)];
  });
}

function attributeOf(pair: Pair, name: string): Attribute {
  const key = rangeOf(pair.key);
  const expression = rangeOf(pair.value);
  return {
    type: 'attribute',
    name,
    start: key.start,
    end: expression.end,
    equals: key.end,
    expression,
  };
}

function objectsIn(value: unknown): readonly YAMLMap[] {
  if (isMap(value)) return [value];
  return isSeq(value) ? value.items.filter((item): item is YAMLMap => isMap(item)) : [];
}

function keyOf({ key }: Pair): string | null {
  return isScalar(key) ? String(key.value) : null;
}

function rangeOf(node: unknown): Range {
  const range = (node as { readonly range?: readonly [number, number, number] } | null)?.range;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
