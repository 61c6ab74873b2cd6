/** What lies between two commits, told from the commits themselves: a mark in a text says only what somebody wrote. */
import { openCommit } from '../../environments/commit.ts';
import { NAMESPACES } from '../../environments/layout.ts';
import type { EstateReader } from '../../environments/reader.ts';
import { decodeText } from '../../environments/text.ts';
import { type Clone, runGit } from '../../git/process.ts';
import { type JsonPath, sameBut } from '../../hcl/verify.ts';
import { type Assessment, writtenValue } from '../../rotation/judge.ts';
import type { Day } from '../../util/dates.ts';
import { surveyEstate } from './survey.ts';

/** How two commits differ. */
export interface RotationsBetween {
  /** Ids of the credentials whose date, or what puts it in force, is another in the second commit; gone ones are not. */
  readonly rotated: ReadonlySet<string>;
  /** Every file that differs in anything but these, from the top of the repository. */
  readonly others: readonly string[];
}

/**
 * Compares the credentials of two commits.
 *
 * @param clone that has both commits and their blobs
 * @param before full object name of the earlier commit
 * @param today what a survey is asked with; no age makes a difference here
 * @param prefix the root of the environments repository below the top of the git repository; empty where it is the top
 * @throws GitError where the clone lacks one of them
 */
export async function rotationsBetween(
  clone: Clone,
  before: string,
  after: string,
  today: Day,
  prefix: string,
): Promise<RotationsBetween> {
  const changed = await changedPaths(clone, before, after);
  const root = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  const below = changed.flatMap((path) => (path.startsWith(root) ? [path.slice(root.length)] : []));
  const namespaces = new Set(below.flatMap(namespaceOf));
  const [old, now] = [
    await sideOf(clone, before, prefix, namespaces, today),
    await sideOf(clone, after, prefix, namespaces, today),
  ];
  const rotated = new Set(
    [...now.assessments].flatMap(([id, assessment]) => {
      const known = old.assessments.get(id);
      return known === undefined || inForce(known) === inForce(assessment) ? [] : [id];
    }),
  );
  const others = changed.filter((path) => !path.startsWith(root));
  for (const path of below) {
    if (!(await differsInRotations(path, rotated, old, now))) others.push(root + path);
  }
  return { rotated, others };
}

/** A commit as it was read. */
interface Side {
  readonly reader: EstateReader;
  readonly assessments: ReadonlyMap<string, Assessment>;
}

async function changedPaths(clone: Clone, before: string, after: string): Promise<readonly string[]> {
  const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', before, after];
  return (await runGit(clone, args)).toString('utf8').split('\0').filter(Boolean);
}

function namespaceOf(path: string): string[] {
  const [top, cluster, namespace, ...rest] = path.split('/');
  return top === NAMESPACES && rest.length > 0 ? [`${cluster}/${namespace}`] : [];
}

async function sideOf(
  clone: Clone,
  commit: string,
  prefix: string,
  namespaces: ReadonlySet<string>,
  today: Day,
): Promise<Side> {
  const reader = await openCommit(clone, commit, { prefix });
  const folders = await reader.namespaces((cluster, namespace) => namespaces.has(`${cluster}/${namespace}`));
  const { assessments } = await surveyEstate(reader, folders, { today, maxAgeDays: 0, includeHeld: true });
  return { reader, assessments: new Map(assessments.map((each) => [each.credential.id, each])) };
}

/** What Terraform rotates by: another of it is a rotation. */
function inForce({ date, companion }: Assessment): string {
  return JSON.stringify([writtenValue(date), companion]);
}

async function differsInRotations(
  path: string,
  rotated: ReadonlySet<string>,
  old: Side,
  now: Side,
): Promise<boolean> {
  const [before, after] = [await textOf(old.reader, path), await textOf(now.reader, path)];
  if (before === null || after === null) return false;
  const allowed = [...rotated].flatMap((id) => {
    const sides = [old.assessments.get(id), now.assessments.get(id)];
    return sides.flatMap((assessment) => (assessment === undefined ? [] : placesIn(path, assessment)));
  });
  return allowed.length > 0 && sameBut(before, after, allowed);
}

/** Where in hcl2json's form of a file a rotation of the credential may change something. */
function placesIn(path: string, { module, file, date }: Assessment): JsonPath[] {
  const places: JsonPath[] = [];
  if (date.found === 'literal' && date.file.path === path) places.push(date.path);
  if (file.path !== path) return places;
  const { argument, companion } = module.kind;
  const names = [argument, 'source', ...(companion === null ? [] : [companion.argument])];
  return [...places, ...names.map((name): JsonPath => ['module', module.name, module.occurrence, name])];
}

async function textOf(reader: EstateReader, path: string): Promise<string | null> {
  let text: string | null = null;
  await reader.read([path], (_, content) => {
    const decoded = content instanceof Uint8Array ? decodeText(content) : content;
    text = 'text' in decoded ? decoded.text : null;
  });
  return text;
}
