/** `dashboard` in a workflow. */
import type { DashboardFlags } from '../cli/flags.ts';
import { readFlags } from '../cli/options.ts';
import { dashboardDoor } from '../cli/verbs/dashboard.ts';
import { openRoot } from '../commands/read/tree.ts';
import { dashboardDocument, issueSentence } from '../report/dashboard.ts';
import { printMarkdown } from '../report/markdown.ts';
import { inlineText } from '../report/text-lines.ts';
import { ok, type Result } from '../util/result.ts';
import { sentences } from './messages.ts';
import type { ActionWorld, Told } from './report.ts';

export async function actDashboard(flags: unknown, world: ActionWorld): Promise<Result<Told>> {
  const given = flags as DashboardFlags;
  const door = dashboardDoor(given);
  const options = readFlags(given, world);
  if (!options.ok) return options;
  const root = openRoot(options.value, 'commit');
  if (!root.ok) return root;
  const run = await door.run(options.value, world.say);
  if (!run.ok) return run;
  const { result } = run.value;
  const { boxes, totals, issue } = result;
  const number = (wanted: string): number => boxes.filter(({ outcome }) => outcome === wanted).length;
  const failed = number('failed') + (issue.outcome === 'failed' ? 1 : 0);
  const due = (['due', 'deferred', 'closed', 'open'] as const).reduce(
    (sum, state) => sum + totals[state].credentials,
    0,
  );
  return ok({
    outputs: {
      'pull-requests': JSON.stringify(boxes.filter((box) => box.number !== null)),
      opened: String(number('created')),
      updated: String(number('updated')),
      deferred: String(number('deferred')),
      failed: String(failed),
      due: String(due),
    },
    summary: printMarkdown(dashboardDocument(result)),
    annotations: [],
    groups: [],
    end: inlineText(issueSentence(issue)),
    failure: failed === 0 ? null : sentences.failedBoxes(failed),
    prefix: root.value.prefix,
  });
}
