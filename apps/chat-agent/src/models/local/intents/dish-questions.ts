import type { Dialogue } from '../dialogue';
import { type Move, say } from '../move';

const QUESTION = /^(?:is|are|was|were|does|do|did|can|could|will|would|has|have|what|which|why|how|who|when|where)\b|\?\s*$/;
const PORTION = /\b(?:how many|how much|how big|portion|pieces?|in (?:a|one) plate|serves?|enough)\b/;

/** A question about a dish that no other rule answers: what the menu says of it, and that this is all that is known here. */
export function dishQuestions(dialogue: Dialogue): Move | undefined {
  const { text, message, catalogue, memory, mention, facts } = dialogue;
  if (!QUESTION.test(text) && !QUESTION.test(message)) return undefined;
  const named = catalogue.dishIn(mention?.rest ?? text);
  const isOfSpoken = named === undefined && (/\b(?:it|this|that|they|these|those)\b/.test(text) || PORTION.test(text));
  const place = mention?.restaurant.name ?? facts.order?.restaurantName ?? memory.restaurant;
  const meant = catalogue.dishesCalled(named ?? (isOfSpoken ? (facts.order?.lines.at(-1)?.itemName.toLowerCase() ?? memory.dish) : undefined));
  const dish = meant.find(({ restaurant }) => restaurant.name === place) ?? meant[0];
  if (dish?.item.description === undefined) return undefined;
  const { item, restaurant } = dish;
  const next = facts.order === undefined ? `Would you like one? For example: 1 ${item.item_name}` : 'Your order is as it was: "show my order" to go on with it.';
  return say(`${item.item_name} (${restaurant.name}): ${item.description}\nThe menu says no more than that; the restaurant can tell you. ${next}`, facts.order === undefined ? [`1 ${item.item_name}`] : ['Show my order'], { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
}
