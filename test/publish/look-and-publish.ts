import type { Progress, PublishContext } from '../../src/publish/context.ts';
import { observe } from '../../src/publish/observe.ts';
import type { Proposal } from '../../src/publish/proposal.ts';
import { type Published, publish } from '../../src/publish/publish.ts';
import { readRemote } from '../../src/publish/remote.ts';
import { unwrap } from '../unwrap.ts';

/** The maximum age of every credential. */
const MAX_AGE_DAYS = 90;

/** Looks and publishes, as a run does. */
export async function lookAndPublish(
  proposals: readonly Proposal[],
  context: PublishContext,
  onProgress?: (progress: Progress) => void,
): Promise<Published> {
  const { github, head, base, now, policy } = context;
  const refs = unwrap(await readRemote(head.remote));
  const targets = proposals.map(({ namespace, cluster, group, branch, changes, askedByName }) => ({
    namespace,
    cluster,
    group,
    branch,
    wanted: new Map(changes.map(({ id, to }) => [id, { to, due: '2026-04-02', maxAgeDays: MAX_AGE_DAYS }])),
    askedByName: askedByName ?? policy.askedByName,
  }));
  const looked = unwrap(
    await observe(targets, {
      github,
      remote: head.remote,
      refs,
      base,
      today: policy.today,
      now,
      everything: false,
    }),
  );
  return publish(proposals, looked.seen, context, onProgress);
}
