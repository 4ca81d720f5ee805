import type { Restaurant } from '@foodie-express/contracts';
import { asksForEvery } from '../../orders/every-choice';
import { askedAbout, pointedAt } from '../../questions/asked-about';
import { type Choosable, choiceNamed } from '../../questions/asked-choice';
import { namedOf } from '../../questions/asked-ingredient';
import { FILLING } from '../../questions/asked-merit';
import { type AskedGroup, groupAsked } from '../../questions/asked-group';
import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import { DIET } from '../../catalogue/diets';
import { groupsOf } from '../../orders/estimate';
import { type Move, say } from '../../move';
import { wordsOf } from '../../speech/utterance';
import { answered } from '../../wording/answered';
import { choiceText } from '../../wording/estimates';

const ASKS = /^(?:(?:and|ok|okay|so|wait|then|also|but)[ ,]+)*(?:what|which|any|is there|are there|do (?:you|they|u)|does|can (?:i|you|we)|could (?:i|you|we)|how (?:many|big|large|small|spicy|hot|mild)|show|tell me|list|in (?:what|which)|all the)\b|\bwhat (?:can|could) (?:i|you) put\b/;
const ORDERED = /^(?:can|could|may) (?:i|we) (?:please )?(?:get|have|order) (?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten) /;
/** Words beside those for the choices and the dish, where a short message is a question. */
const AROUND = /^(?:and|the|your|you|u|have|has|got|for|on|of|please|available|with|all|list|is|are|there|here|it|they|a|an|what|about|how|options?|more|other|else|i|can|do|does|to|at|in)$/;
/** "Does it come with chutney?", "can I get extra cheese on that?" */
const ONE = /^(?:(?:and|ok|so)[ ,]+)?(?:(?:does|do|will|would|is|are) (?:it|that|this|they|those|these)(?: also)? (?:come|comes|served?|be served|available)(?: with| in)?|(?:can|could) (?:it|that|they|i (?:get|have) (?:it|that|this|them)) ?(?:come|be|be had|be served)? ?(?:with|in))(?: an?| the| some| any| more| extra)? (.+?)(?: (?:on|in|with|to|for)(?: it| that| this| them)?)?(?: too| as well| please)*$/;
/** "Cheese on it?" */
const ON_IT = /^(?:and |with |any )?(?!what|which|how|who|can|could|is|are|do|will)(\p{L}+(?: \p{L}+)?) (?:on|in|with) (?:it|that|this|them)$/u;
const WISHED = /^(?:(?:and|ok|so|but|please|also)[ ,]+)*(?:can|could|would|will) (?:you|u|they) (?:please )?(?:do|make|have|prepare|give me|keep)(?: (?:it|that|this|them|one|both|all|mine))? (?:without|with no|no|less|extra)\b/;
const OF_IT = /^(?:(?:and|ok|so)[ ,]+)?(?:does|do|is|are|will|would|can|could) (?:it|that|this|they|those|these)\b/;
/** "Is it very spicy?" asks how it is, not how it can be had. */
const TASTE = /^(?:(?:and|but|ok|so)[ ,]+)*(?:is|are) (?!there\b|any\b).*\b(?:spicy|hot|mild|sweet)(?: at all| or (?:not|mild|hot|spicy|sweet))?$/;
const POINTING = /\b(?:it|that|this|they|those|these|them)\b/;
/** "Is curd included with the thepla?", "can you make the curry mild?" */
const WHETHER = /^(?:(?:and|ok|so)[ ,]+)?(?:does|do|is|are|will|would|(?:can|could) (?:you|they)(?: also)? (?:make|do|serve|prepare))\b/;
/** As many words as name choices and ask nothing in so many words: "pizza toppings please". */
const MAX_BARE = 4;
/** What a choice costs is asked of prices. */
const COSTING = /\b(?:how much|costs?|price)\b/;
/** As many groups as one reply tells. */
const MAX_GROUPS = 8;

type Group = Restaurant['option_groups'][number];

/** What a dish can be had with: its groups of choices with their prices, or the ones that are asked for. */
export function choices(dialogue: Dialogue): Move | undefined {
  const { text, message, catalogue } = dialogue;
  // "Can i get one large kebab with garlic sauce?" orders it.
  if (ORDERED.test(text) && catalogue.dishIn(text) !== undefined) return undefined;
  if (FILLING.test(text)) return undefined;
  // "All the toppings please", of what is ordered, is a wish too.
  if (dialogue.facts.order !== undefined && !message.includes('?') && asksForEvery(text)) return undefined;
  // "Can you do it without the vegetables?", of what is ordered, is a wish.
  if (dialogue.facts.order !== undefined && WISHED.test(text)) return undefined;
  const one = TASTE.test(text) ? undefined : oneAsked(dialogue);
  const it = one === undefined || !OF_IT.test(text) ? [] : pointedAt(dialogue);
  const { dishes, how } = it.length > 0 ? { dishes: it, how: 'pointed at' as const } : askedAbout(dialogue);
  // "Does the thali come with a sweet?" may be told by its description.
  const isDescribed = one !== undefined && choiceNamed(one, dishes.slice(0, 1)) === undefined && namedOf(one, dishes[0]?.item.description ?? '').length > 0;
  if (isDescribed && OF_IT.test(text)) return undefined;
  if (one !== undefined && !isDescribed) return dishes[0] === undefined ? undefined : whether(dialogue, dishes[0], one);
  const included = WHETHER.test(text) && !TASTE.test(text) && how !== 'in sight' ? choiceNamed(text, dishes) : undefined;
  // "Is the falafel kebab vegan?" asks for a mark, unless a choice is called so.
  if (WHETHER.test(text) && DIET.test(text) && !DIET.test(included?.choice.name.toLowerCase() ?? 'vegan')) return undefined;
  const isTold = included !== undefined && /\b(?:contain|contains|have|has|in it)\b/.test(text) && namedOf(included.choice.name, included.dish.item.description ?? '').length > 0;
  if (included !== undefined && !isTold && !(dialogue.facts.order !== undefined && /\bmake\b/.test(text))) return offered(dialogue, included);
  const known = dishes.flatMap(({ restaurant, item }) => groupsOf(restaurant, item));
  const isQuestion = ASKS.test(text) || /\?\s*$/.test(message);
  const asked = groupAsked(text, known) ?? (how === 'named' || !(isQuestion || wordsOf(text).length <= MAX_BARE) ? undefined : groupAsked(text, catalogue.restaurants.flatMap(({ option_groups }) => option_groups)));
  if (asked === undefined || !(isQuestion || isBare(dialogue, known))) return undefined;
  if (COSTING.test(text) && choiceNamed(text, dishes) !== undefined) return undefined;
  // "Vegan options" are dishes.
  if ((asked.isAny || how === 'in sight') && DIET.test(text)) return undefined;
  const having = withGroup(dishes, asked);
  const [first] = dishes;
  if (having.length > 0) return listed(dialogue, having, asked);
  if (asked.measure !== undefined || (how === 'in sight' && asked.isAny)) return undefined;
  if (first !== undefined && (how !== 'in sight' || dialogue.mention !== undefined)) return none(dialogue, first, dishes.length === 1);
  const anywhere = withGroup(catalogue.dishes, asked);
  return anywhere.length === 0 || asked.isAny ? undefined : listed(dialogue, anywhere, asked);
}

/** "Does the pizza come in half and half?" */
const DISH_COMES = /^(?:does|do|is|are) (?:the |an? |your )?(.+?) (?:come|comes|served|available) (?:with|in) (?:an? |the |some )?(.+)$/;

function oneAsked({ text, message, facts, catalogue }: Dialogue): string | undefined {
  const [, dish = '', wanted] = DISH_COMES.exec(text) ?? [];
  if (wanted !== undefined && !/^(?:it|that|this|them)$/.test(wanted) && catalogue.dishIn(dish) !== undefined) return wanted.replace(/ at .*$/, '');
  // Of an order under way "can I get it with cheese" is a wish, not a question.
  if (!POINTING.test(text) || (facts.order !== undefined && /^(?:can|could) i\b/.test(text))) return undefined;
  return (ONE.exec(text) ?? (/\?\s*$/.test(message) ? ON_IT.exec(text) : null))?.[1];
}

/** Nothing is said besides the choices and the dish: "pizza toppings". */
function isBare({ text, mention, catalogue }: Dialogue, groups: readonly Group[]): boolean {
  const words = wordsOf(mention?.rest ?? text).filter((word) => !AROUND.test(word) && !catalogue.isDishWord(catalogue.dishWords(word)));
  return words.every((word) => groupAsked(word, groups) !== undefined);
}

function withGroup(dishes: readonly Dish[], { isMeant }: AskedGroup): Dish[] {
  return dishes.filter(({ restaurant, item }) => groupsOf(restaurant, item).some(isMeant));
}

function none(dialogue: Dialogue, { restaurant, item }: Dish, isOne: boolean): Move {
  if (!isOne) return answered(dialogue, `The menu of ${restaurant.name} has no such choices.`, { ask: 'What would you like from there?', suggestions: [`Menu of ${restaurant.name}`] }, { restaurant: restaurant.name });
  const as = groupsOf(restaurant, item).length === 0 ? 'comes as it is: the menu has no choices for it' : 'has no such choices on the menu';
  return answered(dialogue, `${item.item_name} ${as}.`, { ask: 'How many would you like?', suggestions: ['1', '2'] }, { restaurant: restaurant.name, question: { kind: 'how_many', restaurant: restaurant.name, item: item.item_name } });
}

function listed(dialogue: Dialogue, dishes: readonly Dish[], asked: AskedGroup): Move {
  const [first] = dishes;
  if (first === undefined) return say('Of which dish? Say its name.');
  const names = [...new Set(dishes.map(({ item }) => item.item_name))];
  const restaurants = [...new Set(dishes.map(({ restaurant }) => restaurant))];
  const lines = restaurants.flatMap((restaurant) => linesAt(restaurant, dishes.filter((dish) => dish.restaurant === restaurant), asked));
  const heading = names.length === 1 && restaurants.length === 1 ? `${names[0] ?? ''} can be had with` : restaurants.length === 1 ? `At ${first.restaurant.name}:` : 'There are:';
  const honest = asked.measure === undefined ? [] : [asked.measure === 'big' ? 'The menu does not say how big that is.' : 'The menu does not say how hot it is otherwise.'];
  const example = exampleOf(first, asked);
  return answered(dialogue, [heading, ...lines.slice(0, MAX_GROUPS), ...honest].join('\n'), { ask: `How would you like it? For example: ${example}`, suggestions: [example] }, { restaurant: first.restaurant.name, dish: first.item.item_name.toLowerCase() });
}

/** "Toppings (up to 8): Onion +₹20, ...", with the dishes that take them where not all do. */
function linesAt(restaurant: Restaurant, dishes: readonly Dish[], { isMeant }: AskedGroup): string[] {
  return restaurant.option_groups.filter(isMeant).flatMap((group) => {
    const taking = dishes.filter(({ item }) => item.option_groups?.includes(group.id) === true).map(({ item }) => item.item_name);
    if (taking.length === 0) return [];
    const most = group.max === undefined || group.max === 1 ? [] : [`up to ${String(group.max)}`];
    const bounds = [...most, ...(dishes.length > 1 ? [`for ${taking.join(', ')}`] : [])];
    const offers = group.choices.filter(({ available }) => available !== false).map((choice) => choiceText(choice, restaurant.currency));
    return [`${group.name}${bounds.length === 0 ? '' : ` (${bounds.join('; ')})`}: ${offers.join(', ')}`];
  });
}

function exampleOf({ restaurant, item }: Dish, { isMeant }: AskedGroup): string {
  const group = groupsOf(restaurant, item).find(isMeant);
  return orderText(item.item_name, group, group?.choices.at(-1)?.name ?? '');
}

/** "1 large Margherita Pizza", "1 Kebab with hummus". */
function orderText(name: string, group: Group | undefined, choice: string): string {
  const isOneWord = group?.max === 1 && !choice.includes(' ');
  return isOneWord ? `1 ${choice.toLowerCase()} ${name}` : `1 ${name} with ${choice.toLowerCase()}`;
}

function whether(dialogue: Dialogue, dish: Dish, wanted: string): Move | undefined {
  const { restaurant, item } = dish;
  const found = groupsOf(restaurant, item).flatMap((group) => group.choices.map((choice) => ({ dish, group, choice }))).find(({ choice: { name, aliases = [] } }) => [name, ...aliases].some((each) => wanted.includes(each.toLowerCase()) || each.toLowerCase().includes(wanted)));
  if (found !== undefined) return offered(dialogue, found);
  // "Any nuts in that?" is no wish.
  if (/\b(?:in|inside) (?:it|that|this|them)\b/.test(dialogue.text)) return undefined;
  const example = `1 ${item.item_name} with ${wanted}`;
  return say(`The menu of ${restaurant.name} says nothing of that for ${item.item_name}. You may ask for it in your own words, and I pass it on to the kitchen: "${example}".`, [example], { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
}

/** A choice comes only where it is asked for. */
function offered(dialogue: Dialogue, { dish: { restaurant, item }, group, choice }: Choosable): Move {
  const example = orderText(item.item_name, group, choice.name);
  return answered(dialogue, `${item.item_name} can be had with ${choiceText(choice, restaurant.currency)}: a choice on the menu of ${restaurant.name}, made when you order.`, { ask: `Would you like it so? Say for example: ${example}`, suggestions: [example] }, { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
}
