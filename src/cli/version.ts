import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Published } from '../config/starter.ts';

/** Our package.json, as far as it says who publishes what: the only place where owner, name, version and commit stand. */
interface Manifest {
  readonly version: string;
  readonly repository: { readonly url: string };
  /** The commit of the last release, to which workflows pin the Action; a release cannot hold its own. */
  readonly action: { readonly commit: string };
}

/** The version in our package.json. */
export function readVersion(): string {
  return readManifest()?.version ?? 'unknown';
}

/** What workflows and the schema's address name. */
export function readPublished(): Published {
  const manifest = readManifest();
  if (manifest === null) throw new Error('there is no package.json of rotate-pr above the program');
  const { version, repository, action } = manifest;
  const name = /github\.com\/(?<name>[^/]+\/[^/]+?)(?:\.git)?$/.exec(repository.url)?.groups?.['name'];
  return { repository: name ?? '', version, commit: action.commit };
}

/** It stands above both src/ and dist/. */
function readManifest(): Manifest | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (isOurs(manifest)) return manifest;
    } catch {
      // not in this folder
    }
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
}

/** By its program, which keeps its name whatever scope the package is published under. */
function isOurs(manifest: unknown): manifest is Manifest {
  const { bin, version } = (manifest ?? {}) as { readonly bin?: object; readonly version?: unknown };
  return typeof bin === 'object' && 'rotate-pr' in bin && typeof version === 'string';
}
