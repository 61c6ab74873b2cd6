import { unifiedDiff } from '../report/diff.ts';
import type { PlannedPullRequest, PlanResult } from '../results/results.ts';
import { ok, type Result } from '../util/result.ts';
import type { Say } from './options.ts';
import { type BaseOptions, surveyBase } from './read/base-branch.ts';
import { previewRun } from './run/preview.ts';

/** Says what `open` would do, with the text and the diff of each pull request that it would write; writes nothing. */
export async function plan(options: BaseOptions, say: Say): Promise<Result<PlanResult>> {
  const surveyed = await surveyBase(options, { source: 'fetched', versions: 'latest' }, say);
  if (!surveyed.ok) return surveyed;
  const foretold = await previewRun(surveyed.value, options, say);
  if (!foretold.ok) return foretold;
  const { result, proposals } = foretold.value;
  const byBranch = new Map(proposals.map((proposal) => [proposal.branch, proposal]));
  const pullRequests = result.pullRequests.map((each): PlannedPullRequest => {
    const { body = '', pages = [], files = [] } = byBranch.get(each.branch) ?? {};
    return {
      ...each,
      body: [body, ...pages].join('\n'),
      diff: files.map(({ path, before, after }) => unifiedDiff(path, before, after)).join(''),
    };
  });
  return ok({ ...result, pullRequests });
}
