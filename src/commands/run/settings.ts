import type { Config } from '../../config/rules.ts';
import { plainSettings, resolveSettings, type SettingFlags } from '../../config/settings.ts';
import { windowAt } from '../../config/windows.ts';
import type { Identity } from '../../publish/proposal.ts';
import type { PacingRules } from '../../rotation/pacing.ts';
import type { StaggerRules } from '../../rotation/stagger.ts';
import type { Grouping, MergeMethod } from '../../settings.ts';

/** What the command line says of pull requests; the config file of the base branch stands behind it. */
export interface OpenRequest {
  readonly flags: SettingFlags;
  /** Owner of the fork to push to, empty for the token's own; null pushes to the repository itself. */
  readonly fork: string | null;
  readonly grouping: Grouping;
  /** Why everything is to go at once; null without an incident. */
  readonly incident: string | null;
}

export const PLAIN_REQUEST: OpenRequest = { flags: {}, fork: null, grouping: 'namespace', incident: null };

/** How `open` tends its pull requests. */
export interface OpenSettings {
  readonly pacing: PacingRules;
  /** Null lets the environments of one application go together. */
  readonly stagger: StaggerRules | null;
  /** An open pull request's dates are renewed when they are older than so many days. */
  readonly refreshAfterDays: number;
  readonly labels: readonly string[];
  /** Logins. */
  readonly assignees: readonly string[];
  readonly reviewers: readonly string[];
  /** Slugs of teams, for every pull request. */
  readonly teamReviewers: readonly string[];
  /** Ask the teams of the namespace's `01-rbac.yaml` for a review. */
  readonly requestReview: boolean;
  readonly draft: boolean;
  readonly autoMerge: MergeMethod | null;
  /** Have GitHub make the commits, so that they are verified. */
  readonly sign: boolean;
  /** Null for git's own identity. */
  readonly author: Identity | null;
  /** Template of the title; null for the program's own. */
  readonly title: string | null;
  readonly fork: string | null;
  readonly grouping: Grouping;
  /** No pacing, no staggering, no memory of what people closed. */
  readonly incident: string | null;
  /** Why none may be opened now: windows and freezes of the config file; null when they may. */
  readonly closed: string | null;
}

/** The settings that are in force: a flag before the file, the file before the default. */
export function settingsFor(request: OpenRequest, config: Config | null, now: Date): OpenSettings {
  const resolved = plainSettings(resolveSettings(config, request.flags));
  const { limit, maxOpen, hourlyLimit, stagger, refreshAfter, base: _, ...rest } = resolved;
  const { flags: __, ...asked } = request;
  const opening = windowAt(config, now);
  return {
    ...rest,
    ...asked,
    refreshAfterDays: refreshAfter,
    pacing: { limit, maxOpen, hourlyLimit },
    stagger: stagger.enabled ? stagger : null,
    closed: opening.open ? null : closedWords(opening),
  };
}

function closedWords({
  reason,
  closedUntil,
}: {
  readonly reason: string;
  readonly closedUntil: Date | null;
}): string {
  const until = closedUntil === null ? '' : ` They open again at ${closedUntil.toISOString().slice(0, 16)}Z.`;
  return `Pull requests are not opened now: ${reason}.${until}`;
}
