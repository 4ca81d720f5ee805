/** The stack cannot start or go on; the message tells a person, in plain sentences, why and what to do. */
export class StackError extends Error {
  override readonly name = 'StackError';
}
