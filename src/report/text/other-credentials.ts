import type { OtherCredential } from '../../results/results.ts';
import { groupBy } from '../../util/group-by.ts';
import { codeWords, digits, namespaceName } from '../format.ts';
import type { TextOptions } from '../options.ts';
import { sayOther } from '../other-credentials.ts';
import { phraseText } from '../phrase.ts';
import { visible } from '../sanitize.ts';
import { audit, common } from '../sentences.ts';
import { type Colors, indented } from './common.ts';

/** How many of a sort are named before the rest is a number. */
const NAMED = 10;

/** Certificates, access keys and token Secrets by sort, as `audit --other-credentials` lists them. */
export function otherLines(
  c: Colors,
  others: readonly OtherCredential[],
  { width, verbose }: TextOptions,
): readonly string[] {
  if (others.length === 0) return [];
  const groups = groupBy(others, ({ code }) => code);
  return [
    c.bold(audit.otherCredentials(others.length)),
    ...[...groups].flatMap(([code, group]) => {
      const named = verbose ? group : group.slice(0, NAMED);
      const left = group.length - named.length;
      return [
        `  ${codeWords(code)} (${digits(group.length)})`,
        ...indented(group[0].message, 4, width).map(c.dim),
        ...named.map((each) => `    ${visible(namespaceName(each))}: ${phraseText(sayOther(each))}`),
        ...(left > 0 ? [c.dim(`    ${common.skippedMore(left)}`)] : []),
      ];
    }),
  ];
}
