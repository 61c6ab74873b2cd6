import type { ConfigResult, InitResult } from '../../results/config.ts';
import { config, init } from '../config-sentences.ts';
import type { TextOptions } from '../options.ts';
import { problemLines } from '../problem.ts';
import { visible } from '../sanitize.ts';
import { formatTable } from '../table.ts';
import { blocks, type Colors, colors, indented, paragraph } from './common.ts';

/** `config` for a terminal: the settings with their origins, the rules, whether it is open now, and what looks wrong. */
export function configText(result: ConfigResult, { width, color }: TextOptions): string {
  const c = colors(color);
  const settings = result.settings.map(({ key, value, origin }) => [
    { text: key },
    { text: visible(config.value(value)), paint: origin.from === 'default' ? c.dim : c.bold },
    { text: visible(config.origin(origin)), paint: c.dim },
  ]);
  return blocks([
    paragraph([visible(config.source(result.file, result.base))], width),
    formatTable([{}, { min: 10 }, {}], settings, width, '  '),
    ruleLines(c, result, width),
    paragraph([visible(config.opening(result.opening))], width),
    problemLines(c, result.problems, width),
  ]);
}

/** Of each rule its line, what it does and how much it matches; below it what it is about, and why. */
function ruleLines(c: Colors, { file, rules }: ConfigResult, width: number): readonly string[] {
  if (file === null || rules.length === 0) return [];
  const rows = rules.map((rule) => [
    { text: String(rule.line), paint: c.dim },
    { text: rule.list },
    { text: config.effect(rule), ...(rule.inForce ? {} : { paint: c.yellow }) },
    { text: config.matches(rule), ...(rule.credentials === 0 ? { paint: c.yellow } : {}) },
  ]);
  const heads = formatTable([{ align: 'right' }, {}, {}, {}], rows, width, '  ');
  return [
    c.bold(`${config.rules(visible(file))}:`),
    ...rules.flatMap((rule, index) => [
      heads[index] ?? '',
      ...indented(visible(config.match(rule)), 6, width).map(c.dim),
    ]),
  ];
}

/** `init` for a terminal. */
export function initText({ files }: InitResult): string {
  return blocks([files.map((file) => visible(init.file(file))), init.next]);
}
