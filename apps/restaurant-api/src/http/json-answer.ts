import type { Response } from 'express';

/** Answers with text that is JSON already. */
export function sendJson(response: Response, json: string): void {
  response.set('Content-Type', 'application/json; charset=utf-8').send(json);
}
