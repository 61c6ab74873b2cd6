import { completionScript } from '../completion.ts';
import type { ExitCode } from '../exit-code.ts';
import type { CompletionFlags } from '../flags.ts';
import type { Io } from '../io.ts';

export async function runCompletion({ shell }: CompletionFlags, io: Io): Promise<ExitCode> {
  io.stdout.write(completionScript(shell));
  return 0;
}
