/** GitHub's paths below `/pulls`. */

import { isJson } from '../../../src/demo/json.ts';
import { type Answer, NOT_FOUND } from './answers.ts';
import { type Admitted, type Hub, loginOf, paged, read } from './hub.ts';
import type { Pull } from './pull-record.ts';
import { selectPulls, showFiles, showPull } from './pull-view.ts';
import { answerReviewers } from './reviewers.ts';

export async function answerPulls(hub: Hub, admitted: Admitted): Promise<Answer> {
  const { asked, caller, rest, query, body } = admitted;
  const { digits = '', tail = '' } = /^\/pulls(?:\/(?<digits>\d+)(?<tail>\D.*)?)?$/.exec(rest)?.groups ?? {};
  const number = Number(digits);
  if (tail === '/files') {
    const files = await showFiles(hub, number);
    return files === null ? NOT_FOUND : paged(files, `${hub.api}${rest}`, query);
  }
  if (tail === '/merge' && asked.method === 'PUT') return hub.pulls.merge(number, loginOf(caller));
  if (tail === '/requested_reviewers') return answerReviewers(hub, admitted, number);
  if (tail !== '') return hub.pass(asked);
  if (digits === '' && asked.method === 'GET') return list(hub, admitted);

  const refused =
    asked.method === 'POST'
      ? await hub.pulls.refuseCreation(body)
      : asked.method === 'PATCH'
        ? hub.pulls.refuseUpdate(number, body)
        : null;
  if (refused !== null) return refused;
  const answer = await hub.pass(asked);
  if (answer.status >= 300 || !isJson(answer.body)) return answer;
  if (asked.method !== 'GET') hub.pulls.note(answer.body, loginOf(caller));
  return { ...answer, body: await showPull(hub, answer.body, true) };
}

async function list(hub: Hub, { rest, query }: Admitted): Promise<Answer> {
  const page = paged(selectPulls(hub, query), `${hub.api}${rest}`, query);
  const shown = (page.body as readonly Pull[]).map(async ({ number }) =>
    showPull(hub, (await read(hub, `/pulls/${number}`)) ?? {}, false),
  );
  return { ...page, body: await Promise.all(shown) };
}
