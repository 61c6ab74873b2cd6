import { unifiedDiff } from '../report/diff.ts';
import type { PlanResult } from '../results/results.ts';
import type { Result } from '../util/result.ts';
import { ok } from '../util/result.ts';
import type { Say } from './options.ts';
import { type BaseOptions, draftProposals, surveyBase, unitsOf } from './read/base-branch.ts';
import { upgradeRemarks } from './read/versions.ts';
import { planEdits, proveEdits, provingProgress } from './run/edits.ts';
import { settingsFor } from './run/settings.ts';
import { staggerRules } from './run/stagger.ts';
import { turnRemarks, unnamedRemarks } from './run/warnings.ts';

/** What is on the remote does not matter to a plan. */
const NO_REFS = { defaultBranch: null, branches: new Map<string, string>() };

/** Says what `open` would do, with the text and the diff of each pull request; writes nothing. */
export async function plan(options: BaseOptions, say: Say): Promise<Result<PlanResult>> {
  const read = await surveyBase(options, say, true);
  if (!read.ok) return read;
  const { date, base, survey, selection } = read.value;
  const settings = settingsFor(options.request, read.value.config, options.now);
  const planned = planEdits(survey, selection, date, options);
  const { units, skipped } = await unitsOf(read.value, planned.rotations, settings, NO_REFS);
  const proved = await proveEdits(planned, survey, provingProgress(say));
  const proposals = await draftProposals(read.value, units, proved, settings);
  const remarks = [
    ...upgradeRemarks(proposals.flatMap(({ changes }) => changes)),
    ...unnamedRemarks(survey, selection),
    ...turnRemarks(settings, staggerRules(read.value, settings) !== null, proposals.length),
  ];
  for (const line of remarks) say(line);
  return ok({
    schemaVersion: 1,
    date,
    base: base.sha,
    pullRequests: proposals.map(
      ({ namespace, cluster, group, branch, title, body, pages, changes, files }) => ({
        namespace,
        cluster,
        ...(group === null ? {} : { group }),
        branch,
        title,
        url: null,
        number: null,
        outcome: 'planned',
        reason: null,
        changes,
        body: [body, ...(pages ?? [])].join('\n'),
        diff: files.map(({ path, before, after }) => unifiedDiff(path, before, after)).join(''),
      }),
    ),
    skipped: [...proved.skipped, ...skipped],
    problems: proved.problems,
  });
}
