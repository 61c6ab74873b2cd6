import { visible } from '../sanitize.ts';
import { deferred } from '../sentences.ts';
import { type WaitingGroup, type Waits, waitingGroups } from '../waiting.ts';
import { truncate, wrap } from '../width.ts';
import { type Colors, indented } from './common.ts';

/** How many of one reason are named before the rest is a number. */
const NAMED = 5;

/** What waits or is left alone, by reason, the largest group first; of each the first few, all with `verbose`. */
export function waitingLines(
  c: Colors,
  waiting: readonly Waits[],
  options: { readonly width: number; readonly verbose: boolean },
  title: (size: number) => string = deferred.title,
): readonly string[] {
  if (waiting.length === 0) return [];
  return [
    c.bold(title(waiting.length)),
    ...waitingGroups(waiting).flatMap((group) => groupLines(c, group, options)),
  ];
}

function groupLines(
  c: Colors,
  { reason, each, members }: WaitingGroup,
  { width, verbose }: { readonly width: number; readonly verbose: boolean },
): readonly string[] {
  const named = verbose ? members : members.slice(0, NAMED);
  const head = indented(deferred.group(visible(reason), members.length), 2, width).map(c.yellow);
  const left = members.length - named.length;
  const more = left === 0 ? [] : [c.dim(`    ${deferred.more(left)}`)];
  const own = named.flatMap(({ name, reason: why }) => [
    `    ${truncate(visible(name), width - 4)}`,
    ...indented(visible(why ?? ''), 6, width).map(c.dim),
  ]);
  return [...head, ...(each ? own : names(named, width)), ...more];
}

/** Names with nothing to say of each stand side by side. */
function names(members: readonly Waits[], width: number): readonly string[] {
  return wrap(members.map(({ name }) => visible(name)).join(', '), width - 4).map((line) => `    ${line}`);
}
