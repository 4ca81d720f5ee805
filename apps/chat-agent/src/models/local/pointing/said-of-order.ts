import type { OrderLineFact } from '../../chat-model';
import { namesDish } from '../orders/menu-words';
import { wordsOf } from '../speech/utterance';

/** "Can the butter chicken be mild?" */
const CAN_BE = /^(?:and |please |ok |so )*(?:can|could|may|should) (?:the |my )?([\p{L}' ]+?) (?:be|come|be made|be done|be prepared) (?!(?:delivered|ready|here|there|cancelled|changed|refunded|vegan|veg|vegetarian|jain|halal|on|in|at|by|from|to|before|after|had|ordered|bought|shared|eaten)\b)(.+)$/u;
/** "Not the dosa, the idli, so it should be 2 dosa and 1 idli in all": the last word says what the order is. */
const IT_SHOULD_BE = /^.+, (?:so |and |then |but )?(?:in all,? |in total,? |altogether,? )?(it should be (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) .+)$/;

/** What is said of an order that stands as orders are changed: "can the butter chicken be mild?" of a line of it asks for that. */
export function asSaidOfOrder(said: string, standing: readonly OrderLineFact[]): string {
  if (standing.length === 0) return said;
  const text = said.replace(IT_SHOULD_BE, '$1');
  return text.replace(CAN_BE, (whole, name: string, how: string) => (standing.some(({ itemName }) => namesDish(itemName, wordsOf(name))) ? `make the ${name} ${how}` : whole));
}
