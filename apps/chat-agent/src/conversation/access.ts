import { ForbiddenError, LoginRequiredError } from '@foodie-express/error-messages';
import type { ConversationState } from './conversation-state';
import type { SessionSecrets } from './session-secrets';

/** Who calls, by what the request carries. */
export interface Caller {
  readonly sessionToken?: string | undefined;
  /** The account of a bearer token that the API has accepted. */
  readonly account?: { readonly userId: string; readonly username: string; readonly token: string } | undefined;
}

/**
 * Lets through whoever owns the conversation. Until somebody logs in that is everybody who knows the `user_id`, as older
 * clients send nothing else; from then on it takes the session token or a bearer token of the same account.
 * @throws LoginRequiredError where the caller proves nothing, ForbiddenError where they prove to be somebody else
 */
export function assertMayEnter(state: ConversationState, userId: string, caller: Caller, secrets: SessionSecrets): void {
  if (state.owner === undefined) return;
  if (caller.account !== undefined) {
    if (caller.account.userId === state.owner) return;
    throw new ForbiddenError('This conversation belongs to another account.');
  }
  if (caller.sessionToken === undefined) {
    throw new LoginRequiredError('Somebody has logged in to this conversation: send its session_token (cookie or X-Session-Token) or a bearer token.');
  }
  if (secrets.clientOf(caller.sessionToken, userId, state.nonce) === undefined) {
    throw new ForbiddenError('This conversation belongs to somebody else: its session_token is another one.');
  }
}
