import { componentSchemas, jsonSchema, type JsonSchema, schemaReference } from './component-schemas';
import type { Route } from './route';

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not right',
  401: 'No valid login',
  403: 'Not allowed for this user',
  404: 'There is none',
  409: 'Not possible at present',
  412: 'Changed by somebody else meanwhile',
  413: 'The body is too large',
  415: 'The body is of another kind',
  422: 'Fields do not fit; errors names each',
  429: 'Too many requests; Retry-After says when to come back',
};

/** OpenAPI 3.1 of all routes, from the schemas that validate them. */
export function openApiDocument(routes: readonly Route[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationObject(route) };
  return {
    openapi: '3.1.0',
    info: { title: 'FoodieExpress restaurant API', version, description: 'Every path answers below /api/v1 too, with a trailing slash or without.' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: { schemas: componentSchemas(), securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
}

function operationObject(route: Route): Record<string, unknown> {
  const { operation, roles, body } = route;
  const roleNote = roles === undefined || roles.length === 0 ? undefined : `For ${roles.join(' and ')}.`;
  return {
    operationId: `${route.tag || 'root'}_${route.handler}`,
    tags: [route.tag || 'service'],
    summary: operation?.summary,
    ...(roleNote !== undefined && { description: roleNote }),
    ...(roles !== undefined && { security: [{ bearer: [] }] }),
    parameters: parametersOf(route),
    ...(body !== undefined && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaReference(body), ...exampleOf(operation?.example?.request) } } },
    }),
    responses: responsesOf(route),
  };
}

function parametersOf({ pathParameters, query, operation }: Route): unknown[] {
  const { properties = {}, required = [] } = query === undefined ? {} : objectSchema(jsonSchema(query));
  return [
    ...pathParameters.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })),
    ...(operation?.headers ?? []).map((name) => ({ name, in: 'header', required: false, schema: { type: 'string' } })),
  ];
}

function objectSchema(schema: JsonSchema): { properties?: Record<string, unknown>; required?: readonly unknown[] } {
  const { properties, required } = schema;
  return {
    ...(typeof properties === 'object' && properties !== null && { properties: { ...properties } }),
    ...(Array.isArray(required) && { required }),
  };
}

function responsesOf({ operation, roles, query, body, pathParameters }: Route): Record<string, unknown> {
  const { answer, status = 200, problems = [], example } = operation ?? {};
  const good = {
    description: 'Done',
    ...(answer !== undefined && { content: { 'application/json': { schema: schemaReference(answer), ...exampleOf(example?.answer) } } }),
  };
  const bad = new Set([
    ...problems,
    ...(roles === undefined ? [] : [401]),
    ...(roles !== undefined && roles.length > 0 ? [403] : []),
    ...(query !== undefined || body !== undefined ? [422] : []),
    ...(body === undefined ? [] : [400, 413, 415]),
    ...(pathParameters.length > 0 ? [404] : []),
    429,
  ]);
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    [status]: good,
    ...Object.fromEntries([...bad].sort((a, b) => a - b).map((code) => [code, { description: titles[code] ?? 'Failed', content: problem }])),
  };
}

function exampleOf(example: unknown): { example?: unknown } {
  return example === undefined ? {} : { example };
}
