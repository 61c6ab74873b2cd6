/** What a run says beside its result, one line each, so that nothing is left out in silence. */

import { onlyWhenNamed } from '../../report/audit.ts';
import { kindsOf } from '../../report/kind-words.ts';
import type { State } from '../../results/results.ts';
import { type Selection, selectsCredential } from '../../rotation/selection.ts';
import type { Survey } from '../read/survey.ts';
import type { OpenSettings } from './settings.ts';

/** States in which a rotation goes through. */
const ROTATABLE: readonly State[] = ['never', 'due', 'ok'];

/** Of what is selected, the kinds that are rotated only by name, and how many of them would be. */
export function unnamedRemarks({ assessments }: Survey, selection: Selection): string[] {
  const [isReported, isRotated] = [
    selectsCredential(selection, 'report'),
    selectsCredential(selection, 'rotate'),
  ];
  const left = assessments
    .filter((each) => ROTATABLE.includes(each.credential.state) && isReported(each) && !isRotated(each))
    .map(({ credential }) => credential);
  return kindsOf(left).map((kind) =>
    onlyWhenNamed(left.filter((credential) => credential.kind === kind).length, kind),
  );
}

/**
 * What of a plan one run of `open` would not do, as far as that is known without asking GitHub.
 *
 * @param staggered whether the environments of one application take turns in this run
 */
export function turnRemarks(
  { closed, pacing, incident }: Pick<OpenSettings, 'closed' | 'pacing' | 'incident'>,
  staggered: boolean,
  pullRequests: number,
): string[] {
  if (incident !== null || pullRequests === 0) return [];
  const remarks: string[] = [];
  if (closed !== null) remarks.push(closed);
  const { limit, maxOpen, hourlyLimit } = pacing;
  const limits = [
    limit === null ? [] : [`${limit} a run`],
    maxOpen === null ? [] : [`${maxOpen} open at one time`],
    hourlyLimit === null ? [] : [`${hourlyLimit} an hour`],
  ].flat();
  if (limits.length > 0) remarks.push(`open takes turns: at most ${limits.join(', ')}, the oldest first.`);
  if (staggered && pullRequests > 1)
    remarks.push(
      'open takes turns: never two namespaces of one application on a day, production last; --together lifts it.',
    );
  return remarks;
}
