/** Pull requests as nodes of GitHub's GraphQL schema, with the fields that rotate-pr asks for. */

import { isJson, type Json } from '../../../src/demo/json.ts';
import { type Hub, read } from './hub.ts';
import type { Pull } from './pull-record.ts';
import { showPull } from './pull-view.ts';

export interface NodePage {
  readonly pulls: readonly Pull[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A page of the open pull requests, oldest first; a cursor is the number of the last one, in Base64. */
export function openPage(hub: Hub, { first, after }: Json): NodePage {
  const last = typeof after === 'string' ? Number(Buffer.from(after, 'base64').toString('utf8')) : 0;
  const open = hub.pulls.all().filter(({ state, number }) => state === 'open' && number > last);
  const pulls = open.slice(0, Number(first));
  const end = pulls.at(-1)?.number;
  const endCursor = end === undefined ? null : Buffer.from(String(end)).toString('base64');
  return { pulls, pageInfo: { hasNextPage: open.length > pulls.length, endCursor } };
}

export async function asNode(hub: Hub, pull: Pull): Promise<Json> {
  const shown = await showPull(hub, (await read(hub, `/pulls/${pull.number}`)) ?? {}, false);
  const mergeable = await hub.pulls.mergeable(pull);
  const state = hub.pulls.checks(pull.headSha);
  const rollup = state === null ? null : { state };
  const author = isJson(shown['user']) ? shown['user'] : {};
  const login = String(author['login']);
  const bot = login.endsWith('[bot]');
  const labels = Array.isArray(shown['labels']) ? shown['labels'].filter(isJson) : [];
  return {
    id: shown['node_id'],
    number: pull.number,
    url: shown['html_url'],
    title: shown['title'],
    body: shown['body'] ?? '',
    isDraft: pull.draft,
    headRefName: pull.head,
    headRefOid: pull.headSha,
    headRepository: { nameWithOwner: pull.headRepository },
    baseRefName: pull.base,
    // GraphQL shows a bot without the ending that REST gives it.
    author: { __typename: bot ? 'Bot' : 'User', login: bot ? login.slice(0, -'[bot]'.length) : login },
    mergeable: mergeable === null ? 'UNKNOWN' : mergeable ? 'MERGEABLE' : 'CONFLICTING',
    reviewDecision: pull.reviewDecision,
    createdAt: shown['created_at'],
    updatedAt: shown['updated_at'],
    labels: { nodes: labels.map(({ name }) => ({ name })) },
    commits: { nodes: [{ commit: { statusCheckRollup: rollup } }] },
  };
}
