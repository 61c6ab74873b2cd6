import type { Whereabouts } from '../../results/audit-page.ts';

/** `https://github.com/owner/repository`; null when the server has no web address. */
export function repositoryUrl({ serverUrl, repository }: Whereabouts): string | null {
  return /^https?:\/\//i.test(serverUrl) ? `${serverUrl}/${encodePath(repository)}` : null;
}

/** `https://github.com/owner/repository/blob/<commit>/…/`, to which a path is added; null as above. */
export function lineAddress(whereabouts: Whereabouts): string | null {
  const { commit, prefix } = whereabouts;
  const repository = repositoryUrl(whereabouts);
  if (repository === null) return null;
  const folder = prefix === '' ? '' : `${encodePath(prefix)}/`;
  return `${repository}/blob/${encodeURIComponent(commit)}/${folder}`;
}

/** The address of a line of a file. */
export function lineUrl(blob: string, file: string, line: number): string {
  return `${blob}${encodePath(file)}#L${line}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** A lone surrogate has no UTF-8, and `encodeURIComponent` throws for it. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));
}
