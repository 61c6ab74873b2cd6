/** What a module's `source` string names. */
export interface ModuleSource {
  /** Name of the repository, lower case as GitHub compares it. */
  readonly repository: string;
  readonly owner: string;
  /** The branch, tag or commit, null when the source names none. */
  readonly ref: string | null;
}

const SCP = /^(?:[\w.-]+@)?[\w.-]+:(?!\/\/)(.+)$/;
const URL_LIKE = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?[^/]+\/(.+)$/i;
const HOST_FIRST = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\/(.+)$/;

/**
 * Reads the repository out of a module's `source` in each of the spellings that Terraform takes for git
 * (developer.hashicorp.com/terraform/language/modules/sources): `github.com/…`, `git::https://…`, `git::ssh://git@…`,
 * `git@…:…`, with `.git`, `//subdir` and `?ref=`, and the `/tree/<branch>` address of a browser.
 *
 * @returns null for local paths, registries and anything else that names no repository
 */
export function parseModuleSource(source: string): ModuleSource | null {
  let parsed = PARSED.get(source);
  if (parsed === undefined) {
    parsed = parse(source);
    PARSED.set(source, parsed);
  }
  return parsed;
}

/** An estate uses a few dozen sources thousands of times. */
const PARSED = new Map<string, ModuleSource | null>();

function parse(source: string): ModuleSource | null {
  const trimmed = source.trim().replace(/^git::/, '');
  if (trimmed.startsWith('.') || trimmed.startsWith('/')) return null;
  const [address = '', query = ''] = splitOnce(trimmed, '?');
  const path = (URL_LIKE.exec(address) ?? SCP.exec(address) ?? HOST_FIRST.exec(address))?.[1];
  if (path === undefined) return null;
  const [inRepository = ''] = splitOnce(path, '//');
  const [owner, name, ...rest] = inRepository.split('/').filter((part) => part !== '');
  if (owner === undefined || name === undefined) return null;
  const repository = name.replace(/\.git$/, '').toLowerCase();
  const treeRef = rest[0] === 'tree' && rest.length > 1 ? rest.slice(1).join('/') : null;
  const ref = new URLSearchParams(query).get('ref') || treeRef;
  return { repository, owner, ref };
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
