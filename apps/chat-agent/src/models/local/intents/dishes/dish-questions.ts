import { money } from '../../../../conversation/order-summary';
import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import { type Move, say } from '../../move';
import { foodWords } from '../../orders/order-reading';
import { wordsOf } from '../../speech/utterance';
import { cutIn } from '../../orders/cut';
import { isOrder } from '../orders/ordering';

const QUESTION = /^(?:is|are|was|were|does|do|did|can|could|will|would|has|have|what|which|why|how|who|when|where)\b/;
const PORTION = /\b(?:how many|how much|how big|portions?|pieces?|in (?:a|one|each|the) plate|serves?|enough)\b/;
const ASKED_OF_IT = /\bwhat(?:'s| is) (?:on|in)\b|\b(?:comes?|includ\w+|served|contains?|inside|made|difference)\b/;
const POINTING = /\b(?:it|this|that|they|these|those)\b/;

/** A question about a dish that no other rule answers: what the menu says of it, and that this is all that is known here. */
export function dishQuestions(dialogue: Dialogue): Move | undefined {
  const { text, message, facts } = dialogue;
  const isQuestion = QUESTION.test(text) || /\?\s*$/.test(message);
  if (!isQuestion || isOrder(text) || dialogue.isChosen || cutIn(text) !== undefined) return undefined;
  const dish = dishMeant(dialogue);
  if (dish?.item.description === undefined) return undefined;
  const { item, restaurant } = dish;
  const told = [`${item.item_name} (${restaurant.name}), ${money(item.price, restaurant.currency)}: ${item.description}`, ...choicesAsked(dish, text), `The menu says no more than that; the restaurant can tell you. Would you like one? For example: 1 ${item.item_name}`];
  return say(told.join('\n'), [`1 ${item.item_name}`], { restaurant: restaurant.name, dish: item.item_name.toLowerCase(), ...(facts.order === undefined && { question: { kind: 'how_many', restaurant: restaurant.name, item: item.item_name } }) });
}

/** The dish of which something is asked beyond whether it is there. */
function dishMeant({ text, catalogue, memory, mention, facts }: Dialogue): Dish | undefined {
  const said = mention?.rest ?? text;
  const named = catalogue.dishIn(said) ?? onlyOneWith(catalogue, said);
  const isAskedMore = named !== undefined && (ASKED_OF_IT.test(said) || wordsOf(foodWords(catalogue.dishWords(said))).some((word) => !catalogue.isDishWord(word)));
  const isOfSpoken = named === undefined && PORTION.test(text) && !/\b(?:people|persons?|of us|calor\w+|time|long)\b/.test(text);
  // "Is it mutton or chicken?" names no dish by a word that one has in its name.
  const isPointed = (named === undefined || (/^(?:is|are|does|has) (?:it|this|that|these|those)\b/.test(text) && !said.includes(named))) && POINTING.test(text) && /^(?:is|are|does|do|has|have|can) (?:it|this|that|they|these|those)\b/.test(text);
  const spokenOf = facts.order?.lines.at(-1)?.itemName.toLowerCase() ?? memory.dish;
  const name = isPointed && spokenOf !== undefined ? spokenOf : isAskedMore || (named !== undefined && PORTION.test(text)) ? named : isOfSpoken || isPointed ? spokenOf : undefined;
  const place = mention?.restaurant.name ?? facts.order?.restaurantName ?? memory.restaurant;
  const meant = catalogue.dishesCalled(name);
  return meant.find(({ restaurant }) => restaurant.name === place) ?? meant[0];
}

/** "The kathiyawadi one": a word that one dish alone has in its name. */
function onlyOneWith(catalogue: Dialogue['catalogue'], said: string): string | undefined {
  const names = wordsOf(said).filter((word) => word.length >= 5).map((word) => [...new Set(catalogue.dishesLike(word).map(({ item }) => item.item_name.toLowerCase()))]);
  return names.find((called) => called.length === 1)?.[0];
}

/** "Does the biryani come hot?": the group of choices that has what was asked about. */
function choicesAsked({ restaurant, item }: Dish, text: string): string[] {
  const groups = restaurant.option_groups.filter(({ id }) => item.option_groups?.includes(id) === true);
  const words = wordsOf(text).filter((word) => word.length >= 3);
  const asked = groups.filter(({ choices }) => choices.some(({ name, aliases = [] }) => [name, ...aliases].some((each) => wordsOf(each.toLowerCase()).some((own) => words.includes(own)))));
  return asked.map(({ name, choices }) => `${name}: ${choices.map((choice) => choice.name).join(', ')}`);
}
