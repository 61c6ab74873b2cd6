import pc from 'picocolors';
import type { Change, Skipped, State } from '../../results/results.ts';
import { groupBy } from '../../util/group-by.ts';
import { visible } from '../sanitize.ts';
import { apply, common, type Step } from '../sentences.ts';
import { formatTable } from '../table.ts';
import { stringWidth, truncate, wrap } from '../width.ts';

export type Colors = ReturnType<typeof pc.createColors>;

/** How many credentials of one reason are named before the rest is a number. */
const NAMED_PER_REASON = 10;

const WIDE_CHANGES = 100;

export function colors(enabled: boolean): Colors {
  return pc.createColors(enabled);
}

/** The colour of a state, the same wherever it is shown. */
export function paintState(c: Colors, state: State): (text: string) => string {
  const paints = {
    blocked: c.red,
    never: c.magenta,
    due: c.yellow,
    held: c.cyan,
    exempt: c.dim,
    ok: c.green,
  };
  return paints[state];
}

/** Lines as one text that ends in a newline. */
function lines(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `${parts.join('\n')}\n`;
}

/** Blocks of lines, an empty line between two; empty blocks leave no trace. */
export function blocks(parts: readonly (readonly string[])[]): string {
  return lines(
    parts
      .filter((part) => part.length > 0)
      .flatMap((part, index) => (index === 0 ? [...part] : ['', ...part])),
  );
}

/** A paragraph of several sentences, each on lines of its own. */
export function paragraph(sentences: readonly string[], width: number): readonly string[] {
  return sentences.flatMap((sentence) => wrap(sentence, width));
}

/** What to do next; a command is never wrapped, so that it can be copied. */
export function stepLines(steps: readonly Step[], width: number): readonly string[] {
  return steps.flatMap(({ say, command }) => {
    if (command === null) return wrap(say, width);
    const line = `${say} ${visible(command)}`;
    return stringWidth(line) <= width ? [line] : [...wrap(say, width), `  ${visible(command)}`];
  });
}

/** What was selected and is not rotated, by reason, the reason with most credentials first. */
export function skippedLines(
  c: Colors,
  skipped: readonly Skipped[],
  options: { readonly width: number; readonly verbose: boolean },
  title: (size: number) => string = common.skipped,
): readonly string[] {
  if (skipped.length === 0) return [];
  const byCode = groupBy(skipped, (each) => each.code);
  const groups = [...byCode].sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  );
  return [
    c.bold(title(skipped.length)),
    ...groups.flatMap(([code, group]) => skippedGroup(c, code, group, options)),
  ];
}

function skippedGroup(
  c: Colors,
  code: string,
  group: readonly [Skipped, ...Skipped[]],
  { width, verbose }: { readonly width: number; readonly verbose: boolean },
): readonly string[] {
  const shared = group.every((each) => each.message === group[0].message) ? group[0].message : null;
  const named = verbose ? group : group.slice(0, NAMED_PER_REASON);
  const out = [`  ${c.yellow(common.skippedGroup(visible(code), group.length))}`];
  if (shared !== null) out.push(...indented(visible(shared), 4, width).map(c.dim));
  for (const { id, message } of named) {
    out.push(`    ${truncate(visible(id), width - 4)}`);
    if (shared === null) out.push(...indented(visible(message), 6, width).map(c.dim));
  }
  if (named.length < group.length) out.push(c.dim(`    ${common.skippedMore(group.length - named.length)}`));
  return out;
}

/** A text wrapped to `width`, `by` spaces before each line. */
export function indented(text: string, by: number, width: number): readonly string[] {
  return wrap(text, width - by).map((line) => ' '.repeat(by) + line);
}

/** One line a change: id, date before, date after, and on a wide terminal how. */
export function changeLines(c: Colors, changes: readonly Change[], width: number): readonly string[] {
  const wide = width >= WIDE_CHANGES;
  const columns = [{ min: 20 }, {}, {}, { min: 10 }, {}];
  const rows = changes.map(({ id, from, to, action }) => [
    { text: visible(id) },
    { text: from === null ? apply.none : truncate(visible(from), wide ? 40 : 11), paint: c.red },
    { text: '→' },
    { text: visible(to), paint: c.green },
    { text: wide && action !== 'update' ? apply.actions[action] : '', paint: c.dim },
  ]);
  return formatTable(columns, rows, width);
}
