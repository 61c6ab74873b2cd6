/** What is done once a pull request of ours is merged. */
import { readFileSync } from 'node:fs';
import { commentAfterMerge } from '../commands/after-merge.ts';
import { escapeMarkdown } from '../report/escape-markdown.ts';
import { type Environment, fail, ok, type Result } from '../util/result.ts';
import type { Inputs } from './inputs.ts';
import { sentences } from './messages.ts';
import type { ActionWorld, Told } from './report.ts';

/** @param flags `root` and `remote` */
export async function actAfterMerge(
  flags: unknown,
  world: ActionWorld,
  inputs: Inputs,
): Promise<Result<Told>> {
  const number = findNumber(inputs.get('pull-request'), world.env);
  if (!number.ok) return number;
  const { root, remote } = flags as { readonly root?: string; readonly remote?: string };
  const { cwd, env, now, version, say } = world;
  const commented = await commentAfterMerge(
    { cwd, env, now, version, root, remote, pullRequest: number.value },
    say,
  );
  if (!commented.ok) return commented;
  const result = commented.value;
  const words = sentences.afterMerge;
  const pages = result.outcome === 'nothing' ? [] : result.pages;
  const end =
    result.outcome === 'nothing'
      ? words[result.why](result.number)
      : words[result.outcome](result.number, pages.length);
  const [page = `## ${escapeMarkdown(words.title(result.number))}`] = pages;
  return ok({
    outputs: {},
    summary: `${[page, escapeMarkdown(end)].join('\n\n')}\n`,
    annotations: [],
    groups: [],
    end,
    failure: null,
    prefix: '',
  });
}

/** The input, else the pull request of the event (docs.github.com, "Events that trigger workflows"). */
function findNumber(given: string | undefined, env: Environment): Result<number> {
  if (given !== undefined) {
    return /^[1-9]\d{0,8}$/.test(given) ? ok(Number(given)) : fail('usage', sentences.badNumber(given));
  }
  const path = env['GITHUB_EVENT_PATH'];
  if (!path) return fail('usage', sentences.noNumber);
  let event: unknown;
  try {
    event = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'no JSON';
    return fail('bad-event', sentences.badEvent(reason));
  }
  const { number } = (event as { pull_request?: { number?: unknown } } | null)?.pull_request ?? {};
  return typeof number === 'number' && Number.isSafeInteger(number)
    ? ok(number)
    : fail('usage', sentences.noNumber);
}
