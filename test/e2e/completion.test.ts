import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/demo/run.ts';
import { hasPseudoTerminal, type Step, sit } from '../pseudo-terminal.ts';
import { CLI, runCommandLine } from './command-line.ts';

const ESTATE = join(import.meta.dirname, '..', '..', 'fixtures', 'environments');

/** Whether a shell is on the PATH; they are no dependencies of ours. */
function has(shell: string): boolean {
  const found = spawnSync(shell, ['-c', 'exit 0']).status === 0;
  if (!found) process.stderr.write(`Left out: completion in ${shell}, which is not on the PATH.\n`);
  return found;
}

let folder = '';
let env: Record<string, string> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotate-pr-completion-'));
  const bin = join(folder, 'bin');
  await cp(ESTATE, join(folder, 'estate'), { recursive: true });
  await mkdir(join(folder, 'estate', '.git'));
  // names that a shell would run, were they put on a command line
  const live = join(folder, 'estate', 'namespaces', 'live.cloud-platform.service.justice.gov.uk');
  for (const name of ['canal-$(touch pwned)', 'canal-;id', 'Canal Permits']) await mkdir(join(live, name));
  await mkdir(bin);
  await writeFile(join(bin, 'rotate-pr'), `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
  await chmod(join(bin, 'rotate-pr'), 0o755);
  env = { PATH: `${bin}${delimiter}${process.env['PATH']}`, HOME: folder, ZDOTDIR: folder };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Candidates for the last word of each line. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['rotate-pr aud', ['audit']],
  ['rotate-pr audit --other', ['--other-credentials']],
  ['rotate-pr audit --kind e', ['elasticache']],
  ['rotate-pr audit -n canal', ['canal-permits-dev', 'canal-permits-prod']],
  ['rotate-pr audit --cluster live-', ['live-2.cloud-platform.service.justice.gov.uk']],
  ['rotate-pr open --team allot', ['allotments']],
  ['rotate-pr completion z', ['zsh']],
];

describe.skipIf(!has('bash'))('completion in bash', () => {
  async function offered(words: readonly string[]): Promise<readonly string[]> {
    const script = `
      source <(rotate-pr completion bash)
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
      _rotate_pr "$1" "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = await run('bash', ['--norc', '-c', script, 'bash', ...words], {
      cwd: join(folder, 'estate'),
      env,
    });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((line) => line !== '');
  }

  it.each(CASES)('%s', async (line, words) => {
    expect(await offered(line.split(' '))).toEqual(words);
  });

  it.each([
    ['in the words that bash makes of --format=js', ['rotate-pr', 'audit', '--format', '=', 'js'], ['json']],
    ['right behind the =', ['rotate-pr', 'apply', '--upgrade', '='], ['minor', 'major']],
    ['paths, where paths stand', ['rotate-pr', 'audit', '--root', 'name'], ['namespaces']],
    [
      'of another repository',
      ['rotate-pr', 'audit', '--root', '.', '-n', 'canal-permits-p'],
      ['canal-permits-prod'],
    ],
  ])('%s', async (_, words, expected) => {
    expect(await offered(words)).toEqual(expected);
  });

  it.skipIf(!hasPseudoTerminal)('is what the Tab key does', async () => {
    const { text, missed } = await sit(['bash', '--norc', '--noprofile', '-i'], {
      cwd: join(folder, 'estate'),
      env: { ...env, INPUTRC: '/dev/null' },
      steps: [
        [/[#$>] $/, { keys: 'source <(rotate-pr completion bash); echo rea""dy\r' }],
        [/ready\r\n/, { keys: 'rotate-pr aud\t--format=mark\t-n canal-permits-d\t' }],
        [/rotate-pr audit --format=markdown -n canal-permits-dev/, { keys: '\u0015exit\r' }],
      ],
    });

    expect(missed, text).toBe(0);
  });
});

describe.skipIf(!has('fish'))('completion in fish', () => {
  it.each(CASES)('%s', async (line, words) => {
    const { stdout, stderr } = await run(
      'fish',
      ['--no-config', '-c', 'rotate-pr completion fish | source; complete -C $argv[1]', line],
      { cwd: join(folder, 'estate'), env },
    );

    expect(stderr).toBe('');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((each) => each.split('\t')[0]),
    ).toEqual(words);
  });
});

/** Loads the completion at the first prompt, and says when it is done. */
const ZSH_READY: Step = [
  /> /,
  { keys: 'autoload -U compinit; compinit -u -D; source <(rotate-pr completion zsh); echo rea""dy\r' },
];

describe.skipIf(!has('zsh') || !hasPseudoTerminal)('completion in zsh', () => {
  it.each(CASES.filter(([, words]) => words.length === 1))('%s', async (line, [word = '']) => {
    const typed = line.split(' ').slice(0, -1).join(' ');
    const { text, missed } = await sit(['zsh', '-f', '-i'], {
      cwd: join(folder, 'estate'),
      env: { ...env, PROMPT: '> ', TERM: 'dumb' },
      steps: [
        ZSH_READY,
        [/ready\r\n/, { keys: `${line}\t` }],
        [new RegExp(`${typed} [^ ]*${word.slice(-6)} `), { keys: '\u0015exit\r' }],
      ],
    });

    expect(missed, text).toBe(0);
  });

  it('says what each is for, and lists no name that the shell would run', async () => {
    const { text, missed } = await sit(['zsh', '-f', '-i'], {
      cwd: join(folder, 'estate'),
      env: { ...env, PROMPT: '> ', TERM: 'dumb' },
      steps: [
        ZSH_READY,
        [/ready\r\n/, { keys: 'rotate-pr audit --f\t' }],
        [/--fail-on +-- Exit with 1/, { keys: '\u0015rotate-pr audit -n canal\t\t' }],
        [/canal-permits-prod/, { keys: '\u0015exit\r' }],
      ],
    });

    expect(missed, text).toBe(0);
    expect(text).not.toMatch(/touch pwned|;id|Canal Permits/);
  });
});

it('the script of an unknown shell is refused with the names of the known ones', async () => {
  for (const args of [['completion'], ['completion', 'tcsh']]) {
    const { status, stdout, stderr } = await runCommandLine(args, { cwd: folder, env });

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/bash, zsh, fish/);
    expect(stderr).not.toContain('--shell');
  }
});
