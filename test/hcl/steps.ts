/**
 * Counts the characters that are looked at while `run` runs: one for each `charCodeAt`, and for each search, slice and
 * match the characters it passes. Unlike a clock it says the same on every machine.
 */
export function countSteps(run: () => void): number {
  let steps = 0;
  const strings = String.prototype;
  const patterns = RegExp.prototype;
  const { charCodeAt, codePointAt, indexOf, lastIndexOf, startsWith, slice, trim } = strings;
  const { exec, test } = patterns;
  const replaced = {
    charCodeAt(this: string, at: number) {
      steps += 1;
      return charCodeAt.call(this, at);
    },
    codePointAt(this: string, at: number) {
      steps += 1;
      return codePointAt.call(this, at);
    },
    indexOf(this: string, what: string, from = 0) {
      const found = indexOf.call(this, what, from);
      steps += (found === -1 ? this.length : found) - Math.min(from, this.length) + 1;
      return found;
    },
    lastIndexOf(this: string, what: string, from = this.length) {
      const found = lastIndexOf.call(this, what, from);
      steps += from - found + 1;
      return found;
    },
    startsWith(this: string, what: string, from = 0) {
      steps += what.length;
      return startsWith.call(this, what, from);
    },
    slice(this: string, start?: number, end?: number) {
      const part = slice.call(this, start, end);
      steps += part.length + 1;
      return part;
    },
    trim(this: string) {
      steps += this.length + 1;
      return trim.call(this);
    },
  };
  const matched = {
    exec(this: RegExp, text: string) {
      const from = this.lastIndex;
      const found = exec.call(this, text);
      steps += 1 + (found === null ? 0 : Math.max(found[0].length, this.lastIndex - from));
      return found;
    },
    test(this: RegExp, text: string) {
      const from = this.lastIndex;
      const found = test.call(this, text);
      steps += 1 + Math.max(0, this.lastIndex - from);
      return found;
    },
  };
  Object.assign(strings, replaced);
  Object.assign(patterns, matched);
  try {
    run();
  } finally {
    Object.assign(strings, { charCodeAt, codePointAt, indexOf, lastIndexOf, startsWith, slice, trim });
    Object.assign(patterns, { exec, test });
  }
  return steps;
}
