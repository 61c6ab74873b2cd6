import { redact } from '../github/redact.ts';
import type { Failure } from '../util/result.ts';
import { trimEndOf } from '../util/text.ts';
import type { Remote } from './remote.ts';

/** git has no codes for these: its words, and those of GitHub's git server, are all there is. */
const SIGNS: readonly { readonly code: string; readonly sign: RegExp; readonly advice: string }[] = [
  {
    code: 'forbidden',
    sign: /returned error: 403|Permission to \S+ denied|access denied|not have (the )?(correct|permission)|Write access to repository not granted/i,
    advice: 'The token or key may not write there: it needs "Contents: write" on the repository.',
  },
  {
    code: 'authentication',
    sign: /Authentication failed|could not read (Username|Password)|Permission denied \(|Invalid username or (password|token)|returned error: 401|Host key verification failed/i,
    advice: 'Check the token (GITHUB_TOKEN, GH_TOKEN or gh auth login) or the SSH key.',
  },
  {
    code: 'not-found',
    sign: /Repository not found|repository '[^']*' not found|returned error: 404|does not appear to be a git repository|does not exist|not a git repository/i,
    advice: 'Check the URL; GitHub also says this when the token may not see the repository.',
  },
  {
    code: 'unreachable',
    sign: /Could not resolve (host|proxy)|Failed to connect|Couldn't connect|Connection (refused|reset|timed out|closed)|Operation timed out|Network is unreachable|early EOF|hung up unexpectedly|RPC failed|SSL|block timeout reached/i,
    advice: 'Nothing more can be done without it.',
  },
];

/**
 * Names what git said about a remote.
 *
 * @param remote the URL as it may be shown
 * @param stderr git's words, already redacted
 * @returns codes `forbidden`, `authentication`, `not-found`, `unreachable`, else `git`
 */
export function gitFailure(remote: string, stderr: string): Failure {
  const words = gitWords(stderr);
  const known = SIGNS.find(({ sign }) => sign.test(words));
  const advice = known && known.code !== 'unreachable' ? ` ${known.advice}` : '';
  return { code: known?.code ?? 'git', message: `git could not talk to ${remote}: ${words}.${advice}` };
}

/** What git said about the remote, with the remote's name in front and nothing secret in it. */
export function remoteFailure(remote: Remote, stderr: string): Failure {
  return gitFailure(remote.shown, redact(stderr, remote.secrets));
}

/** git's own lines as one, without hints, progress and the prefix of the other side. */
export function gitWords(stderr: string): string {
  const lines = stderr
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^(remote:|fatal:|error:)\s*/gi, '').trim())
    .filter(
      (line) => line !== '' && !/^(hint:|To |Everything up-to-date|Total |Warning: Permanently)/.test(line),
    );
  const unique = [...new Set(lines)].slice(0, 6).join('; ');
  return trimEndOf(unique, '.; \t') || 'it gave no reason';
}
