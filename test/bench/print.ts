/** One row of the bench. */
export function print(what: string, figure: string): void {
  console.log(`${what.padEnd(44)} ${figure}`);
}

/** Milliseconds as they are printed. */
export function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

/** How many times the peer's time ours is, which may be `limit` at most. */
export function ratio(ours: number, peer: number, limit: number): string {
  return `${(ours / peer).toFixed(2)} (limit ${limit})`;
}
