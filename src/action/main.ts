/** One run of the Action: inputs to flags, flags to a command, its result to the log, the outputs and the summary. */

import { setFailed, setSecret } from '@actions/core';
import { parseFlags } from '../cli/parser.ts';
import { readVersion } from '../cli/version.ts';
import type { Environment, Failure, Result } from '../util/result.ts';
import { fail } from '../util/result.ts';
import { ACTION_COMMANDS } from './commands.ts';
import { type Inputs, inInputs, OWN_INPUTS, readInputs, toArguments } from './inputs.ts';
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
  const name = inputs.get('command') ?? ACTION_COMMANDS[0]?.name ?? '';
  const command = ACTION_COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    const known = ACTION_COMMANDS.map((one) => one.name);
    return fail('usage', sentences.unknownCommand(name, known));
  }
  for (const own of OWN_INPUTS) {
    if (own === 'command' || own === 'token' || !inputs.has(own) || command.own.includes(own)) continue;
    const owner = ACTION_COMMANDS.find((one) => one.own.includes(own))?.name ?? '';
    return fail('usage', sentences.notOfCommand(own, name, owner));
  }
  if (inputs.has('format') && !inputs.has('output')) return fail('usage', sentences.formatWithoutOutput);
  const args = toArguments(name, command.flags, inputs);
  if (!args.ok) return args;
  const flags = await parseFlags(command.flags, args.value);
  return flags.ok ? command.run(flags.value, world, inputs) : flags;
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
