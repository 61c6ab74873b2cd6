import type { Credential, Outcome, PullRequestResult, State } from '../results/results.ts';

/** States from the one that needs somebody most to the one that needs nobody. */
export const STATES_WORST_FIRST: readonly State[] = ['blocked', 'never', 'due', 'held', 'exempt', 'ok'];
/** Outcomes as totals list them; what went wrong stands last, next to the prompt. */
export const OUTCOMES: readonly Outcome[] = [
  'planned',
  'created',
  'updated',
  'unchanged',
  'closed',
  'left-alone',
  'deferred',
  'failed',
];

export const STATE_WORDS: Readonly<Record<State, string>> = {
  blocked: 'blocked',
  never: 'never rotated',
  due: 'due',
  held: 'on hold',
  exempt: 'exempt',
  ok: 'ok',
};

/** `1234567` as `1,234,567`. */
export function digits(value: number): string {
  return value.toLocaleString('en-US');
}

/** `1 file`, `2 files`, `1,200 files`; `many` for a plural that is not formed with `s`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${digits(value)} ${value === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** `version-too-old` as `version too old`: codes are written to be read. */
export function codeWords(code: string): string {
  return code.replaceAll('-', ' ');
}

/** The first label of a cluster's folder name: `live-2` of `live-2.cloud-platform.service.justice.gov.uk`. */
export function clusterLabel(cluster: string): string {
  return cluster.split('.', 1)[0]!;
}

/** A namespace's name, with its cluster behind it where that is not `live`. */
export function namespaceName(place: { readonly namespace: string; readonly cluster: string }): string {
  const label = clusterLabel(place.cluster);
  return label === 'live' ? place.namespace : `${place.namespace} (${label})`;
}

/** Whose pull request it is: a namespace's name, or that of the group of namespaces. */
export function requestName({
  namespace,
  cluster,
  group,
}: Pick<PullRequestResult, 'namespace' | 'cluster' | 'group'>): string {
  if (namespace === null || cluster === null) return `group ${group ?? ''}`;
  return namespaceName({ namespace, cluster });
}

/** What pull requests are counted as: one for each namespace, one for each group, or some of both. */
export function requestNoun(all: readonly PullRequestResult[]): string {
  const groups = all.filter(({ namespace }) => namespace === null).length;
  if (groups === 0) return 'namespace';
  return groups === all.length ? 'group' : 'pull request';
}

/** A path from `resources/` on, when it lies in the namespace's own folder; otherwise as it is. */
export function shortFile(place: {
  readonly cluster: string;
  readonly namespace: string;
  readonly file: string;
}): string {
  const folder = `namespaces/${place.cluster}/${place.namespace}/resources/`;
  return place.file.startsWith(folder) ? place.file.slice(folder.length) : place.file;
}

/** What the column `rotated on` says: the day, `never`, the string as written when it is no date, or nothing known. */
export function rotatedWords(credential: Credential): string {
  if (credential.rotatedOn !== null) return credential.rotatedOn;
  if (credential.state === 'never') return 'never';
  return credential.value ?? '-';
}

/** Whether it is to be rotated by its age. */
export function isDue({ state }: Pick<Credential, 'state'>): boolean {
  return state === 'due' || state === 'never';
}

/** Arguments as a POSIX shell wants them typed. */
export function shellWords(args: readonly string[]): string {
  return args
    .map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
