/** One run of the Action: inputs to flags, flags to a command, its result to the log, the outputs and the summary. */

import { setFailed, setSecret } from '@actions/core';
import { parseFlags } from '../cli/arguments.ts';
import { flagsOf } from '../cli/flags.ts';
import { readVersion } from '../cli/version.ts';
import { knownKinds } from '../kinds/registry.ts';
import type { Environment, Failure, Result } from '../util/result.ts';
import { fail } from '../util/result.ts';
import { ACTION_COMMANDS } from './commands.ts';
import { ACTION_COMMAND_NAMES, type Inputs, inInputs, readInputs, toArguments } from './inputs.ts';
import { sentences } from './messages.ts';
import type { ActionWorld, Told } from './report.ts';
import { logLine, tell } from './runner.ts';

/** Runs it; whatever happens stands in the log, and the exit code is the process's. */
export async function act(): Promise<void> {
  const inputs = readInputs(process.env);
  const secrets = await takeToken(inputs.get('token'));
  const world: ActionWorld = {
    cwd: process.env['GITHUB_WORKSPACE'] || process.cwd(),
    env: process.env,
    now: new Date(),
    version: readVersion(),
    say: (line) => logLine(line, secrets),
  };
  try {
    const told = await run(inputs, world);
    if (told.ok) await tell(told.value, secrets);
    else await give(told.error, secrets, world.env);
  } catch (error) {
    const { explainCrash } = await import('../cli/crash.ts');
    setFailed(explainCrash(error, process.env).trimEnd());
  }
}

/** The one token of the run, from here on in GITHUB_TOKEN, where everything looks for it. */
async function takeToken(token: string | undefined): Promise<readonly string[]> {
  delete process.env['INPUT_TOKEN'];
  if (token === undefined) return [];
  process.env['GITHUB_TOKEN'] = token;
  const { secretForms } = await import('../github/redact.ts');
  const forms = secretForms(token);
  for (const form of forms) setSecret(form);
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
async function give({ code, message }: Failure, secrets: readonly string[], env: Environment): Promise<void> {
  const { redact } = await import('../github/redact.ts');
  const words =
    code === 'authentication' && !env['GITHUB_TOKEN'] && !env['GH_TOKEN']
      ? sentences.missingToken
      : `${inInputs(message)}${code === 'not-an-environments-repository' ? ` ${sentences.notCheckedOut}` : ''}`;
  setFailed(redact(words, secrets));
}
