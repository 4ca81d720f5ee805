import { AsyncLocalStorageBackend } from './async-local-storage-backend';
import { BackendRequestContext } from './backend-request-context';
import { ClsHookedBackend } from './cls-hooked-backend';
import type { RequestContext } from './request-context';

/** The values of `REQUEST_CONTEXT_BACKEND`; the first one is the default. */
export const requestContextBackends = ['async-local-storage', 'cls-hooked'] as const;

export type RequestContextBackend = (typeof requestContextBackends)[number];

/** One per process, made at start. `cls-hooked` is loaded only where it is chosen. */
export async function createRequestContext(backend: RequestContextBackend = 'async-local-storage'): Promise<RequestContext> {
  return new BackendRequestContext(backend === 'cls-hooked' ? await ClsHookedBackend.create() : new AsyncLocalStorageBackend());
}
