import { completionScript } from '../completion-scripts.ts';
import type { ExitCode } from '../exit-code.ts';
import type { CompletionFlags } from '../flags.ts';
import { processTerminal } from '../terminal.ts';

export async function runCompletion({ shell }: CompletionFlags): Promise<ExitCode> {
  processTerminal(false).out(completionScript(shell));
  return 0;
}
