import { type Config, exclusionOf, maxAgeFor, type Subject, snoozeOf } from '../../config/rules.ts';
import { namespacePath } from '../../environments/layout.ts';
import type { PolicySubject, Rules } from '../../rotation/judge.ts';
import type { NamespaceFacts } from '../../rotation/selection.ts';
import { DEFAULT_MAX_AGE_DAYS } from '../../settings.ts';

const NO_FACTS: NamespaceFacts = { production: null, teams: [] };

/** The facts of the namespaces that were read, by the path of their folders. */
export type FactsByFolder = ReadonlyMap<string, NamespaceFacts>;

/**
 * The part of the rules that a config file has a say in.
 *
 * @param maxAge `--max-age`, which wins over the file; null when it was not given
 * @param today `yyyy-MM-dd`
 */
export function policyRules(
  config: Config | null,
  maxAge: number | null,
  facts: FactsByFolder,
  today: string,
): Pick<Rules, 'maxAgeDays' | 'policyOf'> {
  const maxAgeDays = maxAge ?? DEFAULT_MAX_AGE_DAYS;
  if (config === null) return { maxAgeDays };
  const { file } = config;
  return {
    maxAgeDays,
    policyOf(credential) {
      const subject = subjectOf(credential, facts);
      const excluded = exclusionOf(config, subject);
      const snoozed = snoozeOf(config, subject, today);
      return {
        maxAgeDays: maxAge ?? maxAgeFor(config, subject),
        excluded: excluded && { file, line: excluded.line, reason: excluded.reason },
        snoozed: snoozed && { file, line: snoozed.line, until: snoozed.until, reason: snoozed.reason },
      };
    },
  };
}

/** A credential with the facts of its namespace. */
export function subjectOf(credential: PolicySubject, facts: FactsByFolder): Subject {
  const { id, cluster, namespace, kind, module } = credential;
  const known = facts.get(namespacePath(cluster, namespace)) ?? NO_FACTS;
  return { id, cluster, namespace, kind, module, ...known };
}
