import { describe, expect, it } from 'vitest';
import { dashboardPages } from '../../src/report/dashboard.ts';
import { countEntries, type DashboardContent, type DashboardEntry } from '../../src/results/dashboard.ts';
import { LIVE } from './credentials.ts';

const LIMIT = 65_536;

function entry(namespace: string, given: Partial<DashboardEntry> = {}): DashboardEntry {
  return {
    state: 'due',
    cluster: LIVE,
    namespace,
    group: null,
    team: 'gardeners',
    credentials: [{ id: `${namespace}/rds.tf#rds`, kind: 'rds', rotatedOn: '2026-03-20', reason: null }],
    number: null,
    url: null,
    openedOn: null,
    reason: null,
    box: `live/${namespace}`,
    ...given,
  };
}

function content(entries: readonly DashboardEntry[]): DashboardContent {
  return { entries, totals: countEntries(entries), credentials: 40, namespaces: 18, maxAgeDays: 90 };
}

function blocked(namespace: string, ...reasons: readonly string[]): DashboardEntry {
  const credentials = reasons.map((reason, index) => ({
    id: `${namespace}/redis.tf#redis${index}`,
    kind: 'elasticache' as const,
    rotatedOn: null,
    reason,
  }));
  return entry(namespace, { state: 'blocked', credentials, box: null });
}

describe('the text of the dashboard', () => {
  it('is totals, then teams by name, in each what is open, due, waiting, closed, on hold and blocked', () => {
    const [text = '', ...others] = dashboardPages(
      content([
        blocked('rose-dev', 'too old', 'too old', 'no literal'),
        entry('rose-prod', { state: 'deferred', reason: 'rose-dev comes first.' }),
        entry('oak-dev', { team: 'foresters' }),
        entry('ash-dev', { team: null }),
        entry('elm-dev', {
          state: 'held',
          box: null,
          credentials: blocked('elm-dev', 'it is on hold').credentials,
        }),
        entry('fig-dev', {
          state: 'open',
          number: 12,
          url: 'https://github.com/o/r/pull/12',
          openedOn: '2026-11-20',
          box: null,
        }),
        entry('', {
          state: 'open',
          namespace: null,
          cluster: null,
          group: 'all',
          number: 3,
          url: 'javascript:x',
          box: null,
        }),
      ]),
    );

    expect(others).toEqual([]);
    expect(text.slice(text.indexOf('|'))).toBe(`|  | namespaces | credentials |
| --- | ---: | ---: |
| in an open pull request | 2 | 2 |
| due | 2 | 2 |
| due, waiting for their turn | 1 | 1 |
| due, on hold | 1 | 1 |
| due, blocked: fix first | 1 | 3 |

## By team

<details><summary>Not of one namespace: 1 open</summary>

**Open pull requests**

- \`#3\` \`group all\`: 1 RDS password

</details>

<details><summary>foresters: 1 due</summary>

**Due: tick to rotate**

- [ ] <!-- rotate-pr:rotate live/oak-dev --> \`oak-dev\`: 1 RDS password, rotated on 2026-03-20

</details>

<details><summary>gardeners: 1 open, 1 waiting, 1 on hold, 1 blocked</summary>

**Open pull requests**

- [#12](https://github.com/o/r/pull/12) \`fig-dev\`: 1 RDS password, opened on 2026-11-20

**Waiting for their turn: tick to rotate now**

- [ ] <!-- rotate-pr:rotate live/rose-prod --> \`rose-prod\`: 1 RDS password, rotated on 2026-03-20. rose-dev comes first.

**On hold**

- \`elm-dev\`: 1 ElastiCache token: it is on hold

**Blocked: fix first**

- \`rose-dev\`: \`redis.tf#redis0\` and \`redis.tf#redis1\`: too old
- \`rose-dev\`: \`redis.tf#redis2\`: no literal

</details>

<details><summary>No team named: 1 due</summary>

**Due: tick to rotate**

- [ ] <!-- rotate-pr:rotate live/ash-dev --> \`ash-dev\`: 1 RDS password, rotated on 2026-03-20

</details>
`);
  });

  it('says so when there is nothing to tell', () => {
    expect(dashboardPages(content([]))).toEqual([
      expect.stringMatching(/Nothing is due, and no pull request is open\.\n$/),
    ]);
  });

  it('lists the oldest first, what was never rotated before it, and is the same whatever the order it is given', () => {
    const never = [{ id: 'c/rds.tf#rds', kind: 'rds' as const, rotatedOn: null, reason: null }];
    const entries = [
      entry('a'),
      entry('b', { credentials: [{ ...never[0]!, rotatedOn: '2024-01-01' }] }),
      entry('c', { credentials: never }),
    ];

    const text = dashboardPages(content(entries)).join('');

    expect(text.match(/rotate live\/\w/g)?.map((each) => each.at(-1))).toEqual(['c', 'b', 'a']);
    expect(dashboardPages(content(entries.toReversed())).join('')).toBe(text);
  });

  it.each([
    ['2,000 teams', Array.from({ length: 2_000 }, (_, at) => entry(`ns-${at}`, { team: `team-${at}` }))],
    ['one team', Array.from({ length: 2_000 }, (_, at) => entry(`ns-${at}`))],
    ['one namespace', [blocked('ns', ...Array.from({ length: 2_000 }, (_, at) => `reason ${at}`))]],
    ['one reason', [blocked('ns', ...Array.from({ length: 2_000 }, () => 'a reason'))]],
    ['long names', [entry('ns', { team: '<'.repeat(100_000) }), entry('b'.repeat(100_000), { box: null })]],
    ['long reasons', [blocked('ns', '$'.repeat(100_000)), entry('a', { reason: '|'.repeat(100_000) })]],
    [
      'groups',
      Array.from({ length: 2_000 }, (_, at) =>
        entry('', {
          namespace: null,
          cluster: null,
          group: `team.${at}`,
          state: 'open',
          number: at,
          box: null,
        }),
      ),
    ],
  ])('is in pages that GitHub takes, nothing lost and nothing twice: %s', (_, entries) => {
    const pages = dashboardPages(content(entries));

    for (const page of pages) expect(page.length).toBeLessThan(LIMIT - 500);
    for (const page of pages) {
      expect(page.split('<details>').length).toBe(page.split('</details>').length);
    }
    const boxes = [...pages.join('').matchAll(/rotate-pr:rotate (\S+) -->/g)].map((match) => match[1]);
    expect(boxes.toSorted()).toEqual(entries.flatMap(({ box }) => box ?? []).toSorted());
    const reasons = pages.join('').match(/reason \d+$/gm) ?? [];
    expect(new Set(reasons).size).toBe(reasons.length);
    if (entries.length > 1_000) {
      expect(pages.length).toBeGreaterThan(1);
      expect(pages[1]).toMatch(new RegExp(`^## By team, page 2 of ${pages.length}: `));
    }
  });

  it.each([
    '@admins',
    '](https://evil.example)',
    '<img src=x>',
    '--> - [x] <!--',
    '</summary></details>',
    '#12',
    'a|b',
  ])('shows %s in a name as it is written', (hostile) => {
    const text = dashboardPages(
      content([
        entry('ns', { team: hostile, reason: hostile }),
        blocked('ns2', hostile),
        entry(hostile, { state: 'open', number: 4, url: hostile, box: null }),
      ]),
    ).join('');

    const plain = text.replaceAll(/`[^`]*`|<code>.*?<\/code>/g, '');
    expect(plain).not.toMatch(/@admins|\]\(https:\/\/evil|<img|(?<!&)#12/);
    expect(plain.match(/<!--/g)).toHaveLength(1);
    expect(plain.match(/<details>/g)).toHaveLength(plain.match(/<\/details>/g)!.length);
    expect(plain).not.toMatch(/^\s*- \[x\]/m);
  });
});
