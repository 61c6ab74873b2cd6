import { type CloseRun, close } from '../../commands/close.ts';
import { PLAIN_REQUEST } from '../../commands/run/settings.ts';
import { toJson } from '../../report/json.ts';
import { fail } from '../../util/result.ts';
import type { ExitCode } from '../exit-code.ts';
import type { CloseFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { repeatedArguments } from '../options.ts';
import { reportFormats } from '../report-formats.ts';
import { runDoor } from '../run-command.ts';
import { readVersion } from '../version.ts';

/** Characters of `--reason`: it stands in every comment. */
const LONGEST_REASON = 1_000;

export function runClose(flags: CloseFlags, io: Io): Promise<ExitCode> {
  const selection = repeatedArguments('close', flags);
  const { verbose, base, remote, reason = null, dryRun } = flags;
  const version = readVersion();
  const request = { ...PLAIN_REQUEST, fork: flags.fork ?? null };
  return runDoor<CloseRun>(flags, io, {
    run: async (options, say) => {
      if (reason !== null && reason.length > LONGEST_REASON)
        return fail('usage', `--reason takes at most ${LONGEST_REASON} characters.`);
      return close({ ...options, base, remote, version, request, reason, dryRun }, say);
    },
    render: {
      json: ({ result }) => toJson(result),
      csv: async ({ result }) => (await import('../../report/csv.ts')).pullRequestsCsv(result),
      ...reportFormats(verbose, async ({ result }) =>
        (await import('../../report/pull-requests.ts')).closeDocument(result, selection),
      ),
    },
    exitCode: ({ result: { pullRequests }, stopped }) =>
      stopped || pullRequests.some(({ outcome }) => outcome === 'failed') ? 1 : 0,
  });
}
