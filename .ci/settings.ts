/**
 * Writes what is made from the table of settings and package.json, and committed: action.yml, the tables in docs/, and the
 * commit that ready workflows and README name. `npm run settings`; a test says when one is not what this makes.
 *
 * A release: set `version` in package.json, commit, tag; then put the tag's commit into `action.commit` and run this.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { describeInputs } from '../src/action/inputs.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { defaultWords } from '../src/cli/flags.ts';
import { readPublished } from '../src/cli/version.ts';
import { BUILT_IN_KINDS } from '../src/kinds/registry.ts';
import { GROUPS, type Setting } from '../src/setting-entry.ts';
import { configSettings, SETTINGS } from '../src/settings.ts';

const root = join(import.meta.dirname, '..');
const KINDS = BUILT_IN_KINDS.list;

/** Path from the root of the repository → what the file has to say. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const workflows = readdirSync(join(root, 'fixtures', 'workflows')).map(
    (name) => `fixtures/workflows/${name}`,
  );
  return new Map([
    ['action.yml', actionManifest(read('action.yml'))],
    ...['README.md', 'docs/reference.md', 'docs/action.md'].map((path): [string, string] => [
      path,
      withPins(withTables(read(path))),
    ]),
    ...workflows.map((path): [string, string] => [path, withPins(read(path))]),
  ]);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The inputs between what is written by hand: what the Action is, and its outputs. */
function actionManifest(text: string): string {
  const [head = '', rest = ''] = text.split(/^inputs:\n/m);
  const outputs = rest.slice(rest.search(/^outputs:$/m));
  let group: Setting['group'] | null = null;
  const inputs = describeInputs(KINDS).map(({ name, description, default: standard, group: own }) => {
    const heading = own === group || own === null ? '' : `\n  # ${GROUPS[own]}\n`;
    group = own;
    const entry = { [name]: { description, ...(standard === undefined ? {} : { default: standard }) } };
    return `${heading}${indent(stringify(entry, { lineWidth: 0, singleQuote: true }))}`;
  });
  return `${head}inputs:\n${inputs.join('')}\n${outputs}`;
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

/** A page between its marks. */
function withTables(text: string): string {
  const nightly = `\`\`\`yaml\n${withPins(read('fixtures/workflows/nightly.yml'))}\`\`\`\n`;
  const tables: Readonly<Record<string, string>> = {
    flags: flagTable(),
    config: configTable(),
    nightly,
    npx: npxCommand(),
  };
  return text.replaceAll(
    /(<!-- settings: (\w+) -->\n)[\s\S]*?(<!-- settings end -->)/g,
    (_, start: string, name: string, end: string) => `${start}${tables[name] ?? ''}${end}`,
  );
}

/** By the commit of the release: the name of the package is not ours on npm, and a tag can be moved. */
function npxCommand(): string {
  const { repository, commit } = readPublished();
  return `\`\`\`sh\nnpx --yes github:${repository}#${commit} --help\n\`\`\`\n`;
}

function flagTable(): string {
  const rows = inGroups().map((setting) => {
    const { name, alias, off, help, commands } = setting;
    const names = [
      `--${name}`,
      ...(off === undefined ? [] : [`--no-${name}`]),
      ...(alias ? [`-${alias}`] : []),
    ];
    const standard = defaultWords(setting, KINDS);
    const meaning = [
      help,
      ...(off === undefined ? [] : [`or ${off}`]),
      ...(setting.choices === undefined ? [] : [setting.choices.map(code).join(', ')]),
      ...(setting.type === 'list' ? ['repeatable'] : []),
      ...(standard === null ? [] : [`default ${standard}`]),
    ].join('; ');
    return [names.map(code).join(', '), commandWords(commands), cell(meaning)];
  });
  return table(['flag', 'commands', 'meaning'], rows);
}

function inGroups(): readonly Setting[] {
  const all = SETTINGS as readonly Setting[];
  return Object.keys(GROUPS).flatMap((group) =>
    all.filter((each) => each.group === group && each.type !== 'file'),
  );
}

/** Those that have a flag, or those few that have not. */
function commandWords(commands: readonly string[]): string {
  const all = COMMANDS.map(({ name }) => name).filter((name) => name !== 'completion');
  const without = all.filter((name) => !commands.includes(name));
  if (without.length === 0) return 'all';
  if (without.length <= 3) return `all but ${without.map(code).join(', ')}`;
  return all
    .filter((name) => commands.includes(name))
    .map(code)
    .join(', ');
}

function configTable(): string {
  const rows = configSettings().map((setting) => {
    const { key, example, help = setting.help } = setting.config;
    const standard = defaultWords(setting, []);
    const flow =
      example.includes('\n') || example.startsWith('- ')
        ? example
            .split('\n')
            .map((line) => line.trim())
            .join(', ')
        : example;
    return [code(key), code(flow), cell(`${help}${standard === null ? '' : `; default ${standard}`}`)];
  });
  return table(['key', 'for example', 'meaning'], rows);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return `${line(header)}${line(header.map(() => '---'))}${rows.map(line).join('')}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return text
    .replaceAll(/--[a-z][a-z-]*/g, code)
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;');
}

/** The Action's owner, name, commit and version wherever a workflow names it. */
function withPins(text: string): string {
  const { repository, version, commit } = readPublished();
  return text.replaceAll(
    /uses: [\w.-]+\/rotate-pr@\S+(?: # v\S+)?/g,
    `uses: ${repository}@${commit} # v${version}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of generatedFiles()) writeFileSync(join(root, path), text);
}
