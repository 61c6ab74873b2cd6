import { scan } from '../../src/hcl/scan.ts';
import { aboutWord } from '../../src/kinds/kind.ts';
import { type KindName, kindNamed } from '../../src/kinds/registry.ts';
import { assessmentOf } from '../../src/report/reasons.ts';
import { type Assessment, judge, type Place, type Rules } from '../../src/rotation/judge.ts';
import { findModules } from '../../src/rotation/modules.ts';
import { buildScope } from '../../src/rotation/references.ts';
import type { SourceFile } from '../../src/rotation/source-file.ts';
import type { LatestVersion } from '../../src/rotation/versions.ts';

/** The day of every judgement here. */
export const TODAY = '2026-11-23';

const VERSIONS: Readonly<Record<KindName, string>> = {
  serviceaccount: '1.2.0',
  rds: '9.2.0',
  elasticache: '8.2.0',
  'hmpps-template': '1.2.1',
};

/** Latest versions as GitHub would say them. */
export function latestOf(versions: Readonly<Record<KindName, string>>): Map<KindName, LatestVersion> {
  return new Map(
    (Object.entries(versions) as [KindName, string][]).map(([kind, version]) => [
      kind,
      { version, tag: version, from: 'github', origin: 'GitHub', tags: [] },
    ]),
  );
}

export interface Situation {
  readonly kind?: KindName;
  /** The `?ref=`; null for none, the latest version by default. */
  readonly ref?: string | null;
  /** The whole `source` in its place. */
  readonly source?: string;
  /** The date's value as HCL; none by default. */
  readonly date?: string;
  /** More lines of the block. */
  readonly lines?: string;
  readonly place?: Partial<Place>;
  readonly rules?: Partial<Rules>;
}

/** Judges a module block that stands alone in `orchard-dev/resources/main.tf`. */
export function assess(situation: Situation): Assessment {
  const kind = kindNamed(situation.kind ?? 'serviceaccount');
  const ref = situation.ref === undefined ? (VERSIONS[kind.name] ?? null) : situation.ref;
  const source =
    situation.source ??
    `github.com/ministryofjustice/${aboutWord(kind.about)}${ref === null ? '' : `?ref=${ref}`}`;
  const date = situation.date === undefined ? '' : `  ${kind.argument} = ${situation.date}\n`;
  const text = `module "m" {\n  source = "${source}"\n${situation.lines ?? ''}\n${date}}\n`;
  const file: SourceFile = { path: 'main.tf', text, scan: scan(text) };
  const [module] = findModules(text, file.scan).modules;
  if (module === undefined) throw new Error(`${text} holds no module`);
  const place: Place = {
    id: 'orchard-dev/main.tf#m',
    cluster: 'live.cloud-platform.service.justice.gov.uk',
    namespace: 'orchard-dev',
    file,
    line: 1,
    scope: buildScope([file], []),
    applied: true,
    hold: null,
    unusable: null,
    ...situation.place,
  };
  const rules: Rules = {
    today: TODAY,
    maxAgeDays: 90,
    versions: { latest: latestOf(VERSIONS), variables: new Map() },
    includeHeld: false,
    ...situation.rules,
  };
  return assessmentOf(judge(module, place, rules));
}
