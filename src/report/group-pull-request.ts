/** The text of a pull request that rotates credentials of many namespaces at once. */

import type { Hours } from '../kinds/kind.ts';
import type { Change, Skipped } from '../results/results.ts';
import { alsoChanged, whatWasDone } from './change-words.ts';
import { code, escapeMarkdown, markdownTable, plainText } from './escape-markdown.ts';
import { count, listWords, namespaceName, shellWords, shortFile } from './format.ts';
import { timingLines } from './impact.ts';
import { kindCounts, kindNoun, kindsOf, whatApplyingDoes } from './kind-words.ts';
import { blocksMarkdown, inlineMarkdown } from './markdown.ts';
import { NO_DATE, selfRotationBlocks } from './parts.ts';

export interface GroupInput {
  /** As a person reads it: `all`, `team laa-crime`, `kind rds`. */
  readonly group: string;
  readonly changes: readonly Change[];
  readonly skipped: readonly Skipped[];
  /** Why it is done at once; null when it is no incident. */
  readonly incident: string | null;
  /** When it can be applied; absent or null for at any hour. */
  readonly mergeBetween?: Hours | null;
  /** GitHub was to merge it by itself, which those hours forbid. */
  readonly autoMergeRefused?: boolean;
}

/** A body and its further pages, each short enough for GitHub. */
export interface PagedBody {
  readonly body: string;
  readonly pages: readonly string[];
}

/** Of GitHub's 65,536 characters: the first page shares them with the marker, which holds every credential's id. */
const FIRST_PAGE = 14_000;
const PAGE = 60_000;
const SKIPPED_ROWS = 100;
/** GitHub takes 256 characters, and shows fewer in a list. */
const TITLE_LENGTH = 100;

/** The title, on one line. */
export function groupTitle({ group, changes, incident }: GroupInput): string {
  const namespaces = count(namespacesOf(changes).length, 'namespace');
  const credentials = count(changes.length, 'credential');
  const titles = [
    `Rotate ${listWords(kindCounts(changes))} of ${namespaces}`,
    `Rotate ${credentials}: ${group}`,
    `Rotate ${credentials} of ${namespaces}`,
  ].map((what) => plainText(incident === null ? what : `Incident: ${lower(what)}`));
  return titles.find((title) => title.length <= TITLE_LENGTH) ?? titles.at(-1)!;
}

/** Subject and, for an incident, its reason. A line for each of a thousand changes would say no more than the diff. */
export function groupCommitMessage(input: GroupInput): string {
  const reason = input.incident === null ? '' : `\n\n${plainText(input.incident)}`;
  return `${groupTitle(input)}${reason}\n`;
}

/** The body in GitHub Markdown; what does not fit follows in `pages`, which are posted as comments. */
export function groupBody(input: GroupInput): PagedBody {
  const { changes, skipped, incident, group } = input;
  const namespaces = namespacesOf(changes);
  const rows = changes.map(row);
  // most groups change nothing but dates, and each row counts
  const isMore = changes.some((each) => alsoChanged(each).length > 0);
  const table = (some: Rows): string =>
    isMore
      ? markdownTable(HEADER, some)
      : markdownTable(
          HEADER.slice(0, -1),
          some.map((cells) => cells.slice(0, -1)),
        );
  const head = [
    ...(incident === null ? [] : [`> [!CAUTION]\n> **Incident:** ${escapeMarkdown(incident)}`]),
    ...selfRotationBlocks(changes).map((block) => blocksMarkdown([block])),
    `This rotates ${count(changes.length, 'credential')} of ${count(namespaces.length, 'namespace')} (${escapeMarkdown(group)}): ${listWords(kindCounts(changes))}.`,
    '> [!IMPORTANT]\n> It changes more than one namespace, so the repository’s check “reject-multi-namespace-prs” refuses it. ' +
      'A member of the Cloud Platform team (WebOps) can override that: ask in `#ask-cloud-platform`. ' +
      'The author check also requires an author who may change every one of these namespaces.',
    ...timingLines(input).map((line) => `- ${line}`),
    '## What applying it does',
    kindsOf(changes)
      .map((kind) => `- **${capital(kindNoun(kind).one)}**: ${whatApplyingDoes(kind, true)}`)
      .join('\n'),
    '## After the merge',
    `Each team has steps of its own. They are printed, filled in, by:\n\n\`\`\`sh\n${shellWords(['rotate-pr', 'runbook', '-n', 'NAMESPACE', ...(incident === null ? [] : ['--incident'])])}\n\`\`\``,
    ...skippedSection(skipped),
  ].join('\n\n');
  const foot = `Made by \`rotate-pr\`, which ${whatWasDone(changes)} below and nothing else.`;
  const [first = [], ...others] = cutRows(rows, table, Math.max(2_000, FIRST_PAGE - head.length));
  const total = others.length + 1;
  const title = (page: number) => (total === 1 ? '## What rotates' : `## What rotates (${page} of ${total})`);
  return {
    body: `${[head, foot, title(1), table(first)].join('\n\n')}\n`,
    pages: others.map((part, index) => `${title(index + 2)}\n\n${table(part)}\n`),
  };
}

type Rows = readonly (readonly string[])[];

const HEADER = ['namespace', 'kind', 'module', 'file', 'old date', 'new date', 'also changed'];

function row(change: Change): readonly string[] {
  return [
    code(namespaceName(change)),
    kindNoun(change.kind).one,
    code(change.module),
    code(shortFile(change)),
    change.from === null ? NO_DATE : code(change.from),
    change.to === '' ? NO_DATE : code(change.to),
    alsoChanged(change).map(inlineMarkdown).join('; '),
  ];
}

/** Rows in portions whose tables stay below the limits. */
function cutRows(rows: Rows, table: (rows: Rows) => string, firstLimit: number): (readonly string[])[][] {
  const portions: (readonly string[])[][] = [[]];
  let room = firstLimit - table([]).length;
  for (const each of rows) {
    const length = table([each]).length;
    if (length > room && portions.at(-1)!.length > 0) {
      portions.push([]);
      room = PAGE - table([]).length;
    }
    portions.at(-1)!.push(each);
    room -= length;
  }
  return portions;
}

function skippedSection(skipped: readonly Skipped[]): readonly string[] {
  if (skipped.length === 0) return [];
  const items = skipped
    .slice(0, SKIPPED_ROWS)
    .map(({ id, message }) => `- ${code(id)}: ${escapeMarkdown(message)}`);
  const left = skipped.length - SKIPPED_ROWS;
  const more = left > 0 ? [`- … and ${left} more, which \`rotate-pr plan\` lists`] : [];
  const shown = [...items, ...more].join('\n');
  return [
    `<details><summary>Not rotated: ${count(skipped.length, 'credential')}</summary>\n\n${shown}\n\n</details>`,
  ];
}

function namespacesOf(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.map(({ cluster, namespace }) => `${cluster}/${namespace}`))];
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text[0]!.toLowerCase() + text.slice(1);
}
