import { Reflector } from '@nestjs/core';
import type { ZodType } from 'zod';
import type { AnswerHeader, RequestHeader } from './headers';
import type { ProblemExample } from './problem-examples';

/** Another good answer than the usual one. */
export interface OtherAnswer {
  readonly description: string;
  readonly answer: ZodType;
  readonly example: unknown;
}

/** What the documentation says about a call beyond its path, parameters, body and access, which it reads from the code. */
export interface OperationDescription {
  /** Its name in generated clients, unlike any other. */
  readonly id: string;
  readonly summary: string;
  /** The body of the good answer; none for one without a body. */
  readonly answer?: ZodType;
  /** The status of the good answer, 200 where it is not given. */
  readonly status?: number;
  /** A body that the call takes, and one that it answers. */
  readonly example?: { readonly request?: object; readonly answer?: unknown };
  /** Answers with other statuses that are no problems. */
  readonly otherAnswers?: Readonly<Record<number, OtherAnswer>>;
  /** The good answer as CSV, for who asks for it. */
  readonly csvExample?: string;
  /** Problems by status, besides those that its login, its parameters and its body bring. */
  readonly problems?: Readonly<Record<number, readonly ProblemExample[]>>;
  /** Headers of the request that it reads. */
  readonly headers?: readonly RequestHeader[];
  /** Headers of the good answer. A `GET` with an `ETag` answers 304 to who has it. */
  readonly answerHeaders?: readonly AnswerHeader[];
  /** Takes a form as well as JSON. */
  readonly takesForm?: boolean;
  /** Counts as a write of its address, though it needs no login. */
  readonly isCounted?: boolean;
  /** Takes no notice of a query: programs that ask whether the service lives add what they like. */
  readonly passesOverQuery?: boolean;
  /** Answers while the database cannot be reached. */
  readonly needsNoDatabase?: boolean;
}

/** Describes a call for `/openapi.json`. */
export const Operation = Reflector.createDecorator<OperationDescription>();
