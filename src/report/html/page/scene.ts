/** What every part of the page is drawn from. */
import type { Sieve } from './filter.ts';
import { type View, writeView } from './view.ts';

export interface Scene {
  readonly view: View;
  readonly sieve: Sieve;
}

/** Draws a part of the page anew. */
export type Draw = (scene: Scene) => void;

/** The address of the view with something changed: every part of the page is a link, and so has a history. */
export function linkTo({ view }: Scene, change: Partial<View>): string {
  return writeView({ ...view, id: '', ...change });
}
