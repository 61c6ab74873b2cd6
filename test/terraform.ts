import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Whether `terraform` is on the PATH; it is no dependency of ours. */
export const hasTerraform = spawnSync('terraform', ['version']).status === 0;

/** Which of the named texts `terraform fmt` would change, by one process for all of them. */
export function unformatted(texts: ReadonlyMap<string, string>): Set<string> {
  return inFolder(texts, (folder) => {
    const { status, stdout, stderr } = fmt(folder, '-check', '-list=true');
    if (status !== 0 && status !== 3) throw new Error(`terraform fmt failed: ${stderr}`);
    return new Set(stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.replace(/\.tf$/, '')])));
  });
}

/** The named texts as `terraform fmt` writes them, by one process for all of them. */
export function formatted(texts: ReadonlyMap<string, string>): Map<string, string> {
  return inFolder(texts, (folder) => {
    const { status, stderr } = fmt(folder);
    if (status !== 0) throw new Error(`terraform fmt failed: ${stderr}`);
    return new Map([...texts.keys()].map((name) => [name, readFileSync(join(folder, `${name}.tf`), 'utf8')]));
  });
}

function fmt(folder: string, ...flags: string[]) {
  return spawnSync('terraform', ['fmt', '-recursive', ...flags, '.'], { cwd: folder, encoding: 'utf8' });
}

function inFolder<T>(texts: ReadonlyMap<string, string>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'rotate-pr-fmt-'));
  try {
    for (const [name, text] of texts) {
      const path = join(folder, `${name}.tf`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
