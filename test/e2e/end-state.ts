/** What is on GitHub and in git for one branch, for a test to hold against what should be. */
import { git } from '../../src/demo/run.ts';
import { type Marker, parseMarker } from '../../src/publish/marker.ts';
import type { World } from '../github/world.ts';
import { askGitHub } from './land.ts';

export interface PullState {
  readonly number: number;
  readonly state: string;
  readonly title: string;
  readonly body: string;
  readonly marker: Marker | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly reviewers: readonly string[];
  readonly teams: readonly string[];
  readonly comments: readonly string[];
  readonly draft: boolean;
}

export interface BranchState {
  /** Null where there is no branch. */
  readonly sha: string | null;
  /** Oldest first, closed ones too. */
  readonly pulls: readonly PullState[];
}

interface Named {
  readonly login?: string;
  readonly slug?: string;
  readonly name?: string;
  readonly body?: string;
}

/** Looks at a branch of the world's repository and at all its pull requests. */
export async function endStateOf(world: World, branch: string): Promise<BranchState> {
  const [owner = ''] = world.repository.split('/');
  const query = `head=${encodeURIComponent(`${owner}:${branch}`)}&state=all&direction=asc&per_page=100`;
  const listed = (await askGitHub(world, 'GET', `/pulls?${query}`)) as unknown as Record<string, unknown>[];
  const pulls: PullState[] = [];
  for (const pull of listed) {
    const number = Number(pull['number']);
    const comments = await askGitHub(world, 'GET', `/issues/${number}/comments?per_page=100`);
    const names = (field: string) => (pull[field] ?? []) as readonly Named[];
    const body = String(pull['body'] ?? '');
    pulls.push({
      number,
      state: String(pull['state']),
      title: String(pull['title']),
      body,
      marker: parseMarker(body),
      labels: names('labels').map(({ name = '' }) => name),
      assignees: names('assignees').map(({ login = '' }) => login),
      reviewers: names('requested_reviewers').map(({ login = '' }) => login),
      teams: names('requested_teams').map(({ slug = '' }) => slug),
      comments: (comments as unknown as readonly Named[]).map(({ body: said = '' }) => said),
      draft: pull['draft'] === true,
    });
  }
  return { sha: await shaOf(world, branch), pulls };
}

/** The commit of a branch of the remote; null where there is none. */
async function shaOf(world: World, branch: string): Promise<string | null> {
  const lines = await git(world.bare, ['for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`]);
  return lines.trim() || null;
}

/** The lines that a branch adds to the base, and nothing else of its diff. */
export async function addedLines(world: World, branch: string): Promise<readonly string[]> {
  const range = `${world.defaultBranch}...${branch}`;
  const diff = await git(world.bare, ['diff', '--unified=0', range]);
  return [...diff.matchAll(/^\+(?!\+\+ )(.*)$/gm)].map((match) => match[1] ?? '');
}

/** Somebody commits to a branch of the remote: nothing in the files, but a commit that is not rotate-pr's. */
export async function commitByHand(world: World, branch: string): Promise<string> {
  const args = ['commit-tree', `${branch}^{tree}`, '-p', branch, '-m', 'By hand'];
  const sha = (await git(world.bare, args, world.env)).trim();
  await git(world.bare, ['update-ref', `refs/heads/${branch}`, sha]);
  return sha;
}
