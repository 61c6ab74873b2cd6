/**
 * Boxes to tick in a text of GitHub Markdown. Which namespace a box is for says a hidden mark behind it, and never the
 * words beside it. Whoever may edit the text may edit the mark too, so what is read of one is data: to be checked
 * against the estate before anything is done.
 */

/** A namespace as a box names it: the first label of its cluster, and its name. */
export interface BoxName {
  readonly clusterLabel: string;
  readonly namespace: string;
}

/** Both parts are labels of RFC 1123, so a key has no blank, no dash at an edge and nothing that ends a comment. */
const KEY =
  /^(?<clusterLabel>[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)\/(?<namespace>[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)$/;
const BOX = /^(?<start>[ \t]*[-*+] \[)(?<tick>[ xX])\] <!-- rotate-pr:rotate (?<behind>.*)/gm;

/** `live/allotment-register-dev`. */
export function boxKey(cluster: string, namespace: string): string {
  return `${cluster.split('.', 1)[0]}/${namespace}`;
}

/** The parts of a key; null for a text that is none. */
export function readBoxKey(key: string): BoxName | null {
  const { clusterLabel, namespace } = KEY.exec(key)?.groups ?? {};
  return clusterLabel === undefined || namespace === undefined ? null : { clusterLabel, namespace };
}

/**
 * A list item with a box that is not ticked.
 *
 * @param key from `boxKey`
 * @param markdown what stands beside it, on one line
 */
export function boxLine(key: string, markdown: string): string {
  return `- [ ] <!-- rotate-pr:rotate ${key} --> ${markdown}`;
}

/** What stands in the marks of the ticked boxes, each once, in the order of the text: keys, if nobody edited them. */
export function tickedBoxes(text: string): readonly string[] {
  const ticked = Array.from(text.matchAll(BOX), ({ groups }) =>
    groups?.['tick'] === ' ' ? null : keyIn(groups?.['behind'] ?? ''),
  );
  return [...new Set(ticked.filter((key) => key !== null))];
}

/** The text with these boxes ticked, and every other box as it is. */
export function withTicks(text: string, ticked: ReadonlySet<string>): string {
  if (ticked.size === 0) return text;
  return text.replace(BOX, (whole, start: string, _tick: string, behind: string) =>
    ticked.has(keyIn(behind) ?? '') ? `${start}x${whole.slice(start.length + 1)}` : whole,
  );
}

/** The key before the end of the mark; null where the mark does not end on its line. */
function keyIn(behind: string): string | null {
  const end = behind.indexOf(' -->');
  return end === -1 ? null : behind.slice(0, end);
}
