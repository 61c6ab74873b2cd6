/** What is ticked on the dashboard, opened: as `open --due` with each namespace's name would. */

import { type OpenOptions, open } from '../commands/open.ts';
import type { Say } from '../commands/options.ts';
import type { BaseSurvey } from '../commands/read/base-branch.ts';
import { idPrefix } from '../commands/run/scopes.ts';
import type { BoxResult } from '../results/dashboard.ts';
import type { PullRequestResult, Skipped } from '../results/results.ts';
import { ok, type Result } from '../util/result.ts';
import { readBoxKey } from './checkboxes.ts';
import { boxesOf } from './content.ts';
import { CHECKBOX_REASONS } from './messages.ts';

/** A ticked box whose namespace is in the base branch. */
interface Ticked {
  readonly box: string;
  readonly cluster: string;
  readonly clusterLabel: string;
  readonly namespace: string;
}

/** Outcomes after which a run more could still do something: the tick stays. */
const UNFINISHED: readonly PullRequestResult['outcome'][] = ['deferred', 'failed'];

/**
 * Opens their pull requests. What is in a mark is data: only what names a namespace of the base branch is asked for.
 *
 * @param boxes what the marks of the ticked boxes say
 * @returns codes of `open`
 */
export async function openTicked(
  boxes: readonly string[],
  read: BaseSurvey,
  options: OpenOptions & { readonly dryRun: boolean },
  say: Say,
): Promise<Result<readonly BoxResult[]>> {
  const there = boxesOf(read);
  const results: BoxResult[] = [];
  const byCluster = new Map<string, Ticked[]>();
  for (const box of boxes) {
    const name = readBoxKey(box);
    const found = there.get(box);
    if (name === null || found === undefined) {
      results.push(refused(box));
      continue;
    }
    const ofCluster = byCluster.get(name.clusterLabel) ?? [];
    ofCluster.push({ box, ...found, clusterLabel: name.clusterLabel });
    byCluster.set(name.clusterLabel, ofCluster);
  }
  for (const [clusterLabel, ticked] of byCluster) {
    if (options.dryRun) {
      results.push(...ticked.map((one) => boxResult(one, 'planned', CHECKBOX_REASONS.planned)));
      continue;
    }
    const namespaces = ticked.map(({ namespace }) => namespace);
    const selection = { ...options.selection, namespaces, clusters: [clusterLabel] };
    const opened = await open({ ...options, selection }, say);
    if (!opened.ok) return opened;
    const { pullRequests, skipped } = opened.value.result;
    results.push(...ticked.map((one) => resultFor(one, pullRequests, skipped)));
  }
  return ok(results);
}

function resultFor(
  ticked: Ticked,
  pullRequests: readonly PullRequestResult[],
  skipped: readonly Skipped[],
): BoxResult {
  const { cluster, namespace } = ticked;
  const pull = pullRequests.find((one) => one.cluster === cluster && one.namespace === namespace);
  if (pull !== undefined)
    return { ...boxResult(ticked, pull.outcome, pull.reason), number: pull.number, url: pull.url };
  const prefix = `${idPrefix(ticked)}/`;
  const why = skipped.find(({ id }) => id.startsWith(prefix));
  const message = why === undefined ? CHECKBOX_REASONS.nothingDue : CHECKBOX_REASONS.notOpened(why.message);
  return boxResult(ticked, 'left-alone', message);
}

function boxResult(
  { box, cluster, namespace }: Ticked,
  outcome: PullRequestResult['outcome'],
  reason: string | null,
): BoxResult {
  const ticked = UNFINISHED.includes(outcome) || outcome === 'planned';
  return { box, cluster, namespace, outcome, reason, number: null, url: null, ticked };
}

function refused(box: string): BoxResult {
  const reason = CHECKBOX_REASONS.unknown;
  return {
    box,
    cluster: null,
    namespace: null,
    outcome: 'refused',
    reason,
    number: null,
    url: null,
    ticked: false,
  };
}
