import type { RunbookStep } from '../results/runbook.ts';
import { fence } from './escape-markdown.ts';
import { phraseMarkdown } from './phrase.ts';

/** Steps as a Markdown list of checkboxes, commands and remarks below each. */
export function checkboxes(steps: readonly RunbookStep[]): string {
  return steps.map(checkbox).join('\n');
}

function checkbox({ title, commands, expect }: RunbookStep): string {
  const out = [`- [ ] ${phraseMarkdown(title)}`];
  if (commands.length > 0) out.push(indent(fence(commands.join('\n'), 'sh')));
  const remarks = expect.map(phraseMarkdown);
  if (remarks.length > 0)
    out.push(indent(remarks.length === 1 ? remarks.join() : `- ${remarks.join('\n- ')}`));
  return out.join('\n\n');
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}
