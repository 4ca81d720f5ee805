import { besidesCallingOff } from '../../../../conversation/calling-off';
import type { Dialogue } from '../../dialogue';
import { call, type Move } from '../../move';
import { ordersNothing } from '../../orders-nothing';
import { wordsOf } from '../../speech/utterance';
import { droppedOf } from './confirmation';

const EVERYTHING =
  /\b(?:clear|empty|cancel|drop|delete|remove|scrap|forget|bin|dump) (?:(?:out|about) )?(?:everything|it all|all(?: of (?:it|them|that))?(?=$|,| (?:please|now|and|then|from|items?|dishes|orders?|food|things|stuff|that|this|cuz|because|thanks|thank|i|we|the (?:items|dishes|food|things|orders?))\b)|(?:the|my|this|that) (?:(?:whole|entire|full|complete) )?(?:order|cart|basket|thing))\b/;
/** Said so, and nothing else: also where there is nothing to drop. */
const CLEARED = /^(?:please )?(?:remove|clear|empty|delete|drop) (?:all|everything|(?:all )?(?:of )?(?:the |my )?(?:items|cart|basket|order))(?: (?:items|please|of (?:it|them)))*$/;
const NOT_ALL = /\b(?:except|but|besides|apart from|other than|and (?:add|order|start|give|get|make|i|just)|then)\b/;

/** What wants something, and is no reason. */
const WISH = /\d|\?|\b(?:instead|add|make|give|get|want|need|order|show|menu|change|swap|replace|only|keep|without|extra|what|which|how|where|when|who|one|two|three|recommend|suggest|try|prefer|rather)\b/;

/** "I don't give my data away" wants nothing given. */
const REFUSED = /\b(?:dont|do not|didnt|did not|wont|will not|cant|cannot|never) \w+/g;

/** "Actually skip, my friend is cooking": called off, with the reason or without. */
function isCalledOff({ message, catalogue, mention, facts: { pendingOrder } }: Dialogue): boolean {
  const besides = besidesCallingOff(message, pendingOrder?.isShownLast);
  return besides !== undefined && mention === undefined && besides.every((reason) => ordersNothing(reason, false) || !WISH.test(reason.replace(REFUSED, '')) && !wordsOf(reason).some((word) => catalogue.isDishWord(word)));
}

/** "Too much sugar, clear everything": the order under way goes, or the one that was just placed, whatever is said around it. */
export function clearing(dialogue: Dialogue): Move | undefined {
  const { text, message, memory, facts: { order, pendingOrder } } = dialogue;
  const isOfPlaced = order === undefined && pendingOrder === undefined && memory.isOfPlaced === true;
  if (isOfPlaced && /\bcancel\b/i.test(message) && isCalledOff(dialogue)) return call('cancel_order', {}, { question: undefined });
  if (CLEARED.test(text)) return call('cancel_pending_order', {}, { question: undefined, next: undefined });
  if (order === undefined || !((EVERYTHING.test(text) && !NOT_ALL.test(text)) || isCalledOff(dialogue))) return undefined;
  return call('cancel_pending_order', {}, { question: undefined, next: undefined, ...droppedOf(order, true) });
}
