import type { Restaurant } from '@foodie-express/contracts';
import type { OrderLineFact } from '../../chat-model';
import type { Dialogue } from '../dialogue';
import { groupsOf } from '../orders/estimate';
import { wordsOf } from '../speech/utterance';

/** "The large one", "the two small ones", "the one with olives". */
const ONES = /\b(?:the|that|those|my) (?:\p{L}+ ){0,3}ones?\b|\bon (?:its|their) own\b/u;

/** The lines of the order under way that a sentence tells by a word of their choices, their notes or their names; none where it tells none apart. */
export function linesAsked({ text, mention, facts: { order }, catalogue }: Dialogue): readonly OrderLineFact[] {
  const restaurant = catalogue.find(order?.restaurantName);
  const isOther = mention !== undefined && mention.restaurant !== restaurant;
  if (order === undefined || restaurant === undefined || isOther || !ONES.test(text)) return [];
  const said = wordsOf(mention?.rest ?? text).map(singular);
  const owned = order.lines.map((line) => ({ line, words: wordsOfLine(line, restaurant) }));
  const telling = said.filter((word) => owned.some(({ words }) => words.has(word)));
  return telling.length === 0 ? [] : owned.filter(({ words }) => telling.every((word) => words.has(word))).map(({ line }) => line);
}

/** What tells a line: its dish, what was chosen or comes of itself, and its note. */
function wordsOfLine({ itemName, options, notes = '' }: OrderLineFact, restaurant: Restaurant): ReadonlySet<string> {
  const item = restaurant.items.find(({ item_name }) => item_name === itemName);
  const chosen = (item === undefined ? [] : groupsOf(restaurant, item)).flatMap(({ id, choices, default: preset = [] }) => {
    const said = options.filter(({ group_id, negated }) => group_id === id && negated !== true).map(({ choice_id }) => choice_id);
    const taken = said.length > 0 ? said : [preset].flat();
    return choices.filter((choice) => taken.includes(choice.id)).flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  });
  return new Set([itemName, notes, ...chosen].flatMap((name) => wordsOf(name.toLowerCase())).filter((word) => word.length >= 3 && !/^(?:the|one|with|and|for)$/.test(word)).map(singular));
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}
