import { readAllMetadata } from '../../environments/metadata.ts';
import type { AuditPage, NamespaceFacts } from '../../results/audit-page.ts';
import type { Problem } from '../../results/results.ts';
import { ok, type Result } from '../../util/result.ts';
import { type AuditOptions, readAudit } from '../audit.ts';
import { history } from '../history.ts';
import type { Say } from '../options.ts';
import { findWhereabouts } from './permalinks.ts';

/**
 * An audit with what a page for people adds: whose each namespace is, and where its files stand on GitHub.
 *
 * @param since also how many credentials were over their maximum age from this day on, `yyyy-MM-dd`
 * @returns codes of `audit` and `history`
 */
export async function auditPage(options: AuditOptions, say: Say, since?: string): Promise<Result<AuditPage>> {
  const read = await readAudit(options, say);
  if (!read.ok) return read;
  const { result, root, reader, namespaces } = read.value;
  const withCredentials = new Set(result.credentials.map(placeKey));
  const folders = namespaces.folders.filter((folder) => withCredentials.has(placeKey(folder)));
  const metadata = await readAllMetadata(folders, reader);
  const known = new Set(result.problems.map(problemKey));
  const facts: NamespaceFacts[] = [];
  const problems: Problem[] = [];
  for (const { cluster, namespace, path } of folders) {
    const found = metadata.get(path);
    facts.push({
      cluster,
      namespace,
      production: found?.production ?? null,
      teamName: found?.teamName ?? null,
      teams: found?.teams ?? [],
      application: found?.application ?? null,
      slackChannel: found?.slackChannel ?? null,
    });
    // a selection by team or production has read the same manifests, and told
    problems.push(...(found?.problems ?? []).filter((problem) => !known.has(problemKey(problem))));
  }
  const whereabouts = await findWhereabouts(root, reader.commit, options.env);
  const past = since === undefined ? ok(null) : await history({ ...options, since }, say);
  if (!past.ok) return past;
  const told = past.value && { series: past.value.series, maxAgeDays: past.value.summary.maxAgeDays };
  return ok({ audit: result, namespaces: facts, whereabouts, problems, history: told });
}

function placeKey({ cluster, namespace }: { readonly cluster: string; readonly namespace: string }): string {
  return `${cluster}/${namespace}`;
}

function problemKey({ file, line, column, code }: Problem): string {
  return JSON.stringify([file, line, column, code]);
}
