import type { Problem } from '../results/results.ts';
import type { RunbookCredential, RunbookNamespace, RunbookResult, RunbookStep } from '../results/runbook.ts';
import { csv, type Value } from './csv.ts';
import { type Block, type Document, type Inline, paragraph, problems } from './document.ts';
import { count, namespaceName, shortFile } from './format.ts';
import { toJson } from './json.ts';
import { kindNoun } from './kind-words.ts';
import { skippedBlocks } from './parts.ts';
import { phraseString } from './phrase.ts';
import { whoUses } from './uses.ts';

/** By namespace who uses what and what to do, with checkboxes to tick, then what is left out, problems, totals. */
export function runbookDocument(result: RunbookResult): Document {
  const { namespaces, skipped } = result;
  const credentials = namespaces.reduce((sum, each) => sum + each.credentials.length, 0);
  return {
    title: `After the rotation: runbook of ${result.date}`,
    totals: [
      namespaces.length === 0
        ? 'Nothing is selected that could be rotated.'
        : `${count(credentials, 'credential')} in ${count(namespaces.length, 'namespace')}; nothing was written.`,
    ],
    blocks: [
      ...namespaces.map((each) => namespaceSection(each)),
      ...skippedBlocks(skipped),
      ...problems(result.problems),
    ],
    steps: [],
  };
}

/**
 * One namespace: who uses its credentials, and the steps.
 *
 * @param lead what is said before
 */
export function namespaceSection(each: RunbookNamespace, ...lead: readonly Block[]): Block {
  const { credentials, steps, otherSteps } = each;
  return {
    type: 'section',
    title: [{ name: namespaceName(each) }],
    blocks: [
      ...lead,
      ...headed('Who uses it', credentials, {
        type: 'tree',
        items: credentials.map((one) => usesItem(each, one)),
      }),
      ...headed('Steps, in this order', steps, { type: 'checklist', steps, numbered: true }),
      ...headed('Other credentials of this namespace, which rotate-pr does not rotate', otherSteps, {
        type: 'checklist',
        steps: otherSteps,
        numbered: false,
      }),
    ],
  };
}

function headed(heading: string, items: readonly unknown[], content: Block): readonly Block[] {
  return items.length === 0 ? [] : [paragraph(heading, 'strong'), content];
}

function usesItem(
  each: RunbookNamespace,
  credential: RunbookCredential,
): { readonly text: Inline; readonly below: readonly Inline[] } {
  const place = `${shortFile({ ...each, file: credential.file })}:${credential.line}`;
  const uses = whoUses(credential);
  return {
    text: [{ name: credential.module }, ` (${kindNoun(credential.kind).one}, `, { name: place }, ')'],
    below: uses.length === 0 ? ['nothing in this folder’s Terraform'] : uses,
  };
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
