import type { Phrase } from '../results/runbook.ts';

/**
 * A sentence of ours around names of others: say`The Secret ${name} is new.` Names are shown as code, another phrase
 * becomes a part of this one.
 */
export function say(prose: TemplateStringsArray, ...parts: readonly (string | Phrase)[]): Phrase {
  return prose.flatMap((text, index): Phrase => {
    const part = parts[index];
    const next: Phrase = part === undefined ? [] : typeof part === 'string' ? [{ name: part }] : part;
    return text === '' ? next : [text, ...next];
  });
}

/** Names and phrases as a list: `a`, `a and b`, `a, b and c`. */
export function sayList(items: readonly (string | Phrase)[]): Phrase {
  return items.flatMap((item, index): Phrase => {
    const before = index === 0 ? [] : [index === items.length - 1 ? ' and ' : ', '];
    return [...before, ...(typeof item === 'string' ? [{ name: item }] : item)];
  });
}

/** As one string, every character as it is: for JSON. */
export function phraseString(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : part.name)).join('');
}
