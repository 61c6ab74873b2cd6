import { describe, expect, it } from 'vitest';
import { type PullRequestInput, pullRequestBody } from '../../src/report/pull-request.ts';
import { CREDENTIALS, change } from './credentials.ts';

const court = CREDENTIALS.filter(({ namespace }) => namespace === 'court-diary-dev').map((each) =>
  change(each, each.kind === 'elasticache' ? '2026-11-23' : '23-11-2026'),
);
const [serviceaccount, rds, elasticache] = court;
const input: PullRequestInput = {
  namespace: 'court-diary-dev',
  clusterLabel: 'live',
  changes: court,
  skipped: [],
  team: null,
  slackChannel: null,
  warnings: [],
};

describe('the body', () => {
  it('of a service account token', () => {
    expect(pullRequestBody({ ...input, changes: [serviceaccount!] })).toMatchInlineSnapshot(`
      "This rotates 1 credential of the namespace \`court-diary-dev\`.

      ## What rotates

      | kind | module | file | old date | new date | change |
      | --- | --- | --- | --- | --- | --- |
      | service account token | \`serviceaccount_circleci\` | \`serviceaccount-circleci.tf\` | \`02-11-2026\` | \`23-11-2026\` | date replaced |

      ## What applying it does

      - **Service account token**: Terraform destroys the token’s Secret and makes another under a new name, because the date is part of the name. The old token stops working at that moment. Where the module pushes the token to GitHub (\`github_repositories\`), the new one is pushed too; wherever else it was pasted, the old one stays until somebody replaces it.

      ## After the merge

      - [ ] Wait until the pipeline has applied \`court-diary-dev\`. Until then the old credentials are in force.
      - [ ] Replace the service account token wherever it was pasted by hand, such as CircleCI. Nothing is to be done where the module pushes it to GitHub.

        \`\`\`sh
        kubectl get secrets -n court-diary-dev --field-selector type=kubernetes.io/service-account-token
        cloud-platform decode-secret -n court-diary-dev -s <secret>
        \`\`\`

        The Secret has a new name: change whatever refers to it by the old one.

      ---

      Made by \`rotate-pr\`, which changed the rotation dates above and nothing else.
      "
    `);
  });

  it('of a database and a cache', () => {
    expect(pullRequestBody({ ...input, changes: [rds!, elasticache!] })).toMatchInlineSnapshot(`
      "This rotates 2 credentials of the namespace \`court-diary-dev\`.

      ## What rotates

      | kind | module | file | old date | new date | change |
      | --- | --- | --- | --- | --- | --- |
      | RDS password | \`rds\` | \`rds.tf\` | \`2023-04-05T11:31:27Z\` | \`23-11-2026\` | date replaced |
      | ElastiCache token | \`ec_cluster\` | \`elasticache.tf\` | none | \`2026-11-23\` | date added |

      ## What applying it does

      - **RDS password**: the instance gets a new master password, and Secrets that Terraform fills from the module get it too. The old password stops working. Pods read theirs when they start: until they are restarted they keep the connections they have and cannot open new ones.
      - **ElastiCache token**: the server gets an additional AUTH token and drops the older of the two it had (strategy ROTATE). The token in use until now stays valid until the next rotation, so running pods keep working. It is no cure for a leaked token: that one is accepted until a second rotation.

      ## After the merge

      - [ ] Wait until the pipeline has applied \`court-diary-dev\`. Until then the old credentials are in force.
      - [ ] RDS: check that the Secret has a new password. The first command lists the Secrets, the second shows the one that you name.

        \`\`\`sh
        kubectl get secrets -n court-diary-dev
        cloud-platform decode-secret -n court-diary-dev -s <secret>
        \`\`\`

        \`database_password\` and the password inside \`url\` differ from what they were.
      - [ ] ElastiCache: check that the Secret has a new token. The first command lists the Secrets, the second shows the one that you name.

        \`\`\`sh
        kubectl get secrets -n court-diary-dev
        cloud-platform decode-secret -n court-diary-dev -s <secret>
        \`\`\`

        \`auth_token\` differs from what it was.
      - [ ] Replace all pods, so that they start with the new password. This gives them the new ElastiCache token as well.

        \`\`\`sh
        kubectl delete pods --all -n court-diary-dev
        \`\`\`

        Expect errors from the moment of the apply until the last pod is replaced: a pod with the old password that has to open a connection is refused. Jobs that were started before the apply fail in the same way.

      ---

      Made by \`rotate-pr\`, which changed the rotation dates above and nothing else.
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
          consequences: [
            {
              heading: 'Kubernetes Secrets',
              lines: ['rds-instance-output', 'court-diary-db in court-diary-prod'],
              secrets: [
                { namespace: 'court-diary-dev', name: 'rds-instance-output' },
                { namespace: 'court-diary-prod', name: 'court-diary-db' },
              ],
            },
          ],
        },
      ],
    });

    expect(text).toMatchInlineSnapshot(`
      "This rotates 1 credential of the namespace \`court-diary-dev\` on \`live-2\` (team \`court-tools\`, Slack channel \`#court-tools-alerts\`).

      ## What rotates

      | kind | module | file | old date | new date | change |
      | --- | --- | --- | --- | --- | --- |
      | RDS password | \`rds\` | \`rds.tf\` | \`2023-04-05T11:31:27Z\` | \`23-11-2026\` | date replaced |

      ## What applying it does

      - **RDS password**: the instance gets a new master password, and Secrets that Terraform fills from the module get it too. The old password stops working. Pods read theirs when they start: until they are restarted they keep the connections they have and cannot open new ones.

      ## Before you merge

      - the nightly apply passes this namespace by
      - \`rds\`: the instance is stopped overnight

      ## Who uses it

      - \`rds\`: **Kubernetes Secrets**
        - rds-instance-output
        - court-diary-db in court-diary-prod

      ## After the merge

      - [ ] Wait until the pipeline has applied \`court-diary-dev\`. Until then the old credentials are in force.
      - [ ] RDS: check that the Secret has a new password.

        \`\`\`sh
        cloud-platform decode-secret -n court-diary-dev -s rds-instance-output
        \`\`\`

        \`database_password\` and the password inside \`url\` differ from what they were.
      - [ ] Replace all pods, so that they start with the new password.

        \`\`\`sh
        kubectl delete pods --all -n court-diary-dev
        \`\`\`

        Expect errors from the moment of the apply until the last pod is replaced: a pod with the old password that has to open a connection is refused. Jobs that were started before the apply fail in the same way.
      - [ ] The Secret \`court-diary-db\` in the namespace \`court-diary-prod\` has a copy: check it, and replace the pods there too.

        \`\`\`sh
        cloud-platform decode-secret -n court-diary-prod -s court-diary-db
        \`\`\`

      ## Not rotated in this namespace

      - \`court-diary-dev/rds.tf#replica\`: a read replica has no password

      ---

      Made by \`rotate-pr\`, which changed the rotation dates above and nothing else.
      "
    `);
  });

  it('puts the steps in the order to do them', () => {
    const steps = pullRequestBody(input)
      .split('\n')
      .filter((line) => line.startsWith('- [ ]'));

    expect(steps.map((step) => step.slice(6, 30))).toEqual([
      'Wait until the pipeline ',
      'RDS: check that the Secr',
      'ElastiCache: check that ',
      'Replace all pods, so tha',
      'Replace the service acco',
    ]);
  });

  it('mentions nobody and is not broken, whatever the names are', () => {
    const evil = '|`@user` #12\n## <b>|';
    const bad = { ...rds!, module: evil, file: evil, from: evil, to: evil };
    const reasons = [{ code: 'x', message: evil }];

    const text = pullRequestBody({
      ...input,
      namespace: evil,
      team: evil,
      slackChannel: evil,
      warnings: reasons,
      skipped: [{ id: evil, code: 'x', message: evil }],
      changes: [
        {
          ...bad,
          notes: reasons,
          consequences: [{ heading: evil, lines: [evil], secrets: [{ namespace: 'other', name: evil }] }],
        },
      ],
    });

    const outsideCode = text
      .replace(/(`{3,})sh\n[\s\S]*?\1/g, '')
      .replace(/<code>.*?<\/code>|`[^`\n]*`/g, '');
    expect(outsideCode).not.toMatch(/@\w|(?<!&)#\d|<(?!\/?span\b)/);
    expect(text.match(/^## .*/gm)).toEqual([
      '## What rotates',
      '## What applying it does',
      '## Before you merge',
      '## Who uses it',
      '## After the merge',
      '## Not rotated in this namespace',
    ]);
  });

  it('stays below what GitHub takes, and says what it leaves out', () => {
    const changes = Array.from({ length: 900 }, (_, index) => ({
      ...rds!,
      module: `module_${index}_${'x'.repeat(80)}`,
    }));
    const skipped = changes.map(({ module }) => ({
      id: `court-diary-dev/rds.tf#${module}`,
      code: 'x',
      message: 'y',
    }));

    const text = pullRequestBody({ ...input, changes, skipped });

    expect(text.length).toBeLessThan(60_001);
    expect(text).toContain('more: this text would be too long.');
  });

  it('is the same every time', () => {
    expect(pullRequestBody(input)).toBe(pullRequestBody(structuredClone(input)));
  });
});
