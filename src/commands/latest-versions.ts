import { publishedModule } from '../kinds/published.ts';
import type { KindName } from '../kinds/registry.ts';
import { kindNamed } from '../kinds/registry.ts';
import { type Failure, ok, type Result } from '../publish/failure.ts';
import type { Releases } from '../publish/releases.ts';
import { dayInLondon, daysBetween } from '../rotation/dates.ts';
import {
  highestInEstate,
  type LatestVersion,
  latestRelease,
  type ModuleVersions,
  type VariableFinding,
} from '../rotation/module-versions.ts';
import type { FoundModule } from '../rotation/modules.ts';
import type { Change } from '../rotation/results.ts';
import type { CommandOptions, Say } from './options.ts';

/** How GitHub may be asked: by default from the commands that talk to it anyway, with their token. */
export interface Asking {
  readonly asks: boolean;
  /** Looked for only when there is something to ask. */
  readonly token: () => Promise<string | null>;
}

/**
 * Says what the latest version of each module is.
 *
 * @param isWholeEstate whether `modules` are all that there are
 */
export type LearnVersions = (
  modules: readonly FoundModule[],
  isWholeEstate: boolean,
) => Promise<ModuleVersions>;

/** Up to this many refs that are no versions are looked at. */
const MAX_LOOKUPS = 20;

/**
 * Where the latest versions come from: the file of `--module-versions`; else GitHub or, where it is not asked or does
 * not answer, what it said last; else the highest that the estate uses. What could not be learned is said on one line.
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
    return ok(async (modules, isWhole) => {
      const latest = highestInEstate(modules, isWhole);
      for (const [kind, version] of given.value) latest.set(kind, version);
      return { latest, variables: new Map() };
    });
  }
  return ok(async (modules, isWhole) => {
    const latest = highestInEstate(modules, isWhole);
    const { kinds } = options.selection;
    const concerned = modules.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind.name));
    if (concerned.length === 0) return { latest, variables: new Map() };
    return new Learning(options, latest, say).learn(concerned, asking);
  });
}

class Learning {
  readonly #options: CommandOptions;
  readonly #latest: Map<KindName, LatestVersion>;
  readonly #say: Say;

  constructor(options: CommandOptions, latest: Map<KindName, LatestVersion>, say: Say) {
    this.#options = options;
    this.#latest = latest;
    this.#say = say;
  }

  async learn(modules: readonly FoundModule[], { asks, token }: Asking): Promise<ModuleVersions> {
    const { env, now } = this.#options;
    const [{ cacheFolder, openReleaseCache }, { apiUrlOf }] = await Promise.all([
      import('../publish/release-cache.ts'),
      import('../publish/repository.ts'),
    ]);
    const apiUrl = apiUrlOf(env);
    const cache = openReleaseCache(cacheFolder(env), apiUrl);
    const kinds = [...new Set(modules.map(({ kind }) => kind.name))];
    const failures = new Map<KindName, Failure>();
    let releases: Releases | null = null;
    if (asks) {
      const { connectReleases } = await import('../publish/releases.ts');
      const version = this.#options.version ?? 'unknown';
      releases = connectReleases({ repository: { apiUrl }, token: await token(), version, cache, now });
    }
    const today = dayInLondon(now);
    const learnOne = async (kind: KindName): Promise<void> => {
      const { repository } = kindNamed(kind);
      const asked = await releases?.tags(repository);
      if (asked?.ok) return this.#set(kind, latestRelease(asked.value, null));
      if (asked !== undefined) failures.set(kind, asked.error);
      const cached = await cache.read(repository);
      if (cached === null) return;
      const day = dayInLondon(new Date(cached.checkedAt));
      this.#set(kind, latestRelease(cached.tags, daysBetween(day, today) > 1 ? day : null));
    };
    await Promise.all(kinds.map(learnOne));
    if (failures.size > 0) this.#sayFailures(failures);
    const gone = [...failures.values()].some(({ code }) => code === 'unreachable' || code === 'rate-limited');
    const variables = releases === null || gone ? new Map() : await this.#lookUp(releases, modules);
    return { latest: this.#latest, variables };
  }

  #set(kind: KindName, latest: LatestVersion | null): void {
    if (latest !== null) this.#latest.set(kind, latest);
  }

  #sayFailures(failures: ReadonlyMap<KindName, Failure>): void {
    const taken = (kind: KindName): string => {
      const latest = this.#latest.get(kind);
      return `${kind} ${latest === undefined ? 'not known' : `${latest.version} (${latest.origin})`}`;
    };
    const first = [...failures.values()][0]?.message ?? '';
    const others = new Set([...failures.values()].map(({ code }) => code)).size > 1 ? ' (and more)' : '';
    this.#say(`${first}${others} Latest versions taken: ${[...failures.keys()].map(taken).join(', ')}.`);
  }

  /** What the modules have at refs that are no versions. */
  async #lookUp(releases: Releases, modules: readonly FoundModule[]): Promise<Map<string, VariableFinding>> {
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
        found.set(source, { found: 'unknown', why: `more than ${MAX_LOOKUPS} such sources` });
        continue;
      }
      const declares = await releases.declares(published, kind.variable);
      if (declares.ok) found.set(source, { found: declares.value ? 'present' : 'absent' });
      else found.set(source, { found: 'unknown', why: declares.error.message.replace(/\.$/, '') });
    }
    return found;
  }
}

/** What an upgrade that was asked for did not do, one line a reason: for people, beside the result. */
export function upgradeRemarks(changes: readonly Change[]): string[] {
  const byMessage = new Map<string, string[]>();
  for (const { id, notUpgraded } of changes) {
    if (notUpgraded === undefined) continue;
    const ids = byMessage.get(notUpgraded.message);
    if (ids === undefined) byMessage.set(notUpgraded.message, [id]);
    else ids.push(id);
  }
  return [...byMessage].map(([message, [first = '', ...more]]) => {
    const others = more.length === 0 ? '' : ` and ${more.length} more`;
    return `rotated without an upgrade: ${first}${others}: ${message}`;
  });
}
