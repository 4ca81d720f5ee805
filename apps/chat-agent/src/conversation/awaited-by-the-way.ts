import type { Message } from '@foodie-express/session-store';
import type { AwaitedPassword } from './take-out-password';

const SPEAKS_OF_LOGIN = /\b(?:log|sign)[ -]?(?:in|up)\b|\bregister|\bpassword|\buser ?name|\baccount\b/i;
const SPEAKS_OF_REGISTRATION = /\b(?:regist|sign(?:ing)?[ -]?up|new account|(?:create|make|open|set up|want|need|get) (?:you |me |your |my )?(?:an? )?account)/i;
const QUESTION = /[^.?!\n]*\?/g;
const REQUEST = /[^.?!\n]*(?:\?|\b(?:please|tell me|send|give|need|enter|type)\b[^.?!\n]*)/gi;

/** So many replies back a person may still be answering with a word alone. */
const STILL_MEANT = 3;
const WORD_ALONE = /^\s*\S+\s*$/;

/**
 * Whoever was told how to log in may answer with a name and a password alone, whichever model said it, and a little later with the
 * password; so may whoever has spoken of it, whatever was replied. Who was asked for a name, an address or a password alone, in whatever words, is taken to answer that.
 */
export function awaitedByTheWay(message: string, history: readonly Message[] = []): AwaitedPassword | undefined {
  const replies = contentsOf(history, 'assistant').slice(WORD_ALONE.test(message) ? -STILL_MEANT : -1);
  const lastReply = replies.at(-1) ?? '';
  const asked = fieldAsked(lastReply);
  const said = contentsOf(history, 'user').slice(-STILL_MEANT);
  if (![...replies, ...said].some((text) => SPEAKS_OF_LOGIN.test(text)) && asked !== 'email') return undefined;
  const isRegistration = [...said, lastReply].some((text) => SPEAKS_OF_REGISTRATION.test(text)) && asked !== undefined;
  const isPasswordAlone = asked === 'password' && WORD_ALONE.test(message);
  return { purpose: isRegistration ? 'registration' : 'login', ...(asked !== undefined && { asked }), ...(!isPasswordAlone && { isByTheWay: true }) };
}

function contentsOf(history: readonly Message[], role: Message['role']): string[] {
  return history.flatMap((message) => (message.role === role && message.content !== '' ? [message.content] : []));
}

/** What a reply asks for, and for nothing else in the same breath. */
function fieldAsked(reply: string): AwaitedPassword['asked'] {
  const questions = (reply.match(QUESTION) ?? reply.match(REQUEST) ?? []).filter((question) => /\b(?:name|e-?mail|password)\b|\buser ?name/i.test(question));
  const [field, ...others] = (['username', 'email', 'password'] as const).filter((each) => questions.some((question) => ASKED[each].test(question)));
  return others.length === 0 ? field : undefined;
}

const ASKED = { username: /name\b/i, email: /\be-?mail\b/i, password: /\bpassword\b/i };
