/** What a pull request gets besides its text: further pages, reviewers, labels, assignees, auto-merge. */

import type { GitHub, PullRequest } from '../github/github.ts';
import type { MergeMethod } from '../settings.ts';
import type { Failure, Result } from '../util/result.ts';
import { type Marker, withMarker } from './marker.ts';
import { pageMark } from './messages.ts';
import { NO_READERS, type Proposal } from './proposal.ts';

export interface DressOptions {
  readonly draft: boolean;
  /** How to let GitHub merge it once its checks pass; null for not at all. */
  readonly autoMerge: MergeMethod | null;
  /** Asks GitHub for it: auto-merge is in the GraphQL API only. */
  readonly enableAutoMerge?: (pullRequest: PullRequest, method: MergeMethod) => Promise<Result<void>>;
}

/** Dresses the pull requests of one run. */
export interface Dresser {
  /** Never fails: what GitHub refuses becomes a remark, what must be tried again stays marked in the pull request. */
  dress(pullRequest: PullRequest, proposal: Proposal, marker: Marker): Promise<void>;
  /** Takes note of something that GitHub refused. */
  remark(sentence: string): void;
  /** Sentences about what GitHub refused, each once. */
  readonly remarks: readonly string[];
  /** The failure after which nothing more is asked in this run. */
  stopped(): Failure | null;
}

/** What GitHub refuses for good: another try would be refused as well. */
const REFUSALS = ['validation', 'forbidden', 'not-found', 'conflict'];
const COLOR = '5319e7';
/** GitHub takes no more reviewers of either sort (docs.github.com, "Requesting a pull request review"). */
const MAX_REVIEWERS = 15;

/** Begins a run's dressing; nothing is asked of GitHub before it is needed. */
export function createDresser(
  github: GitHub,
  options: DressOptions = { draft: false, autoMerge: null },
): Dresser {
  const remarks = new Set<string>();
  /** People and teams that GitHub refused: asked once a run. */
  const unknown = new Set<string>();
  let stop: Failure | null = null;
  let labelsKnown: Set<string> | null = null;

  /** True when it was done or refused for good. */
  function settled(result: Result<unknown>, refused: (words: string) => string): boolean {
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
      if (!settled(listed, (words) => `The repository's labels cannot be read. ${words}`)) return null;
      labelsKnown = new Set(listed.ok ? listed.value.map((name) => name.toLowerCase()) : []);
    }
    const usable: string[] = [];
    for (const name of wanted) {
      if (!labelsKnown.has(name.toLowerCase())) {
        const made = await github.createLabel({ name, color: COLOR, description: 'Opened by rotate-pr' });
        if (!settled(made, (words) => `The label ${name} cannot be created. ${words}`)) return null;
        if (!made.ok) continue;
        labelsKnown.add(name.toLowerCase());
      }
      usable.push(name);
    }
    return usable;
  }

  async function requestReview(
    { number, author }: PullRequest,
    reviewers: readonly string[],
    teams: readonly string[],
  ): Promise<boolean> {
    // GitHub refuses the author, and with the author everybody else of the request
    const people = reviewers.filter((login) => login.toLowerCase() !== author?.toLowerCase());
    const known = (name: string): boolean => !unknown.has(name);
    const asked = {
      reviewers: people.filter((login) => known(login)).slice(0, MAX_REVIEWERS),
      teams: teams.filter((slug) => known(`the team ${slug}`)).slice(0, MAX_REVIEWERS),
    };
    if (asked.reviewers.length + asked.teams.length === 0) return true;
    const together = await github.requestReview(number, asked);
    if (together.ok) return true;
    if (!REFUSALS.includes(together.error.code)) return settled(together, () => '');
    const single = [
      ...asked.reviewers.map((name) => ({ name, reviewers: [name], teams: [] })),
      ...asked.teams.map((name) => ({ name: `the team ${name}`, reviewers: [], teams: [name] })),
    ];
    const refused = (name: string) => (words: string) => {
      unknown.add(name);
      // the number of one pull request would make each refusal another sentence
      return `${name} cannot be asked for reviews: ${words.replace(/^Could not [^:]*: /, '')}`;
    };
    if (single.length === 1) return settled(together, refused(single[0]!.name));
    for (const { name, ...alone } of single) {
      if (!settled(await github.requestReview(number, alone), refused(name))) return false;
    }
    return true;
  }

  /** Pages that are there already are changed, so that a rerun adds none. */
  async function writePages({ number, author }: PullRequest, pages: readonly string[]): Promise<boolean> {
    if (pages.length === 0) return true;
    const refused = (words: string) => `The list in #${number} is not whole. ${words}`;
    const comments = await github.comments(number);
    if (!settled(comments, refused)) return false;
    // a comment of another account with our mark is theirs
    const known = (comments.ok ? comments.value : []).filter((comment) => comment.author === author);
    for (const [index, page] of pages.entries()) {
      const mark = pageMark(index + 2);
      const body = `${mark}\n${page}`;
      const there = known.find((comment) => comment.body.startsWith(mark));
      if (there?.body === body) continue;
      const written = there ? await github.updateComment(there.id, body) : await github.comment(number, body);
      if (!settled(written, refused)) return false;
    }
    const surplus = known.filter(({ body }) => /^<!-- rotate-pr:page (\d+) -->/.test(body));
    for (const { id, body } of surplus) {
      const page = Number(/page (\d+)/.exec(body)?.[1]);
      const empty = `${pageMark(page)}\nThe list above no longer needs this page.`;
      if (page <= pages.length + 1 || body === empty) continue;
      if (!settled(await github.updateComment(id, empty), refused)) return false;
    }
    return true;
  }

  async function mergeWhenReady(pullRequest: PullRequest): Promise<boolean> {
    const { autoMerge, enableAutoMerge, draft } = options;
    if (autoMerge === null || enableAutoMerge === undefined || draft) return true;
    const enabled = await enableAutoMerge(pullRequest, autoMerge);
    return settled(enabled, (words) => `#${pullRequest.number} does not merge by itself. ${words}`);
  }

  async function dress(pullRequest: PullRequest, proposal: Proposal, marker: Marker): Promise<void> {
    if (stop !== null) return;
    const { readers = NO_READERS, pages = [] } = proposal;
    const { undressed: _, ...dressed } = marker;
    if (!(await writePages(pullRequest, pages))) return;
    if (!(await requestReview(pullRequest, readers.reviewers, readers.teams))) return;
    if (!(await mergeWhenReady(pullRequest))) return;
    const labels = await ensureLabels(readers.labels);
    if (labels === null) return;
    const written = await github.dress(pullRequest.number, {
      labels: union(pullRequest.labels, labels),
      assignees: union(pullRequest.assignees, readers.assignees),
      body: withMarker(pullRequest.body, dressed),
    });
    settled(written, (words) => `#${pullRequest.number} has no labels and assignees. ${words}`);
  }

  return {
    dress,
    remark: (sentence) => void remarks.add(sentence),
    get remarks() {
      return [...remarks];
    },
    stopped: () => (stop !== null && ['authentication', 'rate-limited'].includes(stop.code) ? stop : null),
  };
}

function union(there: readonly string[], wanted: readonly string[]): string[] {
  const known = new Set(there.map((name) => name.toLowerCase()));
  return [...there, ...wanted.filter((name) => !known.has(name.toLowerCase()))];
}
