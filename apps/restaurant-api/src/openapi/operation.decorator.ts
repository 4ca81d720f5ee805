import { Reflector } from '@nestjs/core';
import type { ZodType } from 'zod';

/** What the documentation says about a call beyond its path, parameters and body, which it reads from the code. */
export interface OperationDescription {
  readonly summary: string;
  /** The body of the good answer; none for one without a body. */
  readonly answer?: ZodType;
  /** The status of the good answer, 200 where it is not given. */
  readonly status?: number;
  /** The statuses of problems it may answer with, besides those that its login and its parameters bring. */
  readonly problems?: readonly number[];
  /** A body that the call takes, and one that it answers. */
  readonly example?: { readonly request?: object; readonly answer?: unknown };
  /** Headers of the request that it reads. */
  readonly headers?: readonly string[];
}

/** Describes a call for `/openapi.json`. */
export const Operation = Reflector.createDecorator<OperationDescription>();
