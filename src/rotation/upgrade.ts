import type { Block, Splice } from '../hcl/syntax.ts';
import { findAttribute, literalString } from '../hcl/values.ts';
import { aboutWord } from '../kinds/kind.ts';
import { publishedModule } from '../kinds/published.ts';
import { compareVersions, stepBetween } from '../kinds/versions.ts';
import type { Upgrade } from '../results/results.ts';
import type { FoundModule } from './modules.ts';
import type { Cause } from './reasons.ts';
import { type LatestVersion, releasesAbove } from './versions.ts';

/** How far `--upgrade` may go: over minor and patch versions, or over major ones too. */
export type UpgradeLimit = 'minor' | 'major';

/** What becomes of one module's version. */
export type UpgradeDecision =
  | { readonly do: 'upgrade'; readonly upgrade: Upgrade; readonly splice: Splice; readonly source: string }
  /** It is asked for and not done. */
  | { readonly do: 'stay'; readonly cause: Cause }
  /** Not asked for, or there is nothing above the version in use. */
  | { readonly do: 'nothing' };

const NOTHING: UpgradeDecision = { do: 'nothing' };

/**
 * Decides whether a module that is rotated also goes to the latest version. Only what is released counts: the highest
 * version of the repository may be no release any more, and the repository's check takes nothing but the latest.
 *
 * @param text of the file that the module stands in
 * @param limit null when no upgrade was asked for
 */
export function decideUpgrade(
  module: FoundModule,
  text: string,
  latest: LatestVersion | undefined,
  limit: UpgradeLimit | null,
): UpgradeDecision {
  if (limit === null) return NOTHING;
  const { ref, version, source, kind } = module;
  if (kind.about.block !== 'module' || !kind.about.published) return NOTHING;
  const published = publishedModule(source);
  if (published === null) {
    return stay({ code: 'not-published', facts: { module: aboutWord(kind.about) } });
  }
  const noVersion = stay({ code: 'no-version', facts: { ref, version } });
  if (ref === null || version === null) return noVersion;
  if (latest === undefined || latest.from === 'repository') {
    return stay({ code: 'latest-unknown', facts: { module: aboutWord(kind.about), seen: latest ?? null } });
  }
  if (compareVersions(version, latest.version) >= 0) return NOTHING;
  if (limit === 'minor' && stepBetween(version, latest.version) === 'major') {
    return stay({ code: 'major-upgrade', facts: { from: version, to: latest.version } });
  }
  const spliced = spliceRef(text, module.block, latest.tag);
  if (spliced === null) return noVersion;
  const releases = releasesAbove(version, latest);
  return {
    do: 'upgrade',
    upgrade: { repository: published.repository, from: ref, to: latest.tag, releases },
    ...spliced,
  };
}

function stay(cause: Cause): UpgradeDecision {
  return { do: 'stay', cause };
}

/** The first `ref` of the query, which is the one that git takes (go-getter, GitGetter: `q.Get("ref")`). */
const REF = /^(?<before>[^?]*\?(?:[^&]*&)*?ref=)(?<ref>[^&]+)/;

/**
 * Replaces the ref of a module's source, and no other byte of it.
 *
 * @returns the splice and the whole source as it is then; null where the ref does not stand in a query of plain text
 */
function spliceRef(
  text: string,
  block: Block,
  ref: string,
): { readonly splice: Splice; readonly source: string } | null {
  const attribute = findAttribute(block.body, 'source');
  const literal = attribute === null ? null : literalString(text, attribute.expression);
  if (literal === null) return null;
  const { value, inner } = literal;
  if (text.slice(inner.start, inner.end) !== value) return null;
  const { before = '', ref: old = '' } = REF.exec(value)?.groups ?? {};
  if (old === '') return null;
  const start = inner.start + before.length;
  return {
    splice: { start, end: start + old.length, text: ref },
    source: before + ref + value.slice(before.length + old.length),
  };
}
