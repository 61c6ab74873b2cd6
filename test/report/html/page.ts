import { readPageAssets } from '../../../src/cli/page-assets.ts';
import { auditHtml, type PageAssets } from '../../../src/report/html/document.ts';
import type { AuditPage, NamespaceFacts } from '../../../src/results/audit-page.ts';
import type { AuditedCredential } from '../../../src/results/results.ts';
import { LIVE } from '../credentials.ts';
import { auditResult } from '../sample.ts';

/** Everything that ends an element, an attribute, a comment, a line or a reading direction somewhere. */
export const HOSTILE = `"'><script>alert(1)</script><!--</style>&amp;\u202e\u2028\`\${x}\n`;

const EMPTY: PageAssets = {
  script: 'void 0;',
  scriptHash: 'sha256-script',
  style: 'p{}',
  styleHash: 'sha256-style',
};

/** The input of a page for the credentials, their namespaces without facts unless they are given. */
export function auditPage(
  credentials: readonly AuditedCredential[],
  facts: readonly (Partial<NamespaceFacts> & { readonly namespace: string })[] = [],
  more: Partial<AuditPage> = {},
): AuditPage {
  const namespaces = facts.map(
    (given): NamespaceFacts => ({
      cluster: LIVE,
      production: null,
      teamName: null,
      teams: [],
      application: null,
      slackChannel: null,
      ...given,
    }),
  );
  const audit = auditResult(credentials);
  return { audit, namespaces, whereabouts: null, problems: [], history: null, ...more };
}

/** The document without the page's own script and style. */
export function bareHtml(input: AuditPage): string {
  return auditHtml(input, { assets: EMPTY, version: '1.2.3' });
}

/** The document as the program writes it. */
export function wholeHtml(input: AuditPage): string {
  return auditHtml(input, { assets: readPageAssets(), version: '1.2.3' });
}

/** The JSON that a document carries, as the page's script reads it. */
export function dataOf(document: string): unknown {
  const found = /<script type="application\/json" id="data">(?<json>.*?)<\/script>/s.exec(document);
  return JSON.parse(found!.groups!['json']!);
}
