/** The pipeline as a witness: it comments on a merged pull request when it begins to apply it. */
import type { GitHub } from '../github/github.ts';
import type { Evidence } from '../results/verify.ts';
import { type Expectation, NOTHING_SEEN, type Statement, type Witness } from './witness.ts';

/**
 * What the comment begins with (pull requests 42521, 42798, 43777 and 43778 of the environments repository, 2026). The
 * account that writes it changes, and anybody may write one: so it only says that an apply is on its way.
 */
const APPLYING = 'Your PR is applying in the build:';
const BUILD = /https:\/\/[^\s)>\]]{1,300}\/jobs\/apply-namespace-changes-live[^\s)>\]]{0,200}/;

/** Asks for the comments of each pull request once. */
export function pipelineWitness(github: Pick<GitHub, 'comments'>): Witness {
  const known = new Map<number, Promise<Evidence>>();
  return {
    async testify({ pullRequest }: Expectation): Promise<Statement> {
      if (pullRequest === null) return NOTHING_SEEN;
      const asked = known.get(pullRequest) ?? look(github, pullRequest);
      known.set(pullRequest, asked);
      return { evidence: [await asked], podsLeft: [] };
    },
  };
}

async function look(github: Pick<GitHub, 'comments'>, number: number): Promise<Evidence> {
  const comments = await github.comments(number);
  const none = { witness: 'pipeline', says: 'cannot-see', at: null, url: null } as const;
  if (!comments.ok) return { ...none, code: comments.error.code, message: comments.error.message };
  const told = comments.value.find(({ body }) => body.trimStart().startsWith(APPLYING));
  if (told === undefined) {
    const message = `The pipeline has not said on #${number} that it applies it`;
    return { ...none, code: 'no-comment', message };
  }
  const url = BUILD.exec(told.body)?.[0] ?? null;
  const message = `The pipeline said on #${number} that it applies it`;
  return { ...none, says: 'begun', url, code: 'apply-begun', message };
}
