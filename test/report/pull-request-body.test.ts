import { describe, expect, it } from 'vitest';
import { type PullRequestInput, pullRequestBody } from '../../src/report/pull-request.ts';
import { CREDENTIALS, change } from './credentials.ts';
import { consequences, secretUse, told, use, used } from './used.ts';

const court = CREDENTIALS.filter(({ namespace }) => namespace === 'court-diary-dev').map((each) =>
  used(change(each, each.kind === 'elasticache' ? '2026-11-23' : '23-11-2026')),
);
const [serviceaccount, rds, elasticache] = court;
const input: PullRequestInput = {
  namespace: 'court-diary-dev',
  clusterLabel: 'live',
  changes: court,
  skipped: [],
  production: null,
  team: null,
  slackChannel: null,
  warnings: [],
};

describe('the body', () => {
  it('of a service account token', () => {
    expect(pullRequestBody({ ...input, changes: [serviceaccount!] })).toMatchInlineSnapshot(`
      "This rotates 1 credential of the namespace \`court-diary-dev\`.

      - \`serviceaccount_circleci\`: whoever has the token cannot deploy from the apply until they get the new one

      ## What rotates

      | kind | module | file | old date | new date | change |
      | --- | --- | --- | --- | --- | --- |
      | service account token | \`serviceaccount_circleci\` | \`serviceaccount-circleci.tf\` | \`02-11-2026\` | \`23-11-2026\` | date replaced |

      <details><summary>What applying it does</summary>

      - **Service account token**: Terraform destroys the token’s Secret and makes another under a new name, because the date is part of the name. The old token stops working at that moment. Wherever it was pasted, the old one stays until somebody replaces it.

      </details>

      <details><summary>Who uses it</summary>

      - \`serviceaccount_circleci\`:
        - no GitHub repository

      </details>

      <details><summary>After the merge: 2 steps</summary>

      - [ ] Check that the pipeline has applied \`court-diary-dev\`.

        The pipeline comments on the merged pull request: “Your PR is applying in the build: …”. The link leads to Concourse’s job \`apply-namespace-changes-live\`, whose last task has to be green. Until then the old credentials are in force.
      - [ ] \`serviceaccount_circleci\`: replace the token wherever it was pasted by hand, such as CircleCI.

        \`\`\`sh
        cloud-platform decode-secret -n court-diary-dev -s cd-serviceaccount-token-23-11-2026
        \`\`\`

        - The new one is the \`token\` of the Secret \`cd-serviceaccount-token-23-11-2026\`. Terraform pushes this token to no GitHub repository, and the old one no longer works. Pods that run as \`cd-serviceaccount\` need nothing: Kubernetes gives them tokens of their own.
        - The token’s Secret has a new name: change whatever refers to it by the old one.

      </details>

      ---

      Made by \`rotate-pr\`, which changed the rotation dates above and nothing else. The Cloud Platform user guide: [Rotating tokens and keys](https://user-guide.cloud-platform.service.justice.gov.uk/documentation/other-topics/rotate-tokens-keys.html).
      "
    `);
  });

  it('says first that self-rotation ends, and last what was written to end it', () => {
    const [template] = CREDENTIALS.filter(({ kind }) => kind === 'hmpps-template');
    const frozen = change(template!, '2026-11-23', {
      companion: { variable: 'force_rotate_token', action: 'insert', from: null, to: 'true' },
      selfRotation: 'ends',
    });

    const lines = pullRequestBody({ ...input, changes: [used(frozen)] })
      .trimEnd()
      .split('\n');

    expect(lines.slice(0, 2)).toEqual([
      '> [!WARNING]',
      `> This ends the self-rotation of \`${frozen.module}\`: until now Terraform has rotated it by itself, and from this apply on only a change of the date does.`,
    ]);
    expect(lines.find((line) => line.startsWith(`| HMPPS`))).toContain(
      '; `force_rotate_token = true` added |',
    );
    expect(lines.at(-1)).toContain(
      'Made by `rotate-pr`, which changed the rotation dates and `force_rotate_token` above and nothing else.',
    );
  });

  it('of a database and a cache', () => {
    expect(pullRequestBody({ ...input, changes: [rds!, elasticache!] })).toMatchInlineSnapshot(`
      "This rotates 2 credentials of the namespace \`court-diary-dev\`.

      - \`rds\`: pods lose the database from the apply until they restart
      - \`ec_cluster\`: no downtime: the token in use until now stays valid until the next rotation

      ## What rotates

      | kind | module | file | old date | new date | change |
      | --- | --- | --- | --- | --- | --- |
      | RDS password | \`rds\` | \`rds.tf\` | \`2023-04-05T11:31:27Z\` | \`23-11-2026\` | date replaced |
      | ElastiCache token | \`ec_cluster\` | \`elasticache.tf\` | none | \`2026-11-23\` | date added |

      <details><summary>What applying it does</summary>

      - **RDS password**: the instance gets a new master password, and Secrets that Terraform fills from the module get it too. The old password stops working. Pods read theirs when they start: until they are restarted they keep the connections they have and cannot open new ones.
      - **ElastiCache token**: the server gets an additional AUTH token and drops the older of the two it had (strategy ROTATE). The token in use until now stays valid until the next rotation, so running pods keep working. It is no cure for a leaked token: that one is accepted until a second rotation.

      </details>

      <details><summary>Who uses it</summary>

      - \`rds\`:
        - Secret \`rds-output\`: \`password\` (\`rds.tf:30\`)
      - \`ec_cluster\`:
        - Secret \`ec-cluster-output\`: \`password\` (\`rds.tf:30\`)

      </details>

      <details><summary>After the merge: 4 steps</summary>

      - [ ] Check that the pipeline has applied \`court-diary-dev\`.

        The pipeline comments on the merged pull request: “Your PR is applying in the build: …”. The link leads to Concourse’s job \`apply-namespace-changes-live\`, whose last task has to be green. Until then the old credentials are in force.
      - [ ] \`rds\`: check that the Secret \`rds-output\` has the new password.

        \`\`\`sh
        cloud-platform decode-secret -n court-diary-dev -s rds-output
        \`\`\`

        Must be new: \`password\`. Pods that started before the apply still have the old value to compare with. Everything else is as it was.
      - [ ] \`ec_cluster\`: check that the Secret \`ec-cluster-output\` has the new AUTH token.

        \`\`\`sh
        cloud-platform decode-secret -n court-diary-dev -s ec-cluster-output
        \`\`\`

        Must be new: \`password\`. Pods that started before the apply still have the old value to compare with. Everything else is as it was.
      - [ ] Replace all pods at once, so that they start with the new password and AUTH token.

        \`\`\`sh
        kubectl rollout restart deployment,statefulset,daemonset -n court-diary-dev
        kubectl delete pods --all -n court-diary-dev
        \`\`\`

        - Expect errors from the moment of the apply until the last pod is replaced: a pod with the old password keeps the connections it has, and the next one that it opens is refused. Jobs that started before the apply fail in the same way: start them again.
        - Run one of the two. \`kubectl rollout restart\` replaces the pods of Deployments, StatefulSets and DaemonSets a few at a time, so a service with several replicas stays up as far as the old value allows; it touches no Job. \`kubectl delete pods --all\` takes down every replica at once, the quickest way to the new value, and the pods of Jobs with them: a running Job starts over or counts as failed, as its \`restartPolicy\` and \`backoffLimit\` say.

      </details>

      ---

      Made by \`rotate-pr\`, which changed the rotation dates above and nothing else. The Cloud Platform user guide: [Rotating tokens and keys](https://user-guide.cloud-platform.service.justice.gov.uk/documentation/other-topics/rotate-tokens-keys.html).
      "
    `);
  });

  it('names team, channel, warnings, Secrets, copies elsewhere and what is left out', () => {
    const text = pullRequestBody({
      ...input,
      clusterLabel: 'live-2',
      team: 'court-tools',
      slackChannel: '#court-tools-alerts',
      warnings: [{ code: 'held', message: 'the nightly apply passes this namespace by' }],
      skipped: [
        {
          id: 'court-diary-dev/rds.tf#replica',
          code: 'read-replica',
          message: 'a read replica has no password',
        },
      ],
      changes: [
        {
          ...rds!,
          notes: [{ code: 'stopped-overnight', message: 'the instance is stopped overnight' }],
          consequences: consequences({
            uses: [
              secretUse(),
              secretUse({ name: told('court-diary-db'), namespace: told('court-diary-prod'), isOwn: false }),
              use({
                type: 'aws_ssm_parameter',
                naming: [{ argument: 'name', value: told('/court-diary/password') }],
              }),
            ],
            unread: ['namespaces/x/resources/secret.tf'],
          }),
        },
      ],
    });

    expect(text).toMatchInlineSnapshot(`
      "This rotates 1 credential of the namespace \`court-diary-dev\` on \`live-2\` (team \`court-tools\`, Slack channel \`#court-tools-alerts\`).

      - \`rds\`: pods lose the database from the apply until they restart; a copy is in \`court-diary-prod\`

      ## Before you merge

      - the nightly apply passes this namespace by
      - \`rds\`: the instance is stopped overnight

      ## What rotates

      | kind | module | file | old date | new date | change |
      | --- | --- | --- | --- | --- | --- |
      | RDS password | \`rds\` | \`rds.tf\` | \`2023-04-05T11:31:27Z\` | \`23-11-2026\` | date replaced |

      <details><summary>What applying it does</summary>

      - **RDS password**: the instance gets a new master password, and Secrets that Terraform fills from the module get it too. The old password stops working. Pods read theirs when they start: until they are restarted they keep the connections they have and cannot open new ones.

      </details>

      <details><summary>Who uses it</summary>

      - \`rds\`:
        - Secret \`rds-output\`: \`password\` (\`rds.tf:30\`)
        - Secret \`court-diary-db\` in another namespace, \`court-diary-prod\`: \`password\` (\`rds.tf:30\`)
        - SSM parameter \`/court-diary/password\` (\`rds.tf:30\`)
        - not looked into, because it could not be read: \`namespaces/x/resources/secret.tf\`

      </details>

      <details><summary>After the merge: 5 steps</summary>

      - [ ] Check that the pipeline has applied \`court-diary-dev\` on \`live-2\`.

        The pipeline comments on the merged pull request: “Your PR is applying in the build: …”. The link leads to Concourse’s job \`apply-namespace-changes-live\`, whose last task has to be green. Until then the old credentials are in force.
      - [ ] \`rds\`: check that the Secret \`rds-output\` has the new password.

        \`\`\`sh
        cloud-platform decode-secret -n court-diary-dev -s rds-output
        \`\`\`

        - Must be new: \`password\`. Pods that started before the apply still have the old value to compare with. Everything else is as it was.
        - \`namespaces/x/resources/secret.tf\` could not be read: more Secrets may be filled there.
      - [ ] Replace all pods at once, so that they start with the new password.

        \`\`\`sh
        kubectl rollout restart deployment,statefulset,daemonset -n court-diary-dev
        kubectl delete pods --all -n court-diary-dev
        \`\`\`

        - Expect errors from the moment of the apply until the last pod is replaced: a pod with the old password keeps the connections it has, and the next one that it opens is refused. Jobs that started before the apply fail in the same way: start them again.
        - Run one of the two. \`kubectl rollout restart\` replaces the pods of Deployments, StatefulSets and DaemonSets a few at a time, so a service with several replicas stays up as far as the old value allows; it touches no Job. \`kubectl delete pods --all\` takes down every replica at once, the quickest way to the new value, and the pods of Jobs with them: a running Job starts over or counts as failed, as its \`restartPolicy\` and \`backoffLimit\` say.
      - [ ] Copies in another namespace, \`court-diary-prod\`: check Secret \`court-diary-db\` there, and replace the pods that read it.

        \`\`\`sh
        cloud-platform decode-secret -n court-diary-prod -s court-diary-db
        kubectl get pods -n court-diary-prod
        kubectl delete pod <pod> -n court-diary-prod
        \`\`\`

        - New in \`court-diary-db\`: \`password\`.
        - Until they are replaced, these pods cannot open new connections to the database. All other pods of that namespace may stay.
      - [ ] \`rds\`: look after what else takes the new value.

        SSM parameter \`/court-diary/password\` (\`rds.tf:30\`): written by the same apply; whoever read it before has the old one and must read it again.

      </details>

      <details><summary>Not rotated in this namespace: 1 credential</summary>

      - \`court-diary-dev/rds.tf#replica\`: a read replica has no password

      </details>

      ---

      Made by \`rotate-pr\`, which changed the rotation dates above and nothing else. The Cloud Platform user guide: [Rotating tokens and keys](https://user-guide.cloud-platform.service.justice.gov.uk/documentation/other-topics/rotate-tokens-keys.html).
      "
    `);
  });

  it('puts the steps in the order to do them', () => {
    const steps = pullRequestBody(input)
      .split('\n')
      .filter((line) => line.startsWith('- [ ]'));

    expect(steps.map((step) => step.slice(6))).toEqual([
      'Check that the pipeline has applied `court-diary-dev`.',
      '`rds`: check that the Secret `rds-output` has the new password.',
      '`ec_cluster`: check that the Secret `ec-cluster-output` has the new AUTH token.',
      'Replace all pods at once, so that they start with the new password and AUTH token.',
      '`serviceaccount_circleci`: replace the token wherever it was pasted by hand, such as CircleCI.',
    ]);
  });
});
