import { surveyEstate } from '../src/commands/read/survey.ts';
import { proveRotations } from '../src/commands/run/edits.ts';
import type { EstateReader, NamespaceFolder } from '../src/environments/reader.ts';
import type { KindName } from '../src/kinds/registry.ts';
import type { Change, Problem, Skipped } from '../src/results/results.ts';
import type { UpgradeLimit } from '../src/rotation/upgrade.ts';
import type { LatestVersion } from '../src/rotation/versions.ts';
import { EVERYTHING } from './commands/options.ts';

const CLUSTER = 'live.cloud-platform.service.justice.gov.uk';
const NAMESPACE = 'orchard-dev';
const FOLDER = `namespaces/${CLUSTER}/${NAMESPACE}`;
const FILE = `${FOLDER}/resources/main.tf`;

/** What becomes of one file's text. */
export interface RotatedText {
  readonly text: string;
  readonly changes: readonly Change[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
}

export interface RotateTextOptions {
  /** Named on the command line, so that hmpps-template is edited. */
  readonly kinds: readonly KindName[];
  /** `yyyy-MM-dd`. */
  readonly date: string;
  readonly now: Date;
  readonly again?: boolean;
  readonly forceLiteral?: boolean;
  readonly restore?: boolean;
  readonly upgrade?: UpgradeLimit;
  /** Default the highest in the text. */
  readonly latest?: ReadonlyMap<KindName, LatestVersion>;
}

/** Rotates every credential of a file that is alone in its namespace, by the very functions that the commands use. */
export async function rotateText(text: string, options: RotateTextOptions): Promise<RotatedText> {
  const reader = readerOf(text);
  const selection = { ...EVERYTHING, kinds: options.kinds };
  const { latest } = options;
  const survey = await surveyEstate(
    reader,
    await reader.namespaces(() => true),
    { today: options.date, maxAgeDays: 90, includeHeld: false },
    ...(latest === undefined ? [] : [async () => ({ latest, variables: new Map() })]),
  );
  const { edits, skipped, problems } = await proveRotations(survey, selection, options.date, {
    cwd: '/',
    env: {},
    now: options.now,
    maxAgeDays: 90,
    selection,
    selected: true,
    includeHeld: false,
    again: options.again ?? false,
    forceLiteral: options.forceLiteral ?? false,
    restoreSelfRotation: options.restore ?? false,
    upgrade: options.upgrade ?? null,
  });
  return {
    text: edits[0]?.after ?? text,
    changes: edits.flatMap((edit) => edit.changes),
    skipped,
    problems,
  };
}

function readerOf(text: string): EstateReader {
  const folder: NamespaceFolder = {
    cluster: CLUSTER,
    namespace: NAMESPACE,
    path: FOLDER,
    files: [],
    resources: [{ path: FILE, type: 'file', applied: true }],
  };
  return {
    commit: null,
    namespaces: async () => [folder],
    read: async (paths, each) => {
      for (const path of paths) each(path, new TextEncoder().encode(text));
    },
  };
}
