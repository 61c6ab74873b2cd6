import { FetchError } from '../git/partial.ts';
import { GitError, ownershipAdvice } from '../git/process.ts';
import { redact, secretForms } from '../github/redact.ts';

/** What stopped a run, for the person at the terminal: nothing that was expected, and no token in it. */
export function explainCrash(error: unknown, env: Readonly<Record<string, string | undefined>>): string {
  const secrets = [env['GITHUB_TOKEN'], env['GH_TOKEN']].flatMap((token) =>
    token ? secretForms(token) : [],
  );
  return redact(`rotate-pr: ${describe(error)}\n`, secrets);
}

function describe(error: unknown): string {
  if (error instanceof GitError) return ownershipAdvice(error.stderr) ?? error.message;
  if (error instanceof FetchError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (/spawn git ENOENT/.test(error.message)) {
    return 'git was not found: install it, and see that it is on the PATH.';
  }
  // of the file system: a folder that may not be read, a full disk
  if ('syscall' in error) return error.message;
  return `this is a mistake in rotate-pr, please report it: ${error.stack ?? error.message}`;
}
