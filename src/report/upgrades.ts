import { MODULE_HOST, MODULE_OWNER } from '../kinds/published.ts';
import type { Change, Upgrade } from '../results/results.ts';
import { groupBy } from '../util/group-by.ts';
import { code } from './escape-markdown.ts';
import { digits, listWords } from './format.ts';

/** Releases of one step that are linked one by one; the comparison shows the rest. */
const LINKED = 12;

/** What an upgrade means, once above the list. */
const SENTENCE =
  'An upgrade was asked for, so these modules also go to their latest version. It can change more than the ' +
  'credential: read the releases, and the plan that the pipeline makes of this pull request.';

/** The section of a pull request about module versions, as paragraphs; empty when none is upgraded. */
export function upgradeSection(changes: readonly Change[], rows: number): readonly string[] {
  const upgraded = changes.flatMap(({ module, upgrade }) =>
    upgrade === undefined ? [] : [{ module, upgrade }],
  );
  if (upgraded.length === 0) return [];
  const groups = groupBy(upgraded, ({ upgrade: { repository, from, to } }) =>
    [repository, from, to].join('\n'),
  );
  const items = [...groups.values()].map((group) => {
    const named = group.slice(0, rows).map(({ module }) => code(module));
    const left = group.length - named.length;
    const modules = left > 0 ? [...named, `${digits(left)} more`] : named;
    return `- ${listWords(modules)}: ${step(group[0].upgrade)}`;
  });
  return ['## Module versions', SENTENCE, items.join('\n')];
}

/** The step and where to read about it. Tags are versions, so they stand in an address as they are. */
function step({ repository, from, to, releases }: Upgrade): string {
  const home = `${MODULE_HOST}/${MODULE_OWNER}/${repository}`;
  const linked = (releases.length === 0 ? [to] : releases).slice(-LINKED);
  const links = linked.map((tag) => `[${tag}](${home}/releases/tag/${tag})`);
  const earlier = releases.length - linked.length;
  const all = earlier > 0 ? [`${digits(earlier)} earlier`, ...links] : links;
  const what = all.length === 1 ? 'release' : 'releases';
  return `${code(repository)} from ${code(from)} to ${code(to)}: ${what} ${listWords(all)}, [all changes](${home}/compare/${from}...${to})`;
}
