import { parseConfig } from '../../src/config/load.ts';
import type { Config, Subject } from '../../src/config/rules.ts';
import { BUILT_IN_KINDS } from '../../src/kinds/registry.ts';

/** The settings of a text that has no mistake. */
export function configOf(text: string): Config {
  const parsed = parseConfig(text, '.github/rotate-pr.yml', BUILT_IN_KINDS.names);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.config;
}

/** A database in production, unless said otherwise. */
export function subject(given: Partial<Subject> = {}): Subject {
  return {
    id: 'orchard-prod/rds.tf#rds',
    cluster: 'live.cloud-platform.service.justice.gov.uk',
    namespace: 'orchard-prod',
    kind: 'rds',
    module: 'rds',
    teams: ['gardeners', 'growers'],
    production: true,
    ...given,
  };
}
