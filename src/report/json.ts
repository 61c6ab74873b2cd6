/** One JSON document with a final newline: what `--format json` prints for every command. */
export function toJson(result: object): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
