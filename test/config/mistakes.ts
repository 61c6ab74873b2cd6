/** Config files with mistakes: the text, where the first mistake is told, and what of its message matters. */
export interface Slip {
  readonly name: string;
  readonly text: string;
  /** `line:column` */
  readonly at: string;
  readonly says: string;
  /** What an editor with the published schema can see, and what only the program does. */
  readonly seenBy: 'schema' | 'program';
}

type Row = readonly [name: string, text: string, at: string, says: string];

/** Of the values: the JSON Schema refuses each of them too. */
const OF_VALUES: readonly Row[] = [
  ['a list for the whole', '- limit: 5', '1:1', 'the file is a list, expected a map of settings'],
  ['a word for the whole', 'rotate', '1:1', 'the file is "rotate", expected a map of settings'],
  ['a key spelt wrong', 'limit: 5\nmaxAges: 30', '2:1', 'there is no key "maxAges": did you mean maxAge?'],
  ['a key in kebab case', 'max-age: 30', '1:1', 'did you mean maxAge?'],
  [
    'a key far from all',
    'colour: red',
    '1:1',
    'the keys here are clusters, extends, kinds, maxAge, overrides, exclude',
  ],
  ['a key that objects have', '__proto__: 1', '1:1', 'there is no key "__proto__"'],
  ['a key that is no word', '1: 2', '1:1', 'there is no key "1"'],
  ['an empty key', '"": 2', '1:1', 'there is no key ""'],
  ['a kind spelt wrong in maxAge', 'maxAge:\n  rdss: 1', '2:3', 'no key "rdss" in maxAge: did you mean rds?'],
  ['an age in words', 'maxAge: a year', '1:9', 'maxAge is "a year", expected a whole number of days, from 0'],
  [
    'an age of a kind in words',
    'maxAge: {rds: often}',
    '1:15',
    'maxAge.rds is "often", expected a whole number',
  ],
  ['an age below 0', 'maxAge: -1', '1:9', 'maxAge is -1, expected a whole number of days, from 0'],
  ['half a day', 'maxAge: 1.5', '1:9', 'maxAge is 1.5'],
  ['more than a century', 'maxAge: 40000', '1:9', 'maxAge is 40000'],
  ['an age without a value', 'maxAge:', '1:8', 'maxAge is empty'],
  ['an override without match', 'overrides:\n  - maxAge: 3', '2:5', 'overrides[0].match is missing'],
  [
    'an override without maxAge',
    'overrides:\n  - match: {kind: rds}',
    '2:5',
    'overrides[0].maxAge is missing: expected a whole number of days',
  ],
  ['a match of nothing', 'exclude:\n  - match: {}\n    reason: x', '2:12', 'match is an empty map'],
  [
    'a match spelt wrong',
    'exclude:\n  - match: {namespaces: x}\n    reason: x',
    '2:13',
    'there is no key "namespaces" in exclude[0].match: did you mean namespace?',
  ],
  [
    'a kind spelt wrong',
    'exclude:\n  - match: {kind: RDS}\n    reason: x',
    '2:19',
    'exclude[0].match.kind is "RDS", expected one of serviceaccount, rds, elasticache, hmpps-template, or a list of them: did you mean rds?',
  ],
  [
    'a kind spelt wrong in a list',
    'exclude:\n  - match: {kind: [rds, elasticash]}\n    reason: x',
    '2:25',
    'exclude[0].match.kind[1] is "elasticash"',
  ],
  ['an empty list', 'exclude:\n  - match: {team: []}\n    reason: x', '2:19', 'team is an empty list'],
  ['yes for true', 'draft: yes', '1:8', 'draft is "yes", expected true or false'],
  ['an exclusion without reason', 'exclude:\n  - match: {kind: rds}', '2:5', 'exclude[0].reason is missing'],
  ['a reason of two lines', 'exclude:\n  - match: {kind: rds}\n    reason: "a\\nb"', '3:13', 'in one line'],
  [
    'a day that does not exist',
    'snooze:\n  - match: {kind: rds}\n    until: 2026-02-30\n    reason: x',
    '3:12',
    'snooze[0].until is "2026-02-30", expected a day of the calendar, as yyyy-MM-dd',
  ],
  [
    'a day written another way',
    'freezes: [{from: 18-12-2026, to: 2027-01-03, reason: x}]',
    '1:18',
    'freezes[0].from is "18-12-2026"',
  ],
  ['a weekday spelt wrong', 'windows: [{days: [monday]}]', '1:19', 'did you mean mon?'],
  [
    'a time without its 0',
    'windows: [{from: 9:00}]',
    '1:18',
    'windows[0].from is "9:00", expected a time of day',
  ],
  ['a time after midnight', 'windows: [{to: "24:30"}]', '1:16', 'windows[0].to is "24:30"'],
  ['a window that begins at 24:00', 'windows: [{from: "24:00"}]', '1:18', 'from "00:00" to "23:59"'],
  ['no window at all', 'windows: []', '1:10', 'at least one window'],
  ['a limit of 0', 'limit: 0', '1:8', 'limit is 0, expected a whole number, from 1'],
  ['a limit in quotes', 'limit: "5"', '1:8', 'limit is "5", expected a whole number'],
  ['an endless limit', 'limit: .inf', '1:8', 'limit is Infinity'],
  ['a stagger of days', 'stagger: 3', '1:10', 'stagger is 3, expected true, false, or a map with enabled'],
  ['a key of stagger', 'stagger: {holdproduction: 3}', '1:11', 'there is no key "holdproduction" in stagger'],
  ['one label, no list', 'labels: bug', '1:9', 'labels is "bug", expected a list of labels'],
  ['a label that is a number', 'labels: [bug, 7]', '1:15', 'labels[1] is 7'],
  ['a login with a blank', "reviewers: ['a b']", '1:13', 'reviewers[0] is "a b", expected a login of GitHub'],
  ['a team with its organisation', 'teamReviewers: [moj/webops]', '1:17', 'without its organisation'],
  [
    'a merge method',
    'autoMerge: sqash',
    '1:12',
    'expected one of merge, squash, rebase: did you mean squash?',
  ],
  ['an author without address', 'author: Somebody', '1:9', 'expected an author as "Name <email>"'],
  ['a word in braces', 'title: "Rotate {secrets}"', '1:8', 'in braces only namespace, cluster, team, count'],
  ['a lone brace', 'title: "Rotate {"', '1:8', 'title is "Rotate {"'],
  ['a branch like a flag', 'base: --upload-pack=x', '1:7', 'expected the name of a branch'],
  ['a branch that leads up', 'base: a/../b', '1:7', 'expected the name of a branch'],
  ['behind an anchor', 'labels: &x [*x]', '1:12', 'labels[0] is a list'],
  ['behind other letters', 'é: 1', '1:1', 'there is no key "é"'],
  ['after wide letters', 'title: "𝓐é"\nlabels: [👩‍👩‍👧, 3]', '2:13', 'labels[1] is 3'],
  ['a merge key', '<<: {limit: 1}', '1:1', 'there is no key "<<"'],
];

/** Of the text, before there are values; and of values that fit each their place and not each other. */
const OF_THE_PROGRAM: readonly Row[] = [
  ['the same key twice', 'limit: 5\nlimit: 6', '2:1', 'this key stands here a second time'],
  ['a tab before a key', 'maxAge:\n\trds: 1', '2:1', 'a tab stands where YAML wants spaces'],
  ['a second document', 'limit: 1\n---\nlimit: 2', '2:1', 'a second document begins here'],
  ['a wrong indent', 'labels: [a, ]\n  b: c', '2:1', 'the indent fits no line above it'],
  ['a quote that does not end', 'title: "Rotate', '1:15', 'not valid YAML'],
  ['a tag', 'limit: !!binary aGk=', '1:17', 'tags (!name) mean nothing here'],
  ['a tag of nobody', 'limit: !days 3', '1:8', 'tags (!name) mean nothing here'],
  ['an alias of nothing', 'labels: [*x]', '1:10', 'the aliases (*name) lead to nothing'],
  [
    'a bomb of aliases',
    [
      'a: &a [x, x, x, x, x, x, x, x]',
      'b: &b [*a, *a, *a, *a, *a, *a, *a, *a]',
      'c: &c [*b, *b, *b, *b, *b, *b, *b, *b]',
      'd: [*c, *c, *c, *c, *c, *c, *c, *c]',
    ].join('\n'),
    '2:8',
    'more than 50 copies',
  ],
  ['a nest without end', `labels: ${'['.repeat(20_000)}`, '1:', 'nested too deep'],
  ['a window without length', 'windows: [{from: "09:00", to: "09:00"}]', '1:31', 'begins and ends at 09:00'],
  [
    'a freeze that ends before it begins',
    'freezes: [{from: 2026-12-18, to: 2026-01-03, reason: x}]',
    '1:34',
    'the freeze ends on 2026-01-03, before it begins on 2026-12-18',
  ],
];

export const SLIPS: readonly Slip[] = [
  ...OF_VALUES.map((row) => slip(row, 'schema')),
  ...OF_THE_PROGRAM.map((row) => slip(row, 'program')),
];

function slip([name, text, at, says]: Row, seenBy: Slip['seenBy']): Slip {
  return { name, text, at, says, seenBy };
}
