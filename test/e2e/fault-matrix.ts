/** Makes one call of a run fail after another, each in every way, and looks at what the next run makes of it. */
import { expect } from 'vitest';
import { type Answer, refusal } from '../github/server/answers.ts';
import { type Fault, secondaryLimit } from '../github/server/faults.ts';
import type { World } from '../github/world.ts';

/** One call of a run, to the API or to git. */
export interface Call {
  readonly server: 'api' | 'git';
  readonly method: string;
  readonly path: string;
}

/** What can become of a call, by the name that a failing test prints. */
const OF_THE_API: Readonly<Record<string, Answer | Fault>> = {
  'a refused token': refusal(401, 'Bad credentials'),
  'a missing right': refusal(403, 'Resource not accessible by integration'),
  'a limit': secondaryLimit(60),
  'nothing there': refusal(404, 'Not Found'),
  'a conflict': refusal(409, 'Conflict'),
  'a refusal': refusal(422, 'Validation Failed'),
  'a fault of GitHub': refusal(500, 'Server Error'),
  'a bad gateway': refusal(502, 'Bad Gateway'),
  'a broken connection': { fault: 'cut' },
  'a lost answer': { fault: 'cut-after' },
};

const text = (status: number, body: string): Answer => ({ status, body });
const OF_GIT: Readonly<Record<string, Answer | Fault>> = {
  'a refused token': text(401, 'Invalid username or token.'),
  'a missing right': text(403, 'Permission denied.'),
  'nothing there': text(404, 'Not Found'),
  'a fault of GitHub': text(500, 'Server Error'),
  'a broken connection': { fault: 'cut' },
  'a lost answer': { fault: 'cut-after' },
};

/** The faults that make a difference for a call: a question whose answer is lost is a broken connection. */
function faultsOf({ server, method }: Call): readonly string[] {
  const names = Object.keys(server === 'api' ? OF_THE_API : OF_GIT);
  return names.filter((name) => name !== 'a lost answer' || method !== 'GET');
}

/** What is only asked: once every fault has been tried on the questions of one run, these will do for the others. */
const OF_QUESTIONS = ['a refused token', 'a limit', 'a fault of GitHub', 'a broken connection'];

function isQuestion({ method, path }: Call): boolean {
  return method === 'GET' || path.endsWith('/git-upload-pack');
}

/** Runs and notes what was asked, in the order of arrival. */
export async function record(world: World, action: () => Promise<unknown>): Promise<readonly Call[]> {
  const calls: Call[] = [];
  for (const server of ['api', 'git'] as const) {
    serverOf(world, server).intercept((method, path) => {
      calls.push({ server, method, path });
      return null;
    });
  }
  try {
    await action();
  } finally {
    pass(world);
  }
  return calls;
}

/** Runs with one call, counted from 0 over both servers, made to fail; the others pass. */
export async function failAt<T>(
  world: World,
  index: number,
  fault: string,
  action: () => Promise<T>,
): Promise<T> {
  let count = 0;
  let met = false;
  for (const [server, faults] of [
    ['api', OF_THE_API],
    ['git', OF_GIT],
  ] as const) {
    serverOf(world, server).intercept(() => {
      const mine = count++ === index;
      met ||= mine;
      return mine ? (faults[fault] ?? null) : null;
    });
  }
  try {
    return await action();
  } finally {
    pass(world);
    expect(met, `call ${index} was never made`).toBe(true);
  }
}

/** One call that is made to fail in one way, in namespaces of its own. */
export interface Case {
  readonly index: number;
  readonly call: Call;
  readonly fault: string;
  /** Numbers the namespaces. */
  readonly id: number;
}

/** Every call with every fault; `first` is the number of the first case. */
export function casesOf(calls: readonly Call[], first = 0): readonly Case[] {
  let id = first;
  return calls.flatMap((call, index) =>
    faultsOf(call).map((fault): Case => ({ index, call, fault, id: id++ })),
  );
}

/** The same with every fault of what is written, and some of what is asked. */
export function casesOfWrites(calls: readonly Call[], first = 0): readonly Case[] {
  return casesOf(calls, first).filter(({ call, fault }) => !isQuestion(call) || OF_QUESTIONS.includes(fault));
}

export function describeCase({ call, fault, index }: Case): string {
  return `call ${index}, ${call.method} ${call.path.replace(/\?.*/, '')}, meets ${fault}`;
}

function serverOf({ github, git }: World, server: Call['server']) {
  return server === 'api' ? github : git;
}

function pass({ github, git }: World): void {
  github.intercept(null);
  git.intercept(null);
}
