/** The database holds what this service cannot serve. The message says what to do. */
export class UnmigratedDatabaseError extends Error {
  override readonly name = 'UnmigratedDatabaseError';
}
