/** A pull request as the API shows one: what the emulator has, with what git, the clock and the layer's record say. */

import { isJson, type Json } from '../../../src/demo/json.ts';
import { changedFiles, countCommits } from './bare-repository.ts';
import { asTeam, type Hub, read } from './hub.ts';
import type { Pull } from './pull-record.ts';
import { issueKey } from './times.ts';

/** GitHub gives these for one pull request and leaves them out of a list. */
const ONLY_IN_DETAIL = [
  'merged',
  'mergeable',
  'rebaseable',
  'mergeable_state',
  'merged_by',
  'comments',
  'review_comments',
  'maintainer_can_modify',
  'commits',
  'additions',
  'deletions',
  'changed_files',
];

/** @param detail asked for alone, not in a list */
export async function showPull(hub: Hub, value: Json, detail: boolean): Promise<Json> {
  const pull = hub.pulls.get(Number(value['number']));
  if (pull === undefined) return value;
  const assignees = await Promise.all(pull.assignees.map((login) => hub.user(login)));
  const shown: Record<string, unknown> = {
    ...hub.times.put(issueKey(pull.number), value),
    head: { ...(isJson(value['head']) ? value['head'] : {}), sha: pull.headSha },
    base: { ...(isJson(value['base']) ? value['base'] : {}), sha: pull.baseSha },
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: pull.milestone === null ? null : await read(hub, `/milestones/${pull.milestone}`),
    requested_teams: pull.teams.map((slug) => asTeam(hub, slug)),
    auto_merge: await showAutoMerge(hub, pull),
  };
  if (!detail) {
    for (const name of ONLY_IN_DETAIL) delete shown[name];
    return shown;
  }
  const { bare } = hub.repositories.main;
  const files = await changedFiles(bare, pull.baseSha, pull.headSha);
  const mergeable = await hub.pulls.mergeable(pull);
  return {
    ...shown,
    merged: pull.merged !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeableState(hub, pull, mergeable),
    commits: await countCommits(bare, pull.baseSha, pull.headSha),
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

async function showAutoMerge(hub: Hub, { autoMerge }: Pull): Promise<Json | null> {
  if (autoMerge === null) return null;
  return {
    enabled_by: await hub.user(autoMerge.login),
    merge_method: autoMerge.method.toLowerCase(),
    commit_title: '',
    commit_message: '',
  };
}

/** In GitHub's words: `dirty` is a conflict, `blocked` waits for a review, `unstable` for a check. */
export function mergeableState(hub: Hub, pull: Pull, mergeable: boolean | null): string {
  if (mergeable === null) return 'unknown';
  if (!mergeable) return 'dirty';
  if (pull.draft) return 'draft';
  if (pull.reviewDecision !== null && pull.reviewDecision !== 'APPROVED') return 'blocked';
  const checks = hub.pulls.checks(pull.headSha);
  return checks === null || checks === 'SUCCESS' ? 'clean' : 'unstable';
}

/** The answer of `pulls.listFiles`, all of it; null where there is no such pull request. */
export async function showFiles(hub: Hub, number: number): Promise<readonly Json[] | null> {
  const pull = hub.pulls.get(number);
  if (pull === undefined) return null;
  const files = await changedFiles(hub.repositories.main.bare, pull.baseSha, pull.headSha);
  return files.map((file) => {
    const path = file.filename.split('/').map(encodeURIComponent).join('/');
    return {
      ...file,
      blob_url: `${hub.web}/blob/${pull.headSha}/${path}`,
      raw_url: `${hub.web}/raw/${pull.headSha}/${path}`,
      contents_url: `${hub.web}/contents/${path}?ref=${pull.headSha}`,
    };
  });
}

/** The pull requests that a query of `pulls.list` asks for, in its order. */
export function selectPulls(hub: Hub, query: string): readonly Pull[] {
  const wanted = new URLSearchParams(query);
  const state = wanted.get('state') ?? 'open';
  const [owner = '', branch = ''] = (wanted.get('head') ?? '').split(':', 2);
  const headRepository = hub.repositories.ownedBy(owner)?.name;
  const base = wanted.get('base');
  const pulls = hub.pulls.all().filter((pull) => {
    if (state !== 'all' && pull.state !== state) return false;
    if (base !== null && pull.base !== base) return false;
    // GitHub takes a head without its owner for no filter at all.
    return branch === '' || (pull.headRepository === headRepository && pull.head === branch);
  });
  const sort = wanted.get('sort') ?? 'created';
  // GitHub: "asc" where another order than the default is asked for.
  const direction = wanted.get('direction') ?? (wanted.has('sort') && sort !== 'created' ? 'asc' : 'desc');
  const when = ({ number }: Pull): string => {
    const life = hub.times.of(issueKey(number));
    return (sort === 'updated' ? life?.updated : life?.created) ?? '';
  };
  const ascending = pulls.sort((a, b) => compare(when(a), when(b)) || a.number - b.number);
  return direction === 'desc' ? ascending.reverse() : ascending;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
