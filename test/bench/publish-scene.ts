/** What publishing is measured in: a remote behind the demo's servers, a clone of it, and the proposals of a run. */

import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { surveySelected } from '../../src/commands/read/select.ts';
import { planEdits, proveEdits } from '../../src/commands/run/edits.ts';
import { draftPullRequests } from '../../src/commands/run/pull-requests.ts';
import { assignEdits, namespaceUnits } from '../../src/commands/run/scopes.ts';
import { PLAIN_REQUEST, settingsFor } from '../../src/commands/run/settings.ts';
import { git } from '../../src/demo/run.ts';
import { openCommit } from '../../src/environments/commit.ts';
import type { Proposal } from '../../src/publish/proposal.ts';
import { openRemote, type Remote } from '../../src/publish/remote.ts';
import { EVERYTHING } from '../commands/options.ts';
import { cloneAt } from '../git/clone-at.ts';
import { type FaultyGitServer, startGitServer } from '../github/server/git-server.ts';
import { WRITE_TOKEN } from '../github/world.ts';

export const REPOSITORY = 'example-org/environments';
export const TOKENS = { [WRITE_TOKEN]: { login: 'bench', write: true } };

export interface PublishScene {
  readonly folder: string;
  readonly bare: string;
  /** A clone without a checkout: publishing needs none. */
  readonly clone: string;
  /** The one commit of `main`. */
  readonly base: string;
  readonly server: FaultyGitServer;
  readonly remote: Remote;
  readonly proposals: readonly Proposal[];
  /** Puts the remote and the clone back to where they were before anything was published. */
  reset(): void;
  close(): Promise<void>;
}

/** A remote of one commit, which has the files of the estate's HEAD, whatever the history below it. */
export async function openPublishScene(estate: string, day: string, most: number): Promise<PublishScene> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rotate-pr-bench-')));
  const bare = join(folder, 'remote.git');
  const clone = join(folder, 'clone');
  const base = await seedRemote(estate, bare);
  const server = await startGitServer({ repositories: { [REPOSITORY]: bare }, tokens: TOKENS });
  const url = `${server.url}/${REPOSITORY}.git`;
  await git(folder, ['clone', '--quiet', '--no-checkout', url, clone]);
  cpSync(bare, `${bare}.new`, { recursive: true });
  cpSync(clone, `${clone}.new`, { recursive: true });
  const env = { ...process.env, GITHUB_REPOSITORY: REPOSITORY };
  const remote = await openRemote({ cwd: clone, env, token: WRITE_TOKEN });
  if (!remote.ok) throw new Error(remote.error.message);
  const proposals = await proposalsOf(clone, base, day);
  return {
    folder,
    bare,
    clone,
    base,
    server,
    remote: remote.value,
    proposals: proposals.slice(0, most),
    reset() {
      for (const path of [bare, clone]) {
        rmSync(path, { recursive: true });
        cpSync(`${path}.new`, path, { recursive: true });
      }
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function seedRemote(estate: string, bare: string): Promise<string> {
  const tree = (await git(estate, ['rev-parse', 'HEAD^{tree}'])).trim();
  const objects = (
    await git(estate, ['rev-parse', '--path-format=absolute', '--git-path', 'objects'])
  ).trim();
  await git(estate, ['init', '--quiet', '--bare', '--initial-branch=main', bare]);
  const alternates = join(bare, 'objects', 'info', 'alternates');
  mkdirSync(join(bare, 'objects', 'info'), { recursive: true });
  writeFileSync(alternates, `${objects}\n`);
  const who = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.invalid'];
  const base = (await git(bare, [...who, 'commit-tree', tree, '-m', 'estate'])).trim();
  await git(bare, ['update-ref', 'refs/heads/main', base]);
  await git(bare, ['repack', '-q', '-a', '-d']);
  rmSync(alternates);
  return base;
}

/** One for each namespace in which something can be rotated. */
async function proposalsOf(clone: string, base: string, day: string): Promise<readonly Proposal[]> {
  const options = {
    cwd: clone,
    env: {},
    now: new Date(`${day}T12:00:00Z`),
    date: day,
    maxAgeDays: 90,
    selection: EVERYTHING,
    selected: true,
    includeHeld: true,
    again: false,
    forceLiteral: false,
  };
  const reader = await openCommit(cloneAt(clone), base, { prefix: '' });
  const read = await surveySelected(reader, clone, day, options, () => {});
  if (!read.ok) throw new Error(read.error.message);
  const { survey, namespaces } = read.value;
  const planned = planEdits(survey, EVERYTHING, day, options);
  const { units } = namespaceUnits(namespaces, planned.rotations, {
    defaultBranch: null,
    branches: new Map(),
  });
  const proved = await proveEdits(planned, survey);
  return draftPullRequests(units, proved, {
    read: { reader, survey, prefix: '' },
    assigned: assignEdits(units, planned.edits),
    settings: settingsFor({ ...PLAIN_REQUEST, flags: { requestReview: false } }, null, new Date()),
  });
}
