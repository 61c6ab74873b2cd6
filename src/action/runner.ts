/**
 * Writing to the runner. It reads the log: a line that begins with `::`, or has `##[` anywhere, is a command to it
 * (actions/runner, src/Runner.Common/ActionCommand.cs), and what the repository contains must not be one.
 */
import {
  endGroup,
  error,
  info,
  notice,
  setFailed,
  setOutput,
  startGroup,
  summary,
  warning,
} from '@actions/core';
import { redact } from '../github/redact.ts';
import { type Annotation, shownAnnotations } from '../report/annotations.ts';
import { visible } from '../report/sanitize.ts';
import type { Told } from './report.ts';

const ZERO_WIDTH = '\u200b';

/** One line of the log. */
export function logLine(line: string, secrets: readonly string[]): void {
  info(plain(line, secrets));
}

/** A text on one line that is no command to the runner. */
function plain(text: string, secrets: readonly string[]): string {
  return visible(redact(text, secrets))
    .replace(/^(\s*):(?=:)/, `$1:${ZERO_WIDTH}`)
    .replaceAll('##[', `##${ZERO_WIDTH}[`);
}

/** Writes everything that a run has to tell. */
export async function tell(told: Told, secrets: readonly string[]): Promise<void> {
  for (const { name, lines } of told.groups) {
    startGroup(plain(name, secrets));
    for (const line of lines) logLine(line, secrets);
    endGroup();
  }
  const { shown, rest } = shownAnnotations(told.annotations);
  for (const annotation of shown) annotate(annotation, told.prefix, secrets);
  if (rest !== null) notice(rest);
  for (const [name, value] of Object.entries(told.outputs)) setOutput(name, redact(value, secrets));
  // a runner without summaries (GitHub Enterprise Server before 3.6) has no file for one
  if (process.env['GITHUB_STEP_SUMMARY']) await summary.addRaw(redact(told.summary, secrets)).write();
  logLine(told.end, secrets);
  if (told.failure !== null) setFailed(plain(told.failure, secrets));
}

function annotate(
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
  write(plain(message, secrets), { title: plain(title, secrets), ...where });
}
