const MAX_USER_ID_LENGTH = 256;

/**
 * @throws RangeError for an id that cannot name exactly one user: an empty one, one over 256 characters, or one with
 * half a surrogate pair (every such half is the same U+FFFD once it is UTF-8, so two users would share a key)
 */
export function assertUserId(userId: string): void {
  if (userId === '' || userId.length > MAX_USER_ID_LENGTH || /\p{Surrogate}/u.test(userId)) {
    throw new RangeError(`user id must be 1 to ${MAX_USER_ID_LENGTH} characters of well-formed Unicode`);
  }
}
