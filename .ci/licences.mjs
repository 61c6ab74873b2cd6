// The licences of what is in dist/ and not ours: the text of each, and where the source is.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const texts = join(dirname(fileURLToPath(import.meta.url)), 'licences');

/** For packages that come without the text of their licence. */
const NOTICES = {
  '@cdktf/hcl2json': {
    files: ['MPL-2.0.txt'],
    head:
      'Copyright (c) HashiCorp, Inc.\nMozilla Public License 2.0; unchanged. Its source, with that of main.wasm.gz: ' +
      'https://github.com/hashicorp/terraform-cdk/tree/v0.21.0/packages/%40cdktf/hcl2json',
  },
};

/** What the WebAssembly of hcl2json is made of, by the paths of its build information. */
const GO_MODULES = {
  'github.com/agext/levenshtein': { files: ['levenshtein.txt', 'Apache-2.0.txt'] },
  'github.com/apparentlymart/go-textseg/v15': { files: ['go-textseg.txt'] },
  'github.com/hashicorp/hcl/v2': { files: ['MPL-2.0.txt'], head: 'Copyright (c) HashiCorp, Inc.' },
  'github.com/mitchellh/go-wordwrap': { files: ['go-wordwrap.txt'] },
  'github.com/tmccombs/hcl2json': { files: ['Apache-2.0.txt'] },
  'github.com/zclconf/go-cty': { files: ['go-cty.txt'] },
  'golang.org/x/text': { files: ['go.txt'] },
};

/** @param modules paths of the modules in the bundle */
export function licences(root, modules) {
  const packages = modules.map(
    (id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.split(sep).join('/'))?.[1],
  );
  const folders = [...new Set(packages)].filter((folder) => folder !== undefined);
  const wasm = join(root, 'node_modules', '@cdktf', 'hcl2json', 'main.wasm.gz');
  const entries = [
    ...folders.map(ofPackage),
    ...ofWebAssembly(gunzipSync(readFileSync(wasm)).toString('latin1')),
  ];
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, text }) => `${name} ${version}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function ofPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file !== undefined) return { name, version, text: read(join(folder, file)) };
  return { name, version, text: NOTICES[name] ? noticeText(NOTICES[name]) : `Licence: ${license}` };
}

/** @throws Error for a module of which nobody has looked up the licence */
function ofWebAssembly(wasm) {
  const modules = [...wasm.matchAll(/^dep\t(?<name>\S+)\t(?<version>v[^\t]+)\t/gm)].map(
    ({ groups }) => groups,
  );
  if (modules.length === 0) throw new Error('hcl2json has no build information');
  const entries = modules.map(({ name, version }) => {
    const notice = GO_MODULES[name];
    if (notice === undefined) throw new Error(`hcl2json has ${name} in it, whose licence is not known`);
    const source = `In main.wasm.gz. Its source: https://${name.replace(/\/v\d+$/, '')}`;
    return { name, version, text: `${source}\n${noticeText(notice)}` };
  });
  const go = `In main.wasm.gz. Its source: https://go.dev\n\n${read(join(texts, 'go.txt'))}`;
  return [...entries, { name: 'Go', version: 'standard library', text: go }];
}

function noticeText({ head = '', files }) {
  return [head, ...files.map((file) => read(join(texts, file)))].join('\n\n').trim();
}

function read(path) {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim();
}
