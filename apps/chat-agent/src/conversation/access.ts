import { ForbiddenError, LoginRequiredError } from '@foodie-express/error-messages';
import type { ConversationState } from './conversation-state';
import type { SessionSecrets } from './session-secrets';

/** Who calls, by what the request carries. */
export interface Caller {
  /** The header's and the cookie's: either may be of an earlier conversation. */
  readonly sessionTokens: readonly string[];
  /** The account of a bearer token that the API has accepted. */
  readonly account?: { readonly userId: string; readonly username: string; readonly token: string } | undefined;
}

export interface ProvenClient {
  readonly client: string;
  /** What proves it. */
  readonly token: string;
}

/**
 * Lets through whoever owns the conversation. It is bound to the client of its first turn as soon as that client sends its session
 * token back, and from the first login on to the account. Clients that send nothing back, as older ones do, keep a conversation in
 * which nobody has ever sent a token and nobody has logged in: until then, knowing the `user_id` is enough.
 * @throws LoginRequiredError where the caller proves nothing, ForbiddenError where they prove to be somebody else
 */
export function assertMayEnter(state: ConversationState, userId: string, caller: Caller, secrets: SessionSecrets): void {
  const client = provenClient(caller, userId, state, secrets)?.client;
  if (state.owner === undefined) {
    if (state.isBound === true && client !== state.client) throw refusal(caller, 'This conversation was begun by another client: send its session_token (cookie or X-Session-Token), or begin one with another user_id.');
    return;
  }
  if (caller.account !== undefined) {
    if (caller.account.userId === state.owner) return;
    throw new ForbiddenError('This conversation belongs to another account.');
  }
  if (client === undefined) throw refusal(caller, 'Somebody has logged in to this conversation: send its session_token (cookie or X-Session-Token) or a bearer token.');
}

/** The client of this conversation that one of the caller's session tokens belongs to; undefined where they are of others, or made up. */
export function provenClient({ sessionTokens }: Caller, userId: string, { nonce }: ConversationState, secrets: SessionSecrets): ProvenClient | undefined {
  for (const token of sessionTokens) {
    const client = secrets.clientOf(token, userId, nonce);
    if (client !== undefined) return { client, token };
  }
  return undefined;
}

function refusal({ sessionTokens }: Caller, sentence: string): Error {
  return sessionTokens.length === 0 ? new LoginRequiredError(sentence) : new ForbiddenError('This conversation belongs to somebody else: its session_token is another one.');
}
