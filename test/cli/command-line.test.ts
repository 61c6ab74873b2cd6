import { describe, expect, it } from 'vitest';
import { arrangeArguments, explainUsage, findMistake, tidyFlags } from '../../src/cli/arguments.ts';
import { COMMANDS, flagNames } from '../../src/cli/commands.ts';
import { explainCrash } from '../../src/cli/crash.ts';
import { GitError } from '../../src/git/process.ts';

describe('an empty value', () => {
  it.each([
    [['open', '-n', ''], '-n has an empty value.'],
    [['open', '--namespace='], '--namespace has an empty value.'],
    [['open', '--max-age', '  '], '--max-age has an empty value.'],
    [['', 'audit'], 'an argument has an empty value.'],
    [['apply', '--', '-n', 'x'], 'nothing is expected behind --, but there is -n x.'],
  ])('%j: %s', (args, mistake) => {
    expect(findMistake(args)).toBe(mistake);
  });

  it.each([[[]], [['audit']], [['open', '-n', 'a=b', '--date=2026-11-23']], [['open', '--']]])(
    'is not seen in %j',
    (args) => {
      expect(findMistake(args)).toBeNull();
    },
  );
});

it('of a flag that is given twice the last counts, and lists keep all', () => {
  const flags: Record<string, unknown> = {
    format: ['csv', 'json'],
    n: ['a', 'b'],
    namespace: ['a', 'b'],
    'team-reviewer': ['a', 'b'],
    teamReviewer: ['a', 'b'],
    quiet: true,
  };

  tidyFlags(flags);

  expect(flags).toEqual({
    format: 'json',
    n: ['a', 'b'],
    namespace: ['a', 'b'],
    'team-reviewer': ['a', 'b'],
    teamReviewer: ['a', 'b'],
    quiet: true,
  });
});

describe('a command line as people write it', () => {
  it.each([
    ['help', '--help'],
    ['help audit', 'audit --help'],
    ['version', '--version'],
    ['--quiet audit', 'audit --quiet'],
    ['-n x --quiet audit --due', 'audit -n x --quiet --due'],
    ['plan my-namespace', 'plan --namespace=my-namespace'],
    ['plan a-dev b-* --due', 'plan --namespace=a-dev --namespace=b-* --due'],
    ['audit --kind rds a-dev', 'audit --kind rds --namespace=a-dev'],
    ['audit --max-age 30', 'audit --max-age 30'],
    ['audit --quiet a-dev', 'audit --quiet --namespace=a-dev'],
    ['audit --formt json', 'audit --formt json'],
    ['open --upgrade major a-dev', 'open --upgrade major --namespace=a-dev'],
    ['completion bash', 'completion bash'],
    ['config x', 'config x'],
    ['apply -- x', 'apply -- x'],
    ['-n audit', '-n audit'],
    ['', ''],
  ])('%j is %j', (typed, arranged) => {
    const words = typed === '' ? [] : typed.split(' ');

    expect(arrangeArguments(words).join(' ')).toBe(arranged);
  });
});

describe('a slip on the command line', () => {
  it.each([
    ['Unknown argument: formt', ['audit', '--formt', 'json'], /--formt.*--format/],
    ['Unknown arguments: forse-literal, forseLiteral', ['apply', '--forse-literal'], /--force-literal/],
    ['Unknown argument: audti', ['audti'], /audti.*audit/],
    ['Unknown argument: zzzzzzzz', ['zzzzzzzz'], /zzzzzzzz/],
    ['Unknown argument: json', ['audit', '--json'], /audit has no flag --json: did you mean --format json\?/],
    ['Unknown argument: o', ['audit', '-o', 'x'], /audit has no flag -o: did you mean --output FILE\?/],
    ['Unknown argument: o', ['open', '-o', 'json'], /open has no flag -o: did you mean --format json\?/],
    ['Unknown argument: ls', ['ls'], /there is no command ls: did you mean audit\?/],
    ['Unknown argument: my-ns', ['my-ns'], /no command my-ns\. A namespace .*: rotate-pr plan my-ns/],
    ['Unknown argument: x', ['config', 'x'], /config takes no argument x/],
    ['Not enough arguments following: n', ['audit', '-n'], /-n requires a value/],
  ])('%s', (message, args, words) => {
    const said = explainUsage(message, args);

    expect(said).toMatch(words);
    expect(said).toMatch(/^rotate-pr: [\s\S]*--help for the flags\.\n$/);
    expect(said.split('\n')).toHaveLength(3);
  });
});

describe('the examples of --help', () => {
  it.each(COMMANDS.flatMap((command) => command.examples.map(([line]) => [line, command] as const)))(
    'are command lines that there are: %s',
    (line, command) => {
      const [name, ...words] = line.split(' ');

      const flags = words.flatMap((word) => /^-{1,2}(?<flag>[a-z][\w-]*)/.exec(word)?.groups?.['flag'] ?? []);
      const aliases = Object.values(command.flags).map(({ alias }) => alias);
      expect(name).toBe(command.name);
      expect(flags.filter((flag) => !flagNames(command).includes(flag) && !aliases.includes(flag))).toEqual(
        [],
      );
    },
  );

  it('are there for every command', () => {
    expect(COMMANDS.filter(({ examples }) => examples.length === 0)).toEqual([]);
  });
});

describe('what nobody expected', () => {
  const token = 'ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
  const encoded = Buffer.from(`x-access-token:${token}`).toString('base64');

  it('shows no token, in whatever form', () => {
    const error = new Error(`with ${token} and ${encoded} at https://me:secret@example.com/x`);

    const said = explainCrash(error, { GH_TOKEN: token });

    expect(said).not.toContain(token);
    expect(said).not.toContain(encoded);
    expect(said).not.toContain('secret@');
    expect(said).toContain('a mistake in rotate-pr');
  });

  it.each([
    [new Error('spawn git ENOENT'), /git was not found/],
    [
      new GitError('ls-tree', 128, 'fatal: not a tree object'),
      /git ls-tree ended with status 128: fatal: not a tree/,
    ],
    [
      Object.assign(new Error('EACCES: permission denied, scandir x'), { syscall: 'scandir' }),
      /EACCES: .* x$/m,
    ],
    ['a string', /a string/],
  ])('%s is said in one line', (error, words) => {
    const said = explainCrash(error, {});

    expect(said).toMatch(words);
    expect(said).toMatch(/^rotate-pr: .*\n$/);
  });
});
