import { expect, it } from 'vitest';
import { applyCsv, auditCsv, pullRequestsCsv } from '../../src/report/csv.ts';
import { CREDENTIALS, change, credential } from './credentials.ts';
import { APPLY, AUDIT, auditResult, OPEN } from './sample.ts';

/** A strict reader of RFC 4180: fields or an error. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const found = field.exec(text);
    if (found === null) throw new Error(`not RFC 4180 at ${at}: ${text.slice(at, at + 40)}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    if (found[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

it('has one row a credential under the names of the JSON, and one a module that nothing rotates', () => {
  const [header, ...rows] = parse(auditCsv(AUDIT));

  expect(header!.slice(0, 5)).toEqual(['id', 'cluster', 'namespace', 'file', 'line']);
  expect(rows).toHaveLength(CREDENTIALS.length + 1);
  expect(rows.every((row) => row.length === header!.length)).toBe(true);
  expect(rows.at(-1)![0]).toBe('licences-prod/aurora.tf#aurora_db');
});

it('keeps a negative age a number', () => {
  const rows = parse(auditCsv(AUDIT));

  expect(rows.some((row) => row.includes('-220'))).toBe(true);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', "=cmd|' /C calc'!A0"])(
  'makes %j harmless in a spreadsheet',
  (text) => {
    const hostile = credential({ namespace: text, kind: 'rds', state: 'ok', module: text, value: text });

    const [header, row] = parse(auditCsv(auditResult([hostile])));

    for (const name of ['namespace', 'module', 'value']) {
      expect(row![header!.indexOf(name)]).toBe(`'${text}`);
    }
  },
);

it('brings commas, quotes and newlines through', () => {
  const hostile = credential({ namespace: 'a,b', kind: 'rds', state: 'ok', module: 'say "hi"\r\nthere' });

  const [header, row] = parse(auditCsv(auditResult([hostile])));

  expect(row![header!.indexOf('namespace')]).toBe('a,b');
  expect(row![header!.indexOf('module')]).toBe('say "hi"\r\nthere');
});

it('has a row a change and a row a skipped credential', () => {
  const [header, ...rows] = parse(applyCsv(APPLY));

  const actions = rows.map((row) => row[header!.indexOf('action')]);
  expect(actions.filter((action) => action === 'skipped')).toHaveLength(APPLY.skipped.length);
  expect(rows).toHaveLength(APPLY.changes.length + APPLY.skipped.length);
});

it('names the pull request of each change, and one that has none', () => {
  const request = OPEN.pullRequests[0]!;
  const changes = [change(CREDENTIALS[0]!, '23-11-2026'), change(CREDENTIALS[1]!, '23-11-2026')];
  const result = {
    ...OPEN,
    skipped: [],
    pullRequests: [
      { ...request, changes },
      { ...request, changes: [] },
    ],
  };

  const [header, ...rows] = parse(pullRequestsCsv(result));

  expect(rows.map((row) => row[header!.indexOf('outcome')])).toEqual(['created', 'created', 'created']);
  expect(rows[2]![header!.indexOf('namespace')]).toBe('court-diary-dev');
});
