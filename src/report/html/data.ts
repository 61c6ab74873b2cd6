/**
 * The data of the page as it travels inside it: rows of numbers, every text once. What the page's script needs is in
 * here and nowhere else.
 */
import type { AuditPage, NamespaceFacts } from '../../results/audit-page.ts';
import type { Credential, State } from '../../results/results.ts';
import { clusterLabel, STATES_WORST_FIRST } from '../format.ts';
import { kindNoun, kindsOf } from '../kind-words.ts';
import { worstFirst } from '../worst-first.ts';
import { lineAddress } from './addresses.ts';
import { BANDS, type Band, bandOf } from './bands.ts';

/** One credential. Numbers are places in `texts` (-1: null), but for those that say otherwise. */
export type PackedRow = readonly [
  /** In `namespaces`. */
  namespace: number,
  /** -1: as the place says, which it always does for files below `resources/`. */
  id: number,
  /** Below the namespace's `resources/`, or from the root on behind a `/`. */
  file: number,
  /** 1-based, as it is. */
  line: number,
  /** In `kinds`. */
  kind: number,
  module: number,
  /** In `STATES_WORST_FIRST`. */
  state: number,
  source: number,
  version: number,
  latestVersion: number,
  variable: number,
  value: number,
  rotatedOn: number,
  /** As they are. */
  ageDays: number | null,
  maxAgeDays: number,
  /** In `BANDS`. */
  band: number,
  reasons: readonly number[],
];

/** What a kind's credentials are called. */
export interface PageKind {
  readonly name: string;
  readonly one: string;
  readonly many: string;
}

export interface PageData {
  /** `yyyy-MM-dd`. */
  readonly date: string;
  /** Those that occur, in the order to show them. */
  readonly kinds: readonly PageKind[];
  readonly texts: readonly string[];
  readonly namespaces: readonly NamespaceFacts[];
  /** The worst first. */
  readonly rows: readonly PackedRow[];
  /** What stands before a file's path in its address on GitHub; null for no links. */
  readonly blob: string | null;
}

/** What is known of a credential, with its namespace in place of the namespace's name. */
export interface PageRow
  extends Omit<Credential, 'cluster' | 'namespace' | 'reasons' | 'kind' | 'latestFrom'> {
  readonly kind: PageKind;
  readonly namespace: NamespaceFacts;
  readonly band: Band;
  readonly reasons: readonly string[];
}

export function pack({ audit, namespaces, whereabouts }: AuditPage): PageData {
  const texts = new Map<string, number>();
  const put = (text: string | null): number => {
    if (text === null) return -1;
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const places = new Map(namespaces.map((facts, at) => [key(facts), at]));
  const all = [...namespaces];
  const placeOf = (credential: Credential): number => {
    const known = places.get(key(credential));
    if (known !== undefined) return known;
    places.set(key(credential), all.length);
    return all.push(noFacts(credential)) - 1;
  };
  const kinds = kindsOf(audit.credentials).map((name): PageKind => {
    const { one, many } = kindNoun(name);
    return { name, one, many };
  });
  const kindPlace = new Map(kinds.map(({ name }, at) => [name, at]));
  const rows = worstFirst(audit.credentials).map(
    (each): PackedRow => [
      placeOf(each),
      each.id === idOf(each, packedFile(each), each.module) ? -1 : put(each.id),
      put(packedFile(each)),
      each.line,
      kindPlace.get(each.kind) ?? -1,
      put(each.module),
      STATES_WORST_FIRST.indexOf(each.state),
      put(each.source),
      put(each.version),
      put(each.latestVersion),
      put(each.variable),
      put(each.value),
      put(each.rotatedOn),
      each.ageDays,
      each.maxAgeDays,
      BANDS.indexOf(bandOf(each)),
      each.reasons.map(({ message }) => put(message)),
    ],
  );
  const blob = whereabouts === null ? null : lineAddress(whereabouts);
  return { date: audit.date, kinds, texts: [...texts.keys()], namespaces: all, rows, blob };
}

/** The rows again, in the order in which they were packed. */
export function unpack({ texts, kinds, namespaces, rows }: PageData): readonly PageRow[] {
  const text = (at: number): string | null => (at < 0 ? null : texts[at]!);
  return rows.map((row) => {
    const namespace = namespaces[row[0]]!;
    const file = texts[row[2]]!;
    const module = texts[row[5]]!;
    return {
      namespace,
      id: text(row[1]) ?? idOf(namespace, file, module),
      file: file.startsWith('/') ? file.slice(1) : `${resourcesOf(namespace)}${file}`,
      line: row[3],
      kind: kinds[row[4]]!,
      module,
      state: STATES_WORST_FIRST[row[6]] as State,
      source: text(row[7]),
      version: text(row[8]),
      latestVersion: text(row[9]),
      variable: texts[row[10]]!,
      value: text(row[11]),
      rotatedOn: text(row[12]),
      ageDays: row[13],
      maxAgeDays: row[14],
      band: BANDS[row[15]]!,
      reasons: row[16].map((at) => texts[at]!),
    };
  });
}

type Place = Pick<NamespaceFacts, 'cluster' | 'namespace'>;

function resourcesOf({ cluster, namespace }: Place): string {
  return `namespaces/${cluster}/${namespace}/resources/`;
}

function packedFile(credential: Credential): string {
  const folder = resourcesOf(credential);
  return credential.file.startsWith(folder) ? credential.file.slice(folder.length) : `/${credential.file}`;
}

/** The id of the contract, for a file below `resources/`. */
function idOf({ cluster, namespace }: Place, file: string, module: string): string {
  const label = clusterLabel(cluster);
  return `${label === 'live' ? '' : `${label}--`}${namespace}/${file}#${module}`;
}

function key({ cluster, namespace }: Place): string {
  return `${cluster}/${namespace}`;
}

function noFacts({ cluster, namespace }: Credential): NamespaceFacts {
  return {
    cluster,
    namespace,
    production: null,
    teamName: null,
    teams: [],
    application: null,
    slackChannel: null,
  };
}
