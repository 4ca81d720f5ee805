import { chatRequestSchema, type ChatResponse } from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import type { TurnEvents } from '../conversation/converse';
import { runTurn, type TurnReply } from '../conversation/run-turn';
import { parseBody } from './body';
import type { HttpServices } from './http-services';
import { withinRate } from './rate-limit';
import { setSessionCookie } from './session-cookie';

/** `POST /chat`: one message, one reply. */
export function chat(services: HttpServices) {
  return async (request: Request, response: Response): Promise<void> => {
    const silent = { onBegin: () => undefined, onText: () => undefined, onTool: () => undefined };
    const reply = await answerMessage(services, request, silent, whenClosed(response));
    setSessionCookie(request, response, reply);
    response.json(chatResponse(services, reply));
  };
}

/** The turn of a message, behind what it must pass: its form, the limits of rate, the turns before it, and who sent it. */
export async function answerMessage(services: HttpServices, request: Request, events: TurnEvents, left: AbortSignal): Promise<TurnReply> {
  const { user_id: userId, message, restaurant } = parseBody(chatRequestSchema, request.body);
  return withinRate(services, { userId, address: request.ip ?? 'unknown' }, async (lease) => {
    const caller = await services.callers.read(request, userId);
    if (caller.account !== undefined) services.context.user = { id: caller.account.userId };
    return runTurn(services, { lease, userId, message, pageRestaurant: restaurant, caller }, events, left);
  });
}

export function chatResponse({ context }: HttpServices, { text, suggestions, sessionToken, pendingOrder }: TurnReply): ChatResponse {
  return {
    response: text,
    request_id: context.requestId ?? '',
    session_token: sessionToken,
    ...(pendingOrder !== undefined && { pending_order: pendingOrder }),
    ...(suggestions.length > 0 && { suggestions: [...suggestions] }),
  };
}

/** Aborted where the client leaves before the response is out. */
export function whenClosed(response: Response): AbortSignal {
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) left.abort(new DOMException('the client has left', 'AbortError'));
  });
  return left.signal;
}
