/** A cluster as a witness: Secrets by their metadata, and the pods that read them. */
import type { Evidence, PodsLeft } from '../results/verify.ts';
import type { Cluster, ClusterAnswer, PodList, SecretMetadata } from './cluster.ts';
import { type Expectation, NOTHING_SEEN, type SecretName, type Statement, type Witness } from './witness.ts';

/** The cluster's clock and git's may differ by as much. */
const CLOCK_MS = 120_000;

/**
 * A service account is in force when the Secret named after its date is there and the one before is gone; another
 * credential when the data of each Secret that Terraform fills was written since the merge.
 */
export function kubernetesWitness(cluster: Cluster): Witness {
  const namespaces = new Map<string, Promise<ClusterAnswer<unknown>>>();
  const pods = new Map<string, Promise<ClusterAnswer<PodList>>>();
  const once = <T>(all: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> => {
    const asked = all.get(key) ?? ask();
    all.set(key, asked);
    return asked;
  };

  return {
    async testify(expectation): Promise<Statement> {
      const secrets = expectedSecrets(expectation);
      if (secrets === null) return NOTHING_SEEN;
      if (secrets.length === 0) {
        const names = expectation.unseen.join(', ');
        const message =
          names === ''
            ? 'No Secret that Terraform fills with it is named in the text'
            : `The value goes to places that cannot be looked at: ${names}`;
        return { evidence: [cannotSee('no-secret', message)], podsLeft: [] };
      }
      const evidence: Evidence[] = [];
      const left: PodsLeft[] = [];
      for (const secret of secrets) {
        const there = await once(namespaces, secret.namespace, () => cluster.namespace(secret.namespace));
        if (!there.ok && there.code === 'not-found') {
          evidence.push(
            cannotSee('no-namespace', `The cluster ${cluster.name} has no namespace ${secret.namespace}`),
          );
          continue;
        }
        const seen = await lookAtSecret(cluster, secret, expectation);
        evidence.push(seen.evidence);
        if (seen.since === null) continue;
        const list = await once(pods, secret.namespace, () => cluster.pods(secret.namespace));
        const consumers = await lookAtPods(list, secret, seen.since);
        evidence.push(consumers.evidence);
        left.push(...consumers.left);
      }
      return { evidence: [...evidence, ...(await lookAtOldSecret(cluster, expectation))], podsLeft: left };
    },
  };
}

/** Null where no Secret of a cluster has to do with it. */
function expectedSecrets({ token, namespace, filled, unseen }: Expectation): readonly SecretName[] | null {
  if (token === null) return filled.length + unseen.length === 0 ? null : filled;
  return token.secret.computed ? [] : [{ namespace, name: token.secret.text }];
}

interface SeenSecret {
  readonly evidence: Evidence;
  /** Since when it has the new value; null where it has not, or nobody can tell. */
  readonly since: string | null;
}

async function lookAtSecret(
  cluster: Cluster,
  secret: SecretName,
  { token, mergedAt }: Expectation,
): Promise<SeenSecret> {
  const found = await cluster.secret(secret);
  const where = `Secret ${secret.name} in ${secret.namespace}`;
  if (!found.ok) {
    if (found.code !== 'not-found') return { evidence: cannotSee(found.code, found.message), since: null };
    const evidence = said('not-yet', null, 'secret-missing', `There is no ${where}`);
    return { evidence, since: null };
  }
  const written = token === null ? dataWrittenAt(found.value) : found.value.createdAt;
  if (written === null) {
    return {
      evidence: cannotSee('no-times', `The cluster does not say when the data of ${where} was written`),
      since: null,
    };
  }
  const isNew = token !== null || Date.parse(written) >= mergedAt.getTime() - CLOCK_MS;
  return isNew
    ? { evidence: said('applied', written, 'secret-new', `${where} has the new value`), since: written }
    : {
        evidence: said('not-yet', written, 'secret-old', `${where} was last written before the merge`),
        since: null,
      };
}

/** The newest write of its data; a label or an annotation that somebody set is no new value. */
function dataWrittenAt({ managedFields }: SecretMetadata): string | null {
  const times = managedFields.filter(({ ownsData }) => ownsData).map(({ time }) => time);
  return times.sort().at(-1) ?? null;
}

async function lookAtOldSecret(cluster: Cluster, { oldSecret }: Expectation): Promise<readonly Evidence[]> {
  if (oldSecret === null) return [];
  const found = await cluster.secret(oldSecret);
  if (!found.ok) return [];
  return [
    said(
      'not-yet',
      found.value.createdAt,
      'old-secret-there',
      `The Secret from before is there still: ${oldSecret.name} in ${oldSecret.namespace}`,
    ),
  ];
}

interface SeenPods {
  readonly evidence: Evidence;
  readonly left: readonly PodsLeft[];
}

async function lookAtPods(
  list: ClusterAnswer<PodList>,
  { name, namespace }: SecretName,
  since: string,
): Promise<SeenPods> {
  if (!list.ok) return { evidence: cannotSee(list.code, list.message), left: [] };
  const holders = list.value.filter(
    ({ secrets, startedAt }) =>
      secrets.includes(name) && startedAt !== null && Date.parse(startedAt) < Date.parse(since),
  );
  if (holders.length === 0) {
    return {
      evidence: said('consumed', null, 'no-pod-left', `No pod in ${namespace} reads ${name} since before`),
      left: [],
    };
  }
  const owners = new Map<string, PodsLeft>();
  for (const { owner, name: pod } of holders) {
    const key = `${owner.kind}/${owner.name}`;
    const known = owners.get(key);
    owners.set(key, {
      ...owner,
      namespace,
      pods: [...(known?.pods ?? []), pod],
      command: restartOf(owner, namespace, pod),
    });
  }
  const evidence = said(
    'pods-left',
    null,
    'pods-left',
    `${holders.length} of the pods in ${namespace} read ${name} before it was new`,
  );
  return { evidence, left: [...owners.values()] };
}

/** What replaces the pods of an owner; those of a job end by themselves. */
function restartOf(
  { kind, name }: { readonly kind: string; readonly name: string },
  namespace: string,
  pod: string,
): string | null {
  if (['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind)) {
    return `kubectl rollout restart ${kind.toLowerCase()}/${name} --namespace ${namespace}`;
  }
  return kind === 'Job' || kind === 'CronJob' ? null : `kubectl delete pod ${pod} --namespace ${namespace}`;
}

function said(says: Evidence['says'], at: string | null, code: string, message: string): Evidence {
  return { witness: 'kubernetes', says, at, url: null, code, message };
}

function cannotSee(code: string, message: string): Evidence {
  return said('cannot-see', null, code, message);
}
