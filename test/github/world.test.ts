import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import { aWorld } from './servers.ts';
import { createWorld, WRITE_TOKEN } from './world.ts';

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

it('has the same first commit every time', async () => {
  const [one, other] = await Promise.all([aWorld(), aWorld()]);

  expect(await one.runGit('rev-parse', 'HEAD')).toBe(await other.runGit('rev-parse', 'HEAD'));
});

it('keeps every byte of the estate', async () => {
  const world = await aWorld();
  const file =
    'namespaces/live.cloud-platform.service.justice.gov.uk/canal-permits-prod/resources/elasticache.tf';
  const committed = await git(world.bare, ['show', `main:${file}`]);

  expect(committed.split('\r\n').length).toBeGreaterThan(10);
  expect(committed).toBe(await readFile(join(world.clone, file), 'utf8'));
  expect(await world.runGit('status', '--porcelain')).toBe('');
});

it('keeps the token out of the clone', async () => {
  const world = await aWorld({ private: true });

  const config = await readFile(join(world.clone, '.git', 'config'), 'utf8');

  expect(config).toContain(`url = ${world.git.url}/example-org/environments.git`);
  expect(config).not.toContain(WRITE_TOKEN);
  expect(config).not.toContain('extraheader');
});

it('takes another estate, repository and default branch', async () => {
  const source = await aWorld();
  const world = await aWorld({ estate: source.clone, repository: 'a/b', defaultBranch: 'trunk' });

  expect(await world.runGit('symbolic-ref', 'refs/remotes/origin/HEAD')).toBe('refs/remotes/origin/trunk\n');
  expect(await world.runGit('rev-list', '--count', 'HEAD')).toBe('1\n');
  expect(world.env).toMatchObject({ GITHUB_REPOSITORY: 'a/b' });
});

it('leaves nothing behind', async () => {
  const world = await createWorld();

  await world.close();

  expect(await exists(world.folder)).toBe(false);
  await expect(fetch(world.git.url)).rejects.toThrow();
  await expect(fetch(world.github.url)).rejects.toThrow();
});

it('leaves the folder when it is to be kept', async () => {
  const world = await aWorld();

  await world.close({ keep: true });

  expect(await exists(world.clone)).toBe(true);
  await expect(fetch(world.git.url)).rejects.toThrow();
  const { rm } = await import('node:fs/promises');
  await rm(world.folder, { recursive: true });
});
