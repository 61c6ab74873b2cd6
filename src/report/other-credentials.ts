import type { OtherCredential } from '../rotation/results.ts';
import type { Phrase, RunbookStep } from '../rotation/runbook-results.ts';
import { say } from './phrase.ts';
import { deleteSecret } from './runbook-commands.ts';
import { place } from './uses.ts';

/** The credentials of the user guide that no date rotates, by the guide's "Certificate tls keys" and "AWS credentials". */

/** What is to be done to have one of them rotated. */
export function otherStep(other: OtherCredential): RunbookStep {
  const { name, secret, namespace } = other;
  const where = placeOf(other);
  const step = { commands: [], credential: null };
  switch (other.code) {
    case 'certificate':
      return {
        ...step,
        title: say`Certificate ${name} (${where}): delete its Secret ${secret ?? 'spec.secretName'}.`,
        commands: [deleteSecret(namespace, secret)],
        expect: [
          say`cert-manager makes a new one at once. Until it is there, clients may see the wrong certificate and refuse to connect: about 7 seconds in the Cloud Platform team’s tests.`,
          say`When the certificate expires and when it is renewed does not change.`,
        ],
      };
    case 'iam-access-key':
      return {
        ...step,
        title: say`AWS access key ${`aws_iam_access_key.${name}`} (${where}): ask the Cloud Platform team to rotate it.`,
        expect: [],
      };
    case 'token-secret':
      return {
        ...step,
        title: say`Service account token in the Secret ${secret ?? name} (${where}), outside the module: ask the Cloud Platform team.`,
        expect: [say`Kubernetes 1.24 and later make no new token when its Secret is deleted.`],
      };
  }
}

/** What the audit says of one, on a line. */
export function sayOther(other: OtherCredential): Phrase {
  const { name, secret } = other;
  const where = placeOf(other);
  switch (other.code) {
    case 'certificate':
      return secret === null
        ? say`Certificate ${name} (${where})`
        : say`Certificate ${name}, Secret ${secret} (${where})`;
    case 'iam-access-key':
      return say`AWS access key ${name} (${where})`;
    case 'token-secret':
      return say`token Secret ${secret ?? name} (${where})`;
  }
}

/** From the namespace's folder on. */
function placeOf(other: OtherCredential): string {
  const folder = `namespaces/${other.cluster}/`;
  const short = place(other);
  return short.startsWith(folder) ? short.slice(short.indexOf('/', folder.length) + 1) : short;
}
