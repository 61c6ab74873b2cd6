import { DEFAULT_REFRESH_AFTER_DAYS } from '../publish/decide.ts';
import { isLoopback } from '../publish/git-auth.ts';
import { connectGitHub, missingToken } from '../publish/octokit.ts';
import { type Progress, publish } from '../publish/publish.ts';
import { hostOf, repositoryOf } from '../publish/repository.ts';
import { ok, type Result } from '../result.ts';
import type { OpenResult } from '../rotation/results.ts';
import { isGlob } from '../rotation/selection.ts';
import { type BaseOptions, type Draft, draftFrom, surveyBase } from './draft.ts';
import { upgradeRemarks } from './latest-versions.ts';
import type { Say } from './options.ts';
import { branchesOnRemote, closings, findPending, unfinished } from './pending.ts';
import { refuseNoSelection } from './rotations.ts';

export interface OpenOptions extends BaseOptions {
  /** Of this program, as GitHub sees it in the user agent. */
  readonly version: string;
}

/** Opens or updates one pull request for each namespace that has something to rotate. */
export async function open(options: OpenOptions, say: Say): Promise<Result<OpenResult>> {
  const read = await surveyBase(options, say, false);
  if (!read.ok) return read;
  const { date, base, remote, token, survey, selection, selected } = read.value;
  if (!selected) return refuseNoSelection(survey, selection, options);
  if (remote === null) throw new Error('open was surveyed without its remote');
  const repository = repositoryOf(options.env, remote.remote);
  if (!repository.ok) return repository;
  const selectedOnly = await draftFrom(read.value, options);
  const branches = branchesOnRemote(remote.refs, read.value);
  const nothing = { schemaVersion: 1, date, base: base.sha, pullRequests: [] } as const;
  if (selectedOnly.proposals.length === 0 && branches.size === 0)
    return ok({ ...nothing, ...reports(selectedOnly) });

  if (token === null) return missingToken();
  const github = connectGitHub({
    repository: repository.value,
    token: token.value,
    version: options.version,
    // GitHub's limits are GitHub's: a server on this machine (the demo, a test) has none to wait for
    pacing: !isLoopback(hostOf(repository.value.apiUrl)),
    onWarning: say,
  });
  const pending = await findPending(github, branches, read.value);
  if (!pending.ok) return pending;
  const also = unfinished(pending.value);
  const drafted = also.size === 0 ? selectedOnly : await draftFrom(read.value, options, also);
  for (const line of upgradeRemarks(drafted.proposals.flatMap(({ changes }) => changes))) say(line);
  const proposals = [...drafted.proposals, ...closings(pending.value, drafted.proposals)];
  if (proposals.length === 0) return ok({ ...nothing, ...reports(drafted) });
  const published = await publish(
    proposals,
    {
      remote: remote.remote,
      github,
      base,
      now: options.now,
      policy: {
        today: date,
        refreshAfterDays: DEFAULT_REFRESH_AFTER_DAYS,
        explicitDate: options.date !== undefined,
        askedByName: options.selection.namespaces.some((pattern) => !isGlob(pattern)),
      },
    },
    (progress) => sayProgress(progress, say),
  );
  return published.ok ? ok({ ...nothing, ...reports(drafted), pullRequests: published.value }) : published;
}

function reports({ skipped, problems }: Draft): Pick<OpenResult, 'skipped' | 'problems'> {
  return { skipped, problems };
}

function sayProgress(progress: Progress, say: Say): void {
  const line = progressLine(progress);
  if (line !== null) say(line);
}

function progressLine(progress: Progress): string | null {
  switch (progress.step) {
    case 'checking':
      return null;
    case 'looking':
      return `looking at the pull requests of ${counted(progress.namespaces, 'namespace')}`;
    case 'committing':
      return `building ${counted(progress.commits, 'commit')}`;
    case 'pushing':
      return `pushing branches: ${progress.done} of ${progress.total}`;
    case 'pull-request': {
      const { namespace, outcome, url } = progress.result;
      return `${progress.done} of ${progress.total}: ${namespace} ${outcome}${url === null ? '' : ` ${url}`}`;
    }
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
