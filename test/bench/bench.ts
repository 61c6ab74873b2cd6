/**
 * Ratios against a peer that does the least which the same job needs, on the same input in the same run.
 * `ENVIRONMENTS_REPO` names a clone of the environments repository; without it an estate of its size is generated.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEstate } from './estate.ts';
import { median, peakMemory, takeTurns, timeProcess } from './measure.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 11);
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

const estate = openEstate();
console.log(estate.description);
try {
  await benchAudit(estate.root);
  await benchHelp(estate.root);
} finally {
  estate.remove();
}

async function benchAudit(cwd: string): Promise<void> {
  const audit = { file: process.execPath, args: [CLI, 'audit', '--format', 'json'], cwd };
  const times = await takeTurns(ROUNDS, {
    grep: () =>
      timeProcess({ file: 'git', args: ['grep', '-l', 'cloud-platform-terraform-', '--', '*.tf'], cwd }),
    node: () => timeProcess({ file: process.execPath, args: ['-e', '0'], cwd }),
    audit: () => timeProcess(audit),
  });
  const [grep, node, ours] = [median(times.grep), median(times.node), median(times.audit)];
  print('audit of the whole tree', `${ms(ours)}; git grep -l ${ms(grep)}, node -e 0 ${ms(node)}`);
  print('  audit / (git grep + node start)', ratio(ours, grep + node, 2));
  print('  audit / (2 git grep + node start)', ratio(ours, 2 * grep + node, 1));
  print('  peak memory', `${peakMemory(audit).toFixed(0)} MB (limit 200)`);
}

async function benchHelp(cwd: string): Promise<void> {
  const imports = join(CLI, '..');
  const times = await takeTurns(ROUNDS, {
    node: () => timeProcess({ file: process.execPath, args: ['-e', '0'], cwd }),
    help: () => timeProcess({ file: process.execPath, args: [CLI, '--help'], cwd }),
    imports: () => timeProcess({ file: process.execPath, args: [CLI, '--version'], cwd: imports }),
  });
  const [node, help, version] = [median(times.node), median(times.help), median(times.imports)];
  print('--help', `${ms(help)}; node -e 0 ${ms(node)}, with our imports (--version) ${ms(version)}`);
  print('  --help / (2 node -e 0 + own imports)', ratio(help, 2 * node + (version - node), 1));
}

function print(what: string, figure: string): void {
  console.log(`${what.padEnd(44)} ${figure}`);
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function ratio(ours: number, peer: number, limit: number): string {
  return `${(ours / peer).toFixed(2)} (limit ${limit})`;
}
