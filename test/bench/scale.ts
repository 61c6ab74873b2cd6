import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, median, takeTurns, timeProcess } from './measure.ts';
import { ms, print, ratio } from './print.ts';

/** How many namespaces, of how many files, of how many modules. */
interface Size {
  readonly namespaces: number;
  readonly files: number;
  readonly modules: number;
}

const SIZES: Readonly<Record<string, (n: number) => Size>> = {
  namespaces: (n) => ({ namespaces: n, files: 1, modules: 1 }),
  'files of a namespace': (n) => ({ namespaces: 1, files: n, modules: 1 }),
  'modules of a file': (n) => ({ namespaces: 1, files: 1, modules: n }),
};
const N = 5_000;

/** `audit` of n and of four times as many: what is linear takes four times as long at most. */
export async function benchScale(cli: string, rounds: number): Promise<void> {
  for (const [what, sizeOf] of Object.entries(SIZES)) {
    const roots = [N, 4 * N].map((n) => writeEstate(sizeOf(n)));
    try {
      const [small, large] = roots.map(
        (cwd): Command => ({
          file: process.execPath,
          args: [cli, 'audit', '--root', cwd, '--format', 'json'],
          cwd,
        }),
      );
      const times = await takeTurns(Math.min(rounds, 3), {
        small: () => timeProcess(small!),
        large: () => timeProcess(large!),
      });
      const [once, four] = [median(times.small), median(times.large)];
      print(`audit of ${N} ${what}`, `${ms(once)}; of ${4 * N} ${ms(four)}`);
      print('  four times as many / as many', ratio(four, once, 5));
    } finally {
      for (const root of roots) rmSync(root, { recursive: true, force: true });
    }
  }
}

function writeEstate({ namespaces, files, modules }: Size): string {
  const root = mkdtempSync(join(tmpdir(), 'rotate-pr-bench-'));
  const text = Array.from(
    { length: modules },
    (_, i) =>
      `module "m${i}" {\n  source = "github.com/ministryofjustice/cloud-platform-terraform-serviceaccount?ref=1.1.0"\n\n  serviceaccount_token_rotated_date = "20-03-2026"\n}\n\n`,
  );
  for (let i = 0; i < namespaces; i += 1) {
    const folder = join(root, 'namespaces/live.cloud-platform.service.justice.gov.uk', `n-${i}`, 'resources');
    mkdirSync(folder, { recursive: true });
    for (let j = 0; j < files; j += 1) {
      writeFileSync(join(folder, `f${j}.tf`), text.join('').replaceAll('"m', `"f${j}m`));
    }
  }
  return root;
}
