import { scan } from '../../src/hcl/scan.ts';
import type { Body } from '../../src/hcl/syntax.ts';

/** What the scanner found, a line each: `name = <value as written>`, `keyword <labels> {`, `}`. */
export function outline(text: string): string[] {
  return linesOf(text, scan(text).body, '');
}

function linesOf(text: string, body: Body, indent: string): string[] {
  return body.flatMap((item) => {
    if (item.type === 'attribute') {
      return [`${indent}${item.name} = ${text.slice(item.expression.start, item.expression.end)}`];
    }
    const header = [item.keyword, ...item.labels.map((label) => `<${label.text}>`)].join(' ');
    return [`${indent}${header} {`, ...linesOf(text, item.body, `${indent}  `), `${indent}}`];
  });
}

/** The comments as written. */
export function commentsOf(text: string): string[] {
  return scan(text).comments.map((comment) => text.slice(comment.start, comment.end));
}
