import { describe, expect, it } from 'vitest';
import {
  decideDashboard,
  type FoundDashboard,
  type FoundDashboards,
  type FoundPage,
  isRetired,
  pageOf,
  retiredBody,
  type WantedDashboard,
} from '../../src/dashboard/decide.ts';

const STAMP = { asOf: '2026-11-23', base: '3f7e65dbfe60aa' };
const BOX = '- [ ] <!-- rotate-pr:rotate live/a --> `a`';
const OTHER = '- [ ] <!-- rotate-pr:rotate live/b --> `b`';
const PAGES = [`One\n\n${BOX}\n`, `Two\n\n${OTHER}\n`];
const NONE: FoundDashboards = { open: null, duplicates: [], closed: null };

function wanted(given: Partial<WantedDashboard> = {}): WantedDashboard {
  return { pages: PAGES, handled: new Set(), anew: false, stamp: STAMP, ...given };
}

/** An issue whose pages an earlier run wrote. */
function issue(pages: readonly string[] = PAGES): FoundDashboard {
  const mark = (page: number) =>
    `<!-- rotate-pr:dashboard page=${page} as-of=2026-10-01 base=000000000000 -->`;
  return {
    number: 7,
    url: 'https://example.org/7',
    pages: pages.map((text, index): FoundPage => {
      return { id: index === 0 ? null : 100 + index, page: index + 1, body: `${mark(index + 1)}\n${text}` };
    }),
  };
}

const open = (pages?: readonly string[]): FoundDashboards => ({ ...NONE, open: issue(pages) });
const ticked = (text: string): string => text.replace('- [ ]', '- [x]');

describe('the dashboard', () => {
  it('is made with every page marked', () => {
    const decision = decideDashboard(NONE, wanted());

    expect(decision).toMatchObject({ do: 'create', why: 'none-yet' });
    const pages = 'pages' in decision ? decision.pages : [];
    expect(pages.map(pageOf)).toEqual([1, 2]);
    expect(pages[0]).toBe(
      `<!-- rotate-pr:dashboard page=1 as-of=2026-11-23 base=3f7e65dbfe60 -->\n${PAGES[0]}`,
    );
  });

  it('stays as it is on another day and another commit, when it says the same', () => {
    expect(decideDashboard(open(), wanted())).toEqual({
      do: 'unchanged',
      number: 7,
      url: 'https://example.org/7',
    });
  });

  it('gets the pages that differ, and those that are missing', () => {
    const decision = decideDashboard(open(['One', PAGES[1]!]), wanted({ pages: [...PAGES, 'Three'] }));

    expect(decision).toMatchObject({
      do: 'update',
      why: 'changed',
      body: expect.stringMatching(/page=1 as-of=2026-11-23.*\nOne\n\n- \[ \]/),
      comments: [{ id: null, body: expect.stringContaining('Three') }],
      surplus: [],
    });
  });

  it('loses pages that are no longer wanted', () => {
    expect(decideDashboard(open(), wanted({ pages: [PAGES[0]!] }))).toMatchObject({
      body: null,
      comments: [],
      surplus: [101],
    });
  });

  it('keeps the older of two comments with the same page', () => {
    const { pages, ...rest } = issue();
    const found = { ...NONE, open: { ...rest, pages: [...pages, { ...pages[1]!, id: 300 }] } };

    expect(decideDashboard(found, wanted())).toMatchObject({ body: null, comments: [], surplus: [300] });
  });

  it('keeps ticks, and counts them for no change', () => {
    expect(decideDashboard(open(PAGES.map(ticked)), wanted())).toMatchObject({ do: 'unchanged' });
  });

  it('keeps a tick whose line moves to another page', () => {
    const decision = decideDashboard(
      open([PAGES[0]!, ticked(PAGES[1]!)]),
      wanted({ pages: [`One\n\n${BOX}\n${OTHER}\n`] }),
    );

    expect(decision).toMatchObject({ body: expect.stringContaining(ticked(OTHER)), surplus: [101] });
  });

  it('unticks what was seen to, and only that', () => {
    const decision = decideDashboard(open(PAGES.map(ticked)), wanted({ handled: new Set(['live/a']) }));

    expect(decision).toMatchObject({ body: expect.stringContaining(BOX), comments: [] });
  });

  it('that lost its mark gets it again', () => {
    const [first, second] = issue().pages;
    const found = { ...NONE, open: { ...issue(), pages: [{ ...first!, body: PAGES[0]! }, second!] } };

    expect(decideDashboard(found, wanted())).toMatchObject({ do: 'update', comments: [] });
  });

  it('closed by a person is left alone, unless another one is asked for', () => {
    const found: FoundDashboards = { ...NONE, closed: { ...issue(), by: 'person' } };

    expect(decideDashboard(found, wanted())).toMatchObject({ do: 'left-alone', number: 7 });
    expect(decideDashboard(found, wanted({ anew: true }))).toMatchObject({ do: 'create', why: 'asked-for' });
  });

  it('closed by a bot is opened again, although it says the same', () => {
    const found: FoundDashboards = { ...NONE, closed: { ...issue(), by: 'bot' } };

    expect(decideDashboard(found, wanted())).toMatchObject({
      do: 'update',
      why: 'closed-by-bot',
      body: null,
    });
  });

  it('that there is twice is one from then on', () => {
    expect(decideDashboard({ ...open(), duplicates: [9] }, wanted())).toMatchObject({
      do: 'update',
      why: 'duplicate',
      duplicates: [9],
    });
    expect(isRetired(retiredBody(7))).toBe(true);
    expect(isRetired(issue().pages[0]!.body)).toBe(false);
  });

  it.each(['', 'page=2', '<!-- rotate-pr:dashboard page=0 -->', '<!-- rotate-pr:dashboard page=x -->'])(
    'has no page in %j',
    (body) => {
      expect(pageOf(body)).toBeNull();
    },
  );
});
