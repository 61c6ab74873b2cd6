/** A unit test starts neither a process nor a server: what does is listed in vitest.config.ts under `SERVERS`. */
import { vi } from 'vitest';

const { refuse } = vi.hoisted(() => ({
  refuse: (): never => {
    throw new Error('A unit test starts no process and no server: list the file in test/vitest.config.ts.');
  },
}));

vi.mock('node:child_process', () => ({
  exec: refuse,
  execFile: refuse,
  execFileSync: refuse,
  execSync: refuse,
  fork: refuse,
  spawn: refuse,
  spawnSync: refuse,
}));
vi.mock('node:http', async (original) => ({ ...(await original<object>()), createServer: refuse }));
vi.mock('node:net', async (original) => ({ ...(await original<object>()), createServer: refuse }));
