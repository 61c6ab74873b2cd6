// Says which file of dist/ a module goes into. No name depends on contents, so a changed line changes one file.
import { basename, join, relative, sep } from 'node:path';

/**
 * Our own code, in the order in which it is loaded. A file holds the modules that its pattern names and what they import
 * statically, less what is in the files before it. What is only ever imported dynamically and not named here gets a file
 * of its own: so no command loads a library that it does not use.
 */
const OWN = [
  ['main', /^cli\/main$/],
  ['audit', /^(?:cli\/verbs\/audit|report\/(?:audit|text)|environments\/commit|git\/[\w-]+)$/],
  ['open', /^cli\/verbs\/(?:open|plan|status|close|dashboard|runbook|config|init)$/],
  ['github', /^github\/[\w-]+$/],
  ['report', /^report\/[\w-]+$/],
  ['run-action', /^action\/(?:main|audit|open|dashboard)$/],
];

/** Whose file our replacements of packages are in. */
const REPLACED = { 'left-out.mjs': '@actions/core', 'string-width.mjs': 'yargs' };

/** A plugin that sees the modules, and a function from a module to the name of its file for `codeSplitting.groups`. */
export function chunks(root) {
  let names = new Map();
  return {
    plugin: {
      name: 'chunks',
      buildEnd(error) {
        if (!error) names = nameAll(root, [...this.getModuleIds()].sort(), (id) => this.getModuleInfo(id));
      },
    },
    name: (id) => names.get(id) ?? null,
    // what only names the exports of a module that stands in a file with others, for an import()
    fileName: ({ facadeModuleId, moduleIds, name }) =>
      facadeModuleId && moduleIds.length === 0
        ? `import/${importName(root, facadeModuleId)}.js`
        : `${name}.js`,
  };
}

function importName(root, id) {
  const path = packageOf(id) ?? pathOf(root, id);
  return path.replace(/^@/, '').replaceAll('/', '-');
}

function pathOf(root, id) {
  return relative(join(root, 'src'), id).split(sep).join('/').replace(/\.ts$/, '');
}

function nameAll(root, ids, infoOf) {
  const source = join(root, 'src') + sep;
  const own = ids.filter((id) => id.startsWith(source) && !infoOf(id).isEntry);
  const isOwn = new Set(own);
  const names = new Map();

  const take = (file, roots) => {
    for (const id of reach(roots, (one) => infoOf(one).importedIds.filter((to) => isOwn.has(to)))) {
      if (!names.has(id)) names.set(id, file);
    }
  };
  for (const [file, pattern] of OWN)
    take(
      file,
      own.filter((id) => pattern.test(pathOf(root, id))),
    );
  for (const id of own) {
    if (infoOf(id).dynamicImporters.length > 0) take(pathOf(root, id).replaceAll('/', '-'), [id]);
  }
  // helpers of rolldown's own transformer
  for (const id of ids) if (id.includes('@oxc-project+runtime')) names.set(id, 'lib/oxc-runtime');
  for (const [id, file] of nameLibraries(own, infoOf)) names.set(id, `lib/${file}`);
  return names;
}

/** A library's file holds what it alone brings with it; what several bring has a file of its own. */
function nameLibraries(own, infoOf) {
  const importsOf = (id) => [...infoOf(id).importedIds, ...infoOf(id).dynamicallyImportedIds];
  const modules = (ids) => ids.filter((id) => packageOf(id) !== null);
  const direct = new Set(modules(own.flatMap(importsOf)));
  const users = new Map();
  for (const id of direct) {
    for (const one of reach([id], (from) => modules(importsOf(from)))) {
      users.set(one, new Set([...(users.get(one) ?? []), packageOf(id)]));
    }
  }
  const directPackages = new Set([...direct].map(packageOf));
  return [...users].map(([id, by]) => {
    const name = packageOf(id);
    const file = directPackages.has(name) || by.size > 1 ? name : [...by][0];
    return [id, file.replace(/^@/, '').replace('/', '-')];
  });
}

/** The package that a module is of; null for a module of ours. */
function packageOf(id) {
  const replaced = REPLACED[basename(id)];
  if (replaced !== undefined) return replaced;
  return /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.split(sep).join('/'))?.[1] ?? null;
}

/** The modules given and all that can be reached from them. */
function reach(from, next) {
  const found = new Set(from);
  for (const id of found) for (const one of next(id)) found.add(one);
  return found;
}
