/** Whose what is due is, and when it falls due. */
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/commands/audit.ts';
import { auditDocument } from '../../src/report/audit.ts';
import { auditCsv } from '../../src/report/csv.ts';
import { issueMarkdown } from '../../src/report/fitting.ts';
import { printMarkdown } from '../../src/report/markdown.ts';
import { smallEstate } from '../e2e/small-estate.ts';
import { manyCredentials } from '../report/credentials.ts';
import { auditResult } from '../report/sample.ts';
import { unwrap } from '../unwrap.ts';
import { options } from './options.ts';

let root: string;
beforeAll(async () => {
  root = await smallEstate([
    { name: 'a-prod', date: '20-03-2026', production: true, team: 'Keepers of Bees' },
    { name: 'b-dev', date: '30-08-2026', team: 'keepers-of-bees' },
    { name: 'c-dev', date: '20-11-2026', team: 'gardeners' },
    { name: 'd-dev', date: null, team: 'gardeners' },
  ]);
});

/** On 23 November 2026, with 90 days. */
const run = async (dueWithin?: number) => unwrap(await audit({ ...options({ root }), dueWithin }, () => {}));

describe('an audit', () => {
  it('says whose each credential is and when it falls due', async () => {
    const { credentials } = await run();

    expect(
      credentials.map(({ namespace, team, production, nextDue }) => [namespace, team, production, nextDue]),
    ).toEqual([
      ['a-prod', 'Keepers of Bees', true, '2026-06-19'],
      ['b-dev', 'keepers-of-bees', false, '2026-11-29'],
      ['c-dev', 'gardeners', false, '2027-02-19'],
      ['d-dev', 'gardeners', false, null],
    ]);
    expect(auditCsv(await run())).toMatch(/,Keepers of Bees,true,[^,]*,2026-06-19,/);
  });

  it.each([
    [0, ['a-prod', 'd-dev']],
    [14, ['a-prod', 'b-dev', 'd-dev']],
    [100, ['a-prod', 'b-dev', 'c-dev', 'd-dev']],
  ])('lists with --due-within %i what is due or falls due by then', async (days, expected) => {
    const { credentials, summary } = await run(days);

    expect(credentials.map(({ namespace }) => namespace)).toEqual(expected);
    expect(summary.credentials).toBe(expected.length);
  });

  it('has with --by team a row a team, whatever the spelling, the one with most to rotate first', async () => {
    const document = auditDocument(await run(), { selection: [], brief: true, by: 'team' });

    const rows = printMarkdown(document)
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split(' | ').filter((_, at) => [0, 2, 3, 4, 5].includes(at)));
    expect(rows).toEqual([
      ['| `Keepers of Bees`', '2', '1', '2', '1'],
      ['| `gardeners`', '2', '0', '2', '1'],
    ]);
  });

  it('fits an issue, and says how much is left out', () => {
    const document = auditDocument(auditResult(manyCredentials(5000)), { selection: [], brief: true });

    const text = issueMarkdown(document);

    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/more/);
    expect(printMarkdown(document).length).toBeGreaterThan(65_536);
  });
});
