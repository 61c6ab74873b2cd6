import { describe, expect, it } from 'vitest';
import { otherSteps } from '../../src/report/other-credentials.ts';
import { runbookCsv, runbookJson } from '../../src/report/runbook.ts';
import { afterMerge } from '../../src/report/steps.ts';
import type { OtherCredential } from '../../src/results/results.ts';
import type { RunbookNamespace, RunbookResult } from '../../src/results/runbook.ts';
import { LIVE } from './credentials.ts';
import { runbookMarkdown, runbookText } from './printed.ts';
import { credential, secretUse, told } from './used.ts';

const CERTIFICATE: OtherCredential = {
  code: 'certificate',
  message: 'a cert-manager Certificate',
  cluster: LIVE,
  namespace: 'court-diary-dev',
  file: `namespaces/${LIVE}/court-diary-dev/07-certificate.yaml`,
  line: 1,
  name: 'court-diary',
  secret: 'court-diary-tls',
};

function result(name = 'rds-output', others: readonly OtherCredential[] = [CERTIFICATE]): RunbookResult {
  const credentials = [
    credential('rds', {
      uses: [secretUse({ name: told(name) }), secretUse({ namespace: told('other'), isOwn: false })],
    }),
  ];
  const steps = afterMerge({
    namespace: 'court-diary-dev',
    clusterLabel: 'live',
    credentials,
    incident: false,
  });
  const namespace: RunbookNamespace = {
    namespace: 'court-diary-dev',
    cluster: LIVE,
    credentials: credentials.map((each) => ({
      ...each,
      steps: steps.filter((step) => step.credential === each.id),
    })),
    steps,
    otherCredentials: others,
    otherSteps: otherSteps(others),
  };
  return {
    schemaVersion: 1,
    date: '2026-11-23',
    namespaces: [namespace],
    skipped: [{ id: 'court-diary-dev/rds.tf#replica', code: 'read-replica', message: 'a read replica' }],
    problems: [],
  };
}

const NOTHING: RunbookResult = { ...result(), namespaces: [], skipped: [] };
const plain = { width: 80, color: false, verbose: false };

describe('a runbook in the terminal', () => {
  it('shows who uses what and what to do, in order', () => {
    expect(runbookText(result(), plain)).toMatchInlineSnapshot(`
      "court-diary-dev
        Who uses it
        rds (RDS password, rds.tf:1)
          - Secret rds-output: password (rds.tf:30)
          - Secret rds-output in another namespace, other: password (rds.tf:30)
        Steps, in this order
        [ ] 1. Check that the pipeline has applied court-diary-dev.
            The pipeline comments on the merged pull request: “Your PR is applying in
            the build: …”. The link leads to Concourse’s job
            apply-namespace-changes-live, whose last task has to be green. Until then
            the old credentials are in force.

        [ ] 2. rds: check that the Secret rds-output has the new password.
            cloud-platform decode-secret -n court-diary-dev -s rds-output
            Must be new: password. Pods that started before the apply still have the
            old value to compare with. Everything else is as it was.

        [ ] 3. Replace all pods at once, so that they start with the new password.
            kubectl rollout restart deployment,statefulset,daemonset -n court-diary-dev
            kubectl delete pods --all -n court-diary-dev
            Expect errors from the moment of the apply until the last pod is replaced:
            a pod with the old password keeps the connections it has, and the next one
            that it opens is refused. Jobs that started before the apply fail in the
            same way: start them again.
            Run one of the two. kubectl rollout restart replaces the pods of
            Deployments, StatefulSets and DaemonSets a few at a time, so a service
            with several replicas stays up as far as the old value allows; it touches
            no Job. kubectl delete pods --all takes down every replica at once, the
            quickest way to the new value, and the pods of Jobs with them: a running
            Job starts over or counts as failed, as its restartPolicy and backoffLimit
            say.

        [ ] 4. Copies in another namespace, other: check Secret rds-output there, and
               replace the pods that read it.
            cloud-platform decode-secret -n other -s rds-output
            kubectl get pods -n other
            kubectl delete pod <pod> -n other
            New in rds-output: password.
            Until they are replaced, these pods cannot open new connections to the
            database. All other pods of that namespace may stay.
        Other credentials of this namespace, which rotate-pr does not rotate
        [ ] Certificates: delete the Secrets of those that are to get a new key.
            kubectl delete secret court-diary-tls -n court-diary-dev
            Certificate court-diary, Secret court-diary-tls (07-certificate.yaml:1)
            cert-manager makes a new Secret at once. Until it is there, clients may
            see the wrong certificate and refuse to connect: about 7 seconds in the
            Cloud Platform team’s tests.
            When a certificate expires and when it is renewed does not change.

      Not rotated: 1 credential
        read replica (1)
          court-diary-dev/rds.tf#replica  a read replica

      1 credential in 1 namespace; nothing was written.
      "
    `);
  });

  it('says so when there is nothing', () => {
    expect(runbookText(NOTHING, plain)).toBe('Nothing is selected that could be rotated.\n');
  });

  it('keeps commands whole, and lines of prose within the width', () => {
    const long = result().namespaces[0]!.steps.flatMap(({ commands }) => commands);

    const lines = runbookText(result(), { ...plain, width: 60 }).split('\n');

    for (const command of long) expect(lines).toContain(`      ${command}`);
    expect(
      lines.filter((line) => line.length > 60 && !/^ {6}(?:cloud-platform|kubectl) /.test(line)),
    ).toEqual([]);
  });

  it('lets no name move the cursor', () => {
    expect(runbookText(result('\u001b[2J\n@x'), plain)).not.toMatch(/[\u001b]|^@x/m);
  });
});

describe('a runbook in Markdown', () => {
  it('has checkboxes', () => {
    expect(runbookMarkdown(result())).toMatchInlineSnapshot(`
      "## After the rotation: runbook of 2026-11-23

      1 credential in 1 namespace; nothing was written.

      ### \`court-diary-dev\`

      **Who uses it**

      - \`rds\` (RDS password, \`rds.tf:1\`):
        - Secret \`rds-output\`: \`password\` (\`rds.tf:30\`)
        - Secret \`rds-output\` in another namespace, \`other\`: \`password\` (\`rds.tf:30\`)

      **Steps, in this order**

      - [ ] Check that the pipeline has applied \`court-diary-dev\`.

        The pipeline comments on the merged pull request: “Your PR is applying in the build: …”. The link leads to Concourse’s job \`apply-namespace-changes-live\`, whose last task has to be green. Until then the old credentials are in force.
      - [ ] \`rds\`: check that the Secret \`rds-output\` has the new password.

        \`\`\`sh
        cloud-platform decode-secret -n court-diary-dev -s rds-output
        \`\`\`

        Must be new: \`password\`. Pods that started before the apply still have the old value to compare with. Everything else is as it was.
      - [ ] Replace all pods at once, so that they start with the new password.

        \`\`\`sh
        kubectl rollout restart deployment,statefulset,daemonset -n court-diary-dev
        kubectl delete pods --all -n court-diary-dev
        \`\`\`

        - Expect errors from the moment of the apply until the last pod is replaced: a pod with the old password keeps the connections it has, and the next one that it opens is refused. Jobs that started before the apply fail in the same way: start them again.
        - Run one of the two. \`kubectl rollout restart\` replaces the pods of Deployments, StatefulSets and DaemonSets a few at a time, so a service with several replicas stays up as far as the old value allows; it touches no Job. \`kubectl delete pods --all\` takes down every replica at once, the quickest way to the new value, and the pods of Jobs with them: a running Job starts over or counts as failed, as its \`restartPolicy\` and \`backoffLimit\` say.
      - [ ] Copies in another namespace, \`other\`: check Secret \`rds-output\` there, and replace the pods that read it.

        \`\`\`sh
        cloud-platform decode-secret -n other -s rds-output
        kubectl get pods -n other
        kubectl delete pod <pod> -n other
        \`\`\`

        - New in \`rds-output\`: \`password\`.
        - Until they are replaced, these pods cannot open new connections to the database. All other pods of that namespace may stay.

      **Other credentials of this namespace, which rotate-pr does not rotate**

      - [ ] Certificates: delete the Secrets of those that are to get a new key.

        \`\`\`sh
        kubectl delete secret court-diary-tls -n court-diary-dev
        \`\`\`

        - Certificate \`court-diary\`, Secret \`court-diary-tls\` (\`07-certificate.yaml:1\`)
        - cert-manager makes a new Secret at once. Until it is there, clients may see the wrong certificate and refuse to connect: about 7 seconds in the Cloud Platform team’s tests.
        - When a certificate expires and when it is renewed does not change.

      ### Not rotated: 1 credential

      <details><summary>read replica (1)</summary>

      | credential | why |
      | --- | --- |
      | \`court-diary-dev/rds.tf#replica\` | a read replica |

      </details>
      "
    `);
  });

  it('says so when there is nothing', () => {
    expect(runbookMarkdown(NOTHING)).toContain('Nothing is selected that could be rotated.');
  });

  it('mentions nobody and is not broken, whatever the names are', () => {
    const evil = '|`@user` #12\n## <b>|';

    const text = runbookMarkdown(result(evil, [{ ...CERTIFICATE, name: evil, secret: evil, file: evil }]));

    const outsideCode = text
      .replace(/(`{3,})sh\n[\s\S]*?\1/g, '')
      .replace(/<code>.*?<\/code>|`[^`\n]*`/g, '');
    expect(outsideCode).not.toMatch(/@\w|(?<!&)#\d|^\s*## <b>/m);
  });
});

describe('a runbook in JSON', () => {
  it('has sentences as strings, and the fields of the contract', () => {
    const { namespaces, ...rest } = JSON.parse(runbookJson(result()));

    expect(Object.keys(rest)).toEqual(['schemaVersion', 'date', 'skipped', 'problems']);
    expect(Object.keys(namespaces[0])).toEqual([
      'namespace',
      'cluster',
      'credentials',
      'steps',
      'otherCredentials',
      'otherSteps',
    ]);
    expect(namespaces[0].steps[0]).toEqual({
      title: 'Check that the pipeline has applied court-diary-dev.',
      commands: [],
      expect: [expect.stringMatching(/^The pipeline comments on the merged pull request:/)],
      credential: null,
    });
    expect(namespaces[0].credentials[0].steps).toEqual([namespaces[0].steps[1]]);
    expect(namespaces[0].otherCredentials).toEqual([CERTIFICATE]);
    expect(namespaces[0].otherSteps).toMatchObject([
      { commands: ['kubectl delete secret court-diary-tls -n court-diary-dev'] },
    ]);
  });
});

describe('a runbook in CSV', () => {
  it('has a row a step', () => {
    const rows = runbookCsv(result()).split('\r\n');

    expect(rows[0]).toBe('cluster,namespace,number,credential,title,commands,expect');
    expect(rows.filter((row) => row.startsWith(`${LIVE},court-diary-dev,`))).toHaveLength(5);
    expect(rows.at(-2)).toMatch(/^live\S+,court-diary-dev,,,Certificates: /);
  });
});

describe('other credentials', () => {
  const stepsOf = (...others: OtherCredential[]) =>
    JSON.parse(runbookJson(result('x', others))).namespaces[0].otherSteps;

  it('of one sort are one step', () => {
    const [step, more] = stepsOf(CERTIFICATE, { ...CERTIFICATE, name: 'second', secret: null });

    expect(more).toBeUndefined();
    expect(step.commands).toEqual([
      'kubectl delete secret court-diary-tls -n court-diary-dev',
      'kubectl delete secret <secret> -n court-diary-dev',
    ]);
    expect(step.expect.slice(0, 2)).toEqual([
      'Certificate court-diary, Secret court-diary-tls (07-certificate.yaml:1)',
      'Certificate second (07-certificate.yaml:1)',
    ]);
  });

  it.each([
    [
      'iam-access-key',
      'AWS access keys: ask the Cloud Platform team to rotate them.',
      /^AWS access key court-diary/,
    ],
    [
      'token-secret',
      'Service account tokens outside the module: ask the Cloud Platform team to rotate them.',
      /^token Secret court-diary-tls/,
    ],
  ] as const)('that the team cannot rotate itself: %s', (code, title, line) => {
    expect(stepsOf({ ...CERTIFICATE, code })).toMatchObject([
      { title, commands: [], expect: expect.anything() },
    ]);
    expect(stepsOf({ ...CERTIFICATE, code })[0].expect[0]).toMatch(line);
  });
});
