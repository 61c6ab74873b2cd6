import { describe, expect, it } from 'vitest';
import { statusCsv } from '../../src/report/status.ts';
import { stringWidth } from '../../src/report/width.ts';
import type { OpenResult } from '../../src/results/results.ts';
import { closeMarkdown, closeText, statusMarkdown, statusText } from './printed.ts';
import { OPEN } from './sample.ts';
import { openOne, STATUS, statusOf } from './status-sample.ts';

const narrow = { width: 80, color: false, verbose: false, selection: ['--team', 'laa'] };
const wide = { ...narrow, width: 160 };

describe('status', () => {
  it('lists what needs somebody first, what waits by reason, what people closed, and what to run', () => {
    expect(statusText(STATUS, narrow)).toMatchInlineSnapshot(`
      "Open: 5
        pull request  namespace                 days  checks     mergeable  review
        #41801        gateway-proxy (live-2)       2  failing    mergeable  unreviewed
        #41802        hmpps-assess…eproduction    12  passing    conflict   unreviewed
            ↳ The next run updates it: a file that it changes has changed on the base
              branch.
        #41810        probation-api-prod          40  pending    mergeable  chang…raft
            ↳ Somebody else committed to its branch (its last commit is a merge).
        #41790        court-diary-dev             34  passing    mergeable  approved
        #41811        prison-visits-a              1  no checks  ?

      Deferred: 3
        2 × The next run opens it.
          prison-visits-b, prison-visits-c
        1 × Another environment of its application, court-diary-dev, was begun today.
          court-diary-prod

      Environments of one application go one after another, a day apart, production
      last: --together lifts that.

      Closed by a person, and not reopened yet: 1
        pull request  namespace   not reopened before  why
        #41700        claims-dev  2027-02-22
            ↳ It was closed by rotate-pr close.
        What a person closed is opened again by its name: rotate-pr open --namespace
        NAME.

      5 pull requests are open: 1 with failing checks, 1 in conflict with the base
      branch, 1 with somebody's commits, 1 with changes requested, 1 with checks
      pending, 2 with passing checks, 1 approved, 1 a draft. The oldest is 40 days
      old.
      3 namespaces have something due and no pull request.
      1 pull request closed by a person is not reopened yet.

      To see what the next run would write: rotate-pr plan --team laa --due
      To open 2, update 1: rotate-pr open --team laa --due
      "
    `);
  });

  it('shows addresses where there is room', () => {
    expect(statusText(STATUS, wide)).toContain(
      'https://github.com/ministryofjustice/cloud-platform-environments/pull/41801  gateway-proxy (live-2)',
    );
  });

  it.each([80, 160])('fits %d columns, but for a command to be copied', (width) => {
    const lines = statusText(STATUS, { ...narrow, width }).split('\n');

    expect(lines.filter((line) => stringWidth(line) > width && !line.includes('rotate-pr '))).toEqual([]);
  });

  it('lists all with --verbose', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      openOne(`claims-${index}`, index, { state: 'closed', until: '2027-02-22', code: 'closed-by-person' }),
    );

    expect(statusText(statusOf(many), narrow)).toContain('… and 20 more');
    expect(statusText(statusOf(many), { ...narrow, verbose: true })).toContain('claims-29');
  });

  it('says that there is nothing', () => {
    expect(statusText(statusOf([]), narrow)).toBe(
      'No pull request is open, and nothing that is due waits for one.\n',
    );
  });

  it('is a table in Markdown, and nothing in it is more than data', () => {
    const nasty = openOne('a|b', 7, { reason: 'by @team <b>', url: 'javascript:alert(1)' });

    const markdown = statusMarkdown(statusOf([...STATUS.pullRequests, nasty]));

    expect(markdown).toContain(
      '| [#41801](https://github.com/ministryofjustice/cloud-platform-environments/pull/41801) | `gateway-proxy (live-2)` | 2 | failing | mergeable | unreviewed |  |',
    );
    expect(markdown).toContain('<details><summary>2 &#215; The next run opens it.</summary>');
    expect(markdown).toContain('by @&#8203;team &lt;b&gt;');
    expect(markdown).not.toContain('javascript:');
  });

  it('is a row each in CSV, under the names of the JSON', () => {
    const [header, ...rows] = statusCsv(STATUS).trimEnd().split('\r\n');

    expect(header).toMatch(
      /^state,cluster,namespace,branch,number,url,title,ageDays,checks,mergeable,review,/,
    );
    expect(rows).toHaveLength(STATUS.pullRequests.length);
    expect(rows[3]).toContain(',pending,yes,changes-requested,');
    expect(rows[3]).toMatch(/,true,true$/);
    expect(rows[5]).toMatch(/^deferred,.*,,,,/);
  });
});

describe('close', () => {
  const [one, , other] = OPEN.pullRequests;
  const closed: OpenResult = {
    ...OPEN,
    skipped: [],
    pullRequests: [
      { ...one!, outcome: 'closed', reason: 'It was closed by rotate-pr close.' },
      { ...other!, outcome: 'left-alone', reason: 'Somebody else committed to its branch.' },
    ],
  };
  const planned: OpenResult = {
    ...closed,
    pullRequests: [{ ...one!, outcome: 'planned', reason: 'Its branch would be deleted too.' }],
  };

  it('says what was closed, what was not and why, and what that means for the next run', () => {
    expect(closeText(closed, narrow)).toMatchInlineSnapshot(`
      "closed      court-diary-dev     #41873  It was closed by rotate-pr close.
      left alone  probation-api-prod  #41790  Somebody else committed to its branch.

      2 pull requests: 1 closed, 1 left alone.
      A closed one counts as closed by a person: rotate-pr open --due leaves its
      credentials alone until they fall due next; rotate-pr open --namespace with its
      name opens it again.
      "
    `);
  });

  it('says after a dry run how to do it', () => {
    const text = closeText(planned, narrow);

    expect(text).toContain('1 pull request: 1 would be closed.');
    expect(text).toContain('To close them: rotate-pr close --team laa');
    expect(text).not.toContain('counts as closed');
  });

  it('says that there is nothing to close', () => {
    expect(closeText({ ...closed, pullRequests: [] }, narrow)).toMatch(/^Nothing to close/);
  });

  it('is a table in Markdown', () => {
    expect(closeMarkdown(closed)).toMatch(/\| left alone \| `probation-api-prod` \| \[#41790\]/);
  });
});
