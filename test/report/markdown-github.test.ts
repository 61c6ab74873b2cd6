import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, details, escapeMarkdown, markdownTable } from '../../src/report/escape-markdown.ts';
import { visible } from '../../src/report/sanitize.ts';

const EXTENSIONS = ['table', 'autolink', 'strikethrough', 'tagfilter', 'tasklist'];
/** Whether GitHub's own Markdown parser is on the PATH; it is no dependency of ours. */
const hasParser = spawnSync('cmark-gfm', ['--version']).status === 0;
if (!hasParser)
  process.stderr.write('Left out: what GitHub’s parser makes of a table, for there is no cmark-gfm.\n');

/** HTML as GitHub's parser makes it, raw HTML let through as GitHub does. */
function render(markdown: string): string {
  const flags = ['--unsafe', ...EXTENSIONS.flatMap((name) => ['--extension', name])];
  const { stdout, status } = spawnSync('cmark-gfm', flags, { input: markdown, encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout;
}

/** Tags that stand in the HTML, with their attributes, each once. */
function tags(html: string): string[] {
  return [...new Set(Array.from(html.matchAll(/<[a-z/!][^>]*>/gi), ([tag]) => tag))].sort();
}

/** What is read on the page. */
function shown(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '');
}

const pieces = [
  ...[
    '|',
    '`',
    '``',
    '\\',
    '\\|',
    '\n',
    '\t',
    '<',
    '>',
    '<!--',
    '-->',
    '<b>',
    '</td>',
    '</table>',
    '<script>',
  ],
  ...[
    '</code>',
    '<a href=x>',
    '&',
    '&#124;',
    '&vert;',
    '&lt;',
    '@user',
    '#123',
    'http://a.example',
    'www.a.example',
  ],
  ...[
    'a@b.example',
    'ftp://a.example',
    'mailto:a@b.example',
    'xmpp:a@b.example',
    'https://a.b/c?d=e',
    '<http://a.b>',
  ],
  ...[
    '[x](http://a.b)',
    '![i](u)',
    '[x]: u',
    '[ ] ',
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '- ',
    '1. ',
    '1) ',
    '# ',
    '> ',
  ],
  ...[
    '===',
    '---',
    '+',
    ' ',
    '  ',
    '    ',
    'a',
    'é',
    '日本',
    'x_y',
    '$x$',
    ':smile:',
    '"',
    "'",
    '!',
    '{',
    '}',
  ],
];
const hostile = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));
/** Many at once: a process for each would take minutes. */
const many = fc.array(hostile, { minLength: 150, maxLength: 150 });

describe.skipIf(!hasParser)("GitHub's parser", () => {
  it('makes one row and two cells of whatever stands in a table, with the text as it is', () => {
    fc.assert(
      fc.property(many, (texts) => {
        const html = render(
          markdownTable(
            ['plain', 'code'],
            texts.map((text) => [escapeMarkdown(text), code(text)]),
          ),
        );

        const rows = Array.from(html.matchAll(/<tr>\s*<td>(.*?)<\/td>\s*<td>(.*?)<\/td>\s*<\/tr>/gs));
        expect(rows.map(([, plain, asCode]) => [shown(plain!).trim(), shown(asCode!).trim()])).toEqual(
          texts.map((text) => [visible(text.replace(/\s+/g, ' ')).trim(), visible(text).trim()]),
        );
        expect(
          tags(html).filter((tag) => !/^<\/?(table|thead|tbody|tr|t[hd]|code|span)>$/.test(tag)),
        ).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('makes a paragraph of plain text of whatever stands alone, in a list or in a heading', () => {
    fc.assert(
      fc.property(many, (texts) => {
        const html = render(
          texts
            .map(
              (text) =>
                `- ${code('x')}: ${escapeMarkdown(text)}\n\n### ${escapeMarkdown(text)}\n\n${escapeMarkdown(text)}`,
            )
            .join('\n\n<hr>\n\n'),
        );

        expect(tags(html).filter((tag) => !/^<\/?(hr|ul|li|p|h3|code|span)( \/)?>$/.test(tag))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('folds what stands in a summary, and nothing of it gets out', () => {
    fc.assert(
      fc.property(many, (texts) => {
        const html = render(texts.map((text) => details(text, escapeMarkdown(text))).join('\n\n'));

        expect(html.match(/<details><summary>/g)).toHaveLength(texts.length);
        expect(tags(html).filter((tag) => !/^<\/?(details|summary|p|span)>$/.test(tag))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});
