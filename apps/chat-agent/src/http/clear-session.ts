import { clearSessionRequestSchema } from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import { assertMayEnter } from '../conversation/access';
import { readState } from '../conversation/conversation-state';
import { parseBody } from './body';
import type { HttpServices } from './http-services';
import { withinRate } from './rate-limit';

/** `POST /clear-session`: forgets the conversation and its pending order; the next message starts afresh. */
export function clearSession(services: HttpServices) {
  const { secrets, callers, context } = services;
  return async (request: Request, response: Response): Promise<void> => {
    const { user_id: userId } = parseBody(clearSessionRequestSchema, request.body);
    await withinRate(services, { userId, address: request.ip ?? 'unknown' }, async (lease) => {
      assertMayEnter(readState(lease.session?.state), userId, await callers.read(request, userId), secrets);
      await lease.clear();
    });
    response.json({ status: 'cleared', message: 'The conversation is forgotten. Your next message starts afresh.', request_id: context.requestId });
  };
}
