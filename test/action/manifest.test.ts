import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTION_COMMAND_NAMES } from '../../src/action/inputs.ts';
import { readPublished } from '../../src/cli/version.ts';
import { settingsOf } from '../../src/settings.ts';
import { ACTION, readManifest } from './manifest.ts';
import { faultsOf } from './validate.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'fixtures', 'workflows');
const workflows = readdirSync(folder).filter((name) => name.endsWith('.yml'));
const { text, manifest } = readManifest();

describe('action.yml', () => {
  it('is an action to GitHub', async () => {
    expect(await faultsOf('action.yml', text)).toEqual([]);
    expect(manifest.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
    expect(existsSync(join(root, manifest.runs.main))).toBe(true);
  });

  it('is judged: a key that no action has is found', async () => {
    expect(await faultsOf('action.yml', text.replace('  main:', '  mian:'))).not.toEqual([]);
  });

  it.each(['open', 'plan', 'audit'] as const)(
    'has an input for every flag of %s that is not for people',
    (command) => {
      const settings = settingsOf(command);

      expect(settings.length).toBeGreaterThan(10);
      expect(
        settings.filter(({ name, notInput }) => notInput === undefined && !(name in manifest.inputs)),
      ).toEqual([]);
    },
  );

  it('describes everything, and has defaults only where an empty input would mean something else', () => {
    const described = [...Object.values(manifest.inputs), ...Object.values(manifest.outputs)];
    const defaults = Object.entries(manifest.inputs).filter(([, input]) => input.default !== undefined);

    expect(described.filter(({ description }) => !description)).toEqual([]);
    expect(defaults.map(([name, input]) => [name, input.default])).toEqual([
      ['command', 'open'],
      ['token', '$' + '{{ github.token }}'],
    ]);
    for (const name of ACTION_COMMAND_NAMES) expect(manifest.inputs['command']?.description).toContain(name);
  });
});

describe('the workflows of this repository', () => {
  const own = join(root, '.github', 'workflows');

  it.each(readdirSync(own))('%s is a workflow to GitHub, and pins what it uses to a commit', async (name) => {
    const workflow = readFileSync(join(own, name), 'utf8');
    const used = [...workflow.matchAll(/uses: (?<name>\S+)/g)].map(({ groups }) => groups!['name']!);

    expect(await faultsOf(`.github/workflows/${name}`, workflow)).toEqual([]);
    for (const each of used) expect(each).toMatch(/^\.\/|@[0-9a-f]{40}$/);
    expect(workflow).toContain('persist-credentials: false');
  });

  it('are judged: a job that needs one that is not there is found', async () => {
    const text = readFileSync(join(own, 'release.yml'), 'utf8').replace('needs: ci', 'needs: tests');

    expect(await faultsOf('.github/workflows/release.yml', text)).not.toEqual([]);
  });

  it('test every layer that there is', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const layers = Object.keys(scripts).flatMap(
      (name) => /^test:(?<layer>\w+)$/.exec(name)?.groups?.['layer'] ?? [],
    );
    const ci = parse(readFileSync(join(own, 'ci.yml'), 'utf8')) as {
      jobs: { test: { strategy: { matrix: { layer: string[] } } } };
    };

    expect(ci.jobs.test.strategy.matrix.layer).toEqual(layers);
  });
});

describe('the ready workflows', () => {
  it.each(workflows)('%s is a workflow to GitHub, with inputs that the action has', async (name) => {
    const workflow = readFileSync(join(folder, name), 'utf8');

    expect(await faultsOf(`.github/workflows/${name}`, workflow)).toEqual([]);
    expect(await faultsOf(`.github/workflows/${name}`, `${workflow}          no-such-input: 1\n`)).toEqual([
      expect.stringMatching(/no-such-input/),
    ]);
  });

  it.each(workflows)(
    '%s runs a commit of this version with rights that it names, and a token of an environment',
    (name) => {
      const workflow = readWorkflow(name);
      const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
      const ours = steps.filter(({ uses }) => uses.startsWith(ACTION));

      expect(ours.map(({ uses }) => uses)).toEqual([`${ACTION}@${readPublished().commit}`]);
      expect(workflow.permissions).toMatchObject({ contents: 'read' });
      for (const { environment, steps: of } of Object.values(workflow.jobs)) {
        const secret = of.some((step) => String(step.with['token']).includes('secrets.'));
        expect(environment).toBe(secret ? 'rotate-pr' : undefined);
      }
      for (const { uses } of steps) expect(uses).toMatch(/@[0-9a-f]{40}$/);
      const checkout = steps.find(({ uses }) => uses.startsWith('actions/checkout@'));
      expect(checkout?.with).toMatchObject({ 'persist-credentials': false });
    },
  );

  it('have a concurrency group each, so that none takes the place of another that waits', () => {
    const groups = workflows.flatMap((name) => readWorkflow(name).concurrency?.group ?? []);

    expect(new Set(groups).size).toBe(groups.length);
    expect(readWorkflow('by-hand.yml').concurrency).toBeUndefined();
  });

  it('take no group of others for an event that is not for them, nor answer their own edits', () => {
    const { concurrency, jobs } = readWorkflow('dashboard.yml');

    for (const condition of [concurrency?.group, jobs['dashboard']?.if]) {
      expect(condition).toContain("contains(github.event.issue.labels.*.name, 'rotate-pr-dashboard')");
      expect(condition).toContain('github.event.sender.login != github.event.issue.user.login');
    }
    expect(concurrency?.group).toMatch(/\|\| github\.run_id \}\}$/);
  });
});

function readWorkflow(name: string): Workflow {
  return parse(readFileSync(join(folder, name), 'utf8')) as Workflow;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly environment?: string;
        readonly if?: string;
        readonly steps: readonly {
          readonly uses: string;
          readonly with: Readonly<Record<string, unknown>>;
        }[];
      }
    >
  >;
}
