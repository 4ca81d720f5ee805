/** Thrown by a tool where the model asked for what cannot be done; the message says what to do instead. */
export class ToolError extends Error {
  override readonly name = 'ToolError';

  /** @param suggestions what comes near: names on the menu, restaurants, ... */
  constructor(
    readonly code: string,
    message: string,
    readonly suggestions: readonly string[] = [],
  ) {
    super(message);
  }
}
