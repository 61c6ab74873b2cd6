/** What GitHub shows beside a line of a file, and on top of a run: so few that their order matters. */
import type { AuditResult, Credential, OpenResult, Problem } from '../results/results.ts';
import { codeWords, count, namespaceName, requestName, STATE_WORDS } from './format.ts';
import { kindNoun } from './kind-words.ts';
import { worstFirst } from './worst-first.ts';

/** Plain text: GitHub renders no Markdown in it. `file` is relative to the root of the environments repository. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  /** Null for what is in no file. */
  readonly place: { readonly file: string; readonly line: number; readonly column?: number } | null;
}

/** GitHub shows so many errors and as many warnings a step, and drops the rest. */
const SHOWN = 10;

/** `open`: first what failed, then files that are broken, then what is blocked. */
export function openAnnotations(
  { pullRequests, problems }: OpenResult,
  credentials: readonly Credential[],
): readonly Annotation[] {
  const failed = pullRequests.filter(({ outcome }) => outcome === 'failed');
  return [
    ...failed.map((each): Annotation => {
      return { level: 'error', title: requestName(each), message: each.reason ?? each.title, place: null };
    }),
    ...problems.map(ofProblem),
    ...ofCredentials(credentials, ['blocked'], 'warning', problems),
  ];
}

/** `audit`: what `failOn` names is an error on the line of its module, the rest a warning. */
export function auditAnnotations(
  { credentials, problems }: AuditResult,
  failOn: 'due' | 'blocked' | 'problems' | undefined,
): readonly Annotation[] {
  return [
    ...problems.map(ofProblem),
    ...(failOn === 'due' ? ofCredentials(credentials, ['never', 'due'], 'error', []) : []),
    ...ofCredentials(credentials, ['blocked'], failOn === 'blocked' ? 'error' : 'warning', problems),
  ];
}

function ofProblem({ file, line, column, code, message }: Problem): Annotation {
  return { level: 'error', title: codeWords(code), message, place: { file, line, column } };
}

/** One that is blocked because its file is broken is told with the file. */
function ofCredentials(
  credentials: readonly Credential[],
  states: readonly Credential['state'][],
  level: Annotation['level'],
  told: readonly Problem[],
): readonly Annotation[] {
  const broken = new Set(told.map(({ file }) => file));
  return worstFirst(credentials)
    .filter(({ state, file }) => states.includes(state) && !broken.has(file))
    .map((each) => ({
      level,
      title: `${namespaceName(each)}: ${kindNoun(each.kind).one} ${STATE_WORDS[each.state]}`,
      message: `${each.module}: ${each.reasons.map(({ message }) => message).join('; ') || STATE_WORDS[each.state]}`,
      place: { file: each.file, line: each.line },
    }));
}

/**
 * Those that GitHub would show, and a sentence about the others; null where there are none.
 *
 * @param failure the step also fails with an error of its own, which must be among the shown ones
 */
export function shownAnnotations(
  all: readonly Annotation[],
  failure: boolean,
): {
  readonly shown: readonly Annotation[];
  readonly rest: string | null;
} {
  const errors = all.filter(({ level }) => level === 'error');
  const warnings = all.filter(({ level }) => level === 'warning');
  const mostErrors = failure ? SHOWN - 1 : SHOWN;
  const left = [
    { number: errors.length - mostErrors, noun: 'error' },
    { number: warnings.length - SHOWN, noun: 'warning' },
  ].flatMap(({ number, noun }) => (number > 0 ? [count(number, `more ${noun}`)] : []));
  return {
    shown: [...errors.slice(0, mostErrors), ...warnings.slice(0, SHOWN)],
    rest: left.length === 0 ? null : `${left.join(' and ')}: see the summary of the job.`,
  };
}
