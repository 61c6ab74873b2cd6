// Builds dist/: the command line and the Action with everything they import, so that both run without an install step.
// The same source and lock file give the same bytes; .ci/run checks that dist/ is what this script makes.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundlePage } from './page.mjs';

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
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
  metafile: true,
  // asked for by hcl2json's Go runtime only where the global is missing, which no supported Node lacks
  external: ['performance'],
  plugins: [onlyRunnerCommands(), lazyStringWidth()],
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
  `${JSON.stringify(jsonSchema(BUILT_IN_KINDS.names), null, 2)}\n`,
);
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(Object.keys(metafile.inputs)));

/** A TypeScript module of ours, to be run here. */
async function load(entryPoint) {
  const options = { bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'error' };
  const { outputFiles } = await build({ absWorkingDir: root, entryPoints: [entryPoint], ...options });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The Action writes to the runner; the rest of @actions/core, an HTTP client among it, would be most of dist/action.js. */
function onlyRunnerCommands() {
  return {
    name: 'only-runner-commands',
    setup(builder) {
      builder.onResolve({ filter: /^\.\/(?:oidc-utils|platform)\.js$/ }, ({ path, importer }) =>
        /[\\/]@actions[\\/]core[\\/]/.test(importer) ? { path, namespace: 'not-of-the-runner' } : null,
      );
      builder.onLoad({ filter: /.*/, namespace: 'not-of-the-runner' }, () => ({
        contents: 'export class OidcClient {}',
        loader: 'js',
      }));
    },
  };
}

/**
 * string-width makes an Intl.Segmenter and an emoji pattern as it loads, 8 ms each in each of its three copies, and only
 * text that is not plain ASCII needs them: they are made when first used, and the width of ASCII is its length.
 */
function lazyStringWidth() {
  const eager = [
    [/^const segmenter = (new Intl\.Segmenter\(\));$/m, 'segment'],
    [/^const rgiEmojiRegex = (\/.*\/v);$/m, 'test'],
  ];
  return {
    name: 'lazy-string-width',
    setup(builder) {
      builder.onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, ({ path }) => {
        let contents = readFileSync(path, 'utf8');
        for (const [pattern, method] of eager) {
          contents = contents.replace(pattern, (line, value) => {
            const name = /const (\w+)/.exec(line)[1];
            return `let ${name}Made; const ${name} = { ${method}: text => (${name}Made ??= ${value}).${method}(text) };`;
          });
        }
        contents = contents.replace(/^export default function stringWidth\(.*\{$/m, (header) => {
          return `${header} if (typeof arguments[0] === 'string' && /^[ -~]*$/.test(arguments[0])) return arguments[0].length;`;
        });
        return { contents, loader: 'js' };
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
      const text = file
        ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
        : `Licence: ${license}`;
      return { name, version, text };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, version, text }) => `${name} ${version}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

for (const output of Object.entries(metafile.outputs)
  .sort(([, a], [, b]) => b.bytes - a.bytes)
  .slice(0, 8)) {
  console.log(`${String(output[1].bytes).padStart(9)} ${relative(root, join(root, output[0]))}`);
}
