import { z } from 'zod';
import { jsonSchema, type JsonSchema } from './component-schemas';
import { requestHeaders } from './headers';
import { isConditional } from './responses';
import type { Route } from './route';

const pathDescriptions: Readonly<Record<string, string>> = {
  name: "The restaurant's name without regard to case, or its id.",
  id: 'The id that the list and the answer of the first call give.',
};

const pathExamples: Readonly<Record<string, string>> = { name: 'Thepla House' };

/** The `parameters` of an operation: of its path, its query and its headers. */
export function parametersOf(route: Route): unknown[] {
  const { pathParameters, query, operation } = route;
  const headers = [...(operation?.headers ?? []), ...(isConditional(route) ? (['If-None-Match'] as const) : [])];
  return [
    ...pathParameters.map((name) => pathParameter(name, route)),
    ...queryParameters(query === undefined ? {} : jsonSchema(query, 'input')),
    ...[...headers, 'X-Request-ID' as const].map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ];
}

/** `components.parameters` */
export function headerParameters(): Record<string, unknown> {
  return Object.fromEntries(Object.entries(requestHeaders).map(([name, header]) => [name, { name, in: 'header', required: false, ...header }]));
}

function pathParameter(name: string, { pathSchema }: Route): unknown {
  const schema = pathSchema?.shape[name];
  return {
    name,
    in: 'path',
    required: true,
    description: pathDescriptions[name],
    schema: schema instanceof z.ZodType ? jsonSchema(schema, 'input') : { type: 'string' },
    ...(pathExamples[name] !== undefined && { example: pathExamples[name] }),
  };
}

const objectSchema = z.object({
  properties: z.record(z.string(), z.looseObject({ description: z.string().optional(), example: z.unknown().optional() })).default({}),
  required: z.array(z.string()).default([]),
});

function queryParameters(schema: JsonSchema): unknown[] {
  const { properties, required } = objectSchema.parse(schema);
  return Object.entries(properties).map(([name, { description, example, ...rest }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description,
    schema: rest,
    ...(example !== undefined && { example }),
  }));
}
