import type { Problem } from '../results/results.ts';
import type { RunbookCredential, RunbookNamespace, RunbookResult, RunbookStep } from '../results/runbook.ts';
import { checkboxes } from './checkboxes.ts';
import { csv, type Value } from './csv.ts';
import { code, escapeMarkdown } from './escape-markdown.ts';
import { namespaceName, shortFile } from './format.ts';
import { toJson } from './json.ts';
import { kindNoun } from './kind-words.ts';
import { problemList, skippedList } from './markdown.ts';
import { phraseMarkdown, phraseString } from './phrase.ts';
import { runbook } from './sentences.ts';
import { whoUses } from './uses.ts';

/** `runbook` as GitHub Markdown, with checkboxes to tick. */
export function runbookMarkdown(result: RunbookResult): string {
  const { namespaces } = result;
  const credentials = namespaces.reduce((sum, each) => sum + each.credentials.length, 0);
  const parts = [
    `## ${escapeMarkdown(runbook.title(result.date))}`,
    namespaces.length === 0 ? runbook.nothing : escapeMarkdown(runbook.total(namespaces.length, credentials)),
    ...namespaces.flatMap(namespaceParts),
    skippedList(result.skipped),
    problemList(result.problems),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** One namespace: who uses its credentials, and the steps. */
export function namespaceParts(each: RunbookNamespace): readonly string[] {
  const { credentials, steps, otherSteps } = each;
  return [
    `### ${code(namespaceName(each))}`,
    ...(credentials.length === 0
      ? []
      : [`**${runbook.uses}**`, credentials.map((one) => usesItem(each, one)).join('\n')]),
    ...(steps.length === 0 ? [] : [`**${runbook.steps}**`, checkboxes(steps)]),
    ...(otherSteps.length === 0 ? [] : [`**${runbook.others}**`, checkboxes(otherSteps)]),
  ];
}

function usesItem(each: RunbookNamespace, credential: RunbookCredential): string {
  const place = `${shortFile({ ...each, file: credential.file })}:${credential.line}`;
  const lines = whoUses(credential).map(phraseMarkdown);
  return [
    `- ${code(credential.module)} (${kindNoun(credential.kind).one}, ${code(place)}):`,
    ...(lines.length === 0 ? [runbook.nobody] : lines).map((line) => `  - ${line}`),
  ].join('\n');
}

/** One JSON document; sentences are strings. */
export function runbookJson(result: RunbookResult): string {
  const namespaces = result.namespaces.map((each) => ({
    ...each,
    credentials: each.credentials.map((credential) => ({
      ...credential,
      steps: credential.steps.map(plainStep),
    })),
    steps: each.steps.map(plainStep),
    otherSteps: each.otherSteps.map(plainStep),
  }));
  const plain: { readonly problems: readonly Problem[] } = { ...result, namespaces } as never;
  return toJson(plain);
}

function plainStep({ title, commands, expect, credential }: RunbookStep) {
  return { title: phraseString(title), commands, expect: expect.map(phraseString), credential };
}

const HEADER = ['cluster', 'namespace', 'number', 'credential', 'title', 'commands', 'expect'];

/** One row a step, in the order to do them; what is to be done for other credentials follows without a number. */
export function runbookCsv(result: RunbookResult): string {
  const rows = result.namespaces.flatMap((each) => [
    ...each.steps.map((step, index) => row(each, index + 1, step)),
    ...each.otherSteps.map((step) => row(each, null, step)),
  ]);
  return csv(HEADER, rows);
}

function row(
  { cluster, namespace }: RunbookNamespace,
  number: number | null,
  step: RunbookStep,
): readonly Value[] {
  const { title, commands, expect, credential } = plainStep(step);
  return [cluster, namespace, number, credential, title, commands.join('\n'), expect.join('\n')];
}
