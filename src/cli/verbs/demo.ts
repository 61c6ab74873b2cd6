import { fileURLToPath } from 'node:url';
import { demo } from '../../commands/demo.ts';
import type { ExitCode } from '../exit-code.ts';
import type { DemoFlags } from '../flags.ts';
import { processTerminal } from '../terminal.ts';

export async function runDemo(flags: DemoFlags): Promise<ExitCode> {
  const { out, width, color } = processTerminal(flags.color);
  return demo({
    write: out,
    color,
    width,
    node: process.execPath,
    cli: process.argv[1] ?? fileURLToPath(import.meta.url),
    keep: flags.keep,
  });
}
