import { describe, expect, it, vi } from 'vitest';
import { gitIdentity } from '../../src/publish/commits.ts';
import { cloneAt } from '../git/clone-at.ts';
import { git, tempFolder } from './clones.ts';

describe('who commits are from', () => {
  it("is git's own author, else rotate-pr, never a name made up from the host", async () => {
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
    const clone = tempFolder();
    git(clone, 'init', '--quiet');

    const nobody = await gitIdentity(cloneAt(clone));
    git(clone, 'config', 'user.name', 'Ada Lovelace');
    git(clone, 'config', 'user.email', 'ada@example.com');
    const configured = await gitIdentity(cloneAt(clone));
    vi.stubEnv('GIT_AUTHOR_NAME', 'Grace Hopper');
    const named = await gitIdentity(cloneAt(clone));

    expect(nobody).toEqual({ name: 'rotate-pr', email: 'rotate-pr@users.noreply.github.com' });
    expect(configured).toEqual({ name: 'Ada Lovelace', email: 'ada@example.com' });
    expect(named).toEqual({ name: 'Grace Hopper', email: 'ada@example.com' });
  });
});
