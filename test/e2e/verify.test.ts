import { afterEach, describe, expect, it } from 'vitest';
import type { VerifyResult } from '../../src/results/verify.ts';
import { type KubernetesServer, startKubernetes } from '../kubernetes/server.ts';
import { type Stage, stage } from './harness.ts';
import { askGitHub, land, readRemoteFile } from './land.ts';
import { smallEstate, tokenFile } from './small-estate.ts';

const NAMESPACE = 'orchard-dev';
const LATER = '2099-01-01T00:00:00Z';
const BEFORE = '2026-01-01T00:00:00Z';
const SECRET = 'ministryofjustice/orchard/KUBE_TOKEN';

let kubernetes: KubernetesServer | null = null;
afterEach(async () => {
  await kubernetes?.close();
  kubernetes = null;
});

/** A service account whose token Terraform pushes to a repository, rotated by a pull request that is merged. */
async function merged(secrets: Record<string, string | number>): Promise<Stage> {
  const on = await stage({ estate: await smallEstate([{ name: NAMESPACE }]), secrets });
  const text = await readRemoteFile(on.world, tokenFile(NAMESPACE));
  const more = '  serviceaccount_name = "orchard-ci"\n  github_repositories = ["orchard"]\n';
  await land(on.world, { [tokenFile(NAMESPACE)]: text.replace(/\n}\n$/, `\n${more}}\n`) });
  await on.json(['open', '-n', NAMESPACE, '--no-request-review']);
  await askGitHub(on.world, 'PUT', '/pulls/1/merge', { merge_method: 'squash' });
  return on;
}

const verify = (on: Stage, ...more: string[]) => on.json<VerifyResult>(['verify', '-n', NAMESPACE, ...more]);

describe('rotate-pr verify', () => {
  it('says that a merged rotation is applied, from the secret that Terraform pushed', async () => {
    const on = await merged({ [SECRET]: LATER });

    const result = await verify(on);

    expect(result.summary).toEqual({
      rotations: 1,
      late: 0,
      pending: 0,
      cannotSee: 0,
      applied: 1,
      consumed: 0,
    });
    expect(result.rotations).toMatchObject([
      {
        id: `${NAMESPACE}/serviceaccount.tf#token`,
        state: 'applied',
        pullRequest: 1,
        evidence: [
          { witness: 'github', says: 'applied', at: LATER },
          { witness: 'pipeline', code: 'no-comment' },
        ],
      },
    ]);
    expect(on.violations).toEqual([]);
  });

  it.each([
    ['pending, where the secret is that of before', { [SECRET]: BEFORE }, 'pending', 'secret-stale'],
    ['not to be seen, without the right', { [SECRET]: 403 }, 'cannot-see', 'forbidden'],
    ['not to be seen, where no such secret is shown', {}, 'cannot-see', 'not-found'],
  ])('is %s', async (_, secrets, state, code) => {
    const on = await merged(secrets);

    const { rotations } = await verify(on);

    expect(rotations).toMatchObject([{ state, evidence: [{ code }, {}] }]);
  });

  it('takes the comment of the pipeline for a beginning, and shows the build', async () => {
    const on = await merged({ [SECRET]: BEFORE });
    const build =
      'https://concourse.example/teams/main/pipelines/live/jobs/apply-namespace-changes-live/builds/1';
    await askGitHub(on.world, 'POST', '/issues/1/comments', {
      body: `Your PR is applying in the build: ${build}`,
    });

    const { stdout } = await on.rotatePr(['verify', '-n', NAMESPACE]);
    const { rotations } = await verify(on);

    expect(rotations[0]?.evidence[1]).toMatchObject({ says: 'begun', url: build });
    expect(stdout).toContain(build);
  });

  it('asks the cluster, names the pods that are left, and prints no value', async () => {
    const on = await merged({ [SECRET]: LATER });
    const date =
      /rotated_date = "([^"]+)"/.exec(await readRemoteFile(on.world, tokenFile(NAMESPACE)))?.[1] ?? '';
    const name = `orchard-ci-token-${date}`;
    const spec = { containers: [{ name: 'app', envFrom: [{ secretRef: { name } }] }] };
    kubernetes = await startKubernetes({
      secrets: { [NAMESPACE]: { [name]: { createdAt: LATER } } },
      pods: {
        [NAMESPACE]: [
          { name: 'app-0', startedAt: BEFORE, owner: { kind: 'StatefulSet', name: 'app' }, spec },
        ],
      },
      faults: {},
    });
    const env = { KUBECONFIG: kubernetes.kubeconfig };

    const { stdout, status } = await on.rotatePr(['verify', '-n', NAMESPACE, '--cluster-access'], { env });

    expect(status).toBe(0);
    expect(stdout).toContain('kubectl rollout restart statefulset/app --namespace orchard-dev');
  });

  it('keeps one comment on the pull request up to date', async () => {
    const on = await merged({ [SECRET]: BEFORE });
    const stranger = '<!-- rotate-pr:verify -->\nAll is well.';
    await askGitHub(on.world, 'POST', '/issues/1/comments', { body: stranger });
    const bodies = async () =>
      ((await askGitHub(on.world, 'GET', '/issues/1/comments')) as unknown as { body: string }[]).map(
        ({ body }) => body,
      );

    await verify(on, '--comment');
    const first = await bodies();
    await verify(on, '--comment');

    expect(first.at(-1)).toContain('- [ ] `token` (service account token): **pending**');
    expect(await bodies()).toEqual(first);
  });

  it('exits with 1 for what is late only where it is asked to', async () => {
    const on = await merged({ [SECRET]: BEFORE });

    expect((await on.rotatePr(['verify', '-n', NAMESPACE, '--fail-on', 'late'])).status).toBe(0);
    expect((await on.rotatePr(['verify', '-n', NAMESPACE, '--since', 'yesterday'])).status).toBe(2);
  });
});
