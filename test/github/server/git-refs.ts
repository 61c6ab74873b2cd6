/** GitHub's paths for refs and branches, answered from the bare repository. */

import type { Json } from '../../../src/demo/json.ts';
import { readRefs } from '../../../src/demo/refs.ts';
import { type Answer, NOT_FOUND, refusal } from './answers.ts';
import { hasObject, isAncestor, writeRef } from './bare-repository.ts';

/**
 * Answers `/git/ref…` and `/branches`; null for every other path.
 *
 * @param path what follows `/repos/<owner>/<name>`, decoded, without a query
 * @param api address of the repository in the API
 */
export async function answerRefs(
  bare: string,
  api: string,
  method: string,
  path: string,
  body: Json,
): Promise<Answer | null> {
  const { kind = '', name = '' } =
    /^\/(?<kind>git\/ref|git\/refs|git\/matching-refs|branches)(?:\/(?<name>.+))?$/.exec(path)?.groups ?? {};
  if (kind === '') return null;
  const refs = await readRefs(bare);
  const full = `refs/${name}`;
  const sha = refs.get(full);

  switch (`${method} ${kind}`) {
    case 'GET git/ref':
      return sha === undefined ? NOT_FOUND : { status: 200, body: formatRef(api, full, sha) };
    case 'GET git/matching-refs': {
      const matches = [...refs].filter(([ref]) => ref.startsWith(full));
      return { status: 200, body: matches.map(([ref, at]) => formatRef(api, ref, at)) };
    }
    case 'GET branches': {
      const branches = [...refs]
        .filter(([ref]) => ref.startsWith('refs/heads/'))
        .map(([ref, at]) => formatBranch(api, ref.slice('refs/heads/'.length), at));
      return { status: 200, body: branches };
    }
    case 'POST git/refs':
      return createRef(bare, api, refs, body);
    case 'PATCH git/refs':
      return moveRef(bare, api, full, sha, body);
    case 'DELETE git/refs':
      if (sha === undefined) return refusal(422, 'Reference does not exist');
      await writeRef(bare, full, null);
      return { status: 204, body: null };
    default:
      return NOT_FOUND;
  }
}

async function createRef(
  bare: string,
  api: string,
  refs: ReadonlyMap<string, string>,
  body: Json,
): Promise<Answer> {
  const ref = String(body['ref']);
  const sha = String(body['sha']);
  if (!/^refs\/[^/]+\/.+/.test(ref)) return refusal(422, 'Reference name must start with refs/.');
  if (refs.has(ref)) return refusal(422, 'Reference already exists');
  if (!(await hasObject(bare, sha))) return refusal(422, 'Object does not exist');
  await writeRef(bare, ref, sha);
  return { status: 201, body: formatRef(api, ref, sha) };
}

async function moveRef(
  bare: string,
  api: string,
  ref: string,
  from: string | undefined,
  body: Json,
): Promise<Answer> {
  const to = String(body['sha']);
  if (from === undefined) return refusal(422, 'Reference does not exist');
  if (!(await hasObject(bare, to))) return refusal(422, 'Object does not exist');
  if (body['force'] !== true && !(await isAncestor(bare, from, to))) {
    return refusal(422, 'Update is not a fast forward');
  }
  await writeRef(bare, ref, to);
  return { status: 200, body: formatRef(api, ref, to) };
}

function formatRef(api: string, ref: string, sha: string): Json {
  return {
    ref,
    node_id: Buffer.from(`Ref:${ref}`).toString('base64'),
    url: `${api}/git/${ref}`,
    object: { type: 'commit', sha, url: `${api}/git/commits/${sha}` },
  };
}

function formatBranch(api: string, name: string, sha: string): Json {
  return { name, commit: { sha, url: `${api}/commits/${sha}` }, protected: false };
}
