/** The comment on a merged pull request: what is left to do, and who is to do it. */
import type { MergedNamespace } from '../results/after-merge.ts';
import { type Block, paragraph } from './document.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { namespaceName, shellWords } from './format.ts';
import { blocksMarkdown } from './markdown.ts';
import { say, sayList } from './phrase.ts';
import { namespaceSection } from './runbook.ts';

/** GitHub refuses a comment of more than 65,536 characters; publish/ adds a mark to each. */
const PAGE_LENGTH = 60_000;

/**
 * The pages of the comment, nearly always one: whole namespaces, as many as fit.
 *
 * @param incident why it was done at once, null when it was no incident
 */
export function afterMergePages(
  namespaces: readonly MergedNamespace[],
  incident: string | null,
): readonly string[] {
  const head = [
    `## After the merge`,
    ...(incident === null ? [] : [`> [!CAUTION]\n> **Incident:** ${escapeMarkdown(incident)}`]),
    'This is merged. The credentials change when the pipeline applies it; what is left to do then:',
  ];
  const pages: string[] = [head.join('\n\n')];
  for (const namespace of namespaces) {
    const part = namespacePart(namespace);
    const last = pages.at(-1) ?? '';
    if (last.length + part.length + 2 <= PAGE_LENGTH) pages[pages.length - 1] = `${last}\n\n${part}`;
    else pages.push(part);
  }
  return pages;
}

function namespacePart(namespace: MergedNamespace): string {
  const whole = blocksMarkdown([namespaceSection(namespace, whoActs(namespace))]);
  if (whole.length <= PAGE_LENGTH) return whole;
  const command = shellWords(['rotate-pr', 'runbook', '--namespace', namespace.namespace]);
  const instead: Block = {
    type: 'section',
    title: [{ name: namespaceName(namespace) }],
    blocks: [
      whoActs(namespace),
      paragraph(['The steps are too long for a comment. They are printed by ', { name: command }]),
    ],
  };
  return blocksMarkdown([instead]);
}

/** The team is named, not mentioned: its name is data. */
function whoActs({ teams, slackChannel }: MergedNamespace): Block {
  const who =
    teams.length === 0
      ? say`nobody is bound to a role in this namespace`
      : teams.length === 1
        ? say`the team ${sayList(teams)}`
        : say`one of the teams ${sayList(teams)}`;
  const channel = slackChannel === null ? [] : say`, Slack channel ${`#${slackChannel.replace(/^#+/, '')}`}`;
  return paragraph([{ text: 'To act:', tone: 'strong' }, ' ', ...who, ...channel, '.']);
}
