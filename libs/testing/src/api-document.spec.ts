import { describe, expect, it } from '@jest/globals';
import { ApiDocument } from './api-document';

const text = { type: 'string' };
const thing = { type: 'object', properties: { id: text, tags: { type: 'array', items: text } }, required: ['id'] };
const problem = { headers: { 'X-Request-ID': {} }, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: {} } } };
const answer = (schema: object, example?: unknown) => ({ headers: { 'X-Request-ID': {}, ETag: {} }, content: { 'application/json': { schema, example } } });
const operation = (operationId: string, responses: object) => ({ operationId, security: [], parameters: [], responses });

const document = new ApiDocument({
  openapi: '3.1.0',
  paths: {
    '/things': { get: operation('list', { 200: answer({ type: 'array', items: { $ref: '#/components/schemas/Thing' } }, [{ id: '1' }]) }) },
    '/things/{id}': {
      get: operation('one', { 200: answer({ $ref: '#/components/schemas/Thing' }, { id: 1 }), 404: { $ref: '#/components/responses/Missing' } }),
      delete: operation('remove', { 204: { headers: { 'X-Request-ID': {} } } }),
    },
    '/things/best': { get: operation('best', { 200: answer({ $ref: '#/components/schemas/Thing' }) }) },
  },
  components: { schemas: { Thing: thing, Problem: { type: 'object' } }, responses: { Missing: problem } },
});

const faults = (method: string, path: string, status: number, body: unknown, headers: Record<string, string> = {}) =>
  document.faultsOf({
    method,
    path,
    status,
    headers: { 'x-request-id': 'r', 'content-type': status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json', ...headers },
    body: body === undefined ? '' : JSON.stringify(body),
  });

describe('ApiDocument', () => {
  it('lists every call with every status', () => {
    expect(document.answers).toEqual(['GET /things 200', 'GET /things/{id} 200', 'GET /things/{id} 404', 'DELETE /things/{id} 204', 'GET /things/best 200']);
  });

  it('finds nothing where an answer is as documented', () => {
    expect(faults('GET', '/api/v1/things/?limit=1', 200, [{ id: '1', tags: ['a'] }], { etag: '"1"' })).toEqual([]);
    expect(faults('GET', '/things/1', 404, {})).toEqual([]);
    expect(faults('DELETE', '/things/1', 204, undefined)).toEqual([]);
    expect(faults('GET', '/elsewhere', 418, {})).toEqual([]);
  });

  it('finds a status, a header, a body, a kind of body and fields that are not documented', () => {
    expect(faults('GET', '/things/1', 409, {})).toEqual(['GET /things/{id} answers 409, which is not documented']);
    expect(faults('GET', '/things/1', 404, {}, { 'retry-after': '1' })).toEqual(['GET /things/{id} 404 has Retry-After, which is not documented']);
    expect(faults('DELETE', '/things/1', 204, {})).toEqual(['DELETE /things/{id} 204 has a body, which is not documented']);
    expect(faults('GET', '/things', 200, 'x', { 'content-type': 'text/csv' })).toEqual(['GET /things 200 is text/csv, which is not documented']);
    expect(faults('GET', '/things', 200, [{ id: '1', color: 'red' }])).toEqual([expect.stringContaining('"additionalProperty":"color"')]);
    expect(faults('GET', '/things/best', 200, { id: 1 })).toEqual([expect.stringContaining('GET /things/best 200: /id must be string')]);
  });

  it('finds examples that are missing or do not fit', () => {
    expect(document.exampleFaults()).toEqual([expect.stringContaining('GET /things/{id} 200 application/json: /id must be string'), 'GET /things/best 200 application/json shows no example']);
  });
});
