// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL has templates of its own
import fc from 'fast-check';

/** HCL that a person might write, each with any layout; every text is valid by HashiCorp's parser. */

const name = fc.constantFrom(
  'a',
  'bc',
  'vpc_name',
  'is-production',
  'größe',
  'a_name_that_is_longer_than_others',
  'for',
);
const plain = fc.constantFrom(
  '',
  'x',
  '20-03-2026',
  'é 🦆',
  '#',
  '//',
  '}',
  '{',
  '\\"',
  '\\\\',
  '$${',
  '%%{',
  '$',
  '100%',
  '/* x',
);

const { expression, oneLine } = fc.letrec<{ expression: string; oneLine: string; inString: string }>(
  (tie) => ({
    inString: fc.oneof(
      { weight: 4, arbitrary: plain },
      tie('oneLine').map((inner) => `\${${inner}}`),
      tie('oneLine').map((inner) => `%{ if ${inner} ~}x%{ else }y%{ endif }`),
    ),
    oneLine: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        '1',
        '-2.5e3',
        'true',
        'null',
        'var.x',
        'module.a.b[0]["c"].*.d',
        '!x',
        'time_rotating.weekly.unix',
      ),
      fc.array(tie('inString'), { maxLength: 3 }).map((parts) => `"${parts.join(' ')}"`),
      fc.array(tie('oneLine'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc.tuple(name, tie('oneLine')).map(([key, value]) => `{ ${key === 'for' ? 'fo' : key} = ${value} }`),
      fc.array(tie('oneLine'), { maxLength: 2 }).map((args) => `f(${args.join(', ')})`),
      fc.tuple(tie('oneLine'), tie('oneLine')).map(([a, b]) => `(${a} == ${b} ? ${a} : ${b})`),
      tie('oneLine').map((list) => `[for k, v in ${list} : k if v != ""]`),
      tie('oneLine').map((inner) => `( /* } */ ${inner} )`),
    ),
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: tie('oneLine') },
      fc
        .array(tie('expression'), { maxLength: 3 })
        .map((items) => `[ # ]\n${items.map((item) => `${item}\n,\n`).join('')}]`),
      fc.tuple(name, tie('expression')).map(([key, value]) => `{\n  # }\n  "${key}" = ${value}\n\n}`),
      tie('oneLine').map((inner) => `<<-EOT\n  x = {\n\${${inner}} EOT\n  EOT`),
      fc.constant('<<E\n$${ %%{ "\nEE\nE'),
    ),
  }),
) as { expression: fc.Arbitrary<string>; oneLine: fc.Arbitrary<string> };

export { expression };

/** How a file is laid out, whatever stands in it. */
interface Layout {
  readonly eol: '\n' | '\r\n';
  readonly bom: boolean;
  readonly finalNewline: boolean;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  bom: fc.boolean(),
  finalNewline: fc.boolean(),
});

/** Gives a text of `\n` lines a layout. */
function lay(text: string, { eol, bom, finalNewline }: Layout): string {
  const lines = finalNewline ? text : text.replace(/\n+$/, '');
  return (bom ? '\ufeff' : '') + lines.replace(/\n/g, eol);
}

export const NAME = 'rotated_date';

/** The lines of a block's body, in any order and number; at most one sets `rotated_date`. */
const bodyLine = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom(' = ', '= ', ' =', '=', '   =   ', '\t=\t'), expression).map(
      ([equals, value]) =>
        (i: number) =>
          `n${i}${equals}${value}`,
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(' ', '         '), oneLine).map(
      ([pad, value]) =>
        (i: number) =>
          `name_${i}${pad}= ${value}`,
    ),
  },
  { weight: 2, arbitrary: oneLine.map((value) => (i: number) => `n${i} = ${value} # "x"`) },
  { weight: 2, arbitrary: fc.constant(() => '') },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(`# ${NAME} = "01-01-2020" # Uncomment`, `//${NAME}="dd-mm-yyyy"`, `## # ${NAME} = 1`)
      .map((line) => () => line),
  },
  { weight: 1, arbitrary: fc.constantFrom('# x', '// }', '/* {\n*/', '/* x */').map((line) => () => line) },
  {
    weight: 1,
    arbitrary: oneLine.map((value) => (i: number) => `nested_${i} "x" {\n  ${NAME} = ${value}\n}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(' {}', ` { ${NAME} = 1 }`).map((block) => (i: number) => `empty_${i}${block}`),
  },
);

/** A `module` block that does not set `rotated_date`, between other blocks. */
export const undated: fc.Arbitrary<string> = fc
  .record({
    before: fc.constantFrom('', '# é\n', 'locals {\n    x = 1\n}\n', 'variable "x" {}\n\n'),
    after: fc.constantFrom('\n', '\n\n# end\n', ' # end\nmodule "other" {\n  source = "x"\n}\n'),
    lines: fc.array(bodyLine, { maxLength: 8 }),
    indent: fc.constantFrom('  ', '', ' ', '\t', '    '),
    shape: fc.constantFrom(
      'lines',
      'lines',
      'lines',
      'lines',
      'one line',
      'empty',
      'comment',
      'close',
      'opening',
    ),
    value: oneLine,
    layout,
  })
  .map(({ before, after, lines, indent, shape, value, layout: how }) =>
    lay(
      `${before}${blockOf(
        shape,
        lines.map((line, i) => line(i)),
        indent,
        value,
      )}${after}`,
      how,
    ),
  );

function blockOf(shape: string, lines: readonly string[], indent: string, value: string): string {
  const body = lines.map((line) => `${indentLine(line, indent)}\n`).join('');
  switch (shape) {
    case 'one line':
      return `module "m" { source = ${value} }`;
    case 'empty':
      return 'module m{}';
    case 'comment':
      return 'module "m" { /* x\n  y */ }';
    case 'close':
      return `module "m" {\n${body}${indent}/* x\n */ /* y */ }`;
    case 'opening':
      return `module "m" { // ${NAME} = 1\n${body}${indent}}`;
    default:
      return `module "m" {\n${body}}`;
  }
}

/** Indents what is not the text of a heredoc or a comment, where it would do no harm but read oddly. */
function indentLine(line: string, indent: string): string {
  return line === '' ? '' : indent + line;
}

/** The same with a date, in any place of the block and with any spacing around it. */
export const dated: fc.Arbitrary<string> = fc
  .record({
    lines: fc.array(bodyLine, { maxLength: 8 }),
    at: fc.nat(8),
    indent: fc.constantFrom('  ', '', '\t'),
    date: fc.constantFrom('20-03-2026', '2026-3-1', '', 'dd-mm-yyyy', '\\"soon\\" 🦆', '$${x}', '01-01-2000'),
    equals: fc.constantFrom(' = ', '=', '   = ', '\t=\t', ' /* = "x" */ = /* "y" */ '),
    tail: fc.constantFrom('', ' # "x"', ' // x', ' /* x */', '   '),
    layout,
  })
  .map(({ lines, at, indent, date, equals, tail, layout: how }) => {
    const written = lines.map((line, i) => line(i));
    written.splice(Math.min(at, written.length), 0, `${NAME}${equals}"${date}"${tail}`);
    return lay(`x = 1\n${blockOf('lines', written, indent, '')}\n`, how);
  });

/** Bits of HCL, good and bad, in any order. */
export const rubble: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'{ } [ ] ( ) = == => , . ... : ? ! - + * / % < > << <<E <<-E && || " \' ` ~ ^ @ ; \\ \\" $ % ${ %{ $${ %%{ ~} # // /* */ a E "x" 1 1.5 for if in module'.split(
          ' ',
        ),
        ' ',
        '\t',
        '\n',
        '\r\n',
        '\r',
        '\nE\n',
        '\n  E\n',
        '\nmodule "x" {\n',
        '\n}\n',
        '\ufeff',
        '\u0000',
        'é',
        '🦆',
        '\ud83e',
        '\u0085',
        '\u2028',
        '“',
      ),
      fc.string({ maxLength: 3, unit: 'binary' }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
