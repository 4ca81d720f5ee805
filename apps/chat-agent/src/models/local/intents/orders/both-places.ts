import type { Dialogue } from '../../dialogue';
import { call, type Move } from '../../move';

const BOTH = /^(?:(?:but|and|so|oh|wait|hey)[ ,]+)*(?:(?:can|could|can't|cannot|couldn't|won't) (?:i|we|you)|why|is it (?:not )?possible|isn't it possible)\b.*\b(?:both|all (?:of )?(?:it|them|that)|together|at once|at the same time|in one(?: (?:order|go))?|everything|from (?:two|both|different)|the two)\b/;
const GONE = /^(?:(?:but|and|so|oh|wait|hey)[ ,]+)*(?:where(?:'s| is| are| did| has| have)?\b.*\b(?:gone|go|went|disappear(?:ed)?|vanish(?:ed)?)|what happened (?:to|with) .+|why (?:is|are|did) .+ (?:gone|missing|not (?:there|in (?:it|my order|the order))))$/;

/** "Can I not have both?", "where has my pav bhaji gone?": the order stays, and it is said why it holds no more than it does. */
export function bothPlaces({ text, facts: { order }, memory: { next, dropped } }: Dialogue): Move | undefined {
  if (order === undefined) return undefined;
  if (BOTH.test(text) && next !== undefined) return call('show_order', {}, { question: undefined, note: `One order is from one restaurant. You get both in two orders: this one first, and when it is placed I go on with ${next.restaurant}.` });
  if (!GONE.test(text)) return undefined;
  const had = dropped === undefined ? '' : ` The order from ${dropped.restaurant} was dropped and not placed: order it again, when this one is placed.`;
  return call('show_order', {}, { question: undefined, note: `One order is from one restaurant, and this is all that this one has.${had}` });
}
