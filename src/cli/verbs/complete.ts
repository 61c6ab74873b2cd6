import { estateNames } from '../../commands/read/names.ts';
import { type Candidate, complete } from '../completion.ts';

/** Tells the shell's script that any path may stand there. */
const FILES = ':files';

/**
 * Answers a shell's script, a line a candidate: the word, and behind a tab what it is for. Silent about what goes wrong:
 * whatever is printed while somebody types stands in their way.
 *
 * @param args the shell's name, then the words of the command line up to the cursor
 * @returns what stdout gets
 */
export function runComplete([shell, ...words]: readonly string[], cwd: string): string {
  try {
    const joined = shell === 'bash' ? joinAtEquals(words) : words;
    const found = complete(joined, (what, root) => estateNames(what, cwd, root));
    if (found === 'files') return `${FILES}\n`;
    return found.map((each) => lineOf(each, shell === 'bash')).join('');
  } catch {
    return ''; // no completion is the best answer then
  }
}

function lineOf({ word, about }: Candidate, isBash: boolean): string {
  // bash puts in what stands behind the `=` only: it is a word of its own there
  const shown = isBash && word.startsWith('--') ? word.slice(word.indexOf('=') + 1) : word;
  return `${shown}\t${about}\n`;
}

/** bash breaks `--format=json` into three words. */
function joinAtEquals(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1) ?? '';
    const continues = word === '=' ? last.startsWith('--') && !last.includes('=') : last.endsWith('=');
    if (continues) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}
