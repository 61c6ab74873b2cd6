/** Every sentence of `audit --since`: text, Markdown and the chart say the same. */
import type { HistoryResult, RotatingCommit, RotationFigures, RotationNote } from '../results/history.ts';
import { count, digits, listWords } from './format.ts';
import { kindCountsOf } from './kind-words.ts';

export const history = {
  title: ({ since, date }: HistoryResult): string => `Rotations from ${since} to ${date}`,
  source: (base: string): string => `Read from the history of commit ${base.slice(0, 12)}.`,
  nothing: 'Nothing was rotated.',
  /** `12 rotations of 11 credentials. 4 credentials were made, 1 was removed.`, and how old the secrets were. */
  summary: ({ summary }: HistoryResult): readonly string[] => {
    const { rotations, credentials, created, removed } = summary;
    const came = `${count(created, 'credential')} ${created === 1 ? 'was' : 'were'} made, ${digits(removed)} ${removed === 1 ? 'was' : 'were'} removed.`;
    if (rotations === 0) return [history.nothing, came];
    return [
      `${count(rotations, 'rotation')} of ${count(credentials, 'credential')}.`,
      history.age(summary),
      came,
    ];
  },
  age: ({ rotations, medianAgeDays, ofUnknownAge }: RotationFigures): string => {
    const unknown = `For ${digits(ofUnknownAge)} the date before tells no age.`;
    if (medianAgeDays === null) return unknown;
    const known = `The median age of the ${ofUnknownAge === 0 ? 'secrets' : `other ${digits(rotations - ofUnknownAge)}`} was ${days(medianAgeDays)}.`;
    return ofUnknownAge === 0 ? known : `${unknown} ${known}`;
  },
  chart: (maxAgeDays: number): string => `Credentials over ${count(maxAgeDays, 'day')}`,
  point: (day: string, over: string, never: string, credentials: string): string =>
    `On ${day} ${over} of ${credentials} were over it, ${never} of them never rotated.`,
  legend: 'dated and over it, never rotated, within it',
  commits: 'Commits with rotations, newest first',
  mostRotating: 'Commits with most rotations',
  moreCommits: (more: number): string => `… and ${count(more, 'commit')} more; --verbose lists them`,
  teams: 'Teams with most rotations',
  moreTeams: (more: number): string => `… and ${count(more, 'team')} more; --verbose lists them`,
  noTeam: 'no team known',
  rotations: 'Rotations, oldest first',
  what: ({ byKind }: RotatingCommit): string => listWords(kindCountsOf(byKind)),
  cut: (day: string): string =>
    `This clone is shallow: its history begins on ${day}, and what was before is not known. git fetch --unshallow gets the rest.`,
  notes: {
    'format-only': 'wrote the same day in another format, which rotates all the same',
    backwards: 'went back to an earlier day',
    future: 'wrote a day that was still to come',
    outdated: 'wrote a day that was over the maximum age already',
    unreadable: 'wrote what is no date',
  } satisfies Record<RotationNote, string> as Readonly<Record<RotationNote, string>>,
  /** `Of these rotations 2 went back to an earlier day.` */
  odd: ({ summary }: HistoryResult): readonly string[] =>
    NOTES.filter((note) => summary.notes[note] > 0).map(
      (note) => `${digits(summary.notes[note])} of them ${history.notes[note]}.`,
    ),
  leftOut: (left: number): string =>
    `The ${count(left, 'oldest rotation')} are left out here; --format json has all.`,
  none: 'none',
};

const NOTES: readonly RotationNote[] = ['format-only', 'backwards', 'future', 'outdated', 'unreadable'];

/** `95 days`, `6.5 days`. */
function days(value: number): string {
  return Number.isInteger(value) ? count(value, 'day') : `${value} days`;
}
