/** The `code` of an error of Node or of a driver: `EEXIST`, `EADDRINUSE`, 11000. */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
