/** What sort of token it is, as its prefix tells: github.blog, "Behind GitHub's new authentication token formats". */
export type TokenKind = 'classic' | 'fine-grained' | 'oauth' | 'app-user' | 'installation' | 'unknown';

const PREFIXES: Readonly<Record<string, TokenKind>> = {
  ghp_: 'classic',
  github_pat_: 'fine-grained',
  gho_: 'oauth',
  ghu_: 'app-user',
  ghs_: 'installation',
};

/** Tells the sort of a token; `unknown` for one of another GitHub or an old one. */
export function tokenKind(token: string): TokenKind {
  const prefix = Object.keys(PREFIXES).find((each) => token.startsWith(each));
  return prefix === undefined ? 'unknown' : (PREFIXES[prefix] ?? 'unknown');
}

/** Kinds whose rights on pull requests show only when one is made. */
export function hasHiddenRights(kind: TokenKind): boolean {
  return kind === 'fine-grained' || kind === 'installation' || kind === 'app-user';
}
