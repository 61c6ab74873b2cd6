/** What a run of `publish` is given, and what it tells on its way. */
import type { Sleep } from '../github/client.ts';
import type { GitHub } from '../github/github.ts';
import type { PullRequestResult } from '../results/results.ts';
import type { Result } from '../util/result.ts';
import type { CommitRequest } from './commits.ts';
import type { Policy } from './decide.ts';
import type { DressOptions } from './metadata.ts';
import type { Identity } from './proposal.ts';
import type { Base, Remote } from './remote.ts';

/** Everything `publish` works with; nothing is read from the process. */
export interface PublishContext {
  /** The repository with the base branch. */
  readonly remote: Remote;
  /** Where our branches are: the same repository, or a fork of it. */
  readonly head: { readonly remote: Remote };
  readonly github: GitHub;
  /** From `resolveBase`: the commit on which the proposals were decided. */
  readonly base: Base;
  readonly policy: Policy;
  /** The date of the commits. */
  readonly now: Date;
  /** Who the commits are from; default git's own identity, else rotate-pr's. */
  readonly author?: Identity;
  /** Who makes the commits; default git, in the clone. */
  readonly build?: CommitBuilder;
  readonly dress?: DressOptions;
  /** How time passes between two tries; default that of this machine. */
  readonly sleep?: Sleep;
  /** Branches in one `git push`, default as many as go. */
  readonly pushSize?: number;
}

/** What happens, as it happens. */
export type Progress =
  | { readonly step: 'committing'; readonly commits: number }
  | { readonly step: 'pushing'; readonly done: number; readonly total: number }
  | {
      readonly step: 'pull-request';
      readonly done: number;
      readonly total: number;
      readonly result: PullRequestResult;
    };

/**
 * Makes the commits of a run, in the clone's object store afterwards.
 *
 * @returns for each request the name of its commit, or why there is none
 */
export type CommitBuilder = (requests: readonly CommitRequest[]) => Promise<readonly Result<string>[]>;
