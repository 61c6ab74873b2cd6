/**
 * What may stand in the config file. The published JSON Schema is made from this (json-schema.ts), so what an editor
 * accepts and what the program accepts is one thing. The `error` of each value says what is expected there.
 */
import * as z from 'zod';
import { TITLE_PLACEHOLDERS } from './title.ts';

/** The kinds of credentials, spelt out: this folder knows nothing of the rest of the program. */
export const KINDS = ['serviceaccount', 'rds', 'elasticache', 'hmpps-template'] as const;

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const MERGE_METHODS = ['merge', 'squash', 'rebase'] as const;

const MAX_TEXT = 300;
const MAX_LIST = 200;

function whole(min: number, max: number, what: string) {
  const error = `${what}, from ${min} to ${max}`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

function text(pattern: RegExp, error: string, max = MAX_TEXT) {
  return z.string({ error }).min(1, { error }).max(max, { error }).regex(pattern, { error });
}

function listOf<T extends z.ZodType>(item: T, error: string) {
  return z.array(item, { error }).max(MAX_LIST, { error: `at most ${MAX_LIST} of them` });
}

/** One or several, for what is mostly one. */
function oneOrMore<T extends z.ZodType>(item: T, error: string) {
  return z.union([item, listOf(item, error).min(1, { error })], { error });
}

function group<T extends z.ZodRawShape>(shape: T, error: string) {
  return z.strictObject(shape, { error });
}

const flag = z.boolean({ error: 'true or false' });

/** No line break and no other control character: it is shown in tables, titles and logs. */
const ONE_LINE = /^[^\u0000-\u001f\u007f]*$/;

const days = whole(0, 36_500, 'a whole number of days');

const day = z.iso.date({ error: 'a day of the calendar, as yyyy-MM-dd' });

const reason = text(ONE_LINE, `why, in one line of at most ${MAX_TEXT} characters`);

const glob = text(ONE_LINE, 'a name or a glob');

const globs = oneOrMore(glob, 'a name, a glob, or a list of them');

const match = group(
  {
    namespace: globs.optional().describe('Namespaces, by name or glob'),
    cluster: globs.optional().describe('Clusters, by folder name, first label or glob'),
    team: globs
      .optional()
      .describe('Teams, by name or glob: the annotation team-name and the groups of 01-rbac.yaml'),
    kind: oneOrMore(
      z.enum(KINDS, { error: `one of ${KINDS.join(', ')}` }),
      `one of ${KINDS.join(', ')}, or a list of them`,
    )
      .optional()
      .describe('Kinds of credentials'),
    production: flag.optional().describe('What the label is-production of the namespace says'),
    module: globs.optional().describe('Modules, by name or glob'),
    credential: globs.optional().describe('Ids of credentials, whole or as a glob'),
  },
  'a map with at least one of namespace, cluster, team, kind, production, module, credential',
)
  .refine((given) => Object.keys(given).length > 0, {
    error: 'at least one of namespace, cluster, team, kind, production, module, credential',
  })
  .meta({ minProperties: 1, description: 'What the rule is about: all of these must hold' });

const AGES = 'a whole number of days, from 0 to 36500, or a map of them by kind';

const ages = {
  default: days.optional().describe('For the kinds that are not named here'),
  serviceaccount: days.optional(),
  rds: days.optional(),
  elasticache: days.optional(),
  'hmpps-template': days.optional(),
};

const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;
const SLUG = /^[a-z0-9][a-z0-9_-]*$/;

const titlePattern = new RegExp(
  `^(?:[^{}\\u0000-\\u001f\\u007f]|\\{(?:${TITLE_PLACEHOLDERS.join('|')})\\})*$`,
);

export const configSchema = group(
  {
    maxAge: z
      .union([days, group(ages, AGES)], { error: AGES })
      .optional()
      .describe('Days after which a rotation is due; default 90'),
    overrides: listOf(
      group({ match, maxAge: days }, 'a map with match and maxAge'),
      'a list of maps with match and maxAge',
    )
      .optional()
      .describe('Other maximum ages for some credentials; of those that match the last counts'),
    exclude: listOf(
      group({ match, reason }, 'a map with match and reason'),
      'a list of maps with match and reason',
    )
      .optional()
      .describe('Credentials that are never rotated; they are listed as exempt, with the reason'),
    snooze: listOf(
      group(
        { match, until: day.describe('From this day on it counts no more'), reason },
        'a map with match, until and reason',
      ),
      'a list of maps with match, until and reason',
    )
      .optional()
      .describe('Credentials that are not rotated before a day; they are listed as held until then'),
    clusters: globs.optional().describe('Only these clusters, unless --cluster names others'),

    windows: listOf(
      group(
        {
          days: listOf(z.enum(DAYS, { error: `one of ${DAYS.join(', ')}` }), `a list of ${DAYS.join(', ')}`)
            .min(1, { error: `a list of ${DAYS.join(', ')}` })
            .optional()
            .describe('The days on which it begins; default every day'),
          from: text(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day as "hh:mm", from "00:00" to "23:59"')
            .optional()
            .describe('London time; default 00:00'),
          to: text(
            /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/,
            'a time of day as "hh:mm", from "00:00" to "24:00"',
          )
            .optional()
            .describe('London time, earlier than `from` for a window over midnight; default 24:00'),
        },
        'a map with days, from and to',
      ),
      'a list of maps with days, from and to',
    )
      .min(1, { error: 'at least one window, or no key windows' })
      .optional()
      .describe('When pull requests are opened; default always'),
    freezes: listOf(
      group({ from: day, to: day, reason }, 'a map with from, to and reason'),
      'a list of maps with from, to and reason',
    )
      .optional()
      .describe('Days on which no pull request is opened, the first and the last included'),

    limit: whole(1, 10_000, 'a whole number').optional().describe('Pull requests that one run opens at most'),
    maxOpen: whole(1, 10_000, 'a whole number')
      .optional()
      .describe('Pull requests of rotate-pr that are open at one time at most'),
    hourlyLimit: whole(1, 10_000, 'a whole number')
      .optional()
      .describe('Pull requests that are opened in an hour at most'),
    stagger: z
      .union(
        [
          flag,
          group(
            {
              enabled: flag.optional(),
              holdProductionDays: whole(0, 365, 'a whole number of days')
                .optional()
                .describe('Days that production waits for the rest of its application'),
              notOneApplication: listOf(
                text(ONE_LINE, 'the name of an application'),
                'a list of names of applications',
              )
                .optional()
                .describe('Values of the annotation `application` that unrelated namespaces share'),
            },
            'true, false, or a map with enabled, holdProductionDays and notOneApplication',
          ),
        ],
        { error: 'true, false, or a map with enabled, holdProductionDays and notOneApplication' },
      )
      .optional()
      .describe('Whether the namespaces of an application are rotated one after the other, production last'),
    refreshAfter: whole(1, 365, 'a whole number of days')
      .optional()
      .describe('Days after which the date in an open pull request is renewed'),

    labels: listOf(
      text(ONE_LINE, 'the name of a label, at most 50 characters', 50),
      'a list of labels',
    ).optional(),
    reviewers: listOf(text(LOGIN, 'a login of GitHub'), 'a list of logins of GitHub').optional(),
    teamReviewers: listOf(
      text(SLUG, 'the slug of a team of GitHub, without its organisation'),
      'a list of slugs of teams of GitHub',
    ).optional(),
    requestReview: flag.optional().describe('Ask the teams of 01-rbac.yaml for a review'),
    assignees: listOf(text(LOGIN, 'a login of GitHub'), 'a list of logins of GitHub').optional(),
    draft: flag.optional().describe('Open pull requests as drafts'),
    autoMerge: z
      .enum(MERGE_METHODS, { error: `one of ${MERGE_METHODS.join(', ')}` })
      .optional()
      .describe('Merge by itself once the checks pass and the reviews are there'),
    sign: flag.optional().describe('Make commits through the API of GitHub, which signs them'),
    author: text(
      /^[^<>\u0000-\u001f\u007f]*[^<>\u0000-\u0020\u007f] <[^<>@\s]+@[^<>@\s]+>$/,
      'an author as "Name <email>"',
    )
      .optional()
      .describe('Who the commits are from'),
    title: text(
      titlePattern,
      `a title of at most 200 characters, in braces only ${TITLE_PLACEHOLDERS.join(', ')}`,
      200,
    )
      .optional()
      .describe(
        `Title of the pull requests; ${TITLE_PLACEHOLDERS.map((name) => `{${name}}`).join(', ')} are filled in`,
      ),
    base: text(/^(?![-/.])(?!.*(?:\.\.|\/\/|@\{))[^\u0000-\u0020\u007f~^:?*[\\]+$/, 'the name of a branch')
      .optional()
      .describe("Branch to read and to open against; default the remote's default branch"),
  },
  'a map of settings',
);

/** The file as it was written. */
export type ConfigValues = z.output<typeof configSchema>;

export type ConfigKind = (typeof KINDS)[number];
export type Weekday = (typeof DAYS)[number];
export type MergeMethod = (typeof MERGE_METHODS)[number];
export type MatchValues = z.output<typeof match>;
