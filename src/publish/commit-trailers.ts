/** The two lines at the end of a commit message by which a commit of ours is known again. */
export interface Trailers {
  /** The commit that it was built on. */
  readonly base: string;
  /** `contentDigest` of the files that it changes. */
  readonly digest: string;
}

/** The whole commit message. Control characters of the given text are dropped. */
export function messageWithTrailers(message: string, { base, digest }: Trailers): string {
  const clean = message.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').trimEnd();
  return `${clean}\n\nRotate-PR-Base: ${base}\nRotate-PR-Digest: ${digest}\n`;
}

/**
 * What GitHub adds behind our lines when it makes the commit: the sign-off that a repository may ask for, and who else
 * wrote it.
 */
const ADDED = /^(?:Signed-off-by|Co-authored-by): [^<>\n]* <[^<>\n]*>$/i;

/** The trailers, only when they are the message's last two lines, as we write them, but for what GitHub adds; else null. */
export function parseTrailers(message: string): Trailers | null {
  const lines = message.split('\n');
  while (lines.length > 0 && (lines.at(-1) === '' || ADDED.test(lines.at(-1) ?? ''))) lines.pop();
  const match =
    /\n\nRotate-PR-Base: (?<base>[0-9a-f]{40}|[0-9a-f]{64})\nRotate-PR-Digest: (?<digest>[0-9a-f]{64})$/.exec(
      lines.join('\n'),
    );
  const { base, digest } = match?.groups ?? {};
  return base && digest ? { base, digest } : null;
}
