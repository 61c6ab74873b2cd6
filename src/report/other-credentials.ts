import type { OtherCredential } from '../results/results.ts';
import type { Phrase, RunbookStep } from '../results/runbook.ts';
import { say } from './phrase.ts';
import { deleteSecret } from './runbook-commands.ts';
import { place } from './uses.ts';

/** The credentials of the user guide that no date rotates, by the guide's "Certificate tls keys" and "AWS credentials". */

/** What is to be done to have them rotated, a step a sort: what is to be known is the same for all of one. */
export function otherSteps(others: readonly OtherCredential[]): readonly RunbookStep[] {
  const of = (code: OtherCredential['code']): readonly OtherCredential[] =>
    others.filter((other) => other.code === code);
  return [
    ...certificates(of('certificate')),
    ...askFor(of('iam-access-key'), say`AWS access keys: ask the Cloud Platform team to rotate them.`, []),
    ...askFor(
      of('token-secret'),
      say`Service account tokens outside the module: ask the Cloud Platform team to rotate them.`,
      [say`Kubernetes 1.24 and later make no new token when its Secret is deleted.`],
    ),
  ];
}

function certificates(all: readonly OtherCredential[]): readonly RunbookStep[] {
  if (all.length === 0) return [];
  return [
    {
      title: say`Certificates: delete the Secrets of those that are to get a new key.`,
      commands: [...new Set(all.map(({ namespace, secret }) => deleteSecret(namespace, secret)))],
      expect: [
        ...all.map(sayOther),
        say`cert-manager makes a new Secret at once. Until it is there, clients may see the wrong certificate and refuse to connect: about 7 seconds in the Cloud Platform team’s tests.`,
        say`When a certificate expires and when it is renewed does not change.`,
      ],
      credential: null,
    },
  ];
}

function askFor(
  all: readonly OtherCredential[],
  title: Phrase,
  remarks: readonly Phrase[],
): readonly RunbookStep[] {
  if (all.length === 0) return [];
  return [{ title, commands: [], expect: [...all.map(sayOther), ...remarks], credential: null }];
}

/** What one is and where, on a line. */
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
