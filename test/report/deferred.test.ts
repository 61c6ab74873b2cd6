import { describe, expect, it } from 'vitest';
import { stringWidth } from '../../src/report/width.ts';
import type { OpenResult, PullRequestResult } from '../../src/results/results.ts';
import { openMarkdown, openText } from './printed.ts';
import { OPEN } from './sample.ts';

const narrow = { width: 80, color: false, verbose: false };

function request(namespace: string, part: Partial<PullRequestResult>): PullRequestResult {
  return { ...OPEN.pullRequests[0]!, namespace, url: null, number: null, changes: [], ...part };
}

/** 400 that wait for their turn, 100 for another environment each, 12 that people closed on one day. */
const MANY: OpenResult = {
  ...OPEN,
  skipped: [],
  pullRequests: [
    OPEN.pullRequests[0]!,
    ...Array.from({ length: 400 }, (_, index) =>
      request(`claims-${index}-dev`, {
        outcome: 'deferred',
        code: 'turn',
        reason: 'It waits for its turn: this run opens at most 1.',
      }),
    ),
    ...Array.from({ length: 100 }, (_, index) =>
      request(`visits-${index}-prod`, {
        outcome: 'deferred',
        code: 'application',
        reason: `visits-${index}-dev of its application comes first, on another day.`,
      }),
    ),
    ...Array.from({ length: 12 }, (_, index) =>
      request(`diary-${index}-prod`, {
        outcome: 'left-alone',
        reason: 'A person closed its pull request: not reopened before 2027-02-22.',
      }),
    ),
  ],
};

describe('open with hundreds that wait', () => {
  it('tells them by reason, with the first few of each, and how to lift what can be lifted', () => {
    expect(openText(MANY, narrow)).toMatchInlineSnapshot(`
      "created  court-diary-dev  #41873
          https://github.com/ministryofjustice/cloud-platform-environments/pull/41873

      Left alone: 12
        12 × A person closed its pull request: not reopened before 2027-02-22.
          diary-0-prod, diary-1-prod, diary-2-prod, diary-3-prod, diary-4-prod
          … and 7 more; --verbose or a pipe lists them

      Deferred: 500
        400 × It waits for its turn: this run opens at most 1.
          claims-0-dev, claims-1-dev, claims-2-dev, claims-3-dev, claims-4-dev
          … and 395 more; --verbose or a pipe lists them
        100 × Another environment of its application comes first, or was begun today.
          visits-0-prod  visits-0-dev of its application comes first, on another day.
          visits-1-prod  visits-1-dev of its application comes first, on another day.
          visits-2-prod  visits-2-dev of its application comes first, on another day.
          visits-3-prod  visits-3-dev of its application comes first, on another day.
          visits-4-prod  visits-4-dev of its application comes first, on another day.
          … and 95 more; --verbose or a pipe lists them

      Environments of one application go one after another, a day apart, production
      last: --together lifts that.

      513 namespaces: 1 created, 12 left alone, 500 deferred.

      To finish what is deferred, run it again: rotate-pr open
      "
    `);
  });

  it.each([80, 160])('stays within a screen and within %d columns', (width) => {
    const lines = openText(MANY, { ...narrow, width })
      .trimEnd()
      .split('\n');

    expect(lines.length).toBeLessThan(40);
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
  });

  it('names every one of them with --verbose', () => {
    const text = openText(MANY, { ...narrow, verbose: true });

    expect(MANY.pullRequests.filter(({ namespace }) => !text.includes(namespace ?? ''))).toEqual([]);
  });

  it('folds them in Markdown, every one by its name', () => {
    const markdown = openMarkdown(MANY);

    expect(markdown).toContain(
      '<details><summary>400 &#215; It waits for its turn: this run opens at most 1.</summary>',
    );
    expect(markdown).toContain(
      '| `visits-7-prod` | visits-7-dev of its application comes first, on another day. |',
    );
    expect(markdown).not.toMatch(/^\| deferred/m);
    expect(MANY.pullRequests.filter(({ namespace }) => !markdown.includes(`\`${namespace}\``))).toEqual([]);
  });

  it('says nothing of --together where it would lift nothing', () => {
    const turns = { ...MANY, pullRequests: MANY.pullRequests.filter(({ code }) => code !== 'application') };

    expect(openText(turns, narrow)).not.toContain('--together');
    expect(openMarkdown(turns)).not.toContain('--together');
  });

  it('counts groups as groups', () => {
    const group = request('', { namespace: null, cluster: null, group: 'team.laa', outcome: 'created' });

    expect(openText({ ...OPEN, skipped: [], pullRequests: [group] }, narrow)).toContain(
      '1 group: 1 created.',
    );
  });
});
