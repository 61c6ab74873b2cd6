import { expect, it } from 'vitest';
import { pack, unpack } from '../../../src/report/html/data.ts';
import { worstFirst } from '../../../src/report/worst-first.ts';
import { CREDENTIALS, credential } from '../credentials.ts';
import { auditPage, bareHtml, dataOf, HOSTILE } from './page.ts';

it('carries every field of every credential, the worst first', () => {
  const given = [
    ...CREDENTIALS,
    credential({
      namespace: HOSTILE,
      kind: 'rds',
      state: 'due',
      module: HOSTILE,
      value: HOSTILE,
      source: '',
    }),
    // no id and no folder of the contract's
    credential({
      namespace: 'mill-dev',
      kind: 'rds',
      state: 'ok',
      id: 'elsewhere#x',
      file: 'namespaces/mill.tf',
    }),
  ];

  const rows = unpack(pack(auditPage(given)));

  const back = rows.map(({ namespace, band: _, reasons, kind, ...row }) => ({
    ...row,
    kind: kind.name,
    cluster: namespace.cluster,
    namespace: namespace.namespace,
    reasons,
  }));
  expect(back).toEqual(
    worstFirst(given).map(({ reasons, ...each }) => {
      // who says which version is the latest stands in no row of the page, whose it is stands with its namespace
      const { latestFrom: _, team: __, production: ___, slackChannel: ____, nextDue: _____, ...row } = each;
      return { ...row, reasons: reasons.map(({ message }) => message) };
    }),
  );
});

it('is the same data after its way through the document', () => {
  const input = auditPage(CREDENTIALS, [
    { namespace: 'court-diary-dev', teams: [HOSTILE], application: HOSTILE },
  ]);

  expect(dataOf(bareHtml(input))).toEqual(pack(input));
});

it('joins namespace and credential by cluster and name', () => {
  const [first] = CREDENTIALS;
  const facts = [{ namespace: first!.namespace, cluster: first!.cluster, teamName: 'millers' }];

  const rows = unpack(pack(auditPage(CREDENTIALS, facts)));

  const named = rows.filter(({ namespace }) => namespace.teamName === 'millers');
  expect(named.length).toBeGreaterThan(0);
  expect(named.every(({ namespace }) => namespace.namespace === first!.namespace)).toBe(true);
});
