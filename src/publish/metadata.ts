/** What a pull request gets besides its text: further pages, reviewers, labels, assignees, auto-merge. */

import { createHash } from 'node:crypto';
import type { GitHub, PullRequest } from '../github/github.ts';
import type { MergeMethod } from '../settings.ts';
import { groupBy } from '../util/group-by.ts';
import type { Failure, Result } from '../util/result.ts';
import { type Marker, withMarker } from './marker.ts';
import { pageMark } from './messages.ts';
import { NO_READERS, type Proposal, type Readers } from './proposal.ts';

export interface DressOptions {
  readonly draft: boolean;
  /** How to let GitHub merge it once its checks pass; null for not at all. */
  readonly autoMerge: MergeMethod | null;
  /** Asks GitHub for it: auto-merge is in the GraphQL API only. */
  readonly enableAutoMerge?: (pullRequest: PullRequest, method: MergeMethod) => Promise<Result<void>>;
}

/** Dresses the pull requests of one run. */
export interface Dresser {
  /** Never fails: what GitHub refuses becomes a remark, and stays marked in the pull request for the next run. */
  dress(pullRequest: PullRequest, proposal: Proposal, marker: Marker): Promise<void>;
  /** Takes note of something that GitHub refused. */
  remark(sentence: string): void;
  /** Sentences about what GitHub refused, each once. */
  readonly remarks: readonly string[];
  /** The failure after which nothing more is asked in this run. */
  stopped(): Failure | null;
}

/**
 * What GitHub refuses, as far as this run goes. Any of these may heal: a team gets access, a reviewer joins, a request
 * met a server that did not have the pull request yet. So the marker keeps what is missing for the next run.
 */
const REFUSALS = ['validation', 'forbidden', 'not-found', 'conflict'];
const COLOR = '5319e7';
/** GitHub takes no more reviewers of either sort (docs.github.com, "Requesting a pull request review"). */
const MAX_REVIEWERS = 15;

export const NO_DRESS: DressOptions = { draft: false, autoMerge: null };

/** Begins a run's dressing; nothing is asked of GitHub before it is needed. */
export function createDresser(github: GitHub, options: DressOptions = NO_DRESS): Dresser {
  const remarks = new Set<string>();
  /** People and teams that GitHub refused, with its words: each is asked for once in a run. */
  const refusedReviewers = new Map<string, string>();
  /** Labels that GitHub does not make. */
  const refusedLabels = new Set<string>();
  /** The repository's own settings forbid it, whatever the pull request. */
  let autoMergeRefused = false;
  let stop: Failure | null = null;
  let labelsKnown: Set<string> | null = null;

  /** False for a failure after which nothing more is asked in this run. */
  function goesOn(result: Result<unknown>, refused: (words: string) => string): boolean {
    if (result.ok) return true;
    if (REFUSALS.includes(result.error.code)) {
      remarks.add(refused(result.error.message));
      return true;
    }
    stop = result.error;
    return false;
  }

  /** The labels that the repository has or takes. */
  async function ensureLabels(wanted: readonly string[]): Promise<readonly string[] | null> {
    if (wanted.length === 0) return [];
    if (labelsKnown === null) {
      const listed = await github.labels();
      if (!goesOn(listed, (words) => `The repository's labels cannot be read. ${words}`)) return null;
      labelsKnown = new Set(listed.ok ? listed.value.map((name) => name.toLowerCase()) : []);
    }
    const usable: string[] = [];
    for (const name of wanted) {
      if (refusedLabels.has(name)) continue;
      if (!labelsKnown.has(name.toLowerCase())) {
        const made = await github.createLabel({ name, color: COLOR, description: 'Opened by rotate-pr' });
        if (!goesOn(made, (words) => `The label ${name} cannot be created. ${words}`)) return null;
        if (!made.ok) {
          refusedLabels.add(name);
          continue;
        }
        labelsKnown.add(name.toLowerCase());
      }
      usable.push(name);
    }
    return usable;
  }

  /** Asks for those that are not refused yet; gives the refused ones, null for a failure that ends the run's asking. */
  async function requestReview(
    { number, author }: PullRequest,
    { reviewers, teams }: Reviewers,
  ): Promise<readonly Reviewer[] | null> {
    // GitHub refuses the author, and with the author everybody else of the request
    const people = reviewers.filter((login) => login.toLowerCase() !== author?.toLowerCase());
    const wanted: readonly Reviewer[] = [
      ...people.slice(0, MAX_REVIEWERS).map((name) => ({ sort: 'reviewer', name }) as const),
      ...teams.slice(0, MAX_REVIEWERS).map((name) => ({ sort: 'team', name }) as const),
    ];
    const asked = wanted.filter((one) => !refusedReviewers.has(keyOf(one)));
    const refused = () => wanted.filter((one) => refusedReviewers.has(keyOf(one)));
    // one name that GitHub refuses, and it asks nobody: then each is asked for alone
    const attempts = asked.length < 2 ? asked.map((one) => [one]) : [asked, ...asked.map((one) => [one])];
    for (const attempt of attempts) {
      const result = await github.requestReview(number, {
        reviewers: attempt.flatMap(({ sort, name }) => (sort === 'reviewer' ? [name] : [])),
        teams: attempt.flatMap(({ sort, name }) => (sort === 'team' ? [name] : [])),
      });
      if (result.ok && attempt === asked) return refused();
      if (result.ok) continue;
      if (!REFUSALS.includes(result.error.code)) {
        stop = result.error;
        return null;
      }
      const [only] = attempt;
      if (attempt.length === 1 && only)
        refusedReviewers.set(keyOf(only), reviewRefusal(result.error.message));
    }
    return refused();
  }

  /** Pages that are there already are changed, so that a rerun adds none. */
  async function writePages(
    { number, author }: PullRequest,
    pages: readonly string[],
  ): Promise<boolean | null> {
    if (pages.length === 0) return true;
    let whole = true;
    const refused = (words: string) => `The list in #${number} is not whole. ${words}`;
    const comments = await github.comments(number);
    if (!goesOn(comments, refused)) return null;
    if (!comments.ok) return false;
    // a comment of another account with our mark is theirs
    const known = comments.value.filter((comment) => comment.author === author);
    for (const [index, page] of pages.entries()) {
      const mark = pageMark(index + 2);
      const body = `${mark}\n${page}`;
      const there = known.find((comment) => comment.body.startsWith(mark));
      if (there?.body === body) continue;
      const written = there ? await github.updateComment(there.id, body) : await github.comment(number, body);
      if (!goesOn(written, refused)) return null;
      whole &&= written.ok;
    }
    const surplus = known.filter(({ body }) => /^<!-- rotate-pr:page (\d+) -->/.test(body));
    for (const { id, body } of surplus) {
      const page = Number(/page (\d+)/.exec(body)?.[1]);
      const empty = `${pageMark(page)}\nThe list above no longer needs this page.`;
      if (page <= pages.length + 1 || body === empty) continue;
      const emptied = await github.updateComment(id, empty);
      if (!goesOn(emptied, refused)) return null;
      whole &&= emptied.ok;
    }
    return whole;
  }

  /** Whether it is on, or not wanted; null for a failure that ends the run's asking. */
  async function mergeWhenReady(
    pullRequest: PullRequest,
    { mergeBetween }: Pick<Proposal, 'mergeBetween'>,
  ): Promise<boolean | null> {
    const { autoMerge, enableAutoMerge, draft } = options;
    if (autoMerge === null || enableAutoMerge === undefined || draft) return true;
    if (mergeBetween) {
      const { from, to } = mergeBetween;
      remarks.add(
        `#${pullRequest.number} does not merge by itself: it has to be merged between ${from} and ${to} UTC.`,
      );
      return true;
    }
    if (autoMergeRefused) return false;
    const enabled = await enableAutoMerge(pullRequest, autoMerge);
    if (!goesOn(enabled, (words) => `#${pullRequest.number} does not merge by itself. ${words}`)) return null;
    autoMergeRefused = !enabled.ok && /for this repository/i.test(enabled.error.message);
    return enabled.ok;
  }

  async function dress(pullRequest: PullRequest, proposal: Proposal, marker: Marker): Promise<void> {
    if (stop !== null) return;
    const { readers = NO_READERS, pages = [] } = proposal;
    const { undressed: _, missing: before, ...dressed } = marker;
    const isMissing = (key: string): boolean => before === undefined || before.includes(key);
    const labels = readers.labels.filter((name) => isMissing(`label ${name}`));
    const written = isMissing('pages') ? await writePages(pullRequest, pages) : true;
    if (written === null) return;
    const refused = await requestReview(pullRequest, {
      reviewers: readers.reviewers.filter((name) => isMissing(keyOf({ sort: 'reviewer', name }))),
      teams: readers.teams.filter((name) => isMissing(keyOf({ sort: 'team', name }))),
    });
    if (refused === null) return;
    const merging = isMissing('auto-merge') ? await mergeWhenReady(pullRequest, proposal) : true;
    if (merging === null) return;
    const usable = await ensureLabels(labels);
    if (usable === null) return;
    const missing = [
      ...(written ? [] : ['pages']),
      ...refused.map(keyOf),
      ...(merging ? [] : ['auto-merge']),
      ...labels.filter((name) => !usable.includes(name)).map((name) => `label ${name}`),
    ];
    // nothing came of another try: the pull request says already what is missing
    if (before !== undefined && missing.length === before.length) return;
    const settled = { ...dressed, asked: askedFor(readers, options) };
    const result = await github.dress(pullRequest.number, {
      labels: union(pullRequest.labels, usable),
      assignees: union(pullRequest.assignees, readers.assignees),
      body: withMarker(
        pullRequest.body,
        missing.length === 0 ? settled : { ...settled, undressed: true, missing },
      ),
    });
    goesOn(result, (words) => `#${pullRequest.number} has no labels and assignees. ${words}`);
  }

  return {
    dress,
    remark: (sentence) => void remarks.add(sentence),
    get remarks() {
      return [...remarks, ...reviewRemarks(refusedReviewers)];
    },
    stopped: () => (stop !== null && ['authentication', 'rate-limited'].includes(stop.code) ? stop : null),
  };
}

interface Reviewers {
  /** Logins. */
  readonly reviewers: readonly string[];
  /** Slugs. */
  readonly teams: readonly string[];
}

interface Reviewer {
  readonly sort: 'reviewer' | 'team';
  readonly name: string;
}

/** As a marker names what is missing. */
function keyOf({ sort, name }: Reviewer): string {
  return `${sort} ${name}`;
}

/** GitHub's words without what differs for each: the number of the pull request, and its own id of a team. */
function reviewRefusal(message: string): string {
  const words = message.replace(/^Could not [^:]*: /, '');
  return /global id of/i.test(words) ? 'they do not exist, or the token cannot see them' : words;
}

/** One sentence for all that were refused with the same words. */
function reviewRemarks(refused: ReadonlyMap<string, string>): readonly string[] {
  const byWords = groupBy(refused, ([, words]) => words);
  return [...byWords].map(([words, entries]) => {
    const keys = entries.map(([key]) => key);
    const people = keys.filter((key) => key.startsWith('reviewer ')).map((key) => key.slice(9));
    const teams = keys.filter((key) => key.startsWith('team ')).map((key) => key.slice(5));
    const noun = teams.length === 1 ? 'the team' : 'the teams';
    const names = [...people, ...(teams.length === 0 ? [] : [`${noun} ${teams.join(', ')}`])].join(', ');
    const reason = words.replace(/\.$/, '');
    return `${names} cannot be asked for reviews: ${reason}. The next run asks again.`;
  });
}

function union(there: readonly string[], wanted: readonly string[]): string[] {
  const known = new Set(there.map((name) => name.toLowerCase()));
  return [...there, ...wanted.filter((name) => !known.has(name.toLowerCase()))];
}

/** A short name for each thing that a run asks for, parted by blanks, so that the next knows what it asks for besides. */
export function askedFor(
  { labels, assignees, reviewers, teams }: Readers,
  { autoMerge }: DressOptions,
): string {
  const all = [
    ...labels.map((name) => `label ${name}`),
    ...assignees.map((name) => `assignee ${name}`),
    ...reviewers.map((name) => `reviewer ${name}`),
    ...teams.map((name) => `team ${name}`),
    ...(autoMerge === null || autoMerge === undefined ? [] : [`auto-merge ${autoMerge}`]),
  ];
  return all.map((one) => createHash('sha256').update(one).digest('hex').slice(0, 8)).join(' ');
}

/**
 * Whether a run asks for labels, assignees, reviewers or auto-merge that the last one that set them did not ask for. What people
 * took away since stays away. Markers of older versions do not say what was asked: then labels that it lacks are new.
 */
export function isAskedAnew(
  marker: Marker | null,
  pullRequest: Pick<PullRequest, 'labels'>,
  readers: Readers,
  options: DressOptions,
): boolean {
  if (marker === null) return false;
  if (marker.asked !== undefined) {
    const before = new Set(marker.asked.split(' '));
    return askedFor(readers, options)
      .split(' ')
      .some((one) => one !== '' && !before.has(one));
  }
  const there = new Set(pullRequest.labels.map((name) => name.toLowerCase()));
  return readers.labels.some((name) => !there.has(name.toLowerCase()));
}
