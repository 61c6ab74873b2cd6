/** Which issues a query of `issues.listForRepo` asks for, and in which order. Pull requests are issues there too. */
import { isJson, type Json } from '../../../src/demo/json.ts';

/** @param all every issue and pull request, with the times of the world's clock */
export function selectIssues(all: readonly Json[], query: string): readonly Json[] {
  const wanted = new URLSearchParams(query);
  const state = wanted.get('state') ?? 'open';
  const labels = (wanted.get('labels') ?? '').split(',').filter((name) => name !== '');
  const creator = wanted.get('creator');
  const since = wanted.get('since');
  const chosen = all.filter((issue) => {
    if (state !== 'all' && issue['state'] !== state) return false;
    if (creator !== null && !(isJson(issue['user']) && issue['user']['login'] === creator)) return false;
    if (since !== null && String(issue['updated_at']) < since) return false;
    const there = namesOf(issue['labels']);
    return labels.every((name) => there.has(name.toLowerCase()));
  });
  const key = wanted.get('sort') === 'updated' ? 'updated_at' : 'created_at';
  const ascending = chosen.sort((a, b) => {
    const [first, second] = [String(a[key]), String(b[key])];
    return first < second ? -1 : first > second ? 1 : Number(a['number']) - Number(b['number']);
  });
  return wanted.get('direction') === 'asc' ? ascending : ascending.reverse();
}

function namesOf(labels: unknown): ReadonlySet<string> {
  const names = Array.isArray(labels) ? labels.filter(isJson).map(({ name }) => String(name)) : [];
  return new Set(names.map((name) => name.toLowerCase()));
}
