import { describe, expect, it } from 'vitest';
import { type LoggedCommit, logParser } from '../../src/git/log.ts';

const ONE = 'a'.repeat(40);
const TWO = 'b'.repeat(40);
const BLOB = 'c'.repeat(40);
const OUTPUT = [
  `${TWO} 1767355200 ${ONE} ${BLOB}\nMerge « é »`,
  `\n:100644 100644 ${ONE} ${BLOB} M`,
  'é.tf',
  `:100644 000000 ${ONE} ${'0'.repeat(40)} D`,
  ':b\n.tf',
  `${ONE} 1767268800 \n`,
  '',
].join('\0');

const COMMITS: readonly LoggedCommit[] = [
  {
    oid: TWO,
    parent: ONE,
    seconds: 1767355200,
    subject: 'Merge « é »',
    changes: [
      { path: 'é.tf', mode: '100644', oid: BLOB },
      { path: ':b\n.tf', mode: '000000', oid: '0'.repeat(40) },
    ],
  },
  { oid: ONE, parent: null, seconds: 1767268800, subject: '', changes: [] },
];

describe('what git log prints', () => {
  it.each([1, 2, 3, 7, 64, 10_000])('is read the same in pieces of %i bytes', (size) => {
    const found: LoggedCommit[] = [];
    const { take, end } = logParser((commit) => found.push(commit));
    const bytes = Buffer.from(OUTPUT, 'utf8');

    for (let at = 0; at < bytes.length; at += size) take(bytes.subarray(at, at + size));
    end();

    expect(found).toEqual(COMMITS);
  });
});
