#!/usr/bin/env node
const [first, ...words] = process.argv.slice(2);

// a completion answers between two key strokes: it does without all that reads a command line
if (first === '__complete') {
  const { runComplete } = await import('./cli/verbs/complete.ts');
  runComplete(words);
} else {
  const { main } = await import('./cli/main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
