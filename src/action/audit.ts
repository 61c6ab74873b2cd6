/** `audit` in a workflow. */
import type { AuditFlags, AuditFormat } from '../cli/flags.ts';
import { readFlags, repeatedArguments } from '../cli/options.ts';
import { findOutput } from '../cli/output.ts';
import type { Door } from '../cli/run-command.ts';
import { auditDoor, pageDoor } from '../cli/verbs/audit.ts';
import type { RotationOptions } from '../commands/options.ts';
import { findWhereabouts } from '../commands/read/permalinks.ts';
import { openRoot } from '../commands/read/tree.ts';
import type { EstateRoot } from '../environments/root.ts';
import { resolveCommit } from '../git/repository.ts';
import { auditAnnotations } from '../report/annotations.ts';
import { auditTotal, listedCredentials } from '../report/audit.ts';
import { namespaceName, STATE_WORDS, shortFile } from '../report/format.ts';
import { auditSummary } from '../report/job-summary.ts';
import { groupWorstFirst } from '../report/worst-first.ts';
import type { AuditResult, Credential } from '../results/results.ts';
import { type Environment, ok, type Result } from '../util/result.ts';
import { sentences } from './messages.ts';
import type { ActionWorld, Told } from './report.ts';

export async function actAudit(given: unknown, world: ActionWorld): Promise<Result<Told>> {
  const flags = given as AuditFlags;
  const options = readFlags(flags, world);
  if (!options.ok) return options;
  const root = openRoot(options.value, flags.base === undefined ? 'worktree' : 'commit');
  if (!root.ok) return root;
  const audited =
    flags.format === 'html'
      ? await auditAndWrite(flags, pageDoor(flags), ({ audit }) => audit, options.value, world)
      : await auditAndWrite(flags, auditDoor(flags), (result) => result, options.value, world);
  if (!audited.ok) return audited;
  const { result, exitCode } = audited.value;
  const whereabouts = await findWhereabouts(
    root.value,
    result.base ?? (await checkedOut(root.value, world.env)),
    world.env,
  );
  const { verbose, failOn } = flags;
  const { byState } = result.summary;
  return ok({
    outputs: {
      'pull-requests': '[]',
      opened: '0',
      updated: '0',
      deferred: '0',
      failed: '0',
      due: String(byState.due + byState.never),
    },
    summary: auditSummary({ result, whereabouts, verbose, selection: repeatedArguments('audit', flags) }),
    annotations: auditAnnotations(result, failOn),
    groups: groupWorstFirst(listedCredentials(result, { brief: !verbose })).map((group) => ({
      name: namespaceName(group[0]),
      lines: group.flatMap(credentialLines),
    })),
    end: auditTotal(result),
    failure: exitCode === 0 || failOn === undefined ? null : sentences.findings(failOn, result),
    prefix: root.value.prefix,
  });
}

/** The commit that actions/checkout has put there: GitHub has it, be it on a branch or the merge of a pull request. */
async function checkedOut({ root, top }: EstateRoot, env: Environment): Promise<string | null> {
  return top === null ? null : resolveCommit({ folder: root, env }, 'HEAD');
}

async function auditAndWrite<T, F extends AuditFormat>(
  flags: AuditFlags,
  door: Door<T, F>,
  auditOf: (result: T) => AuditResult,
  options: RotationOptions,
  { cwd, say }: ActionWorld,
): Promise<Result<{ readonly result: AuditResult; readonly exitCode: number }>> {
  const nowhere = {
    out: () => {},
    err: () => {},
    width: 0,
    isTerminal: false,
    color: false,
    interactive: false,
    errColor: false,
    errWidth: () => 0,
    canAsk: false,
  };
  const output = findOutput(flags.output, cwd, false, nowhere);
  if (!output.ok) return output;
  const audited = await door.run(options, say);
  if (!audited.ok) return audited;
  if (flags.output !== undefined) {
    const text = await door.render[flags.format as F](audited.value, output.value.terminal, []);
    const written = await output.value.write(text, say);
    if (!written.ok) return written;
  }
  return ok({ result: auditOf(audited.value), exitCode: door.exitCode(audited.value) });
}

function credentialLines(each: Credential): readonly string[] {
  const age = each.ageDays === null ? '' : `, ${each.ageDays} days`;
  return [
    `${STATE_WORDS[each.state]}: ${each.kind} ${each.module}, ${shortFile(each)}:${each.line}${age}`,
    ...each.reasons.map(({ message }) => `  ${message}`),
  ];
}
