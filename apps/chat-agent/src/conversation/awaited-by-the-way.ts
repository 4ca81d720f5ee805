import type { Message } from '@foodie-express/session-store';
import type { AwaitedPassword } from './conversation-state';

const SPEAKS_OF_LOGIN = /\b(?:log|sign)[ -]?(?:in|up)\b|\bregister|\bpassword|\buser ?name/i;
const QUESTION = /[^.?!\n]*\?/g;
const NAME = /^\s*[\w@.-]+\s*$/;

/** Whoever was told how to log in may answer with a name and a password alone, whichever model said it; who was asked for a name, with that. */
export function awaitedByTheWay(message: string, history: readonly Message[] = []): AwaitedPassword | undefined {
  const said = history.findLast(({ role }) => role === 'assistant')?.content ?? '';
  if (!SPEAKS_OF_LOGIN.test(said) || (asksForName(said) && NAME.test(message))) return undefined;
  return { purpose: 'login', isByTheWay: true };
}

/** For a name, and for no password in the same breath. */
function asksForName(text: string): boolean {
  return (text.match(QUESTION) ?? []).some((question) => /name\b/i.test(question) && !/password/i.test(question));
}
