/** Whether merged rotations are in force: what git says was merged, held against what witnesses see. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clone, runGit } from '../git/process.ts';
import { isSameAccount } from '../github/account.ts';
import type { GitHub } from '../github/github.ts';
import { connectGraphQL } from '../github/graphql.ts';
import { repositoryOf } from '../github/repository.ts';
import { connectGitHub, missingToken } from '../github/rest.ts';
import { VERIFY_MARK } from '../publish/messages.ts';
import { verifyComment } from '../report/verify.ts';
import type { Rotation } from '../results/history.ts';
import type { Consequences } from '../results/runbook.ts';
import type { InForce, VerifiedRotation, VerifyResult, VerifySummary } from '../results/verify.ts';
import type { Assessment } from '../rotation/judge.ts';
import { selectsCredential } from '../rotation/selection.ts';
import type { Day } from '../util/dates.ts';
import { groupBy } from '../util/group-by.ts';
import { ok, type Result } from '../util/result.ts';
import { openCluster } from '../verify/cluster.ts';
import { gitHubWitness } from '../verify/github.ts';
import { judgeRotation, worstFirst } from '../verify/judge.ts';
import { kubernetesWitness } from '../verify/kubernetes.ts';
import { pipelineWitness } from '../verify/pipeline.ts';
import type { Expectation, SecretName, Witness } from '../verify/witness.ts';
import { history } from './history.ts';
import type { Say } from './options.ts';
import { type BaseOptions, type BaseSurvey, surveyBase } from './read/base-branch.ts';
import { readConsequences } from './read/consequences.ts';
import { cloneOf } from './read/open-commit.ts';
import { openRoot } from './read/tree.ts';
import { gitHubOptions } from './run/github-options.ts';

export interface VerifyOptions extends BaseOptions {
  /** The first day of the merges that count, `yyyy-MM-dd`. */
  readonly since: Day;
  /** Ask again for so many minutes while something is pending; null for once. */
  readonly waitMinutes: number | null;
  /** Context of the kubeconfig, empty for the current one; null asks no cluster. */
  readonly clusterAccess: string | null;
  /** Say it on each pull request, in one comment that is edited in place. */
  readonly comment: boolean;
  /** Of this program, as GitHub sees it in the user agent. */
  readonly version: string;
}

/** Two looks at what is pending. */
const AGAIN_AFTER_MS = 30_000;

/**
 * Says of each credential that was rotated by a merge whether the rotation is in force.
 *
 * @returns codes of `surveyBase`, `history`, `repositoryOf`, `openCluster` and `GitHub`
 */
export async function verify(options: VerifyOptions, say: Say): Promise<Result<VerifyResult>> {
  const surveyed = await surveyBase(options, { source: 'fetched', versions: 'flags' }, say);
  if (!surveyed.ok) return surveyed;
  const read = surveyed.value;
  const root = openRoot(options, 'commit');
  if (!root.ok) return root;
  const clone = cloneOf({ root: root.value, env: options.env });
  const { since } = options;
  const past = await history({ ...options, base: read.base.sha }, say);
  // nothing was ever committed of what is selected, or the module is new: then nothing was merged either
  if (!past.ok) return past;
  const merged = lastRotations(past.value.rotations, read);
  const connected = await connectWitnesses(read, options, say);
  if (!connected.ok) return connected;
  const { witnesses, github, login } = connected.value;
  const expected = await expectations(merged, read, clone);
  let verified = await testifyAll(expected, witnesses, options.now);
  const deadline = options.now.getTime() + (options.waitMinutes ?? 0) * 60_000;
  for (let now = options.now.getTime(); now < deadline && isUnsettled(verified); now += AGAIN_AFTER_MS) {
    say(`${verified.filter(({ state }) => state === 'pending').length} pending: asking again in 30 seconds`);
    await sleep(AGAIN_AFTER_MS);
    const again = await connectWitnesses(read, options, say);
    if (!again.ok) return again;
    verified = await testifyAll(expected, again.value.witnesses, new Date(now + AGAIN_AFTER_MS));
  }
  const rotations = worstFirst(verified);
  if (options.comment) {
    if (github === null || login === null) return missingToken();
    const commented = await commentOn(rotations, github, login);
    if (!commented.ok) return commented;
  }
  return ok({
    schemaVersion: 1,
    date: read.date,
    base: read.base.sha,
    since,
    summary: summarise(rotations),
    rotations,
    problems: read.survey.problems,
  });
}

function isUnsettled(rotations: readonly VerifiedRotation[]): boolean {
  return rotations.some(({ state }) => state === 'pending');
}

function summarise(rotations: readonly VerifiedRotation[]): VerifySummary {
  const of = (state: InForce): number => rotations.filter((each) => each.state === state).length;
  return {
    rotations: rotations.length,
    late: of('late'),
    pending: of('pending'),
    cannotSee: of('cannot-see'),
    applied: of('applied'),
    consumed: of('consumed'),
  };
}

/** A credential that was rotated by a merge, as the base branch has it now. */
interface Merged {
  readonly rotation: Rotation;
  readonly assessment: Assessment;
}

/** The last rotation of each selected credential that is there still; what is gone has nothing in force. */
function lastRotations(rotations: readonly Rotation[], { survey, selection }: BaseSurvey): readonly Merged[] {
  const last = new Map(rotations.map((rotation) => [rotation.id, rotation]));
  const selects = selectsCredential({ ...selection, due: false }, 'report');
  return survey.assessments.flatMap((assessment) => {
    const rotation = last.get(assessment.credential.id);
    return rotation === undefined || !selects(assessment) ? [] : [{ rotation, assessment }];
  });
}

interface Expected extends Merged {
  readonly expectation: Expectation;
  readonly commit: CommitFacts;
}

async function expectations(
  merged: readonly Merged[],
  { reader, namespaces }: BaseSurvey,
  clone: Clone,
): Promise<readonly Expected[]> {
  const folders = namespaces.folders;
  const wanted = (date: (rotation: Rotation) => string | null) =>
    merged.map(({ rotation, assessment }) => ({ assessment, date: date(rotation) }));
  const now = await readConsequences(
    reader,
    folders,
    wanted(({ to }) => to),
  );
  const before = await readConsequences(
    reader,
    folders,
    wanted(({ from }) => from),
  );
  const facts = await commitFacts(clone, new Set(merged.map(({ rotation }) => rotation.commit)));
  return merged.flatMap((one): readonly Expected[] => {
    const { rotation, assessment } = one;
    const { id, cluster, namespace } = assessment.credential;
    const consequences = now.get(id);
    const commit = facts.get(rotation.commit);
    if (consequences === undefined || commit === undefined) return [];
    const expectation: Expectation = {
      id,
      cluster,
      namespace,
      mergedAt: commit.at,
      pullRequest: commit.pullRequest,
      token: consequences.token,
      oldSecret: rotation.from === null ? null : tokenSecret(before.get(id), namespace),
      ...filledSecrets(consequences),
    };
    return [{ ...one, expectation, commit }];
  });
}

function tokenSecret(consequences: Consequences | undefined, namespace: string): SecretName | null {
  const secret = consequences?.token?.secret;
  return secret === undefined || secret.computed ? null : { namespace, name: secret.text };
}

function filledSecrets({ uses }: Consequences): Pick<Expectation, 'filled' | 'unseen'> {
  const filled: SecretName[] = [];
  const unseen: string[] = [];
  for (const { carriesSecret, object, block, type, name } of uses) {
    if (!carriesSecret) continue;
    if (object?.kind === 'Secret' && !object.name.computed && !object.namespace.computed) {
      filled.push({ namespace: object.namespace.text, name: object.name.text });
    } else if (block === 'resource') unseen.push(`${type ?? block}.${name ?? ''}`);
  }
  return { filled, unseen };
}

interface CommitFacts {
  /** When it came to the branch: the committer's date. */
  readonly at: Date;
  readonly pullRequest: number | null;
}

/** GitHub's subjects of a squash, `Title (#12)`, and of a merge, `Merge pull request #12 from …`. */
const PULL_REQUEST = /^Merge pull request #(?<merged>\d{1,9}) |\(#(?<squashed>\d{1,9})\)$/;

async function commitFacts(
  clone: Clone,
  commits: ReadonlySet<string>,
): Promise<ReadonlyMap<string, CommitFacts>> {
  if (commits.size === 0) return new Map();
  const args = ['log', '--no-walk=unsorted', '--stdin', '--format=%H %cI %s'];
  const output = (await runGit(clone, args, [...commits].map((sha) => `${sha}\n`).join(''))).toString('utf8');
  return new Map(
    output
      .trim()
      .split('\n')
      .map((line) => {
        const [sha = '', at = '', ...subject] = line.split(' ');
        const { merged, squashed } = PULL_REQUEST.exec(subject.join(' '))?.groups ?? {};
        const number = merged ?? squashed;
        return [sha, { at: new Date(at), pullRequest: number === undefined ? null : Number(number) }];
      }),
  );
}

interface Witnesses {
  readonly witnesses: readonly Witness[];
  readonly github: GitHub | null;
  /** Whose token it is; asked only where a comment is written. */
  readonly login: string | null;
}

async function connectWitnesses(
  { remote, token }: BaseSurvey,
  { env, version, clusterAccess, comment }: VerifyOptions,
  say: Say,
): Promise<Result<Witnesses>> {
  const witnesses: Witness[] = [];
  let github: GitHub | null = null;
  let login: string | null = null;
  if (remote !== null && token !== null) {
    const repository = repositoryOf(env, remote.remote);
    if (!repository.ok) return repository;
    const connection = gitHubOptions(repository.value, token.value, version, say);
    github = connectGitHub(connection);
    witnesses.push(gitHubWitness(connection), pipelineWitness(github));
    if (comment) {
      const viewer = await connectGraphQL(connection).viewer();
      if (!viewer.ok) return viewer;
      login = viewer.value.login;
    }
  } else say('GitHub is not asked: there is no token, or the remote cannot be reached');
  if (clusterAccess !== null) {
    const cluster = await openCluster(clusterAccess, env);
    if (!cluster.ok) return cluster;
    witnesses.push(kubernetesWitness(cluster.value));
  }
  return ok({ witnesses, github, login });
}

async function testifyAll(
  expected: readonly Expected[],
  witnesses: readonly Witness[],
  now: Date,
): Promise<readonly VerifiedRotation[]> {
  const verified: VerifiedRotation[] = [];
  for (const { rotation, assessment, expectation, commit } of expected) {
    const statements = [];
    for (const witness of witnesses) statements.push(await witness.testify(expectation));
    const evidence = statements.flatMap((statement) => statement.evidence);
    const { id, cluster, namespace, kind, module, file } = assessment.credential;
    const mergedAt = commit.at.toISOString();
    verified.push({
      id,
      cluster,
      namespace,
      kind,
      module,
      file,
      value: rotation.to,
      mergedAt,
      commit: rotation.commit,
      pullRequest: commit.pullRequest,
      state: judgeRotation(evidence, mergedAt, now),
      evidence,
      podsLeft: statements.flatMap(({ podsLeft }) => podsLeft),
    });
  }
  return verified;
}

/** One comment a pull request, known by its account and its first line, and edited in place. */
async function commentOn(
  rotations: readonly VerifiedRotation[],
  github: GitHub,
  login: string,
): Promise<Result<void>> {
  const byPullRequest = groupBy(
    rotations.filter(({ pullRequest }) => pullRequest !== null),
    ({ pullRequest }) => pullRequest,
  );
  for (const [number, ofOne] of byPullRequest) {
    if (number === null) continue;
    const comments = await github.comments(number);
    if (!comments.ok) return comments;
    const body = `${VERIFY_MARK}\n${verifyComment(ofOne)}`;
    const own = comments.value.find(
      (each) => isSameAccount(each.author, login) && each.body.startsWith(VERIFY_MARK),
    );
    if (own?.body.trimEnd() === body.trimEnd()) continue;
    const written = await (own === undefined
      ? github.comment(number, body)
      : github.updateComment(own.id, body));
    if (!written.ok) return written;
  }
  return ok(undefined);
}
