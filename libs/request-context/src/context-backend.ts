/** How a value follows the flow of asynchronous work: what the two backends differ in. */
export interface ContextBackend<Value> {
  /** The value of the innermost `run` that the present work descends from; `undefined` outside of any. */
  current(): Value | undefined;
  /** Runs `work`, and all that it begins, with `value` as the current one; with `undefined` as if outside of any. */
  run<Result>(value: Value | undefined, work: () => Result): Result;
}
