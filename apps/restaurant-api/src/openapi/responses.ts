import { describeFailure, parseInput } from '@foodie-express/error-messages';
import { z, type ZodType } from 'zod';
import { noQuerySchema } from '../http/unexpected-query';
import { schemaReference } from './component-schemas';
import { headerReferences, rateLimitHeaders } from './headers';
import type { ProblemExample } from './problem-examples';
import type { Route } from './route';
import { ownResponse, type SharedProblem, sharedProblems } from './shared-responses';

/** The `responses` of an operation, by status. */
export function responsesOf(route: Route): Record<string, unknown> {
  return { ...goodAnswers(route), ...problems(route), default: reference('Failure') };
}

function goodAnswers(route: Route): Record<string, unknown> {
  const { operation } = route;
  const { answer, status = 200, example, otherAnswers = {}, answerHeaders = [], csvExample } = operation ?? {};
  const headers = headerReferences([...answerHeaders, ...(isCounted(route) ? rateLimitHeaders : [])]);
  const json = answer === undefined ? {} : { 'application/json': { schema: schemaReference(answer, 'output'), example: example?.answer } };
  const csv = csvExample === undefined ? {} : { 'text/csv': { schema: { type: 'string' }, example: csvExample } };
  const content = answer === undefined ? {} : { content: { ...json, ...csv } };
  const others = Object.entries(otherAnswers).map(([code, other]) => {
    const body = { schema: schemaReference(other.answer, 'output'), example: other.example };
    return [code, { description: other.description, headers, content: { 'application/json': body } }] as const;
  });
  return {
    [status]: { description: status === 201 ? 'Made' : 'Done', headers, ...content },
    ...(isConditional(route) && { 304: { description: 'What you have still holds', headers: headerReferences(answerHeaders) } }),
    ...Object.fromEntries(others),
  };
}

/** Whether it answers 304 to who has the answer. */
export function isConditional({ method, operation }: Route): boolean {
  return method === 'get' && operation?.answerHeaders?.includes('ETag') === true;
}

/** Whether it counts against the limit of requests. */
function isCounted({ roles, operation }: Route): boolean {
  return operation?.isCounted ?? roles !== undefined;
}

function problems(route: Route): Record<string, unknown> {
  const { operation, roles, body, query, pathParameters, pathSchema } = route;
  const own = operation?.problems ?? {};
  const particular = (status: number, examples: readonly ProblemExample[] = []) =>
    examples.length === 0 ? {} : { [status]: ownResponse(status, examples, isCounted(route) ? rateLimitHeaders : []) };
  const shared = (status: number, name: SharedProblem | undefined) => {
    if (name === undefined) return particular(status, own[status]);
    return own[status] === undefined ? { [status]: reference(name) } : particular(status, [...sharedProblems[name].examples, ...own[status]]);
  };
  const notFound = pathParameters.length === 0 ? [] : [notFoundExample(route)];
  const validated = [body, query, pathSchema, operation?.passesOverQuery === true ? undefined : noQuerySchema].find((schema) => schema !== undefined);
  const needsDatabase = operation?.needsNoDatabase !== true && operation?.otherAnswers?.[503] === undefined;
  return {
    ...shared(400, body !== undefined ? 'MalformedBody' : pathParameters.length > 0 ? 'MalformedPath' : undefined),
    ...shared(401, roles === undefined ? undefined : 'LoginRequired'),
    ...shared(403, roles === undefined || roles.length === 0 ? undefined : 'Forbidden'),
    ...particular(404, [...notFound, ...(own[404] ?? [])]),
    ...particular(409, own[409]),
    ...particular(412, own[412]),
    ...shared(413, body === undefined ? undefined : 'BodyTooLarge'),
    ...shared(415, body === undefined ? undefined : 'UnsupportedMediaType'),
    ...particular(422, validated === undefined ? [] : [invalidExample(validated)]),
    ...shared(429, isCounted(route) ? 'TooManyRequests' : undefined),
    ...shared(503, needsDatabase ? 'Unavailable' : undefined),
  };
}

function reference(name: SharedProblem): Record<string, string> {
  return { $ref: `#/components/responses/${name}` };
}

const nouns: Readonly<Record<string, string>> = { orders: 'Order', reviews: 'Review', admin: 'User' };

function notFoundExample({ path, pathParameters }: Route): ProblemExample {
  const noun = pathParameters.includes('name') ? "Restaurant 'Nowhere'" : `${nouns[path.split('/')[1] ?? ''] ?? 'It'} '000000000000000000000000'`;
  return { code: 'not_found', detail: `${noun} not found` };
}

/** What the schema itself says of something that does not fit it. */
function invalidExample(schema: ZodType): ProblemExample {
  const unfit = schema instanceof z.ZodObject && 'name' in schema.shape ? { name: '' } : { unknown_field: 1 };
  try {
    parseInput(schema, unfit);
  } catch (error) {
    const { detail, errors } = describeFailure(error);
    return { code: 'validation_failed', detail, ...(errors !== undefined && { errors }) };
  }
  return { code: 'validation_failed' };
}
