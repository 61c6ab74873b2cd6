/** What may stand where the cursor is, from the same tables as the command line itself. */
import type { Named } from '../commands/read/names.ts';
import type { Setting } from '../setting-entry.ts';
import { settingsOf } from '../settings.ts';
import { COMMANDS, type Command, commandIn, fullName, requiresValue } from './commands.ts';

/** A word that may be typed, and what it is for. */
export interface Candidate {
  readonly word: string;
  readonly about: string;
}

/** `files`: any path of this machine, which the shell knows best. */
export type Completion = readonly Candidate[] | 'files';

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
  const named = commandIn(before)?.command ?? null;
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

/** The flag that waits for its value; null when none does. */
function openFlag(words: readonly string[], command: Command): string | null {
  const last = words.at(-1) ?? '';
  const name = fullName(last, command);
  return !last.includes('=') && requiresValue(name, command) ? name : null;
}

function valuesOf(name: string, command: Command, namesOf: (what: Named) => readonly string[]): Completion {
  const setting = settingOf(name, command);
  if (setting === undefined) return [];
  if (setting.values === 'path') return 'files';
  const found = setting.values === undefined ? (setting.choices ?? []) : namesOf(setting.values);
  return found.map((word) => ({ word, about: '' }));
}

function settingOf(name: string, command: Command): Setting | undefined {
  return settingsOf(command.name).find((setting) => setting.name === name);
}

/** A `--no-` is offered where "no" says something else than silence. */
function flagsOf(command: Command, before: readonly string[]): readonly Candidate[] {
  const own = Object.entries(command.flags).flatMap(([name, { describe }]) => {
    const setting = settingOf(name, command);
    const isGiven = before.includes(`--${name}`) || before.includes(`--no-${name}`);
    if (isGiven && setting?.type !== 'list') return [];
    const yes = { word: `--${name}`, about: describe };
    return setting?.off === undefined ? [yes] : [yes, { word: `--no-${name}`, about: describe }];
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
