import { audit } from '../../commands/audit.ts';
import { toJson } from '../../report/json.ts';
import type { AuditPage } from '../../results/audit-page.ts';
import type { AuditResult } from '../../results/results.ts';
import type { Format } from '../../settings.ts';
import { fail } from '../../util/result.ts';
import type { ExitCode } from '../exit-code.ts';
import type { AuditFlags, AuditFormat } from '../flags.ts';
import type { Io } from '../io.ts';
import { repeatedArguments } from '../options.ts';
import { type Reader, reportFormats } from '../report-formats.ts';
import { type Door, runDoor } from '../run-command.ts';
import { readVersion } from '../version.ts';

export async function runAudit(flags: AuditFlags, io: Io): Promise<ExitCode> {
  const { format, since } = flags;
  if (since !== undefined && format !== 'html') {
    return (await import('./history.ts')).runHistory({ ...flags, format, since }, io);
  }
  return format === 'html' ? runPage({ ...flags, format }, io) : runList({ ...flags, format }, io);
}

type FlagsFor<F extends AuditFormat> = Omit<AuditFlags, 'format'> & { readonly format: F };

function runList(flags: FlagsFor<Format>, io: Io): Promise<ExitCode> {
  return runDoor(flags, io, auditDoor(flags));
}

const MAX_DAYS = 36_500;

/** What `audit` does and prints. */
export function auditDoor(flags: AuditFlags): Door<AuditResult> {
  const selection = repeatedArguments('audit', flags);
  const { verbose, by } = flags;
  const documentOf = async (result: AuditResult, { brief }: Pick<Reader, 'brief'>) =>
    (await import('../../report/audit.ts')).auditDocument(result, { selection, brief, by, verbose });
  return {
    run: async (options, say) => {
      const { dueWithin = 0 } = flags;
      if (!Number.isInteger(dueWithin) || dueWithin < 0 || dueWithin > MAX_DAYS)
        return fail('usage', '--due-within takes a whole number of days, 0 or more.');
      return audit({ ...options, ...readOptions(flags) }, say);
    },
    render: {
      json: toJson,
      csv: async (result) => (await import('../../report/csv.ts')).auditCsv(result),
      ...reportFormats(verbose, documentOf),
      // what is not asked for in full is for an issue
      ...(verbose
        ? {}
        : {
            markdown: async (result: AuditResult) => {
              const { issueMarkdown } = await import('../../report/fitting.ts');
              return issueMarkdown(await documentOf(result, { brief: true }));
            },
          }),
    },
    exitCode: (result) => (hasFindings(result, flags.failOn) ? 1 : 0),
  };
}

function readOptions({ base, newSince, otherCredentials, dueWithin }: AuditFlags) {
  return { base, newSince, otherCredentials, dueWithin };
}

/** Half a megabyte of markup on a terminal is of use to nobody: it is refused before the estate is read. */
async function runPage(flags: FlagsFor<'html'>, io: Io): Promise<ExitCode> {
  if (flags.output === undefined && io.stdout.isTTY) {
    io.stderr.write(
      'rotate-pr: --format html is a page for a browser, not for a terminal: add --output audit.html, and open that file.\n',
    );
    return 2;
  }
  return runDoor(flags, io, pageDoor(flags));
}

/** The same as a page for a browser. */
export function pageDoor(flags: AuditFlags): Door<AuditPage, 'html'> {
  return {
    run: async (options, say) => {
      const { auditPage } = await import('../../commands/read/audit-page.ts');
      return auditPage({ ...options, ...readOptions(flags) }, say, flags.since);
    },
    render: {
      html: async (page) => {
        const { auditHtml } = await import('../../report/html/document.ts');
        const { readPageAssets } = await import('../page-assets.ts');
        return auditHtml(page, { assets: readPageAssets(), version: readVersion() });
      },
    },
    exitCode: ({ audit: result }) => (hasFindings(result, flags.failOn) ? 1 : 0),
  };
}

function hasFindings({ summary, problems }: AuditResult, failOn: AuditFlags['failOn']): boolean {
  switch (failOn) {
    case undefined:
      return false;
    case 'due':
      return summary.byState.due + summary.byState.never > 0;
    case 'blocked':
      return summary.byState.blocked > 0;
    case 'problems':
      return problems.length > 0;
  }
}
