import { describe, expect, it } from 'vitest';
import {
  type ActionCommandName,
  inInputs,
  readInputs,
  splitList,
  toArguments,
} from '../../src/action/inputs.ts';
import { parseFlags } from '../../src/cli/arguments.ts';
import { flagsOf } from '../../src/cli/flags.ts';
import { BUILT_IN_KINDS } from '../../src/kinds/registry.ts';

/** The arguments of some inputs, or what is wrong with them. */
function argumentsOf(command: ActionCommandName, given: Readonly<Record<string, string>>): unknown {
  const result = toArguments(command, new Map(Object.entries(given)));
  return result.ok ? result.value : result.error.message;
}

describe('inputs', () => {
  it('are read as the runner writes them, and empty ones are none', () => {
    const inputs = readInputs({
      'INPUT_MAX-AGE': ' 30 ',
      INPUT_DUE: 'true',
      INPUT_TEAM: '',
      INPUT_NOISE: 'x',
    });

    expect([...inputs].toSorted()).toEqual([
      ['due', 'true'],
      ['max-age', '30'],
    ]);
  });

  it.each([
    [
      'lists by line and by comma',
      { namespace: 'a-dev, b-dev\nc-*' },
      ['--namespace=a-dev', '--namespace=b-dev', '--namespace=c-*'],
    ],
    ['a switch', { due: 'true' }, ['--due']],
    ['a switch that is off, as if it were not there', { again: 'false' }, []],
    ['a switch that is off, against the config file', { draft: 'false' }, ['--no-draft']],
    ['a question with three answers', { production: 'false' }, ['--no-production']],
    ['a flag that may stand alone', { fork: 'true', upgrade: 'major' }, ['--fork', '--upgrade=major']],
    ['and does not', { upgrade: 'false' }, []],
    ['a value that looks like a flag', { author: '--draft <a@b.c>' }, ['--author=--draft <a@b.c>']],
    ['inputs of the action itself, which are no flags', { command: 'open', token: 'x' }, []],
  ])('become arguments: %s', (_, given, args) => {
    expect(argumentsOf('open', given)).toEqual(args);
  });

  it.each([
    ['open', { due: 'on' }, 'Input due takes true or false, not "on".'],
    ['audit', { limit: '3' }, 'Input limit is for the command open, plan or dashboard, and this is audit.'],
    ['open', { 'new-since': 'HEAD^1' }, 'Input new-since is for the command audit, and this is open.'],
    [
      'after-merge',
      { due: 'true' },
      /^Input due is for the command open, plan or audit, and this is after-merge/,
    ],
  ] as const)('of %s are refused by name', (command, given, message) => {
    expect(argumentsOf(command, given)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  it('give the flags that the command line gives', async () => {
    const parsed = await parseFlags(
      flagsOf('open', BUILT_IN_KINDS.list),
      argumentsOf('open', { namespace: 'a,b', 'max-open': '7' }) as string[],
    );

    expect(parsed).toMatchObject({
      ok: true,
      value: { namespace: ['a', 'b'], maxOpen: 7, again: false, group: 'namespace' },
    });
  });

  it.each([
    ['a, b ,,c', ['a', 'b', 'c']],
    ['{a,b}-dev,c', ['{a,b}-dev', 'c']],
    ['@(x,y)\n[a,b]z', ['@(x,y)', '[a,b]z']],
    ['{never closed\nb,c', ['{never closed', 'b', 'c']],
    ['}a,b', ['}a', 'b']],
    ['', []],
  ])('list %j as %j', (text, list) => {
    expect(splitList(text)).toEqual(list);
  });

  it.each([
    ['--max-age takes a number.', 'Input max-age takes a number.'],
    ['give --reason, or (--all)', 'give input reason, or (input all)'],
    ['say --no-production', 'say input production: false'],
    ['choose one with --base BRANCH.', 'choose one with input base.'],
    ['To see it: rotate-pr plan --due, or --due', 'To see it: rotate-pr plan --due, or --due'],
    ['first\n--together lifts that', 'first\nInput together lifts that'],
    [
      'There is no GitHub token: set GITHUB_TOKEN or GH_TOKEN, or sign in with gh auth login.',
      'There is no GitHub token: give another input token.',
    ],
    ['live-2--due/x.tf#y and --unknown stay', 'live-2--due/x.tf#y and --unknown stay'],
  ])('are named where flags were: %j', (sentence, words) => {
    expect(inInputs(sentence)).toBe(words);
  });
});
