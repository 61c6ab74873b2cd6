import { demo } from '../../commands/demo.ts';
import type { ExitCode } from '../exit-code.ts';
import type { DemoFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { terminalOf } from '../terminal.ts';

export async function runDemo(flags: DemoFlags, io: Io): Promise<ExitCode> {
  const { out, width, color } = terminalOf(io, flags.color);
  return demo({
    write: out,
    color,
    width,
    node: io.program.node,
    cli: io.program.script,
    clock: io.monotonic,
    onInterrupt(stop) {
      io.signals.on('SIGINT', stop);
      return () => io.signals.off('SIGINT', stop);
    },
    keep: flags.keep,
  });
}
