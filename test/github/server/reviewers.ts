/** Who is asked for a review: users, whom the emulator keeps, and teams, which it does not know. */

import { isJson } from '../../../src/demo/json.ts';
import { type Answer, invalid, NOT_FOUND, refusal } from './answers.ts';
import { type Admitted, asTeam, type Hub, read } from './hub.ts';
import type { Pull } from './pull-record.ts';
import { showPull } from './pull-view.ts';
import { issueKey } from './times.ts';

export async function answerReviewers(hub: Hub, { asked, body }: Admitted, number: number): Promise<Answer> {
  const pull = hub.pulls.get(number);
  if (pull === undefined) return NOT_FOUND;
  const rest = `/pulls/${number}/requested_reviewers`;
  if (asked.method === 'GET') {
    const value = await read(hub, `/pulls/${number}`);
    const teams = pull.teams.map((slug) => asTeam(hub, slug));
    return { status: 200, body: { users: value?.['requested_reviewers'] ?? [], teams } };
  }
  const reviewers = texts(body['reviewers']);
  const teams = texts(body['team_reviewers']);
  if (asked.method === 'POST') {
    const refused = refuse(hub, pull, reviewers, teams);
    if (refused !== null) return refused;
    pull.teams = [...new Set([...pull.teams, ...teams])];
  } else {
    pull.teams = pull.teams.filter((slug) => !teams.includes(slug));
  }
  hub.times.touch(issueKey(number));
  const known = reviewers.filter((login) => hub.collaborators.includes(login));
  const answer = await hub.ask(asked.method, rest, { reviewers: known });
  const shown = isJson(answer.body) ? await showPull(hub, answer.body, false) : answer.body;
  return { status: asked.method === 'POST' ? 201 : 200, body: shown };
}

/** All or nothing: one name that GitHub refuses, and nobody is asked. */
function refuse(hub: Hub, pull: Pull, reviewers: readonly string[], teams: readonly string[]): Answer | null {
  const only = 'Reviews may only be requested from collaborators. One or more of the';
  const where = `you specified is not a collaborator of the ${hub.repositories.main.name} repository.`;
  if (reviewers.includes(pull.author)) {
    return refusal(422, 'Review cannot be requested from pull request author.');
  }
  if (reviewers.some((login) => !hub.collaborators.includes(login))) {
    return refusal(422, `${only} users or teams ${where}`);
  }
  for (const slug of teams) {
    const access = hub.settings.teams?.[slug];
    if (access === 'stranger') return refusal(422, `${only} teams ${where}`);
    if (access !== undefined) continue;
    const node = Buffer.from(`Team:${slug}`).toString('base64');
    return invalid(`Could not resolve to a node with the global id of '${node}'.`);
  }
  return null;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
