import { defaultMaxAge } from '../config/rules.ts';
import { type EstateHistory, readHistory } from '../environments/file-changes.ts';
import { credentialId, namespacePath, parseResourcePath } from '../environments/layout.ts';
import { readOwners } from '../environments/metadata.ts';
import type { EstateReader, NamespaceFilter } from '../environments/reader.ts';
import { resolveCommit } from '../git/repository.ts';
import { collectVersions, type FileVersions, versionAt } from '../history/collect.ts';
import { type Followed, followCredentials, type VersionStep } from '../history/follow.ts';
import { countSeries, seriesDays } from '../history/series.ts';
import { summariseRotations } from '../history/summary.ts';
import type { HistoryResult, Rotation } from '../results/history.ts';
import type { Problem } from '../results/results.ts';
import { needsFacts, type Selection, selectsNamespace } from '../rotation/selection.ts';
import { addDays, type Day, dayInLondon, daysBetween, parseDay, startOfDayInLondon } from '../util/dates.ts';
import { isGlob } from '../util/glob.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { CommandOptions, Say } from './options.ts';
import { findUnknownKind, loadConfig } from './read/config-file.ts';
import { wholeFile } from './read/module-files.ts';
import { cloneOf, openCommitReader } from './read/open-commit.ts';
import { openRoot, resolveDate, resolveSelection, selectNamespaces } from './read/tree.ts';

export interface HistoryOptions extends CommandOptions {
  /** The first day, `yyyy-MM-dd`. */
  readonly since: string;
  /** The commit whose history is read: anything that `git rev-parse` understands; default `HEAD`. */
  readonly base?: string | undefined;
}

/** How many commits pass between two lines of progress. */
const COMMITS_PER_LINE = 10_000;

/** A series beyond this would be of days of which nothing is known. */
const MOST_DAYS_AHEAD = 3_660;

/** Tells what was rotated when on a branch, and how many credentials were over their maximum age; writes nothing. */
export async function history(options: HistoryOptions, say: Say): Promise<Result<HistoryResult>> {
  const root = openRoot(options, 'commit');
  if (!root.ok) return root;
  const days = resolveDays(options);
  if (!days.ok) return days;
  const { since, date } = days.value;
  const source = { root: root.value, env: options.env };
  const clone = cloneOf(source);
  const tip = root.value.top === null ? null : await resolveCommit(clone, options.base ?? 'HEAD');
  if (tip === null) return noCommit(options.base);
  const opened = await openCommitReader(tip, source);
  if (!opened.ok) return opened;
  const reader = opened.value;
  const { selection } = resolveSelection(options, root.value.root);
  const config = await loadConfig(reader, options);
  if (!config.ok) return config;
  const unknownKind = findUnknownKind(options.selection);
  if (unknownKind !== null) return unknownKind;
  // one age for all: what the file says of single kinds, teams and namespaces is said of today
  const maxAgeDays = options.maxAgeDays ?? defaultMaxAge(config.value);
  const selected = await selectPast(reader, selection, say);
  if (!selected.ok) return selected;

  const range = secondsOf(since, date);
  const { prefix } = root.value;
  const { versions, problems, take } = collectVersions(selection, say);
  const { wants } = selected.value;
  const sight = { commit: progress(say), version: take };
  const read = await readHistory(clone, { tip, ...range, prefix, wants }, sight);
  if (read.cut !== null && (read.cut.commit === tip || read.cut.seconds >= range.to)) {
    return noHistory(read.cut.seconds);
  }
  const first = firstDay(read, since);
  const start = versionsAtStart(read, versions);
  const followed = followCredentials(start, first, stepsOf(read, versions), maxAgeDays);
  const unknown = followed.stretches.length > 0 ? null : (selected.value.unknown ?? unknownModule(selection));
  if (unknown !== null) return unknown;

  const rotations = await ownersOf(followed, reader);
  const subjects = new Map(read.steps.map(({ commit, subject }) => [commit, subject]));
  const cut = read.cut === null ? null : { commit: read.cut.commit, day: first };
  if (cut !== null) say(cutWarning(cut.day));
  return ok({
    schemaVersion: 1,
    date,
    since,
    base: tip,
    summary: {
      ...summariseRotations(rotations, (commit) => subjects.get(commit) ?? ''),
      maxAgeDays,
      created: followed.created,
      removed: followed.removed,
      cut,
    },
    rotations,
    series: countSeries(followed.stretches, seriesDays(first, date), maxAgeDays),
    problems: [...problems, ...problemsOf(followed)],
  });
}

function resolveDays(options: HistoryOptions): Result<{ readonly since: Day; readonly date: Day }> {
  const date = resolveDate(options);
  if (!date.ok) return date;
  const since = parseDay(options.since);
  if (since === null) {
    const example = `${date.value.slice(0, 4)}-01-01`;
    const message = `--since ${options.since} is not a day of the calendar: write it as yyyy-MM-dd, for example ${example}.`;
    return fail('bad-since', message);
  }
  if (daysBetween(dayInLondon(options.now), date.value) > MOST_DAYS_AHEAD) {
    return fail('bad-date', `--date ${date.value} is too far ahead: --since looks back.`);
  }
  if (since > date.value) {
    return fail('bad-since', `--since ${since} is after ${date.value}, the last day that counts.`);
  }
  return ok({ since, date: date.value });
}

function noCommit(base: string | undefined): Result<never> {
  return base === undefined
    ? fail('no-history', 'There is no commit here, and so no history: --since needs a git clone.')
    : fail('unknown-base', `--base ${base} is no commit of this repository.`);
}

function secondsOf(since: Day, date: Day): { readonly from: number; readonly to: number } {
  const seconds = (day: Day): number => startOfDayInLondon(day).getTime() / 1000;
  return { from: seconds(since), to: seconds(addDays(date, 1)) };
}

function dayOf(seconds: number): Day {
  return dayInLondon(new Date(seconds * 1000));
}

/** The day of the start: of a shallow clone and of a repository that is younger than `since` its first commit's. */
function firstDay({ cut, start, steps }: EstateHistory, since: Day): Day {
  const seconds = cut?.seconds ?? (start.size === 0 ? steps[0]?.seconds : undefined);
  return seconds === undefined ? since : dayOf(seconds);
}

const HOW_TO_DEEPEN = 'git fetch --unshallow gets the rest';

function noHistory(seconds: number): Result<never> {
  const message = `This clone is shallow: it has no history up to its commit of ${dayOf(seconds)}. ${HOW_TO_DEEPEN}.`;
  return fail('no-history', message);
}

function cutWarning(day: Day): string {
  return `this clone is shallow: its history begins on ${day}; ${HOW_TO_DEEPEN}`;
}

/** Which namespaces' past is wanted, and what to say when nothing of them is found. */
interface SelectedPast {
  readonly wants: NamespaceFilter;
  readonly unknown: Result<never> | null;
}

/** A name that the last commit does not know may be one of the past; a team or `production` is of today. */
async function selectPast(
  reader: EstateReader,
  selection: Selection,
  say: Say,
): Promise<Result<SelectedPast>> {
  const wants = selectsNamespace(selection);
  if (selection.namespaces.length + selection.clusters.length === 0 && !needsFacts(selection)) {
    return ok({ wants, unknown: null });
  }
  const found = await selectNamespaces(reader, selection, needsFacts(selection) ? say : () => {});
  if (!found.ok) return needsFacts(selection) ? found : ok({ wants, unknown: found });
  if (!needsFacts(selection)) return ok({ wants, unknown: null });
  const chosen = new Set(found.value.folders.map(({ cluster, namespace }) => `${cluster}/${namespace}`));
  return ok({ wants: (cluster, namespace) => chosen.has(`${cluster}/${namespace}`), unknown: null });
}

function unknownModule({ modules }: Selection): Result<never> | null {
  const name = modules.find((pattern) => !isGlob(pattern));
  if (name === undefined) return null;
  return fail('unknown-module', `There was no module ${name} in that time.`);
}

function progress(say: Say): () => void {
  let commits = 0;
  return () => {
    commits += 1;
    if (commits % COMMITS_PER_LINE === 0)
      say(`reading the history: ${commits.toLocaleString('en-GB')} commits`);
  };
}

function versionsAtStart({ start }: EstateHistory, versions: FileVersions) {
  return new Map([...start].map(([path, blob]) => [path, versionAt(versions, blob)]));
}

function* stepsOf({ steps }: EstateHistory, versions: FileVersions): Iterable<VersionStep> {
  let day = '';
  let ends = 0;
  for (const { commit, seconds, changes } of steps) {
    // A clock that goes back is not believed: no commit comes to a branch before the one that it stands on.
    if (seconds >= ends || day === '') {
      day = dayOf(seconds);
      ends = secondsOf(day, day).to;
    }
    yield {
      commit,
      day,
      changes: changes.map(({ path, blob }) => ({
        path,
        version: blob === null ? null : versionAt(versions, blob),
      })),
    };
  }
}

/** Whose the rotations are: the ids, and the teams as the last commit names them. */
async function ownersOf({ rotations }: Followed, reader: EstateReader): Promise<Rotation[]> {
  const placed = rotations.map((rotation) => ({ rotation, place: parseResourcePath(rotation.file)! }));
  const rotated = new Set(placed.map(({ place }) => `${place.cluster}/${place.namespace}`));
  const folders = await reader.namespaces((cluster, namespace) => rotated.has(`${cluster}/${namespace}`));
  const owners = await readOwners(folders, reader);
  return placed.map(({ rotation, place: { cluster, namespace } }) => ({
    id: credentialId(rotation.file, rotation.module),
    cluster,
    namespace,
    team: owners.get(namespacePath(cluster, namespace))?.team ?? null,
    ...rotation,
  }));
}

function problemsOf({ unclear, unreadable }: Followed): Problem[] {
  return [
    ...unreadable.map((file) =>
      wholeFile(
        file,
        'invalid-hcl',
        'the file does not parse: its credentials count as they were when it last did',
      ),
    ),
    ...unclear.map(({ file, module, commit, from, to }) => {
      const message = `${module} went from ${from} to ${to} in ${commit.slice(0, 12)}: whether that rotated it, the file does not tell`;
      return wholeFile(file, 'expression-changed', message);
    }),
  ];
}
