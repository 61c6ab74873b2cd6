/** Gives the rotation of a credential back to Terraform: what is to be written, or why it is not. */
import { positionAt } from '../hcl/position.ts';
import { removeAttributes } from '../hcl/remove.ts';
import type { Attribute, Splice } from '../hcl/syntax.ts';
import { findAttribute } from '../hcl/values.ts';
import type { Intended } from '../hcl/verify.ts';
import { knownKinds } from '../kinds/registry.ts';
import type { Change } from '../results/results.ts';
import { type Assessment, writtenValue } from './judge.ts';
import type { Cause } from './reasons.ts';

/** The edit that has Terraform rotate a credential by itself again. */
export interface PlannedRestoration {
  /** What stands in the place of the date then: an expression, or nothing. */
  readonly to: string;
  readonly splices: readonly Splice[];
  readonly intended: readonly Intended[];
  readonly change: Pick<Change, 'action' | 'from' | 'companion'>;
}

/** Whether what is written in the place of a date leaves the rotation to Terraform: nothing, or such a resource's value. */
export function isRestored(to: string): boolean {
  return (
    to === '' ||
    knownKinds().list.some(
      ({ selfRotation }) => selfRotation?.by === 'resource' && to.startsWith(`${selfRotation.resource}.`),
    )
  );
}

/**
 * What gives the rotation of one credential back to Terraform. Whoever asks has seen to what else stands in the way.
 *
 * @returns the reason where there is nothing to restore, where what is to be restored is not clear, or where it cannot be
 *   done without touching something else
 */
export function planRestoration(assessment: Assessment): PlannedRestoration | Cause {
  const { restoration, credential } = assessment;
  if (restoration === null) {
    const unclear = credential.reasons.find(({ code }) => code === 'self-rotation-unclear');
    return unclear ?? { code: 'nothing-to-restore', facts: {} };
  }
  return restoration.way === 'remove'
    ? planRemoval(assessment)
    : planReference(assessment, restoration.expression);
}

function planReference({ module, date }: Assessment, to: string): PlannedRestoration | Cause {
  if (module.date === null) return { code: 'nothing-to-restore', facts: {} };
  const { start, end } = module.date.expression;
  return {
    to,
    splices: [{ start, end, text: to }],
    // hcl2json writes an expression as a template
    intended: [{ path: pathOf(module, module.kind.argument), value: `\${${to}}` }],
    change: { action: 'update', from: writtenValue(date) },
  };
}

function planRemoval({ module, file, date: found }: Assessment): PlannedRestoration | Cause {
  const { block, kind } = module;
  const companion = kind.companion === null ? null : findAttribute(block.body, kind.companion.argument);
  const date = findAttribute(block.body, kind.argument);
  const gone = [companion, date].filter((each): each is Attribute => each !== null);
  const removal = removeAttributes(file.text, file.scan, block, gone);
  if (!('splices' in removal)) {
    const { name, offset, why } = removal;
    return {
      code: 'not-removable',
      facts: { argument: name, line: positionAt(file.text, offset).line, why },
    };
  }
  return {
    to: '',
    splices: removal.splices,
    intended: gone.map(({ name }) => ({ path: pathOf(module, name), removed: true })),
    change: {
      action: 'remove',
      from: writtenValue(found),
      ...(companion === null
        ? {}
        : {
            companion: {
              variable: companion.name,
              action: 'remove',
              from: file.text.slice(companion.expression.start, companion.expression.end),
              to: '',
            },
          }),
    },
  };
}

function pathOf({ address }: Assessment['module'], argument: string): Intended['path'] {
  return [...address, argument];
}
