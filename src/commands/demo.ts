/**
 * `rotate-pr demo`: the whole path, run for real against a small environments repository, a git server and a GitHub API
 * on this machine. The program itself runs as child processes, so what is seen is what a user would see.
 */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import pc from 'picocolors';
import {
  type CloneState,
  countTraffic,
  getPull,
  type ListedPull,
  listPulls,
  observeClone,
  trafficSince,
} from '../demo/observe.ts';
import { type Run, run } from '../demo/run.ts';
import { createSandbox, type Sandbox } from '../demo/sandbox.ts';
import { formatTable } from '../report/table.ts';
import { truncate, wrap } from '../report/width.ts';
import { withoutEnclosed } from '../util/text.ts';

export interface DemoOptions {
  write(text: string): void;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Leave the temporary folder and say where it is. */
  readonly keep: boolean;
  /** The node to run the program with. */
  readonly node: string;
  /** Path of the program. */
  readonly cli: string;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** Calls back when the person presses Ctrl-C; gives what ends that. */
  readonly onInterrupt: (stop: () => void) => () => void;
}

/** The day of the run is always the same, and so is what is printed. */
const DATE = '2026-11-23';
/** The teams of the sample's role bindings, as GitHub has them. */
const TEAMS = [
  ...['allotments', 'apiary', 'coast-guides', 'dovecotes', 'ferries', 'granary', 'grounds-operations'],
  ...['hedgerows', 'millers', 'river-watch', 'waterways'],
];
/** The namespace whose plan is shown: one with a date to replace and one to uncomment. */
const PLANNED = ['-n', 'allotment-register-dev', '--cluster', 'live'];
/** The namespace whose pull request is shown: its files were never formatted, and one has no date yet. */
const SHOWN = 'beekeeping-licence-dev';
const CLUSTER = 'live.cloud-platform.service.justice.gov.uk';

const TEXT = {
  title: 'A tour of rotate-pr',
  intro:
    'Everything below is real and on this machine: an environments repository of invented namespaces, its remote ' +
    'behind git http-backend, a GitHub API, and a clone in which somebody is in the middle of something else.',
  audit:
    'Every credential of the repository, the worst first: when it was rotated, and what stands in the way.',
  plan: 'What would be done to one namespace: the change to its files and the text of the pull request.',
  open:
    'Everything that is due, one pull request for each namespace. The environments of one application go one after ' +
    'another on different days, production last: what is not its turn yet is deferred.',
  list: 'The pull requests that GitHub has now.',
  body: 'One of them as a reviewer reads it.',
  diff: 'Its change, as git has it on the remote.',
  again: 'The same command again on the same day: everything is there already, so nothing is done.',
  clone: 'The clone is as it was before: its branch, its index and its unfinished work.',
  more: (lines: number) => `… ${lines} more ${lines === 1 ? 'line' : 'lines'}`,
  wroteNothing: (requests: number) =>
    `It asked ${requests} times and wrote nothing, neither to GitHub nor to git.`,
  wrote: (writes: number) => `It wrote ${writes} times, and should not have.`,
  unexpected: (status: number | null) => `That ended with status ${status ?? 'none'}, and should not have.`,
  unchanged: 'unchanged',
  changed: 'CHANGED',
  kept: (folder: string) => `The folder is kept: ${folder}`,
  total: (pulls: number, requests: number, pushes: number, seconds: string) =>
    `${pulls} pull requests, ${requests} requests to the API, ${pushes} ${pushes === 1 ? 'push' : 'pushes'} to ` +
    `git, ${seconds} seconds.`,
} as const;

/** Something on the tour was not as it should be; the message is for the reader. */
class TourError extends Error {}

/** Gives the tour; resolves to the exit code: 1 when something seen on it is not as it should be, 130 when Ctrl-C ended it. */
export async function demo(options: DemoOptions): Promise<0 | 1 | 130> {
  const { clock, onInterrupt } = options;
  const started = clock();
  const sandbox = await createSandbox(TEAMS);
  let listenNoMore = (): void => {};
  const stopped = new Promise<null>((resolve) => {
    listenNoMore = onInterrupt(() => resolve(null));
  });
  try {
    const pulls = await Promise.race([new Tour(options, sandbox).walk(), stopped]);
    if (pulls === null) return 130;
    const { api, pushes } = countTraffic(sandbox);
    const seconds = ((clock() - started) / 1000).toFixed(1);
    options.write(`\n${TEXT.total(pulls.length, api, pushes, seconds)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof TourError)) throw error;
    options.write(`\n${error.message}\n`);
    return 1;
  } finally {
    listenNoMore();
    await sandbox.close({ keep: options.keep });
    if (options.keep) options.write(`${TEXT.kept(sandbox.folder)}\n`);
  }
}

class Tour {
  readonly #options: DemoOptions;
  readonly #sandbox: Sandbox;
  readonly #colors: ReturnType<typeof pc.createColors>;
  #step = 0;

  constructor(options: DemoOptions, sandbox: Sandbox) {
    this.#options = options;
    this.#sandbox = sandbox;
    this.#colors = pc.createColors(options.color);
  }

  async walk(): Promise<readonly ListedPull[]> {
    this.#print(this.#colors.bold(TEXT.title), ...this.#wrapped(TEXT.intro));
    await this.#startSomethingElse();
    const before = await observeClone(this.#sandbox);

    this.#head(TEXT.audit);
    await this.#rotatePr(['audit'], 20);
    this.#head(TEXT.plan);
    await this.#rotatePr(['plan', ...PLANNED], 80);
    this.#head(TEXT.open);
    await this.#rotatePr(['open', '--due'], 8);
    const pulls = await this.#showPulls();
    this.#head(TEXT.again);
    await this.#openAgain();
    this.#head(TEXT.clone);
    this.#compare(before, await observeClone(this.#sandbox));
    return pulls;
  }

  /** A branch of one's own and a change that is not committed. */
  async #startSomethingElse(): Promise<void> {
    await this.#sandbox.runGit('switch', '--quiet', '--create', 'something-else');
    await appendFile(join(this.#sandbox.clone, 'README.md'), '\nNot finished yet.\n');
  }

  async #showPulls(): Promise<readonly ListedPull[]> {
    const pulls = await listPulls(this.#sandbox);
    this.#head(TEXT.list);
    this.#print(this.#colors.dim(`GET /repos/${this.#sandbox.repository}/pulls`));
    const columns = [{ align: 'right' }, {}, { min: 20 }] as const;
    const rows = pulls.map(({ number, title, branch }) => [
      { text: `#${number}`, paint: this.#colors.green },
      { text: branch, paint: this.#colors.cyan },
      { text: title },
    ]);
    this.#print(...formatTable(columns, rows, this.#options.width, '  '));

    const found = pulls.find(({ branch }) => branch === `rotate/${SHOWN}`);
    if (found === undefined) throw new TourError(`There is no pull request for ${SHOWN}.`);
    const shown = await getPull(this.#sandbox, found.number);
    this.#head(TEXT.body);
    this.#print(this.#colors.dim(`GET /repos/${this.#sandbox.repository}/pulls/${shown.number}`));
    this.#print(this.#colors.bold(shown.title), '');
    this.#cut(foldMarkdown(shown.body, this.#options.width), 10);
    this.#head(TEXT.diff);
    await this.#showDiff(shown.branch);
    return pulls;
  }

  async #showDiff(branch: string): Promise<void> {
    const { defaultBranch } = this.#sandbox;
    const range = `origin/${defaultBranch}...origin/${branch}`;
    this.#prompt('git fetch');
    this.#prompt(`cd namespaces/live.*/${SHOWN}`);
    this.#prompt(`git diff -U1 --relative ${range}`);
    await this.#sandbox.runGit('fetch', '--quiet', 'origin');
    const folder = join(this.#sandbox.clone, 'namespaces', CLUSTER, SHOWN);
    const color = `color.ui=${this.#options.color ? 'always' : 'never'}`;
    const diff = await this.#sandbox.runGit('-C', folder, '-c', color, 'diff', '-U1', '--relative', range);
    this.#cut(diff.split('\n'), 50);
  }

  async #openAgain(): Promise<void> {
    const before = countTraffic(this.#sandbox);
    await this.#rotatePr(['open', '--due'], 4);
    const { api, apiWrites, git, pushes } = trafficSince(before, countTraffic(this.#sandbox));
    if (apiWrites + pushes > 0) throw new TourError(TEXT.wrote(apiWrites + pushes));
    this.#print('', this.#colors.green(TEXT.wroteNothing(api + git)));
  }

  #compare(before: CloneState, after: CloneState): void {
    const line = (name: string, value: string, same: boolean) => [
      { text: name },
      { text: value },
      { text: same ? TEXT.unchanged : TEXT.changed, paint: same ? this.#colors.green : this.#colors.red },
    ];
    const commit = `${after.branch} at ${after.commit.slice(0, 7)}`;
    const atHead = before.branch === after.branch && before.commit === after.commit;
    const rows = [
      line('branch', commit, atHead),
      line('index', `${after.entries} entries`, before.index === after.index),
      line('working tree', after.changes.trim(), before.changes === after.changes),
    ];
    this.#print(...formatTable([{}, { min: 10 }, {}], rows, this.#options.width, '  '));
    if (rows.some((row) => row[2]?.text === TEXT.changed)) throw new TourError(TEXT.changed);
  }

  /** Runs the program and shows the first lines of what it prints. */
  async #rotatePr(args: readonly string[], lines: number): Promise<Run> {
    const { node, cli, color, width } = this.#options;
    const all = [...args, '--date', DATE];
    this.#prompt(`rotate-pr ${all.join(' ')}`);
    const result = await run(node, [cli, ...all], {
      cwd: this.#sandbox.clone,
      env: {
        ...this.#sandbox.env,
        COLUMNS: String(width),
        ...(color ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
      },
    });
    this.#cut(result.stdout.split(/\r?\n/), lines);
    // 1 means findings or namespaces that have to be mended first: the sample has both.
    if ((result.status !== 0 && result.status !== 1) || result.stdout === '') {
      throw new TourError(`${result.stderr.trimEnd()}\n\n${TEXT.unexpected(result.status)}`);
    }
    return result;
  }

  #head(sentence: string): void {
    this.#step += 1;
    const [first = '', ...rest] = wrap(sentence, Math.min(this.#options.width, 100) - 3);
    const number = String(this.#step).padEnd(2);
    const lines = [`${number} ${first}`, ...rest.map((line) => `   ${line}`)];
    this.#print('', ...lines.map(this.#colors.bold), '');
  }

  #prompt(command: string): void {
    this.#print(`${this.#colors.dim('$')} ${this.#colors.cyan(command)}`);
  }

  /** Prints the first lines and, when some are left out, how many, and the last one: reports end with their totals. */
  #cut(text: readonly string[], most: number): void {
    const lines = text.slice(0, text.findLastIndex((line) => line.trim() !== '') + 1);
    const left = lines.length - most - 1;
    if (left <= 1) this.#print(...lines);
    else this.#print(...lines.slice(0, most), this.#colors.dim(TEXT.more(left)), '', lines.at(-1) ?? '');
  }

  #wrapped(text: string): readonly string[] {
    return wrap(text, Math.min(this.#options.width, 100));
  }

  #print(...lines: readonly string[]): void {
    this.#options.write(`${lines.join('\n')}\n`);
  }
}

/**
 * Markdown as it stands, in lines of at most `width` columns: prose is folded, code and tables are cut. Comments are
 * left out, as GitHub does.
 */
function foldMarkdown(text: string, width: number): readonly string[] {
  let code = false;
  const seen = withoutEnclosed(text, '<!--', '-->');
  return seen.split(/\r?\n/).flatMap((line) => {
    const fence = /^\s*(?:```|~~~)/.test(line);
    if (fence) code = !code;
    if (code || fence || line.startsWith('|')) return [truncate(line, width)];
    const [indent = ''] = /^\s*(?:[-*] (?:\[.\] )?)?/.exec(line) ?? [];
    const [first = '', ...rest] = wrap(line.slice(indent.length), width - indent.length);
    return [indent + first, ...rest.map((more) => ' '.repeat(indent.length) + more)];
  });
}
