/** A pull request seen as an issue, which it is on GitHub and is not in the emulator. */
import type { Json } from '../../../src/demo/json.ts';
import type { StateChange } from './pull-record.ts';

/** Fields that a pull request and its issue have in common. */
const SHARED = [
  'node_id',
  'number',
  'title',
  'body',
  'user',
  'state',
  'labels',
  'locked',
  'assignee',
  'assignees',
  'milestone',
  'created_at',
  'updated_at',
  'closed_at',
  'author_association',
  'html_url',
  'comments_url',
];

/**
 * @param pull as the API answers for it alone
 * @param api the repository's address in the API
 * @param closedBy the user as the API shows one, null while it is open
 */
export function asIssue(pull: Json, api: string, closedBy: Json | null): Json {
  const url = `${api}/issues/${pull['number']}`;
  const link = Object.fromEntries(
    ['url', 'html_url', 'diff_url', 'patch_url', 'merged_at'].map((name) => [name, pull[name]]),
  );
  return {
    ...Object.fromEntries(SHARED.map((name) => [name, pull[name]])),
    // Issues and pull requests have ids of their own; only the number is one.
    id: 1_000_000 + Number(pull['id']),
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    events_url: `${url}/events`,
    active_lock_reason: null,
    comments: pull['comments'],
    pull_request: link,
    closed_by: closedBy,
  };
}

/** One entry of the list of events. */
export function asEvent(change: StateChange, id: number, api: string, actor: Json): Json {
  return {
    id,
    node_id: Buffer.from(`Event:${id}`).toString('base64'),
    url: `${api}/issues/events/${id}`,
    actor,
    event: change.event,
    commit_id: null,
    commit_url: null,
    created_at: change.at,
    performed_via_github_app: null,
  };
}
