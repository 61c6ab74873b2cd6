import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  code,
  details,
  escapeMarkdown,
  fence,
  markdownTable,
  plainText,
} from '../../src/report/escape-markdown.ts';
import { visible } from '../../src/report/sanitize.ts';
import { change, credential, manyCredentials } from './credentials.ts';
import { applyMarkdown, auditMarkdown, openMarkdown, planMarkdown } from './printed.ts';
import { APPLY, AUDIT, auditResult, OPEN, PLAN } from './sample.ts';

/** Pieces of Markdown, HTML and of what GitHub makes links of. */
const PIECES = [
  ...[
    '|',
    '`',
    '``',
    '```',
    '\\',
    '\n',
    '\r\n',
    '\t',
    '<',
    '>',
    '<!--',
    '-->',
    '</details>',
    '<script>',
    '&',
    '&#124;',
  ],
  ...[
    '@user',
    '@org/team',
    '#123',
    'GH-12',
    'o/r#1',
    'http://a.example',
    'www.a.example',
    'a@b.c',
    ':smile:',
    '$x$',
    '${',
    '}',
  ],
  ...[
    '[x](http://a.b)',
    '![i](u)',
    '[^1]',
    '[ ] ',
    '*',
    '**',
    '_',
    '__',
    '~~',
    '- ',
    '1. ',
    '# ',
    '===',
    '---',
    '+',
    ' ',
    '  ',
  ],
  ...['abc', 'é', '日本', 'x_y', '\u202e', '\u200b', '\x1b[31m', '"', "'"],
];
const hostile = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));

/** The text that a reader sees: code, entities, escapes and the zero-width spaces resolved. */
function read(markdown: string): string {
  return markdown
    .replace(/<\/?(?:code|span)>/g, '')
    .replace(/^`(.*)`$/s, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '');
}

/** Cells of a row as GFM splits it: at every `|` without a backslash before it, code or not. */
function cells(row: string): string[] {
  return row.slice(1, -1).split(/(?<!\\)\|/);
}

describe('text in Markdown', () => {
  it.each([
    ['a|b', 'a&#124;b'],
    ['@user', '@&#8203;user'],
    ['fixes #12', 'fixes #&#8203;12'],
    ['GH-12', 'GH-&#8203;12'],
    ['<b>', '&lt;b&gt;'],
    ['force_rotate_token', 'force_rotate_token'],
    ['_x_', '\\_x\\_'],
    ['see http://a.b', 'see http:&#8203;//a.b'],
    ['- item', '\\- item'],
    ['1. item', '1&#8203;. item'],
    ['# heading', '\\# heading'],
    ['two\nlines', 'two lines'],
    ['cost $a$', 'cost <span>$</span>a<span>$</span>'],
  ])('%j is written %j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it('reads as it is, whatever it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeMarkdown(text);

        expect(escaped).not.toMatch(/[\n\r`]|@\w|(?<!&)#\w|GH-\d|:\/\/|www\.|<(?!\/?span>)/i);
        expect(cells(`|${escaped}|`)).toHaveLength(1);
        expect(read(escaped)).toBe(visible(text.replace(/\s+/g, ' ')));
      }),
    );
  });
});

describe('code in Markdown', () => {
  it.each([
    ['rds.tf:12', '`rds.tf:12`'],
    ['@user', '`@user`'],
    ['', ''],
    ['a|b', '<code>a&#124;b</code>'],
    ['a`b', '<code>a&#96;b</code>'],
    ['a|b@c', '<code>a&#124;b&#64;&#8203;c</code>'],
    [' x', '<code> x</code>'],
    ['a\nb', '<code>a&#92;nb</code>'],
  ])('%j is written %j', (text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  it('stays code, on one line and in one cell, whatever it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = code(text);

        expect(written).toMatch(/^(`[^`|\n]+`|<code>(?:[\p{L}\p{N}\p{M} ]|&#\d+;)+<\/code>)$/u);
        expect(cells(`|${written}|`)).toHaveLength(1);
      }),
    );
  });
});

describe('a fence, a fold and a title', () => {
  it('no content closes a fence', () => {
    expect(fence('a\n````\nb', 'diff')).toBe('`````diff\na\n````\nb\n`````');
  });

  it('no summary closes a fold', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(details(text, 'x').match(/<[^>]*>/g)).toEqual([
          '<details>',
          '<summary>',
          '</summary>',
          '</details>',
        ]);
      }),
    );
  });

  it('no name in a title mentions, closes an issue or steers a workflow', () => {
    expect(plainText('@team fixes #12 [skip ci]\nSigned-off-by: x')).toBe(
      '@\u200bteam fixes #\u200b12 (skip ci) Signed-off-by: x',
    );
  });
});

describe('reports in Markdown', () => {
  const hostileText = '|`@user` #12\n<b>|';
  const bad = credential({
    namespace: hostileText,
    kind: 'rds',
    state: 'due',
    module: hostileText,
    value: hostileText,
    version: hostileText,
    reasons: [{ code: hostileText, message: hostileText }],
  });
  const problems = [{ file: hostileText, line: 1, column: 1, code: 'x', message: hostileText }];
  const changes = [change(bad, hostileText)];
  const skipped = [{ id: hostileText, code: hostileText, message: hostileText }];
  const request = {
    ...PLAN.pullRequests[0]!,
    namespace: hostileText,
    title: hostileText,
    branch: hostileText,
    reason: hostileText,
  };

  it.each([
    ['audit', auditMarkdown(auditResult([bad], problems), { verbose: true })],
    ['apply', applyMarkdown({ ...APPLY, changes, skipped, problems })],
    ['open', openMarkdown({ ...OPEN, pullRequests: [{ ...request, changes }], skipped, problems })],
    [
      'plan',
      planMarkdown({
        ...PLAN,
        pullRequests: [{ ...request, changes, diff: '', body: '' }],
        skipped,
        problems,
      }),
    ],
  ])('%s is not broken by data', (_, text) => {
    const outsideCode = text.replace(/<code>.*?<\/code>|`[^`\n]*`/g, '');
    const rows = text.split('\n').filter((line) => line.startsWith('|'));

    expect(outsideCode).not.toMatch(/@\w|(?<!&)#\d|<(?!\/?(?:details|summary|span)\b)/);
    expect(rows.length).toBeGreaterThan(2);
    for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
      expect(
        new Set(
          table
            .trim()
            .split('\n')
            .map((row) => cells(row).length),
        ).size,
      ).toBe(1);
    }
  });

  it('audit shows totals, rows and what is next', () => {
    const few = AUDIT.credentials.filter(({ namespace }) => namespace === 'court-diary-dev');

    expect(
      auditMarkdown(auditResult(few), { verbose: false, selection: ['-n', 'court-*'] }),
    ).toMatchInlineSnapshot(`
      "## Credentials on 2026-11-23

      3 credentials in 1 namespace: 1 never rotated, 1 due, 1 ok. Read from the working tree.

      | state | namespace | kind | module | file | rotated on | days | version | next due | team | production | Slack channel | reason |
      | --- | --- | --- | --- | --- | --- | ---: | --- | --- | --- | --- | --- | --- |
      | never | \`court-diary-dev\` | elasticache | \`ec_cluster\` | \`elasticache.tf:6\` | never |  | \`8.0.0\` ↑ |  |  |  |  | no rotation date is set; module version 8.0.0, latest is 8.2.0 |
      | due | \`court-diary-dev\` | rds | \`rds\` | \`rds.tf:11\` | 2023-04-05 | 1,328 | \`9.2.0\` |  |  |  |  | rotated 1328 days ago, 90 are allowed; the instance is stopped overnight; apply the rotation while it runs |
      | ok | \`court-diary-dev\` | serviceaccount | \`serviceaccount_circleci\` | \`serviceaccount-circleci.tf:4\` | 2026-11-02 | 21 | \`1.2.0\` |  |  |  |  |  |

      never: due, and never rotated; due: older than 90 days; ok: rotated within 90 days; ↑: the latest is elasticache 8.2.0.

      ### Modules that no date rotates: 1

      <details><summary>not rotatable (1)</summary>

      | credential | why |
      | --- | --- |
      | \`licences-prod/aurora.tf#aurora_db\` | the rds-aurora module has no variable that rotates its password: ask the Cloud Platform team |

      </details>

      | kind | never rotated | due | ok | all |
      | --- | ---: | ---: | ---: | ---: |
      | serviceaccount | 0 | 0 | 1 | 1 |
      | rds | 0 | 1 | 0 | 1 |
      | elasticache | 1 | 0 | 0 | 1 |

      - To see the change first: \`rotate-pr plan -n 'court-*' --due\`
      - To rotate what is due (2): \`rotate-pr open -n 'court-*' --due\`
      "
    `);
  });

  it('audit shows numbers instead of what is in order when the estate is large', () => {
    const large = auditResult(manyCredentials(3800));

    const text = auditMarkdown(large, { verbose: false });

    expect(text).not.toMatch(/^\| (ok|exempt) /m);
    expect(text).toContain('--verbose lists them');
    expect(text.length).toBeLessThan(1024 * 1024);
  });

  it('open links pull requests, and nothing that is no plain address', () => {
    const [first] = OPEN.pullRequests;
    const odd = { ...first!, url: 'https://a.example/) [x](y' };

    expect(openMarkdown(OPEN)).toContain('[#41873](https://github.com/ministryofjustice/');
    expect(openMarkdown({ ...OPEN, pullRequests: [odd] })).toContain('| `#41873` |');
  });

  it('a table has its columns', () => {
    expect(markdownTable(['a', 'b'], [['1', '2']], [1])).toBe('| a | b |\n| --- | ---: |\n| 1 | 2 |');
  });
});
