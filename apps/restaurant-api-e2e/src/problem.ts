import { expect } from '@jest/globals';
import { type Problem, PROBLEM_CONTENT_TYPE, problemSchema } from '@foodie-express/contracts';
import type { Response, Test } from 'supertest';

/** The problem that a call is answered with; fails where the status is another one or the answer is no problem. */
export async function problemOf(test: Test, status: number): Promise<Problem> {
  const response: Response = await test;
  expect({ status: response.status, body: response.body as unknown }).toMatchObject({ status });
  expect(response.type).toBe(PROBLEM_CONTENT_TYPE);
  const problem = problemSchema.parse(response.body);
  expect(problem).toMatchObject({ status, request_id: response.headers['x-request-id'] });
  return problem;
}

/** The paths that a 422 names. */
export async function invalidPaths(test: Test): Promise<string[]> {
  return (await problemOf(test, 422)).errors?.map(({ path }) => path) ?? [];
}
