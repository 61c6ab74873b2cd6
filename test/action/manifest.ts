/** action.yml, as data. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readPublished } from '../../src/cli/version.ts';

const root = join(import.meta.dirname, '..', '..');
export const ACTION = readPublished().repository;

export interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export function readManifest(): { readonly text: string; readonly manifest: Manifest } {
  const text = readFileSync(join(root, 'action.yml'), 'utf8');
  return { text, manifest: parse(text) as Manifest };
}
