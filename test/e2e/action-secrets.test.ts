import { describe, expect, it } from 'vitest';
import { run } from '../../src/demo/run.ts';
import { secretForms } from '../../src/github/redact.ts';
import { aWorld } from '../github/servers.ts';
import { WRITE_TOKEN } from '../github/world.ts';
import { DATE, listPulls } from './harness.ts';
import { land, resources } from './land.ts';
import { runBuiltAction } from './runner.ts';

const NAMESPACE = 'canal-permits-dev';
const SOURCE = 'github.com/ministryofjustice/cloud-platform-terraform-serviceaccount?ref=1.2.0';

/** Commands that the runner would carry out, if it saw them at the beginning of a line. */
const OURS = /^::(?:group|endgroup|error|warning|notice)(?: [^:]*(?:%3A[^:]*)*)?::/;

describe('the action', () => {
  it('has the token masked first of all, and says it nowhere', async () => {
    const world = await aWorld();
    world.github.intercept((method, path) =>
      method === 'POST' && path.endsWith('/pulls')
        ? {
            status: 422,
            body: { message: `Bad token ${WRITE_TOKEN} in https://x:${WRITE_TOKEN}@github.com/` },
          }
        : null,
    );

    const ran = await runBuiltAction(world, { namespace: NAMESPACE, date: DATE, verbose: true });

    expect(ran.status).toBe(1);
    expect(ran.masked).toEqual(secretForms(WRITE_TOKEN));
    const told = [ran.log, ran.summary, JSON.stringify(ran.outputs)].join('\n');
    expect(told).toContain('Bad token ***');
    for (const secret of secretForms(WRITE_TOKEN)) expect(told).not.toContain(secret);
    const names = secretForms(WRITE_TOKEN).flatMap((secret) => ['-e', secret]);
    const found = await run('git', ['grep', '--no-index', '-rlF', ...names, '.'], { cwd: world.folder });
    expect(found.stdout).toBe('');
  });

  it.each(['open', 'plan', 'audit'])('carries out nothing that the repository says: %s', async (command) => {
    const world = await aWorld();
    const names = [
      '::warning file=x::owned',
      '##[add-mask]owned',
      '@org/team | <b>',
      '::add-mask::a%0A::error::owned',
    ];
    const modules = names.map((name) => `module "${name}" {\n  source = "${SOURCE}"\n}\n`).join('\n');
    await land(world, {
      [`${resources(NAMESPACE)}/names.tf`]: modules,
      [`${resources(NAMESPACE)}/broken.tf`]: `module "::error::owned" {\n  source = "${SOURCE}"\n  x = [\n}\n`,
    });
    await world.runGit('pull', '--quiet');

    const ran = await runBuiltAction(world, { command, namespace: NAMESPACE, date: DATE });

    expect(ran.log, 'it is in the log').toContain('owned');
    const commands = ran.log.split('\n').filter((line) => line.trimStart().startsWith('::'));
    expect(commands.filter((line) => !OURS.test(line))).toEqual([]);
    expect(ran.log).not.toContain('##[');
    expect(ran.masked).toEqual(secretForms(WRITE_TOKEN));
    const injected = ran.annotations.filter(({ message }) => message.startsWith('owned'));
    expect(injected).toEqual([]);
    expect(ran.summary).not.toMatch(/^[^`]*@org\/team/m);
    expect(ran.summary).not.toContain('<b>');
  });

  it('obeys the input token, not a variable of the same job', async () => {
    const world = await aWorld();

    const ran = await runBuiltAction(
      world,
      { namespace: NAMESPACE, date: DATE },
      { env: { GITHUB_TOKEN: 'ghp_anotherOne', GH_TOKEN: 'ghp_andAnother' } },
    );

    expect(ran.status, ran.log).toBe(0);
    expect(await listPulls(world)).toHaveLength(1);
  });
});
