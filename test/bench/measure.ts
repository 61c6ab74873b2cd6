import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Wall-clock milliseconds of a whole process, its output thrown away. */
export function timeProcess({ file, args, cwd, env }: Command): number {
  const start = performance.now();
  const { status, error } = spawnSync(file, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error) throw error;
  // git grep ends with 1 where nothing matches, audit with 1 on findings
  if (status !== 0 && status !== 1) throw new Error(`${file} ${args.join(' ')} ended with ${status}`);
  return performance.now() - start;
}

/** Times functions in turn, so that a machine whose speed drifts treats them alike; one round is not counted. */
export async function takeTurns<K extends string>(
  rounds: number,
  tasks: Readonly<Record<K, () => number | Promise<number>>>,
): Promise<Record<K, number[]>> {
  const names = Object.keys(tasks) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const time = await tasks[name]();
      if (round > 0) times[name].push(time);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.floor(ordered.length / 2)] ?? Number.NaN;
}

/** Bytes that a process prints. */
export function outputSize({ file, args, cwd }: Command): number {
  const { stdout } = spawnSync(file, [...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e9,
  });
  return stdout.byteLength;
}

/** Peak resident memory of a Node process in megabytes, as the process itself reports it at its end. */
export function peakMemory({ args, cwd }: Command): number {
  const hook = `process.on('exit', () => process.stderr.write('\\nPEAK ' + process.resourceUsage().maxRSS + '\\n'))`;
  const preload = `data:text/javascript,${encodeURIComponent(hook)}`;
  const { stderr } = spawnSync(process.execPath, ['--import', preload, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kilobytes = /PEAK (\d+)/.exec(stderr)?.[1];
  if (kilobytes === undefined) throw new Error(`no peak memory in: ${stderr}`);
  return Number(kilobytes) / 1024;
}
