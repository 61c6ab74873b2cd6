import { describe, expect, it } from 'vitest';
import { auditCsv } from '../../src/report/csv.ts';
import type { AuditResult, OtherCredential } from '../../src/results/results.ts';
import { LIVE } from './credentials.ts';
import { auditMarkdown, auditText } from './printed.ts';
import { auditResult } from './sample.ts';

function other(code: OtherCredential['code'], name: string, secret: string | null = null): OtherCredential {
  const file = `namespaces/${LIVE}/court-diary-dev/${code === 'certificate' ? '07-tls.yaml' : 'resources/iam.tf'}`;
  return {
    code,
    message: `what a ${code} needs`,
    cluster: LIVE,
    namespace: 'court-diary-dev',
    file,
    line: 3,
    name,
    secret,
  };
}

function result(others: readonly OtherCredential[]): AuditResult {
  const plain = auditResult([]);
  return { ...plain, summary: { ...plain.summary, notRotatable: [], otherCredentials: others } };
}

const OTHERS = [
  other('certificate', 'diary', 'diary-tls'),
  other('certificate', 'second'),
  other('iam-access-key', 'uploader'),
  other('token-secret', 'old', 'old-token'),
];
const plain = { width: 80, color: false, verbose: false };

describe('the audit with other credentials', () => {
  it('lists them by sort in the terminal', () => {
    expect(auditText(result(OTHERS), plain)).toMatchInlineSnapshot(`
      "Other credentials, which no date rotates: 4
        certificate (2)
          ↳ what a certificate needs
          court-diary-dev  Certificate diary, Secret diary-tls (07-tls.yaml:3)
          court-diary-dev  Certificate second (07-tls.yaml:3)
        iam access key (1)
          court-diary-dev  AWS access key uploader (iam.tf:3)
              ↳ what a iam-access-key needs
        token secret (1)
          court-diary-dev  token Secret old-token (iam.tf:3)
              ↳ what a token-secret needs

      No credentials found.
      Read from the working tree.
      "
    `);
  });

  it('lists ten of a sort, and all on request', () => {
    const many = Array.from({ length: 12 }, (_, index) => other('iam-access-key', `key${index}`));

    expect(auditText(result(many), plain)).toContain('… and 2 more; --verbose or a pipe lists them');
    expect(auditText(result(many), { ...plain, verbose: true })).toContain('key11');
  });

  it('folds them in Markdown', () => {
    expect(auditMarkdown(result(OTHERS), { verbose: false })).toMatchInlineSnapshot(`
      "## Credentials on 2026-11-23

      No credentials found. Read from the working tree.

      ### Other credentials, which no date rotates: 4

      <details><summary>certificate (2)</summary>

      | namespace | credential | what to do |
      | --- | --- | --- |
      | \`court-diary-dev\` | Certificate \`diary\`, Secret \`diary-tls\` (\`07-tls.yaml:3\`) | what a certificate needs |
      | \`court-diary-dev\` | Certificate \`second\` (\`07-tls.yaml:3\`) | what a certificate needs |

      </details>

      <details><summary>iam access key (1)</summary>

      | namespace | credential | what to do |
      | --- | --- | --- |
      | \`court-diary-dev\` | AWS access key \`uploader\` (\`iam.tf:3\`) | what a iam-access-key needs |

      </details>

      <details><summary>token secret (1)</summary>

      | namespace | credential | what to do |
      | --- | --- | --- |
      | \`court-diary-dev\` | token Secret \`old-token\` (\`iam.tf:3\`) | what a token-secret needs |

      </details>
      "
    `);
  });

  it('has a row for each in CSV', () => {
    const rows = auditCsv(result(OTHERS)).split('\r\n').slice(1, -1);

    expect(rows).toHaveLength(4);
    expect(rows[0]).toBe(
      `,${LIVE},court-diary-dev,namespaces/${LIVE}/court-diary-dev/07-tls.yaml,3,,diary,,,,,,,,,,,,,,,certificate,what a certificate needs; its Secret is diary-tls`,
    );
  });

  it('lets no name break a table or mention somebody', () => {
    const text = auditMarkdown(result([other('certificate', '|`@user` #12', '<b>')]), { verbose: false });

    expect(text.replace(/<code>.*?<\/code>|`[^`\n]*`/g, '')).not.toMatch(/@\w|(?<!&)#\d|<b>/);
  });
});
