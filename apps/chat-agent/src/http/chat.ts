import { chatRequestSchema, type ChatResponse } from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import type { TurnRequest } from '../conversation/turn';
import { runTurn, type TurnReply } from '../conversation/run-turn';
import { parseBody } from './body';
import type { HttpServices } from './http-services';
import { openWithinRate } from './rate-limit';
import { setSessionCookie } from './session-cookie';

/** `POST /chat`: one message, one reply. */
export function chat(services: HttpServices) {
  return async (request: Request, response: Response): Promise<void> => {
    const left = whenClosed(response);
    const turn = await admitMessage(services, request);
    const silent = { onBegin: () => undefined, onText: () => undefined, onTool: () => undefined };
    const reply = await runTurn(services, turn, silent, left);
    setSessionCookie(request, response, turn.userId, reply);
    response.json(chatResponse(services, reply));
  };
}

/** What a message must pass before its turn begins: its form, the limits of rate, the turns before it, and who sent it. */
export async function admitMessage(services: HttpServices, request: Request): Promise<TurnRequest> {
  const { user_id: userId, message, restaurant } = parseBody(chatRequestSchema, request.body);
  const lease = await openWithinRate(services, userId, request.ip ?? 'unknown');
  try {
    const caller = await services.callers.read(request, userId);
    if (caller.account !== undefined) services.context.user = { id: caller.account.userId };
    return { lease, userId, message, pageRestaurant: restaurant, caller };
  } catch (error) {
    await lease.release();
    throw error;
  }
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
