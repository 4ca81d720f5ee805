import { OPENING } from '../../questions/asked-hours';
import { NO_TIME, timeWished } from '../../questions/asked-time';
import type { Dialogue } from '../../dialogue';
import { call, type Move } from '../../move';

/** Asked of a place, whatever the order. */
const OF_PLACE = /\b(?:open|close|closes|closed|hours|timings?|where|which|who|what (?:about|time)|how about|when|cancel|cancelled)\b/;

/** "No, I need it tomorrow", "can they do it for friday evening?": an order under way has no time of its own. It stays, and that is said. */
export function timing({ text, message, facts: { order }, memory, catalogue }: Dialogue): Move | undefined {
  if (order === undefined || OPENING.test(text) || OF_PLACE.test(text)) return undefined;
  // "And tomorrow?" asks for the hours once more.
  if (memory.asked === 'get_opening_hours' && /\?\s*$/.test(message)) return undefined;
  const wish = timeWished(text, (word) => catalogue.isDishWord(word));
  return wish?.isAlone === true ? call('show_order', {}, { question: undefined, note: NO_TIME }) : undefined;
}
