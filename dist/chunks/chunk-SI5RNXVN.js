import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  count,
  digits,
  kindCountsOf,
  listWords
} from "./chunk-Y65K6MQG.js";

// src/report/history-sentences.ts
var history = {
  title: ({ since, date }) => `Rotations from ${since} to ${date}`,
  source: (base) => `Read from the history of commit ${base.slice(0, 12)}.`,
  nothing: "Nothing was rotated.",
  /** `12 rotations of 11 credentials. 4 credentials were made, 1 was removed.`, and how old the secrets were. */
  summary: ({ summary }) => {
    const { rotations, credentials, created, removed } = summary;
    const came = `${count(created, "credential")} ${created === 1 ? "was" : "were"} made, ${digits(removed)} ${removed === 1 ? "was" : "were"} removed.`;
    if (rotations === 0) return [history.nothing, came];
    return [
      `${count(rotations, "rotation")} of ${count(credentials, "credential")}.`,
      history.age(summary),
      came
    ];
  },
  age: ({ rotations, medianAgeDays, ofUnknownAge }) => {
    const unknown = `For ${digits(ofUnknownAge)} the date before tells no age.`;
    if (medianAgeDays === null) return unknown;
    const known = `The median age of the ${ofUnknownAge === 0 ? "secrets" : `other ${digits(rotations - ofUnknownAge)}`} was ${days(medianAgeDays)}.`;
    return ofUnknownAge === 0 ? known : `${unknown} ${known}`;
  },
  chart: (maxAgeDays) => `Credentials over ${count(maxAgeDays, "day")}`,
  point: (day, over, never, credentials) => `On ${day} ${over} of ${credentials} were over it, ${never} of them never rotated.`,
  legend: "dated and over it, never rotated, within it",
  commits: "Commits with rotations, newest first",
  mostRotating: "Commits with most rotations",
  moreCommits: (more) => `\u2026 and ${count(more, "commit")} more; --verbose lists them`,
  teams: "Teams with most rotations",
  moreTeams: (more) => `\u2026 and ${count(more, "team")} more; --verbose lists them`,
  noTeam: "no team known",
  rotations: "Rotations, oldest first",
  what: ({ byKind }) => listWords(kindCountsOf(byKind)),
  cut: (day) => `This clone is shallow: its history begins on ${day}, and what was before is not known. git fetch --unshallow gets the rest.`,
  notes: {
    "format-only": "wrote the same day in another format, which rotates all the same",
    backwards: "went back to an earlier day",
    future: "wrote a day that was still to come",
    outdated: "wrote a day that was over the maximum age already",
    unreadable: "wrote what is no date"
  },
  /** `Of these rotations 2 went back to an earlier day.` */
  odd: ({ summary }) => NOTES.filter((note) => summary.notes[note] > 0).map(
    (note) => `${digits(summary.notes[note])} of them ${history.notes[note]}.`
  ),
  leftOut: (left) => `The ${count(left, "oldest rotation")} are left out here; --format json has all.`,
  none: "none"
};
var NOTES = ["format-only", "backwards", "future", "outdated", "unreadable"];
function days(value) {
  return Number.isInteger(value) ? count(value, "day") : `${value} days`;
}

export {
  history
};
