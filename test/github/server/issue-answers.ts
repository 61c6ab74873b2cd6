/** GitHub's paths below `/issues`: plain issues, pull requests seen as issues, and comments on both. */

import { isJson, type Json } from '../../../src/demo/json.ts';
import { type Answer, invalid, NOT_FOUND } from './answers.ts';
import { type Admitted, type Hub, loginOf, paged, read, readAll } from './hub.ts';
import { selectIssues } from './issue-list.ts';
import { asEvent, asIssue } from './issues.ts';
import { spellLabels } from './labels.ts';
import type { Pull } from './pull-record.ts';
import { refuseBody } from './pull-requests.ts';
import { showPull } from './pull-view.ts';
import { commentKey, issueKey } from './times.ts';

/** GitHub drops what goes beyond. */
const MAX_ASSIGNEES = 10;

/** Answers what is below `/issues`; null for every other path. */
export async function answerIssues(hub: Hub, admitted: Admitted): Promise<Answer | null> {
  const { asked, rest } = admitted;
  if (rest === '/issues') return asked.method === 'GET' ? list(hub, admitted) : create(hub, admitted);
  const {
    comment,
    digits = '',
    tail = '',
  } = /^\/issues\/(?:comments\/(?<comment>\d+)|(?<digits>\d+)(?<tail>\/.+)?)$/.exec(rest)?.groups ?? {};
  if (comment !== undefined) return answerComment(hub, admitted, commentKey(Number(comment)));
  if (digits === '') return null;
  const number = Number(digits);
  if (tail === '/comments') return answerComments(hub, admitted, number);
  const pull = hub.pulls.get(number);
  if (tail === '/assignees') return assign(hub, admitted, number);
  if (tail === '/events' && pull !== undefined) return events(hub, pull, admitted);
  if (tail !== '') return hub.pass(asked);
  if (asked.method === 'PATCH') {
    const refused = refuseBody(admitted.body) ?? (await refuseMilestone(hub, admitted.body));
    if (refused !== null) return refused;
    if (pull !== undefined) return updatePull(hub, admitted, pull);
  }
  if (pull !== undefined) return { status: 200, body: await pullAsIssue(hub, pull) };
  return asked.method === 'PATCH' ? update(hub, admitted, number) : showIssue(hub, await hub.pass(asked));
}

async function list(hub: Hub, { rest, query }: Admitted): Promise<Answer> {
  const plain = await readAll(hub, '/issues?state=all');
  const pulls = await readAll(hub, '/pulls?state=all');
  const all = [...plain, ...pulls].map((one) => hub.times.put(issueKey(Number(one['number'])), one));
  const page = paged(selectIssues(all, query), `${hub.api}${rest}`, query);
  const shown = (page.body as readonly Json[]).map((one) => {
    const pull = hub.pulls.get(Number(one['number']));
    return pull === undefined ? one : pullAsIssue(hub, pull);
  });
  return { ...page, body: await Promise.all(shown) };
}

async function create(hub: Hub, { asked, body }: Admitted): Promise<Answer> {
  const { title } = body;
  if (typeof title !== 'string' || title.trim() === '') {
    return invalid({ resource: 'Issue', code: 'missing_field', field: 'title' });
  }
  const refused = refuseBody(body) ?? (await refuseMilestone(hub, body));
  if (refused !== null) return refused;
  const sent = await mend(hub, body);
  if ('status' in sent) return sent;
  const answer = await hub.pass({ ...asked, text: JSON.stringify(sent.body) });
  if (isJson(answer.body)) hub.times.touch(issueKey(Number(answer.body['number'])));
  return showIssue(hub, answer);
}

async function update(hub: Hub, { asked, body }: Admitted, number: number): Promise<Answer> {
  const sent = await mend(hub, body);
  if ('status' in sent) return sent;
  const answer = await hub.pass({ ...asked, text: JSON.stringify(sent.body) });
  const { state } = body;
  const change = state === 'open' || state === 'closed' ? { closed: state === 'closed' } : {};
  if (answer.status === 200) hub.times.touch(issueKey(number), change);
  return showIssue(hub, answer);
}

/** A body as the emulator takes it: GitHub drops who cannot be assigned, and makes labels that are not there. */
async function mend(hub: Hub, body: Json): Promise<{ readonly body: Json } | Answer> {
  const labels = body['labels'] === undefined ? null : await spellLabels(hub, body['labels']);
  if (labels !== null && 'status' in labels) return labels;
  return {
    body: {
      ...body,
      ...(labels === null ? {} : { labels: labels.names }),
      ...(body['assignees'] === undefined ? {} : { assignees: assignable(hub, body['assignees']) }),
    },
  };
}

function assignable(hub: Hub, value: unknown): readonly string[] {
  const logins = Array.isArray(value) ? value.map(String) : [];
  return logins.filter((login) => hub.collaborators.includes(login)).slice(0, MAX_ASSIGNEES);
}

async function refuseMilestone(hub: Hub, { milestone }: Json): Promise<Answer | null> {
  if (milestone === undefined || milestone === null) return null;
  if ((await read(hub, `/milestones/${Number(milestone)}`)) !== null) return null;
  return invalid({ value: String(milestone), resource: 'Issue', code: 'invalid', field: 'milestone' });
}

async function updatePull(hub: Hub, { asked, caller, body }: Admitted, pull: Pull): Promise<Answer> {
  const refused = hub.pulls.refuseUpdate(pull.number, body);
  if (refused !== null) return refused;
  const { title, body: text, state, labels, assignees, milestone } = body;
  if (labels !== undefined) {
    const spelt = await spellLabels(hub, labels);
    if ('status' in spelt) return spelt;
    await hub.ask('PUT', `/issues/${pull.number}/labels`, { labels: spelt.names });
  }
  if (assignees !== undefined) pull.assignees = assignable(hub, assignees);
  if (milestone !== undefined) pull.milestone = milestone === null ? null : Number(milestone);
  const path = asked.path.replace(/\/issues\/(?=\d+$)/, '/pulls/');
  const answer = await hub.pass({ ...asked, path, text: JSON.stringify({ title, body: text, state }) });
  if (isJson(answer.body)) hub.pulls.note(answer.body, loginOf(caller));
  return { status: 200, body: await pullAsIssue(hub, pull) };
}

/** `POST` adds assignees, `DELETE` takes them away. */
async function assign(hub: Hub, { asked, body }: Admitted, number: number): Promise<Answer> {
  const pull = hub.pulls.get(number);
  const logins = assignable(hub, body['assignees']);
  const issue = await read(hub, `/issues/${number}`);
  const before = pull?.assignees ?? texts(issue?.['assignees']);
  const after =
    asked.method === 'POST'
      ? [...new Set([...before, ...logins])].slice(0, MAX_ASSIGNEES)
      : before.filter((login) => !logins.includes(login));
  const status = asked.method === 'POST' ? 201 : 200;
  hub.times.touch(issueKey(number));
  if (pull !== undefined) {
    pull.assignees = after;
    return { status, body: await pullAsIssue(hub, pull) };
  }
  if (issue === null) return NOT_FOUND;
  return {
    ...showIssue(hub, await hub.ask('PATCH', `/issues/${number}`, { assignees: after })),
    status,
  };
}

function texts(users: unknown): readonly string[] {
  return Array.isArray(users) ? users.filter(isJson).map(({ login }) => String(login)) : [];
}

async function events(hub: Hub, pull: Pull, { rest, query }: Admitted): Promise<Answer> {
  const all = pull.history.map(async (change, at) => {
    return asEvent(change, pull.number * 1000 + at, hub.api, await hub.user(change.login));
  });
  return paged(await Promise.all(all), `${hub.api}${rest}`, query);
}

async function pullAsIssue(hub: Hub, pull: Pull): Promise<Json> {
  const value = (await read(hub, `/pulls/${pull.number}`)) ?? {};
  const shown = await showPull(hub, value, true);
  const closing = pull.state === 'closed' ? pull.history.at(-1) : undefined;
  return asIssue(shown, hub.api, closing === undefined ? null : await hub.user(closing.login));
}

function showIssue(hub: Hub, answer: Answer): Answer {
  if (answer.status >= 300 || !isJson(answer.body)) return answer;
  return { ...answer, body: hub.times.put(issueKey(Number(answer.body['number'])), answer.body) };
}

async function answerComments(hub: Hub, { asked, body }: Admitted, number: number): Promise<Answer> {
  const refused = asked.method === 'POST' ? refuseBody(body) : null;
  if (refused !== null) return refused;
  const answer = await hub.pass(asked);
  if (asked.method === 'POST' && isJson(answer.body) && answer.status === 201) {
    hub.times.touch(issueKey(number));
    hub.times.touch(commentKey(Number(answer.body['id'])));
  }
  return dateComments(hub, answer);
}

async function answerComment(hub: Hub, { asked, body }: Admitted, key: string): Promise<Answer> {
  const refused = asked.method === 'PATCH' ? refuseBody(body) : null;
  if (refused !== null) return refused;
  const answer = await hub.pass(asked);
  if (asked.method === 'PATCH' && answer.status === 200) hub.times.touch(key);
  return dateComments(hub, answer);
}

function dateComments(hub: Hub, answer: Answer): Answer {
  const date = (value: unknown) =>
    isJson(value) ? hub.times.put(commentKey(Number(value['id'])), value) : value;
  if (answer.status >= 300) return answer;
  return { ...answer, body: Array.isArray(answer.body) ? answer.body.map(date) : date(answer.body) };
}
