import { describe, expect, it } from 'vitest';
import { afterMergePages } from '../../src/report/after-merge-comment.ts';
import { say } from '../../src/report/phrase.ts';
import type { MergedNamespace } from '../../src/results/after-merge.ts';
import type { RunbookStep } from '../../src/results/runbook.ts';
import { LIVE } from './credentials.ts';

function merged(namespace: string, given: Partial<MergedNamespace> = {}): MergedNamespace {
  const steps = [step(`Restart ${namespace}`)];
  const nothing = { credentials: [], otherCredentials: [], otherSteps: [] };
  return { namespace, cluster: LIVE, steps, teams: ['gardeners'], slackChannel: null, ...nothing, ...given };
}

function step(title: string): RunbookStep {
  return { title: say`${title}`, commands: [], expect: [], credential: null };
}

describe('the comment after a merge', () => {
  it.each([
    [['gardeners'], 'garden', '**To act:** the team `gardeners`, Slack channel `#garden`.'],
    [['a', 'b'], '#garden', '**To act:** one of the teams `a` and `b`, Slack channel `#garden`.'],
    [[], null, '**To act:** nobody is bound to a role in this namespace.'],
    [['@org/all'], null, '**To act:** the team `@org/all`.'],
  ])('names who is to act: %j', (teams, slackChannel, sentence) => {
    const [page = ''] = afterMergePages([merged('a-dev', { teams, slackChannel })], null);

    expect(page).toContain(`### \`a-dev\`\n\n${sentence}\n`);
  });

  it('says that it was an incident, and escapes why', () => {
    const [page = ''] = afterMergePages([merged('a-dev')], 'ask @org/team');

    expect(page).toContain('> **Incident:** ask @&#8203;org/team');
  });

  it('goes on in further comments below GitHub’s limit, with no namespace torn or left out', () => {
    const names = Array.from({ length: 40 }, (_, at) => `n${at}-dev`);
    const steps = Array.from({ length: 40 }, (_, at) => step(`${at} ${'x'.repeat(100)}`));

    const pages = afterMergePages(
      names.map((name) => merged(name, { steps })),
      null,
    );

    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.length).toBeLessThan(65_000);
    const headings = pages.flatMap((page) =>
      [...page.matchAll(/^### `(?<name>.*)`$/gm)].map(({ groups }) => groups!['name']),
    );
    expect(headings).toEqual(names);
    for (const page of pages)
      expect(page.split('- [ ] ').length - 1).toBe(page.split('### ').length * 40 - 40);
  });

  it('names the command that prints what no comment could hold', () => {
    const steps = [step('x'.repeat(70_000))];

    const pages = afterMergePages([merged('a-dev', { steps }), merged('b-dev')], null);

    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('`rotate-pr runbook --namespace a-dev`');
    expect(pages[0]).toContain('Restart b-dev');
  });
});
