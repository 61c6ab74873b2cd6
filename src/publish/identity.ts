import { gitClient } from '../git/client.ts';
import type { Identity } from './proposal.ts';

/** Who commits are from when neither the options nor git say. */
const DEFAULT_IDENTITY: Identity = {
  name: 'rotate-pr',
  email: 'rotate-pr@users.noreply.github.com',
};

/** The author that git would use (configuration, `GIT_AUTHOR_*`), never one that it makes up from the host's name. */
export async function gitIdentity(cwd: string): Promise<Identity> {
  const { status, stdout } = await gitClient(cwd).run([
    '-c',
    'user.useConfigOnly=true',
    'var',
    'GIT_AUTHOR_IDENT',
  ]);
  const match = /^(?<name>.*) <(?<email>[^<>]*)> \d+ [+-]\d{4}$/.exec(stdout.trim());
  const { name, email } = match?.groups ?? {};
  return status === 0 && name && email ? { name, email } : DEFAULT_IDENTITY;
}
