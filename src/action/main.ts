/** One run of the Action: inputs to flags, flags to a command, its result to the log, the outputs and the summary. */

import { parseFlags } from '../cli/arguments.ts';
import { flagsOf } from '../cli/flags.ts';
import { readVersion } from '../cli/version.ts';
import { withKinds } from '../commands/read/kinds-of-run.ts';
import { knownKinds } from '../kinds/registry.ts';
import type { Environment, Failure, Result } from '../util/result.ts';
import { fail } from '../util/result.ts';
import { ACTION_COMMANDS } from './commands.ts';
import { ACTION_COMMAND_NAMES, type Inputs, inInputs, readInputs, toArguments } from './inputs.ts';
import { sentences } from './messages.ts';
import type { ActionWorld, Told } from './report.ts';
import { logLine, type Runner, tell } from './runner.ts';

/** What a run of the Action has of its process, and all that it reads or writes of it. */
export interface ActionIo {
  readonly cwd: string;
  readonly env: Environment;
  readonly now: () => Date;
  readonly runner: Runner;
}

/** Runs it; whatever happens stands in the log, and what fails the step is told to the runner. */
export async function act({ cwd, env: given, now, runner }: ActionIo): Promise<void> {
  const inputs = readInputs(given);
  const token = inputs.get('token');
  const env = withToken(given, token);
  const secrets = await maskToken(token, runner);
  const world: ActionWorld = {
    cwd: env['GITHUB_WORKSPACE'] || cwd,
    env,
    now: now(),
    version: readVersion(),
    say: (line) => logLine(runner, inInputs(line), secrets),
  };
  try {
    await withKinds(async () => {
      const told = await run(inputs, world);
      if (told.ok) await tell({ runner, env, secrets }, told.value);
      else runner.setFailed(await failureWords(told.error, secrets, env));
    });
  } catch (error) {
    const { explainCrash } = await import('../cli/crash.ts');
    runner.setFailed(explainCrash(error, env).trimEnd());
  }
}

/** The one token of the run is in GITHUB_TOKEN, where everything looks for it, and nowhere else. */
function withToken({ INPUT_TOKEN: _, ...env }: Environment, token: string | undefined): Environment {
  return token === undefined ? env : { ...env, GITHUB_TOKEN: token };
}

/** @returns the texts that are in no log */
async function maskToken(token: string | undefined, runner: Runner): Promise<readonly string[]> {
  if (token === undefined) return [];
  const { secretForms } = await import('../github/redact.ts');
  const forms = secretForms(token);
  for (const form of forms) runner.setSecret(form);
  return forms;
}

async function run(inputs: Inputs, world: ActionWorld): Promise<Result<Told>> {
  const given = inputs.get('command') ?? ACTION_COMMAND_NAMES[0];
  const name = ACTION_COMMAND_NAMES.find((one) => one === given);
  if (name === undefined) return fail('usage', sentences.unknownCommand(given, ACTION_COMMAND_NAMES));
  if (inputs.has('format') && !inputs.has('output')) return fail('usage', sentences.formatWithoutOutput);
  const args = toArguments(name, inputs);
  if (!args.ok) return args;
  const flags = await parseFlags(flagsOf(name, knownKinds().list), args.value);
  return flags.ok ? ACTION_COMMANDS[name](flags.value, world, inputs) : flags;
}

/** Why nothing could be done, in the words of a workflow. */
async function failureWords(
  { code, message }: Failure,
  secrets: readonly string[],
  env: Environment,
): Promise<string> {
  const { redact } = await import('../github/redact.ts');
  const words =
    code === 'authentication' && !env['GITHUB_TOKEN'] && !env['GH_TOKEN']
      ? sentences.missingToken
      : `${inInputs(message)}${code === 'not-an-environments-repository' ? ` ${sentences.notCheckedOut}` : ''}`;
  return redact(words, secrets);
}
