import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/rotation/shard.ts
var MAX_SHARDS = 256;
function parseShard(text) {
  const { index, of } = /^(?<index>[1-9]\d{0,2})\/(?<of>[1-9]\d{0,2})$/.exec(text.trim())?.groups ?? {};
  const shard = { index: Number(index), of: Number(of) };
  return index !== void 0 && shard.index <= shard.of && shard.of <= MAX_SHARDS ? shard : null;
}
function shardKey(application, { cluster, namespace }) {
  const name = (application ?? "").trim().replace(/\s+/g, " ").toLowerCase();
  return name === "" ? `/${cluster}/${namespace}` : `=${name}`;
}
function isInShard(key, { index, of }) {
  return hash(key) % of === index - 1;
}
function hash(text) {
  let value = 2166136261;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 16777619);
  value = Math.imul(value ^ value >>> 16, 2246822507);
  value = Math.imul(value ^ value >>> 13, 3266489909);
  return (value ^ value >>> 16) >>> 0;
}

export {
  MAX_SHARDS,
  parseShard,
  shardKey,
  isInShard
};
