import { describe, expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import { aCheckedWorld, aWorld } from '../github/servers.ts';
import { type World, WRITE_TOKEN } from '../github/world.ts';
import { DATE, listPulls } from './harness.ts';
import { land, resources, serviceAccount } from './land.ts';
import { type ActionRun, checkOut, type Inputs, readWorkflow, runAction } from './runner.ts';

const SECRETS = { secrets: { ROTATE_PR_TOKEN: WRITE_TOKEN } };

/** Runs a ready workflow's step in a clone as its checkout makes it; the workflow's own token may do nothing. */
async function runWorkflow(
  world: World,
  name: string,
  contexts: Parameters<ReturnType<typeof readWorkflow>['inputs']>[0],
  more: Inputs = {},
  branch = world.defaultBranch,
): Promise<ActionRun> {
  const { checkout, inputs } = readWorkflow(name);
  const workspace = await checkOut(world, { depth: Number(checkout['fetch-depth'] ?? 1), branch });
  return runAction(
    world,
    { ...inputs(contexts), date: DATE, ...more },
    { workspace, token: 'ghs_ofWorkflow' },
  );
}

function requestsOf({
  outputs,
}: ActionRun): readonly { readonly namespace: string; readonly outcome: string }[] {
  return JSON.parse(outputs['pull-requests'] ?? '[]');
}

describe('the nightly workflow', () => {
  it('opens what is due, and the next night only brings it up to date', async () => {
    const { world, violations } = await aCheckedWorld();

    const first = await runWorkflow(world, 'nightly', SECRETS);
    const second = await runWorkflow(world, 'nightly', SECRETS);

    expect(first.status, first.log).toBe(0);
    expect(Number(first.outputs['opened'])).toBeGreaterThan(3);
    expect(await listPulls(world)).toHaveLength(Number(first.outputs['opened']));
    expect(second.outputs).toMatchObject({ opened: '0', updated: '0', failed: '0' });
    expect(violations).toEqual([]);
  });
});

describe('the workflow in parts', () => {
  it('does together what one run does, and no environment of an application twice', async () => {
    const whole = await runWorkflow(await aWorld(), 'nightly', SECRETS);
    const world = await aWorld();
    const { matrix } = readWorkflow('sharded');

    const parts: ActionRun[] = [];
    for (const shard of matrix['shard'] ?? []) {
      parts.push(await runWorkflow(world, 'sharded', { ...SECRETS, matrix: { shard } }));
    }

    const opened = (runs: readonly ActionRun[]) =>
      runs
        .flatMap(requestsOf)
        .map(({ namespace }) => namespace)
        .toSorted();
    const sum = (output: string) => parts.reduce((all, { outputs }) => all + Number(outputs[output]), 0);
    expect(parts).toHaveLength(4);
    expect(parts.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    expect(parts.filter(({ outputs }) => outputs['opened'] !== '0').length).toBeGreaterThan(1);
    expect(opened(parts)).toEqual(opened([whole]));
    expect(String(sum('deferred'))).toBe(whole.outputs['deferred']);
    expect(String(sum('due'))).toBe(whole.outputs['due']);
  });
});

describe('the workflow by hand', () => {
  const form = readWorkflow('by-hand').on['workflow_dispatch']?.inputs ?? {};
  const standard = Object.fromEntries(
    Object.entries(form).map(([name, input]) => [name, input.default ?? '']),
  );

  it('plans first, and writes nothing', async () => {
    const world = await aWorld();

    const ran = await runWorkflow(world, 'by-hand', {
      ...SECRETS,
      inputs: { ...standard, namespace: 'allotment-register-prod, canal-permits-dev' },
    });

    expect(ran.status, ran.log).toBe(0);
    expect(requestsOf(ran)).toMatchObject([
      { namespace: 'allotment-register-prod', outcome: 'created' },
      { namespace: 'canal-permits-dev', outcome: 'created' },
    ]);
    expect(ran.summary).toMatch(/### Would be opened or changed: 2 pull requests/);
    expect(await listPulls(world)).toEqual([]);
  });

  it('rotates everything of a kind in an incident, with its reason', async () => {
    const world = await aWorld();

    const ran = await runWorkflow(world, 'by-hand', {
      ...SECRETS,
      inputs: {
        ...standard,
        command: 'open',
        all: true,
        kind: 'serviceaccount',
        incident: true,
        reason: 'Tokens leaked from a build',
        group: 'all',
      },
    });

    const [pull] = await listPulls(world);
    expect(ran.status, ran.log).toBe(0);
    expect(ran.outputs['opened']).toBe('1');
    expect(pull?.branch).toBe('rotate/_all');
    expect(pull?.body).toContain('Tokens leaked from a build');
  });

  it('refuses to guess when the form is left empty', async () => {
    const ran = await runWorkflow(await aWorld(), 'by-hand', {
      ...SECRETS,
      inputs: { ...standard, command: 'open' },
    });

    expect(ran.status).toBe(1);
    expect(ran.annotations.at(-1)?.message).toMatch(/^Nothing was selected/);
  });
});

describe('the workflow on a pull request', () => {
  const FILE = `${resources('allotment-register-dev')}/extra.tf`;

  /** The merge that GitHub makes of a pull request, while the base branch has moved on. */
  async function mergeOf(world: World, text: string): Promise<void> {
    await git(world.bare, ['branch', 'topic', world.defaultBranch], world.env);
    await land(world, { [FILE]: text }, 'topic');
    const undated = serviceAccount('landed_meanwhile', null);
    await land(world, { [`${resources('canal-permits-dev')}/meanwhile.tf`]: undated });
    await world.runGit('fetch', '--quiet', 'origin');
    await world.runGit('switch', '--quiet', '--create', 'merge', `origin/${world.defaultBranch}`);
    await world.runGit('merge', '--quiet', '--no-ff', '--no-edit', 'origin/topic');
    await world.runGit('push', '--quiet', world.bare, 'merge');
  }

  it.each([
    ['without a date', serviceAccount('fresh', null), /never rotated$/],
    ['with a template’s date', serviceAccount('fresh', '01-01-2000'), /never rotated$/],
    ['with a copied old date', serviceAccount('fresh', '20-03-2024'), /due$/],
  ])('fails for a credential that it adds %s, on its line, and for no other', async (_, text, title) => {
    const world = await aWorld();
    await mergeOf(world, `# ours\n${text}`);

    const ran = await runWorkflow(world, 'pull-request', {}, {}, 'merge');

    expect(ran.status).toBe(1);
    expect(ran.annotations).toEqual([
      {
        level: 'error',
        properties: { file: FILE, line: '2', title: expect.stringMatching(title) },
        message: expect.stringMatching(/^fresh: /),
      },
      {
        level: 'error',
        properties: {},
        message: expect.stringMatching(/^Found 1 credential .* \(fail-on: due\)\.$/),
      },
    ]);
    expect(ran.outputs['due']).toBe('1');
  });

  it('passes with a date of these days, whatever stands there already', async () => {
    const world = await aWorld();
    await mergeOf(world, serviceAccount('fresh', '20-11-2026'));

    const ran = await runWorkflow(world, 'pull-request', {}, {}, 'merge');

    expect(ran.status, ran.log).toBe(0);
    expect(ran.summary).toMatch(/1 credential in 1 namespace: 1 ok\./);
  });

  it('says what to fetch when the clone does not have the commit', async () => {
    const world = await aWorld();
    const workspace = await checkOut(world);

    const ran = await runAction(world, readWorkflow('pull-request').inputs({}), { workspace });

    expect(ran.status).toBe(1);
    expect(ran.annotations[0]?.message).toMatch(
      /^Input new-since HEAD\^1 is no commit .* fetch-depth: 2\)\.$/,
    );
  });
});
