import type { HistoryResult, Rotation, RotationFigures } from '../results/history.ts';
import { code, details, escapeMarkdown, markdownTable } from './escape-markdown.ts';
import { digits, namespaceName, shortFile } from './format.ts';
import { history } from './history-sentences.ts';
import { kindsOf } from './kind-words.ts';
import { problemList } from './markdown.ts';

/** Rotations that are listed one by one: GitHub cuts a summary at 1 MiB. */
const MOST_LISTED = 1_000;

/** `audit --since` as GitHub Markdown: totals, kinds and teams, the series as a table, rotations by commit. */
export function historyMarkdown(result: HistoryResult): string {
  const { summary } = result;
  const parts = [
    `## ${escapeMarkdown(history.title(result))}`,
    escapeMarkdown(
      [...history.summary(result), ...history.odd(result), history.source(result.base)].join(' '),
    ),
    summary.cut === null ? '' : escapeMarkdown(history.cut(summary.cut.day)),
    ...(summary.rotations === 0 ? [] : figures(result)),
    `### ${escapeMarkdown(history.chart(summary.maxAgeDays))}`,
    series(result),
    ...(summary.rotations === 0 ? [] : [commits(result), rotations(result)]),
    problemList(result.problems),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const FIGURES = ['rotations', 'credentials', 'median age in days', 'age unknown'];

function cells({ rotations, credentials, medianAgeDays, ofUnknownAge }: RotationFigures): string[] {
  const age = medianAgeDays === null ? '' : String(medianAgeDays);
  return [digits(rotations), digits(credentials), age, digits(ofUnknownAge)];
}

function figures({ summary, rotations }: HistoryResult): readonly string[] {
  const kinds = kindsOf(rotations).map((kind) => [kind, ...cells(summary.byKind[kind]!)]);
  const teams = summary.byTeam.map(({ team, ...each }) => [
    team === null ? history.noTeam : code(team),
    ...cells(each),
  ]);
  const right = [1, 2, 3, 4];
  return [
    markdownTable(['kind', ...FIGURES], kinds, right),
    details(history.teams, markdownTable(['team', ...FIGURES], teams, right)),
  ];
}

function series(result: HistoryResult): string {
  const rows = result.series.map(({ day, over, never, credentials }) => [
    day,
    ...[over, never, credentials].map(digits),
    credentials === 0 ? '' : `${Math.round((100 * over) / credentials)} %`,
  ]);
  return markdownTable(['day', 'over', 'of them never', 'credentials', 'share over'], rows, [1, 2, 3, 4]);
}

function commits({ summary }: HistoryResult): string {
  const rows = summary.byCommit.map((each) => [
    each.day,
    code(each.commit.slice(0, 12)),
    digits(each.rotations),
    escapeMarkdown(history.what(each)),
    digits(each.namespaces),
    escapeMarkdown(each.subject),
  ]);
  return details(
    history.commits,
    markdownTable(['day', 'commit', 'rotations', 'what', 'namespaces', 'subject'], rows, [2, 4]),
  );
}

function rotations({ rotations: all }: HistoryResult): string {
  const header = ['day', 'namespace', 'kind', 'module', 'file', 'before', 'after', 'age in days', 'notes'];
  const table = markdownTable(header, all.slice(-MOST_LISTED).map(rotationRow), [7]);
  const left = all.length - MOST_LISTED;
  return details(history.rotations, left > 0 ? `${history.leftOut(left)}\n\n${table}` : table);
}

function rotationRow(each: Rotation): readonly string[] {
  return [
    each.day,
    code(namespaceName(each)),
    each.kind,
    code(each.module),
    code(shortFile(each)),
    each.from === null ? history.none : code(each.from),
    each.to === null ? history.none : code(each.to),
    each.ageDays === null ? '' : digits(each.ageDays),
    each.notes.map((note) => escapeMarkdown(note)).join(', '),
  ];
}
