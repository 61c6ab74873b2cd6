/** Parts that several reports have: what is not rotated, what waits, what changes, and what to run next. */
import type { Change, OtherCredential, PullRequestResult, Skipped } from '../results/results.ts';
import { groupBy } from '../util/group-by.ts';
import { alsoChanged, restoredSentences, selfRotationWarnings } from './change-words.ts';
import {
  type Block,
  type Column,
  type Inline,
  type Only,
  paragraph,
  type Step,
  section,
  table,
} from './document.ts';
import { codeWords, count, digits, namespaceName, shellWords, shortFile } from './format.ts';
import { sayOther } from './other-credentials.ts';
import { phraseString } from './phrase.ts';

/** A command for the same selection. */
export function command(verb: string, selection: readonly string[], ...more: readonly string[]): string {
  return shellWords(['rotate-pr', verb, ...selection, ...more.filter((arg) => !selection.includes(arg))]);
}

/** A step with its command. */
export function step(say: string, run: string): Step {
  return { say, command: run };
}

/** How many credentials of one reason a terminal names. */
const NAMED_PER_REASON = 10;

export const NO_DATE = 'none';
export const ACTIONS: Readonly<Record<Change['action'], string>> = {
  update: 'date replaced',
  insert: 'date added',
  uncomment: 'date uncommented',
  remove: 'date taken out',
};

/** What was selected and is not rotated, by reason, the reason with most credentials first. */
export function skippedBlocks(
  skipped: readonly Skipped[],
  title = `Not rotated: ${count(skipped.length, 'credential')}`,
): readonly Block[] {
  const groups = [...groupBy(skipped, ({ code }) => code)].sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  );
  const columns: readonly Column[] = [
    { title: 'credential', min: 30 },
    { title: 'why', as: 'note' },
  ];
  return section(
    title,
    ...groups.map(
      ([code, group]): Block => ({
        type: 'details',
        summary: `${codeWords(code)} (${digits(group.length)})`,
        blocks: table(
          columns,
          group.map(({ id, message }) => [[{ name: id }], message]),
          { limit: NAMED_PER_REASON },
        ),
      }),
    ),
  );
}

/** What a rotation writes, in a few words. */
function changeWords(change: Change): string {
  return [ACTIONS[change.action], ...alsoChanged(change).map(phraseString)].join('; ');
}

/** That Terraform stops rotating some of it by itself, or does so again: first in a report. */
export function selfRotationBlocks(
  changes: readonly Change[],
  name = ({ id }: Change): string => id,
): readonly Block[] {
  return [
    ...selfRotationWarnings(changes, name).map((text): Block => ({ type: 'warning', text })),
    ...restoredSentences(changes, name).map((text) => paragraph(text)),
  ];
}

/**
 * What changes: one row a credential.
 *
 * @param only where there is a diff on a terminal anyway
 */
export function changeTable(changes: readonly Change[], only?: Only): readonly Block[] {
  const columns: readonly Column[] = [
    { title: 'credential', min: 20, only: 'text' },
    { title: 'namespace', only: 'markdown' },
    { title: 'kind', only: 'markdown' },
    { title: 'module', only: 'markdown' },
    { title: 'file', only: 'markdown' },
    { title: 'before', min: 11 },
    { title: '→', only: 'text' },
    { title: 'after', min: 10 },
    { title: 'change', as: 'spare' },
  ];
  const rows = changes.map((each) => [
    [{ name: each.id }],
    [{ name: namespaceName(each) }],
    each.kind,
    [{ name: each.module }],
    [{ name: `${shortFile(each)}:${each.line}` }],
    each.from === null ? NO_DATE : [{ name: each.from, tone: 'bad' as const }],
    '→',
    each.to === '' ? NO_DATE : [{ name: each.to, tone: 'good' as const }],
    [{ text: changeWords(each), tone: 'quiet' as const }],
  ]);
  return table(columns, rows, only === undefined ? {} : { only });
}

/** Certificates, access keys and token Secrets by sort, as `audit --other-credentials` lists them. */
export function otherBlocks(others: readonly OtherCredential[]): readonly Block[] {
  const columns: readonly Column[] = [
    { title: 'namespace' },
    { title: 'credential' },
    { title: 'what to do', as: 'note' },
  ];
  return section(
    `Other credentials, which no date rotates: ${digits(others.length)}`,
    ...[...groupBy(others, ({ code }) => code)].map(
      ([code, group]): Block => ({
        type: 'details',
        summary: `${codeWords(code)} (${digits(group.length)})`,
        blocks: table(
          columns,
          group.map((each) => [[{ name: namespaceName(each) }], sayOther(each), each.message]),
          { limit: NAMED_PER_REASON },
        ),
      }),
    ),
  );
}

/** One that waits. */
export interface Waits {
  readonly name: string;
  /** One word for what it waits for; null where there is only the sentence. */
  readonly code: string | null;
  readonly reason: string | null;
}

/** What is said of all that wait for one thing, where each has a sentence of its own. */
const GENERAL_REASONS: Readonly<Record<string, string>> = {
  'next-run': 'The next run opens it.',
  application: 'Another environment of its application comes first, or was begun today.',
  production: 'It is production, and a pull request of another environment of its application is still open.',
};
/** How many of one reason a terminal names. */
const NAMED_WAITING = 5;

/** What waits or is left alone, by reason, the largest group first: hundreds of them are to be read at a glance. */
export function waitingBlocks(title: string, waiting: readonly Waits[]): readonly Block[] {
  const groups = [...groupBy(waiting, ({ code, reason }) => code ?? reason ?? '').values()].toSorted(
    (a, b) => b.length - a.length,
  );
  return section(`${title}: ${digits(waiting.length)}`, ...groups.map(waitingGroup));
}

function waitingGroup(members: readonly [Waits, ...Waits[]]): Block {
  const [{ code, reason }] = members;
  const shared = members.every((one) => one.reason === reason);
  const general =
    code === null ? reason : (GENERAL_REASONS[code] ?? `It cannot be rotated now: ${codeWords(code)}.`);
  const columns: readonly Column[] = [
    { title: 'namespace', min: 20 },
    { title: 'why', as: 'note' },
  ];
  return {
    type: 'details',
    summary: `${digits(members.length)} × ${(shared ? reason : general) ?? ''}`,
    blocks: shared
      ? [{ type: 'names', names: members.map(({ name }) => name), limit: NAMED_WAITING }]
      : table(
          columns,
          members.map((one) => [[{ name: one.name }], one.reason ?? '']),
          { limit: NAMED_WAITING },
        ),
  };
}

/** How what waits for another environment is let go, where any of it would be. */
const ONE_AFTER_ANOTHER = ['application', 'production', 'refused', 'stuck'];

export function togetherBlocks(waiting: readonly Waits[]): readonly Block[] {
  const some = waiting.some(({ code }) => ONE_AFTER_ANOTHER.includes(code ?? ''));
  return some
    ? [
        paragraph(
          'Environments of one application go one after another, a day apart, production last: --together lifts that.',
        ),
      ]
    : [];
}

/** A pull request's number with its address; `-` where there is none. */
export function requestLink(
  { url, number }: Pick<PullRequestResult, 'url' | 'number'>,
  follow = false,
): Inline {
  if (number === null) return url === null ? '' : [{ text: 'open', url, follow }];
  return [{ text: `#${number}`, url, follow }];
}
