#!/usr/bin/env node
import { processIo } from './cli/io.ts';

const args = process.argv.slice(2);

// a completion answers between two key strokes: it does without all that reads a command line
if (args[0] === '__complete') {
  const { runComplete } = await import('./cli/verbs/complete.ts');
  process.stdout.write(runComplete(args.slice(1), process.cwd()));
} else {
  const { main } = await import('./cli/main.ts');
  process.exitCode = await main(args, processIo());
}
