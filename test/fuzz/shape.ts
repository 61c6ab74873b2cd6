import type { Body } from '../../src/hcl/syntax.ts';

type Json = unknown;

/**
 * Where our scanner and hcl2json see another structure: blocks by keyword and labels, attributes by name, at every depth.
 * Null where they agree. hcl2json's JSON: a block is a list of bodies under its keyword and labels, an attribute a value.
 */
export function shapeDifference(body: Body, json: Json, path = ''): string | null {
  if (!isRecord(json)) return `${path || 'the file'} is no object`;
  const names = new Set<string>();
  const blocks = new Map<string, { labels: readonly string[]; bodies: Body[] }>();
  for (const item of body) {
    // an attribute and a block of one name: Terraform has none, and of hcl2json's JSON one hides the other
    if (
      item.type === 'attribute' &&
      body.some((other) => other.type === 'block' && other.keyword === item.name)
    )
      return null;
    if (item.type === 'attribute') {
      names.add(item.name);
      if (!Object.hasOwn(json, item.name)) return `${path}.${item.name} is no attribute`;
      continue;
    }
    const labels = item.labels.map((label) => label.text);
    names.add(item.keyword);
    // our labels are as written, and hcl2json's have their escapes undone
    if (labels.some((label) => /[\\$%]/.test(label))) return null;
    const key = JSON.stringify([item.keyword, ...labels]);
    const known = blocks.get(key);
    if (known === undefined) blocks.set(key, { labels: [item.keyword, ...labels], bodies: [item.body] });
    else known.bodies.push(item.body);
  }
  for (const name of Object.keys(json)) if (!names.has(name)) return `${path}.${name} is not found`;
  for (const { labels, bodies } of blocks.values()) {
    const where = `${path}.${labels.join('.')}`;
    let holder: Json = json;
    for (const label of labels) {
      if (!isRecord(holder) || !Object.hasOwn(holder, label)) return `${where} is no block`;
      holder = holder[label];
    }
    if (!Array.isArray(holder) || holder.length !== bodies.length) return `${where} is there another time`;
    for (const [i, inner] of bodies.entries()) {
      const difference = shapeDifference(inner, holder[i], `${where}[${i}]`);
      if (difference !== null) return difference;
    }
  }
  return null;
}

function isRecord(json: Json): json is Record<string, Json> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
