/**
 * Holds what goes over the wire against GitHub's own GraphQL schema (`@octokit/graphql-schema`): the document that was
 * sent must be valid, its variables must be of their types, and the answer must be what executing the document gives.
 */
import { isDeepStrictEqual } from 'node:util';
import { schema as published } from '@octokit/graphql-schema';
import {
  buildSchema,
  type DocumentNode,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isInterfaceType,
  isUnionType,
  parse,
  validate,
} from 'graphql';

let built: GraphQLSchema | null = null;

/** Takes a third of a second: only for tests that ask. */
function schema(): GraphQLSchema {
  built ??= buildSchema(published.idl, { assumeValid: true });
  return built;
}

/** A field of the answer under the name that the document gives it. */
const fromAnswer: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) =>
  (source as Record<string, unknown>)[String(info.path.key)];

/** Which type stands behind an interface: the answer says so, else any will do, as only shared fields were asked for. */
const typeOf: GraphQLTypeResolver<unknown, unknown> = (value, _context, _info, type) => {
  const named = (value as Record<string, unknown>)['__typename'];
  if (typeof named === 'string') return named;
  if (!isInterfaceType(type) && !isUnionType(type)) return undefined;
  return schema().getPossibleTypes(type)[0]?.name;
};

/** What is wrong in an exchange with the GraphQL API, one sentence each; empty when all is well. */
export function checkGraphQL(status: number, request: unknown, answer: unknown): readonly string[] {
  if (status !== 200) return status >= 400 ? [] : [`GraphQL answers with 200, not ${status}`];
  const { query, variables } = request as { query?: unknown; variables?: Record<string, unknown> };
  const { data, errors } = answer as { data?: unknown; errors?: readonly unknown[] };
  let document: DocumentNode;
  try {
    document = parse(String(query));
  } catch (error) {
    return [`GraphQL request: ${String(error)}`];
  }
  const invalid = validate(schema(), document).map(({ message }) => `GraphQL document: ${message}`);
  if (invalid.length > 0) return invalid;
  const wrong = (errors ?? []).flatMap(checkError);
  if (data === undefined) return errors === undefined ? ['GraphQL answer: neither data nor errors'] : wrong;

  const result = execute({
    schema: schema(),
    document,
    rootValue: data,
    fieldResolver: fromAnswer,
    typeResolver: typeOf,
    ...(variables === undefined ? {} : { variableValues: variables }),
  });
  if (result instanceof Promise) return ['GraphQL answer: the check itself waits for something'];
  const found = (result.errors ?? []).map(({ message, path }) => {
    return `GraphQL answer: ${path?.join('.') ?? 'request'}: ${message}`;
  });
  const same = isDeepStrictEqual(plain(result.data), plain(data));
  const extra = found.length === 0 && !same ? ['GraphQL answer: it has fields that were not asked for'] : [];
  return [...wrong, ...found, ...extra];
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

/** docs.github.com shows errors with these fields; a type is there for what a program may react to. */
function checkError(error: unknown): readonly string[] {
  const { message, path } = error as { message?: unknown; path?: unknown };
  const wrong: string[] = [];
  if (typeof message !== 'string' || message === '') wrong.push('GraphQL error: no message');
  if (path !== undefined && !Array.isArray(path)) wrong.push('GraphQL error: path is no list');
  return wrong;
}
