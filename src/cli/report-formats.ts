import type { Document } from '../report/document.ts';
import type { Terminal } from './terminal.ts';

/** For whom a document is made. */
export interface Reader {
  readonly format: 'text' | 'markdown';
  /** Of long lists only what matters most: a person sits before a terminal, and did not ask for everything. */
  readonly brief: boolean;
  /** What was picked on the terminal, as the flags that say the same. */
  readonly picked: readonly string[];
}

/** The formats `text` and `markdown` of a command whose report is a document. Printers are loaded when they are needed. */
export function reportFormats<T>(
  verbose: boolean,
  document: (result: T, reader: Reader) => Document | Promise<Document>,
): {
  readonly text: (result: T, terminal: Terminal, picked: readonly string[]) => Promise<string>;
  readonly markdown: (result: T, terminal: Terminal, picked: readonly string[]) => Promise<string>;
} {
  return {
    text: async (result, { width, color, isTerminal }, picked) => {
      const { printText } = await import('../report/text.ts');
      const brief = isTerminal && !verbose;
      const report = await document(result, { format: 'text', brief, picked });
      return printText(report, { width, color, isTerminal, verbose });
    },
    markdown: async (result, _, picked) => {
      const { printMarkdown } = await import('../report/markdown.ts');
      return printMarkdown(await document(result, { format: 'markdown', brief: !verbose, picked }));
    },
  };
}
