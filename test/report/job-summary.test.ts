import { describe, expect, it } from 'vitest';
import { ageChart } from '../../src/report/age-chart.ts';
import { auditSummary, openSummary } from '../../src/report/job-summary.ts';
import type { Whereabouts } from '../../src/results/audit-page.ts';
import type { Credential, OpenResult, Outcome, PullRequestResult } from '../../src/results/results.ts';
import { credential } from './credentials.ts';
import { auditResult } from './sample.ts';

const HERE: Whereabouts = {
  repository: 'org/envs',
  serverUrl: 'https://github.com',
  commit: 'c0ffee',
  prefix: '',
};
const HOSTILE = 'x|@org/team <img> `a`';

function request(namespace: string, outcome: Outcome, number: number | null = null): PullRequestResult {
  const url = number === null ? null : `https://github.com/org/envs/pull/${number}`;
  const cluster = 'live.cloud-platform.service.justice.gov.uk';
  const [branch, title, reason] = [`rotate/${namespace}`, `Rotate ${namespace}`, `because of ${outcome}`];
  return { namespace, cluster, branch, title, url, number, outcome, reason, changes: [] };
}

function opened(...pullRequests: readonly PullRequestResult[]): OpenResult {
  return { schemaVersion: 1, date: '2026-11-23', base: 'c0ffee', pullRequests, skipped: [], problems: [] };
}

function summaryOf(result: OpenResult, credentials: readonly Credential[] = [], stopped = false): string {
  return openSummary({ result, credentials, stopped, preview: false, whereabouts: HERE });
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

describe('the summary of open', () => {
  it('begins with what failed and ends with what somebody has to mend, each with its link', () => {
    const blocked = credential({
      namespace: 'd-dev',
      kind: 'rds',
      state: 'blocked',
      line: 7,
      reasons: [{ code: 'version-too-old', message: 'too old' }],
    });
    const held = credential({ namespace: 'e-dev', kind: 'rds', state: 'held' });

    const text = summaryOf(
      opened(request('a-dev', 'created', 1), request('b-dev', 'failed'), request('c-dev', 'deferred')),
      [held, blocked],
    );

    const order = [
      '### Failed',
      '`b-dev`',
      '### Opened or changed',
      '[#1](https://github.com/org/envs/pull/1)',
    ]
      .concat('Waiting for their turn: 1', '`c-dev`', '### Blocked: fix first: 1 credential')
      .concat('[`rds.tf:7`](https://github.com/org/envs/blob/c0ffee/', '#L7)', '### On hold: 1 credential')
      .map((part) => text.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('tells of a credential on hold or blocked once, with its place, and of what else was skipped by reason', () => {
    const held = credential({ namespace: 'e-dev', kind: 'rds', state: 'held' });
    const skipped = [
      { id: held.id, code: 'held', message: 'on hold' },
      { id: 'f-dev/rds.tf#rds', code: 'replica', message: 'a read replica' },
    ];

    const text = summaryOf({ ...opened(), skipped }, [held]);

    expect(text).toMatch(/### Not rotated: 1 credential\n\n<details><summary>replica \(1\)<\/summary>/);
    expect(text).not.toContain(held.id);
  });

  it('warns when the run ended early', () => {
    expect(summaryOf(opened(), [], true)).toMatch(/^> \[!WARNING\]\n> The run ended early/m);
    expect(summaryOf(opened())).not.toContain('WARNING');
  });

  it('folds a table that nobody would scroll through', () => {
    const many = Array.from({ length: 51 }, (_, at) => request(`n${at}-dev`, 'created', at + 1));

    expect(summaryOf(opened(...many))).toMatch(/changed: 51 pull requests\n\n<details>/);
    expect(summaryOf(opened(...many.slice(1)))).toMatch(/changed: 50 pull requests\n\n\| namespace/);
  });

  it('stays below what GitHub takes, and says how much is left out', () => {
    const long = 'ö'.repeat(300);
    const many = Array.from({ length: 9000 }, (_, at) => {
      return { ...request(`n${at}-dev`, 'deferred'), reason: long };
    });

    const text = summaryOf(opened(...many));

    expect(bytes(text)).toBeLessThan(1_048_576);
    expect(bytes(text)).toBeGreaterThan(300_000);
    expect(text).toMatch(/… and \d,\d{3} more: this text would be too long\./);
  });

  it('stays below it even when a single sentence is endless', () => {
    const text = summaryOf(opened({ ...request('a-dev', 'failed'), reason: 'x'.repeat(3_000_000) }));

    expect(bytes(text)).toBeLessThan(1_048_576);
    expect(text).toMatch(/^## Pull requests on 2026-11-23[\s\S]*is cut here/);
  });

  it('escapes what the repository says', () => {
    const one = credential({
      namespace: 'a-dev',
      kind: 'rds',
      state: 'blocked',
      module: HOSTILE,
      file: `namespaces/live.cloud-platform.service.justice.gov.uk/a-dev/resources/a)b|c.tf`,
      reasons: [{ code: 'x', message: HOSTILE }],
    });

    const text = summaryOf(opened(), [one]);

    expect(text).not.toContain('<img>');
    expect(text.replace(/<code>[^<]*<\/code>|`[^`]*`/g, '')).not.toContain('@org');
    const row = text.split('\n').find((line) => line.includes('a-dev'))!;
    expect(row.split('|')).toHaveLength(9);
    expect(row).toContain('/a%29b%7Cc.tf#L1)');
  });
});

describe('the summary of audit', () => {
  it('lists what is due with its lines, and what is in time only when asked', () => {
    const due = credential({
      namespace: 'a-dev',
      kind: 'rds',
      state: 'due',
      ageDays: 200,
      rotatedOn: '2026-05-07',
    });
    const fine = credential({
      namespace: 'b-dev',
      kind: 'rds',
      state: 'ok',
      ageDays: 2,
      rotatedOn: '2026-11-21',
    });
    const result = auditResult([due, fine], []);
    const given = { result, whereabouts: HERE, selection: [] };

    const short = auditSummary({ ...given, verbose: false });
    const long = auditSummary({ ...given, verbose: true });

    expect(short).toMatch(
      /### Due: 1 credential\n[\s\S]*\[`rds\.tf:1`\]\(https:[^)]*#L1\) \| 2026-05-07 \| 200 \|/,
    );
    expect(short).not.toContain('`b-dev`');
    expect(long).toMatch(/### In time or exempt: 1 credential\n[\s\S]*`b-dev`/);
    expect(short).toContain('`rotate-pr open --due`');
  });

  it('proposes to mend the branch, not the base, for what is new on it', () => {
    const fresh = credential({ namespace: 'a-dev', kind: 'rds', state: 'never' });
    const result = { ...auditResult([fresh], []), newSince: 'c0ffee00000000' };

    const text = auditSummary({ result, whereabouts: null, verbose: false, selection: [] });

    expect(text).toContain('Only what commit c0ffee000000 does not have is listed.');
    expect(text).toContain('rotate-pr apply --namespace NAME');
    expect(text).not.toContain('rotate-pr open');
  });
});

describe('the chart of ages', () => {
  it('is what Mermaid’s grammar of xychart takes, with one number for each label', () => {
    const ages = [3, 120, 300, 600, 900, 2000, null];
    const credentials = ages.map((ageDays, at) =>
      credential({
        namespace: `n${at}`,
        kind: 'rds',
        state: ageDays === null ? 'never' : 'due',
        ageDays,
        reasons: ageDays === null ? [{ code: 'never-rotated', message: '' }] : [],
      }),
    );

    const [kind, title, description, heading, x = '', y, bar = ''] = ageChart(credentials).split('\n');

    expect(kind).toBe('xychart-beta');
    expect(title).toBe('    accTitle: 7 credentials by age');
    expect(description).toMatch(/^ {4}accDescr: in time 1, to 6 months 1, .*never 1, no date 0$/);
    expect(heading).toBe('    title "7 credentials by age"');
    expect(x).toMatch(/^ {4}x-axis \["[^"]+"(?:, "[^"]+")*\]$/);
    expect(y).toBe('    y-axis "credentials" 0 --> 1');
    expect(bar).toBe('    bar [1, 1, 1, 1, 1, 1, 1, 0]');
    expect(x.split('", "')).toHaveLength(bar.split(', ').length);
  });

  it('is left out where there is nothing to draw', () => {
    expect(ageChart([])).toBe('');
    expect(ageChart([credential({ namespace: 'a', kind: 'rds', state: 'exempt' })])).toBe('');
  });
});
