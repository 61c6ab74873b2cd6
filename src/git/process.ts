/** The one place that starts git, in one environment for all of its commands. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { Readable, type Writable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Environment } from '../util/result.ts';

/** A repository on this machine, and how git is to work on it. */
export interface Clone {
  /** A folder of it, or the folder of a bare one. */
  readonly folder: string;
  /** The variables of whoever runs the program. */
  readonly env: Environment;
  /** Configuration for these commands alone, over that of the files. */
  readonly config?: readonly (readonly [key: string, value: string])[];
  /** Variables over those of `env`: a secret may be among them. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Brings what a partial clone lacks; without it that is a failure when it is read. */
  readonly fetch?: FetchObjects;
  /** Whether these commands talk to a remote. Others do not, also where a partial clone lacks an object. */
  readonly online?: boolean;
}

/** Brings objects into a clone, in one fetch. @throws FetchError when they do not come */
export type FetchObjects = (oids: readonly string[]) => Promise<void>;

/** How a git command ended. Any status is a value here: the caller knows what it means. */
export interface GitRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Git ended with another status than 0. `stderr` is git's own words; the command line is not repeated in them. */
export class GitError extends Error {
  readonly status: number | null;
  readonly stderr: string;

  constructor(subcommand: string, status: number | null, stderr: string) {
    super(`git ${subcommand} ended with status ${status ?? 'none'}: ${stderr.trim() || 'no message'}`);
    this.name = 'GitError';
    this.status = status;
    this.stderr = stderr;
  }
}

/**
 * What to do when git refuses a repository that belongs to another user, as the one in a container job does; null for
 * every other word of git's (git-config(1), "safe.directory").
 */
export function ownershipAdvice(stderr: string): string | null {
  const folder = /dubious ownership in repository at '(?<folder>[^'\n]*)'/.exec(stderr)?.groups?.['folder'];
  if (folder === undefined) return null;
  return (
    `git does not read ${folder} (dubious ownership): it belongs to another user, as in a container job. If that is meant: ` +
    `git config --global --add safe.directory '${folder}'`
  );
}

/** A remote that says nothing for this long is given up. */
const SILENCE_MS = 10 * 60_000;

/**
 * Runs one git command to its end.
 *
 * @param options `input`: bytes for its standard input; `silenceMs`: a git that says nothing for this long is ended,
 *   status 124 then
 * @throws Error when git cannot be started
 */
export async function tryGit(
  clone: Clone,
  args: readonly string[],
  { input = '', silenceMs = SILENCE_MS }: { readonly input?: string; readonly silenceMs?: number } = {},
): Promise<GitRun> {
  const child = startGit(clone, args);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill();
  }, silenceMs);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', () => timer.refresh());
  child.stdin.end(input);
  const words = [text(child.stdout), text(child.stderr)] as const;
  const [status, stdout, stderr] = await Promise.all([endOf(child), ...words]).finally(() =>
    clearTimeout(timer),
  );
  if (!timedOut) return { status, stdout, stderr };
  return { status: 124, stdout, stderr: `Operation timed out: no word for ${silenceMs / 1000} seconds` };
}

/**
 * Runs one git command to its end.
 *
 * @param input bytes for its standard input
 * @returns standard output as bytes
 * @throws GitError when the status is not 0
 */
export async function runGit(
  clone: Clone,
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<Buffer> {
  return converse(clone, args, async (stdin, stdout) => {
    stdin.end(input);
    return buffer(stdout);
  });
}

/**
 * Runs one git command, writes `input` no faster than git reads it, and hands over its output as it comes.
 *
 * @throws GitError when the status is not 0; what `onOutput` and `input` throw, which ends git
 */
export async function streamGit(
  clone: Clone,
  args: readonly string[],
  onOutput: (chunk: Buffer) => void,
  input: Iterable<string> = [],
): Promise<void> {
  await converse(clone, args, async (stdin, stdout) => {
    const fed = pipeline(Readable.from(input), stdin);
    fed.catch(() => {}); // it is waited for below, when all output has come
    for await (const chunk of stdout) onOutput(chunk as Buffer);
    await fed;
  });
}

/**
 * Talks with git over its pipes; its input is closed when `talk` has ended.
 *
 * @throws GitError when the status is not 0, whatever `talk` made of that; what `talk` throws, which ends git
 */
export async function converse<T>(
  clone: Clone,
  args: readonly string[],
  talk: (stdin: Writable, stdout: Readable) => Promise<T>,
): Promise<T> {
  const child = startGit(clone, args);
  const ended = endOf(child);
  const errors = text(child.stderr);
  const fail = async (status: number | null): Promise<never> => {
    throw new GitError(subcommandOf(args), status, await errors);
  };
  try {
    const notStarted = ended.then(() => new Promise<never>(() => {}));
    const result = await Promise.race([talk(child.stdin, child.stdout), notStarted]);
    child.stdin.end();
    const status = await ended;
    return status === 0 ? result : await fail(status);
  } catch (error) {
    if (error instanceof GitError) throw error;
    child.kill();
    const status = await ended;
    // ended by itself before: what went wrong in the talk came of that
    return status === null || status === 0 ? Promise.reject(error) : fail(status);
  }
}

/** The status; null when a signal ended it. */
function endOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  ended.catch(() => {}); // whoever waits for it gets to know
  return ended;
}

function startGit(clone: Clone, args: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn('git', [...args], {
    cwd: clone.folder,
    env: gitEnvironment(clone),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  child.stdin.on('error', () => {}); // git may close its input early; its status says why
  return child;
}

function subcommandOf(args: readonly string[]): string {
  return args.find((arg) => /^[a-z][a-z-]*$/.test(arg)) ?? '';
}

/**
 * What git sets for its hooks and aliases (most of `git rev-parse --local-env-vars`): obeyed, git would work on that
 * repository and not on the one whose folder it is started in. And what gives our pathspecs another meaning.
 */
const LEADS_ASTRAY: ReadonlySet<string> = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_GLOB_PATHSPECS',
  'GIT_GRAFT_FILE',
  'GIT_ICASE_PATHSPECS',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_LITERAL_PATHSPECS',
  'GIT_NAMESPACE',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
]);

/** Traces come among git's words on standard error, and some of them hold headers, variables and configuration. */
const TRACES = /^GIT_(?:TRACE|CURL_VERBOSE)/;

/** Where a token of the program may be. */
const TOKENS = ['GITHUB_TOKEN', 'GH_TOKEN', 'INPUT_TOKEN'] as const;

/** No housekeeping in the user's clone, and no program that the clone names: they are for its working tree. */
const CONFIG: readonly (readonly [string, string])[] = [
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['core.hooksPath', devNull],
  ['core.fsmonitor', 'false'],
  ['core.alternateRefsCommand', 'true'],
];

/** A partial clone fetches what it lacks one by one, unasked: git 2.44 has a switch for that, older ones find no way. */
const OFFLINE = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' } as const;

/**
 * The variables of a git process: those of the user without what leads elsewhere, traces and tokens. It never asks on
 * the terminal. Configuration travels in `GIT_CONFIG_COUNT` and its pairs (git 2.31), behind what is there.
 */
export function gitEnvironment({
  env,
  config = [],
  variables = {},
  online = false,
}: Clone): Record<string, string> {
  const tokens = TOKENS.flatMap((name) => env[name]?.trim() || []);
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const upper = name.toUpperCase();
    if (value === undefined || LEADS_ASTRAY.has(upper) || TRACES.test(upper)) continue;
    // what the user has given to git stays with git
    if (!upper.startsWith('GIT_CONFIG') && tokens.some((token) => value.includes(token))) continue;
    own[name] = value;
  }
  return {
    ...own,
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    LC_ALL: 'C',
    // over the trace2.* of the user's configuration
    GIT_TRACE2: '0',
    GIT_TRACE2_EVENT: '0',
    GIT_TRACE2_PERF: '0',
    ...(online ? {} : OFFLINE),
    ...configVariables(env, [...CONFIG, ...config]),
    ...variables,
  };
}

/** Configuration entries as variables, numbered on from those that the environment has. */
function configVariables(
  env: Environment,
  entries: readonly (readonly [string, string])[],
): Record<string, string> {
  const inherited = Number.parseInt(env['GIT_CONFIG_COUNT'] ?? '0', 10);
  const start = Number.isSafeInteger(inherited) && inherited > 0 ? inherited : 0;
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(start + entries.length) };
  entries.forEach(([key, value], index) => {
    variables[`GIT_CONFIG_KEY_${start + index}`] = key;
    variables[`GIT_CONFIG_VALUE_${start + index}`] = value;
  });
  return variables;
}
