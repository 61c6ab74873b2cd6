/** `config` as Markdown and CSV. */
import type { ConfigResult } from '../results/config.ts';
import { config } from './config-sentences.ts';
import { csv } from './csv.ts';
import { code, escapeMarkdown, markdownTable } from './escape-markdown.ts';

export function configMarkdown(result: ConfigResult): string {
  const settings = result.settings.map(({ key, value, origin }) => [
    code(key),
    escapeMarkdown(config.value(value)),
    escapeMarkdown(config.origin(origin)),
  ]);
  const rules = result.rules.map((rule) => [
    code(`${rule.file}:${rule.line}`),
    rule.list,
    config.effect(rule),
    escapeMarkdown(config.match(rule)),
    config.matches(rule),
  ]);
  const problems = result.problems.map(
    ({ file, line, message }) => `- ${code(`${file}:${line}`)} ${escapeMarkdown(message)}`,
  );
  const parts = [
    `## ${config.title(result.date)}`,
    escapeMarkdown(config.source(result.file, result.base)),
    markdownTable(['key', 'value', 'from'], settings),
    ...(rules.length === 0 ? [] : [markdownTable(['place', 'list', 'effect', 'match', 'matches'], rules)]),
    escapeMarkdown(config.opening(result.opening)),
    ...(problems.length === 0 ? [] : [problems.join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** One row a setting, then one a rule: its value is what it says, its key the list that it stands in. */
export function configCsv(result: ConfigResult): string {
  const header = ['key', 'value', 'from', 'flag', 'file', 'line', 'namespaces', 'credentials'];
  const settings = result.settings.map(({ key, value, origin: { from, flag, file, line } }) => [
    key,
    config.value(value),
    from,
    flag,
    file,
    line,
    null,
    null,
  ]);
  const rules = result.rules.map((rule) => [
    rule.list,
    [config.effect(rule), config.match(rule)].filter((part) => part !== '').join(': '),
    'file',
    null,
    rule.file,
    rule.line,
    rule.namespaces,
    rule.credentials,
  ]);
  return csv(header, [...settings, ...rules]);
}
