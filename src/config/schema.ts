/**
 * What may stand in the config file: the keys are those of the table of settings, each with the shape of its values. The
 * published JSON Schema is made from this, so what an editor accepts and what the program accepts is one thing. The
 * `error` of each value says what is expected there.
 */
import * as z from 'zod';
import type { Setting } from '../setting-entry.ts';
import { configSettings, type SettingEntry } from '../settings.ts';
import { KIND_NAME, kindsShape, PACKS } from './kinds.ts';
import { TITLE_PLACEHOLDERS } from './title.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

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

function matchShape(kinds: readonly string[], isOpen: boolean) {
  const named = z.enum(kinds, { error: `one of ${kinds.join(', ')}` });
  return group(
    {
      namespace: globs.optional().describe('Namespaces, by name or glob'),
      cluster: globs.optional().describe('Clusters, by folder name, first label or glob'),
      team: globs
        .optional()
        .describe('Teams, by name or glob: the annotation team-name and the groups of 01-rbac.yaml'),
      kind: oneOrMore(
        isOpen ? z.union([named, text(KIND_NAME, 'the name of a kind')]) : named,
        `one of ${kinds.join(', ')}, or a list of them`,
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
}

const AGES = 'a whole number of days, from 0 to 36500, or a map of them by kind';

const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;
const SLUG = /^[a-z0-9][a-z0-9_-]*$/;

const titlePattern = new RegExp(
  `^(?:[^{}\\u0000-\\u001f\\u007f]|\\{(?:${TITLE_PLACEHOLDERS.join('|')})\\})*$`,
);

const AUTHOR = /^[^<>\u0000-\u001f\u007f]*[^<>\u0000-\u0020\u007f] <[^<>@\s]+@[^<>@\s]+>$/;

const logins = listOf(text(LOGIN, 'a login of GitHub'), 'a list of logins of GitHub');

const window = group(
  {
    days: listOf(z.enum(DAYS, { error: `one of ${DAYS.join(', ')}` }), `a list of ${DAYS.join(', ')}`)
      .min(1, { error: `a list of ${DAYS.join(', ')}` })
      .optional()
      .describe('The days on which it begins; default every day'),
    from: text(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day as "hh:mm", from "00:00" to "23:59"')
      .optional()
      .describe('London time; default 00:00'),
    to: text(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day as "hh:mm", from "00:00" to "24:00"')
      .optional()
      .describe('London time, earlier than `from` for a window over midnight; default 24:00'),
  },
  'a map with days, from and to',
);

const STAGGER = 'true, false, or a map with enabled, holdProductionDays and notOneApplication';

const stagger = group(
  {
    enabled: flag.optional(),
    holdProductionDays: whole(0, 365, 'a whole number of days')
      .optional()
      .describe(
        'Days that production waits for the rest of its application, be it open or impossible to open',
      ),
    notOneApplication: listOf(text(ONE_LINE, 'the name of an application'), 'a list of names of applications')
      .optional()
      .describe('Values of the annotation `application` that unrelated namespaces share'),
  },
  STAGGER,
);

/** The shapes of values that the type of a setting does not tell, by key of the file. */
function shapesByKey(kinds: readonly string[], isOpen: boolean) {
  const match = matchShape(kinds, isOpen);
  const closed = group(
    Object.fromEntries(['default', ...kinds].map((name) => [name, days.optional()])),
    AGES,
  );
  const ages = (isOpen ? closed.catchall(days) : closed) as unknown as z.ZodType<
    Readonly<Record<string, number>>
  >;
  return {
    extends: z.enum(PACKS, { error: `one of ${PACKS.join(', ')}` }),
    kinds: kindsShape,
    maxAge: z.union([days, ages], { error: AGES }),
    overrides: listOf(
      group({ match, maxAge: days }, 'a map with match and maxAge'),
      'a list of maps with match and maxAge',
    ),
    exclude: listOf(
      group({ match, reason }, 'a map with match and reason'),
      'a list of maps with match and reason',
    ),
    snooze: listOf(
      group(
        { match, until: day.describe('From this day on it counts no more'), reason },
        'a map with match, until and reason',
      ),
      'a list of maps with match, until and reason',
    ),
    clusters: globs,
    windows: listOf(window, 'a list of maps with days, from and to').min(1, {
      error: 'at least one window, or no key windows',
    }),
    freezes: listOf(
      group({ from: day, to: day, reason }, 'a map with from, to and reason'),
      'a list of maps with from, to and reason',
    ),
    stagger: z.union([flag, stagger], { error: STAGGER }),
    refreshAfter: whole(1, 365, 'a whole number of days'),
    labels: listOf(text(ONE_LINE, 'the name of a label, at most 50 characters', 50), 'a list of labels'),
    reviewers: logins,
    teamReviewers: listOf(
      text(SLUG, 'the slug of a team of GitHub, without its organisation'),
      'a list of slugs of teams of GitHub',
    ),
    assignees: logins,
    author: text(AUTHOR, 'an author as "Name <email>"'),
    title: text(
      titlePattern,
      `a title of at most 200 characters, in braces only ${TITLE_PLACEHOLDERS.join(', ')}`,
      200,
    ),
    base: text(/^(?![-/.])(?!.*(?:\.\.|\/\/|@\{))[^\u0000-\u0020\u007f~^:?*[\\]+$/, 'the name of a branch'),
  };
}

/** The shape of a value that needs no words of its own. */
function plainShape({ name, type, choices = [] }: Setting): z.ZodType {
  switch (type) {
    case 'switch':
    case 'toggle':
      return flag;
    case 'number':
      return whole(1, 10_000, 'a whole number');
    case 'choice':
      return z.enum(choices, { error: `one of ${choices.join(', ')}` });
    case 'list':
      return listOf(text(ONE_LINE, 'one line of text'), 'a list of texts');
    case 'text':
    case 'optional':
      return text(ONE_LINE, 'one line of text');
    case 'file':
      throw new Error(`${name} has no shape`);
  }
}

type Shapes = ReturnType<typeof shapesByKey>;
type KeyedEntry = Extract<SettingEntry, { readonly config: { readonly key: string } }>;
type PlainValue<E> = E extends { readonly type: 'number' }
  ? number
  : E extends { readonly type: 'switch' | 'toggle' }
    ? boolean
    : E extends { readonly type: 'list' }
      ? readonly string[]
      : E extends { readonly choices: readonly (infer Word)[] }
        ? Word
        : string;

/** The file as it was written. */
export type ConfigValues = {
  readonly [E in KeyedEntry as E['config']['key']]?:
    | (E['config']['key'] extends keyof Shapes ? z.output<Shapes[E['config']['key']]> : PlainValue<E>)
    | undefined;
};

export type Weekday = (typeof DAYS)[number];
export type MatchValues = z.output<ReturnType<typeof matchShape>>;

/**
 * @param kinds names of the kinds that a `match` and `maxAge` may name
 * @param isOpen they may also name others: which ones a file has itself, no schema knows
 */
export function configSchema(kinds: readonly string[], isOpen = false): z.ZodType<ConfigValues> {
  const key = `${kinds.join(' ')}${isOpen ? ' and others' : ''}`;
  const schema = SCHEMAS.get(key) ?? makeSchema(kinds, isOpen);
  SCHEMAS.set(key, schema);
  return schema;
}

/** Made once for each list of kinds. */
const SCHEMAS = new Map<string, z.ZodType<ConfigValues>>();

function makeSchema(kinds: readonly string[], isOpen: boolean): z.ZodType<ConfigValues> {
  const shapes = new Map<string, z.ZodType>(Object.entries(shapesByKey(kinds, isOpen)));
  const keys = configSettings().map((setting) => {
    const { key, help = setting.help } = setting.config;
    return [key, (shapes.get(key) ?? plainShape(setting)).optional().describe(help)] as const;
  });
  return group(Object.fromEntries(keys), 'a map of settings') as unknown as z.ZodType<ConfigValues>;
}

/** A part of a JSON Schema, as far as anything here looks into it. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly enum?: readonly string[];
  readonly [keyword: string]: unknown;
}

/** The config file as a JSON Schema (draft 2020-12), for editors. What it cannot say, `loadConfig` checks. */
export function jsonSchema(kinds: readonly string[], isOpen = false): SchemaNode {
  const { $schema, ...rest } = z.toJSONSchema(configSchema(kinds, isOpen), { io: 'input' });
  return {
    $schema,
    title: 'rotate-pr',
    description: 'The settings of rotate-pr in .github/rotate-pr.yml',
    ...rest,
  } as SchemaNode;
}

/** The parts of the schema that a place in the file may follow: several where it allows several shapes. */
export function schemaAt(schema: SchemaNode, path: readonly (string | number)[]): readonly SchemaNode[] {
  const shapes = schema.anyOf ?? [schema];
  const [first, ...rest] = path;
  if (first === undefined) return shapes;
  return shapes.flatMap(({ properties, additionalProperties, items }) => {
    const next = typeof first === 'number' ? items : (properties?.[first] ?? additionalProperties);
    return typeof next !== 'object' ? [] : schemaAt(next, rest);
  });
}
