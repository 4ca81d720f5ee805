import type { Restaurant } from '@foodie-express/contracts';
import { money } from '../../../conversation/order-summary';
import type { Dish } from '../catalogue';
import { type Dialogue, restaurantSpokenOf } from '../dialogue';
import { type Move, say } from '../move';

/** "What sizes are there?", "which toppings can I have on it?" */
const KINDS = /^(?:(?:and|ok|so)[ ,]+)?(?:what|which|any|are there|do (?:you|they|u) have|does it have|show(?: me)?|tell me|list)\b.*\b(sizes?|toppings?|options?|choices?|extras?|add-?ons?|sauces?|crusts?|flavou?rs?|sides?|modifiers?)\b/;
/** "Does it come with chutney?", "can I get extra cheese on that?" */
const ONE = /^(?:(?:and|ok|so)[ ,]+)?(?:(?:does|do|will|would|is|are) (?:it|that|this|they|those|these)(?: also)? (?:come|comes|served?|be served|available)(?: with| in)?|(?:can|could) (?:it|that|they|i (?:get|have) (?:it|that|this|them)) ?(?:come|be|be had|be served)? ?(?:with|in))(?: an?| the| some| any| more| extra)? (.+?)(?: (?:on|in|with|to|for)(?: it| that| this| them)?)?(?: too| as well| please)*$/;
/** "Cheese on it?" */
const ON_IT = /^(?:and |with |any )?(?!what|which|how|who|can|could|is|are|do|does|will)(\p{L}+(?: \p{L}+)?) (?:on|in|with) (?:it|that|this|them)$/u;
const POINTING = /\b(?:it|that|this|they|those|these|them)\b/;

type Group = Restaurant['option_groups'][number];

/** What a dish can be had with: its groups of choices with their prices, or the one that is asked for. */
export function choices(dialogue: Dialogue): Move | undefined {
  const { text } = dialogue;
  const kind = KINDS.exec(text)?.[1];
  // Of an order under way "can I get it with cheese" is a wish, not a question.
  const one = kind === undefined && POINTING.test(text) && !(dialogue.facts.order !== undefined && /^(?:can|could) i\b/.test(text)) ? (ONE.exec(text) ?? (/\?\s*$/.test(dialogue.message) ? ON_IT.exec(text) : null))?.[1] : undefined;
  if (kind === undefined && one === undefined) return undefined;
  const dish = (one === undefined ? dishNamed(dialogue) : undefined) ?? dishSpokenOf(dialogue);
  if (dish === undefined) return undefined;
  const { restaurant, item } = dish;
  const groups = restaurant.option_groups.filter(({ id }) => item.option_groups?.includes(id) === true);
  return one === undefined ? listed(dish, groups) : whether(dish, groups, one);
}

function dishNamed(dialogue: Dialogue): Dish | undefined {
  const { text, catalogue, mention } = dialogue;
  const dishes = catalogue.dishesCalled(catalogue.dishIn(mention?.rest ?? text));
  return atPlace(dialogue, dishes) ?? dishes[0];
}

/** The one that was last spoken of: in the question before, in the list, or in the order. */
function dishSpokenOf(dialogue: Dialogue): Dish | undefined {
  const { catalogue, memory, facts } = dialogue;
  const { question, list } = memory;
  if (question?.kind === 'how_many') return catalogue.dishNamed(`${question.item} from ${question.restaurant}`);
  if (list?.kind === 'dishes' && (list.answer === true || list.names.length === 1)) return catalogue.dishNamed(list.names[0] ?? '');
  const ordered = facts.order?.lines.at(-1)?.itemName;
  if (ordered !== undefined) return catalogue.dishNamed(`${ordered} from ${facts.order?.restaurantName ?? ''}`);
  return memory.dish === undefined ? undefined : atPlace(dialogue, catalogue.dishesCalled(memory.dish));
}

function atPlace(dialogue: Dialogue, dishes: readonly Dish[]): Dish | undefined {
  const place = dialogue.facts.order?.restaurantName ?? restaurantSpokenOf(dialogue);
  return place === undefined ? dishes[0] : dishes.find(({ restaurant }) => restaurant.name === place);
}

function listed({ restaurant, item }: Dish, groups: readonly Group[]): Move {
  if (groups.length === 0) return say(`${item.item_name} comes as it is: the menu has no choices for it. How many would you like?`, ['1', '2'], askedHowMany(restaurant, item));
  const lines = groups.map(({ name, choices: offered }) => `${name}: ${offered.map((choice) => choiceText(choice, restaurant.currency)).join(', ')}`);
  const [first] = groups;
  const choice = first?.choices.at(-1)?.name.toLowerCase() ?? '';
  const example = first?.max === 1 ? `1 ${choice} ${item.item_name}` : `1 ${item.item_name} with ${choice}`;
  return say(`${item.item_name} can be had with\n${lines.join('\n')}\nHow would you like it? For example: ${example}`, [example], { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
}

function whether(dish: Dish, groups: readonly Group[], wanted: string): Move | undefined {
  const { restaurant, item } = dish;
  const found = groups.flatMap(({ choices: offered }) => offered).find(({ name, aliases = [] }) => [name, ...aliases].some((each) => wanted.includes(each.toLowerCase()) || each.toLowerCase().includes(wanted)));
  if (found === undefined) return say(`The menu of ${restaurant.name} says nothing of that for ${item.item_name}. You may ask for it in your own words, and I pass it on to the kitchen: "1 ${item.item_name} with ${wanted}".`, [`1 ${item.item_name} with ${wanted}`], { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
  const example = `1 ${item.item_name} with ${found.name.toLowerCase()}`;
  return say(`${item.item_name} can be had with ${choiceText(found, restaurant.currency)}. Would you like it so? Say for example: ${example}`, [example], { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
}

function askedHowMany({ name }: Restaurant, { item_name: item }: Dish['item']) {
  return { restaurant: name, question: { kind: 'how_many' as const, restaurant: name, item } };
}

/** "Large +₹120". */
function choiceText({ name, price = 0 }: Group['choices'][number], currency: string): string {
  return price === 0 ? name : `${name} ${price > 0 ? '+' : '-'}${money(Math.abs(price), currency)}`;
}
