import { describe, expect, it } from 'vitest';
import { type PullRequestInput, pullRequestBody } from '../../src/report/pull-request.ts';
import { CREDENTIALS, change } from './credentials.ts';
import { consequences, secretUse, token, told, use, used } from './used.ts';

const court = CREDENTIALS.filter(({ namespace }) => namespace === 'court-diary-dev').map((each) =>
  used(change(each, each.kind === 'elasticache' ? '2026-11-23' : '23-11-2026')),
);
const [, rds] = court;
const input: PullRequestInput = {
  namespace: 'court-diary-dev',
  clusterLabel: 'live',
  changes: court,
  skipped: [],
  production: null,
  team: null,
  slackChannel: null,
  warnings: [],
};

describe('the body', () => {
  it('mentions nobody and is not broken, whatever the names are', () => {
    const evil = '|`@user` #12\n## <b>|';
    const bad = { ...rds!, module: evil, file: evil, from: evil, to: evil };
    const reasons = [{ code: 'x', message: evil }];

    const text = pullRequestBody({
      ...input,
      namespace: evil,
      team: evil,
      slackChannel: evil,
      warnings: reasons,
      skipped: [{ id: evil, code: 'x', message: evil }],
      changes: [
        {
          ...bad,
          notes: reasons,
          consequences: consequences({
            uses: [
              secretUse({ name: told(evil), namespace: told(evil), isOwn: false }, { file: evil }),
              secretUse({ name: told(evil), namespace: told(evil), isOwn: null }),
              secretUse({ name: told(evil), entries: [] }),
              use({ type: evil, name: evil }),
            ],
            token: token({ repositories: [told(evil)], environments: [told(evil)], owner: evil }),
            unread: [evil],
          }),
        },
      ],
    });

    const outsideCode = text
      .replace(/(`{3,})sh\n[\s\S]*?\1/g, '')
      .replace(/<code>.*?<\/code>|`[^`\n]*`/g, '');
    expect(outsideCode).not.toMatch(/@\w|(?<!&)#\d|<(?!\/?(?:span|details|summary)\b)/);
    expect(text.match(/^## .*/gm)).toEqual(['## Before you merge', '## What rotates']);
  });

  it('stays below what GitHub takes, and says what it leaves out', () => {
    const changes = Array.from({ length: 900 }, (_, index) => ({
      ...rds!,
      module: `module_${index}_${'x'.repeat(80)}`,
    }));
    const skipped = changes.map(({ module }) => ({
      id: `court-diary-dev/rds.tf#${module}`,
      code: 'x',
      message: 'y',
    }));

    const text = pullRequestBody({ ...input, changes, skipped });

    expect(text.length).toBeLessThan(60_001);
    expect(text).toContain('more: this text would be too long.');
  });

  it('is the same every time', () => {
    expect(pullRequestBody(input)).toBe(pullRequestBody(structuredClone(input)));
  });
});
