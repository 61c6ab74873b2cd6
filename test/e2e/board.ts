/** The dashboard's issue as people see it and as they change it, and an estate that needs more than one page. */

import { tempTree } from '../environments/temp.ts';
import { type World, WRITE_TOKEN } from '../github/world.ts';
import { askGitHub, resources, serviceAccount } from './land.ts';

/** Of people and bots beside the program's own account. */
export const TOKENS = {
  [WRITE_TOKEN]: { login: 'rotation-team', write: true },
  'token-of-a-colleague': { login: 'colleague', write: true },
  'token-of-a-bot': { login: 'stale[bot]', write: true },
};
export type Who = 'rotation-team' | 'colleague' | 'stale[bot]';

export interface BoardPage {
  /** Path of the API by which it is changed. */
  readonly path: string;
  readonly body: string;
}

export interface BoardIssue {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  /** Its body, then its comments. */
  readonly pages: readonly BoardPage[];
  /** Logins, of the body and of the comments. */
  readonly authors: readonly string[];
}

interface RawText {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly body: string;
  readonly user: { readonly login: string };
}

/** A request to the API by somebody. */
export async function ask(
  world: World,
  who: Who,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const token = Object.entries(TOKENS).find(([, { login }]) => login === who)?.[0] ?? '';
  const response = await fetch(`${world.github.url}/repos/${world.repository}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}.`);
  return (await response.json()) as Record<string, unknown>;
}

/** Every issue with the dashboard's label, oldest first. */
export async function boards(world: World): Promise<readonly BoardIssue[]> {
  const query = 'labels=rotate-pr-dashboard&state=all&direction=asc&per_page=100';
  const issues = (await askGitHub(world, 'GET', `/issues?${query}`)) as unknown as readonly RawText[];
  return Promise.all(
    issues.map(async ({ number, title, state, body, user }) => {
      const path = `/issues/${number}`;
      const comments = (await askGitHub(
        world,
        'GET',
        `${path}/comments?per_page=100`,
      )) as unknown as readonly RawText[];
      const further = comments.map((each) => ({ path: `/issues/comments/${each.id}`, body: each.body }));
      const authors = [user, ...comments.map((each) => each.user)].map(({ login }) => login);
      return { number, title, state, pages: [{ path, body }, ...further], authors };
    }),
  );
}

/** The only one. */
export async function theBoard(world: World): Promise<BoardIssue> {
  const all = await boards(world);
  if (all.length !== 1) throw new Error(`There are ${all.length} dashboards.`);
  return all[0]!;
}

/** A colleague ticks a box, as GitHub's page does it: the page is read, changed and sent back whole. */
export async function tick(world: World, box: string): Promise<void> {
  const { pages } = await theBoard(world);
  const empty = `- [ ] <!-- rotate-pr:rotate ${box} -->`;
  const page = pages.find(({ body }) => body.includes(empty));
  if (page === undefined) throw new Error(`There is no box ${box}.`);
  const body = page.body.replace(empty, empty.replace('[ ]', '[x]'));
  await ask(world, 'colleague', 'PATCH', page.path, { body });
}

/** The keys of all boxes, with those ticked apart. */
export function boxesOf({ pages }: BoardIssue): {
  readonly all: readonly string[];
  readonly ticked: readonly string[];
} {
  const found = pages.flatMap(({ body }) => [
    ...body.matchAll(/^- \[(?<tick>[ x])\] <!-- rotate-pr:rotate (?<key>.*?) -->/gm),
  ]);
  const keys = (only: (mark: string) => boolean): readonly string[] =>
    found.flatMap(({ groups }) => (only(groups!['tick']!) ? [groups!['key']!] : []));
  return { all: keys(() => true), ticked: keys((mark) => mark === 'x') };
}

const LONG = 'with-a-name-that-takes-its-room-on-the-page';

/** A folder of so many namespaces, each due and each of a team of its own; 450 of them take three pages. */
export function manyNamespaces(size: number): string {
  const files: Record<string, string> = {};
  for (let index = 0; index < size; index++) {
    const name = `ns-${String(index).padStart(4, '0')}-${LONG}`;
    const folder = resources(name).replace(/\/resources$/, '');
    files[`${folder}/00-namespace.yaml`] = `kind: Namespace\nmetadata:\n  name: ${name}\n`;
    files[`${folder}/01-rbac.yaml`] =
      `kind: RoleBinding\nsubjects:\n  - kind: Group\n    name: "github:team-${index}-${LONG}"\n`;
    files[`${folder}/resources/serviceaccount.tf`] = serviceAccount('serviceaccount', '20-03-2026');
  }
  return tempTree(files);
}
