import { compareVersions, versionOf } from '../kinds/versions.ts';
import { type Day, readDate, writeDate, writeDateAgain } from '../util/dates.ts';
import { groupBy } from '../util/group-by.ts';
import { type Assessment, isRotatable } from './judge.ts';
import type { Cause } from './reasons.ts';
import { type PlannedRestoration, planRestoration } from './restore.ts';
import { decideUpgrade, type UpgradeDecision, type UpgradeLimit } from './upgrade.ts';
import type { LatestVersion } from './versions.ts';

/** What is to be written into the selected credentials. */
export interface RotationRequest {
  readonly date: Day;
  /** `hh:mm`, for a second rotation on one day. */
  readonly time: string;
  /** Rotate also what already bears the day. */
  readonly again: boolean;
  /** Put a date in the place of an expression. */
  readonly forceLiteral: boolean;
  /** Ids whose rotation is to be given back to Terraform; default none. */
  readonly restores?: ReadonlySet<string>;
  /** The kinds that were named, not merely included. */
  readonly kindsNamed: ReadonlySet<string>;
  /** Ids that an open pull request rotates: what that took (`again`, `forceLiteral`) was asked for when it was opened. */
  readonly pending?: ReadonlySet<string>;
  /** How far modules may be upgraded; null for not at all. */
  readonly upgrade: UpgradeLimit | null;
  readonly latest: ReadonlyMap<string, LatestVersion>;
}

/** A credential with the value it is to get. */
export interface Rotation {
  readonly assessment: Assessment;
  readonly to: string;
  readonly upgrade: UpgradeDecision;
  /** Where Terraform is to rotate it from then on; null where a date is written. */
  readonly restoration: PlannedRestoration | null;
  /** Ids of the other credentials whose date is the same string of the same file. */
  readonly sharedWith: readonly string[];
}

/** A credential that was selected and is not rotated. */
export interface NotRotated {
  readonly id: string;
  readonly cause: Cause;
}

/**
 * Sorts the selected credentials into those to rotate and those not, each of the latter with its reason.
 *
 * @param all every credential of the namespaces: one that was not selected must not be rotated by a shared date
 */
export function planRotations(
  selected: readonly Assessment[],
  all: readonly Assessment[],
  request: RotationRequest,
): { rotations: Rotation[]; skipped: NotRotated[] } {
  const wanted: { assessment: Assessment; to: string; upgrade: UpgradeDecision }[] = [];
  const skipped: NotRotated[] = [];
  const rotations: Rotation[] = [];
  for (const assessment of selected) {
    const decision = decideRotation(assessment, request);
    if (!('to' in decision)) skipped.push({ id: assessment.credential.id, cause: decision });
    else if (decision.restoration === null) wanted.push({ assessment, ...decision });
    // the block itself is changed, and not what it refers to: nobody shares that
    else rotations.push({ assessment, ...decision, sharedWith: [] });
  }
  const sharing = groupBy(
    all.filter((each) => definitionOf(each) !== ''),
    definitionOf,
  );
  const chosen = new Map(wanted.map(({ assessment, to }) => [assessment.credential.id, to]));
  for (const { assessment, to, upgrade } of wanted) {
    const { id } = assessment.credential;
    const others = (sharing.get(definitionOf(assessment)) ?? []).filter((other) => other !== assessment);
    const bystanders = others.filter((other) => !chosen.has(other.credential.id) && isRotatable(other));
    if (bystanders.length > 0) {
      const facts = { with: bystanders.map(({ credential }) => credential.id) };
      skipped.push({ id, cause: { code: 'shared-date', facts } });
      continue;
    }
    const together = [assessment, ...others].filter((other) => chosen.has(other.credential.id));
    // a date that has to be valid in a name is valid everywhere, so its format serves all
    const inNames = together.filter(({ module }) => module.kind.isPartOfName);
    const leader = earliest(inNames.length > 0 ? inNames : together);
    rotations.push({
      assessment,
      to: chosen.get(leader.credential.id) ?? to,
      upgrade,
      restoration: null,
      sharedWith: others.map(({ credential }) => credential.id),
    });
  }
  return { rotations, skipped };
}

function earliest(assessments: readonly Assessment[]): Assessment {
  return assessments.reduce((a, b) => (b.credential.id < a.credential.id ? b : a));
}

/** Names the string behind a reference; empty for a date that stands in the module itself. */
function definitionOf({ date }: Assessment): string {
  return date.found === 'literal' && date.via.length > 0 ? `${date.file.path}:${date.inner.start}` : '';
}

type Decision = Pick<Rotation, 'to' | 'upgrade' | 'restoration'> | Cause;

/** What becomes of one selected credential. */
export function decideRotation(assessment: Assessment, request: RotationRequest): Decision {
  const { credential, module, file, blockers } = assessment;
  const { kind } = module;
  const upgrade = decideUpgrade(module, file.text, request.latest.get(credential.kind), request.upgrade);
  if (request.restores?.has(credential.id)) {
    const decision = decideRestoration(assessment, request, upgrade);
    // what its open pull request rotates does not fall out of it
    if ('to' in decision || !isPending(assessment, request)) return decision;
  }
  const [blocker] = blockers.filter(({ code }) => !isLifted(code, assessment, request, upgrade));
  if (blocker !== undefined) return explain(blocker, upgrade);
  const restoration = null;
  const day = credential.value === null ? null : readDate(credential.value);
  if (day !== request.date || assessment.companion !== 'holds')
    return { to: writeDate(request.date, kind.format), upgrade, restoration };
  const to = writeDateAgain(request.date, request.time, kind);
  if ((request.again || isPending(assessment, request)) && to !== credential.value)
    return { to, upgrade, restoration };
  const facts = { value: credential.value ?? to, again: request.again };
  return { code: 'already-rotated', facts };
}

/** What becomes of a credential whose rotation is to be given back to Terraform. */
function decideRestoration(
  assessment: Assessment,
  request: RotationRequest,
  upgrade: UpgradeDecision,
): Decision {
  // an argument that is taken out may be any expression
  const isGone = assessment.restoration?.way === 'remove';
  const [blocker] = assessment.blockers.filter(
    ({ code }) =>
      !(isGone && code === 'not-a-literal') &&
      (code === 'rotates-itself' || !isLifted(code, assessment, request, upgrade)),
  );
  if (blocker !== undefined) return explain(blocker, upgrade);
  const restoration = planRestoration(assessment);
  return 'splices' in restoration ? { to: restoration.to, upgrade, restoration } : restoration;
}

function isPending({ credential }: Assessment, request: RotationRequest): boolean {
  return request.pending?.has(credential.id) === true;
}

/** Whether what stands in the way of a rotation is dealt with by what was asked for. */
function isLifted(
  code: string,
  assessment: Assessment,
  request: RotationRequest,
  upgrade: UpgradeDecision,
): boolean {
  const { credential, module } = assessment;
  const literal = request.forceLiteral || isPending(assessment, request);
  switch (code) {
    case 'rotates-itself':
      return (module.kind.companion !== null && request.kindsNamed.has(credential.kind)) || literal;
    case 'not-a-literal':
      // what one entry of a map lacks cannot be written into the block, which is that of all entries
      return literal && module.date?.ofKey === undefined;
    case 'version-too-old':
      return upgrade.do === 'upgrade' && hasVariable(module, upgrade.upgrade.to);
    default:
      return false;
  }
}

function hasVariable({ kind }: Assessment['module'], ref: string): boolean {
  const version = versionOf(ref);
  return version !== null && (kind.since === null || compareVersions(version, kind.since) >= 0);
}

/** Where an upgrade would have helped and is not done, that too. */
function explain(blocker: Cause, upgrade: UpgradeDecision): Cause {
  if (!('facts' in blocker) || blocker.code !== 'version-too-old' || upgrade.do !== 'stay') return blocker;
  return { ...blocker, facts: { ...blocker.facts, notUpgraded: upgrade.cause } };
}
