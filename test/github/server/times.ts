/** When issues, pull requests and comments came to be, changed and closed, by the world's clock; the emulator knows only the real one. */
import type { Json } from '../../../src/demo/json.ts';

interface Life {
  readonly created: string;
  readonly updated: string;
  readonly closed: string | null;
}

/** A moment as GitHub writes one: RFC 3339 in UTC, to the second. */
function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** An issue and a pull request share their numbers, so they share their keys too. */
export function issueKey(number: number): string {
  return `#${number}`;
}

export function commentKey(id: number): string {
  return `comment ${id}`;
}

export class Times {
  readonly #clock: () => Date;
  readonly #lives = new Map<string, Life>();

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  now(): string {
    return stamp(this.#clock());
  }

  of(key: string): Life | undefined {
    return this.#lives.get(key);
  }

  /** Something happened to it; the first time, it came to be. */
  touch(key: string, change: { readonly closed?: boolean } = {}): void {
    const now = this.now();
    const { created, closed } = this.#lives.get(key) ?? { created: now, closed: null };
    const ended = change.closed === undefined ? closed : change.closed ? (closed ?? now) : null;
    this.#lives.set(key, { created, updated: now, closed: ended });
  }

  /** What the emulator answered, with the times that are known of it. */
  put(key: string, value: Json): Json {
    const life = this.#lives.get(key);
    if (life === undefined) return value;
    const { created: created_at, updated: updated_at, closed: closed_at } = life;
    return { ...value, created_at, updated_at, ...('closed_at' in value ? { closed_at } : {}) };
  }
}
