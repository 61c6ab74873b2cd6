import { describe, expect, it } from 'vitest';
import { historyCsv } from '../../src/report/csv.ts';
import { thinned } from '../../src/report/history.ts';
import { historySvg } from '../../src/report/history-svg.ts';
import { stringWidth } from '../../src/report/width.ts';
import { historyResult, rotation } from './history.ts';
import { historyMarkdown, historyText } from './printed.ts';

const narrow = { width: 80, color: false, verbose: false };
const NASTY = '@team ](http://x) | `code` <img> \u001b[31m\u202e #12 \n## no';

describe('the history for a terminal', () => {
  it('shows totals, the chart, kinds, teams and commits in 80 columns', () => {
    expect(historyText(historyResult(), narrow)).toMatchInlineSnapshot(`
      "Credentials over 90 days
        day          over  never  credentials
        2026-03-13  1,100    500        1,200  ███████████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···
        2026-03-20     40     30        1,201  ▒······································
        2026-04-10     40     30        1,201  ▒······································
        █ over it, ▒ of them never rotated, · within it

      kind            rotations  credentials  median age in days  age unknown
      serviceaccount          2            2                 384            1
      rds                     1            1                  13            0

      Teams with most rotations
        team           rotations  credentials  median age in days  age unknown
        court-diary            2            1               198.5            0
        no team known          1            1                   -            1

      Commits with rotations, newest first
        day         commit        what                      subject
        2026-04-02  bbbbbbbbbbbb  1 RDS password            Rotate the database
        2026-03-20  aaaaaaaaaaaa  2 service account tokens  Rotate all tokens

      3 rotations of 2 credentials.
      For 1 the date before tells no age. The median age of the other 2 was 198.5
      days.
      1 credential was made, 0 were removed.
      1 of them went back to an earlier day.
      Read from the history of commit c0ffee000000.
      "
    `);
  });

  it('lists each rotation on request', () => {
    const text = historyText(historyResult(), { ...narrow, verbose: true, width: 120 });

    expect(text).toMatch(
      /2026-03-20 {2}licences-prod\/serviceaccount\.tf#serviceaccount +none +→ +20-03-2026 +-\n/,
    );
    expect(text).toMatch(/2026-04-02 .*20-03-2026 +→ +19-03-2026 +13 +backwards\n/);
  });

  it.each([40, 60, 80, 200])('fits %i columns', (width) => {
    const text = historyText(historyResult('A very long subject '.repeat(20)), { ...narrow, width });

    // the table of figures has its own least width
    const lines = text.split('\n').filter((line) => !/rotations {2}credentials|\d +\d+$|-- /.test(line));
    expect(lines.filter((line) => stringWidth(line) > Math.max(width, 78))).toEqual([]);
  });

  it('lets nothing of a commit’s message reach the terminal', () => {
    const text = historyText(historyResult(NASTY), { ...narrow, width: 200 });

    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(text).toContain('\\x1b');
  });

  it('says so where nothing was rotated, and still how things stood', () => {
    const text = historyText(historyResult('', []), narrow);

    expect(text).toContain('Nothing was rotated.');
    expect(text).toContain('2026-04-10     40     30        1,201');
    expect(text).not.toContain('Commits');
  });

  it('says where a shallow clone ends it', () => {
    const result = historyResult();
    const cut = { commit: 'd'.repeat(40), day: '2026-03-13' };

    expect(
      historyText({ ...result, summary: { ...result.summary, cut } }, { ...narrow, width: 200 }),
    ).toContain('This clone is shallow: its history begins on 2026-03-13');
  });

  it('thins a long series to its end and even steps before it', () => {
    const [point] = historyResult().series;
    const series = Array.from({ length: 100 }, (_, index) => ({ ...point!, day: String(index) }));

    const days = thinned(series).map(({ day }) => Number(day));

    expect(days.length).toBeLessThanOrEqual(16);
    expect(days.at(-1)).toBe(99);
    expect(new Set(days.slice(1).map((day, index) => day - days[index]!)).size).toBe(1);
  });
});

describe('the history as Markdown', () => {
  it('shows the series as a table and the rotations folded', () => {
    const markdown = historyMarkdown(historyResult());

    expect(markdown).toContain('| 2026-03-13 | 1,100 | 500 | 1,200 | 92 % |');
    expect(markdown).toContain('<details><summary>Rotations, oldest first</summary>');
    expect(markdown).toContain(
      '| 2026-04-02 | `bbbbbbbbbbbb` | 1 | 1 RDS password | 1 | Rotate the database |',
    );
  });

  it('lets nothing of a message or a name mention, link or end a table', () => {
    const markdown = historyMarkdown(
      historyResult(NASTY, [rotation({ commit: 'b'.repeat(40), team: NASTY })]),
    );

    expect(markdown).not.toMatch(/@team|<img>|\n## no|[^\\]\]\(http/);
    for (const line of markdown.split('\n').filter((row) => row.includes('bbbbbbbbbbbb'))) {
      expect(line.match(/(?<!\\)\|/g)).toHaveLength(7);
    }
  });

  it('leaves the oldest out where GitHub would cut the end, and says so', () => {
    const many = Array.from({ length: 1_200 }, (_, index) => rotation({ module: `m${index}` }));

    const markdown = historyMarkdown(historyResult('', many));

    expect(markdown).toContain('The 200 oldest rotations are left out here');
    expect(markdown).not.toContain('`m199`');
    expect(markdown).toContain('`m200`');
    expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
  });
});

describe('the history as CSV', () => {
  it('has a row for each rotation, and no formula', () => {
    const rows = historyCsv(historyResult('', [rotation({ team: '=cmd()', from: null })])).split('\r\n');

    expect(rows).toEqual([
      'id,cluster,namespace,file,kind,module,team,day,commit,change,from,to,ageDays,notes',
      expect.stringMatching(/,'=cmd\(\),2026-03-20,a{40},replaced,,20-03-2026,384,$/),
      '',
    ]);
  });
});

describe('the chart for a page', () => {
  const { series } = historyResult();

  it('draws each value in proportion, the part that was never rotated inside what is over', () => {
    const svg = historySvg(series, 90);

    // of 1,600 on the axis 1,200 are three quarters of the height between 12 and 232
    expect(svg).toContain('<path class="all" d="M48 67L');
    expect(svg).toMatch(/<path class="over" d="M48 80\.8L[\d. L]+Z"/);
    expect(svg).toMatch(/<path class="never" d="M48 163\.3L[\d. L]+Z"/);
    expect(svg).toContain('>1,600</text>');
  });

  it('says in words what it shows', () => {
    const svg = historySvg(series, 90, 'chart');

    expect(svg).toContain('role="img" aria-labelledby="chart-title chart-desc"');
    expect(svg).toContain('<title id="chart-title">Credentials over 90 days</title>');
    expect(svg).toContain('On 2026-03-13 1,100 of 1,200 were over it, 500 of them never rotated.');
  });

  it('has tags that all close, and fits its box', () => {
    const svg = historySvg(series, 90);
    const numbers = [...svg.matchAll(/[ML](?<x>[\d.]+) (?<y>[\d.]+)/g)];

    expect(svg.match(/<(?!\/)/g)?.length).toBe(svg.match(/<\/|\/>/g)?.length);
    expect(numbers.length).toBeGreaterThan(9);
    for (const { groups } of numbers) {
      expect(Number(groups!['x'])).toBeLessThanOrEqual(720 - 16);
      expect(Number(groups!['y'])).toBeGreaterThanOrEqual(12);
    }
  });

  it.each([
    ['one point', series.slice(0, 1)],
    ['no point', []],
    ['no credential', series.map((point) => ({ ...point, credentials: 0, over: 0, never: 0 }))],
  ])('is nothing of %s', (_, points) => {
    expect(historySvg(points, 90)).toBe('');
  });
});
