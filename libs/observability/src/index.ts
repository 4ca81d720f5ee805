export { accessLogMiddleware } from './access-log-middleware';
export { closeHttpServer } from './close-http-server';
export { installCrashHandlers } from './crash-handlers';
export { createLogger, type Logger, type LoggerOptions, NO_REQUEST } from './logger';
export { loggingVariables } from './logging-variables';
export { answerMalformedRequests } from './malformed-requests';
export { createMetrics, type Metrics } from './metrics';
export { type Closer, installShutdown, type ShutdownOptions, shutdownVariables } from './shutdown';
