import type { KindName } from '../kinds/registry.ts';
import type { AuditResult, AuditSummary, Outcome, PullRequestResult, State } from '../results/results.ts';
import {
  codeWords,
  count,
  digits,
  listWords,
  OUTCOMES,
  STATE_WORDS,
  STATES_WORST_FIRST,
  shellWords,
} from './format.ts';
import { countOfKind } from './kind-words.ts';

/** Every sentence of the reports, by command: text and Markdown say the same. */

/** Something to do next, and the command that does it. */
export interface Step {
  readonly say: string;
  readonly command: string | null;
}

function command(verb: string, selection: readonly string[], ...more: readonly string[]): string {
  return shellWords(['rotate-pr', verb, ...selection, ...more.filter((arg) => !selection.includes(arg))]);
}

export const audit = {
  title: (date: string): string => `Credentials on ${date}`,
  source: ({ base, newSince }: Pick<AuditResult, 'base' | 'newSince'>): string => {
    const read = base === null ? 'Read from the working tree.' : `Read from commit ${base.slice(0, 12)}.`;
    return newSince === undefined
      ? read
      : `${read} Only what commit ${newSince.slice(0, 12)} does not have is listed.`;
  },
  nothing: ({ newSince }: Pick<AuditResult, 'newSince'>): string =>
    newSince === undefined ? 'No credentials found.' : 'No new credentials found.',
  /** `12 credentials in 3 namespaces: 1 blocked, 2 due, 9 ok.` */
  summary: (summary: AuditSummary): string => {
    const states = STATES_WORST_FIRST.filter((state) => summary.byState[state] > 0).map(
      (state) => `${digits(summary.byState[state])} ${STATE_WORDS[state]}`,
    );
    const where = count(summary.namespaces, 'namespace');
    return `${count(summary.credentials, 'credential')} in ${where}: ${states.join(', ')}.`;
  },
  /** `By kind: rds 8, elasticache 4.` */
  byKind: (summary: AuditSummary, kinds: readonly KindName[]): string => {
    const numbers = kinds.map((kind) => {
      const states = Object.values(summary.byKind[kind] ?? {});
      return `${kind} ${digits(states.reduce((sum, each) => sum + each, 0))}`;
    });
    return `By kind: ${numbers.join(', ')}.`;
  },
  leftOut: (states: readonly string[]): string =>
    `Not listed one by one: ${listWords(states)}; --verbose lists them.`,
  worstOnly: (shown: number, all: number): string =>
    `Listed are the ${digits(shown)} namespaces that need it most, of ${digits(all)}: --verbose or a pipe lists them all.`,
  /** @param maxAgeDays null where it is not the same for all */
  stateMeans: (state: State, maxAgeDays: number | null): string => {
    const means: Readonly<Record<State, string>> = {
      blocked: 'to be mended first',
      never: 'due, and never rotated',
      due: maxAgeDays === null ? 'older than its maximum age' : `older than ${count(maxAgeDays, 'day')}`,
      held: 'the namespace is on hold',
      exempt: 'nothing to rotate',
      ok: maxAgeDays === null ? 'within its maximum age' : `rotated within ${count(maxAgeDays, 'day')}`,
    };
    return `${state}: ${means[state]}`;
  },
  behindMeans: (mark: string, latest: readonly string[]): string =>
    `${mark}: the latest is ${listWords(latest)}`,
  otherCredentials: (others: number): string => `Other credentials, which no date rotates: ${digits(others)}`,
  notRotatable: (modules: number): string => `Modules that no date rotates: ${digits(modules)}`,
  nothingDue: 'Nothing is due.',
  blocked: (blocked: number): string =>
    `${count(blocked, 'credential')} must be mended first: ${blocked === 1 ? 'its reason says' : 'their reasons say'} how.`,
  onlyWhenNamed: (due: number, kind: KindName): string =>
    `${countOfKind(due, kind)} to rotate ${due === 1 ? 'is' : 'are'} left alone unless named: --kind ${kind}.`,
  giveDate: (due: number): string =>
    `Give ${due === 1 ? 'it' : 'each'} a rotation date before the merge: rotate-pr apply --namespace NAME --module NAME writes today’s.`,
  look: (selection: readonly string[]): Step => ({
    say: 'To see the change first:',
    command: command('plan', selection, '--due'),
  }),
  next: (due: number, selection: readonly string[]): Step => ({
    say: `To rotate what is due (${digits(due)}):`,
    command: command('open', selection, '--due'),
  }),
};

export const apply = {
  title: (date: string): string => `Rotation on ${date}`,
  changed: (changes: number, namespaces: number, files: number): string =>
    `${count(changes, 'credential')} rotated in ${count(namespaces, 'namespace')}, ${count(files, 'file')} changed.`,
  nothing: 'Nothing was changed.',
  next: 'The files are changed, nothing is committed: git diff shows the change.',
  none: 'none',
  actions: { update: 'date replaced', insert: 'date added', uncomment: 'date uncommented' } as const,
};

export const plan = {
  title: (date: string): string => `Planned pull requests for ${date}`,
  nothing: 'No pull request would be opened.',
  total: (requests: number, changes: number): string =>
    `${count(requests, 'pull request')} planned, ${count(changes, 'credential')} to rotate; nothing was written.`,
  next: (selection: readonly string[]): Step => ({
    say: 'To open them:',
    command: command('open', selection),
  }),
  body: 'Body of the pull request',
};

export const preview = {
  total: (changes: number, namespaces: number, files: number): string =>
    `${count(changes, 'credential')} to rotate in ${count(namespaces, 'namespace')}, ${count(files, 'file')}.`,
  more: (changes: number): string =>
    `… and ${digits(changes)} more: rotate-pr plan shows each with its diff.`,
};

export const open = {
  title: (date: string): string => `Pull requests on ${date}`,
  nothing: 'No pull request to open: nothing is selected that could be rotated.',
  outcomes: {
    planned: 'planned',
    created: 'created',
    updated: 'updated',
    unchanged: 'unchanged',
    'left-alone': 'left alone',
    closed: 'closed',
    deferred: 'deferred',
    failed: 'failed',
  } satisfies Record<Outcome, string> as Readonly<Record<Outcome, string>>,
  /** `3 namespaces: 2 created, 1 failed.` */
  total: (outcomes: readonly Outcome[], noun = 'namespace'): string => {
    const parts = OUTCOMES.flatMap((outcome) => {
      const found = outcomes.filter((each) => each === outcome).length;
      return found === 0 ? [] : [`${digits(found)} ${open.outcomes[outcome]}`];
    });
    return `${count(outcomes.length, noun)}: ${parts.join(', ')}.`;
  },
  again: (selection: readonly string[], unfinished: readonly Outcome[]): Step => ({
    say: `To finish what is ${listWords(unfinished.map((each) => open.outcomes[each]))}, run it again:`,
    command: command('open', selection),
  }),
};

/** What is told in groups of one reason. */
export const deferred = {
  title: (size: number): string => `Deferred: ${digits(size)}`,
  leftAlone: (size: number): string => `Left alone: ${digits(size)}`,
  /** The reason that all of a group have, in general; else that of the first stands for them. */
  reasons: {
    'next-run': 'The next run opens it.',
    application: 'Another environment of its application comes first, or was begun today.',
    production:
      'It is production, and a pull request of another environment of its application is still open.',
  } as Readonly<Record<string, string>>,
  /** For what has no general reason: the code says it. */
  hindered: (code: string): string => `It cannot be rotated now: ${codeWords(code)}.`,
  group: (reason: string, size: number): string => `${digits(size)} × ${reason}`,
  more: (more: number): string => `… and ${digits(more)} more; --verbose lists them`,
  together:
    'Environments of one application go one after another, a day apart, production last: --together lifts that.',
};

export const close = {
  title: (date: string): string => `Pull requests taken back on ${date}`,
  nothing: 'Nothing to close: no open pull request or branch of rotate-pr is selected.',
  planned: 'would be closed',
  /** `3 pull requests: 2 closed, 1 left alone.` */
  total: (outcomes: readonly Outcome[]): string => {
    const parts = OUTCOMES.flatMap((outcome) => {
      const found = outcomes.filter((each) => each === outcome).length;
      return found === 0 ? [] : [`${digits(found)} ${close.outcome(outcome)}`];
    });
    return `${count(outcomes.length, 'pull request')}: ${parts.join(', ')}.`;
  },
  outcome: (outcome: Outcome): string => (outcome === 'planned' ? close.planned : open.outcomes[outcome]),
  really: (selection: readonly string[]): Step => ({
    say: 'Nothing was written. To close them:',
    command: command('close', selection),
  }),
  again: (selection: readonly string[]): Step => ({
    say: 'To finish what failed or is deferred, run it again:',
    command: command('close', selection),
  }),
  remembered:
    'A closed one counts as closed by a person: rotate-pr open --due leaves its credentials alone until they fall due next; rotate-pr open --namespace with its name opens it again.',
};

export const runbook = {
  title: (date: string): string => `After the rotation: runbook of ${date}`,
  nothing: 'Nothing is selected that could be rotated.',
  uses: 'Who uses it',
  steps: 'Steps, in this order',
  others: 'Other credentials of this namespace, which rotate-pr does not rotate',
  nobody: 'nothing in this folder’s Terraform',
  total: (namespaces: number, credentials: number): string =>
    `${count(credentials, 'credential')} in ${count(namespaces, 'namespace')}; nothing was written.`,
};

export const afterMergeComment = {
  title: 'After the merge',
  intro: 'This is merged. The credentials change when the pipeline applies it; what is left to do then:',
  who: 'To act:',
  tooLong: 'The steps are too long for a comment. They are printed by',
};

/** What every command may have to say. */
export const common = {
  skipped: (skipped: number): string => `Not rotated: ${count(skipped, 'credential')}`,
  skippedGroup: (code: string, size: number): string => `${codeWords(code)} (${digits(size)})`,
  skippedMore: (more: number): string => `… and ${digits(more)} more; --verbose lists them`,
  problems: (problems: number): string => count(problems, 'problem'),
};

/** What `plan` sums up: the pull requests that would be opened, and where there are others, all outcomes. */
export function planTotals(requests: readonly PullRequestResult[]): readonly string[] {
  const planned = requests.filter(({ outcome }) => outcome === 'planned');
  const changes = planned.reduce((sum, each) => sum + each.changes.length, 0);
  const others = requests.length > planned.length ? [open.total(requests.map(({ outcome }) => outcome))] : [];
  return [...others, planned.length === 0 ? plan.nothing : plan.total(planned.length, changes)];
}
