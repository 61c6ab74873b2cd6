import { describe, expect, it } from 'vitest';
import { scan } from '../../src/hcl/scan.ts';
import type { Range } from '../../src/hcl/syntax.ts';
import {
  findCall,
  findElements,
  findEntries,
  findTemplateParts,
  findTraversals,
} from '../../src/hcl/traversal.ts';

/** The first argument's expression of a file. */
function expressionOf(text: string): Range {
  const [item] = scan(text).body;
  if (item?.type !== 'attribute') throw new Error(`${text} begins with no argument`);
  return item.expression;
}

function namesIn(expression: string): string[] {
  const text = `a = ${expression}\n`;
  return findTraversals(text, expressionOf(text)).map(({ parts }) => parts.join('/'));
}

describe('the names in an expression', () => {
  it.each([
    ['an output', 'module.rds.password', ['module/rds/password']],
    ['a module as a whole', 'module.rds', ['module/rds']],
    ['one of several', 'module.rds[0].password', ['module/rds/password']],
    ['one of several, the old way', 'module.rds.0.password', ['module/rds/password']],
    ['all of several', 'module.rds[*].password', ['module/rds/password']],
    ['an index that is an expression', 'module.rds[each.key].password', ['each/key', 'module/rds/password']],
    ['an index that is a string', 'local.db["url"]', ['local/db/url']],
    ['a template', `"x-\${module.rds.host}:\${var.port}"`, ['module/rds/host', 'var/port']],
    ['a template in a template', `"\${"\${module.a.b}"}"`, ['module/a/b']],
    ['a directive', `"%{ if var.on }\${module.a.b}%{ endif }"`, ['if', 'var/on', 'module/a/b', 'endif']],
    ['a heredoc', `<<-EOT\n  x \${module.a.b} module.c.d\n  EOT`, ['module/a/b']],
    ['a call', 'one(module.a[*].b)', ['one', 'module/a/b']],
    ['an attribute of a call', 'f(module.a.b).c', ['f', 'module/a/b']],
    ['an object', '{ k = module.a.b, "l" : local.x }', ['k', 'module/a/b', 'local/x']],
    ['a for expression', '[for m in module.a : m.b]', ['for', 'm', 'in', 'module/a', 'm/b']],
    ['a condition', 'var.x ? module.a.b : null', ['var/x', 'module/a/b', 'null']],
    ['a dot on the next line', '(module\n  .a\n  .b)', ['module/a/b']],
  ])('are found in %s', (_, expression, names) => {
    expect(namesIn(expression)).toEqual(names);
  });

  it.each([
    ['text', '"module.rds.password"'],
    ['an escaped template', `"$\${module.rds.password}"`],
    ['a comment', '[ # module.rds.password\n]'],
    ['a block comment', '[ /* module.rds.password */ ]'],
  ])('are none in %s', (_, expression) => {
    expect(namesIn(expression)).toEqual([]);
  });

  it('come to an end in whatever stands there', () => {
    for (const text of [
      `a = "\${`,
      'a = [',
      'a = x[',
      `a = <<E\n\${`,
      `a = ${'['.repeat(5000)}x.y`,
      'a = }x.y',
    ]) {
      expect(() => findTraversals(text, { start: 4, end: text.length })).not.toThrow();
    }
  });
});

describe('an object', () => {
  const entries = (expression: string) => {
    const text = `a = ${expression}\n`;
    return findEntries(text, expressionOf(text))?.map(({ key, value }) => [
      key,
      text.slice(value.start, value.end),
    ]);
  };

  it('has keys and values, by line and by comma', () => {
    expect(entries('{\n  a = 1 # one\n  "b" : f(2,\n 3), c = { d = 4 }\n  (var.x) = "y"\n}')).toEqual([
      ['a', '1'],
      ['b', 'f(2,\n 3)'],
      ['c', '{ d = 4 }'],
      ['(var.x)', '"y"'],
    ]);
  });

  it('keeps a condition whole', () => {
    expect(entries('{ a = x ? y : z }')).toEqual([['a', 'x ? y : z']]);
  });

  it.each(['{ for k, v in x : k => v }', 'merge({ a = 1 })', '[1]', 'x'])('is not %s', (expression) => {
    expect(entries(expression)).toBeUndefined();
  });
});

describe('a list', () => {
  const elements = (expression: string) => {
    const text = `a = ${expression}\n`;
    return findElements(text, expressionOf(text))?.map(({ start, end }) => text.slice(start, end));
  };

  it('has elements', () => {
    expect(elements('[\n  "a", # one\n  f(b, c),\n  var.d,\n]')).toEqual(['"a"', 'f(b, c)', 'var.d']);
    expect(elements('[]')).toEqual([]);
  });

  it.each(['[for x in y : x]', 'x[0]', '{}'])('is not %s', (expression) => {
    expect(elements(expression)).toBeUndefined();
  });
});

describe('a call', () => {
  const call = (expression: string) => {
    const text = `a = ${expression}\n`;
    const found = findCall(text, expressionOf(text));
    return found === null
      ? null
      : [found.name, ...found.args.map(({ start, end }) => text.slice(start, end))];
  };

  it('has a name and arguments', () => {
    expect(call('replace(var.x, "a", f(1, 2))')).toEqual(['replace', 'var.x', '"a"', 'f(1, 2)']);
  });

  it.each(['f(x).y', 'f(x)(y)', 'f(x) + g(y)', 'x', '(x)'])('is not %s', (expression) => {
    expect(call(expression)).toBeNull();
  });
});

describe('a template', () => {
  const parts = (expression: string) => {
    const text = `a = ${expression}\n`;
    return findTemplateParts(text, expressionOf(text))?.map((part) =>
      'text' in part ? part.text : [text.slice(part.expression.start, part.expression.end)],
    );
  };

  it('has text and expressions', () => {
    expect(parts(`"a-\${ var.x }\${f("}")}-b"`)).toEqual(['a-', ['var.x'], ['f("}")'], '-b']);
  });

  it.each(['"a" + "b"', `"\${~ x }"`, '"%{ if x }%{ endif }"', `"a\\n\${x}"`, 'x'])(
    'is not %s',
    (expression) => {
      expect(parts(expression)).toBeUndefined();
    },
  );
});
