import type {
  ApplyResult,
  AuditResult,
  Change,
  Credential,
  OpenResult,
  OtherCredential,
  PlannedPullRequest,
  PlanResult,
  Problem,
  PullRequestResult,
  Skipped,
} from '../results/results.ts';
import { groupBy } from '../util/group-by.ts';
import { code, details, escapeMarkdown, fence, markdownTable } from './escape-markdown.ts';
import {
  codeWords,
  digits,
  namespaceName,
  OUTCOMES,
  requestName,
  requestNoun,
  rotatedWords,
  STATE_WORDS,
  STATES_WORST_FIRST,
  shortFile,
} from './format.ts';
import { kindsOf } from './kind-words.ts';
import type { MarkdownOptions } from './options.ts';
import { sayOther } from './other-credentials.ts';
import { phraseMarkdown } from './phrase.ts';
import { apply, audit, common, deferred, open, plan, planTotals } from './sentences.ts';
import { type Waits, waitingGroups, waitsForOthers } from './waiting.ts';
import { groupWorstFirst, leavesOut, listed, nextSteps } from './worst-first.ts';

/** `audit` as GitHub Markdown: totals first, then the credentials, worst first. */
export function auditMarkdown(result: AuditResult, options: MarkdownOptions): string {
  const kinds = kindsOf(result.credentials);
  const lead = result.credentials.length === 0 ? audit.nothing(result) : audit.summary(result.summary);
  const rows = groupWorstFirst(listed(result, options.verbose)).flat().map(credentialRow);
  const header = ['state', 'namespace', 'kind', 'module', 'file', 'rotated on', 'days', 'version', 'reason'];
  return document([
    `## ${escapeMarkdown(audit.title(result.date))}`,
    escapeMarkdown(`${lead} ${audit.source(result)}`),
    kinds.length > 1 ? kindTable(result) : '',
    rows.length === 0 ? '' : markdownTable(header, rows, [6]),
    ...leavesOut(result, options.verbose).map(escapeMarkdown),
    skippedList(result.summary.notRotatable, audit.notRotatable),
    otherList(result.summary.otherCredentials ?? []),
    problemList(result.problems),
    result.credentials.length === 0
      ? ''
      : nextSteps(result, options.selection ?? [])
          .map(({ say, command }) => `- ${escapeMarkdown(say)}${command === null ? '' : ` ${code(command)}`}`)
          .join('\n'),
  ]);
}

function credentialRow(each: Credential): readonly string[] {
  return [
    STATE_WORDS[each.state],
    code(namespaceName(each)),
    each.kind,
    code(each.module),
    code(`${shortFile(each)}:${each.line}`),
    each.rotatedOn === null && each.value !== null && each.state !== 'never'
      ? code(each.value)
      : rotatedWords(each),
    each.ageDays === null ? '' : digits(each.ageDays),
    each.version === null ? '' : code(each.version),
    escapeMarkdown(each.reasons.map(({ message }) => message).join('; ')),
  ];
}

export function kindTable({ summary, credentials }: AuditResult): string {
  const states = STATES_WORST_FIRST.filter((state) => summary.byState[state] > 0);
  const rows = kindsOf(credentials).map((kind) => {
    const numbers = states.map((state) => summary.byKind[kind]?.[state] ?? 0);
    return [kind, ...[...numbers, numbers.reduce((sum, each) => sum + each, 0)].map(digits)];
  });
  const header = ['kind', ...states.map((state) => STATE_WORDS[state]), 'all'];
  return markdownTable(
    header,
    rows,
    header.map((_, index) => index).filter((index) => index > 0),
  );
}

/** `apply` as GitHub Markdown. */
export function applyMarkdown(result: ApplyResult): string {
  const { changes } = result;
  const namespaces = new Set(changes.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size;
  const files = new Set(changes.map(({ file }) => file)).size;
  const total = changes.length === 0 ? apply.nothing : apply.changed(changes.length, namespaces, files);
  return document([
    `## ${escapeMarkdown(apply.title(result.date))}`,
    escapeMarkdown(total),
    changeTable(changes),
    skippedList(result.skipped),
    problemList(result.problems),
  ]);
}

/** `plan` as GitHub Markdown: each pull request with its diff, the body folded. */
export function planMarkdown(result: PlanResult): string {
  const { pullRequests } = result;
  return document([
    `## ${escapeMarkdown(plan.title(result.date))}`,
    escapeMarkdown(planTotals(pullRequests).join(' ')),
    ...pullRequests.flatMap(plannedRequest),
    skippedList(result.skipped),
    problemList(result.problems),
  ]);
}

function plannedRequest(each: PlannedPullRequest): readonly string[] {
  const reason = each.reason === null ? '' : `: ${escapeMarkdown(each.reason)}`;
  return [
    `### ${code(requestName(each))}`,
    `${escapeMarkdown(each.title)}, branch ${code(each.branch)}, ${open.outcomes[each.outcome]}${reason}`,
    changeTable(each.changes),
    each.diff === '' ? '' : fence(each.diff, 'diff'),
    each.body === '' ? '' : details(plan.body, fence(each.body, 'markdown')),
  ];
}

/** `open` as GitHub Markdown: a row a namespace, failures first. */
export function openMarkdown(result: OpenResult): string {
  const { pullRequests } = result;
  const outcomes = pullRequests.map(({ outcome }) => outcome);
  const rows = pullRequests
    .filter(({ outcome }) => outcome !== 'deferred')
    .toSorted((a, b) => OUTCOMES.indexOf(b.outcome) - OUTCOMES.indexOf(a.outcome))
    .map((each) => [
      open.outcomes[each.outcome],
      code(requestName(each)),
      requestLink(each),
      String(each.changes.length),
      escapeMarkdown(each.reason ?? ''),
    ]);
  const waiting = pullRequests
    .filter(({ outcome }) => outcome === 'deferred')
    .map((each) => ({ name: requestName(each), code: each.code ?? null, reason: each.reason }));
  return document([
    `## ${escapeMarkdown(open.title(result.date))}`,
    escapeMarkdown(
      pullRequests.length === 0 ? open.nothing : open.total(outcomes, requestNoun(pullRequests)),
    ),
    rows.length === 0
      ? ''
      : markdownTable(['outcome', 'namespace', 'pull request', 'credentials', 'reason'], rows, [3]),
    waitingList(waiting),
    skippedList(result.skipped),
    problemList(result.problems),
  ]);
}

/** What waits, folded by reason. */
export function waitingList(waiting: readonly Waits[]): string {
  if (waiting.length === 0) return '';
  const groups = waitingGroups(waiting).map(({ reason, each, members }) => {
    const content = each
      ? markdownTable(
          ['namespace', 'why'],
          members.map((one) => [code(one.name), escapeMarkdown(one.reason ?? '')]),
        )
      : members.map(({ name }) => code(name)).join(', ');
    return details(deferred.group(reason, members.length), content);
  });
  const remark = waitsForOthers(waiting) ? [escapeMarkdown(deferred.together)] : [];
  return [`### ${escapeMarkdown(deferred.title(waiting.length))}`, ...groups, ...remark].join('\n\n');
}

/** A link where the address is plainly one; the address comes from GitHub's answer, so it is checked all the same. */
export function requestLink({ url, number }: Pick<PullRequestResult, 'url' | 'number'>): string {
  const text = number === null ? null : `#${number}`;
  if (url !== null && /^https?:\/\/[\w.:/~%-]+$/.test(url)) return `[${text ?? 'open'}](${url})`;
  return text === null ? '' : code(text);
}

/** What changes: one row a credential. */
function changeTable(changes: readonly Change[]): string {
  if (changes.length === 0) return '';
  const rows = changes.map((each) => [
    code(namespaceName(each)),
    each.kind,
    code(each.module),
    code(`${shortFile(each)}:${each.line}`),
    each.from === null ? apply.none : code(each.from),
    code(each.to),
    apply.actions[each.action],
  ]);
  return markdownTable(['namespace', 'kind', 'module', 'file', 'before', 'after', 'change'], rows);
}

/**
 * What was selected and is not rotated, folded by reason.
 *
 * @param table makes the table of one reason, for whoever has no room for all of it
 */
export function skippedList(
  skipped: readonly Skipped[],
  title: (size: number) => string = common.skipped,
  table: (header: readonly string[], rows: readonly (readonly string[])[]) => string = markdownTable,
): string {
  if (skipped.length === 0) return '';
  const groups = [...groupBy(skipped, (each) => each.code)].map(([key, group]) => {
    const rows = group.map(({ id, message }) => [code(id), escapeMarkdown(message)]);
    return details(`${codeWords(key)} (${digits(group.length)})`, table(['credential', 'why'], rows));
  });
  return [`### ${escapeMarkdown(title(skipped.length))}`, ...groups].join('\n\n');
}

export function problemList(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const items = problems.map(({ file, line, column, message }) => {
    return `- ${code(`${file}:${line}:${column}`)}: ${escapeMarkdown(message)}`;
  });
  return [`### ${escapeMarkdown(common.problems(problems.length))}`, items.join('\n')].join('\n\n');
}

function otherList(others: readonly OtherCredential[]): string {
  if (others.length === 0) return '';
  const rows = others.map((each) => [
    code(namespaceName(each)),
    phraseMarkdown(sayOther(each)),
    escapeMarkdown(each.message),
  ]);
  const table = markdownTable(['namespace', 'credential', 'what to do'], rows);
  return details(audit.otherCredentials(others.length), table);
}

/** Parts with an empty line between two; empty parts leave no trace. */
export function document(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
