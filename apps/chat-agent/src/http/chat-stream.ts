import { toProblem } from '@foodie-express/error-messages';
import type { Request, Response } from 'express';
import { answerMessage, chatResponse, whenClosed } from './chat';
import { EventStream } from './event-stream';
import type { HttpServices } from './http-services';
import { failureOf } from './problem-handler';
import { type CookieToken, setSessionCookie } from './session-cookie';

/**
 * `POST /chat/stream`: one message, its reply as server-sent events. `token` {text} as the words come, `tool` {name} when a tool
 * runs, at last `done` with the body of `POST /chat`, or `error` with problem details. What fails before the turn begins is
 * answered as everywhere, without a stream. The stream of a message that holds a password begins when it is known who is logged in:
 * its cookie is out with the headers.
 */
export function chatStream(services: HttpServices) {
  return async (request: Request, response: Response): Promise<void> => {
    const left = whenClosed(response);
    const stream = new EventStream(response);
    const begin = (token: CookieToken) => {
      if (!stream.begun) setSessionCookie(request, response, token);
      stream.begin();
    };
    const events = {
      onBegin: (opened: CookieToken & { readonly mayLogIn: boolean }) => {
        if (!opened.mayLogIn) begin(opened);
        stream.keepAlive(() => { begin(opened); });
      },
      onText: (text: string) => { stream.send('token', { text }); },
      onTool: (name: string) => { stream.send('tool', { name }); },
    };
    try {
      const reply = await answerMessage(services, request, events, left);
      begin(reply);
      stream.send('done', chatResponse(services, reply));
    } catch (error) {
      if (!stream.begun) throw error;
      const failure = failureOf(error);
      if (failure.status >= 500) services.logger.error({ err: error, code: failure.code }, 'request failed');
      stream.send('error', toProblem(failure, services.context.requestId ?? ''));
    } finally {
      stream.end();
    }
  };
}
