import { expect, it } from 'vitest';
import { problemsText } from '../../src/report/text.ts';

function frame(sourceLine: string | null, column: number, width = 80): string {
  const problem = {
    file: 'namespaces/live/a/resources/rds.tf',
    line: 12,
    column,
    code: 'unclosed',
    message: 'this string is not closed',
  };
  const located = sourceLine === null ? problem : { ...problem, sourceLine };
  return problemsText([located], { width, color: false, isTerminal: true, verbose: false });
}

it('points at the column', () => {
  expect(frame('  db_engine = "postgres', 15)).toMatchInlineSnapshot(`
    "1 problem:
      namespaces/live/a/resources/rds.tf:12:15: this string is not closed
        12 |   db_engine = "postgres
           |               ^
    "
  `);
});

it('counts tabs, wide and combined characters as the terminal shows them', () => {
  expect(frame('\t日本 e\u0301 = "x', 8)).toMatchInlineSnapshot(`
    "1 problem:
      namespaces/live/a/resources/rds.tf:12:8: this string is not closed
        12 |     日本 é = "x
           |             ^
    "
  `);
});

it('cuts a long line around the column', () => {
  const line = `${'a'.repeat(100)}"${'b'.repeat(100)}`;

  const text = frame(line, 101, 60);

  expect(text).toMatchInlineSnapshot(`
    "1 problem:
      namespaces/live/a/resources/rds.tf:12:101: this string is not closed
        12 | …aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"bbbbbbbbbbbbbbbbbb…
           |                               ^
    "
  `);
  expect(
    Math.max(
      ...text
        .split('\n')
        .slice(2)
        .map((each) => each.length),
    ),
  ).toBeLessThanOrEqual(60);
});

it('points behind the end of a line that is shorter than the column', () => {
  expect(frame('}\r\n', 9)).toMatchInlineSnapshot(`
    "1 problem:
      namespaces/live/a/resources/rds.tf:12:9: this string is not closed
        12 | }
           |  ^
    "
  `);
});

it('says place and message alone when there is no line to show', () => {
  expect(frame(null, 1)).toBe(
    '1 problem:\n  namespaces/live/a/resources/rds.tf:12:1: this string is not closed\n',
  );
});

it('shows what would steer the terminal', () => {
  expect(frame('a\x1b[2J = "x', 3)).not.toContain('\x1b');
});
