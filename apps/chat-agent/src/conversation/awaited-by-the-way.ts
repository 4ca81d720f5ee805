import type { Message } from '@foodie-express/session-store';
import type { AwaitedPassword } from './conversation-state';

const SPEAKS_OF_LOGIN = /\b(?:log|sign)[ -]?(?:in|up)\b|\bregister|\bpassword|\buser ?name/i;
const QUESTION = /[^.?!\n]*\?/g;
const NAME = /^\s*[\w@.-]+\s*$/;

/** So many replies back a person may still be answering with a word alone. */
const STILL_MEANT = 3;
const WORD_ALONE = /^\s*\S+\s*$/;

/** Whoever was told how to log in may answer with a name and a password alone, whichever model said it, and a little later with the password; who was asked for a name, with that. */
export function awaitedByTheWay(message: string, history: readonly Message[] = []): AwaitedPassword | undefined {
  const replies = history.flatMap(({ role, content }) => (role === 'assistant' ? [content] : [])).slice(WORD_ALONE.test(message) ? -STILL_MEANT : -1);
  if (!replies.some((reply) => SPEAKS_OF_LOGIN.test(reply)) || (asksForName(replies.at(-1) ?? '') && NAME.test(message))) return undefined;
  return { purpose: 'login', isByTheWay: true };
}

/** For a name, and for no password in the same breath. */
function asksForName(text: string): boolean {
  return (text.match(QUESTION) ?? []).some((question) => /name\b/i.test(question) && !/password/i.test(question));
}
