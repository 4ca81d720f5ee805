import type { EventEmitter } from 'node:events';

/** Who a request acts for, known after authentication. */
export interface RequestUser {
  readonly id: string;
  readonly role?: string;
}

/** What is known about a request at its door; user and channel may be set later through `RequestContext`. */
export interface RequestValues {
  readonly requestId: string;
  readonly user?: RequestUser | undefined;
  /** Where the person speaks from: `web`, `whatsapp`, `voice`, `api`, ... */
  readonly channel?: string | undefined;
}

/**
 * The values of the current request, readable anywhere below `run` without being passed along: after timers, promises,
 * thenables and calls of drivers. Outside of any request every getter gives `undefined`.
 */
export interface RequestContext {
  /** Runs `work` with a copy of `values` as the current request and gives back what it returns. Contexts nest. */
  run<Result>(values: RequestValues, work: () => Result): Result;

  readonly requestId: string | undefined;

  get user(): RequestUser | undefined;
  /** Seen by the whole request from now on, also by work that began before. @throws Error outside of a request */
  set user(user: RequestUser | undefined);

  get channel(): string | undefined;
  /** Seen by the whole request from now on, also by work that began before. @throws Error outside of a request */
  set channel(channel: string | undefined);

  /**
   * `work` tied to the request that is current now (or to none), whoever calls it later. A listener runs in the context of
   * whoever emits: bind those that are registered on an emitter that outlives or precedes the request.
   */
  bind<Parameters extends unknown[], Result>(work: (...parameters: Parameters) => Result): (...parameters: Parameters) => Result;

  /** From now on all listeners of `emitter` run in the request that is current now: for emitters that belong to one request. */
  bindEmitter(emitter: EventEmitter): void;
}
