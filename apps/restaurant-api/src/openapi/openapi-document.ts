import { componentSchemas, schemaReference } from './component-schemas';
import { answerHeaders } from './headers';
import { headerParameters, parametersOf } from './parameters';
import { responsesOf } from './responses';
import type { Route } from './route';
import { sharedResponses } from './shared-responses';

const tags = [
  { name: 'restaurants', description: 'Restaurants, their menus, and the search' },
  { name: 'users', description: 'Accounts and logins' },
  { name: 'orders', description: 'Quotes and orders' },
  { name: 'reviews', description: 'What guests say' },
  { name: 'admin', description: 'For who runs the platform' },
  { name: 'service', description: 'The service itself' },
];

/** Either a token, or a name and a password for which a page fetches one. */
const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The access_token of a login.' },
  password: { type: 'oauth2', description: 'Logs in with username and password.', flows: { password: { tokenUrl: '/api/v1/users/login', scopes: {} } } },
};

/** OpenAPI 3.1 of all routes, from the schemas that validate them. */
export function openApiDocument(routes: readonly Route[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationObject(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'FoodieExpress restaurant API',
      version,
      description: 'Every path answers below /api/v1 too, with a trailing slash or without. Money is a decimal number in the currency of the restaurant, times are ISO 8601 in UTC.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    tags,
    paths,
    components: { schemas: componentSchemas(), parameters: headerParameters(), headers: answerHeaders, responses: sharedResponses(), securitySchemes },
  };
}

function operationObject(route: Route): Record<string, unknown> {
  const { operation, roles, tag } = route;
  const roleNote = roles === undefined || roles.length === 0 ? undefined : `For ${roles.join(' and ')}.`;
  return {
    operationId: operation?.id,
    tags: [tag],
    summary: operation?.summary,
    ...(roleNote !== undefined && { description: roleNote }),
    security: roles === undefined ? [] : [{ bearer: [] }, { password: [] }],
    parameters: parametersOf(route),
    ...requestBody(route),
    responses: responsesOf(route),
  };
}

function requestBody({ body, operation }: Route): { requestBody?: unknown } {
  if (body === undefined) return {};
  const media = { schema: schemaReference(body, 'input'), example: operation?.example?.request };
  return {
    requestBody: {
      required: true,
      content: { 'application/json': media, ...(operation?.takesForm === true && { 'application/x-www-form-urlencoded': media }) },
    },
  };
}
