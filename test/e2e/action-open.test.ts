import { describe, expect, it } from 'vitest';
import { aCheckedWorld } from '../github/servers.ts';
import { READ_TOKEN, WRITE_TOKEN } from '../github/world.ts';
import { DATE, listPulls, rotationBranches } from './harness.ts';
import { checkOut, runAction, runBuiltAction } from './runner.ts';

const ONE = { namespace: 'allotment-register-prod', date: DATE };

describe('the action, open', () => {
  it('opens the pull request, and says so in outputs, summary and log', async () => {
    const { world, violations } = await aCheckedWorld();

    const ran = await runBuiltAction(world, ONE);
    const [pull] = await listPulls(world);

    expect(ran.status, ran.log).toBe(0);
    expect(ran.outputs).toMatchObject({ opened: '1', updated: '0', deferred: '0', failed: '0', due: '3' });
    expect(JSON.parse(ran.outputs['pull-requests']!)).toEqual([
      {
        namespace: 'allotment-register-prod',
        cluster: 'live.cloud-platform.service.justice.gov.uk',
        branch: 'rotate/allotment-register-prod',
        title: pull?.title,
        url: expect.stringMatching(/\/pull\/1$/),
        number: 1,
        outcome: 'created',
        reason: 'There was no pull request for it.',
      },
    ]);
    expect(ran.summary).toMatch(
      /\| `allotment-register-prod` \| \[#1\]\(http[^)]*\/pull\/1\) \| created \| 3 \|/,
    );
    expect(ran.log).toMatch(
      /::group::allotment-register-prod: created\n[\s\S]*\/pull\/1\n[\s\S]*::endgroup::/,
    );
    expect(violations).toEqual([]);
  });

  it('is a success when everything waits for its turn, or is as it should be', async () => {
    const { world } = await aCheckedWorld();

    const paced = await runAction(world, { due: true, limit: 1, date: DATE });
    const again = await runAction(world, { due: true, limit: 0, date: DATE });

    expect(paced.status, paced.log).toBe(0);
    expect(paced.outputs).toMatchObject({ opened: '1', failed: '0' });
    expect(Number(paced.outputs['deferred'])).toBeGreaterThan(5);
    expect(again.status).toBe(0);
    expect(JSON.parse(again.outputs['pull-requests']!)).toMatchObject([{ number: 1, outcome: 'unchanged' }]);
    expect(again.summary).toMatch(/Waiting for their turn: \d+/);
  });

  it('fails the step when a pull request fails, and names it', async () => {
    const { world } = await aCheckedWorld();
    world.github.intercept((method, path) =>
      method === 'POST' && path.endsWith('/pulls')
        ? { status: 422, body: { message: 'Validation Failed', errors: [{ message: 'Nothing today' }] } }
        : null,
    );

    const ran = await runBuiltAction(world, ONE);

    expect(ran.status).toBe(1);
    expect(ran.outputs['failed']).toBe('1');
    expect(ran.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['error', expect.stringMatching(/Nothing today/)],
      ['error', '1 of 1 pull request failed: the summary of the job says why.'],
    ]);
    expect(ran.summary).toMatch(/### Failed: 1 pull request\n[\s\S]*Nothing today/);
  });

  it('annotates what is broken and what is blocked, on its line', async () => {
    const { world } = await aCheckedWorld();

    const ran = await runBuiltAction(world, {
      namespace: 'ferry-timetable-dev\nhedgerow-index-dev',
      date: DATE,
    });

    const places = ran.annotations.map(({ level, properties }) => [
      level,
      properties['file'],
      properties['line'],
    ]);
    const resources = (namespace: string) =>
      `namespaces/live.cloud-platform.service.justice.gov.uk/${namespace}/resources`;
    expect(places).toContainEqual(['error', `${resources('ferry-timetable-dev')}/elasticache.tf`, '5']);
    expect(places).toContainEqual(['warning', `${resources('hedgerow-index-dev')}/elasticache.tf`, '1']);
    expect(ran.summary).toMatch(/### Blocked: fix first: 3 credentials/);
    expect(ran.summary).toMatch(
      /\[`elasticache\.tf:1`\]\(http[^)]*\/blob\/[0-9a-f]{40}\/namespaces\/[^)]*#L1\)/,
    );
  });

  it.each([
    ['without credentials in the clone', false],
    ['with those of checkout in a file of its own, which are not sent twice', true],
  ])('works in a clone of depth 1 %s', async (_, kept) => {
    const { world } = await aCheckedWorld();
    const workspace = await checkOut(world, kept ? { credentials: WRITE_TOKEN } : {});

    const ran = await runAction(world, ONE, { workspace });

    expect(ran.status, ran.log).toBe(0);
    expect(await rotationBranches(world)).toEqual(['rotate/allotment-register-prod']);
  });

  it.each([
    ['max-age', { 'max-age': 'ninety' }, /^Input max-age takes a whole number of days/],
    ['due', { due: 'yes' }, /^Input due takes true or false, not "yes"\.$/],
    ['kind', { kind: 'mongodb' }, /There is no kind mongodb/],
    ['group', { group: 'planet' }, /^Input group takes one of namespace, team, kind, all, not "planet"\.$/],
    ['reason', { incident: true }, /^Input incident requires input reason:/],
    ['shard', { shard: '5/4' }, /^Input shard takes a part and their number/],
    ['fail-on', { 'fail-on': 'due' }, /^Input fail-on is for the command audit, and this is open\.$/],
    [
      'command',
      { command: 'shred' },
      /^Input command takes one of open, plan, audit, dashboard, after-merge/,
    ],
    ['date', { date: '2026-13-01' }, /^Input date 2026-13-01 is not a day/],
    ['author', { author: 'nobody' }, /^Input author takes "Name <email>"/],
    ['pull-request', { 'pull-request': 3 }, /^Input pull-request is for the command after-merge/],
  ])('names the input that is wrong: %s', async (_, inputs, message) => {
    const { world } = await aCheckedWorld();

    const ran = await runAction(world, { ...ONE, ...inputs });

    expect(ran.status).toBe(1);
    expect(ran.annotations).toEqual([
      { level: 'error', properties: {}, message: expect.stringMatching(message) },
    ]);
    expect(ran.log).not.toMatch(/(?:^|[\s(])--[a-z]/m);
    expect(await listPulls(world)).toEqual([]);
  });

  it.each([
    ['nothing selected', { date: DATE }, {}, /^Nothing was selected.*input namespace, input kind/],
    ['no token', ONE, { token: '' }, /^The input token is empty\./],
    ['a token that may only read', ONE, { token: READ_TOKEN }, /may not push/],
    ['nothing checked out', ONE, { workspace: '/' }, /actions\/checkout/],
  ])('cannot run with %s, and says what to do', async (_, inputs, options, message) => {
    const { world } = await aCheckedWorld();

    const ran = await runAction(world, inputs, options);

    expect(ran.status).toBe(1);
    expect(ran.annotations.at(-1)?.message).toMatch(message);
    expect(await rotationBranches(world)).toEqual([]);
  });
});
