/**
 * Globs over names and ids: `*` (anything but `/`), `**` (anything), `?`, `[a-z]`, `[!a-z]`, `{a,b}`, and `\` before a
 * character that is to be taken as it is. Everything else, a leading dot or `!` too, stands for itself.
 *
 * All ways through a pattern are followed at once (Thompson's construction), so that a match takes time in proportion to
 * the name times the pattern. A glob made into a regular expression backtracks: `*a*a*a*a*a*a*a*a*b` took seconds over
 * one name of 63 letters.
 */

/** Takes one character and goes on with the next step; or goes on at several steps, without taking one. */
type Step =
  | { readonly takes: (character: string) => boolean; readonly literal: boolean }
  | { readonly forks: readonly number[] };

/** Braces deeper than this are plain characters. */
const MAX_DEPTH = 20;

/** Whether a pattern stands for more than one name. */
export function isGlob(pattern: string): boolean {
  return stepsOf(pattern).some((step) => 'forks' in step || !step.literal);
}

/** One test for several patterns, of which one has to match; the whole name is matched, upper and lower case apart. */
export function matchGlobs(patterns: readonly string[]): (name: string) => boolean {
  const compiled = patterns.map(stepsOf);
  return (name) => compiled.some((steps) => matches(steps, name));
}

function matches(steps: readonly Step[], name: string): boolean {
  let at = new Set<number>();
  reach(steps, 0, at);
  for (const character of name) {
    const next = new Set<number>();
    for (const index of at) {
      const step = steps[index];
      if (step !== undefined && 'takes' in step && step.takes(character)) reach(steps, index + 1, next);
    }
    if (next.size === 0) return false;
    at = next;
  }
  return at.has(steps.length);
}

/** Adds a step and all that forks lead to from it. */
function reach(steps: readonly Step[], index: number, into: Set<number>): void {
  const open = [index];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (into.has(at)) continue;
    into.add(at);
    const step = steps[at];
    if (step !== undefined && 'forks' in step) open.push(...step.forks);
  }
}

function stepsOf(pattern: string): Step[] {
  const steps: Step[] = [];
  addSteps([...pattern], steps, 0);
  return steps;
}

function addSteps(pattern: readonly string[], steps: Step[], depth: number): void {
  for (let at = 0; at < pattern.length; ) {
    const character = pattern[at]!;
    const stars = character === '*' ? runOf(pattern, at) : 0;
    const set = character === '[' ? setAt(pattern, at) : null;
    const braces = character === '{' && depth < MAX_DEPTH ? bracesAt(pattern, at) : null;
    if (stars > 0) {
      const first = steps.length;
      // a fork into the character and past it, the character, and back
      steps.push({ forks: [first + 1, first + 3] });
      steps.push({ takes: stars > 1 ? isAny : isNoSlash, literal: false }, { forks: [first] });
      at += stars;
    } else if (character === '?') {
      steps.push({ takes: isNoSlash, literal: false });
      at += 1;
    } else if (set !== null) {
      steps.push({ takes: set.takes, literal: false });
      at = set.end;
    } else if (braces !== null) {
      addAlternatives(braces.alternatives, steps, depth);
      at = braces.end;
    } else {
      const escaped = character === '\\' && at + 1 < pattern.length;
      const wanted = escaped ? pattern[at + 1] : character;
      steps.push({ takes: (given) => given === wanted, literal: true });
      at += escaped ? 2 : 1;
    }
  }
}

function isAny(): boolean {
  return true;
}

function isNoSlash(character: string): boolean {
  return character !== '/';
}

function runOf(pattern: readonly string[], start: number): number {
  let end = start;
  while (pattern[end] === '*') end += 1;
  return end - start;
}

/** `[abc]`, `[a-z]`, `[!a]`, `[^a]`; a `]` right behind the `[` is one of the set. Null where the `[` is never closed. */
function setAt(
  pattern: readonly string[],
  start: number,
): { takes: (character: string) => boolean; end: number } | null {
  const isNegated = pattern[start + 1] === '!' || pattern[start + 1] === '^';
  const first = start + (isNegated ? 2 : 1);
  const end = pattern.indexOf(']', first + 1);
  if (end === -1) return null;
  const ranges: { from: string; to: string }[] = [];
  for (let at = first; at < end; at += 1) {
    const isRange = pattern[at + 1] === '-' && at + 2 < end;
    const from = pattern[at]!;
    ranges.push({ from, to: isRange ? pattern[at + 2]! : from });
    if (isRange) at += 2;
  }
  return {
    takes: (character) =>
      character !== '/' && ranges.some(({ from, to }) => from <= character && character <= to) !== isNegated,
    end: end + 1,
  };
}

/** The alternatives of `{a,b}`; null where the `{` is never closed or holds only one. */
function bracesAt(
  pattern: readonly string[],
  start: number,
): { alternatives: (readonly string[])[]; end: number } | null {
  const alternatives: (readonly string[])[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < pattern.length; at += 1) {
    const character = pattern[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === ',' && depth === 1) {
      alternatives.push(pattern.slice(from, at));
      from = at + 1;
    } else if (character === '}') {
      depth -= 1;
      if (depth > 0) continue;
      alternatives.push(pattern.slice(from, at));
      return alternatives.length > 1 ? { alternatives, end: at + 1 } : null;
    }
  }
  return null;
}

/** A fork into each alternative, and from the end of each to behind the last. */
function addAlternatives(alternatives: readonly (readonly string[])[], steps: Step[], depth: number): void {
  const starts: number[] = [];
  const ends: number[] = [];
  const fork = steps.push({ forks: starts }) - 1;
  for (const alternative of alternatives) {
    starts.push(steps.length);
    addSteps(alternative, steps, depth + 1);
    ends.push(steps.push({ forks: [] }) - 1);
  }
  steps[fork] = { forks: starts };
  for (const end of ends) steps[end] = { forks: [steps.length] };
}
