// Builds dist/: the command line and the Action with everything they import, so that both run without an install step.
// The same source and lock file give the same bytes; .ci/run checks that dist/ is what this script makes.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { chunks } from './chunks.mjs';
import { licences } from './licences.mjs';
import { bundlePage } from './page.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, process.argv[2] ?? 'dist');

rmSync(dist, { recursive: true, force: true });
const { plugin, name, fileName } = chunks(root);
const bundle = await rolldown({
  cwd: root,
  input: { cli: 'src/cli.ts', action: 'src/action.ts' },
  platform: 'node',
  // asked for by hcl2json's Go runtime only where the global is missing, which no supported Node lacks
  external: ['performance'],
  transform: {
    target: 'es2023',
    // for the CommonJS packages in the bundle
    define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
  },
  preserveEntrySignatures: false,
  plugins: [plugin],
  // some modules are imported both ways, from where they are there already and from where they are not
  checks: { ineffectiveDynamicImport: false },
  resolve: {
    alias: {
      // Of @actions/core only what writes to the runner is used. Its client for OIDC would bring undici, 800 kB.
      '@actions/http-client/lib/auth': join(root, '.ci', 'left-out.mjs'),
      '@actions/http-client': join(root, '.ci', 'left-out.mjs'),
      // yargs measures its help with string-width, which makes an Intl.Segmenter and a pattern of all emoji as it loads
      // (8 ms, in each of three copies)
      'string-width': join(root, '.ci', 'string-width.mjs'),
    },
  },
});
const { output } = await bundle.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: fileName,
  minifyInternalExports: false,
  comments: { legal: false, annotation: false, jsdoc: false },
  codeSplitting: { includeDependenciesRecursively: false, groups: [{ name, debugName: 'files' }] },
});
await bundle.close();

// hcl2json reads its WebAssembly from ../main.wasm.gz, seen from the file it is in
writeFileSync(
  join(dist, 'main.wasm.gz'),
  readFileSync(join(root, 'node_modules/@cdktf/hcl2json/main.wasm.gz')),
);

// the page of `audit --format html` carries these in itself
const page = await bundlePage();
mkdirSync(join(dist, 'page'));
writeFileSync(join(dist, 'page', 'page.js'), page.script);
writeFileSync(join(dist, 'page', 'page.css'), page.style);

// for editors; made of the same source as what the program checks by
const { jsonSchema } = await load('src/config/schema.ts');
const { BUILT_IN_KINDS } = await load('src/kinds/registry.ts');
writeFileSync(
  join(dist, 'rotate-pr.schema.json'),
  `${JSON.stringify(jsonSchema(BUILT_IN_KINDS.names, true), null, 2)}\n`,
);
const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(root, modules));

/** A TypeScript module of ours, to be run here. */
async function load(entryPoint) {
  const options = { bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'error' };
  const { outputFiles } = await build({ absWorkingDir: root, entryPoints: [entryPoint], ...options });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
  console.log(`${String(statSync(path).size).padStart(9)} ${relative(root, path).split(sep).join('/')}`);
}
