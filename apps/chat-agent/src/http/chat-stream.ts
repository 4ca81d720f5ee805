import { toProblem } from '@foodie-express/error-messages';
import type { Request, Response } from 'express';
import { runTurn } from '../conversation/run-turn';
import { admitMessage, chatResponse, whenClosed } from './chat';
import type { HttpServices } from './http-services';
import { failureOf } from './problem-handler';

/** Proxies close a connection that is silent for long, in milliseconds. */
const HEARTBEAT_MS = 10_000;

/**
 * `POST /chat/stream`: one message, its reply as server-sent events. `token` {text} as the words come, `tool` {name} when a tool
 * runs, at last `done` with the body of `POST /chat`, or `error` with problem details. What fails before the turn begins is
 * answered as everywhere, without a stream.
 */
export function chatStream(services: HttpServices) {
  return async (request: Request, response: Response): Promise<void> => {
    const left = whenClosed(response);
    const turn = await admitMessage(services, request);
    response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache, no-transform', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    const send = (event: string, data: unknown) => {
      if (!response.writableEnded && !response.destroyed) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    const events = {
      onText: (text: string) => {
        send('token', { text });
      },
      onTool: (name: string) => {
        send('tool', { name });
      },
    };
    try {
      send('done', chatResponse(services, await runTurn(services, turn, events, left)));
    } catch (error) {
      const failure = failureOf(error);
      if (failure.status >= 500) services.logger.error({ err: error, code: failure.code }, 'request failed');
      send('error', toProblem(failure, services.context.requestId ?? ''));
    } finally {
      clearInterval(heartbeat);
      response.end();
    }
  };
}
