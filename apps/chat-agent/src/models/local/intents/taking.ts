import { MAX_QUANTITY } from '@foodie-express/contracts';
import { addLines } from '../add-lines';
import type { Dialogue } from '../dialogue';
import { isFresh } from '../dialogue-memory';
import { type Move, say } from '../move';
import { numberOf } from '../utterance';
import { invalidQuantity } from './ordering';

const TAKEN =
  /^(?:(?:ok|okay|yes|yeah|sure|great|fine|perfect|so|then|and|please|cool|no)[ ,]+)*(?:(?:i(?:'ll| will| would|'d)?(?: like| want)?(?: to)? (?:take|have|get|order|try|go (?:for|with))|i (?:want|need)|give me|gimme|order|get me|add|bring me|let me have|let's (?:have|get|take|do))(?: (\w+)(?: of)?)?|(\w+) of|ya|yes|yeah|yep|haan|ok|sure) (?:it|that|this|them|those|these|the same|(?:that|this) one)(?: (?:please|pls|then|too|also))*$/;

/** "3 from there", of the dish that was told. */
const FROM_THERE = /^(?:(?:ok|okay|yes|so|then|and|please|i'll (?:take|have)|give me|get me|order)[ ,]+)*(\w+) (?:of (?:them|those|it) )?from (?:there|that one|that place)(?: (?:please|then))*$/;
const THE_OTHER = /^(?:(?:ok|okay|yes|no|so|then|and|please|actually|i'll|take|have|get|give|me|order|add|want|i)[ ,]+)*the other(?: one)?(?: (?:please|instead|then))*$/;

/** "Give me the other", of two that are in sight, of which the first was the answer. */
function theOther(dialogue: Dialogue): Move | undefined {
  const { text, memory: { list }, catalogue } = dialogue;
  if (list?.kind !== 'dishes' || list.names.length !== 2 || list.answer !== true || !THE_OTHER.test(text)) return undefined;
  const dish = catalogue.dishNamed(list.names[1] ?? '');
  return dish === undefined ? undefined : addLines(dialogue, dish.restaurant.name, [{ item_name: dish.item.item_name, quantity: 1 }]);
}

/** "I'll take it", "two of those": the dish that was just shown, or the answer to "which is the cheapest?". */
export function taking(dialogue: Dialogue): Move | undefined {
  const { text, memory, catalogue } = dialogue;
  const other = theOther(dialogue);
  if (other !== undefined) return other;
  const [whole, first, second] = TAKEN.exec(text) ?? FROM_THERE.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const quantity = numberOf(first ?? second ?? 'one');
  if (quantity === undefined) return undefined;
  if (quantity < 1 || quantity > MAX_QUANTITY) return invalidQuantity(quantity);
  const { question, list } = memory;
  if (question?.kind === 'how_many' && isFresh(memory)) return addLines(dialogue, question.restaurant, [{ item_name: question.item, quantity }]);
  if (list?.kind !== 'dishes') return undefined;
  if (list.names.length > 1 && list.answer !== true) return say('Which one? Say its number: 1 for the first, 2 for the second.', list.names.slice(0, 3));
  const dish = catalogue.dishNamed(list.names[0] ?? '');
  return dish === undefined ? undefined : addLines(dialogue, dish.restaurant.name, [{ item_name: dish.item.item_name, quantity }]);
}
