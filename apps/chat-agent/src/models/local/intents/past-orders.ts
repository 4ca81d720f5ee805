import type { Dialogue } from '../dialogue';
import { call, type Move } from '../move';

const HISTORY = /^(?:(?:show|see|view|list|check|get|give|tell|can|could|i|me|want|to|please|what|are|were|is|all|the|about|of) )*(?:(?:my|our) (?:(?:past|previous|last|old|recent|placed|earlier) )?orders?(?: history)?|order history|history|(?:past|previous|old|recent|earlier|last) orders?|orders)(?: (?:please|pls|so far|list|status|again))*$|\bwhat (?:did|have) (?:i|we) (?:order|ordered|buy|bought|get|got)\b|\bwhere(?:'s| is| are) my (?:orders?|food)\b|\b(?:status of|track) my order\b/;
const STANDING = /^(?:(?:show|see|view|check|what(?:'s| is)|whats|tell|give|me|in|review|the|my|is|please|so|far|current|repeat) )*(?:cart|basket|bag|current order|order so far|bill|total|my order|the order|order under way)(?: (?:please|so far|now|total|again|is))*$/;

/** Orders: the one under way ("my cart", "show my order"), and those that were placed ("my orders"). */
export function pastOrders({ text, facts }: Dialogue): Move | undefined {
  const isUnderWay = facts.order !== undefined;
  if (STANDING.test(text) && (isUnderWay || !/\border\b/.test(text))) return call('show_order');
  return HISTORY.test(text) || STANDING.test(text) ? call('get_user_orders') : undefined;
}
