/**
 * The nightly run, night after night: a moving date, people who merge, and what comes of it. In process, with a clock
 * of its own, against real git and the demo's GitHub.
 *
 *     ENVIRONMENTS_REPO=… npm run nights -- --nights 10 --limit 20 --max-open 60 --merge 24
 *
 * It ends with 1 when a promise was broken: more opened or open than allowed, two environments of one application on
 * one day, production while another environment waited.
 */
import yargs from 'yargs';
import { type OpenOptions, open } from '../../src/commands/open.ts';
import { PLAIN_REQUEST } from '../../src/commands/run/settings.ts';
import { DEFAULT_SETTINGS } from '../../src/config/settings.ts';
import { readAllMetadata } from '../../src/environments/metadata.ts';
import { openWorktree } from '../../src/environments/worktree.ts';
import type { PullRequestResult } from '../../src/results/results.ts';
import { applicationKey } from '../../src/rotation/stagger.ts';
import { addDays, dayInLondon } from '../../src/util/dates.ts';
import { EVERYTHING } from '../commands/options.ts';
import { createWorld, type World, WRITE_TOKEN } from '../github/world.ts';
import { openEstate } from './estate.ts';

const given = yargs(process.argv.slice(2))
  .options({
    nights: { type: 'number', default: 10 },
    limit: { type: 'number', default: 20 },
    'max-open': { type: 'number', default: 60 },
    merge: { type: 'number', default: 24, describe: 'Merged each day, the oldest first' },
    from: { type: 'string', default: '2026-08-21' },
  })
  .strict()
  .parseSync();

interface Environment {
  readonly application: string;
  readonly production: boolean;
}

const estate = openEstate();
console.log(estate.description);
let clock = new Date(`${given.from}T01:30:00Z`);
const world = await createWorld({ estate: estate.root, now: () => clock });
const broken: string[] = [];
try {
  await walk(await readEnvironments(estate.root));
} finally {
  await world.close();
  estate.remove();
}
if (broken.length > 0) {
  console.log(broken.join('\n'));
  process.exitCode = 1;
} else console.log('Every promise held.');

async function walk(environments: ReadonlyMap<string, Environment>): Promise<void> {
  const queue: number[] = [];
  for (let night = 1; night <= given.nights; night++) {
    const day = dayInLondon(clock);
    const started = performance.now();
    const run = await nightly(day);
    const by = (outcome: PullRequestResult['outcome']) => run.filter((each) => each.outcome === outcome);
    const created = by('created');
    queue.push(...created.map(({ number }) => number ?? 0));
    check(day, created, by('deferred'), environments, queue.length);
    const merged = await mergeSome(queue);
    console.log(
      [
        `${day}: ${String(created.length).padStart(3)} opened`,
        `${by('unchanged').length} unchanged, ${by('updated').length} updated, ${by('closed').length} closed`,
        `${by('deferred').length} deferred, ${by('failed').length} failed`,
        `${queue.length + merged} open, then ${merged} merged`,
        `${((performance.now() - started) / 1000).toFixed(1)} s`,
      ].join('; '),
    );
    for (const { namespace, reason } of by('failed')) broken.push(`${day}: ${namespace} failed: ${reason}`);
    if (created.length + by('deferred').length === 0 && queue.length === 0) {
      console.log(`Nothing is due and nothing is open after ${night} nights.`);
      break;
    }
    clock = new Date(`${addDays(day, 1)}T01:30:00Z`);
  }
}

async function nightly(date: string): Promise<readonly PullRequestResult[]> {
  const options: OpenOptions = {
    cwd: world.clone,
    env: { ...process.env, ...world.env },
    now: clock,
    date,
    maxAgeDays: 90,
    selected: true,
    includeHeld: false,
    again: false,
    forceLiteral: false,
    version: '0.0.0',
    selection: { ...EVERYTHING, due: true },
    request: {
      ...PLAIN_REQUEST,
      flags: { requestReview: false, limit: given.limit, maxOpen: given.maxOpen },
    },
  };
  const done = await open(options, () => {});
  if (!done.ok) throw new Error(done.error.message);
  return done.value.result.pullRequests;
}

function check(
  day: string,
  created: readonly PullRequestResult[],
  deferred: readonly PullRequestResult[],
  environments: ReadonlyMap<string, Environment>,
  openNow: number,
): void {
  if (created.length > given.limit) broken.push(`${day}: ${created.length} were opened`);
  if (openNow > given.maxOpen) broken.push(`${day}: ${openNow} were open`);
  const begun = new Map<string, string>();
  const waiting = new Map<string, string>();
  for (const each of deferred) {
    const { application = '', production = true } = environments.get(nameOf(each)) ?? {};
    if (!production) waiting.set(application, nameOf(each));
  }
  for (const each of created) {
    const name = nameOf(each);
    const { application = '', production = true } = environments.get(name) ?? {};
    const other = begun.get(application);
    if (other !== undefined) broken.push(`${day}: ${other} and ${name} are of one application`);
    if (production && waiting.has(application))
      broken.push(`${day}: ${name} is production, and ${waiting.get(application)} waits`);
    begun.set(application, name);
  }
}

async function mergeSome(queue: number[]): Promise<number> {
  const merging = queue.splice(0, given.merge);
  for (const number of merging) await ask(world, 'PUT', `/pulls/${number}/merge`);
  return merging.length;
}

async function ask({ github, repository }: World, method: string, path: string): Promise<void> {
  const headers = { Authorization: `Bearer ${WRITE_TOKEN}` };
  const answer = await fetch(`${github.url}/repos/${repository}${path}`, { method, headers });
  if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}.`);
}

async function readEnvironments(root: string): Promise<ReadonlyMap<string, Environment>> {
  const reader = openWorktree(root);
  const folders = await reader.namespaces(() => true);
  const metadata = await readAllMetadata(folders, reader);
  return new Map(
    folders.map(({ cluster, namespace, path }) => {
      const name = `${cluster}/${namespace}`;
      const facts = metadata.get(path);
      const application = applicationKey(facts?.application ?? null, name, DEFAULT_SETTINGS.stagger);
      return [name, { application, production: facts?.production !== false }];
    }),
  );
}

function nameOf({ cluster, namespace }: PullRequestResult): string {
  return `${cluster}/${namespace}`;
}
