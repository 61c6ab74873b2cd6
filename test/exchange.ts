/** Holds an exchange with the demo's GitHub against what GitHub publishes of its API: REST or GraphQL. */
import type { ApiExchange } from '../src/demo/github.ts';
import { checkGraphQL } from './graphql.ts';
import { checkExchange } from './openapi.ts';

/** What is wrong in it, one sentence each; empty when all is well. */
export function violationsOf(exchange: ApiExchange): readonly string[] {
  const { method, path, status, requestBody, responseBody } = exchange;
  if (path === '/graphql') return checkGraphQL(status, requestBody, responseBody);
  return checkExchange(method, path, status, requestBody, responseBody);
}
