import type { Problem } from '../results/results.ts';

/** One JSON document with a final newline: what `--format json` prints for every command. */
export function toJson(result: { readonly problems: readonly Problem[] }): string {
  const problems = result.problems.map(({ file, line, column, code, message }) => ({
    file,
    line,
    column,
    code,
    message,
  }));
  return `${JSON.stringify({ ...result, problems }, null, 2)}\n`;
}
