import type { Hours } from '../kinds/kind.ts';
import type { Change, Reason, Skipped } from '../results/results.ts';
import type { Consequences, RunbookStep } from '../results/runbook.ts';
import { groupBy } from '../util/group-by.ts';
import { alsoChanged, whatWasDone } from './change-words.ts';
import { code, escapeMarkdown, markdownTable, plainText } from './escape-markdown.ts';
import { clusterLabel, count, digits, listWords, shellWords, shortFile } from './format.ts';
import { isPushedToGitHub, sayImpact, timingLines } from './impact.ts';
import { kindCounts, kindNoun, kindsOf, whatApplyingDoes } from './kind-words.ts';
import { blocksMarkdown, inlineMarkdown } from './markdown.ts';
import { ACTIONS, NO_DATE, selfRotationBlocks } from './parts.ts';
import { phraseString, say } from './phrase.ts';
import { afterMerge } from './steps.ts';
import { upgradeSection } from './upgrades.ts';
import { type UsedCredential, whoUses } from './uses.ts';

/** A change with what else is known about it. */
export interface PullRequestChange extends Change {
  /** Warnings about this one credential. */
  readonly notes?: readonly Reason[];
  readonly consequences: Consequences;
}

export interface PullRequestInput {
  readonly namespace: string;
  /** The cluster's first label: `live`, `live-2`. */
  readonly clusterLabel: string;
  readonly changes: readonly PullRequestChange[];
  /** What in this namespace is not rotated: skipped, held, exempt, blocked. */
  readonly skipped: readonly Skipped[];
  /** Null where the namespace does not say. */
  readonly production: boolean | null;
  readonly team: string | null;
  /** As the namespace's annotation has it, with or without `#`. */
  readonly slackChannel: string | null;
  /** Warnings about the namespace as a whole. */
  readonly warnings: readonly Reason[];
  /** Why it is done at once; absent or null when it is no incident. */
  readonly incident?: string | null;
  /** When it can be applied; absent or null for at any hour. */
  readonly mergeBetween?: Hours | null;
  /** GitHub was to merge it by itself, which those hours forbid. */
  readonly autoMergeRefused?: boolean;
}

/** "Rotating tokens and keys" of the Cloud Platform user guide. */
const GUIDE =
  'https://user-guide.cloud-platform.service.justice.gov.uk/documentation/other-topics/rotate-tokens-keys.html';

/** What GitHub shows of a title in lists, and git of a subject. */
const TITLE_LENGTH = 72;
/** GitHub refuses a body of more than 65,536 characters; publish/ adds its marker. */
const BODY_LENGTH = 60_000;

/** The title, on one line; at most 72 characters wherever the namespace's name leaves room. */
export function pullRequestTitle(namespace: string, changes: readonly Change[]): string {
  const label = clusterLabel(changes[0]?.cluster ?? 'live');
  const name = plainText(label === 'live' ? namespace : `${namespace} (${label})`);
  if (changes.length > 0 && changes.every(({ selfRotation }) => selfRotation === 'restored')) {
    const titles = [listWords(kindCounts(changes)), count(changes.length, 'credential')].map(
      (what) => `Restore self-rotation of ${what} in ${name}`,
    );
    return titles.find((title) => title.length <= TITLE_LENGTH) ?? titles.at(-1)!;
  }
  const titles = [
    `Rotate credentials of ${name}: ${kindCounts(changes).join(', ')}`,
    `Rotate ${listWords(kindCounts(changes))} of ${name}`,
    `Rotate ${count(changes.length, 'credential')} of ${name}`,
  ];
  return titles.find((title) => title.length <= TITLE_LENGTH) ?? titles.at(-1)!;
}

/** Subject, blank line, one line a change. Nothing in it mentions people, links issues or steers a workflow. */
export function commitMessage(namespace: string, changes: readonly Change[]): string {
  const lines = changes.map((change) => {
    const from = change.from === null ? 'no date' : change.from;
    const to = change.to === '' ? 'no date' : change.to;
    const also = alsoChanged(change).map((each) => `, ${phraseString(each)}`);
    return plainText(
      `${kindNoun(change.kind).one}, module ${change.module}, ${shortFile(change)}: ${from} -> ${to}${also.join('')}`,
    );
  });
  return `${pullRequestTitle(namespace, changes)}\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
}

/** The body in GitHub Markdown, without the marker that publish/ adds: the same on every day for the same input. */
export function pullRequestBody(input: PullRequestInput): string {
  const full = body(input, Number.POSITIVE_INFINITY);
  return full.length <= BODY_LENGTH ? full : body(input, fittingRows(input));
}

/** Rows a table may have so that the body stays short enough; names are at most a few hundred characters long. */
function fittingRows(input: PullRequestInput): number {
  for (let rows = 128; rows > 1; rows = Math.floor(rows / 2)) {
    if (body(input, rows).length <= BODY_LENGTH) return rows;
  }
  return 1;
}

function body(input: PullRequestInput, rows: number): string {
  const credentials = input.changes.map((change) => ({ ...change, ...change.consequences }));
  const { incident = null } = input;
  const steps = afterMerge({ ...input, credentials, incident: incident !== null });
  const parts = [
    ...(incident === null ? [] : [`> [!CAUTION]\n> **Incident:** ${escapeMarkdown(incident)}`]),
    // nobody who merges is to miss it
    ...selfRotationBlocks(input.changes, ({ module }) => module).map((block) => blocksMarkdown([block])),
    introduction(input),
    impactList(credentials, rows),
    ...warningSection(input, rows),
    '## What rotates',
    changeTable(input.changes, rows),
    ...upgradeSection(input.changes, rows),
    folded('What applying it does', applyingList(credentials)),
    folded('Who uses it', usesList(credentials, rows)),
    folded(`After the merge: ${count(steps.length, 'step')}`, stepList(steps, rows)),
    ...skippedSection(input.skipped, rows),
    '---',
    `Made by \`rotate-pr\`, which ${whatWasDone(input.changes)} above and nothing else. The Cloud Platform user guide: [Rotating tokens and keys](${GUIDE}).`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/** One line a credential, for whoever decides about the merge. */
function impactList(credentials: readonly UsedCredential[], rows: number): string {
  const items = credentials.map((each) => `- ${inlineMarkdown(sayImpact(each))}`);
  return items.slice(0, rows).join('\n') + more(items.length - rows);
}

function applyingList(credentials: readonly UsedCredential[]): string {
  return kindsOf(credentials)
    .map((kind) => {
      const isPushed = credentials.some((each) => each.kind === kind && isPushedToGitHub(each));
      return `- **${capital(kindNoun(kind).one)}**: ${whatApplyingDoes(kind, isPushed)}`;
    })
    .join('\n');
}

function introduction({
  namespace,
  production,
  clusterLabel: label,
  changes,
  team,
  slackChannel,
}: PullRequestInput): string {
  const where = label === 'live' ? code(namespace) : `${code(namespace)} on ${code(label)}`;
  const facts = [
    team === null ? '' : `team ${code(team)}`,
    slackChannel === null ? '' : `Slack channel ${code(`#${slackChannel.replace(/^#+/, '')}`)}`,
  ].filter((fact) => fact !== '');
  const known = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
  const what = `${count(changes.length, 'credential')} of the${production === true ? ' **production**' : ''} namespace`;
  return `This rotates ${what} ${where}${known}.`;
}

function changeTable(changes: readonly PullRequestChange[], rows: number): string {
  const header = ['kind', 'module', 'file', 'old date', 'new date', 'change'];
  const cells = changes
    .slice(0, rows)
    .map((each) => [
      kindNoun(each.kind).one,
      code(each.module),
      code(shortFile(each)),
      each.from === null ? NO_DATE : code(each.from),
      each.to === '' ? NO_DATE : code(each.to),
      [ACTIONS[each.action], ...alsoChanged(each).map(inlineMarkdown)].join('; '),
    ]);
  return markdownTable(header, cells) + more(changes.length - rows);
}

function warningSection(input: PullRequestInput, rows: number): readonly string[] {
  const { warnings, changes } = input;
  const items = [
    ...timingLines(input).map((line) => `- ${line}`),
    ...warnings.map(({ message }) => `- ${escapeMarkdown(message)}`),
    ...changes.flatMap(({ module, notUpgraded, notes = [] }) =>
      notes.map(
        (note) =>
          `- ${code(module)}: ${escapeMarkdown(note.message)}${notUpgraded === undefined ? upgradeHint(note, input) : ''}`,
      ),
    ),
  ];
  return items.length === 0
    ? []
    : ['## Before you merge', items.slice(0, rows).join('\n') + more(items.length - rows)];
}

/** What to do about a module that is behind its latest version. */
function upgradeHint({ code: reason }: Reason, { namespace, clusterLabel: label }: PullRequestInput): string {
  if (reason !== 'version-behind') return '';
  const cluster = label === 'live' ? [] : ['--cluster', label];
  const command = shellWords(['rotate-pr', 'open', '-n', namespace, ...cluster, '--upgrade']);
  return `. To go to it in this pull request too: ${code(command)}`;
}

function usesList(credentials: readonly UsedCredential[], rows: number): string {
  const items = credentials.flatMap((each) => {
    const uses = whoUses(each);
    const lines = uses.length === 0 ? [say`nothing in this folder’s Terraform`] : uses;
    return [`- ${code(each.module)}:`, ...lines.map((line) => `  - ${inlineMarkdown(line)}`)];
  });
  return items.slice(0, rows).join('\n') + more(items.length - rows);
}

function stepList(steps: readonly RunbookStep[], rows: number): string {
  return (
    blocksMarkdown([{ type: 'checklist', steps: steps.slice(0, rows), numbered: true }]) +
    more(steps.length - rows)
  );
}

function skippedSection(skipped: readonly Skipped[], rows: number): readonly string[] {
  if (skipped.length === 0) return [];
  const items = [...groupBy(skipped, ({ message }) => message)].flatMap(([message, group]) =>
    group.map(({ id }) => `- ${code(id)}: ${escapeMarkdown(message)}`),
  );
  const list = items.slice(0, rows).join('\n') + more(items.length - rows);
  return [folded(`Not rotated in this namespace: ${count(items.length, 'credential')}`, list)];
}

function more(left: number): string {
  return left > 0 && Number.isFinite(left)
    ? `\n\n… and ${digits(left)} more: this text would be too long.`
    : '';
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
