import type { Result } from '../src/util/result.ts';

/** The value of what must have gone well. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}
