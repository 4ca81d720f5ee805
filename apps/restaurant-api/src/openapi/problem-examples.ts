import type { FieldError, Problem } from '@foodie-express/contracts';
import { createFailure, type FailureCode, toProblem } from '@foodie-express/error-messages';

/** A problem as the documentation shows it; the rest follows from its code. */
export interface ProblemExample {
  readonly code: FailureCode;
  readonly status?: number;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

const REQUEST_ID = '9f2c1a52-7d2f-4c0e-8a53-0b7c8a1f6d11';

/** Made in the way that answers are. */
export function problemOf({ code, ...options }: ProblemExample): Problem {
  return toProblem(createFailure(code, options), REQUEST_ID);
}

/** As `examples` of a media type: by code, those of one code by their number. */
export function namedExamples(examples: readonly ProblemExample[]): Record<string, { value: Problem }> {
  return Object.fromEntries(
    examples.map((example, index) => {
      const before = examples.slice(0, index).filter(({ code }) => code === example.code).length;
      return [before === 0 ? example.code : `${example.code}_${before + 1}`, { value: problemOf(example) }];
    }),
  );
}
