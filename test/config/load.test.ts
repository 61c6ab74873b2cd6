import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/load.ts';
import { BUILT_IN_KINDS } from '../../src/kinds/registry.ts';
import { SLIPS } from './mistakes.ts';

function problemsOf(text: string) {
  const parsed = parseConfig(text, 'x.yml', BUILT_IN_KINDS.names);
  return 'problems' in parsed ? parsed.problems : [];
}

describe('a mistake in the config file', () => {
  it.each(SLIPS)('is told with its place: $name', ({ text, at, says }) => {
    const [problem] = problemsOf(text);

    expect(problem).toBeDefined();
    expect(`${problem?.file}:${problem?.line}:${problem?.column}`).toContain(`x.yml:${at}`);
    expect(problem?.message).toContain(says);
    expect(problem?.sourceLine).toBe(text.split('\n')[(problem?.line ?? 0) - 1]);
  });

  it('is told together with all others, in the order of the file', () => {
    const text =
      'limit: 0\ncolour: red\noverrides:\n  - match: {kind: rds}\n    maxAge: x\n  - maxAge: 1\ndraft: 1';

    expect(problemsOf(text).map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '1:8 config-value',
      '2:1 config-unknown-key',
      '5:13 config-value',
      '6:5 config-missing',
      '7:8 config-value',
    ]);
  });

  it('is told of a file with line ends of Windows and a byte order mark', () => {
    const [problem, ...more] = problemsOf('\ufefflimit: 5\r\ndraft: maybe\r\n');

    expect(more).toEqual([]);
    expect(problem).toMatchObject({ line: 2, column: 8, sourceLine: 'draft: maybe' });
  });

  it('that is repeated a thousand times is told some times, and soon', () => {
    const text = Array.from({ length: 3000 }, (_, index) => `key${index}: 1`).join('\n');

    expect(problemsOf(text)).toHaveLength(20);
  });

  it('does not put a whole file into its message', () => {
    const [problem] = problemsOf(`draft: ${'x'.repeat(5000)}`);

    expect(problem?.message.length).toBeLessThan(200);
  });
});

describe('a config file without a mistake', () => {
  it.each([
    ['an empty one', ''],
    ['one of comments', '# nothing yet\n\n# limit: 5\n'],
    ['one that says null', '---\n'],
    ['a byte order mark alone', '\ufeff'],
  ])('may be %s', (_, text) => {
    const parsed = parseConfig(text, 'x.yml', BUILT_IN_KINDS.names);

    expect(parsed).toMatchObject({ config: { values: {}, overrides: [], exclude: [], snooze: [] } });
  });

  it('says on which line each key stands, through anchors too', () => {
    const text = [
      '# Settings',
      'maxAge: {default: 90,',
      '  rds: 30}',
      'overrides:',
      '  - match: &prod {production: true}',
      '    maxAge: 10',
      'exclude:',
      '  - match: *prod',
      '    reason: all of it',
    ].join('\n');

    const parsed = parseConfig(text, 'x.yml', BUILT_IN_KINDS.names);

    if (!('config' in parsed)) throw new Error(JSON.stringify(parsed.problems));
    expect(Object.fromEntries(parsed.config.lines)).toEqual({
      maxAge: 2,
      'maxAge.default': 2,
      'maxAge.rds': 3,
      overrides: 4,
      'overrides.0': 5,
      exclude: 7,
      'exclude.0': 8,
    });
    expect(parsed.config.exclude[0]).toMatchObject({
      line: 8,
      match: { production: true },
      reason: 'all of it',
    });
  });

  it('takes times and days as they are written, in quotes or not, whatever YAML 1.1 made of them', () => {
    const parsed = parseConfig(
      '%YAML 1.1\n---\nwindows: [{from: 09:00, to: 16:30}]\nfreezes: [{from: 2026-12-18, to: 2027-01-03, reason: on}]\n',
      'x.yml',
      BUILT_IN_KINDS.names,
    );

    expect(parsed).toMatchObject({
      config: {
        values: {
          windows: [{ from: '09:00', to: '16:30' }],
          freezes: [{ from: '2026-12-18', to: '2027-01-03', reason: 'on' }],
        },
      },
    });
  });
});
