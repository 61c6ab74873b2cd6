// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL has templates of its own
import type { Random } from './random.ts';

/** Pieces that change what a text means: brackets, quotes, templates, heredocs, comments, line endings, odd characters. */
const PIECES: readonly string[] = [
  ...'{ } [ ] ( ) = == => , . ... : ? ! - + * / % < > << <<E <<-E && || " \' ~ ^ @ ; \\ \\" $ % ${ %{ $${ %%{ ~} # // /* */'.split(
    ' ',
  ),
  ...[
    'a',
    'E',
    '"x"',
    '1',
    '1.5',
    '0x',
    ' for ',
    ' in ',
    ' if ',
    'null',
    'module "x" {',
    'b = 1',
    'b {}',
    'b { c = 1 }',
  ],
  ...[
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '\nE\n',
    '\n  E\n',
    '\n}\n',
    '<<E\nx\nE\n',
    '${f("}")}',
    '%{ if a }b%{ endif }',
  ],
  ...['\ufeff', '\u0000', 'é', 'e\u0301', '🦆', '\ud83e', '\u0085', '\u00a0', '\u2028', '“', '”'],
  ...[
    'db_password_rotated_date = "x"',
    '# db_password_rotated_date = "x"\n',
    '[for k, v in x : k => v...]',
    '{ "a" = 1, b : 2 }',
  ],
];

/** A text with one to a few changes of the sorts that people and merges make. */
export function mutate(random: Random, texts: readonly string[]): string {
  let text = random.pick(texts);
  const changes = 1 + random.below(random.below(4) === 0 ? 6 : 2);
  for (let i = 0; i < changes; i += 1) text = change(random, text, texts);
  return text;
}

function change(random: Random, text: string, texts: readonly string[]): string {
  const at = random.below(text.length + 1);
  const width = 1 + random.below(random.below(3) === 0 ? 60 : 3);
  const before = text.slice(0, at);
  switch (random.below(9)) {
    case 0:
      return before + text.slice(at + width);
    case 1:
      return before + text.slice(at, at + width) + text.slice(at);
    case 2:
    case 3:
      return before + random.pick(PIECES) + text.slice(at);
    case 4:
      return before + random.pick(PIECES) + text.slice(at + width);
    case 5: {
      const other = random.pick(texts);
      const start = random.below(other.length + 1);
      return before + other.slice(start, start + 4 * width) + text.slice(at);
    }
    case 6:
      return moveLine(random, text);
    case 7:
      return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
    default:
      return random.below(4) === 0 ? before : text.slice(at);
  }
}

function moveLine(random: Random, text: string): string {
  const lines = text.split('\n');
  const [line = ''] = lines.splice(random.below(lines.length), 1);
  const to = random.below(lines.length + 1);
  return [...lines.slice(0, to), random.below(2) === 0 ? `# ${line}` : line, ...lines.slice(to)].join('\n');
}
