import { positionAt } from '../hcl/position.ts';
import { scan } from '../hcl/scan.ts';
import type { Body, Comment } from '../hcl/syntax.ts';
import { knownKinds } from '../kinds/registry.ts';
import { findModules } from './modules.ts';
import type { Cause } from './reasons.ts';
import type { SourceFile } from './source-file.ts';

/** A module block that Terraform does not see, because it stands in a comment or in a string. */
export interface CommentedOutModule {
  readonly name: string;
  readonly source: string;
  /** 1-based. */
  readonly line: number;
  /** `commented-out` or `in-heredoc`. */
  readonly cause: Cause;
}

/**
 * Finds module blocks of a kind that are commented out as a whole or stand in a heredoc: they are never edited, and
 * named so that nobody looks for them.
 */
export function findCommentedOut(file: SourceFile): CommentedOutModule[] {
  if (!mayHoldCommentedOut(file)) return [];
  return [
    ...commentRuns(file).flatMap((run) => modulesIn(file, run, { code: 'commented-out', facts: {} })),
    ...heredocs(file, file.scan.body).flatMap((text) =>
      modulesIn(file, text, { code: 'in-heredoc', facts: {} }),
    ),
  ];
}

/** Whether any module's name stands in a comment, or there is a heredoc: in most files neither is. */
function mayHoldCommentedOut({ text, scan: { comments } }: SourceFile): boolean {
  if (text.includes('<<')) return true;
  return knownKinds().moduleNames.some(({ start }) => standsInComment(text, comments, start));
}

function standsInComment(text: string, comments: readonly Comment[], start: string): boolean {
  let next = 0;
  for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
    while (next < comments.length && comments[next]!.end <= at) next += 1;
    if (next < comments.length && comments[next]!.start <= at) return true;
  }
  return false;
}

interface Fragment {
  readonly text: string;
  /** Where in the file it begins. */
  readonly offset: number;
}

function modulesIn(file: SourceFile, { text, offset }: Fragment, cause: Cause): CommentedOutModule[] {
  const isNamed = knownKinds().moduleNames.some(({ start, ends }) =>
    ends.some((end) => text.includes(start + end)),
  );
  if (!isNamed) return [];
  const { modules, unrotatable } = findModules(text, scan(text));
  const firstLine = positionAt(file.text, offset).line;
  return [...modules, ...unrotatable].map(({ block, name, source }) => {
    return { name, source, line: firstLine + positionAt(text, block.start).line - 1, cause };
  });
}

/** Line comments that follow each other on lines of their own, and block comments, without their marks. */
function commentRuns({ text, scan: { comments } }: SourceFile): Fragment[] {
  const runs: Fragment[] = [];
  let run: Comment[] = [];
  const finish = (): void => {
    const [first] = run;
    if (first !== undefined) {
      const lines = run.map(({ start, end }) => text.slice(start, end).replace(/^(?:#+|\/\/+)/, ''));
      runs.push({ text: lines.join('\n'), offset: first.start });
    }
    run = [];
  };
  for (const comment of comments) {
    if (comment.style === 'block') {
      runs.push({ text: text.slice(comment.start + 2, comment.end - 2), offset: comment.start });
      continue;
    }
    const before = run[run.length - 1];
    const follows = before !== undefined && /^\r?\n[ \t]*$/.test(text.slice(before.end, comment.start));
    if (!follows) finish();
    run.push(comment);
  }
  finish();
  return runs;
}

function heredocs(file: SourceFile, body: Body): Fragment[] {
  return body.flatMap((item): Fragment[] => {
    if (item.type === 'block') return heredocs(file, item.body);
    const { start, end } = item.expression;
    if (!file.text.startsWith('<<', start)) return [];
    const firstLine = file.text.indexOf('\n', start) + 1;
    return [{ text: file.text.slice(firstLine, end), offset: firstLine }];
  });
}
