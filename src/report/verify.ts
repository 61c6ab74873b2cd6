/** The report of `verify`, and the comment that it leaves on a pull request. */
import type { Evidence, InForce, VerifiedRotation, VerifyResult, VerifySummary } from '../results/verify.ts';
import { csv } from './csv.ts';
import {
  type Column,
  type Document,
  type Inline,
  paragraph,
  problems,
  section,
  type Tone,
  table,
  toned,
} from './document.ts';
import { code, escapeMarkdown } from './escape-markdown.ts';
import { count, digits } from './format.ts';
import { kindNoun } from './kind-words.ts';

const STATES: Readonly<
  Record<InForce, { readonly word: string; readonly tone: Tone; readonly title: string }>
> = {
  late: { word: 'late', tone: 'bad', title: 'Late: merged more than an hour ago, and not in force' },
  pending: { word: 'pending', tone: 'warning', title: 'Pending: merged, and not in force yet' },
  'cannot-see': { word: 'cannot see', tone: 'held', title: 'Cannot be seen' },
  applied: { word: 'applied', tone: 'good', title: 'Applied: the new value is there' },
  consumed: { word: 'consumed', tone: 'good', title: 'Consumed: no pod that was seen holds the old value' },
};

const COLUMNS: readonly Column[] = [
  { title: 'namespace', as: 'group' },
  { title: 'credential', min: 24 },
  { title: 'date' },
  { title: 'merged' },
  { title: 'what was seen', as: 'note' },
];

/** The worst first. */
export function verifyDocument(result: VerifyResult): Document {
  const { rotations, summary, since } = result;
  const states = (Object.keys(STATES) as InForce[]).filter((state) =>
    rotations.some((rotation) => rotation.state === state),
  );
  return {
    title: `Rotations in force on ${result.date}`,
    totals:
      rotations.length === 0 ? [`Nothing was rotated on this branch since ${since}.`] : [totals(summary)],
    blocks: [
      ...states.flatMap((state) => {
        const of = rotations.filter((rotation) => rotation.state === state);
        return section(
          `${STATES[state].title}: ${digits(of.length)}`,
          ...table(COLUMNS, of.map(row), { titled: true }),
          ...of.flatMap(podBlocks),
        );
      }),
      ...problems(result.problems),
    ],
    steps: [],
  };
}

function totals(summary: VerifySummary): string {
  const parts = [
    [summary.late, 'late'],
    [summary.pending, 'pending'],
    [summary.cannotSee, 'that nobody could see'],
    [summary.applied, 'applied'],
    [summary.consumed, 'consumed'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${digits(number)} ${word}`);
  return `${count(summary.rotations, 'merged rotation')}: ${said.join(', ')}.`;
}

function row(rotation: VerifiedRotation): readonly Inline[] {
  const { namespace, module, kind, value, mergedAt, evidence, pullRequest, state } = rotation;
  const merged = `${mergedAt.slice(0, 16).replace('T', ' ')}${pullRequest === null ? '' : `, #${pullRequest}`}`;
  return [
    [{ name: namespace }],
    [{ name: module }, ` (${kindNoun(kind).one})`],
    value === null ? 'taken out' : [{ name: value }],
    merged,
    toned(
      evidence.length === 0 ? 'Nobody was asked who could see it.' : sentences(evidence),
      STATES[state].tone,
    ),
  ];
}

function sentences(evidence: readonly Evidence[]): string {
  return evidence
    .map(({ message, url, says }) => `${message}${says === 'begun' && url !== null ? ` (${url})` : ''}.`)
    .join(' ');
}

function podBlocks({ podsLeft, module }: VerifiedRotation): Document['blocks'] {
  return podsLeft.map(({ kind, name, namespace, pods, command }) =>
    paragraph(
      command === null
        ? [
            { name: module },
            ': the next run of ',
            { name: `${kind} ${name}` },
            ` in ${namespace} reads the new value.`,
          ]
        : [
            { name: module },
            `: ${count(pods.length, 'pod')} of `,
            { name: `${kind} ${name}` },
            ' hold the old value: ',
            { text: command },
          ],
    ),
  );
}

/** One row a rotation. */
export function verifyCsv({ rotations }: VerifyResult): string {
  const header = [
    'id',
    'namespace',
    'cluster',
    'kind',
    'module',
    'value',
    'merged',
    'pull request',
    'state',
    'evidence',
    'pods left',
  ];
  return csv(
    header,
    rotations.map((each) => [
      each.id,
      each.namespace,
      each.cluster,
      each.kind,
      each.module,
      each.value,
      each.mergedAt,
      each.pullRequest,
      each.state,
      sentences(each.evidence),
      each.podsLeft.map(({ kind, name }) => `${kind}/${name}`).join(' '),
    ]),
  );
}

/** The comment on one pull request: a checklist, ticked where the program has seen it. */
export function verifyComment(rotations: readonly VerifiedRotation[]): string {
  const lines = rotations.flatMap(({ module, kind, state, evidence, podsLeft }) => {
    const isInForce = state === 'applied' || state === 'consumed';
    const [seen] = evidence.length === 0 ? ['nobody was asked who could see it'] : [sentences(evidence)];
    const what = `${code(module)} (${kindNoun(kind).one}): **${STATES[state].word}**. ${escapeMarkdown(seen)}`;
    return [
      `- [${isInForce ? 'x' : ' '}] ${what}`,
      ...podsLeft.map(({ kind: owner, name, command }) =>
        command === null ? `  - [ ] the next run of ${code(`${owner} ${name}`)}` : `  - [ ] ${code(command)}`,
      ),
    ];
  });
  return `## Is it in force?\n\n${lines.join('\n')}\n`;
}
