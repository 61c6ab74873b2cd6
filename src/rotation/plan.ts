import { kindNamed } from '../kinds/registry.ts';
import { type Day, readDate, writeDate, writeDateAgain } from './dates.ts';
import type { Assessment } from './judge.ts';
import type { Skipped } from './results.ts';

/** What is to be written into the selected credentials. */
export interface Wish {
  readonly date: Day;
  /** `hh:mm`, for a second rotation on one day. */
  readonly time: string;
  /** Rotate also what already bears the day. */
  readonly again: boolean;
  /** Put a date in the place of an expression. */
  readonly forceLiteral: boolean;
  /** The kinds that were named, not merely included. */
  readonly kindsNamed: ReadonlySet<string>;
}

/** A credential with the value it is to get. */
export interface Rotation {
  readonly assessment: Assessment;
  readonly to: string;
}

/** Sorts the selected credentials into those to rotate and those not, each of the latter with its reason. */
export function planRotations(
  assessments: readonly Assessment[],
  wish: Wish,
): { rotations: Rotation[]; skipped: Skipped[] } {
  const rotations: Rotation[] = [];
  const skipped: Skipped[] = [];
  for (const assessment of assessments) {
    const decision = decideRotation(assessment, wish);
    if ('to' in decision) rotations.push({ assessment, to: decision.to });
    else skipped.push({ id: assessment.credential.id, code: decision.code, message: decision.message });
  }
  return { rotations, skipped };
}

type Decision = { readonly to: string } | { readonly code: string; readonly message: string };

/** What becomes of one selected credential. */
export function decideRotation(assessment: Assessment, wish: Wish): Decision {
  const { credential } = assessment;
  if (!isRotatable(assessment, wish)) {
    const [reason] = credential.reasons;
    return reason ?? { code: credential.state, message: `its state is ${credential.state}` };
  }
  const kind = kindNamed(credential.kind);
  const day = credential.value === null ? null : readDate(credential.value);
  if (day !== wish.date || !assessment.module.companionHolds)
    return { to: writeDate(wish.date, kind.dateFormat) };
  const to = writeDateAgain(wish.date, wish.time, kind);
  if (wish.again && to !== credential.value) return { to };
  return {
    code: 'already-rotated',
    message: `its date already is ${credential.value}${wish.again ? '' : ' (--again rotates it once more)'}`,
  };
}

function isRotatable({ credential, module }: Assessment, wish: Wish): boolean {
  const [first] = credential.reasons;
  switch (credential.state) {
    case 'ok':
    case 'due':
    case 'never':
      return true;
    case 'held':
      return false;
    case 'exempt':
      return (
        first?.code === 'rotates-itself' &&
        ((module.kind.companion !== null && wish.kindsNamed.has(credential.kind)) || wish.forceLiteral)
      );
    case 'blocked':
      return first?.code === 'not-a-literal' && wish.forceLiteral;
  }
}
