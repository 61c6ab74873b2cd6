/** Parts of the estate for several jobs: each namespace is in exactly one, and stays there when others come and go. */

/** The part `index` of `of`, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** GitHub runs at most so many jobs of one matrix (docs.github.com, "Running variations of jobs in a workflow"). */
export const MAX_SHARDS = 256;

/** `2/4` as part 2 of 4; null for anything else. */
export function parseShard(text: string): Shard | null {
  const { index, of } = /^(?<index>[1-9]\d{0,2})\/(?<of>[1-9]\d{0,2})$/.exec(text.trim())?.groups ?? {};
  const shard = { index: Number(index), of: Number(of) };
  return index !== undefined && shard.index <= shard.of && shard.of <= MAX_SHARDS ? shard : null;
}

/**
 * What decides which part a namespace is in: its application, so that staggering sees all of its environments in one
 * run, whatever the cluster; without an application its own name.
 *
 * Templates that many applications share (see stagger.ts) are no exception here: what staggering takes for one
 * application may change with a setting, and the parts must not.
 */
export function shardKey(
  application: string | null,
  { cluster, namespace }: { readonly cluster: string; readonly namespace: string },
): string {
  const name = (application ?? '').trim().replace(/\s+/g, ' ').toLowerCase();
  // a slash cannot begin an application's key: of two kinds of names none can be taken for one of the other
  return name === '' ? `/${cluster}/${namespace}` : `=${name}`;
}

/** Whether the part has what bears this key. */
export function isInShard(key: string, { index, of }: Shard): boolean {
  return hash(key) % of === index - 1;
}

/** FNV-1a over the UTF-8 of a text, and MurmurHash3's last step, which spreads it over the low bits. 32 bits, unsigned. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
