/** GitHub's own language service as a judge of workflows and of action.yml. */
import { validate } from '@actions/languageservice';
import { ACTION, readManifest } from './manifest.ts';

let documents = 0;

/**
 * What is wrong with a file, one line each. The inputs of our own action are held against action.yml; of another action
 * nothing is known here, so its inputs are not looked at.
 *
 * @param path as it is in a repository: its name tells a workflow from an action
 */
export async function faultsOf(path: string, text: string): Promise<readonly string[]> {
  const { manifest } = readManifest();
  const lines = text.split('\n');
  const document = {
    // the service remembers what it has parsed by its address
    uri: `file:///${++documents}/${path}`,
    languageId: 'yaml',
    version: 1,
    lineCount: lines.length,
    getText: (range?: Range) =>
      range === undefined ? text : text.slice(offset(range.start), offset(range.end)),
    getLineRange: (line: number) => ({
      start: { line, character: 0 },
      end: { line, character: lines[line]?.length ?? 0 },
    }),
    getEOLCharacters: () => '\n',
    offsetAt: offset,
    positionAt(at: number) {
      const before = text.slice(0, at).split('\n');
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    },
  };

  function offset({ line, character }: Position): number {
    return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  }

  const found = await validate(document, {
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ owner, name }) =>
        `${owner}/${name}` === ACTION
          ? { name: 'rotate-pr', description: '', ...manifest }
          : { name, description: '' },
    },
  });
  return found.map(({ message, range }) => `${path}:${range.start.line + 1}: ${message}`);
}

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}
