import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeText } from '../src/environments/text.ts';
import type { HclErrorCode } from '../src/hcl/syntax.ts';
import { BUILT_IN_KINDS, type KindName } from '../src/kinds/registry.ts';

const ROOT = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** What `case.json` beside a fixture may say. */
interface FixtureSpec {
  /** `--again`. */
  readonly again?: boolean;
  /** `--force-literal`. */
  readonly forceLiteral?: boolean;
  /** `--restore-self-rotation`. */
  readonly restore?: boolean;
  /** A line that was there has to be written anew: a block on one line is opened, or an aligned group closes up. */
  readonly reshapes?: boolean;
  /** The codes of what is not rotated, in the order of the file. */
  readonly skipped?: readonly string[];
  /** Which mistake the scanner sees. */
  readonly syntaxError?: HclErrorCode;
  readonly problems?: readonly { readonly line: number; readonly column: number; readonly code: string }[];
}

export interface Fixture {
  /** `<kind>/<case>`. */
  readonly name: string;
  /** Null for `broken`, where every kind is named. */
  readonly kind: KindName | null;
  readonly before: string;
  readonly after: string;
  readonly spec: FixtureSpec;
}

/** Every `fixtures/<kind>/<case>`, in the order of their names. */
export function readFixtures(): Fixture[] {
  return [...BUILT_IN_KINDS.names, 'broken' as const].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .sort()
      .map((name): Fixture => {
        const read = (file: string): string => decode(readFileSync(join(ROOT, folder, name, file)));
        return {
          name: `${folder}/${name}`,
          kind: folder === 'broken' ? null : folder,
          before: read('before.tf'),
          after: read('after.tf'),
          spec: existsSync(join(ROOT, folder, name, 'case.json'))
            ? (JSON.parse(read('case.json')) as FixtureSpec)
            : {},
        };
      }),
  );
}

/** Every other Terraform file that we wrote and that is text: the small environments repository. */
export function readEnvironmentTexts(): string[] {
  const root = join(ROOT, 'environments');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tf'))
    .sort()
    .flatMap((path) => {
      const decoded = decodeText(readFileSync(join(root, path)));
      return 'text' in decoded ? [decoded.text] : [];
    });
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
