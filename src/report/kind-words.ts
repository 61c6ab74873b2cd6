import type { Noun } from '../kinds/kind.ts';
import { type KindName, kindNamed, knownKinds } from '../kinds/registry.ts';
import type { Credential } from '../results/results.ts';
import { count, digits, isDue } from './format.ts';

/**
 * What a kind's credential is called in a sentence. A pull request may tell of a kind that this version does not know:
 * it goes by its own name.
 */
export function kindNoun(kind: KindName): Pick<Noun, 'one' | 'many'> {
  return knownKinds().byName.get(kind)?.noun ?? { one: `${kind} credential`, many: `${kind} credentials` };
}

/** What changes, without its owner: `password`. */
export function secretOf(kind: KindName): string {
  return kindNamed(kind).noun.secret;
}

/** The last word of it, which is its noun: the `token` of an `AUTH token`. */
export function shortSecretOf(kind: KindName): string {
  return secretOf(kind).split(' ').at(-1) ?? '';
}

/**
 * What Terraform does when the change is applied.
 *
 * @param isPushed whether a GitHub repository gets any of them, or may
 */
export function whatApplyingDoes(kind: KindName, isPushed: boolean): string {
  const known = knownKinds().byName.get(kind);
  const push = isPushed ? known?.serviceAccount?.push.applying : undefined;
  return [
    known?.applying ?? 'Terraform replaces the credential.',
    ...(push === undefined ? [] : [push]),
  ].join(' ');
}

/** The kinds that occur, each once, in the order in which reports list them; those that are not known come last. */
export function kindsOf(items: Iterable<{ readonly kind: KindName }>): readonly KindName[] {
  const found = new Set(Array.from(items, (item) => item.kind));
  const known = knownKinds().names.filter((name) => found.has(name));
  return [...known, ...[...found].filter((name) => !known.includes(name))];
}

/** `1 RDS password`, `2 ElastiCache tokens`: how many of each kind. */
export function kindCounts(items: readonly { readonly kind: KindName }[]): readonly string[] {
  return kindsOf(items).map((kind) => countOfKind(items.filter((item) => item.kind === kind).length, kind));
}

/** The same from numbers by kind. */
export function kindCountsOf(byKind: Readonly<Record<KindName, number>>): readonly string[] {
  const kinds = Object.keys(byKind).map((kind) => ({ kind }));
  return kindsOf(kinds).map((kind) => countOfKind(byKind[kind] ?? 0, kind));
}

/** `2 ElastiCache tokens`. */
export function countOfKind(number: number, kind: KindName): string {
  const { one, many } = kindNoun(kind);
  return count(number, one, many);
}

/** What is due of these: each kind with the age of its oldest, `never` for one without; the kinds in their order. */
export function dueWords(credentials: readonly Pick<Credential, 'state' | 'kind' | 'ageDays'>[]): string {
  const due = credentials.filter(isDue);
  if (due.length === 0) return 'nothing due';
  const words = kindsOf(due).map((kind) => {
    const ofKind = due.filter((each) => each.kind === kind);
    const oldest = Math.max(...ofKind.map(({ ageDays }) => ageDays ?? Number.POSITIVE_INFINITY));
    const age = Number.isFinite(oldest) ? `${digits(oldest)}d` : 'never';
    return `${kind}${ofKind.length > 1 ? ` ×${ofKind.length}` : ''} ${age}`;
  });
  return words.join(', ');
}
