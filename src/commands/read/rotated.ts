/** What commits rotate, told from the commits themselves: a mark in a text says only what somebody wrote. */
import { openCommit } from '../../environments/commit.ts';
import { NAMESPACES } from '../../environments/layout.ts';
import { type EstateReader, type FileContent, MAX_FILE_BYTES } from '../../environments/reader.ts';
import { decodeText } from '../../environments/text.ts';
import { readBlobs } from '../../git/objects.ts';
import type { Clone } from '../../git/process.ts';
import { type JsonPath, sameBut } from '../../hcl/verify.ts';
import { type ChangedFile, type CommitPair, changedFiles } from '../../publish/branch-ownership.ts';
import { type Assessment, writtenValue } from '../../rotation/judge.ts';
import { groupBy } from '../../util/group-by.ts';
import { surveyEstate } from './survey.ts';

/** What a commit does to what its base has. */
export interface CommittedRotations {
  /** By id of the credential: what the base and the commit have in the place of its date; null for no date. */
  readonly changes: ReadonlyMap<string, { readonly from: string | null; readonly to: string | null }>;
  /** The changed files, their paths from the top of the repository. */
  readonly files: readonly ChangedFile[];
  /** Those that differ in anything but rotations and what belongs to one. */
  readonly others: readonly string[];
}

type Assessments = ReadonlyMap<string, Assessment>;

/**
 * Compares the credentials of commits with those of their bases: each base is read once, however many are built on it.
 *
 * @param clone that has all commits and their blobs
 * @param prefix the root of the environments repository below the top of the git repository; empty where it is the top
 * @returns by sha
 * @throws GitError where the clone lacks one of them
 */
export async function readCommittedRotations(
  clone: Clone,
  pairs: readonly CommitPair[],
  prefix: string,
): Promise<ReadonlyMap<string, CommittedRotations>> {
  const changed = await changedFiles({ clone }, pairs);
  const blobs = await readChanged(clone, [...changed.values()].flat());
  const found = new Map<string, CommittedRotations>();
  for (const [base, ofBase] of groupBy(pairs, (pair) => pair.base)) {
    for (const round of withoutSharedPaths(ofBase, changed)) {
      const files = round.flatMap(({ sha }) => changed.get(sha) ?? []);
      const sides = await readSides(clone, base, prefix, files, blobs);
      for (const { sha } of round) found.set(sha, await compare(changed.get(sha) ?? [], sides));
    }
  }
  return found;
}

/** Sorts commits into rounds none of which has a path twice, so that each round is one tree. */
function withoutSharedPaths(
  pairs: readonly CommitPair[],
  changed: ReadonlyMap<string, readonly ChangedFile[]>,
): readonly (readonly CommitPair[])[] {
  const rounds: { readonly pairs: CommitPair[]; readonly paths: Set<string> }[] = [];
  for (const pair of new Map(pairs.map((each) => [each.sha, each])).values()) {
    const paths = (changed.get(pair.sha) ?? []).map(({ path }) => path);
    let round = rounds.find((one) => !paths.some((path) => one.paths.has(path)));
    if (round === undefined) {
      round = { pairs: [], paths: new Set() };
      rounds.push(round);
    }
    round.pairs.push(pair);
    for (const path of paths) round.paths.add(path);
  }
  return rounds.map((round) => round.pairs);
}

/** Blob → its bytes. What is deleted, or is no blob, has none. */
async function readChanged(
  clone: Clone,
  files: readonly ChangedFile[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  const all = files.flatMap(({ blob, before }) => [blob, before]).filter((name) => !/^0+$/.test(name));
  const names = [...new Set(all)];
  await readBlobs(clone, names, MAX_FILE_BYTES, (index, content) => {
    const name = names[index];
    if (name !== undefined && content instanceof Uint8Array) blobs.set(name, Uint8Array.from(content));
  });
  return blobs;
}

/** A base and the same with the changes of some commits on it. */
interface Sides {
  readonly root: string;
  readonly before: Assessments;
  readonly after: Assessments;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
}

async function readSides(
  clone: Clone,
  base: string,
  prefix: string,
  files: readonly ChangedFile[],
  blobs: ReadonlyMap<string, Uint8Array>,
): Promise<Sides> {
  const root = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  const below = files.flatMap(({ path, ...file }) =>
    path.startsWith(root) ? [{ ...file, path: path.slice(root.length) }] : [],
  );
  const reader = await openCommit(clone, base, { prefix });
  const changed = new Map(below.map(({ path, blob }) => [path, blobs.get(blob)]));
  const namespaces = new Set(below.flatMap(({ path }) => namespaceOf(path)));
  return {
    root,
    before: await assess(reader, namespaces),
    after: await assess(withChanges(reader, changed), namespaces),
    blobs,
  };
}

function namespaceOf(path: string): string[] {
  const [top, cluster, namespace, ...rest] = path.split('/');
  return top === NAMESPACES && rest.length > 0 ? [`${cluster}/${namespace}`] : [];
}

/** The base's files, those that a commit changes as it has them. What it adds is no rotation, and is not listed. */
function withChanges(
  reader: EstateReader,
  changed: ReadonlyMap<string, Uint8Array | undefined>,
): EstateReader {
  const gone: FileContent = { code: 'missing', message: 'it is deleted' };
  return {
    ...reader,
    read: (paths, each) =>
      reader.read(paths, (path, content) =>
        each(path, changed.has(path) ? (changed.get(path) ?? gone) : content),
      ),
  };
}

async function assess(reader: EstateReader, namespaces: ReadonlySet<string>): Promise<Assessments> {
  if (namespaces.size === 0) return new Map();
  const folders = await reader.namespaces((cluster, namespace) => namespaces.has(`${cluster}/${namespace}`));
  // no rule changes what stands in the place of a date
  const rules = { today: '2000-01-01', maxAgeDays: 0, includeHeld: true };
  const { assessments } = await surveyEstate(reader, folders, rules);
  return new Map(assessments.map((each) => [each.credential.id, each]));
}

async function compare(files: readonly ChangedFile[], sides: Sides): Promise<CommittedRotations> {
  const changes = new Map<string, { from: string | null; to: string | null }>();
  const others: string[] = [];
  for (const [id, concerned] of concernedBy(files, sides)) {
    const [before, after] = concerned;
    if (inForce(before) === inForce(after)) continue;
    changes.set(id, { from: writtenValue(before.date), to: writtenValue(after.date) });
  }
  for (const file of files) {
    if (!(await holdsRotationsOnly(file, changes, sides))) others.push(file.path);
  }
  return { changes, files, others };
}

/** The credentials of both sides whose block or date stands in one of the files. */
function concernedBy(
  files: readonly ChangedFile[],
  { root, before, after }: Sides,
): ReadonlyMap<string, readonly [Assessment, Assessment]> {
  const paths = new Set(files.map(({ path }) => path));
  const isIn = ({ file, date }: Assessment): boolean =>
    paths.has(root + file.path) || (date.found === 'literal' && paths.has(root + date.file.path));
  const concerned = new Map<string, readonly [Assessment, Assessment]>();
  for (const [id, now] of after) {
    const old = before.get(id);
    if (old !== undefined && (isIn(now) || isIn(old))) concerned.set(id, [old, now]);
  }
  return concerned;
}

/** What Terraform rotates by: another of it is a rotation. */
function inForce({ date, companion }: Assessment): string {
  return JSON.stringify([writtenValue(date), companion]);
}

async function holdsRotationsOnly(
  { path, blob, before: blobBefore }: ChangedFile,
  changes: CommittedRotations['changes'],
  { root, before, after, blobs }: Sides,
): Promise<boolean> {
  const [old, now] = [textOf(blobs.get(blobBefore)), textOf(blobs.get(blob))];
  if (old === null || now === null || !path.startsWith(root)) return false;
  const below = path.slice(root.length);
  const places = [...changes.keys()].flatMap((id) =>
    [before.get(id), after.get(id)].flatMap((each) => (each === undefined ? [] : placesIn(below, each))),
  );
  return places.length > 0 && (await sameBut(old, now, places));
}

/** Where in hcl2json's form of a file a rotation of the credential may change something. */
function placesIn(path: string, { module, file, date }: Assessment): JsonPath[] {
  const places: JsonPath[] = [];
  if (date.found === 'literal' && date.file.path === path) places.push(date.path);
  if (file.path !== path) return places;
  const { argument, companion } = module.kind;
  const names = ['source', ...(companion === null ? [] : [companion.argument])];
  const inBlock = [module.date?.path ?? [argument], ...names.map((name) => [name])];
  return [...places, ...inBlock.map((way): JsonPath => [...module.address, ...way])];
}

function textOf(bytes: Uint8Array | undefined): string | null {
  const decoded = bytes === undefined ? null : decodeText(bytes);
  return decoded !== null && 'text' in decoded ? decoded.text : null;
}
