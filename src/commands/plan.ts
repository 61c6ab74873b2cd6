import { unifiedDiff } from '../report/diff.ts';
import type { Result } from '../result.ts';
import { ok } from '../result.ts';
import type { PlanResult } from '../rotation/results.ts';
import { type BaseOptions, draftFrom, surveyBase } from './draft.ts';
import { upgradeRemarks } from './latest-versions.ts';
import type { Say } from './options.ts';

/** Says what `open` would do, with the text and the diff of each pull request; writes nothing. */
export async function plan(options: BaseOptions, say: Say): Promise<Result<PlanResult>> {
  const read = await surveyBase(options, say, true);
  if (!read.ok) return read;
  const { date, base } = read.value;
  const { proposals, skipped, problems } = await draftFrom(read.value, options);
  for (const line of upgradeRemarks(proposals.flatMap(({ changes }) => changes))) say(line);
  return ok({
    schemaVersion: 1,
    date,
    base: base.sha,
    pullRequests: proposals.map(({ namespace, cluster, branch, title, body, changes, files }) => ({
      namespace,
      cluster,
      branch,
      title,
      url: null,
      number: null,
      outcome: 'planned',
      reason: null,
      changes,
      body,
      diff: files.map(({ path, before, after }) => unifiedDiff(path, before, after)).join(''),
    })),
    skipped,
    problems,
  });
}
