import { type CompiledMenu, parseOrder, type ParsedItem } from '@foodie-express/order-language';
import type { OrderLineFact } from '../../chat-model';
import { numberOf, wordsOf } from '../speech/utterance';

/** Words with which a number of a dish corrects what was said of it before. */
const CORRECTING = /^(?:no|nope|nah|nahi|wrong|wait|sorry|actually)\b|\b(?:make (?:it|that)|instead|but|not \w+$|not (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b,? (?:but )?(?=\w)|should be|i (?:said|meant|mean)|rather|actually|i wanted|change (?:it|that) to)\b/;
/** Words with which a number of a dish comes on top or goes off, or another dish takes its place. */
const OTHERWISE = /\b(?:add|more|another|also|plus|extra|less|fewer|remove|delete|drop|take|without|cancel|swap|replace|instead of (?:the|an?)|except|double|with|too|only|just|keep|no (?!\d))\b/;
const CORRECTION_WORDS = /\b(?:(?:instead of|not|rather than) (NUMBER)\b|(?:make|change) (?:it|that)(?: to)?\b|instead\b|rather\b|i (?:said|meant|mean|wanted)\b|it should be\b|should be\b|but\b|actually\b|sorry\b)/.source;

/** "No idli, make the dosa 3": the dish behind the no is refused. */
const REFUSING_DISH = /^no (?!(?:i|it|make|wait|sorry|that|this|the|there|actually|only|just|no|one|two|three|four|five|six|seven|eight|nine|ten|please)\b)\p{L}[^,]*,/u;

/** A new quantity of a line of the order under way; several lines where the words fit them equally. */
export interface Recount {
  readonly lines: readonly number[];
  readonly quantity: number;
}

/**
 * "Make it 3 pani puri", "no, 3 pani puri", "3 pani puri not 2": numbers of dishes that are in the order already, said to correct them.
 * Undefined where the sentence says anything else, such as a dish that is not in the order.
 * @param text in the form of `normalise`
 */
export function readRecounts(menu: CompiledMenu, text: string, order: readonly OrderLineFact[]): Recount[] | undefined {
  if (REFUSING_DISH.test(text)) return undefined;
  const opened = text.replace(/^(?:(?:no|nope|nah|nahi|yes|yeah|yep|ok|okay|wait|wrong|oh|please|(?:and|also)(?= (?:also |please )*(?:make|change)\b))\b[ ,]*)+/, '');
  if (!CORRECTING.test(text) || OTHERWISE.test(opened)) return undefined;
  const said = opened.replace(correctionWords(), ' ').replace(/\s+/g, ' ').replace(/^[\s,]+|[\s,]+$/g, '');
  const { items, unknown, remarks } = parseOrder(menu, said);
  const numbers = wordsOf(said).filter((word) => numberOf(word.replace(/^(\d+)x$|^x(\d+)$/, '$1$2')) !== undefined);
  if (items.length === 0 || unknown.length > 0 || remarks.length > 0 || numbers.length !== items.length) return undefined;
  const recounts = items.map((item) => ({ lines: linesOf(item, order), quantity: item.quantity }));
  return recounts.every(({ lines }) => lines.length > 0) && items.every(({ options }) => options.length === 0) ? recounts : undefined;
}

function correctionWords(): RegExp {
  return new RegExp(CORRECTION_WORDS.replace('NUMBER', '\\d+|one|two|three|four|five|six|seven|eight|nine|ten'), 'g');
}

function linesOf({ itemId, candidates = [] }: ParsedItem, order: readonly OrderLineFact[]): number[] {
  const meant = itemId === undefined ? candidates : [itemId];
  return order.flatMap((line, index) => (meant.includes(line.itemId) ? [index] : []));
}
