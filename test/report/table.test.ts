import { describe, expect, it } from 'vitest';
import { visible, visibleLine } from '../../src/report/sanitize.ts';
import { formatTable } from '../../src/report/table.ts';
import { stringWidth, truncate, wrap } from '../../src/report/width.ts';

describe('the width of a text', () => {
  it.each([
    ['', 0],
    ['rds.tf', 6],
    ['naïve', 5],
    ['nai\u0308ve', 5],
    ['日本', 4],
    ['ｒｄｓ', 6],
    ['🔑', 2],
    ['→…', 2],
  ])('%s takes %i columns', (text, width) => {
    expect(stringWidth(text)).toBe(width);
  });

  it('cuts to the width, never through a wide character', () => {
    expect(truncate('serviceaccount', 8)).toBe('service…');
    expect(truncate('日本語', 4)).toBe('日…');
    expect(truncate('exact', 5)).toBe('exact');
    expect(truncate('any', 0)).toBe('');
  });

  it('wraps at spaces and keeps a long word whole', () => {
    expect(wrap('a bb namespaces/live/rds.tf c', 6)).toEqual(['a bb', 'namespaces/live/rds.tf', 'c']);
  });
});

describe('a text that would steer the terminal', () => {
  it('is shown, not obeyed', () => {
    expect(visible('a\x1b[31mb\r\nc\u202ed\u200be\x07')).toBe('a\\x1b[31mb\\r\\nc\\u{202e}d\\u{200b}e\\x07');
    expect(visible('\ud800')).toBe('\\u{d800}');
  });

  it('keeps the tabs and the line ending of a line of a file', () => {
    expect(visibleLine('\ta\x1b[2Jb\rc\r')).toBe('\ta\\x1b[2Jb\\rc\r');
  });
});

describe('a table', () => {
  const cells = (...texts: string[]) => texts.map((text) => ({ text }));

  it('aligns its columns and leaves no space at a line’s end', () => {
    const rows = [cells('state', 'age', 'name'), cells('due', '1,328d', 'rds'), cells('never', '-', '')];

    expect(formatTable([{}, { align: 'right' }, {}], rows, 80, '  ').join('\n')).toBe(
      ['  state     age  name', '  due    1,328d  rds', '  never       -'].join('\n'),
    );
  });

  it('shrinks the widest of the columns that may shrink', () => {
    const rows = [cells('blocked', 'a-very-long-name-of-a-module', 'a-long-file.tf')];

    const [line] = formatTable([{}, { min: 5 }, { min: 5 }], rows, 30);

    expect(line).toBe('blocked  a-ve…dule  a-lon…e.tf');
  });

  it('is too wide rather than unreadable when nothing more may shrink', () => {
    expect(formatTable([{}, { min: 5 }], [cells('serviceaccount', 'serviceaccount')], 10)).toEqual([
      'serviceaccount  se…nt',
    ]);
  });

  it('cuts in the middle, and no further than two rows can be told apart', () => {
    const rows = ['hmpps-assessments-api-dev', 'hmpps-interventions-api-dev', 'hmpps-interventions-ui-dev'];

    const lines = formatTable(
      [{ min: 10 }],
      rows.map((name) => cells(name)),
      12,
    );

    expect(lines).toEqual(['hmpps-a…pi-dev', 'hmpps-i…pi-dev', 'hmpps-i…ui-dev']);
  });

  it('paints after it has measured', () => {
    const red = (text: string) => `<${text}>`;

    expect(
      formatTable([{}, {}], [[{ text: 'due', paint: red }, { text: 'x' }], cells('never', 'y')], 80),
    ).toEqual(['<due>    x', 'never  y']);
  });
});
