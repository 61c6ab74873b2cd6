/**
 * Writing to the runner. It reads the log: a line that begins with `::`, or has `##[` anywhere, is a command to it
 * (actions/runner, src/Runner.Common/ActionCommand.cs), and what the repository contains must not be one.
 */
import { redact } from '../github/redact.ts';
import { type Annotation, shownAnnotations } from '../report/annotations.ts';
import { visible } from '../report/sanitize.ts';
import type { Environment } from '../util/result.ts';
import { inInputs } from './inputs.ts';
import { sentences } from './messages.ts';
import type { Told } from './report.ts';

/** What is written with: functions of @actions/core, or a test's own. */
export type Runner = Pick<
  typeof import('@actions/core'),
  | 'endGroup'
  | 'error'
  | 'info'
  | 'notice'
  | 'setFailed'
  | 'setOutput'
  | 'setSecret'
  | 'startGroup'
  | 'warning'
> & { readonly summary: { addRaw(text: string): { write(): Promise<unknown> } } };

/** The runner of a run, and what is never written to it. */
interface Log {
  readonly runner: Runner;
  readonly env: Environment;
  readonly secrets: readonly string[];
}

const ZERO_WIDTH = '\u200b';

/** One line of the log. */
export function logLine(runner: Pick<Runner, 'info'>, line: string, secrets: readonly string[]): void {
  runner.info(plain(line, secrets));
}

/** A text on one line that is no command to the runner. */
function plain(text: string, secrets: readonly string[]): string {
  return visible(redact(text, secrets))
    .replace(/^(\s*):(?=:)/, `$1:${ZERO_WIDTH}`)
    .replaceAll('##[', `##${ZERO_WIDTH}[`);
}

/** Writes everything that a run has to tell. */
export async function tell({ runner, env, secrets }: Log, told: Told): Promise<void> {
  for (const { name, lines } of told.groups) {
    runner.startGroup(plain(name, secrets));
    for (const line of lines) logLine(runner, inInputs(line), secrets);
    runner.endGroup();
  }
  const { shown, rest } = shownAnnotations(told.annotations, told.failure !== null);
  for (const annotation of shown) annotate(runner, annotation, told.prefix, secrets);
  if (rest !== null) runner.notice(rest);
  const unwritten = [
    await failureToWrite('outputs', async () => {
      for (const [name, value] of Object.entries(told.outputs)) {
        runner.setOutput(name, redact(value, secrets));
      }
    }),
    await failureToWrite('summary', async () => {
      // a runner without summaries (GitHub Enterprise Server before 3.6) has no file for one
      if (env['GITHUB_STEP_SUMMARY'])
        await runner.summary.addRaw(redact(inInputs(told.summary), secrets)).write();
    }),
  ];
  logLine(runner, inInputs(told.end), secrets);
  const failures = [told.failure, ...unwritten].filter((each) => each !== null);
  if (failures.length > 0) runner.setFailed(plain(inInputs(failures.join(' ')), secrets));
}

/** The runner's own files: that one cannot be written undoes nothing of the run, and is no mistake of ours. */
async function failureToWrite(
  what: 'outputs' | 'summary',
  write: () => Promise<void>,
): Promise<string | null> {
  try {
    await write();
    return null;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return sentences.notWritten(what, reason);
  }
}

function annotate(
  { error, warning }: Pick<Runner, 'error' | 'warning'>,
  { level, title, message, place }: Annotation,
  prefix: string,
  secrets: readonly string[],
): void {
  const where =
    place === null
      ? {}
      : {
          file: prefix === '' ? place.file : `${prefix}/${place.file}`,
          startLine: place.line,
          ...(place.column === undefined ? {} : { startColumn: place.column }),
        };
  const write = level === 'error' ? error : warning;
  write(plain(inInputs(message), secrets), { title: plain(title, secrets), ...where });
}
