import type { RunbookNamespace, RunbookResult, RunbookStep } from '../../results/runbook.ts';
import { namespaceName, shortFile } from '../format.ts';
import { kindNoun } from '../kind-words.ts';
import type { TextOptions } from '../options.ts';
import { phraseText } from '../phrase.ts';
import { problemLines } from '../problem.ts';
import { visible, visibleLine } from '../sanitize.ts';
import { runbook } from '../sentences.ts';
import { whoUses } from '../uses.ts';
import { wrap } from '../width.ts';
import { blocks, type Colors, colors, indented, paragraph, skippedLines } from './common.ts';

/** `runbook` for a terminal: by namespace who uses what and what to do, then what is left out, problems, totals. */
export function runbookText(result: RunbookResult, options: TextOptions): string {
  const c = colors(options.color);
  const { namespaces } = result;
  const credentials = namespaces.reduce((sum, each) => sum + each.credentials.length, 0);
  return blocks([
    ...namespaces.flatMap((each) => namespaceBlocks(c, each, options.width)),
    skippedLines(c, result.skipped, options),
    problemLines(c, result.problems, options.width),
    paragraph(
      [namespaces.length === 0 ? runbook.nothing : runbook.total(namespaces.length, credentials)],
      options.width,
    ),
  ]);
}

function namespaceBlocks(c: Colors, each: RunbookNamespace, width: number): readonly (readonly string[])[] {
  const uses = each.credentials.flatMap((credential) => {
    const { kind, module, line } = credential;
    const lines = whoUses(credential).map(phraseText);
    const place = `${shortFile({ ...each, file: credential.file })}:${line}`;
    return [
      `  ${visible(module)} (${kindNoun(kind).one}, ${visible(place)})`,
      ...(lines.length === 0 ? [runbook.nobody] : lines).flatMap((text) => hanging(text, '- ', 4, width)),
    ];
  });
  const steps = each.steps.map((step, index) => stepLines(c, step, `[ ] ${index + 1}.`, width));
  const others = each.otherSteps.map((step) => stepLines(c, step, '[ ]', width));
  return [
    [c.bold(visible(namespaceName(each)))],
    uses.length === 0 ? [] : [c.dim(runbook.uses), ...uses],
    ...headed(c, runbook.steps, steps, width),
    ...headed(c, runbook.others, others, width),
  ];
}

/** Steps, each a block of its own, below a heading. */
function headed(
  c: Colors,
  heading: string,
  [first, ...more]: readonly (readonly string[])[],
  width: number,
): readonly (readonly string[])[] {
  return first === undefined ? [] : [[...wrap(heading, width).map(c.dim), ...first], ...more];
}

/** A checkbox with its commands, which are never wrapped, and remarks. */
function stepLines(
  c: Colors,
  { title, commands, expect }: RunbookStep,
  box: string,
  width: number,
): readonly string[] {
  return [
    ...hanging(phraseText(title), `${box} `, 2, width),
    ...commands.flatMap((command) => command.split('\n').map((line) => c.cyan(`      ${visibleLine(line)}`))),
    ...expect.flatMap((phrase) => indented(phraseText(phrase), 6, width).map(c.dim)),
  ];
}

/** A text behind a mark, its other lines below its first word. */
function hanging(text: string, mark: string, by: number, width: number): readonly string[] {
  const [first = '', ...more] = wrap(text, width - by - mark.length);
  const space = ' '.repeat(by);
  return [`${space}${mark}${first}`, ...more.map((line) => space + ' '.repeat(mark.length) + line)];
}
