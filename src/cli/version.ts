import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version in our package.json, which stands above both src/ and dist/. */
export function readVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (isOurs(manifest)) return manifest.version;
    } catch {
      // not in this folder
    }
    const above = dirname(folder);
    if (above === folder) return 'unknown';
    folder = above;
  }
}

function isOurs(manifest: unknown): manifest is { version: string } {
  return (
    typeof manifest === 'object' &&
    manifest !== null &&
    'name' in manifest &&
    manifest.name === 'rotate-pr' &&
    'version' in manifest &&
    typeof manifest.version === 'string'
  );
}
