import type { FieldError } from '@foodie-express/contracts';
import { type FailureCode, failureStatuses } from './failure-code';
import { messages, rateLimitedWithWait } from './messages.en';
import { shorten } from './shorten';

/** A failure as people and clients may see it: no stack trace, address or class name is in it. */
export interface Failure {
  readonly code: FailureCode;
  /** The HTTP status. */
  readonly status: number;
  readonly title: string;
  /** A plain sentence. */
  readonly detail: string;
  /** What the person in a conversation is told: the sentence with its emoji. */
  readonly userMessage: string;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
}

/** What the code that failed may say about it. `detail` is shown to people: compose it of our own words and their input only. */
export interface FailureOptions {
  readonly detail?: string | undefined;
  /** In place of the code's own status. */
  readonly status?: number | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** Longer details are cut: they quote input, and a sentence should stay one. */
const MAX_DETAIL_LENGTH = 500;

export function createFailure(code: FailureCode, options: FailureOptions = {}): Failure {
  const { title, sentence } = messages[code];
  const { errors, retryAfterSeconds } = options;
  const detail = asOneLine(options.detail ?? defaultDetail(code, options));
  return {
    code,
    status: options.status ?? failureStatuses[code],
    title,
    detail,
    userMessage: sentence.replace('{detail}', () => detail),
    ...(errors !== undefined && { errors }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

function defaultDetail(code: FailureCode, { errors = [], retryAfterSeconds }: FailureOptions): string {
  if (code === 'validation_failed' && errors.length > 0) return summary(errors);
  if (code === 'rate_limited' && retryAfterSeconds !== undefined) return rateLimitedWithWait.replace('{seconds}', String(retryAfterSeconds));
  return messages[code].detail;
}

function summary(errors: readonly FieldError[]): string {
  const shown = errors.slice(0, 3).map(({ path, message }) => `${path === '' ? 'The input' : path} ${message}`);
  const hidden = errors.length - shown.length;
  return `${shown.join('; ')}${hidden > 0 ? `; and ${hidden} more` : ''}`;
}

function asOneLine(text: string): string {
  return shorten(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(), MAX_DETAIL_LENGTH);
}
