import type { Dialogue } from '../../dialogue';
import { call, type Move } from '../../move';
import { wordsOf } from '../../speech/utterance';

/** What an order is called, and what is asked of it. */
const OF_ORDER = /\b(?:order|ordered|cart|basket|bill|total|sum|summary|overview|recap|damage|owe|owing|invoice|receipt|checkout)\b/;
const ALL_OF_IT = /\b(?:(?:whole|full|entire|complete|final) (?:list|thing|lot|order)|everything|all of it|it all|what (?:i|we) (?:have|took|wanted|asked for)|how (?:it|that|things?) (?:looks?|stands?))\b/;
const SEEN = /\b(?:see|show|read|hear|list|tell|check|look|looks|repeat|give|have|get|view|know|agree|say|go over|go through|once more|again|now)\b/;
/** These change something, or speak of other orders than the one under way. */
const OTHERWISE = /\b(?:add|remove|without|cancel\w*|change|make|swap|replace|instead|another|more of|less|extra|no|not|don't|drop|take|orders|last|previous|history|usual|reviews?|menus?|restaurants?)\b/;

/** "Is there anything in my order still?" */
const IN_ORDER = /\b(?:in|on) (?:my|the|our) (?:order|cart|basket|bag)\b/;
const ORDERS = /\borders\b/;
const MADE = /\b(?:how many|made|so far|before|did i|have i|i've|list|show|see|all|history|past|previous|ever)\b/;
const ORDERED = /\b(?:what|everything|all) (?:i|we)(?:'ve| have)? (?:just )?ordered\b/;
const MINE = /\b(?:my|the|our) (?:order|food|meal|lunch|dinner)\b|\bit\b|\bstatus\b/;
const PROGRESS = /\b(?:kitchen|started|status|ready|coming|on (?:the|its) way|cooking|cooked|progress|through|confirmed|accepted|being (?:made|prepared)|arriv\w+|deliver(?:ed|ing)|placed|far along)\b/;
const PAID = /\b(?:pay|paid|cost|spent|spend)\b/;

/**
 * What a sentence is about where no rule knows how it was said, by the words in it: the order under way, the placed one, or those before.
 * Of food it is never; that is what orders are read from.
 */
export function gist({ text, facts: { order, username }, memory, catalogue }: Dialogue): Move | undefined {
  if (wordsOf(text).length < 3 || catalogue.dishIn(text) !== undefined) return undefined;
  if (order !== undefined) return isOfUnderWay(text) ? call('show_order', {}, { question: undefined }) : undefined;
  if (IN_ORDER.test(text)) return call('show_order', {}, { question: undefined });
  if (ORDERED.test(text)) return call(memory.isOfPlaced === true ? 'get_order_status' : 'get_user_orders');
  if (ORDERS.test(text) && MADE.test(text)) return call('get_user_orders');
  if (/^(?:.* )?status\b/.test(text) && memory.isOfPlaced === true) return call('get_order_status');
  const isOfPlaced = username !== undefined && (memory.isOfPlaced === true || /\border\b/.test(text));
  return isOfPlaced && ((MINE.test(text) && PROGRESS.test(text)) || PAID.test(text)) ? call('get_order_status') : undefined;
}

function isOfUnderWay(text: string): boolean {
  return !OTHERWISE.test(text) && (OF_ORDER.test(text) || (ALL_OF_IT.test(text) && SEEN.test(text)));
}
