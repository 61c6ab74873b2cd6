import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Language, Parser } from 'web-tree-sitter';
import { scan } from '../../src/hcl/scan.ts';
import { parseHcl } from '../../src/hcl/verify.ts';

/** The texts of files below `root`. */
export function readTexts(root: string, paths: readonly string[]): string[] {
  return paths.map((path) => readFileSync(join(root, path), 'utf8'));
}

/** Milliseconds in which our scanner, and tree-sitter's HCL grammar, go through the texts once, both warm. */
export async function timeScanners(texts: readonly string[]): Promise<{ scan: number; treeSitter: number }> {
  const require = createRequire(import.meta.url);
  await Parser.init();
  const grammar = require.resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm');
  const parser = new Parser().setLanguage(await Language.load(grammar));
  const once = (work: (text: string) => void): number => {
    const start = performance.now();
    for (const text of texts) work(text);
    return performance.now() - start;
  };
  const ours = (text: string): void => void scan(text);
  const theirs = (text: string): void => parser.parse(text)?.delete();
  once(ours);
  once(theirs);
  return { scan: once(ours), treeSitter: once(theirs) };
}

/** Milliseconds in which HashiCorp's parser reads each text twice, once it is loaded. */
export async function timeParsingTwice(texts: readonly string[]): Promise<number> {
  await parseHcl('a = 1\n');
  const start = performance.now();
  for (const text of texts) {
    await parseHcl(text);
    await parseHcl(text);
  }
  return performance.now() - start;
}
