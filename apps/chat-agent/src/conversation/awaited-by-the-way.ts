import type { Message } from '@foodie-express/session-store';
import type { AwaitedPassword } from './conversation-state';

const SPEAKS_OF_LOGIN = /\b(?:log|sign)[ -]?(?:in|up)\b|\bregister|\bpassword|\buser ?name/i;
const ASKS_FOR_NAME = /\b(?:what|which|whose|your)\b[^.?!\n]*\bname\b[^.?!\n]*\?|\busername\b[^.?!\n]*\?/i;
const ONE_WORD = /^\s*\S+\s*$/;

/** Whoever was told how to log in may answer with a name and a password alone, whichever model said it; who was asked for a name, with that. */
export function awaitedByTheWay(message: string, history: readonly Message[] = []): AwaitedPassword | undefined {
  const said = history.findLast(({ role }) => role === 'assistant')?.content ?? '';
  const isName = ASKS_FOR_NAME.test(said) && ONE_WORD.test(message);
  return SPEAKS_OF_LOGIN.test(said) && !isName ? { purpose: 'login', isByTheWay: true } : undefined;
}
