import { MAX_QUANTITY } from '@foodie-express/contracts';
import { addLines } from '../../orders/add-lines';
import { type Dialogue, dialogueOf } from '../../dialogue';
import { isFresh } from '../../dialogue-memory';
import { call, type Move, say } from '../../move';
import { numberOf } from '../../speech/utterance';
import { moving } from './moving';
import { invalidQuantity } from './ordering';

const LEADING = "(?:(?:ok|okay|yes|yeah|sure|great|fine|perfect|alright|good|so|then|and|also|please|pls|kindly|cool|no|nah|nope|hmm|just|can you|could you|can i|could i|may i|haan)[ ,]+)*";
const VERB = "(?:i(?:'ll| will| would|'d)?(?: like| want)?(?: to)? (?:take|have|get|order|try|go (?:for|with))|i (?:want|need)|i'd like|give(?: me| us)?|gimme|send(?: me| us)?|order|get(?: me| us)?|have|take|add|bring(?: me| us)?|let me have|let's (?:have|get|take|do|go with)|go with|make it)";
const POINTED = '(?:it|that|this|them|those|these|the same|(?:that|this) one)';
const TAKEN = new RegExp(`^${LEADING}(?:(?:${VERB} )?(\\w+) of ${POINTED}|(?:${VERB}|ya|yes|yeah|yep|haan|ok|sure) ${POINTED}|${VERB} (\\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: (?:plates?|pieces?))?)(?: (?:please|pls|then|too|also))*$`);

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

/** Of the dish that was told last, where it is sold in one place alone, or in the place that is spoken of. */
function spokenOf(dialogue: Dialogue, quantity: number): Move | undefined {
  const { memory, catalogue, facts } = dialogue;
  if (facts.order !== undefined || memory.dish === undefined) return undefined;
  const dishes = catalogue.dishesCalled(memory.dish).filter(({ item }) => item.item_name.toLowerCase() === memory.dish);
  const there = dishes.filter(({ restaurant }) => restaurant.name === memory.restaurant);
  const [only, ...others] = there.length > 0 ? there : dishes;
  return only === undefined || others.length > 0 ? undefined : addLines(dialogue, only.restaurant.name, [{ item_name: only.item.item_name, quantity }]);
}

const THERE_ALONE = new RegExp(`^${LEADING}(?:(?:get|take|order|have|i'll (?:take|have|get)|give me|move|switch) )?(?:it |that |one )?(?:from|at) (?:there|that (?:place|one|restaurant))(?: (?:please|then|instead))*$`);

/** "Ok, from there": the place of what was the answer, or the only one that was told. */
async function fromThere(dialogue: Dialogue): Promise<Move | undefined> {
  const { text, memory: { list, restaurant, question }, catalogue, facts } = dialogue;
  if (!THERE_ALONE.test(text)) return undefined;
  const dish = list?.kind === 'dishes' && (list.answer === true || list.names.length === 1) ? catalogue.dishNamed(list.names[0] ?? '') : undefined;
  const place = dish?.restaurant.name ?? (list?.kind === 'restaurants' && list.names.length === 1 ? list.names[0] : restaurant);
  if (place === undefined) return undefined;
  if (facts.order !== undefined) return moving(dialogueOf(`from ${place.toLowerCase()}`, dialogue));
  if (dish !== undefined) return addLines(dialogue, place, [{ item_name: dish.item.item_name, quantity: 1 }]);
  if (question?.kind === 'how_many') return addLines(dialogue, question.restaurant, [{ item_name: question.item, quantity: 1 }]);
  return call('get_menu', { restaurant_name: place });
}

/** "I'll take it", "two of those": the dish that was just shown, or the answer to "which is the cheapest?". */
export async function taking(dialogue: Dialogue): Promise<Move | undefined> {
  const { text, memory, catalogue } = dialogue;
  const moved = await fromThere(dialogue);
  if (moved !== undefined) return moved;
  const other = theOther(dialogue);
  if (other !== undefined) return other;
  const [whole, first, second] = TAKEN.exec(text) ?? FROM_THERE.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const quantity = numberOf(first ?? second ?? 'one');
  if (quantity === undefined) return undefined;
  if (quantity < 1 || quantity > MAX_QUANTITY) return invalidQuantity(quantity);
  const { question, list } = memory;
  if (question?.kind === 'how_many' && isFresh(memory)) return addLines(dialogue, question.restaurant, [{ item_name: question.item, quantity }]);
  if (list?.kind !== 'dishes') return spokenOf(dialogue, quantity);
  if (list.names.length > 1 && list.answer !== true) return say('Which one? Say its number: 1 for the first, 2 for the second.', list.names.slice(0, 3));
  const dish = catalogue.dishNamed(list.names[0] ?? '');
  return dish === undefined ? undefined : addLines(dialogue, dish.restaurant.name, [{ item_name: dish.item.item_name, quantity }]);
}
