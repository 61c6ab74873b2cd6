import { describe, expect, it } from 'vitest';
import { scan } from '../../src/hcl/scan.ts';
import type { Block, Range } from '../../src/hcl/syntax.ts';
import { literalString } from '../../src/hcl/values.ts';
import { aboutWord } from '../../src/kinds/kind.ts';
import { BUILT_IN_KINDS, type KindName, kindNamed } from '../../src/kinds/registry.ts';
import { examineModule, type ResolvedExpression } from '../../src/kinds/rules.ts';
import { compareVersions, versionOf } from '../../src/kinds/versions.ts';

/** Here nothing is defined, so that only a literal says what it is. */
function resolve(text: string, range: Range): ResolvedExpression {
  const written = text.slice(range.start, range.end);
  if (/^(?:var|local)\./.test(written)) return { value: null, written: null };
  const plain = /^(?:true|false|null|\d+)$/.test(written) ? written : null;
  return { value: literalString(text, range)?.value ?? plain, written };
}

/** What a kind says of a module block with these lines: `effect code`. */
function examine(kind: KindName, lines: string): string[] {
  const text = `module "x" {\n${lines}\n}\n`;
  const block = scan(text).body[0] as Block;
  const module = { text, block, resolve: (range: Range) => resolve(text, range) };
  return examineModule(kindNamed(kind), module).map(({ effect, code }) => `${effect} ${code}`);
}

describe('examine', () => {
  it.each<[KindName, string, string[]]>([
    ['serviceaccount', '', []],
    ['serviceaccount', 'engine = "memcached"\nreplicate_source_db = module.x.id', []],

    ['rds', '', []],
    ['rds', 'replicate_source_db = module.rds.db_identifier', ['exempt read-replica']],
    ['rds', 'replicate_source_db = "orchard"', ['exempt read-replica']],
    ['rds', 'replicate_source_db = aws_db_instance.main[0].id', ['exempt read-replica']],
    ['rds', `replicate_source_db = "\${module.rds.db_identifier}"`, ['exempt read-replica']],
    ['rds', 'replicate_source_db = var.source', ['warning may-be-replica']],
    ['rds', 'replicate_source_db = var.is_replica ? module.rds.id : null', ['warning may-be-replica']],
    ['rds', 'replicate_source_db = try(module.rds.id, null)', ['warning may-be-replica']],
    ['rds', 'replicate_source_db = each.value.source', ['warning may-be-replica']],
    ['rds', 'replicate_source_db = ""', []],
    ['rds', 'replicate_source_db = null', []],
    ['rds', '# replicate_source_db = module.rds.db_identifier', []],
    ['rds', 'nested {\n  replicate_source_db = "x"\n}', []],
    ['rds', 'enable_rds_auto_start_stop = true', ['warning stopped-overnight']],
    ['rds', 'enable_rds_auto_start_stop = "true"', ['warning stopped-overnight']],
    ['rds', 'enable_rds_auto_start_stop = false', []],
    ['rds', 'enable_rds_auto_start_stop = var.stop', ['warning stopped-overnight']],
    ['rds', 'enable_rds_auto_start_stop = null', []],
    ['rds', 'is_migration = true', ['warning migration']],
    ['rds', 'prepare_for_major_upgrade = true', ['warning major-upgrade-prepared']],
    [
      'rds',
      'prepare_for_major_upgrade = true\nenable_rds_auto_start_stop = true',
      ['warning stopped-overnight', 'warning major-upgrade-prepared'],
    ],

    ['elasticache', '', ['warning engine-version-unknown']],
    ['elasticache', 'engine = "memcached"', ['exempt memcached']],
    ['elasticache', 'engine = "valkey"\nengine_version = "4.0"', []],
    ['elasticache', 'engine = "redis"\nengine_version = "4.0.10"', ['blocked engine-too-old']],
    ['elasticache', 'engine_version = "4.0.10"', ['blocked engine-too-old']],
    ['elasticache', 'engine_version = "5.0.4"', ['blocked engine-too-old']],
    ['elasticache', 'engine_version = "3.2"', ['blocked engine-too-old']],
    ['elasticache', 'engine_version = "4.x"', ['blocked engine-too-old']],
    ['elasticache', 'engine_version = "5.0.5"', []],
    ['elasticache', 'engine_version = "5.0.6"', []],
    ['elasticache', 'engine_version = "6.x"', []],
    ['elasticache', 'engine_version = "7.0"', []],
    ['elasticache', 'engine_version = "10"', []],
    ['elasticache', 'engine = var.engine\nengine_version = "7.0"', ['warning engine-unknown']],
    ['elasticache', 'engine_version = "latest"', ['warning engine-version-unknown']],
    ['elasticache', 'engine_version = "v4.0.10"', ['warning engine-version-unknown']],
    ['elasticache', 'engine_version = var.old ? "4.0.10" : "7.0"', ['warning engine-version-unknown']],
    ['elasticache', 'engine_version = lookup(var.versions, "x", "7.0")', ['warning engine-version-unknown']],
    ['elasticache', 'engine_version = var.engine_version', ['warning engine-version-unknown']],

    ['hmpps-template', '', ['exempt rotates-itself']],
    ['hmpps-template', 'force_rotate_token = false', ['exempt rotates-itself']],
    ['hmpps-template', 'force_rotate_token = var.force', ['blocked not-a-literal']],
    ['hmpps-template', 'force_rotate_token = true', []],
    ['hmpps-template', 'force_rotate_token = "true"', []],
  ])('says of %s with %j: %j', (kind, lines, expected) => {
    expect(examine(kind, lines)).toEqual(expected);
  });
});

describe('the kinds', () => {
  it('are told apart by name, module and argument', () => {
    const { list, byName, byModule, notRotatable } = BUILT_IN_KINDS;

    expect(byName.size).toBe(list.length);
    expect(byModule.size).toBe(list.length);
    expect(new Set(list.map(({ argument }) => argument)).size).toBe(list.length);
    for (const { about } of list) expect(notRotatable.has(aboutWord(about))).toBe(false);
  });

  it.each([...BUILT_IN_KINDS.list])('say since which release they rotate: $name', ({ since }) => {
    expect(versionOf(since)).toBe(since);
    expect(compareVersions(since ?? '', '0.0.0')).toBeGreaterThan(0);
  });
});
