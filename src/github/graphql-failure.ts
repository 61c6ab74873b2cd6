import type { Failure } from '../util/result.ts';
import { type FailureContext, githubFailure } from './failure.ts';

interface GraphQLError {
  readonly type?: unknown;
  readonly message?: unknown;
  /** Only in an error of the document itself, for example a field that an older server does not know. */
  readonly extensions?: unknown;
}

/** octokit's GraphqlResponseError has `errors` and `headers`, its throttling throws the whole response. */
interface Thrown {
  readonly errors?: unknown;
  readonly headers?: unknown;
  readonly response?: { readonly headers?: unknown; readonly data?: unknown };
}

/** GitHub's types of GraphQL errors → the status that REST has for the same. */
const STATUS: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  STALE_DATA: 409,
  UNPROCESSABLE: 422,
};

/**
 * Turns what octokit threw into a value, whichever of GitHub's APIs it came from. An error of GraphQL comes with status
 * 200: its type says what it is.
 *
 * @returns the codes of `githubFailure`
 */
export function graphqlFailure(thrown: unknown, context: FailureContext): Failure {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Thrown;
  const errors = errorsOf(error);
  if (errors.length === 0) return githubFailure(thrown, context);
  const known = errors.map(({ type }) => STATUS[String(type)]).find((status) => status !== undefined);
  const badDocument = errors.some(({ extensions }) => extensions !== undefined);
  const data = { errors: errors.map(({ message }) => ({ message: String(message) })) };
  const headers = error.headers ?? error.response?.headers;
  const response = { data, headers: isRecord(headers) ? headers : {} };
  // Without either it is a fault of GitHub's.
  return githubFailure({ status: known ?? (badDocument ? 400 : 500), response }, context);
}

function errorsOf({ errors, response }: Thrown): readonly GraphQLError[] {
  const found =
    errors ?? (isRecord(response?.data) && isGraphQL(response.data) ? response.data['errors'] : []);
  return Array.isArray(found) ? found.filter(isRecord) : [];
}

/** A refusal of REST has `errors` too, but always a `message` beside them. */
function isGraphQL(data: Readonly<Record<string, unknown>>): boolean {
  return data['message'] === undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
