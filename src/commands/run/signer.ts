import type { CommitBuilder } from '../../publish/branches.ts';
import { cleanSigning, signCommits } from '../../publish/sign.ts';
import type { Failure } from '../../util/result.ts';
import type { Connection } from './connect.ts';

/** The making of signed commits in one run. */
export interface Signer {
  readonly build: CommitBuilder;
  /** Deletes the temporary branches of this run, and what an aborted one left behind; gives why some stay. */
  clean(): Promise<readonly Failure[]>;
}

/** Has GitHub make the commits of a run on the commit `base`. */
export function createSigner({ head: { remote, refs }, headGraphql }: Connection, base: string): Signer {
  const temporary = new Map([...refs.branches].filter(([branch]) => branch.startsWith('rotate/_signing-')));
  return {
    async build(requests) {
      const signed = await signCommits(remote, headGraphql, base, requests, { branches: refs.branches });
      for (const [branch, sha] of signed.temporary) temporary.set(branch, sha);
      return signed.commits;
    },
    clean: () => cleanSigning(remote, temporary),
  };
}
