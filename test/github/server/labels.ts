/** Labels of the repository and of an issue or pull request, whose names GitHub compares without regard to case. */

import { isJson, type Json } from '../../../src/demo/json.ts';
import { type Answer, invalid, NOT_FOUND, refusal } from './answers.ts';
import { type Admitted, type Hub, read, readAll } from './hub.ts';
import { issueKey } from './times.ts';

/** GitHub's colour for a label that was made without one. */
const GREY = 'ededed';
const MAX_NAME = 50;
const COLOUR = /^[0-9a-f]{6}$/i;

/** Answers `/labels` and `/issues/<number>/labels`; null for every other path. */
export async function answerLabels(hub: Hub, admitted: Admitted): Promise<Answer | null> {
  const { asked, rest, body } = admitted;
  if (rest === '/labels' && asked.method === 'POST') return create(hub, body);
  if (/^\/labels(?:\/|$)/.test(rest)) return hub.pass(asked);
  const { digits = '', name } =
    /^\/issues\/(?<digits>\d+)\/labels(?:\/(?<name>.+))?$/.exec(rest)?.groups ?? {};
  if (digits === '') return null;
  if ((await read(hub, `/issues/${digits}`)) === null && hub.pulls.get(Number(digits)) === undefined) {
    return NOT_FOUND;
  }
  if (asked.method !== 'GET') hub.times.touch(issueKey(Number(digits)));
  if (asked.method === 'POST' || asked.method === 'PUT') {
    const labels = await spellLabels(hub, body['labels']);
    if ('status' in labels) return labels;
    return hub.ask(asked.method, `/issues/${digits}/labels`, { labels: labels.names });
  }
  if (asked.method !== 'DELETE' || name === undefined) return hub.pass(asked);
  const spelt = (await known(hub)).get(name.toLowerCase()) ?? name;
  const answer = await hub.ask('DELETE', `/issues/${digits}/labels/${encodeURIComponent(spelt)}`);
  return answer.status === 404 ? refusal(404, 'Label does not exist') : answer;
}

async function create(hub: Hub, body: Json): Promise<Answer> {
  const { name, color = GREY, description = null } = body;
  if (typeof name !== 'string' || name.trim() === '') {
    return invalid({ resource: 'Label', code: 'missing_field', field: 'name' });
  }
  if (name.length > MAX_NAME) return tooLong(name);
  if ((await known(hub)).has(name.toLowerCase())) {
    return invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
  }
  if (typeof color !== 'string' || !COLOUR.test(color)) {
    return invalid({ resource: 'Label', code: 'invalid', field: 'color' });
  }
  return hub.ask('POST', '/labels', { name, color: color.toLowerCase(), description });
}

/**
 * The names of labels as the repository spells them; one that it has not is made, in grey.
 *
 * @param value names, or objects with a `name`, as the API takes both
 */
export async function spellLabels(
  hub: Hub,
  value: unknown,
): Promise<{ readonly names: readonly string[] } | Answer> {
  const wanted = (Array.isArray(value) ? value : []).map((one: unknown) =>
    String(isJson(one) ? one['name'] : one),
  );
  const names: string[] = [];
  const there = await known(hub);
  for (const name of wanted) {
    if (name.length > MAX_NAME) return tooLong(name);
    const spelt = there.get(name.toLowerCase()) ?? name;
    if (!there.has(name.toLowerCase())) {
      const made = await create(hub, { name });
      if (made.status !== 201) return made;
      there.set(name.toLowerCase(), name);
    }
    names.push(spelt);
  }
  return { names };
}

/** Name in lower case → name as it was made. */
async function known(hub: Hub): Promise<Map<string, string>> {
  const names = (await readAll(hub, '/labels')).map(({ name }) => String(name));
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

function tooLong(name: string): Answer {
  const message = `name is too long (maximum is ${MAX_NAME} characters)`;
  return invalid({ value: name, resource: 'Label', code: 'custom', field: 'name', message });
}
