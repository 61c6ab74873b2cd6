/**
 * Holds what goes over the wire against GitHub's own OpenAPI description: what rotate-pr sends, strictly; what the
 * demo's GitHub answers, but for the deviations listed here. So neither side of the double can be wrong alone.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

interface Operation {
  readonly query: Readonly<Record<string, object>>;
  readonly request: object | null;
  readonly responses: Readonly<Record<string, object | null>>;
}

interface Extract {
  readonly version: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly $defs: Readonly<Record<string, object>>;
}

interface Deviation {
  readonly operation: RegExp;
  /** Of ajv's `<instancePath> <keyword> <message>`. */
  readonly error: RegExp;
  readonly why: string;
}

/** Where the emulator's answers are known to differ from GitHub's; nothing that rotate-pr reads is among them. */
const DEVIATIONS: readonly Deviation[] = [
  {
    operation: /^GET \/repos\/\{owner\}\/\{repo\}$/,
    error: /^\/ required .*\((?:network_count|subscribers_count)\)$/,
    why: 'counts that nobody reads',
  },
  {
    operation: / \/repos\//,
    error:
      /(?:^|\/)(?:owner|user) required .*\((?:\w+_url|gravatar_id)\)$|\/(?:head|base)\/user (?:anyOf|type) /,
    why: 'an organisation that owns the repository is shown without the addresses that a user has',
  },
  {
    operation: /requested_reviewers$/,
    error: /^\/labels\/\d+\/description type /,
    why: 'GitHub answers null for a label without description here too; its description forgets to say so',
  },
];

const extract: Extract = JSON.parse(
  gunzipSync(readFileSync(new URL('../fixtures/github-openapi.json.gz', import.meta.url))).toString('utf8'),
) as Extract;

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, logger: false });
formats.default(ajv);
ajv.addSchema({ $id: 'github', $defs: extract.$defs });

const routes = Object.entries(extract.operations).map(([name, operation]) => {
  const [method = '', template = ''] = name.split(' ');
  // A ref and a path have slashes in them; every other parameter has none.
  const pattern = template
    .replaceAll('{ref}', '.+')
    .replaceAll('{path}', '.*')
    .replace(/\{\w+\}/g, '[^/]+');
  return { name, method, pattern: new RegExp(`^${pattern}$`), operation };
});

const compiled = new Map<string, ValidateFunction>();

function validate(key: string, schema: () => object, value: unknown): readonly string[] {
  let validator = compiled.get(key);
  if (validator === undefined) {
    const text = JSON.stringify(schema()).replaceAll('"#/$defs/', '"github#/$defs/');
    validator = ajv.compile(JSON.parse(text) as object);
    compiled.set(key, validator);
  }
  return validator(value) ? [] : (validator.errors ?? []).map(describe);
}

function describe(error: ErrorObject): string {
  const detail = Object.values(error.params as Record<string, unknown>).join(', ');
  return `${error.instancePath || '/'} ${error.keyword} ${error.message ?? ''} (${detail})`;
}

/** What a parameter of a query may be: it arrives as text. */
function querySchema(operation: Operation): object {
  const text = (schema: object): object => {
    if ('type' in schema && schema.type === 'integer') return { type: 'string', pattern: '^\\d+$' };
    return 'type' in schema && schema.type === 'boolean' ? { enum: ['true', 'false'] } : schema;
  };
  const properties = Object.entries(operation.query).map(([name, schema]) => [name, text(schema)]);
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}

/** Fields that GitHub does not describe are refused, at the top of the body and in the alternatives there. */
function closed(schema: object): object {
  const whole = schema as Record<string, unknown>;
  for (const key of ['oneOf', 'anyOf']) {
    if (Array.isArray(whole[key])) return { ...whole, [key]: whole[key].map((one: object) => closed(one)) };
  }
  return whole['type'] === 'object' ? { additionalProperties: false, ...whole } : whole;
}

/**
 * Compares one exchange with the description.
 *
 * @param path with its query, as sent
 * @returns what is wrong, one sentence each; empty when all is well
 */
export function checkExchange(
  method: string,
  path: string,
  status: number,
  requestBody: unknown,
  responseBody: unknown,
): readonly string[] {
  const [plain = '', query = ''] = path.split('?', 2);
  const route = routes.find((one) => one.method === method && one.pattern.test(plain));
  if (route === undefined) return [`${method} ${plain} is not in the extract: see test/openapi-extract.ts`];
  const { name, operation } = route;
  const sent = validate(
    `${name} query`,
    () => querySchema(operation),
    Object.fromEntries(new URLSearchParams(query)),
  );
  // A body that GitHub refused may be wrong on purpose.
  const asked =
    status >= 400
      ? []
      : operation.request === null
        ? requestBody === null
          ? []
          : ['/ takes no body']
        : validate(`${name} request`, () => closed(operation.request ?? {}), requestBody ?? {});
  return [
    ...sent.map((error) => `${name} query: ${error}`),
    ...asked.map((error) => `${name} request: ${error}`),
    ...checkAnswer(name, operation, status, responseBody).map((error) => `${name} ${status}: ${error}`),
  ];
}

function checkAnswer(name: string, operation: Operation, status: number, body: unknown): readonly string[] {
  // Every operation may answer these, described or not.
  if (status === 304 || status === 401 || status >= 500 || status === 403 || status === 429) return [];
  const schema = operation.responses[String(status)];
  if (schema === undefined) return [`/ status GitHub describes no such answer`];
  // A refusal has a message, even where the description has no schema for it.
  if (schema === null && status >= 400) return hasMessage(body) ? [] : ['/ body GitHub says why'];
  if (schema === null) return body === null ? [] : [`/ body GitHub sends none`];
  return validate(`${name} ${status}`, () => schema, body).filter(
    (error) => !DEVIATIONS.some((known) => known.operation.test(name) && known.error.test(error)),
  );
}

function hasMessage(body: unknown): boolean {
  return typeof (body as { message?: unknown } | null)?.message === 'string';
}
