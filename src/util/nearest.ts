import { distance } from 'fastest-levenshtein';

/**
 * The known words that somebody may have meant, the nearest first: spelt otherwise (`max-age` for `maxAge`), cut short or
 * written out (`monday` for `mon`), or with a slip or two.
 *
 * @param most how many at most
 */
export function nearest(word: string, known: Iterable<string>, most = 1): readonly string[] {
  const plain = plainForm(word);
  const limit = Math.max(2, Math.floor(plain.length / 3));
  return [...new Set(known)]
    .map((name) => ({ name, far: farness(plain, plainForm(name)) }))
    .filter(({ name, far }) => far <= limit && far < Math.max(plain.length, name.length))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** `: did you mean audit?`, to stand behind what is not known; empty where nothing comes near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const [meant] = nearest(word, known);
  return meant === undefined ? '' : `: did you mean ${meant}?`;
}

/** A word of three letters or more that holds the other is as near as one slip. */
function farness(word: string, known: string): number {
  const [short, long] = word.length < known.length ? [word, known] : [known, word];
  return short.length >= 3 && long.includes(short)
    ? Math.min(1, long.length - short.length)
    : distance(word, known);
}

function plainForm(text: string): string {
  return text.toLowerCase().replace(/[-_ ]/g, '');
}
