import { PLAIN_REQUEST } from '../../commands/run/settings.ts';
import { verify } from '../../commands/verify.ts';
import { toJson } from '../../report/json.ts';
import type { VerifyResult } from '../../results/verify.ts';
import { addDays, type Day, dayInLondon } from '../../util/dates.ts';
import type { ExitCode } from '../exit-code.ts';
import type { VerifyFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { reportFormats } from '../report-formats.ts';
import { runDoor } from '../run-command.ts';
import { readVersion } from '../version.ts';

export function runVerify(flags: VerifyFlags, io: Io): Promise<ExitCode> {
  const { verbose, base, remote, wait, clusterAccess, comment } = flags;
  return runDoor<VerifyResult>(flags, io, {
    run: (options, say) =>
      verify(
        {
          ...options,
          base,
          remote,
          version: readVersion(),
          request: PLAIN_REQUEST,
          since: firstDay(flags.since, options),
          waitMinutes: wait ?? null,
          clusterAccess: clusterAccess ?? null,
          comment: comment === true,
        },
        say,
      ),
    render: {
      json: toJson,
      csv: async (result) => (await import('../../report/verify.ts')).verifyCsv(result),
      ...reportFormats(verbose, async (result) =>
        (await import('../../report/verify.ts')).verifyDocument(result),
      ),
    },
    exitCode: ({ summary }) => (flags.failOn === 'late' && summary.late > 0 ? 1 : 0),
  });
}

const DEFAULT_DAYS = 14;

/** `--since 14` or `--since 2026-11-01`; what is neither is refused where days are read. */
function firstDay(
  since: string | undefined,
  { now, date }: { readonly now: Date; readonly date?: string | undefined },
): Day {
  const today = date ?? dayInLondon(now);
  if (since !== undefined && !/^\d{1,4}$/.test(since)) return since;
  return addDays(today, -(since === undefined ? DEFAULT_DAYS : Number(since)));
}
