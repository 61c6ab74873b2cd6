/** Runs the action as GitHub's runner does: in this process, or built, with inputs and files by the environment and commands by the log. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { act } from '../../src/action/main.ts';
import type { Runner } from '../../src/action/runner.ts';
import { cleanEnvironment, run } from '../../src/demo/run.ts';
import { ACTION, readManifest } from '../action/manifest.ts';
import type { World } from '../github/world.ts';

const root = join(import.meta.dirname, '..', '..');
const MAIN = join(root, 'dist', 'action.js');

export type Inputs = Readonly<Record<string, string | number | boolean>>;

export interface ActionRun {
  readonly status: number | null;
  /** What a person sees: without the lines that only the runner reads. */
  readonly log: string;
  /** What the runner is told to mask. */
  readonly masked: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotated[];
}

interface Annotated {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface RunnerOptions {
  /** Where the repository is checked out; default the world's clone. */
  readonly workspace?: string;
  /** The payload of the event. */
  readonly event?: unknown;
  /** What the workflow's own token is; default the world's. */
  readonly token?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The clock, of a run in this process; default that of this machine. */
  readonly now?: () => Date;
}

/** One step with `uses: rotate-pr`, in the test's own process. */
export async function runAction(
  world: World,
  given: Inputs,
  options: RunnerOptions = {},
): Promise<ActionRun> {
  const { cwd, env } = await prepareStep(world, given, options);
  const told = listen();
  const { now = () => new Date() } = options;
  await act({ cwd, env: { ...cleanEnvironment(), ...env }, now, runner: told.runner });
  return told.run();
}

/** The same with the built action, as the runner starts it: through the environment, files and the log. */
export async function runBuiltAction(
  world: World,
  given: Inputs,
  options: RunnerOptions = {},
): Promise<ActionRun> {
  if (!existsSync(MAIN)) throw new Error(`There is no ${MAIN}: run npm run build first.`);
  const { cwd, env, output, summary } = await prepareStep(world, given, options);
  const ended = await run(process.execPath, [MAIN], { cwd, env });
  const lines = `${ended.stdout}${ended.stderr}`.split('\n');
  return {
    status: ended.status,
    log: lines.filter((line) => !line.startsWith('::add-mask::')).join('\n'),
    masked: lines.flatMap((line) => (line.startsWith('::add-mask::') ? [line.slice(12)] : [])),
    outputs: readOutputs(await readFile(output, 'utf8')),
    summary: await readFile(summary, 'utf8'),
    annotations: lines.flatMap(readAnnotation),
  };
}

interface PreparedStep {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths of the runner's files. */
  readonly output: string;
  readonly summary: string;
}

/** The inputs with their defaults, and the runner's files. */
async function prepareStep(world: World, given: Inputs, options: RunnerOptions): Promise<PreparedStep> {
  const folder = await mkdtemp(join(world.folder, 'runner-'));
  const fileOf = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const output = await fileOf('output', '');
  const summary = await fileOf('summary', '');
  const event = await fileOf('event.json', JSON.stringify(options.event ?? {}));
  const { token = world.env['GITHUB_TOKEN'] ?? '', workspace = world.clone, env = {} } = options;
  const contexts = { github: { token } };
  const inputs = Object.entries(readManifest().manifest.inputs).map(([name, { default: standard = '' }]) => {
    const value = String(given[name] ?? evaluate(standard, contexts));
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value];
  });
  const { GITHUB_TOKEN: _, ...worldEnv } = world.env;
  return {
    cwd: workspace,
    env: {
      ...worldEnv,
      ...Object.fromEntries(inputs),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_EVENT_PATH: event,
      GITHUB_WORKSPACE: workspace,
      ...env,
    },
    output,
    summary,
  };
}

/** A runner that keeps what it is told; its log is written as the runner's own functions write it. */
function listen(): { readonly runner: Runner; run(): ActionRun } {
  const log: string[] = [];
  const masked: string[] = [];
  const outputs: Record<string, string> = {};
  const annotations: Annotated[] = [];
  let summary = '';
  let status = 0;
  const annotate =
    (level: string): Runner['error'] =>
    (said, { startLine, startColumn, ...rest } = {}) => {
      const message = String(said);
      const given = Object.entries({ ...rest, line: startLine, col: startColumn });
      const properties = Object.fromEntries(
        given.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
      );
      annotations.push({ level, properties, message });
      log.push(`::${level}::${message}`);
    };
  const error = annotate('error');
  const runner: Runner = {
    info: (message) => void log.push(message),
    startGroup: (name) => void log.push(`::group::${name}`),
    endGroup: () => void log.push('::endgroup::'),
    error,
    warning: annotate('warning'),
    notice: annotate('notice'),
    setSecret: (secret) => void masked.push(secret),
    setOutput(name, value) {
      outputs[name] = String(value);
    },
    setFailed(message) {
      status = 1;
      error(message);
    },
    summary: {
      addRaw: (text) => ({
        async write() {
          summary += text;
        },
      }),
    },
  };
  const run = (): ActionRun => ({
    status,
    log: `${log.join('\n')}\n`,
    masked,
    outputs,
    summary,
    annotations,
  });
  return { runner, run };
}

/** The heredocs of `GITHUB_OUTPUT`. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^(?<name>[\w-]+)<<(?<mark>\S+)\n(?<value>.*?)\n\k<mark>$/gms);
  return Object.fromEntries([...found].map(({ groups }) => [groups!['name']!, groups!['value']!]));
}

function readAnnotation(line: string): readonly Annotated[] {
  const found =
    /^::(?<level>error|warning|notice)(?: (?<properties>[^:]*(?:%3A[^:]*)*))?::(?<message>.*)$/.exec(line);
  if (found?.groups === undefined) return [];
  const { level = '', properties = '', message = '' } = found.groups;
  const pairs = properties
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.split(/=(.*)/s, 2).map(decode));
  return [{ level, properties: Object.fromEntries(pairs), message: decode(message) }];
}

function decode(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

/** One of the ready workflows, as far as a runner needs it. */
export interface ReadyWorkflow {
  readonly on: Readonly<
    Record<string, { readonly inputs?: Readonly<Record<string, { readonly default?: unknown }>> } | null>
  >;
  readonly matrix: Readonly<Record<string, readonly string[]>>;
  /** `with` of actions/checkout. */
  readonly checkout: Inputs;
  /** `with` of our step, expressions evaluated. */
  readonly inputs: (contexts: Contexts) => Inputs;
}

type Contexts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export function readWorkflow(name: string): ReadyWorkflow {
  const text = readFileSync(join(root, 'fixtures', 'workflows', `${name}.yml`), 'utf8');
  const workflow = parse(text) as {
    readonly on: ReadyWorkflow['on'];
    readonly jobs: Readonly<Record<string, Job>>;
  };
  const [job] = Object.values(workflow.jobs);
  const stepOf = (uses: string): Inputs => job?.steps.find((step) => step.uses.startsWith(uses))?.with ?? {};
  return {
    on: workflow.on,
    matrix: job?.strategy?.matrix ?? {},
    checkout: stepOf('actions/checkout@'),
    inputs: (contexts) =>
      Object.fromEntries(
        Object.entries(stepOf(ACTION)).map(([input, value]) => [input, evaluate(String(value), contexts)]),
      ),
  };
}

interface Job {
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly steps: readonly { readonly uses: string; readonly with?: Inputs }[];
}

/** Expressions as our workflows have them: one value out of a context. */
function evaluate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{\s*(\w+)\.(\w+)\s*\}\}/g, (_, context: string, name: string) =>
    String(contexts[context]?.[name] ?? ''),
  );
}

/** What actions/checkout leaves: a clone of the wanted depth, and with `credentials` its file of the token. */
export async function checkOut(
  world: World,
  options: { readonly depth?: number; readonly branch?: string; readonly credentials?: string } = {},
): Promise<string> {
  const folder = await mkdtemp(join(world.folder, 'work-'));
  const url = `${world.git.url}/${world.repository}`;
  const { depth = 1, branch = world.defaultBranch } = options;
  await world.runGit('clone', '--quiet', `--depth=${depth}`, '--branch', branch, '--no-tags', url, folder);
  await world.runGit('-C', folder, 'checkout', '--quiet', '--detach');
  if (options.credentials === undefined) return folder;
  // actions/checkout 6: a file of its own, which the clone's configuration includes
  const file = join(await mkdtemp(join(world.folder, 'temp-')), 'git-credentials.config');
  const basic = Buffer.from(`x-access-token:${options.credentials}`).toString('base64');
  await writeFile(file, `[http "${world.git.url}/"]\n\textraheader = AUTHORIZATION: basic ${basic}\n`);
  await world.runGit('-C', folder, 'config', '--local', `includeIf.gitdir:${folder}/.git.path`, file);
  return folder;
}
