/** What stands where a secret stood. */
const MASK = '***';

/** The Basic credentials under which git sends a token to GitHub (any user name will do; GitHub documents this one). */
function basicCredentials(token: string): string {
  return Buffer.from(`x-access-token:${token}`, 'utf8').toString('base64');
}

/** Every form in which a token may come back in somebody's message. */
export function secretForms(token: string): readonly string[] {
  return [token, basicCredentials(token), encodeURIComponent(token), Buffer.from(token).toString('base64')];
}

/** Masks every secret in a text, and the user name and password of every URL in it. */
export function redact(text: string, secrets: readonly string[]): string {
  let result = text;
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  for (const secret of longestFirst) if (secret !== '') result = result.replaceAll(secret, MASK);
  return result.replaceAll(/:\/\/[^\s/@'"]+@/g, '://');
}
