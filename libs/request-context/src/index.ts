export { createRequestContext, type RequestContextBackend } from './create-request-context';
export type { RequestContext, RequestUser, RequestValues } from './request-context';
export { requestContextMiddleware, type RequestContextOptions } from './request-context-middleware';
export { requestContextVariables } from './request-context-variables';
export { REQUEST_ID_HEADER, resolveRequestId } from './request-id';
