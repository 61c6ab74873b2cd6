import { open } from '../commands/open.ts';
import { toJson } from '../report/json.ts';
import type { OpenResult } from '../rotation/results.ts';
import { hasFailures } from '../rotation/summary.ts';
import type { ExitCode } from './exit-code.ts';
import { type BaseFlags, selectionArguments } from './flags.ts';
import { runDoor } from './run.ts';
import { readVersion } from './version.ts';

export function runOpen(flags: BaseFlags): Promise<ExitCode> {
  const selection = selectionArguments(flags);
  const { verbose } = flags;
  const version = readVersion();
  return runDoor<OpenResult>(flags, {
    run: (options, say) => open({ ...options, base: flags.base, remote: flags.remote, version }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import('../report/csv.ts')).pullRequestsCsv(result),
      markdown: async (result) => (await import('../report/markdown.ts')).openMarkdown(result),
      text: async (result, { width, color }) =>
        (await import('../report/text/open.ts')).openText(result, { width, color, verbose, selection }),
    },
    exitCode: ({ pullRequests, skipped }) =>
      pullRequests.some(({ outcome }) => outcome === 'failed' || outcome === 'deferred') ||
      hasFailures(skipped)
        ? 1
        : 0,
  });
}
