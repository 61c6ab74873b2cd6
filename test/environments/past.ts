/** Real git repositories with a past: each commit on a day of its own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { git, IDENTITY, LIVE, tempTree } from './temp.ts';

export interface Past {
  readonly root: string;
  /** Writes files (null deletes one) and commits them at noon of a day, UTC, or at a time; gives the commit. */
  commit(when: string, files: Readonly<Record<string, string | null>>, message?: string): string;
  /** Merges a branch into the current one, never by moving it. */
  merge(when: string, branch: string): string;
  git(...args: readonly string[]): string;
}

/** An empty repository, on its branch `main`. */
export function past(): Past {
  const root = tempTree();
  git(root, 'init', '--quiet', '--initial-branch=main');
  git(root, 'config', 'gc.auto', '0'); // housekeeping would go on while the folder is removed

  function at(when: string, ...args: readonly string[]): void {
    const time = when.includes('T') ? when : `${when}T12:00:00Z`;
    // a pull request's commits are written long before they come to the branch: only the committer's time counts
    const env = { ...process.env, GIT_COMMITTER_DATE: time, GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z' };
    execFileSync('git', [...IDENTITY, ...args], { cwd: root, env, stdio: 'pipe' });
  }

  const head = (): string => git(root, 'rev-parse', 'HEAD');
  return {
    root,
    commit(when, files, message = 'A change') {
      for (const [path, text] of Object.entries(files)) {
        if (text === null) rmSync(join(root, path));
        else {
          mkdirSync(dirname(join(root, path)), { recursive: true });
          writeFileSync(join(root, path), text);
        }
      }
      git(root, 'add', '--all', '--force');
      at(when, 'commit', '--quiet', '--allow-empty', `--message=${message}`);
      return head();
    },
    merge(when, branch) {
      at(when, 'merge', '--quiet', '--no-ff', `--message=Merge ${branch}`, branch);
      return head();
    },
    git: (...args) => git(root, ...args),
  };
}

/** A path in a namespace's `resources/`. */
export function resource(file: string, namespace = 'orchard-dev', cluster = LIVE): string {
  return `namespaces/${cluster}/${namespace}/resources/${file}`;
}
