import { scanJsonConfiguration } from '../../src/hcl/json.ts';
import { scan } from '../../src/hcl/scan.ts';
import type { Consequences } from '../../src/results/runbook.ts';
import { findModules } from '../../src/rotation/modules.ts';
import type { SourceFile } from '../../src/rotation/source-file.ts';
import { consequencesOf, findUses } from '../../src/usage/consequences.ts';

const FOLDER = 'namespaces/live.cloud-platform.service.justice.gov.uk/orchard-dev/resources';
const SOURCE = 'github.com/ministryofjustice/cloud-platform-terraform';

export const RDS = `module "rds" {\n  source = "${SOURCE}-rds-instance?ref=9.2.0"\n}\n`;
export const CACHE = `module "redis" {\n  source = "${SOURCE}-elasticache-cluster?ref=8.2.0"\n}\n`;

/** A service account's module with more arguments. */
export function account(lines: string, name = 'serviceaccount'): string {
  return `module "${name}" {\n  source = "${SOURCE}-serviceaccount?ref=1.2.0"\n${lines}\n}\n`;
}

export function template(lines: string): string {
  return `module "api" {\n  source = "${SOURCE}-hmpps-template?ref=1.2.1"\n${lines}\n}\n`;
}

/** The files of `orchard-dev/resources` by name; a single text is `main.tf`. */
export function folder(files: string | Readonly<Record<string, string>>): SourceFile[] {
  const named = typeof files === 'string' ? { 'main.tf': files } : files;
  return Object.entries(named).map(([name, text]) => {
    const scanned = name.endsWith('.json') ? scanJsonConfiguration(text) : scan(text);
    return { path: `${FOLDER}/${name}`, text, scan: scanned };
  });
}

/** What a rotation of the first module of a kind brings with it. */
export function consequences(
  files: string | Readonly<Record<string, string>>,
  date: string | null = '23-11-2026',
  name?: string,
): Consequences {
  const read = folder(files);
  const uses = findUses({ namespace: 'orchard-dev', files: read, unread: [] });
  for (const file of read) {
    for (const module of findModules(file.text, file.scan).modules) {
      if (name === undefined || module.name === name) return consequencesOf(uses, file, module, date);
    }
  }
  throw new Error('no module of a kind');
}
