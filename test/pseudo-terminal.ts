/** Runs a program on a terminal of its own, as a person would sit before it. */
import { spawnSync } from 'node:child_process';
import { run } from '../src/demo/run.ts';

/** Whether python3 is there, whose standard library can make a pseudo-terminal; it is no dependency of ours. */
export const hasPseudoTerminal = spawnSync('python3', ['-c', 'import pty']).status === 0;

if (!hasPseudoTerminal) {
  process.stderr.write(
    'Left out: what is tried on a pseudo-terminal, for there is no python3 with a pty module.\n',
  );
}

/** When this stands on the screen (since the step before), that is done. */
export type Step = readonly [expect: RegExp, act: { readonly keys: string } | { readonly signal: string }];

export interface Sitting {
  /** As a shell says it: 130 also for a process that SIGINT ended. */
  readonly status: number;
  /** All bytes that the program wrote. */
  readonly text: string;
  /** Whether the terminal is left as it was: it echoes what is typed, line by line. */
  readonly isRestored: boolean;
  /** Whether the cursor was hidden last, not shown. */
  readonly isCursorHidden: boolean;
  /** Steps that were waited for in vain. */
  readonly missed: number;
}

export interface SittingOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly steps?: readonly Step[];
  readonly columns?: number;
  readonly rows?: number;
}

const PROGRAM = `
import fcntl, json, os, pty, re, select, signal, struct, sys, termios, time
job = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', job['rows'], job['columns'], 0, 0))
    os.execvp(job['command'][0], job['command'])
steps, text, seen = job['steps'], b'', 0
deadline = time.monotonic() + 50
while time.monotonic() < deadline:
    ready, _, _ = select.select([terminal], [], [], 0.2)
    if ready:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            break
        if not chunk:
            break
        text += chunk
    while steps:
        found = re.compile(steps[0][0].encode()).search(text, seen)
        if found is None:
            break
        seen = found.end()
        act = steps.pop(0)[1]
        time.sleep(0.05)
        if 'keys' in act:
            os.write(terminal, act['keys'].encode())
        else:
            os.kill(pid, getattr(signal, act['signal']))
else:
    os.kill(pid, signal.SIGKILL)
_, status = os.waitpid(pid, 0)
modes = termios.tcgetattr(terminal)[3]
print(json.dumps({
    'status': os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status),
    'text': text.decode('utf8', 'replace'),
    'isRestored': bool(modes & termios.ECHO) and bool(modes & termios.ICANON),
    'missed': len(steps),
}))
`;

export async function sit(
  command: readonly string[],
  { cwd, env, steps = [], columns = 100, rows = 40 }: SittingOptions,
): Promise<Sitting> {
  const job = { command, columns, rows, steps: steps.map(([expect, act]) => [expect.source, act]) };
  const { stdout, stderr, status } = await run('python3', ['-c', PROGRAM], {
    cwd,
    env: { TERM: 'xterm-256color', ...env },
    input: Buffer.from(JSON.stringify(job)),
  });
  if (status !== 0) throw new Error(`The pseudo-terminal failed: ${stderr}`);
  const seen = JSON.parse(stdout) as Omit<Sitting, 'isCursorHidden'>;
  const isCursorHidden = seen.text.lastIndexOf('\u001b[?25l') > seen.text.lastIndexOf('\u001b[?25h');
  return { ...seen, isCursorHidden };
}
