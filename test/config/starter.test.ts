// biome-ignore-all lint/suspicious/noTemplateCurlyInString: GitHub's expressions look like templates
import { validate } from '@actions/languageservice';
import { describe, expect, it } from 'vitest';
import * as yaml from 'yaml';
import { parseConfig } from '../../src/config/load.ts';
import { jsonSchema } from '../../src/config/schema.ts';
import { DEFAULT_SETTINGS, plainSettings, resolveSettings } from '../../src/config/settings.ts';
import { starterConfig, starterWorkflow } from '../../src/config/starter.ts';
import { BUILT_IN_KINDS } from '../../src/kinds/registry.ts';
import { configOf } from './configs.ts';

const PUBLISHED = { repository: 'somebody/rotate', version: '1.2.3', commit: 'c'.repeat(40) };
const STARTER = starterConfig(PUBLISHED);

/** Every line that begins with `#` and a key or an entry of a list, in force. */
const EVERYTHING = STARTER.replace(/^#(?=\S| {2})/gm, '');

describe('the config file of init', () => {
  it('has no mistake as it is, and limits the first run', () => {
    const { values } = configOf(STARTER);

    expect(values).toEqual({ limit: 20 });
  });

  it('has no mistake in what stands behind a #, and names every key', () => {
    const parsed = parseConfig(EVERYTHING, 'x.yml', BUILT_IN_KINDS.names);

    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems, null, 2));
    expect(Object.keys(parsed.config.values).toSorted()).toEqual(
      Object.keys(jsonSchema(BUILT_IN_KINDS.names).properties ?? {}).toSorted(),
    );
  });

  it.each(['refreshAfter', 'stagger', 'requestReview', 'draft', 'sign', 'assignees'] as const)(
    'says the default of %s',
    (key) => {
      expect(plainSettings(resolveSettings(configOf(EVERYTHING)))[key]).toEqual(DEFAULT_SETTINGS[key]);
    },
  );

  it('tells an editor where its schema is', () => {
    expect(STARTER.split('\n')[0]).toMatch(
      /^# yaml-language-server: \$schema=https:\/\/\S+\/somebody\/rotate\/c{40}\/dist\/rotate-pr\.schema\.json$/,
    );
  });
});

describe('the workflow of init', () => {
  it.each(['', 'deep/in "it"'])('is one to GitHub, with the environments in "%s"', async (root) => {
    const text = starterWorkflow(PUBLISHED, root);

    expect(await problemsOf(text)).toEqual([]);
    expect(await problemsOf(text.replace('runs-on', 'run-on'))).not.toEqual([]);
  });

  it('has a token that may only read, and keeps none in the clone', () => {
    const workflow = yaml.parse(starterWorkflow(PUBLISHED, 'below')) as {
      permissions: unknown;
      jobs: {
        rotate: {
          permissions?: unknown;
          environment?: string;
          steps: { uses: string; with: Record<string, unknown> }[];
        };
      };
    };

    const [checkout, rotate] = workflow.jobs.rotate.steps;
    expect(workflow.jobs.rotate.environment).toBe('rotate-pr');
    expect(checkout?.uses).toMatch(/@[0-9a-f]{40}$/);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs.rotate.permissions).toBeUndefined();
    expect(checkout?.with).toEqual({ 'fetch-depth': 1, 'persist-credentials': false });
    expect(rotate?.uses).toBe(`somebody/rotate@${'c'.repeat(40)}`);
    expect(rotate?.with).toMatchObject({ due: true, root: 'below', token: '${{ secrets.ROTATE_PR_TOKEN }}' });
  });
});

let checked = 0;

async function problemsOf(text: string): Promise<readonly string[]> {
  // what was said of an address is remembered
  checked += 1;
  const uri = `file:///${checked}/.github/workflows/rotate-pr.yml`;
  const document = {
    uri,
    languageId: 'yaml',
    version: 1,
    lineCount: text.split('\n').length,
    getText: () => text,
    positionAt: (offset: number) => placeIn(text, offset),
    offsetAt: () => 0,
  };
  const found = await validate(document as unknown as Parameters<typeof validate>[0]);
  return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

function placeIn(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
