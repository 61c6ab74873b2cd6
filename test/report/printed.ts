/** The reports as the commands print them. */
import { auditDocument } from '../../src/report/audit.ts';
import { applyDocument } from '../../src/report/changes.ts';
import type { Document } from '../../src/report/document.ts';
import { historyDocument } from '../../src/report/history.ts';
import { printMarkdown } from '../../src/report/markdown.ts';
import { closeDocument, openDocument, planDocument } from '../../src/report/pull-requests.ts';
import { runbookDocument } from '../../src/report/runbook.ts';
import { statusDocument } from '../../src/report/status.ts';
import { printText } from '../../src/report/text.ts';
import type { HistoryResult } from '../../src/results/history.ts';
import type { ApplyResult, AuditResult, OpenResult, PlanResult } from '../../src/results/results.ts';
import type { RunbookResult } from '../../src/results/runbook.ts';
import type { StatusResult } from '../../src/results/status.ts';

export interface Look {
  readonly width: number;
  readonly color: boolean;
  readonly verbose: boolean;
  /** Default: a person sits before it. */
  readonly isTerminal?: boolean;
  readonly selection?: readonly string[];
}

/** As in a pipe. */
export const PIPE: Look = {
  width: Number.POSITIVE_INFINITY,
  color: false,
  verbose: false,
  isTerminal: false,
};

function text(document: Document, look: Look): string {
  return printText(document, { isTerminal: true, ...look });
}

function isBrief({ isTerminal = true, verbose }: Look): boolean {
  return isTerminal && !verbose;
}

export function statusText(result: StatusResult, look: Look): string {
  return text(statusDocument(result, look.selection ?? []), look);
}

export function closeText(result: OpenResult, look: Look): string {
  return text(closeDocument(result, look.selection ?? []), look);
}

export function openText(result: OpenResult, look: Look): string {
  return text(openDocument(result, { selection: look.selection ?? [], brief: isBrief(look) }), look);
}

export function planText(result: PlanResult, look: Look & { readonly bodies: boolean }): string {
  const { selection = [], bodies } = look;
  return text(planDocument(result, { selection, bodies, brief: isBrief(look) }), look);
}

export function applyText(result: ApplyResult, look: Look): string {
  return text(applyDocument(result), look);
}

export function auditText(result: AuditResult, look: Look): string {
  return text(auditDocument(result, { selection: look.selection ?? [], brief: isBrief(look) }), look);
}

export function historyText(result: HistoryResult, look: Look): string {
  const mostListed = Number.POSITIVE_INFINITY;
  return text(historyDocument(result, { brief: isBrief(look), mostListed }), look);
}

export function runbookText(result: RunbookResult, look: Look): string {
  return text(runbookDocument(result), look);
}

export function statusMarkdown(result: StatusResult): string {
  return printMarkdown(statusDocument(result, []));
}

export function closeMarkdown(result: OpenResult): string {
  return printMarkdown(closeDocument(result, []));
}

export function openMarkdown(result: OpenResult): string {
  return printMarkdown(openDocument(result, { selection: [], brief: false }));
}

export function planMarkdown(result: PlanResult): string {
  return printMarkdown(planDocument(result, { selection: [], bodies: true, brief: false }));
}

export function applyMarkdown(result: ApplyResult): string {
  return printMarkdown(applyDocument(result));
}

export function auditMarkdown(
  result: AuditResult,
  { verbose, selection = [] }: { readonly verbose: boolean; readonly selection?: readonly string[] },
): string {
  return printMarkdown(auditDocument(result, { selection, brief: !verbose }));
}

export function historyMarkdown(result: HistoryResult): string {
  return printMarkdown(historyDocument(result, { brief: false }));
}

export function runbookMarkdown(result: RunbookResult): string {
  return printMarkdown(runbookDocument(result));
}
