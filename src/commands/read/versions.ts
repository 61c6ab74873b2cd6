import type { ReleaseCache } from '../../github/release-cache.ts';
import type { Releases } from '../../github/releases.ts';
import { publishedModule } from '../../kinds/published.ts';
import { type KindName, kindNamed } from '../../kinds/registry.ts';
import { versionWords } from '../../report/reasons.ts';
import type { Change } from '../../results/results.ts';
import type { FoundModule } from '../../rotation/modules.ts';
import {
  type LatestVersion,
  latestRelease,
  type ModuleVersions,
  NO_VERSIONS,
  type VariableFinding,
} from '../../rotation/versions.ts';
import { type Day, dayInLondon, daysBetween } from '../../util/dates.ts';
import { groupBy } from '../../util/group-by.ts';
import { type Failure, ok, type Result } from '../../util/result.ts';
import type { CommandOptions, Say } from '../options.ts';

/** How GitHub may be asked: by default from the commands that talk to it anyway, with their token. */
export interface Asking {
  readonly asks: boolean;
  /** Looked for only when there is something to ask. */
  readonly token: () => Promise<string | null>;
}

/** Latest versions by kind. */
type Latest = ReadonlyMap<KindName, LatestVersion>;

/**
 * Says what the latest version of each module is.
 *
 * @param highest reads the highest versions that the whole repository uses; called only where nobody else says it
 */
export type LearnVersions = (
  modules: readonly FoundModule[],
  highest: () => Promise<Latest>,
) => Promise<ModuleVersions>;

/** Up to this many refs that are no versions are looked at. */
const MAX_LOOKUPS = 20;

/**
 * Where the latest versions come from: the file of `--module-versions`; else GitHub or, where it is not asked or does
 * not answer, what it said last; else the highest that the whole repository uses, whatever is selected. What could not be learned is said on one line.
 *
 * @returns code `bad-module-versions`
 */
export async function versionLearner(
  options: CommandOptions,
  asking: Asking,
  say: Say,
): Promise<Result<LearnVersions>> {
  const { moduleVersions: file } = options;
  if (file !== undefined) {
    const { readModuleVersions } = await import('./module-versions-file.ts');
    const given = await readModuleVersions(options.cwd, file);
    if (!given.ok) return given;
    return ok(async (modules, highest) => {
      const latest = await completed(given.value, kindsIn(modules), highest);
      return { latest, variables: new Map() };
    });
  }
  return ok(async (modules, highest) => {
    const { kinds } = options.selection;
    const concerned = modules.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind.name));
    if (concerned.length === 0) return NO_VERSIONS;
    return learnFromGitHub(concerned, highest, options, asking, say);
  });
}

function kindsIn(modules: readonly FoundModule[]): readonly KindName[] {
  return [...new Set(modules.map(({ kind }) => kind.name))];
}

/** What is known, and of the other kinds the highest that the repository uses. */
async function completed(
  known: Latest,
  kinds: readonly KindName[],
  highest: () => Promise<Latest>,
): Promise<Latest> {
  return kinds.every((kind) => known.has(kind)) ? known : new Map([...(await highest()), ...known]);
}

/** For the commands that reach no network by default: GitHub is asked with `--check-versions`. */
export function askingOnRequest({ env, checkVersions }: CommandOptions): Asking {
  const token = async (): Promise<string | null> => {
    const { findToken } = await import('../../github/token.ts');
    return (await findToken(env))?.value ?? null;
  };
  return { asks: checkVersions === true, token };
}

async function learnFromGitHub(
  modules: readonly FoundModule[],
  highest: () => Promise<Latest>,
  { env, now, version = 'unknown' }: CommandOptions,
  { asks, token }: Asking,
  say: Say,
): Promise<ModuleVersions> {
  const [{ cacheFolder, openReleaseCache }, { gitHubOf }] = await Promise.all([
    import('../../github/release-cache.ts'),
    import('../../github/repository.ts'),
  ]);
  const repository = gitHubOf(env);
  const cache = openReleaseCache(cacheFolder(env), repository.apiUrl);
  let releases: Releases | null = null;
  if (asks) {
    const { connectReleases } = await import('../../github/releases.ts');
    releases = connectReleases({ repository, token: await token(), version, cache, now });
  }
  const today = dayInLondon(now);
  const said = new Map<KindName, LatestVersion>();
  const failures = new Map<KindName, Failure>();
  const learnOne = async (kind: KindName): Promise<void> => {
    const { about } = kindNamed(kind);
    if (about.block !== 'module' || !about.published) return;
    const { repository } = about;
    const asked = await releases?.tags(repository);
    if (asked !== undefined && !asked.ok) failures.set(kind, asked.error);
    const known = asked?.ok ? latestRelease(asked.value, null) : await readCache(cache, repository, today);
    if (known !== null) said.set(kind, known);
  };
  const kinds = kindsIn(modules);
  await Promise.all(kinds.map(learnOne));
  const latest = await completed(said, kinds, highest);
  if (failures.size > 0) say(failureLine(failures, latest));
  const isCutOff = [...failures.values()].some(({ code }) => HOPELESS.includes(code));
  const variables = releases === null || isCutOff ? new Map() : await lookUp(releases, modules);
  return { latest, variables };
}

/** After one of these the next request would fare no better. */
const HOPELESS: readonly string[] = ['unreachable', 'rate-limited', 'authentication'];

/** What GitHub said last, however long ago; how long is said when it is more than a day. */
async function readCache(cache: ReleaseCache, repository: string, today: Day): Promise<LatestVersion | null> {
  const cached = await cache.read(repository);
  if (cached === null) return null;
  const day = dayInLondon(new Date(cached.checkedAt));
  return latestRelease(cached.tags, daysBetween(day, today) > 1 ? day : null);
}

/** One line: what GitHub said to the first, which others fared the same, and what is taken in its place. */
function failureLine(failures: ReadonlyMap<KindName, Failure>, latest: Latest): string {
  const [first] = failures.values();
  const taken = [...failures.keys()].map((kind) => {
    const known = latest.get(kind);
    return `${kind} ${known === undefined ? 'unknown' : versionWords(known)}`;
  });
  return `${first?.message ?? ''} Taken as the latest ${failures.size === 1 ? 'version' : 'versions'}: ${taken.join(', ')}.`;
}

/** What the modules have at refs that are no versions. */
async function lookUp(
  releases: Releases,
  modules: readonly FoundModule[],
): Promise<Map<string, VariableFinding>> {
  const bySource = new Map(
    modules.filter(({ version }) => version === null).map((module) => [module.source, module]),
  );
  const found = new Map<string, VariableFinding>();
  let lookups = 0;
  for (const [source, { kind }] of bySource) {
    const published = publishedModule(source);
    if (published === null) continue;
    lookups += 1;
    if (lookups > MAX_LOOKUPS) {
      found.set(source, { found: 'unknown', why: `only ${MAX_LOOKUPS} such sources are looked at` });
      continue;
    }
    const declares = await releases.declares(published, kind.argument);
    if (declares.ok) found.set(source, { found: declares.value ? 'present' : 'absent' });
    else found.set(source, { found: 'unknown', why: declares.error.message.replace(/\.$/, '') });
  }
  return found;
}

/** What an upgrade that was asked for did not do, one line a reason: for people, beside the result. */
export function upgradeRemarks(changes: readonly Change[]): string[] {
  const left = changes.flatMap(({ id, notUpgraded }) =>
    notUpgraded === undefined ? [] : [{ id, message: notUpgraded.message }],
  );
  const byMessage = groupBy(left, ({ message }) => message);
  return [...byMessage].map(([message, [{ id: first }, ...more]]) => {
    const others = more.length === 0 ? '' : ` and ${more.length} more`;
    return `rotated without an upgrade: ${first}${others}: ${message}`;
  });
}
