import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

/** Cells as a spreadsheet has them whose fields end at `;` or a tab: it knows nothing of our commas and quotes. */
function cellsElsewhere(text: string): string[] {
  return text.split(/[;\t\r\n]/).map((cell) => cell.replace(/^[\s"]+/, ''));
}

describe('whatever a name contains', () => {
  const pieces = [
    '=',
    '+',
    '-',
    '@',
    '＝',
    "'",
    '"',
    ',',
    ';',
    '\t',
    '\r',
    '\n',
    ' ',
    'a',
    '1',
    'é',
    '\u2028',
    '|',
  ];
  const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));

  it('is no formula, in any spreadsheet', () => {
    fc.assert(
      fc.property(hostile, hostile, (module, value) => {
        const one = credential({ namespace: 'a', kind: 'rds', state: 'ok', module, value });
        const text = auditCsv(auditResult([one]));

        const cells = [...parse(text).flat(), ...cellsElsewhere(text)];
        expect(cells.filter((cell) => /^\s*[=+@＝＋－＠-](?!\d+$)/.test(cell))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes through, but for the marks that make it harmless', () => {
    fc.assert(
      fc.property(hostile, (module) => {
        const one = credential({ namespace: 'a', kind: 'rds', state: 'ok', module });

        const [header, row] = parse(auditCsv(auditResult([one])));

        const cell = row![header!.indexOf('module')]!;
        expect(cell.replaceAll("'", '')).toBe(module.replaceAll("'", ''));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'live-2--mill-race-dev/elasticache.tf#redis',
    'rds_v2',
    '03-04-2026',
    '2026-04-03',
    '2023-02-21:14:00',
    "it's",
    'a - b; c',
    'one; two',
    'github.com/ministryofjustice/cloud-platform-terraform-rds-instance?ref=9.2.0',
  ])('is left as it is where it is harmless: %s', (text) => {
    const one = credential({ namespace: 'a', kind: 'rds', state: 'ok', module: text, value: text });

    const [header, row] = parse(auditCsv(auditResult([one])));

    for (const name of ['module', 'value']) expect(row![header!.indexOf(name)]).toBe(text);
  });
});

it('begins with the header itself: no byte order mark', () => {
  expect(auditCsv(AUDIT).startsWith('id,cluster,')).toBe(true);
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
