import type { Dialogue } from '../dialogue';
import { call, type Move } from '../move';

const BACK = /^(?:(?:no|wait|sorry|actually|oh|oops|ok|please|hey)[ ,]+)*(?:bring (?:it|that|them|my order|the order) back|undo(?: that)?|restore(?: it| that| my order)?|keep (?:it|that|my order|the order)|i (?:still )?want (?:it|that|my order)(?: back)?|put it back|i did not mean that|get (?:it|that) back|(?:nothing[ ,]+)?(?:it's|its|that's) (?:fine|ok|okay|good)|(?:place|order|book) (?:it|that|the order|my order)(?: anyway)?)\b[ ,]*(?:(?:but|and)[ ,]+)?/;
/** What only makes sense of an order that stands. */
const CHANGE =
  /^(?:(?:no|sorry|actually|wait|ok|okay|please|but|just|oh|i (?:meant|mean|said|wanted)|let's|can you|could you|yes|and)[ ,]+)*(?:make|change|remove|delete|drop|take (?:out|off|away)|swap|switch|replace|without|with(?! all)|add|only|just|no|less|more|extra|reduce|increase|instead of)\b|^(?:(?:i (?:meant|mean|said|wanted)|no|sorry|just|only|actually)[ ,]+)+(?:\d+|one|two|three|four|five|six)\b|^(?:\d+|one|two|three|four|five|six) (?:instead|only|more)\b/;

/** "Make it 3" behind the no to an order: the order comes back, and is changed. */
export function restoring(dialogue: Dialogue): Move | undefined {
  const { text, facts, memory, mention, catalogue } = dialogue;
  const { dropped } = memory;
  if (facts.order !== undefined || dropped === undefined) return undefined;
  const back = BACK.exec(text)?.[0];
  const rest = back === undefined ? text : text.slice(back.length).replace(/^(?:(?:please|anyway|then|place it|order it|,)\s*)+$/, '');
  const isChange = back === undefined && !dropped.isCancelled && CHANGE.test(text);
  if (back === undefined && !isChange) return undefined;
  const dish = catalogue.dishIn(text);
  const isElsewhere = (mention !== undefined && mention.restaurant.name !== dropped.restaurant) || (dish !== undefined && !catalogue.dishesCalled(dish).some(({ restaurant }) => restaurant.name === dropped.restaurant));
  // "Add 2 pani puri", where they were in it, begins anew.
  const isAnew = /\badd\b/.test(text) && dropped.lines.some(({ item_name }) => catalogue.dishesCalled(dish).some(({ item }) => item.id === item_name || item.item_name === item_name));
  if (isElsewhere || isAnew) return undefined;
  return call('add_to_order', { restaurant_name: dropped.restaurant, items: dropped.lines }, { question: undefined, dropped: undefined, ...(rest.trim() !== '' && { rest }) });
}
