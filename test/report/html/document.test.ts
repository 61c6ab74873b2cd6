import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CREDENTIALS, credential, LIVE } from '../credentials.ts';
import { auditPage, bareHtml, HOSTILE, wholeHtml } from './page.ts';

const WHEREABOUTS = {
  repository: 'example-org/environments',
  serverUrl: 'https://github.com',
  commit: 'abc',
  prefix: '',
};

describe('the page', () => {
  it('says without its script how many are due, and how many of each kind and state there are', () => {
    const written = bareHtml(auditPage(CREDENTIALS));

    const due = CREDENTIALS.filter(({ state }) => state === 'due' || state === 'never').length;
    expect(written).toContain(`<strong id="due">${due}</strong>`);
    expect(written).toMatch(/<noscript>.*RDS passwords.*<\/noscript>/s);
  });

  it('allows its own script and style by their hashes, and no request', () => {
    const written = wholeHtml(auditPage(CREDENTIALS));

    const policy = /http-equiv="Content-Security-Policy" content="(?<policy>[^"]+)"/.exec(written)?.groups?.[
      'policy'
    ];
    const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    const [, script] = /<script>(.*?)<\/script>/s.exec(written) ?? [];
    const [, style] = /<style>(.*?)<\/style>/s.exec(written) ?? [];
    expect(policy).toBe(
      `default-src &#39;none&#39;; script-src &#39;${hash(script!)}&#39;; style-src &#39;${hash(style!)}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
    );
    expect(written).not.toMatch(/\s(?:src|srcset|style|on\w+)=/);
  });

  it('is never tempted by a name: no tag and no attribute comes of one', () => {
    const benign = page('mill');
    const hostile = page(HOSTILE);

    expect(tags(hostile)).toEqual(tags(benign));
    expect(hostile).not.toContain('\u202e');
  });

  it('links each place where GitHub has it, and nothing where there is no remote', () => {
    const problems = [
      { file: `namespaces/${LIVE}/a b/rds.tf`, line: 3, column: 1, code: 'x', message: 'odd' },
    ];

    expect(bareHtml(auditPage(CREDENTIALS, [], { problems, whereabouts: WHEREABOUTS }))).toContain(
      `href="https://github.com/example-org/environments/blob/abc/namespaces/${LIVE}/a%20b/rds.tf#L3"`,
    );
    expect(bareHtml(auditPage(CREDENTIALS, [], { problems }))).not.toContain(
      'https://github.com/example-org',
    );
  });

  it('leaves out nothing that the audit found besides', () => {
    const problems = [
      { file: 'namespaces/x.tf', line: 3, column: 1, code: 'x', message: 'of the manifests' },
    ];

    const written = bareHtml(auditPage(CREDENTIALS, [], { problems }));

    expect(written).toContain('of the manifests');
    expect(written).toContain('the rds-aurora module has no variable that rotates its password');
  });

  it('says so when there is nothing', () => {
    expect(bareHtml(auditPage([]))).toContain('There is no credential in this audit.');
  });

  it('is the same for the same input', () => {
    expect(wholeHtml(auditPage(CREDENTIALS))).toBe(wholeHtml(auditPage(CREDENTIALS)));
  });
});

/** A page on which everything that comes from the repository is `name`. */
function page(name: string): string {
  const one = credential({
    namespace: name,
    kind: 'rds',
    state: 'blocked',
    module: name,
    value: name,
    source: name,
    version: name,
    reasons: [{ code: 'x', message: name }],
  });
  const facts = { namespace: name, teamName: name, teams: [name], application: name, slackChannel: name };
  const problems = [{ file: `namespaces/${name}`, line: 1, column: 1, code: 'x', message: name }];
  return bareHtml(
    auditPage([one], [facts], { problems, whereabouts: { ...WHEREABOUTS, repository: name, commit: name } }),
  );
}

function tags(written: string): readonly string[] {
  const json = /(<script type="application\/json" id="data">).*?(<\/script>)/s;
  const bare = written.replace(json, '$1$2').replace(/ href="[^"]*"/g, ' href');
  return bare.match(/<[^>]*>/g) ?? [];
}
