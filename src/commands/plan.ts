import { unifiedDiff } from '../report/diff.ts';
import type { PlanResult } from '../results/results.ts';
import type { Result } from '../util/result.ts';
import { ok } from '../util/result.ts';
import type { Say } from './options.ts';
import { type BaseOptions, surveyBase } from './read/base-branch.ts';
import { upgradeRemarks } from './read/versions.ts';
import { prepare } from './run/prepare.ts';
import { draftPullRequests } from './run/pull-requests.ts';
import { settingsFor } from './run/settings.ts';
import { staggerRules } from './run/stagger.ts';
import { turnRemarks, unnamedRemarks } from './run/warnings.ts';

/** Says what `open` would do, with the text and the diff of each pull request; writes nothing. */
export async function plan(options: BaseOptions, say: Say): Promise<Result<PlanResult>> {
  const surveyed = await surveyBase(options, { source: 'fetched', versions: 'latest' }, say);
  if (!surveyed.ok) return surveyed;
  const read = surveyed.value;
  const { date, base, survey, selection } = read;
  const settings = settingsFor(options.request, read.config, options.now);
  const how = { ...options, settings, connection: null, everything: false, reopensNamed: true };
  const prepared = await prepare(read, how, say);
  if (!prepared.ok) return prepared;
  const { units, turn, skipped } = prepared.value;
  const { proved } = turn;
  const proposals = await draftPullRequests(units, proved, prepared.value);
  const remarks = [
    ...upgradeRemarks(proposals.flatMap(({ changes }) => changes)),
    ...unnamedRemarks(survey, selection),
    ...turnRemarks(settings, staggerRules(read, settings) !== null, proposals.length),
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
