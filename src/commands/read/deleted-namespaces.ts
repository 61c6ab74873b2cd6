/** Open pull requests of namespaces that are no longer there. */
import { branchName } from '../../environments/layout.ts';
import { parseMarker } from '../../publish/marker.ts';
import { type Looked, look, type Target } from '../../publish/observe.ts';
import type { Proposal } from '../../publish/proposal.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Connection } from '../run/connect.ts';
import { closingOf } from '../run/in-progress.ts';
import { idPrefix } from '../run/scopes.ts';
import type { BaseSurvey } from './base-branch.ts';

/**
 * Finds them among all that are open; a run that has not looked at all of them finds none.
 *
 * @returns proposals of nothing, which close them, and what was seen of them; codes of `GitHub`
 */
export async function findGone(
  { namespaces, base, date: today }: BaseSurvey,
  { github, head }: Connection,
  { seen, sightings }: Looked,
  now: Date,
): Promise<Result<{ readonly closings: readonly Proposal[]; readonly seen: Looked['seen'] }>> {
  const there = new Set(namespaces.all.map(idPrefix));
  const targets: Target[] = [];
  for (const [branch, pulls] of sightings.open) {
    if (seen.has(branch) || there.has(branch.slice('rotate/'.length))) continue;
    const { namespace = null, cluster = null } = parseMarker(pulls[0]?.body ?? '') ?? {};
    if (namespace === null || cluster === null) continue;
    const named = branchName(cluster, namespace);
    if (!('branch' in named) || named.branch !== branch) continue;
    targets.push({ branch, namespace, cluster, group: null, wanted: new Map(), askedByName: true });
  }
  if (targets.length === 0) return ok({ closings: [], seen: new Map() });
  const looked = await look(targets, {
    github,
    remote: head.remote,
    refs: head.refs,
    base,
    today,
    now,
    everything: false,
  });
  if (!looked.ok) return looked;
  return ok({
    closings: targets.map((target) => closingOf(target, 'namespace-gone')),
    seen: looked.value.seen,
  });
}
