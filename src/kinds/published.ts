import { parseModuleSource } from './source.ts';

/** Who publishes the modules of the kinds, on github.com. */
export const MODULE_OWNER = 'ministryofjustice';
export const MODULE_HOST = 'https://github.com';

/** A module as its owner publishes it, in none of its forks. */
export interface PublishedModule {
  readonly repository: string;
  /** Folder inside the repository, `/` between its parts; empty for its top. */
  readonly folder: string;
  readonly ref: string | null;
}

const ON_GITHUB = /^(?:git::)?(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?(?:www\.)?github\.com(?::\d+)?[/:]/i;
const SUBFOLDER = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^?]*?[^:?/]\/\/(?<folder>[^?]*)/i;

/** What a `source` names when that is a module of the Ministry's on github.com; null for a fork or another host. */
export function publishedModule(source: string): PublishedModule | null {
  const parsed = parseModuleSource(source);
  if (parsed === null || parsed.owner.toLowerCase() !== MODULE_OWNER) return null;
  const trimmed = source.trim();
  if (!ON_GITHUB.test(trimmed)) return null;
  const written = SUBFOLDER.exec(trimmed.replace(/^git::/, ''))?.groups?.['folder'] ?? '';
  const folder = written.split('/').filter((part) => part !== '' && part !== '.');
  if (folder.includes('..')) return null;
  return { repository: parsed.repository, folder: folder.join('/'), ref: parsed.ref };
}
