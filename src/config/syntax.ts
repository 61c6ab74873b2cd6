import * as yaml from 'yaml';
import type { Mistake } from './explain.ts';

/** The parser is recursive. */
export const TOO_DEEP = 'nested too deep to be read';

const NO_TAGS = 'tags (!name) mean nothing here: write the value alone';

/** What YAML says is wrong, in words for the person who wrote it. */
export function describeSyntax({ code, message, pos }: yaml.YAMLError): Mistake {
  const words: Readonly<Partial<Record<string, string>>> = {
    TAB_AS_INDENT: 'a tab stands where YAML wants spaces: indent with spaces',
    DUPLICATE_KEY: 'this key stands here a second time: keep one of the two',
    MULTIPLE_DOCS: 'a second document begins here: one file holds one list of settings',
    BAD_INDENT: 'the indent fits no line above it',
    TAG_RESOLVE_FAILED: NO_TAGS,
  };
  const offset = pos[0];
  if (/call stack/.test(message)) return { offset, code: 'config-syntax', message: TOO_DEEP };
  // of others the library's first line: it may quote the file in those that follow
  const own = message
    .split('\n', 1)[0]
    ?.replace(/[\x00-\x1f\x7f]/g, ' ')
    .slice(0, 200);
  return { offset, code: 'config-syntax', message: words[code] ?? `not valid YAML: ${own}` };
}

/** The tags that YAML itself knows (`!!set`, `!!binary`): what they make of a value is no setting. */
export function findTags(document: yaml.Document): Mistake[] {
  const found: Mistake[] = [];
  yaml.visit(document, {
    Node(_key, node) {
      if ('tag' in node && node.tag !== undefined && node.range) {
        found.push({ offset: node.range[0], code: 'config-syntax', message: NO_TAGS });
      }
    },
  });
  return found;
}
