/**
 * Writes fixtures/github-openapi.json.gz: of GitHub's own OpenAPI description (@octokit/openapi, MIT licence), the
 * operations that rotate-pr uses, as plain JSON Schema. Run it after an update of that package:
 *
 *     npx tsx test/openapi-extract.ts
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

/** Path below `/repos/{owner}/{repo}` → the methods in use. */
const IN_USE: Readonly<Record<string, readonly string[]>> = {
  '': ['get'],
  '/actions/secrets/{secret_name}': ['get'],
  '/branches': ['get'],
  '/contents/{path}': ['get'],
  '/environments/{environment_name}/secrets/{secret_name}': ['get'],
  '/git/matching-refs/{ref}': ['get'],
  '/git/ref/{ref}': ['get'],
  '/git/refs': ['post'],
  '/git/refs/{ref}': ['patch', 'delete'],
  '/issues': ['get', 'post'],
  '/issues/comments/{comment_id}': ['get', 'patch', 'delete'],
  '/issues/{issue_number}': ['get', 'patch'],
  '/issues/{issue_number}/assignees': ['post', 'delete'],
  '/issues/{issue_number}/comments': ['get', 'post'],
  '/issues/{issue_number}/events': ['get'],
  '/issues/{issue_number}/labels': ['get', 'post', 'put'],
  '/issues/{issue_number}/labels/{name}': ['delete'],
  '/labels': ['get', 'post'],
  '/labels/{name}': ['get', 'patch'],
  '/milestones': ['get', 'post'],
  '/pulls': ['get', 'post'],
  '/pulls/{pull_number}': ['get', 'patch'],
  '/pulls/{pull_number}/files': ['get'],
  '/pulls/{pull_number}/merge': ['put'],
  '/pulls/{pull_number}/requested_reviewers': ['get', 'post', 'delete'],
  '/releases': ['get'],
  '/releases/latest': ['get'],
  '/releases/tags/{tag}': ['get'],
  '/tags': ['get'],
};

const OTHER_PATHS: Readonly<Record<string, readonly string[]>> = { '/user': ['get'] };

/** Keys that say nothing about validity. */
const PROSE = new Set(['description', 'example', 'examples', 'title', 'externalDocs', 'deprecated']);

type Node = { readonly [key: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(node: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (isNode(value) ? value[key] : undefined), node);
}

/** OpenAPI 3.0 to JSON Schema: without prose, `nullable` as a type, references to `#/$defs/`. */
function toJsonSchema(value: unknown, inProperties = false): unknown {
  if (Array.isArray(value)) return value.map((one) => toJsonSchema(one));
  if (!isNode(value)) return value;
  const schema: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (!inProperties && (PROSE.has(key) || key === 'nullable' || key.startsWith('x-'))) continue;
    if (!inProperties && key === '$ref') {
      schema['$ref'] = String(inner).replace('#/components/schemas/', '#/$defs/');
    } else if (!inProperties && (key === 'enum' || key === 'default')) {
      schema[key] = inner;
    } else {
      schema[key] = toJsonSchema(inner, !inProperties && key === 'properties');
    }
  }
  return !inProperties && value['nullable'] === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function extract(description: unknown): Node {
  const resolve = (value: unknown): unknown => {
    const ref = at(value, '$ref');
    return typeof ref === 'string' ? at(description, ...ref.slice(2).split('/')) : value;
  };
  const jsonOf = (value: unknown): unknown => {
    const schema = at(resolve(value), 'content', 'application/json', 'schema');
    return schema === undefined ? null : toJsonSchema(schema);
  };

  const operations: Record<string, Node> = {};
  const paths = [
    ...Object.entries(IN_USE).map(([path, methods]) => [`/repos/{owner}/{repo}${path}`, methods] as const),
    ...Object.entries(OTHER_PATHS),
  ];
  for (const [path, methods] of paths) {
    for (const method of methods) {
      const operation = at(description, 'paths', path, method);
      if (!isNode(operation)) throw new Error(`GitHub describes no ${method} ${path}.`);
      const parameters = (operation['parameters'] as unknown[] | undefined)?.map(resolve) ?? [];
      const query = parameters.filter((parameter) => at(parameter, 'in') === 'query');
      const responses = Object.entries(operation['responses'] as Node);
      operations[`${method.toUpperCase()} ${path}`] = {
        query: Object.fromEntries(query.map((one) => [at(one, 'name'), toJsonSchema(at(one, 'schema'))])),
        request: jsonOf(operation['requestBody']),
        responses: Object.fromEntries(responses.map(([status, response]) => [status, jsonOf(response)])),
      };
    }
  }
  return {
    version: at(description, 'info', 'version'),
    operations,
    $defs: reachable(description, operations),
  };
}

/** The named schemas that are referred to, from the operations and from one another. */
function reachable(description: unknown, operations: Node): Node {
  const found: Record<string, unknown> = {};
  const search = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/\$defs\/([^"/]+)"/g)) {
      if (Object.hasOwn(found, name)) continue;
      found[name] = toJsonSchema(at(description, 'components', 'schemas', name));
      search(found[name]);
    }
  };
  search(operations);
  return found;
}

const source = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
const target = new URL('../fixtures/github-openapi.json.gz', import.meta.url);
const packed = gzipSync(JSON.stringify(extract(JSON.parse(await readFile(source, 'utf8')))), { level: 9 });
await writeFile(target, packed);
console.log(`${packed.length} bytes`);
