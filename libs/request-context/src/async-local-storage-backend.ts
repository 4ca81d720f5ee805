import { AsyncLocalStorage } from 'node:async_hooks';
import type { ContextBackend } from './context-backend';

/** Node's own storage: the default. */
export class AsyncLocalStorageBackend<Value> implements ContextBackend<Value> {
  private readonly storage = new AsyncLocalStorage<Value | undefined>();

  current(): Value | undefined {
    return this.storage.getStore();
  }

  run<Result>(value: Value | undefined, work: () => Result): Result {
    return this.storage.run(value, work);
  }
}
