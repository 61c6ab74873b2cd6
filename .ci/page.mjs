// Bundles the script and the style of the page that `audit --format html` writes: two texts, for the build and the tests.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The script and the style as they stand in the page. The same source gives the same texts. */
export async function bundlePage() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { page: 'src/report/html/page/main.ts', style: 'src/report/html/page/page.css' },
    outdir: 'dist',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    // light-dark() and the like are the browsers' own since 2024
    target: ['es2023', 'chrome123', 'firefox125', 'safari17.5'],
    charset: 'utf8',
    legalComments: 'none',
    tsconfig: 'src/report/html/page/tsconfig.json',
  });
  const text = (name) => outputFiles.find(({ path }) => path.endsWith(name)).text.trim();
  return { script: text('page.js'), style: text('style.css') };
}
