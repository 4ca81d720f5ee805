import type { EventEmitter } from 'node:events';
import type { ContextBackend } from './context-backend';
import type { RequestContext, RequestUser, RequestValues } from './request-context';

/** One request's values: one object that everything in the request shares, so that what is set later is seen everywhere. */
export interface RequestState {
  readonly requestId: string;
  user: RequestUser | undefined;
  channel: string | undefined;
}

/** The request context on top of either backend. */
export class BackendRequestContext implements RequestContext {
  constructor(private readonly backend: ContextBackend<RequestState>) {}

  run<Result>({ requestId, user, channel }: RequestValues, work: () => Result): Result {
    return this.backend.run({ requestId, user, channel }, work);
  }

  get requestId(): string | undefined {
    return this.backend.current()?.requestId;
  }

  get user(): RequestUser | undefined {
    return this.backend.current()?.user;
  }

  set user(user: RequestUser | undefined) {
    this.require('user').user = user;
  }

  get channel(): string | undefined {
    return this.backend.current()?.channel;
  }

  set channel(channel: string | undefined) {
    this.require('channel').channel = channel;
  }

  bind<Parameters extends unknown[], Result>(work: (...parameters: Parameters) => Result): (...parameters: Parameters) => Result {
    const { backend } = this;
    const state = backend.current();
    return function bound(this: unknown, ...parameters: Parameters) {
      return backend.run(state, () => work.apply(this, parameters));
    };
  }

  bindEmitter(emitter: EventEmitter): void {
    const { backend } = this;
    const state = backend.current();
    const emit = emitter.emit.bind(emitter);
    // Most events come while the context is this one already.
    emitter.emit = (...event: Parameters<typeof emit>) => (backend.current() === state ? emit(...event) : backend.run(state, () => emit(...event)));
  }

  private require(property: string): RequestState {
    const state = this.backend.current();
    if (state === undefined) throw new Error(`the ${property} can be set only inside of a request`);
    return state;
  }
}
