import { describe, expect, it } from 'vitest';
import { aCheckedWorld, octokitFor, refusalOf, repositoryOf } from '../servers.ts';
import { rateLimit, secondaryLimit } from './faults.ts';

async function scene() {
  const { world, violations } = await aCheckedWorld();
  const { rest } = octokitFor(world);
  const at = repositoryOf(world);
  const label = () => rest.issues.createLabel({ ...at, name: 'one' });
  const names = async () => (await rest.issues.listLabelsForRepo(at)).data.map(({ name }) => name);
  return { world, violations, label, names };
}

describe('a connection', () => {
  it('is cut before the request is carried out', async () => {
    const { world, violations, label, names } = await scene();
    world.github.intercept(() => ({ fault: 'cut' }));

    const failed = await refusalOf(label());
    world.github.intercept(null);

    expect(failed).toMatch(/^500 /); // octokit's word for no answer at all
    expect(await names()).toEqual([]);
    expect(world.github.log[0]).toMatchObject({ method: 'POST', status: 0, responseBody: null });
    expect(violations).toEqual([]);
  });

  it('is cut after the request was carried out: the answer is lost, the work is not', async () => {
    const { world, violations, label, names } = await scene();
    world.github.intercept(() => ({ fault: 'cut-after' }));

    const failed = await refusalOf(label());
    world.github.intercept(null);

    expect(failed).toMatch(/^500 /);
    expect(await names()).toEqual(['one']);
    expect(world.github.log[0]).toMatchObject({ method: 'POST', status: 201 });
    expect(violations).toEqual([]);
  });

  it('hangs until it is let go, and holds up nobody else', async () => {
    const { world, label, names } = await scene();
    let letGo = (): void => {};
    const until = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    world.github.intercept((method) => (method === 'POST' ? { fault: 'hang', until } : null));

    const hanging = label();
    const before = await names();
    letGo();
    await hanging;

    expect(before).toEqual([]);
    expect(await names()).toEqual(['one']);
  });

  it('that hangs is closed with the world', async () => {
    const { world, label } = await scene();
    let arrived = (): void => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    world.github.intercept(() => {
      arrived();
      return { fault: 'hang', until: new Promise(() => {}) };
    });

    const hanging = refusalOf(label());
    await arrival;
    await world.close();

    expect(await hanging).toMatch(/^500 /);
  });
});

describe('a limit', () => {
  it('says in its headers when to come back', async () => {
    const { world, violations, label } = await scene();
    world.github.intercept(() => secondaryLimit(90));
    const secondary = await label().catch((error) => error.response.headers);
    world.github.intercept(() => rateLimit(new Date('2026-11-25T12:00:00Z')));
    const primary = await label().catch((error) => error.response.headers);

    expect(secondary).toMatchObject({ 'retry-after': '90' });
    expect(primary).toMatchObject({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795608000' });
    expect(violations).toEqual([]);
  });
});
