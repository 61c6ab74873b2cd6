import { beforeAll, describe, expect, it } from 'vitest';
import type { Setting } from '../src/setting-entry.ts';
import { SETTINGS } from '../src/settings.ts';

const KINDS = ['rds', 'a-made-up-kind'];

/** A setting that nothing else knows of. */
const MADE_UP: Setting = {
  name: 'tea-breaks',
  type: 'number',
  commands: ['open', 'dashboard'],
  group: 'pace',
  help: 'Rest so often in a run',
  default: 5,
  config: { key: 'teaBreaks', example: '3' },
};

describe('a setting is one entry of the table', () => {
  // whatever is made from the table is loaded after it has the entry
  beforeAll(() => void (SETTINGS as readonly Setting[] as Setting[]).push(MADE_UP));

  it('which makes it a flag of its commands, with help', async () => {
    const { COMMANDS } = await import('../src/cli/commands.ts');

    const takers = COMMANDS.filter(({ flags }) => 'tea-breaks' in flags);

    expect(takers.map(({ name }) => name)).toEqual(['open', 'dashboard']);
    expect(takers[0]?.flags['tea-breaks']).toMatchObject({
      type: 'number',
      describe: 'Rest so often in a run; default 5',
      group: 'Pace:',
    });
  });

  it('and is parsed, checked and handed over', async () => {
    const { parseFlags } = await import('../src/cli/arguments.ts');
    const { flagsOf } = await import('../src/cli/flags.ts');
    const { readOpenRequest } = await import('../src/cli/options.ts');
    const parsed = await parseFlags(flagsOf('open', []), ['--tea-breaks', '-1']);
    if (!parsed.ok) throw new Error(parsed.error.message);

    const refused = readOpenRequest(parsed.value as Parameters<typeof readOpenRequest>[0]);

    expect(refused).toMatchObject({
      ok: false,
      error: { message: '--tea-breaks takes a whole number, 0 or more.' },
    });
  });

  it('completed', async () => {
    const { complete } = await import('../src/cli/completion.ts');

    expect(complete(['open', '--tea-'], () => [])).toEqual([
      { word: '--tea-breaks', about: 'Rest so often in a run; default 5' },
    ]);
  });

  it('a key of the config file, in schema and program', async () => {
    const { configSchema, jsonSchema } = await import('../src/config/schema.ts');

    expect(configSchema(KINDS).safeParse({ teaBreaks: 3 }).success).toBe(true);
    expect(configSchema(KINDS).safeParse({ teaBreaks: 'x' }).success).toBe(false);
    expect(jsonSchema(KINDS).properties?.['teaBreaks']).toMatchObject({
      description: 'Rest so often in a run',
    });
    expect(Object.keys(jsonSchema(KINDS).properties?.['maxAge']?.anyOf?.[1]?.properties ?? {})).toEqual([
      'default',
      ...KINDS,
    ]);
  });

  it('which wins over the default, and the flag over it', async () => {
    const { parseConfig } = await import('../src/config/load.ts');
    const { resolveSettings } = await import('../src/config/settings.ts');
    const parsed = parseConfig('teaBreaks: 3', 'x.yml', KINDS);
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));

    const settings = [null, parsed.config].map((config) => Object.entries(resolveSettings(config)));
    const flagged = Object.entries(resolveSettings(parsed.config, { teaBreaks: 7 }));

    expect([...settings, flagged].map((each) => new Map<string, unknown>(each).get('teaBreaks'))).toEqual([
      { value: 5, origin: { from: 'default' } },
      { value: 3, origin: { from: 'file', file: 'x.yml', line: 1 } },
      { value: 7, origin: { from: 'flag', flag: '--tea-breaks' } },
    ]);
  });

  it('in the file that init writes', async () => {
    const { starterConfig } = await import('../src/config/starter.ts');

    const text = starterConfig({ repository: 'a/b', version: '1.0.0', commit: 'c' });

    expect(text).toContain('# Rest so often in a run.\n#teaBreaks: 3\n');
  });

  it('an input of the Action', async () => {
    const { describeInputs, readInputs, toArguments } = await import('../src/action/inputs.ts');

    const inputs = readInputs({ 'INPUT_TEA-BREAKS': '4' });

    expect(toArguments('open', inputs)).toEqual({ ok: true, value: ['--tea-breaks=4'] });
    expect(describeInputs([]).find(({ name }) => name === 'tea-breaks')).toEqual({
      name: 'tea-breaks',
      group: 'pace',
      description: 'Rest so often in a run; default 5',
    });
  });

  it('and a row of action.yml and of both tables in docs/reference.md', async () => {
    const { generatedFiles } = await import('../.ci/settings.ts');

    const files = generatedFiles();

    expect(files.get('action.yml')).toContain(
      '\n  tea-breaks:\n    description: Rest so often in a run; default 5\n',
    );
    expect(files.get('docs/reference.md')).toContain(
      '| `--tea-breaks` | `open`, `dashboard` | Rest so often in a run; default 5 |',
    );
    expect(files.get('docs/reference.md')).toContain(
      '| `teaBreaks` | `3` | Rest so often in a run; default 5 |',
    );
  });
});
