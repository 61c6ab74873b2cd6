import type { Document } from 'yaml';
import type { Mistake } from './explain.ts';
import { offsetOfValue, type Path } from './nodes.ts';
import type { ConfigValues } from './schema.ts';

/** What a JSON Schema cannot say: how values of a file fit together. */
export function checkValues({ windows = [], freezes = [] }: ConfigValues, document: Document): Mistake[] {
  const mistakes: Mistake[] = [];
  const add = (path: Path, message: string): void => {
    mistakes.push({ offset: offsetOfValue(document, path), code: 'config-value', message });
  };
  windows.forEach(({ from = '00:00', to = '24:00' }, index) => {
    if (from === to) {
      add(
        ['windows', index, 'to'],
        `the window begins and ends at ${from}: leave both out for the whole day`,
      );
    }
  });
  freezes.forEach(({ from, to }, index) => {
    if (from > to) add(['freezes', index, 'to'], `the freeze ends on ${to}, before it begins on ${from}`);
  });
  return mistakes;
}
