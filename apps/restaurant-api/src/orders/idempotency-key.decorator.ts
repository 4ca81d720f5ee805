import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { idempotencyKeySchema } from '@foodie-express/contracts';
import { parseInput } from '@foodie-express/error-messages';
import type { Request } from 'express';
import { z } from 'zod';

const NAME = 'Idempotency-Key';
const headersSchema = z.object({ [NAME]: idempotencyKeySchema.optional() });

/** The header `Idempotency-Key`, where the client sent one. @throws ValidationError */
export const IdempotencyKey = createParamDecorator((_data: unknown, execution: ExecutionContext): string | undefined => {
  const request = execution.switchToHttp().getRequest<Request>();
  return parseInput(headersSchema, { [NAME]: request.get(NAME) })[NAME];
});
