export {
  AppError,
  type AppErrorOptions,
  ConflictError,
  ForbiddenError,
  LoginRequiredError,
  NotFoundError,
  RateLimitedError,
  UnavailableError,
  UpstreamTimeoutError,
  ValidationError,
} from './app-error';
export { describeFailure } from './describe-failure';
export { createFailure, type Failure, type FailureOptions } from './failure';
export { type FailureCode, failureStatuses } from './failure-code';
export { type FailedResponse, failureFromResponse } from './failure-from-response';
export { messages } from './messages.en';
export { type InputSchema, parseInput } from './parse-input';
export { type ProblemResponse, toProblem, toProblemResponse } from './problem';
