/**
 * Ratios against a peer that does the least which the same job needs, on the same input in the same run.
 * `ENVIRONMENTS_REPO` names a clone of the environments repository; without it an estate of its size is generated.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { surveyEstate } from '../../src/commands/read/survey.ts';
import { proveRotations } from '../../src/commands/run/edits.ts';
import { openWorktree } from '../../src/environments/worktree.ts';
import type { Selection } from '../../src/rotation/selection.ts';
import { openEstate, openPast } from './estate.ts';
import { readTexts, timeParsingTwice, timeScanners } from './hcl.ts';
import { median, outputSize, peakMemory, takeTurns, timeProcess } from './measure.ts';
import { ms, print, ratio } from './print.ts';
import { benchPublish } from './publish.ts';
import { benchScale } from './scale.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 11);
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

const DAY = '2026-11-23';
const OPTIONS = {
  env: {},
  now: new Date(`${DAY}T12:00:00Z`),
  maxAgeDays: 90,
  selected: true,
  includeHeld: true,
  again: false,
  forceLiteral: false,
};

const LOG = [
  ...['log', '--first-parent', '--diff-merges=first-parent', '--root', '--raw', '-z', '--no-abbrev'],
  ...['--no-renames', '--format=%H %ct %P%n%s', 'HEAD', '--', 'namespaces'],
];

const estate = openEstate();
console.log(estate.description);
try {
  await benchAudit(estate.root);
  await benchPage(estate.root);
  await benchHelp(estate.root);
  await benchScanner(estate.root);
  await benchApply(estate.root);
  await benchPublish(estate.root);
  await benchHistory();
  await benchScale(CLI, ROUNDS);
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

/** The page reads the namespaces' manifests too, and asks git where the files stand on GitHub. */
async function benchPage(cwd: string): Promise<void> {
  const audit = (format: string) => ({
    file: process.execPath,
    args: [CLI, 'audit', '--format', format],
    cwd,
  });
  const times = await takeTurns(Math.min(ROUNDS, 5), {
    json: () => timeProcess(audit('json')),
    html: () => timeProcess(audit('html')),
  });
  const [json, html] = [median(times.json), median(times.html)];
  print('audit as a page', `${ms(html)}; as JSON ${ms(json)}`);
  print('  page / JSON', ratio(html, json, 3));
  print('  size of the page', `${(outputSize(audit('html')) / 1e6).toFixed(2)} MB (limit 1.5)`);
}

/**
 * The peer is the very `git log` that the history is read from, alone, its output thrown away: the same commits, the
 * same pathspec, each merge compared with its first parent only. A wildcard pathspec, or merges compared with every
 * parent, would cost git more and flatter us. What the ratio pays for is reading and scanning every version of every
 * file. For a short time the files as they were at its start weigh more than the commits: the limit is on the whole.
 */
async function benchHistory(): Promise<void> {
  const past = openPast();
  if (past === null) return print('audit --since', 'left out: no clone with a history, see README');
  try {
    const ours = ['audit', '--since', '2000-01-01', '--root', past.root, '--format', 'json', '--quiet'];
    const command = { file: process.execPath, args: [CLI, ...ours], cwd: past.root };
    const times = await takeTurns(Math.min(ROUNDS, 5), {
      log: () => timeProcess({ file: 'git', args: LOG, cwd: past.root }),
      history: () => timeProcess(command),
    });
    const [log, history] = [median(times.log), median(times.history)];
    print('audit --since, the whole history', `${ms(history)}; git log ${ms(log)}`);
    print('  audit --since / git log', ratio(history, log, 2));
    print('  peak memory', `${peakMemory(command).toFixed(0)} MB`);
  } finally {
    past.remove();
  }
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

async function benchScanner(root: string): Promise<void> {
  const paths = credentialFiles(root);
  const times = await timeScanners(readTexts(root, paths));
  print(`scanner on ${paths.length} files`, `${ms(times.scan)}; tree-sitter ${ms(times.treeSitter)}`);
  print('  tree-sitter / scanner', `${(times.treeSitter / times.scan).toFixed(0)} (at least 30)`);
}

/** In one process, as `apply` edits and proves without writing: planning the rotation of every service account. */
async function benchApply(root: string): Promise<void> {
  const paths = credentialFiles(root, 'serviceaccount');
  const twice = await timeParsingTwice(readTexts(root, paths));
  const reader = openWorktree(root);
  const kind = { kinds: ['serviceaccount'], namespaces: [], clusters: [], modules: [], teams: [] } as const;
  const selection: Selection = { ...kind, production: null, due: false };
  const start = performance.now();
  const folders = await reader.namespaces(() => true);
  const rules = { today: DAY, maxAgeDays: 90, includeHeld: true };
  const survey = await surveyEstate(reader, folders, rules);
  const { edits } = await proveRotations(survey, selection, DAY, { ...OPTIONS, cwd: root, selection });
  const ours = performance.now() - start;
  print(
    `edit and prove ${edits.length} files`,
    `${ms(ours)}; hcl2json reading ${paths.length} files twice ${ms(twice)}`,
  );
  print('  edit and prove / hcl2json twice', ratio(ours, twice, 1.3));
}

/** Files that the audit finds credentials in, by git. */
function credentialFiles(
  root: string,
  module = '\\(serviceaccount\\|rds-instance\\|elasticache-cluster\\|hmpps-template\\)',
): string[] {
  const pattern = `cloud-platform-terraform-${module}?ref=`;
  const args = ['grep', '-l', '-z', '-e', pattern, '--', 'namespaces/*.tf'];
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').slice(0, -1);
}
