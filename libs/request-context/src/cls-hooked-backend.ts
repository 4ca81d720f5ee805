import { randomUUID } from 'node:crypto';
import type { Namespace } from 'cls-hooked';
import type { ContextBackend } from './context-backend';

type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

/**
 * The `cls-hooked` package, for installations that already rely on it. It costs more than half of the throughput
 * (docs/observability.md has the numbers), so it is loaded only where it is chosen.
 */
export class ClsHookedBackend<Value> implements ContextBackend<Value> {
  /**
   * An empty context lies below all others. Without one, work that began outside of any request would not be given a context at
   * all, and would see the request in which it happens to be resumed.
   */
  private constructor(private readonly namespace: Namespace<{ value: Value | undefined }>) {
    namespace.enter(namespace.createContext());
  }

  static async create<Value>(): Promise<ClsHookedBackend<Value>> {
    const { createNamespace } = await import('cls-hooked');
    return new ClsHookedBackend(createNamespace(`request-context-${randomUUID()}`));
  }

  current(): Value | undefined {
    return this.namespace.get('value');
  }

  /** An error is carried past cls-hooked, which would write a property on it and so fails on frozen errors and thrown texts. */
  run<Result>(value: Value | undefined, work: () => Result): Result {
    const outcome = this.namespace.runAndReturn<Outcome<Result>>(() => {
      this.namespace.set('value', value);
      try {
        return { result: work() };
      } catch (error) {
        return { error };
      }
    });
    if ('error' in outcome) throw outcome.error;
    return outcome.result;
  }
}
