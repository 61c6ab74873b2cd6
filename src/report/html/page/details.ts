/** Everything about one credential, over the view: its address is the view's with `id` behind it. */

import { STATE_WORDS, shellWords } from '../../format.ts';
import { visible } from '../../sanitize.ts';
import { dayWords } from '../days.ts';
import { details, kindName, list, STATE_MEANINGS } from '../sentences.ts';
import { el, part } from './dom.ts';
import { placeLink } from './list.ts';
import type { Row } from './rows.ts';
import { type Draw, linkTo, type Scene } from './scene.ts';
import type { View } from './view.ts';

/** @param change puts another view in place of the present one */
export function makeDetails(rows: readonly Row[], change: (change: Partial<View>) => void): Draw {
  const dialog = part('details', HTMLDialogElement);
  const title = part('details-title', HTMLElement);
  const kind = part('details-kind', HTMLElement);
  const body = part('details-body', HTMLElement);
  const byId = new Map(rows.map((row) => [row.id, row]));
  let open = '';
  dialog.addEventListener('close', () => {
    if (open !== '') change({ id: '' });
  });
  // beside the box
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  part('details-close', HTMLButtonElement).addEventListener('click', () => dialog.close());
  return (scene) => {
    const { id } = scene.view;
    open = id;
    if (id === '') {
      if (dialog.open) dialog.close();
      return;
    }
    const row = byId.get(id);
    title.textContent = visible(id);
    kind.textContent = row === undefined ? '' : kindName(row.kind);
    body.replaceChildren(row === undefined ? el('p', {}, details.unknown(visible(id))) : fields(scene, row));
    if (!dialog.open) dialog.showModal();
  };
}

function fields(scene: Scene, row: Row): HTMLElement {
  const { facts, clusterLabel, production, teams } = row.home;
  const names = details.fields;
  const here = { namespace: facts.namespace, cluster: clusterLabel === 'live' ? '' : clusterLabel };
  const entries: readonly (readonly [string, readonly (Node | string)[]])[] = [
    [
      names.state,
      [
        el('span', { class: `state s-${row.state}` }, STATE_WORDS[row.state]),
        el('span', { class: 'sub' }, STATE_MEANINGS[row.state]),
      ],
    ],
    [names.reasons, row.reasons.map((reason) => el('p', {}, visible(reason)))],
    [names.rotated, rotated(row)],
    [names.file, [placeLink(row), el('span', { class: 'sub' }, visible(row.file))]],
    [names.module, [visible(row.module)]],
    [names.version, version(row)],
    [names.source, row.source === null ? [] : [visible(row.source)]],
    [
      names.variable,
      [
        el(
          'code',
          {},
          row.value === null ? visible(row.variable) : `${row.variable} = "${visible(row.value)}"`,
        ),
      ],
    ],
    [names.namespace, [visible(facts.namespace), ' ', el('a', { href: linkTo(scene, here) }, details.all)]],
    [names.production, [{ yes: details.yes, no: details.no, unknown: details.unsaid }[production]]],
    [names.team, separated(teams.map((team) => el('a', { href: linkTo(scene, { team }) }, visible(team))))],
    [names.application, facts.application === null ? [] : [visible(facts.application)]],
    [names.slack, facts.slackChannel === null ? [] : [visible(facts.slackChannel)]],
    [names.command, [el('code', { class: 'command', tabindex: 0 }, command(row))]],
  ];
  return el(
    'dl',
    {},
    ...entries
      .filter(([, inside]) => inside.length > 0)
      .map(([name, inside]) => el('div', {}, el('dt', {}, name), el('dd', {}, ...inside))),
  );
}

function rotated({ rotatedOn, ageDays, maxAgeDays }: Row): readonly (Node | string)[] {
  if (rotatedOn === null || ageDays === null) return [list.never];
  return [dayWords(rotatedOn), el('span', { class: 'sub' }, details.age(ageDays, maxAgeDays))];
}

function version({ version: own, latestVersion }: Row): readonly (Node | string)[] {
  if (own === null) return [];
  return [
    visible(own),
    ...(latestVersion === null ? [] : [el('span', { class: 'sub' }, list.behind(latestVersion))]),
  ];
}

function separated(links: readonly Node[]): readonly (Node | string)[] {
  return links.flatMap((link, at) => (at === 0 ? [link] : [', ', link]));
}

function command({ home, kind, module }: Row): string {
  const { facts, clusterLabel } = home;
  const place = ['-n', facts.namespace, '--cluster', clusterLabel];
  return visible(shellWords(['rotate-pr', 'plan', ...place, '--kind', kind.name, '--module', module]));
}
