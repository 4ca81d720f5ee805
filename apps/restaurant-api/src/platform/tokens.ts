/** Names by which Nest injects what is made outside of it. */
export const CONFIGURATION = Symbol('Configuration');
export const REQUEST_CONTEXT = Symbol('RequestContext');
export const CLOCK = Symbol('Clock');
export const SIGNING_SECRET = Symbol('SigningSecret');

/** The present time; tests give another one. */
export type Clock = () => Date;
