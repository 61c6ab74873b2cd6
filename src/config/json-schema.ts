import * as z from 'zod';
import { configSchema } from './schema.ts';

/** A part of a JSON Schema, as far as anything here looks into it. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly enum?: readonly string[];
  readonly [keyword: string]: unknown;
}

/** The config file as a JSON Schema (draft 2020-12), for editors. What it cannot say, check.ts does. */
export function jsonSchema(): SchemaNode {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, { io: 'input' });
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
  return shapes.flatMap(({ properties, items }) => {
    const next = typeof first === 'number' ? items : properties?.[first];
    return next === undefined ? [] : schemaAt(next, rest);
  });
}
