import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageAssets } from '../report/html/document.ts';

/**
 * The script and the style of the page, which the build leaves in `dist/page/`.
 *
 * @throws Error when the program was not built
 */
export function readPageAssets(): PageAssets {
  const folder = findFolder();
  return pageAssets(
    readFileSync(join(folder, 'page.js'), 'utf8'),
    readFileSync(join(folder, 'page.css'), 'utf8'),
  );
}

/** Script and style with their hashes: W3C, "Content Security Policy Level 3", hash-source. */
function pageAssets(script: string, style: string): PageAssets {
  return { script, scriptHash: hashSource(script), style, styleHash: hashSource(style) };
}

function hashSource(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

/** Beside the bundle; from the source, in the `dist/` of the last build. */
function findFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const place of [join(folder, 'page'), join(folder, 'dist', 'page')]) {
      if (existsSync(join(place, 'page.js'))) return place;
    }
    const above = dirname(folder);
    if (above === folder) throw new Error('dist/page/ is missing: run npm run build');
    folder = above;
  }
}
