import type { AuditResult, Credential, Reason } from '../../results/results.ts';
import {
  codeWords,
  digits,
  namespaceName,
  rotatedWords,
  STATE_WORDS,
  STATES_WORST_FIRST,
  shortFile,
} from '../format.ts';
import { kindsOf } from '../kind-words.ts';
import type { TextOptions } from '../options.ts';
import { problemLines } from '../problem.ts';
import { visible } from '../sanitize.ts';
import { audit } from '../sentences.ts';
import { type Cell, type Column, columnWidths, formatRow, formatTable } from '../table.ts';
import { stringWidth, truncate, wrap } from '../width.ts';
import { groupWorstFirst, leavesOut, listed, nextSteps } from '../worst-first.ts';
import { blocks, type Colors, colors, paintState, paragraph, skippedLines, stepLines } from './common.ts';
import { otherLines } from './other-credentials.ts';

/** From this width on, module, file and reason have columns of their own. */
const WIDE = 120;
const INDENT = '  ';
/** Columns kept for the reasons in the wide layout. */
const REASON_ROOM = 30;
/** Less of a module's name than this tells nothing: what most begin with is their kind. */
const SHORTEST_MODULE = 12;
/** Behind a version that is not the latest; a colour alone would be lost in a pipe. */
const BEHIND = '↑';
/** More credentials than this are told in a table of kinds, fewer in a sentence. */
const TABLE_FROM = 50;
/** Reasons that the columns say already. */
const IN_COLUMNS: readonly string[] = ['older-than-max-age', 'never-rotated', 'version-behind'];

/** `audit` for a terminal: the credentials by namespace, worst first, then problems, totals and what to run next. */
export function auditText(result: AuditResult, options: TextOptions): string {
  const c = colors(options.color);
  const { credentials, problems, summary } = result;
  const notRotatable = skippedLines(c, summary.notRotatable, options, audit.notRotatable);
  const others = otherLines(c, summary.otherCredentials ?? [], options);
  if (credentials.length === 0)
    return blocks([notRotatable, others, problemLines(c, problems, options.width), [audit.nothing(result)]]);
  const kinds = kindsOf(credentials);
  const asTable = kinds.length > 1 && credentials.length > TABLE_FROM;
  const groups = groupWorstFirst(listed(result, options.verbose));
  const shown = options.verbose ? groups : groups.slice(0, options.namespaces ?? groups.length);
  const totals = [
    audit.summary(summary),
    ...(kinds.length > 1 && !asTable ? [audit.byKind(summary, kinds)] : []),
    ...leavesOut(result, options.verbose),
    ...(shown.length < groups.length ? [audit.worstOnly(shown.length, groups.length)] : []),
  ];
  return blocks([
    listing(c, shown, options),
    legend(c, shown.flat(), options.width),
    notRotatable,
    others,
    problemLines(c, problems, options.width),
    asTable ? kindTable(c, result, options.width) : [],
    paragraph(totals, options.width),
    stepLines(nextSteps(result, options.selection ?? []), options.width),
  ]);
}

interface Layout {
  readonly columns: readonly Column[];
  readonly header: readonly string[];
  readonly row: (c: Colors, credential: Credential) => readonly Cell[];
  /** A last column for reasons; without it they stand below the row. */
  readonly reasonColumn: boolean;
}

const NARROW_LAYOUT: Layout = {
  columns: [{}, {}, { min: 12 }, { min: 5 }, { align: 'right' }, { min: 7 }],
  header: ['state', 'kind', 'line and module', 'rotated on', 'age', 'version'],
  row: (c, each) => [...stateAndKind(c, each), lineAndModule(each), ...dateAgeVersion(c, each)],
  reasonColumn: false,
};

const WIDE_LAYOUT: Layout = {
  columns: [{}, {}, { min: 12 }, { min: 12 }, { min: 10 }, { align: 'right' }, { min: 7 }],
  header: ['state', 'kind', 'module', 'file and line', 'rotated on', 'age', 'version'],
  row: (c, each) => [
    ...stateAndKind(c, each),
    { text: visible(each.module) },
    fileAndLine(each),
    ...dateAgeVersion(c, each),
  ],
  reasonColumn: true,
};

function stateAndKind(c: Colors, { state, kind }: Credential): readonly Cell[] {
  return [{ text: state, paint: paintState(c, state) }, { text: kind }];
}

/** `rds.tf:12`; what is cut is the end of the file's name, never the line. */
function fileAndLine(credential: Credential): Cell {
  const file = visible(shortFile(credential));
  const line = `:${credential.line}`;
  return { text: file + line, fit: (width) => truncate(file, width - line.length) + line };
}

/** `rds.tf:12 rds`; the module's name is the first to be cut, and left out when hardly any of it would stay. */
function lineAndModule(credential: Credential): Cell {
  const place = fileAndLine(credential);
  const module = visible(credential.module);
  const fit = (width: number): string => {
    const left = width - stringWidth(place.text) - 1;
    if (left >= Math.min(SHORTEST_MODULE, stringWidth(module)))
      return `${place.text} ${truncate(module, left)}`;
    return left >= -1 ? place.text : place.fit!(width);
  };
  return { text: `${place.text} ${module}`, fit };
}

function dateAgeVersion(c: Colors, credential: Credential): readonly Cell[] {
  const { ageDays, version } = credential;
  const paint = isBehind(credential) ? { paint: c.yellow } : {};
  const mark = isBehind(credential) ? ` ${BEHIND}` : '';
  return [
    { text: visible(rotatedWords(credential)) },
    { text: ageDays === null ? '-' : `${digits(ageDays)}d` },
    { text: visible(version ?? '-') + mark, ...paint },
  ];
}

function isBehind({ version, latestVersion }: Credential): boolean {
  return version !== null && latestVersion !== null && version !== latestVersion;
}

/** What the words and marks above mean, as far as they occur. */
function legend(c: Colors, credentials: readonly Credential[], width: number): readonly string[] {
  if (credentials.length === 0) return [];
  const states = STATES_WORST_FIRST.filter((state) => credentials.some((each) => each.state === state));
  const ages = new Set(credentials.map(({ maxAgeDays }) => maxAgeDays));
  const latest = kindsOf(credentials).flatMap((kind) => {
    const versions = credentials.filter((each) => each.kind === kind && isBehind(each));
    return [...new Set(versions.map(({ latestVersion }) => `${kind} ${visible(latestVersion ?? '')}`))];
  });
  const parts = [
    ...states.map((state) => audit.stateMeans(state, ages.size === 1 ? [...ages][0]! : null)),
    ...(latest.length === 0 ? [] : [audit.behindMeans(BEHIND, latest)]),
  ];
  return wrap(`${parts.join('; ')}.`, width).map(c.dim);
}

function listing(
  c: Colors,
  groups: readonly (readonly [Credential, ...Credential[]])[],
  options: TextOptions,
): readonly string[] {
  if (groups.length === 0) return [];
  const layout = options.width >= WIDE ? WIDE_LAYOUT : NARROW_LAYOUT;
  const width = options.width - INDENT.length;
  const head = layout.header.map((text) => ({ text, paint: c.dim }));
  const reserved = layout.reasonColumn ? REASON_ROOM + 2 : 0;
  const cells = groups.flat().map((each) => layout.row(c, each));
  const widths = columnWidths(layout.columns, [head, ...cells], width - reserved);
  const room = width - widths.reduce((sum, each) => sum + each + 2, 0);
  const line = (row: readonly Cell[], reason: string): string => {
    const said = { text: visible(reason), paint: c.dim };
    return INDENT + formatRow([...layout.columns, {}], [...widths, room], [...row, said]);
  };
  const out = [line(head, layout.reasonColumn ? 'reason' : '')];
  for (const group of groups) {
    const shared = options.verbose ? null : sharedReason(group);
    out.push(c.bold(truncate(visible(namespaceName(group[0])), options.width)));
    if (shared !== null) out.push(...remark(c, shared, INDENT.length, options.width));
    for (const each of group) {
      const reason = shared === null && !inFull(each, options) ? shortReason(each, room) : '';
      const inRow = layout.reasonColumn && stringWidth(reason) <= room;
      out.push(line(layout.row(c, each), inRow ? reason : ''));
      if (shared === null && !(inRow && reason !== ''))
        out.push(...below(c, each, INDENT.length + widths[0]! + 2, options));
    }
  }
  return out;
}

/** What must be mended is told in full, everything else only on request. */
function inFull({ state }: Credential, { verbose }: TextOptions): boolean {
  return verbose || state === 'blocked';
}

/** The reasons of one credential on lines below it, under its kind. */
function below(c: Colors, credential: Credential, indent: number, options: TextOptions): readonly string[] {
  const { width, verbose } = options;
  const texts = verbose
    ? credential.reasons.map(({ message }) => message)
    : inFull(credential, options)
      ? [remarks(credential, ({ message }) => message)]
      : [shortReason(credential, width - indent - 2)];
  return texts.filter((text) => text !== '').flatMap((text) => remark(c, text, indent, width));
}

function remark(c: Colors, text: string, indent: number, width: number): readonly string[] {
  const [first = '', ...more] = wrap(visible(text), width - indent - 2);
  const before = ' '.repeat(indent);
  return [`${before}↳ ${first}`, ...more.map((line) => `${before}  ${line}`)].map(c.dim);
}

/** The reason that all credentials of a namespace give, such as a hold: said once, above them. */
function sharedReason(group: readonly Credential[]): string | null {
  const [first, ...others] = group.map((each) => remarks(each, ({ message }) => message));
  return others.length > 0 && first !== '' && others.every((each) => each === first) ? first! : null;
}

/** The reasons' own sentences where they fit, otherwise their codes in words. */
function shortReason(credential: Credential, room: number): string {
  const full = remarks(credential, ({ message }) => message);
  return stringWidth(full) <= room ? full : remarks(credential, ({ code }) => codeWords(code));
}

function remarks({ reasons }: Credential, say: (reason: Reason) => string): string {
  return reasons
    .filter(({ code }) => !IN_COLUMNS.includes(code))
    .map(say)
    .join('; ');
}

/** One line a kind, one column a state that occurs. */
function kindTable(c: Colors, { summary, credentials }: AuditResult, width: number): readonly string[] {
  const states = STATES_WORST_FIRST.filter((state) => summary.byState[state] > 0);
  const header = ['kind', ...states.map((state) => STATE_WORDS[state]), 'all'];
  const rows = kindsOf(credentials).map((kind) => {
    const byState = summary.byKind[kind];
    const numbers = states.map((state) => byState?.[state] ?? 0);
    const all = numbers.reduce((sum, each) => sum + each, 0);
    return [
      { text: kind },
      ...numbers.map((value, index) => ({ text: digits(value), paint: paintState(c, states[index]!) })),
      { text: digits(all) },
    ];
  });
  const columns: readonly Column[] = header.map((_, index) => (index === 0 ? {} : { align: 'right' }));
  const head = header.map((text) => ({ text, paint: c.dim }));
  return formatTable(columns, [head, ...rows], width, INDENT);
}
