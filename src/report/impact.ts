/** What a pull request says before anything else: what its apply does to whoever uses the credentials, and when it may be merged. */
import type { Hours, Reach } from '../kinds/kind.ts';
import { knownKinds } from '../kinds/registry.ts';
import type { Change, Reason } from '../results/results.ts';
import type { Phrase } from '../results/runbook.ts';
import { say, sayList } from './phrase.ts';
import { pushedByFolder, type UsedCredential } from './uses.ts';

/** One credential's impact, as one line. */
export function sayImpact(credential: UsedCredential): Phrase {
  const impact = knownKinds().byName.get(credential.kind)?.impact;
  const lines = reachesOf(credential).map((reach) => impact?.[reach] ?? impact?.unknown ?? UNKNOWN);
  const elsewhere = [
    ...new Set(
      credential.uses.flatMap(({ object, carriesSecret }) =>
        carriesSecret && object?.isOwn === false ? [object.namespace.text] : [],
      ),
    ),
  ];
  const copies = elsewhere.length === 0 ? [] : say`; a copy is in ${sayList(elsewhere)}`;
  return say`${credential.module}: ${[[...new Set(lines)].join('; ')]}${copies}`;
}

const UNKNOWN = 'what it does to whoever uses the value is not known';

/** Who has the value; never empty. */
function reachesOf(credential: UsedCredential): readonly [Reach, ...Reach[]] {
  const { token, uses } = credential;
  if (token === null)
    return uses.some(({ object, carriesSecret }) => carriesSecret && object !== null)
      ? ['object']
      : ['unknown'];
  const isPushed = isPushedToGitHub(credential);
  if (token.circleCi) return isPushed ? ['circleci', 'github'] : ['circleci'];
  return isPushed ? ['github'] : ['unknown'];
}

/** Whether Terraform writes the token to a GitHub repository, in the module or beside it. */
export function isPushedToGitHub(credential: UsedCredential): boolean {
  return (credential.token?.repositories.length ?? 0) > 0 || pushedByFolder(credential).length > 0;
}

/** The hours in which a change can be applied, for the reasons of its credential; null where every hour is as good. */
export function mergeHours({ kind }: Pick<Change, 'kind'>, reasons: readonly Reason[]): Hours | null {
  const rules = knownKinds().byName.get(kind)?.rules ?? [];
  const found = rules.find(
    ({ mergeBetween, code }) => mergeBetween !== undefined && reasons.some((reason) => reason.code === code),
  );
  return found?.mergeBetween ?? null;
}

/** When to merge, in Markdown, and that GitHub does not do it; empty where every hour is as good. */
export function timingLines({
  mergeBetween = null,
  autoMergeRefused = false,
}: {
  readonly mergeBetween?: Hours | null;
  readonly autoMergeRefused?: boolean;
}): readonly string[] {
  if (mergeBetween === null) return [];
  const when = `**Merge between ${mergeBetween.from} and ${mergeBetween.to} UTC**, early enough for the apply to end by then.`;
  return autoMergeRefused ? [when, 'Auto-merge is left off: it could merge outside those hours.'] : [when];
}
