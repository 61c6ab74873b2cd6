/** Every reason of a judgement or a plan in words, in this one place. */
import type { Credential, Reason, Skipped } from '../results/results.ts';
import type { FileEdit, PlannedChange } from '../rotation/edits.ts';
import type { Assessment, Judgement } from '../rotation/judge.ts';
import type { UnreadSource } from '../rotation/modules.ts';
import type { NotRotated } from '../rotation/plan.ts';
import type { Cause, FactsOf, ReasonCode, TargetVersion } from '../rotation/reasons.ts';
import type { NotLiteral } from '../rotation/scope.ts';
import { listWords } from './format.ts';

const WORDS: { readonly [C in ReasonCode]: (facts: FactsOf<C>) => string } = {
  excluded: ({ file, line, reason }) => `excluded by ${file}:${line}: ${reason}`,
  snoozed: ({ file, line, reason, until }) => `put off until ${until} by ${file}:${line}: ${reason}`,
  'namespace-held': ({ files, stopsEveryApply }) =>
    `the namespace is on hold: ${files.join(' and ')} ${stopsEveryApply ? 'stops every apply' : 'makes the pipeline pass it by'}`,
  'not-applied': () =>
    'the pipeline applies the .tf files directly in resources/, and no module block there loads this folder',
  'no-instance': ({ argument, ofCallers }) =>
    `${argument === 'count' ? 'count is 0' : 'for_each is empty'}${ofCallers ? ' where its folder is loaded' : ''}: there is nothing to rotate until it is made`,

  'date-by-reference': ({ name, file, otherUses }) =>
    `the date is that of ${name} in ${file} and is changed there${otherUses.length === 0 ? '' : `; ${name} is also used in ${otherUses.join(', ')}`}`,
  'rotates-itself': ({ written }) => `Terraform rotates it by ${written}`,
  'could-rotate-itself': (facts) =>
    'remove' in facts
      ? `Terraform would rotate it every ${facts.every} by itself without ${listWords(facts.remove)}: --restore-self-rotation takes them out, which is one last rotation`
      : `nothing refers to ${facts.address} (${facts.place}): with ${facts.expression} in place of the date, which --restore-self-rotation writes, Terraform would rotate it ${everyWords(facts.every)}`,
  'self-rotation-unclear': ({ address, place, expression, rivals }) =>
    `nothing refers to ${address} (${place}), and whether it rotated this or ${listWords(rivals)} is not known: write ${expression} by hand where Terraform is to rotate`,
  'nothing-to-restore': () => 'there is nothing here by which Terraform would rotate it',
  'not-removable': ({ argument, line, why }) =>
    `${argument} (line ${line}) ${why === 'line' ? 'shares its line with something else' : 'stands between comments that would have to move'}: take it out by hand`,
  'not-a-literal': ({ argument, because }) => `${argument}: ${notLiteral(because)}`,
  'argument-by-hand': ({ argument, isSet }) =>
    isSet
      ? `${argument}: what it leads into is no map that is written out here: rotate it by hand`
      : `${argument} is not set: write it in by hand, with the day of the last rotation`,
  'several-kinds': ({ kinds }) =>
    `it has the arguments of the kinds ${kinds.join(' and ')}: which of them rotates it cannot be known; leave one of these arguments out`,
  'never-rotated': () => 'no rotation date is set',
  'placeholder-date': ({ value }) => `${JSON.stringify(value)} is a placeholder, not a rotation`,
  'unreadable-date': ({ value }) => `${JSON.stringify(value)} cannot be read as a date`,
  'future-date': ({ value, days }) => `${JSON.stringify(value)} is ${days} days in the future`,
  'older-than-max-age': ({ days, maxAgeDays }) => `rotated ${days} days ago, ${maxAgeDays} are allowed`,

  'version-too-old': ({ version, argument, target, notUpgraded }) =>
    `module version ${version} has no ${argument}: upgrade it to ${versionWords(target)} first${notUpgraded === undefined ? '' : `; ${reasonOf(notUpgraded).message}`}`,
  'version-behind': ({ version, latest, isMajorStep, releases }) => {
    const distance = [
      ...(isMajorStep ? ['a major step'] : []),
      ...(releases === 0 ? [] : [`${releases} ${releases === 1 ? 'release' : 'releases'} behind`]),
    ];
    return `module version ${version}, latest is ${versionWords(latest)}${distance.length === 0 ? '' : `: ${distance.join(', ')}`}`;
  },
  'variable-found': ({ argument, ref }) => `${unversioned(ref)}; GitHub has ${argument} there`,
  'variable-missing': ({ argument, ref, target }) =>
    `${unversioned(ref)}; GitHub has no ${argument} there: change the source to ${versionWords(target)} first`,
  'version-unknown': ({ argument, ref, why }) =>
    `${unversioned(ref)}: whether the module has ${argument} is not known${why === null ? '' : ` (${why})`}`,

  'not-published': ({ module }) => stays(`its source is not ministryofjustice/${module} on github.com`),
  'no-version': ({ ref, version }) =>
    stays(
      ref === null
        ? 'its source names no version'
        : version === null
          ? `its ref ${ref} is no version`
          : 'its source has no ?ref= to change',
    ),
  'latest-unknown': ({ module, seen }) =>
    stays(
      `the latest release of ${module} is not known${seen === null ? '' : `; ${seen.version} is only the ${seen.origin}`}`,
    ),
  'major-upgrade': ({ from, to }) => stays(`${from} to ${to} is a major step: --upgrade=major takes it`),

  'invalid-hcl': ({ line, column, what, help }) =>
    `the file does not parse (line ${line}, column ${column}): ${what}${help === null ? '' : `: ${help}`}`,
  'symbolic-link': () => 'the file is a symbolic link: rotate it where it leads',
  'json-syntax': () => "it is written in Terraform's JSON syntax, which is not edited: rotate it by hand",
  'unknown-module': ({ module, because }) => `module ${module}: ${unreadSource(because)}: rotate it by hand`,
  'unknown-argument': ({ argument, meant }) =>
    `${argument} is no argument of this module: did you mean ${meant}?`,
  'duplicate-argument': ({ argument, line }) => `${argument} is set twice, again on line ${line}: remove one`,
  'override-file': () => 'Terraform merges this file over another: rotate it by hand',
  overridden: ({ place }) => `${place} overrides this module: rotate it by hand`,
  'duplicate-module': ({ name }) => `two modules of this folder are named ${name}: rename one`,

  'commented-out': () => 'the module is commented out',
  'in-heredoc': () => 'the module is text of a heredoc, which Terraform does not run',

  'shared-date': (facts) => `its date is also that of ${facts.with.join(', ')}: select them together`,
  'already-rotated': ({ value, again }) =>
    `its date already is ${value}${again ? '' : ' (--again rotates it once more)'}`,
};

function everyWords(every: string | null): string {
  return every === null ? 'by itself' : `every ${every} by itself`;
}

/** A reason with its sentence, as JSON and the reports have it. */
export function reasonOf(cause: Cause): Reason {
  if (!('facts' in cause)) return cause;
  const words = WORDS[cause.code] as (facts: FactsOf<ReasonCode>) => string;
  return { code: cause.code, message: words(cause.facts) };
}

/** A reason that stands in another file. */
export function reasonIn(path: string, cause: Cause): Reason {
  const { code, message } = reasonOf(cause);
  return { code, message: `${path}: ${message}` };
}

/** A judgement with its reasons in words. */
export function assessmentOf({ reasons, ...judgement }: Judgement): Assessment {
  const credential: Credential = { ...judgement.credential, reasons: reasons.map(reasonOf) };
  return { ...judgement, credential };
}

/** Why a selected credential is not rotated, in words. */
export function skippedOf({ id, cause }: NotRotated): Skipped {
  return { id, ...reasonOf(cause) };
}

/** An edit whose changes say in words why a module's version stays. */
export function editOf(edit: FileEdit<PlannedChange>): FileEdit {
  const changes = edit.changes.map(({ notUpgraded, ...change }) =>
    notUpgraded === undefined ? change : { ...change, notUpgraded: reasonOf(notUpgraded) },
  );
  return { ...edit, changes };
}

/** `1.2.0 (GitHub)`: the version, and who says that it is the latest. */
export function versionWords(target: TargetVersion): string {
  return 'origin' in target ? `${target.version} (${target.origin})` : target.version;
}

function notLiteral(because: NotLiteral): string {
  switch (because.why) {
    case 'defined-twice':
      return `${because.name} is defined more than once in this folder`;
    case 'undefined':
      return `${because.name} is defined nowhere in this folder`;
    case 'circular':
      return `${because.name} leads back to itself`;
    case 'no-default':
      return `${because.name} (${because.place}) has no default: its value is set from outside`;
    case 'set-elsewhere':
      return `${because.name} is set in ${because.place}: change it there`;
    case 'set-by-callers':
      return `${because.name} is set for each of its callers (${because.places.join(' and ')})`;
    case 'no-string':
      return `${because.written} (${because.place}) is no plain string: change the date there by hand`;
    case 'no-entry':
      return `${because.place} has no key ${because.key} that is written out: change the date there by hand`;
    case 'in-json':
      return `the date stands in Terraform's JSON syntax (${because.place}): change it there by hand`;
  }
}

function unreadSource(because: UnreadSource): string {
  switch (because.why) {
    case 'no-kind':
      return `it sets ${because.sets}, and its source ${because.written} is the module of no kind`;
    case 'no-string':
      return `its source is ${because.written}, which is no plain string`;
    case 'no-repository':
      return `its source ${because.written} has no form that names a repository`;
  }
}

function unversioned(ref: string | null): string {
  return ref === null
    ? 'the source names no version'
    : `${ref} is a branch, commit or pre-release, not a version`;
}

function stays(why: string): string {
  return `the module version stays: ${why}`;
}
