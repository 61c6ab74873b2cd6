/**
 * What a regular expression would do in more than linear time: `/x+$/` tries anew at each `x` of a run that does not stand
 * at the end, so a text of n of them takes n² steps.
 */

/** `text` without those of `characters` that stand at its end. */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

/** `text` without those of `characters` that stand at its start or its end. */
export function trimOf(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text[start]!)) start += 1;
  return trimEndOf(text.slice(start), characters);
}

/** `text` without what stands between `open` and the next `close`, both included; an `open` without a `close` stays. */
export function withoutEnclosed(text: string, open: string, close: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start === -1 ? -1 : text.indexOf(close, start + open.length);
    if (end === -1) return kept + text.slice(at);
    kept += text.slice(at, start);
    at = end + close.length;
  }
}
