import { LoginRequiredError } from '@foodie-express/error-messages';
import type { Turn } from '../conversation/turn';

/** The person's token. @throws LoginRequiredError with the given sentence where nobody is logged in */
export function requireToken({ token }: Pick<Turn, 'token'>, sentence: string): string {
  if (token === undefined) throw new LoginRequiredError(sentence);
  return token;
}
