import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';
import type { Body, Range, Scan } from '../../src/hcl/syntax.ts';

/** A line for each range that a parser finds: what it is and where. */
export type Ranges = readonly string[];

const GRAMMAR = createRequire(import.meta.url).resolve(
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
);

/** Tree-sitter's HCL grammar as a second opinion on every range; it gives null for what it cannot parse. */
export async function treeSitter(): Promise<(text: string) => Ranges | null> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(GRAMMAR));
  return (text) => {
    const tree = parser.parse(text);
    if (tree === null) return null;
    const ranges: string[] = [];
    if (!tree.rootNode.hasError) collect(tree.rootNode, text, ranges);
    const isValid = !tree.rootNode.hasError;
    tree.delete();
    return isValid ? ranges : null;
  };
}

function collect(node: Node, text: string, ranges: string[]): void {
  for (const child of node.namedChildren) {
    if (child === null) continue;
    if (child.type === 'attribute') {
      const expression = child.namedChildren.find((part) => part?.type === 'expression');
      const equals = child.children.find((part) => part?.type === '=');
      if (expression === null || expression === undefined) continue;
      ranges.push(
        line('attribute', trimmed(text, child.startIndex, child.endIndex)),
        `= ${equals?.startIndex}`,
        line('value', trimmed(text, expression.startIndex, expression.endIndex)),
      );
    } else if (child.type === 'block') {
      const [keyword, ...rest] = child.children;
      const part = (type: string) => rest.find((candidate) => candidate?.type === type);
      const open = part('block_start');
      const close = part('block_end');
      if (keyword === null || keyword === undefined) continue;
      ranges.push(line('block', { start: child.startIndex, end: child.endIndex }));
      for (const label of rest) {
        if (label?.type === 'identifier' || label?.type === 'string_lit') {
          ranges.push(line('label', { start: label.startIndex, end: label.endIndex }));
        }
      }
      ranges.push(`{ ${open?.startIndex}`);
      const body = part('body');
      if (body !== null && body !== undefined) collect(body, text, ranges);
      ranges.push(`} ${close?.startIndex}`);
    } else if (child.type === 'body') collect(child, text, ranges);
  }
}

/** Our own ranges in the same words. */
export function rangesOf(text: string, { body }: Scan): Ranges {
  const ranges: string[] = [];
  collectOurs(text, body, ranges);
  return ranges;
}

function collectOurs(text: string, body: Body, ranges: string[]): void {
  for (const item of body) {
    if (item.type === 'attribute') {
      ranges.push(
        line('attribute', trimmed(text, item.start, item.end)),
        `= ${item.equals}`,
        line('value', trimmed(text, item.expression.start, item.expression.end)),
      );
      continue;
    }
    ranges.push(line('block', item), ...item.labels.map((label) => line('label', label)));
    ranges.push(`{ ${item.open}`);
    collectOurs(text, item.body, ranges);
    ranges.push(`} ${item.close}`);
  }
}

/** A heredoc's last line belongs to it whole for HashiCorp, and without its white space for tree-sitter. */
function trimmed(text: string, start: number, end: number): Range {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function line(what: string, { start, end }: Range): string {
  return `${what} ${start}-${end}`;
}

/** The first range in which two parsers differ, null when they agree. */
export function firstDifference(ours: Ranges, theirs: Ranges): string | null {
  for (let i = 0; i < Math.max(ours.length, theirs.length); i += 1) {
    if (ours[i] !== theirs[i]) return `we say ${ours[i] ?? 'nothing'}, they say ${theirs[i] ?? 'nothing'}`;
  }
  return null;
}
