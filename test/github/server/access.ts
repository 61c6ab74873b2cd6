/** Who may do what on the demo's servers: a token stands for a login that may write, or only read. */
export interface Access {
  readonly login: string;
  /** True: to every repository; a list: to these (`owner/name`) alone. */
  readonly write: boolean | readonly string[];
}

/** Token → what it may do. */
export type Tokens = Readonly<Record<string, Access>>;

/** `anonymous`: no credentials were sent; `unknown`: some were, and they are no token of ours. */
export type Caller = Access | 'anonymous' | 'unknown';

/** Says whether somebody may write to a repository, `owner/name`. */
export function mayWrite({ write }: Access, repository: string): boolean {
  return typeof write === 'boolean' ? write : write.includes(repository);
}

/**
 * Reads an `Authorization` header: `Basic` (the token is the password, as `x-access-token:<token>`, or the user name),
 * `Bearer` and `token`, the three spellings GitHub takes.
 */
export function callerOf(header: string | undefined, tokens: Tokens): Caller {
  if (header === undefined) return 'anonymous';
  const [, scheme = '', value = ''] = /^(\S+)\s+(\S.*)$/.exec(header.trim()) ?? [];
  const candidates =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64').toString('utf8').split(':').reverse()
      : [value];
  for (const token of candidates) {
    if (Object.hasOwn(tokens, token)) return tokens[token] ?? 'unknown';
  }
  return 'unknown';
}
