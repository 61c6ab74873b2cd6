/** What may stand where the cursor is, from the same tables as the command line itself. */
import type { Named } from '../commands/read/names.ts';
import { COMMANDS, type Command } from './commands.ts';
import { KINDS, REPEATABLE } from './flag-table.ts';

/** A word that may be typed, and what it is for. */
export interface Candidate {
  readonly word: string;
  readonly about: string;
}

/** `files`: any path of this machine, which the shell knows best. */
export type Completion = readonly Candidate[] | 'files';

/** Flags whose values are names in the repository. */
const NAMED: Readonly<Record<string, Named>> = { namespace: 'namespace', cluster: 'cluster', team: 'team' };
/** Values that no `choices` of the table say: the command line has words of its own for a wrong one. */
const VALUES: Readonly<Record<string, readonly string[]>> = { kind: KINDS, upgrade: ['minor', 'major'] };
/** Flags whose values are paths. */
const PATHS: readonly string[] = ['root', 'config', 'output', 'module-versions'];
/** Switches of which "no" says something else than silence. */
const NEGATED: readonly string[] = ['production', 'color'];
const ALWAYS: readonly Candidate[] = [
  { word: '--help', about: 'Show help' },
  { word: '--version', about: 'Show version number' },
];

/**
 * Completes the last of the words.
 *
 * @param words of the command line behind the program's name, the last one unfinished, perhaps empty
 * @param namesOf the names in the repository, by the `--root` of the command line
 */
export function complete(
  words: readonly string[],
  namesOf: (what: Named, root: string | undefined) => readonly string[],
): Completion {
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? '';
  const named = commandIn(before);
  const command = named ?? COMMANDS[0]!;
  const names = (what: Named): readonly string[] => namesOf(what, rootIn(before));

  const open = openFlag(before, command);
  if (open !== null) return startingWith(current, valuesOf(open, command, names));
  const [flag = '', part] = splitAtFirst(current, '=');
  if (part !== null) {
    const values = valuesOf(fullName(flag, command), command, names);
    const prefixed =
      values === 'files' ? [] : values.map((each) => ({ ...each, word: `${flag}=${each.word}` }));
    return startingWith(current, prefixed);
  }
  if (current.startsWith('-')) return startingWith(current, flagsOf(command, before));
  if (named === null)
    return startingWith(
      current,
      COMMANDS.map(({ name, describe }) => ({ word: name, about: describe })),
    );
  return startingWith(
    current,
    (named.argument?.choices ?? []).map((word) => ({ word, about: '' })),
  );
}

function startingWith(current: string, all: Completion): Completion {
  return all === 'files' ? all : all.filter(({ word }) => word.startsWith(current));
}

/** The command that was named: the first word that is no flag and no value of one. */
function commandIn(words: readonly string[]): Command | null {
  for (const [at, word] of words.entries()) {
    if (word.startsWith('-') || takesValue(words[at - 1] ?? '')) continue;
    return COMMANDS.find(({ name }) => name === word) ?? null;
  }
  return null;
}

/** Whether the word after this one is its value, in whatever command. */
function takesValue(word: string): boolean {
  return COMMANDS.some((command) => wantsValue(fullName(word, command), command));
}

/** The flag that waits for its value; null when none does. */
function openFlag(words: readonly string[], command: Command): string | null {
  const last = words.at(-1) ?? '';
  const name = fullName(last, command);
  return !last.includes('=') && wantsValue(name, command) ? name : null;
}

/** `--upgrade` stands alone; `=` gives it a value. */
function wantsValue(name: string, { flags }: Command): boolean {
  const flag = flags[name];
  if (flag === undefined) return false;
  return flag.choices !== undefined || (flag.type !== 'boolean' && flag.requiresArg === true);
}

/** `namespace` for `--namespace` and `-n`; empty for what is no flag of the command. */
function fullName(word: string, { flags }: Command): string {
  if (/^--./.test(word)) return word.slice(2) in flags ? word.slice(2) : '';
  if (!/^-.$/.test(word)) return '';
  return Object.keys(flags).find((name) => flags[name]!.alias === word.slice(1)) ?? '';
}

function valuesOf(name: string, { flags }: Command, namesOf: (what: Named) => readonly string[]): Completion {
  if (PATHS.includes(name)) return 'files';
  const what = NAMED[name];
  const values = what === undefined ? (VALUES[name] ?? flags[name]?.choices ?? []) : namesOf(what);
  return values.map((word) => ({ word: String(word), about: '' }));
}

function flagsOf({ flags }: Command, before: readonly string[]): readonly Candidate[] {
  const own = Object.entries(flags).flatMap(([name, { describe }]) => {
    const isGiven = before.includes(`--${name}`) || before.includes(`--no-${name}`);
    if (isGiven && !REPEATABLE.has(name)) return [];
    const yes = { word: `--${name}`, about: describe };
    return NEGATED.includes(name) ? [yes, { word: `--no-${name}`, about: describe }] : [yes];
  });
  return [...own, ...ALWAYS];
}

function rootIn(words: readonly string[]): string | undefined {
  const at = words.lastIndexOf('--root');
  if (at !== -1) return words[at + 1];
  return words.findLast((word) => word.startsWith('--root='))?.slice('--root='.length);
}

function splitAtFirst(text: string, mark: string): readonly [string, string | null] {
  const at = text.indexOf(mark);
  return at === -1 || !text.startsWith('--') ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}
