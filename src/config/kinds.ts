/** Kinds of credentials that a config file describes, in the form in which the program's own are. */
import * as z from 'zod';
import { type About, type Kind, type Noun, type Rule, UNDESCRIBED } from '../kinds/kind.ts';
import { BUILT_IN_KINDS, type Kinds, makeKinds } from '../kinds/registry.ts';
import { DATE_FORMATS } from '../util/dates.ts';

/** What `extends` may say: the kinds of the program, or none of them. */
export const PACKS = ['moj', 'none'] as const;

const ONE_LINE = /^[^\u0000-\u001f\u007f]*$/;

/** Of a kind: it stands in flags, titles and JSON. */
export const KIND_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

function text(pattern: RegExp, error: string, max = 300) {
  return z.string({ error }).min(1, { error }).max(max, { error }).regex(pattern, { error });
}

function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words, { error: `one of ${words.join(', ')}` });
}

function map<T extends z.ZodRawShape>(shape: T, error: string) {
  return z.strictObject(shape, { error });
}

const argumentName = text(/^[A-Za-z_][\w-]*$/, 'the name of an argument');
const line = text(ONE_LINE, 'one line of text');
const effect = oneOf(['exempt', 'blocked', 'warning']);
const code = text(/^[a-z][a-z0-9-]*$/, 'a code of small letters, digits and -');

const UNKNOWN = 'a map with effect, message and, where it has its own, code';
const RULE = 'a map with argument, is, effect, code, message and unknown';

const rule = map(
  {
    argument: argumentName.describe('Whose value is asked'),
    is: oneOf(['set', 'true', 'equal', 'not', 'below']).describe(
      'What it has to be; `below` compares versions',
    ),
    value: line.optional().describe('What it is compared with'),
    effect: effect.describe('Nothing to rotate, to be mended first, or to be known'),
    code,
    message: line.describe('{value} and {written} are filled in'),
    unknown: map({ effect, message: line, code: code.optional() }, UNKNOWN).describe(
      'What is said where the value cannot be known',
    ),
  },
  RULE,
);

const MODULE = 'the name of a repository, or an address in a registry such as hashicorp/consul/aws';
const BLOCK = 'a map with either module or resource, and argument and format';

const kind = map(
  {
    module: text(/^(?:[\w.-]+|[\w.-]+(?:\/[\w.-]+){2,3})$/, MODULE)
      .optional()
      .describe('A module: the name of its repository, or its address in a registry'),
    resource: text(/^[a-z][a-z0-9_]*$/, 'the type of a resource, such as random_password')
      .optional()
      .describe('In place of a module the type of a resource; one without the argument is no credential'),
    argument: text(
      /^[A-Za-z_][\w-]*(?:\.[\w-]+)*$/,
      'the name of an argument, or a path of names such as keepers.rotated_at',
    ).describe('The argument that rotates it, or the path to it: keepers.rotated_at'),
    format: oneOf(DATE_FORMATS).describe('How the date is written'),
    since: text(/^\d+\.\d+(?:\.\d+)?$/, 'a version such as "1.2.0"')
      .optional()
      .describe('First version of the module that has the argument'),
    companion: map({ argument: argumentName }, 'a map with argument')
      .optional()
      .describe('An argument that has to be true, or the date is not in force'),
    secretOutputs: z
      .array(argumentName, { error: 'a list of names of outputs' })
      .optional()
      .describe(
        'Outputs of the module, or attributes of the resource, that change with a rotation; default all',
      ),
    noun: map(
      { one: line, many: line, secret: line.optional(), server: line.optional() },
      'a map with one, many, secret and server',
    )
      .optional()
      .describe('What it is called in sentences'),
    applying: line.optional().describe('What Terraform does when the change is applied, for a pull request'),
    overlap: oneOf(['none', 'one'])
      .optional()
      .describe('Whether the value from before stays valid for a while'),
    restart: oneOf(['all', 'one-by-one', 'none'])
      .optional()
      .describe('How what reads the value is restarted after a rotation'),
    byDefault: z
      .boolean({ error: 'true or false' })
      .optional()
      .describe('Whether it is rotated where no kind is named; default true'),
    rules: z
      .array(rule, { error: `a list of maps: each ${RULE}` })
      .optional()
      .describe('What values of other arguments mean for a rotation'),
  },
  BLOCK,
)
  .refine((given) => (given.module === undefined) !== (given.resource === undefined), { error: BLOCK })
  .meta({ oneOf: ['module', 'resource'].map((key) => ({ properties: { [key]: {} }, required: [key] })) });

/** The shape of the key `kinds`. */
export const kindsShape = z.record(
  text(KIND_NAME, 'the name of a kind: small letters, digits and -', 40),
  kind,
  { error: 'a map of kinds by name' },
);

export type KindsValues = z.output<typeof kindsShape>;

/** The names of the kinds that a file may use: those that it extends and those that it has itself. */
export function namesOfKinds(data: unknown, builtIn: readonly string[]): readonly string[] {
  const given =
    typeof data === 'object' && data !== null ? new Map<string, unknown>(Object.entries(data)) : null;
  const own = given?.get('kinds');
  const names = typeof own === 'object' && own !== null ? Object.keys(own) : [];
  const base = given?.get('extends') === 'none' ? [] : builtIn;
  return [...base, ...names.filter((name) => KIND_NAME.test(name) && !base.includes(name))];
}

/** The kinds in force with the settings of a file. */
export function kindsInForce(pack: (typeof PACKS)[number] = 'moj', own: KindsValues = {}): Kinds {
  const kinds = Object.entries(own).map(([name, values]) => makeKind(name, values));
  if (pack === 'none') return makeKinds([], kinds, new Map());
  return kinds.length === 0 ? BUILT_IN_KINDS : makeKinds(BUILT_IN_KINDS.list, kinds);
}

function makeKind(name: string, given: KindsValues[string]): Kind {
  const { companion, rules = [], overlap = 'none', restart = 'all' } = given;
  const noun: Noun = {
    one: given.noun?.one ?? `${name} credential`,
    many: given.noun?.many ?? `${name} credentials`,
    secret: given.noun?.secret ?? 'secret',
    server: given.noun?.server ?? 'server',
  };
  return {
    name,
    aliases: [],
    noun,
    about: aboutOf(given),
    argument: given.argument,
    format: given.format,
    isPartOfName: false,
    since: given.since ?? null,
    byDefault: given.byDefault ?? true,
    companion: companion === undefined ? null : { argument: companion.argument, value: 'true' },
    selfRotation: null,
    applying: given.applying ?? UNDESCRIBED,
    impact: impactOf(noun, overlap, restart),
    overlap,
    restart,
    secretOutputs: given.secretOutputs ?? ['*'],
    echoes: {},
    serviceAccount: null,
    setNewest: null,
    rules: rules.map(makeRule),
  };
}

/** One line for whoever decides about the merge, by what the file says of the old value. */
function impactOf(
  { secret, server }: Noun,
  overlap: Kind['overlap'],
  restart: Kind['restart'],
): Kind['impact'] {
  if (overlap === 'one') return { unknown: `no downtime: the ${secret} from before stays valid for a while` };
  const unknown = `whoever has the ${secret} loses the ${server} from the apply until they get the new one`;
  return restart === 'none'
    ? { unknown }
    : { unknown, object: `pods lose the ${server} from the apply until they restart` };
}

function makeRule({ value, unknown, ...rest }: NonNullable<KindsValues[string]['rules']>[number]): Rule {
  const { code: own, ...said } = unknown;
  return {
    ...rest,
    ...(value === undefined ? {} : { value }),
    unknown: own === undefined ? said : { ...said, code: own },
  };
}

function aboutOf({ module, resource }: KindsValues[string]): About {
  if (module === undefined) return { block: 'resource', type: resource ?? '' };
  if (!module.includes('/')) {
    return { block: 'module', repository: module.toLowerCase(), published: false };
  }
  return { block: 'registry-module', address: module };
}

/** Something about the kinds that does not fit together, and the path of the value where it stands. */
export interface KindSlip {
  readonly path: readonly string[];
  readonly message: string;
}

/** What no schema can say of kinds: names that are taken, and blocks that two of them would claim. */
export function kindSlips(pack: (typeof PACKS)[number] = 'moj', own: KindsValues = {}): readonly KindSlip[] {
  const builtIn = pack === 'none' ? [] : BUILT_IN_KINDS.list;
  const claims = new Map(builtIn.map((each) => [claimOf(each), each.name]));
  const slips: KindSlip[] = [];
  for (const [name, values] of Object.entries(own)) {
    const path = ['kinds', name];
    if (name === 'default' || builtIn.some((each) => each.name === name)) {
      const advice = name === 'default' ? '' : ', or write extends: none';
      slips.push({ path, message: `kinds.${name}: this name is taken: choose another${advice}` });
      continue;
    }
    const made = makeKind(name, values);
    const { about } = made;
    const where = [...path, about.block === 'resource' ? 'resource' : 'module'];
    const other = claims.get(claimOf(made));
    claims.set(claimOf(made), name);
    if (other !== undefined) {
      const message = `kinds.${name} and ${other} would claim the same blocks: keep one of them${about.block === 'resource' ? ', or give them different arguments' : ''}`;
      slips.push({ path: where, message });
    }
    for (const [index, { is, value }] of (values.rules ?? []).entries()) {
      const compares = is === 'equal' || is === 'not' || is === 'below';
      if (compares === (value !== undefined)) continue;
      const message = compares
        ? `a rule with is: ${is} needs a value to compare with`
        : `a rule with is: ${is} compares with no value: take it out`;
      slips.push({ path: [...path, 'rules', String(index), compares ? 'is' : 'value'], message });
    }
  }
  return slips;
}

function claimOf({ about, argument }: Kind): string {
  switch (about.block) {
    case 'resource':
      return JSON.stringify(['resource', about.type, argument]);
    case 'registry-module':
      return JSON.stringify(['module', about.address]);
    case 'module':
      return JSON.stringify(['module', about.repository]);
  }
}
