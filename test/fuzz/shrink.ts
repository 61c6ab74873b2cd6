/** Takes pieces out of a text as long as `stillFails` says so: what is left is for a person to read. */
export async function shrink(text: string, stillFails: (text: string) => Promise<boolean>): Promise<string> {
  let best = text;
  for (let before = ''; before !== best; ) {
    before = best;
    for (let width = best.length >> 1; width >= 1; width >>= 1) {
      for (let at = 0; at < best.length; ) {
        const shorter = best.slice(0, at) + best.slice(at + width);
        if (await stillFails(shorter)) best = shorter;
        else at += width;
      }
    }
  }
  return best;
}
