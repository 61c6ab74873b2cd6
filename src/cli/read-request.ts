import type { OpenRequest } from '../commands/run/settings.ts';
import { readAuthor } from '../config/settings.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { BaseFlags, OpenFlags } from './flags.ts';

/** What pull requests are about, from the flags that `plan` and `open` have in common; or what is wrong with them. */
export function readRequest(flags: BaseFlags): Result<OpenRequest> {
  const incident = readIncident(flags);
  if (!incident.ok) return incident;
  if (flags.shard !== undefined && flags.group !== 'namespace') {
    return fail(
      'usage',
      '--shard and --group exclude each other: the parts would write to one pull request.',
    );
  }
  return ok({ incident: incident.value, grouping: flags.group, flags: {}, fork: null });
}

/** How pull requests are made and tended, from the flags of `open`; or what is wrong with them. */
export function readOpenRequest(flags: OpenFlags): Result<OpenRequest> {
  const common = readRequest(flags);
  if (!common.ok) return common;
  for (const [name, value] of Object.entries({
    limit: flags.limit,
    'max-open': flags.maxOpen,
    'hourly-limit': flags.hourlyLimit,
    'refresh-after': flags.refreshAfter,
  })) {
    if (value !== undefined && (!Number.isInteger(value) || value < 0)) {
      return fail('usage', `--${name} takes a whole number, 0 or more.`);
    }
  }
  if (flags.author !== undefined) {
    if (readAuthor(flags.author) === null) {
      return fail('usage', `--author takes "Name <email>", not ${JSON.stringify(flags.author)}.`);
    }
    if (flags.sign) {
      return fail(
        'usage',
        "--sign and --author exclude each other: GitHub names the token's account as the author.",
      );
    }
  }
  return ok({ ...common.value, flags, fork: flags.fork ?? null });
}

/** An incident has its reason: people read it in a pull request that asks for an exception. */
function readIncident({ incident, reason }: BaseFlags): Result<string | null> {
  if (incident && reason === undefined) {
    return fail('usage', '--incident wants --reason TEXT: it stands in every pull request.');
  }
  if (!incident && reason !== undefined) return fail('usage', '--reason goes with --incident.');
  return ok(incident ? (reason ?? null) : null);
}
