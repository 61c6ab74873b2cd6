// Builds dist/: the command line and the Action with everything they import, so that both run without an install step.
// The same source and lock file give the same bytes; .ci/run checks that dist/ is what this script makes.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, process.argv[2] ?? 'dist');
const entryPoints = ['src/cli.ts', 'src/action.ts'].filter((path) => existsSync(join(root, path)));

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints,
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
  metafile: true,
  // asked for by hcl2json's Go runtime only where the global is missing, which no supported Node lacks
  external: ['performance'],
  plugins: [onlyGitHubEmulator()],
  define: { __filename: 'filenameOfChunk', __dirname: 'dirnameOfChunk' },
  banner: {
    // for the CommonJS packages in the bundle
    js: [
      "import { createRequire as createRequireOfNode } from 'node:module';",
      "import { dirname as dirnameOfNode } from 'node:path';",
      "import { fileURLToPath as fileURLToPathOfNode } from 'node:url';",
      'const require = createRequireOfNode(import.meta.url);',
      'const filenameOfChunk = fileURLToPathOfNode(import.meta.url);',
      'const dirnameOfChunk = dirnameOfNode(filenameOfChunk);',
    ].join(''),
  },
});

// hcl2json reads its WebAssembly from ../main.wasm.gz, seen from the chunk it is in
writeFileSync(join(dist, 'main.wasm.gz'), readFileSync(join(root, 'node_modules/@cdktf/hcl2json/main.wasm.gz')));
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(Object.keys(metafile.inputs)));

/** The demo needs the emulator of one service; the others would be two thirds of the package. */
function onlyGitHubEmulator() {
  return {
    name: 'only-github-emulator',
    setup(builder) {
      builder.onLoad({ filter: /[\\/]node_modules[\\/]emulate[\\/]dist[\\/]dist-\w+\.js$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        return /\/repos\/:owner/.test(text) ? undefined : { contents: 'export {};', loader: 'js' };
      });
    },
  };
}

/** The licence of every package of which something is in the bundle. */
function licences(inputs) {
  const packages = new Map();
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input.split(sep).join('/'));
    if (match) packages.set(match[1], join(root, match[1]));
  }
  return [...packages.values()]
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : `Licence: ${license}`;
      return { name, version, text };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, version, text }) => `${name} ${version}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

for (const output of Object.entries(metafile.outputs).sort(([, a], [, b]) => b.bytes - a.bytes).slice(0, 8)) {
  console.log(`${String(output[1].bytes).padStart(9)} ${relative(root, join(root, output[0]))}`);
}
