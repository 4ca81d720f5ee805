import { money } from '../../../../conversation/order-summary';
import { askedAbout, dishesEverywhere } from '../../questions/asked-about';
import { ingredientAsked, namedOf } from '../../questions/asked-ingredient';
import { type Choosable, choiceNamed } from '../../questions/asked-choice';
import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import { groupsOf } from '../../orders/estimate';
import type { Move } from '../../move';
import { wordsOf } from '../../speech/utterance';
import { answered } from '../../wording/answered';
import { sayChoice } from '../../wording/choices';
import { choiceText } from '../../wording/estimates';

const CONTENT = /\bwhat(?:'s| is| are| all)*(?: all)? (?:in|inside|included|comes? (?:in|with|on)|served with|goes (?:in|on)|there (?:in|on))\b|\bwhat(?: all)? (?:do (?:i|you|they) (?:get|put)|is there|'s there) (?:in|with|on|inside)\b|\bwhat (?:do|does) (?:an? |the )?\p{L}+(?: \p{L}+){0,3} (?:come with|contain|consist of|include|have in it|taste like|come in)\b|\bwhat (?:do|does|is|are)\b.*\b(?:serve|served|come|comes|eaten|eat)\b.*\bwith$|\bspecial about\b|\bhow (?:is|are|do (?:you|they)) .*\b(?:made|make|prepared?|cook(?:ed)?)\b|\bwhat (?!else|time|size)\p{L}+(?: of \p{L}+)? (?:is|are|comes?|goes?) (?:in|with|on|inside) (?:the |an? |your )?|\b(?:ingredients|contents)\b|\bwhat(?:'s| is) (?:it|that|this) made (?:of|with|from)\b/u;
/** "What do I get for that?" */
const GETS = /\bwhat (?:all )?(?:do|does|would|will|can) (?:i|you|we|one) get (?:for|with|in) (?:it|that|this|them|those)\b/;
const PORTION = /^(?:(?:and|so|but|ok)[ ,]+)*(?:can|could|will|would|is|are|does|do)\b.*\b(?:share|enough|feeds?|suffice|sufficient)\b|\bhow many\b.*\b(?:in|on|per|come|comes|make|makes)\b|\bhow much (?:food|of it|is in)\b|\bhow many (?:pieces?|slices?|in)\b|\bhow (?:big|large|small|filling|heavy)\b|\b(?:portion|serving) size\b|\bin (?:a|one) (?:plate|portion|serving)\b/;
const TASTE = /^(?:(?:and|so|but|ok)[ ,]+)*(?:is|are)\b.*\b(?:spicy|sweet|hot|oily|sour|mild|salty|fried|crispy|crunchy|soft|heavy|light|big|large|filling|creamy|dry|cheesy)\b|\bhow (?:spicy|sweet|hot|sour|oily|creamy)\b/;
const ADJECTIVE = /\b(?:creamy|cheesy|chocolat(?:e?y)|milky|nutty|buttery)\b|\b(?:fried|baked|grilled|steamed|frozen)$/g;
const DIFFERENCE = /\bcompare\b|\bdifferen(?:ce|t)\b|\bdiffers?\b/;
const WITHOUT = /\b(?:can|could|will|would|do|is it possible)\b.*\b(?:they|it be|the (?:kitchen|restaurant|chef|cook)|possible)\b.*\b(?:without|leave (?:it|that|them)? ?out|skip|with no)\b ?(.*)$/;
const NO_FOOD = /\b(?:price|costs?|how much (?:is|are|for)|order|cart|basket|bill|total|offer|app|menu|restaurants?|places?|stock|calories|kcal)\b/;
const HOT = /\b(?:spicy|hot|mild)\b/;
const FEEDS = /\b(?:share|enough|feeds?|suffice|sufficient)\b/;
const MAX_TOLD = 4;

/** What is in a dish, how much of it there is, how it tastes: in the words of the menu, and with what the menu does not say. */
export function dishContents(dialogue: Dialogue): Move | undefined {
  const { text } = dialogue;
  const ingredient = ingredientAsked(dialogue);
  if (ingredient !== undefined) return holds(dialogue, ingredient.dish, ingredient.ingredient);
  // "Very creamy" names no ice cream.
  const { dishes, how } = askedAbout(TASTE.test(text) ? { ...dialogue, text: text.replace(ADJECTIVE, ' ') } : dialogue);
  const [first] = dishes;
  if (DIFFERENCE.test(text) && how === 'in sight' && dialogue.memory.list?.kind === 'dishes' && dishes.length > 1) return told(dialogue, dishes);
  const choice = how === 'named' || !(CONTENT.test(text) || GETS.test(text)) ? undefined : choiceMeant(dialogue, dishes);
  if (choice !== undefined) return sayChoice(dialogue, choice);
  if (first === undefined || how === 'in sight') return undefined;
  const [, left] = WITHOUT.exec(text) ?? [];
  if (left !== undefined) return without(dialogue, first, left);
  const compared = DIFFERENCE.test(text) && dishes.length === 1 ? dishesEverywhere(dialogue) : dishes;
  if (DIFFERENCE.test(text) && compared.length > 1) return told(dialogue, compared);
  if (NO_FOOD.test(text) || !(CONTENT.test(text) || GETS.test(text) || PORTION.test(text) || TASTE.test(text))) return undefined;
  return told(dialogue, dishes);
}

/** "What comes with a meal?", "what do I get for that?" behind a question about a choice: the choice that is named, else the one that was spoken of last. */
function choiceMeant({ text, mention, memory: { inquiry } }: Dialogue, dishes: readonly Dish[]): Choosable | undefined {
  const named = choiceNamed(mention?.rest ?? text, dishes);
  return named ?? (inquiry !== undefined && GETS.test(text) ? choiceNamed(inquiry, dishes) : undefined);
}

/** The menu's words for each of the dishes, with what it does not say. */
export function told(dialogue: Dialogue, dishes: readonly Dish[]): Move {
  const isHot = HOT.test(dialogue.text);
  const lines = dishes.slice(0, MAX_TOLD).flatMap((dish) => [describe(dish, dishes.length > 1), ...(isHot ? spice(dish) : [])]);
  const [first] = dishes;
  const name = first?.item.item_name ?? '';
  return answered(dialogue, `${lines.join('\n')}\n${FEEDS.test(dialogue.text) ? 'Menus do not say how many a dish feeds. ' : ''}The menu says no more than that; the restaurant can tell you.`, { ask: `Would you like one? For example: 1 ${name}`, suggestions: [`1 ${name}`] }, {
    ...(first !== undefined && dishes.length === 1 && { restaurant: first.restaurant.name }),
    dish: name.toLowerCase(),
    ...(dishes.length > 1 && { list: { kind: 'dishes', names: dishes.map(({ item, restaurant }) => `${item.item_name} from ${restaurant.name}`) } }),
  });
}

function describe({ restaurant, item }: Dish, isOneOfSeveral: boolean): string {
  const facts = isOneOfSeveral && item.rating !== undefined ? ` ⭐ ${String(item.rating)}` : '';
  return `${item.item_name} (${restaurant.name}), ${money(item.price, restaurant.currency)}: ${item.description ?? 'its menu has no words for it.'}${facts}`;
}

/** As hot as it is wished, where the menu has choices of that. */
function spice({ restaurant, item }: Dish): string[] {
  return groupsOf(restaurant, item).filter(({ name }) => /spic|heat|hot/i.test(name)).map(({ name, choices }) => `${name}: ${choices.map((choice) => choiceText(choice, restaurant.currency)).join(', ')}`);
}

function holds(dialogue: Dialogue, { restaurant, item }: Dish, ingredient: string): Move {
  const named = namedOf(ingredient, `${item.item_name} ${item.description ?? ''}`);
  const menu = item.description === undefined ? `The menu says nothing of what is in ${item.item_name}.` : `The menu says of ${item.item_name}: ${item.description}`;
  const verdict = named.length > 0 ? `So it names ${named.join(' and ')}.` : `It names no ${ingredient}, but may leave things out.`;
  const isEither = ingredient.includes(' or ') && named.length === 0;
  if (isEither) return answered(dialogue, `${menu}\nIt does not say whether it is ${ingredient}: ${restaurant.name} can tell you.`, { ask: `Would you like one? For example: 1 ${item.item_name}`, suggestions: [`1 ${item.item_name}`] }, { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
  // What somebody would like to come with it is not to be left out.
  const isWished = /\b(?:comes? with|includ\w+|with (?:it|that|this|them|the|your|my))\b/.test(dialogue.text);
  if (isWished) return answered(dialogue, `${menu}\n${named.length > 0 ? `Yes, it names ${named.join(' and ')}.` : `It names no ${ingredient}: the restaurant can tell you.`}`, { ask: `Would you like one? For example: 1 ${item.item_name}`, suggestions: [`1 ${item.item_name}`] }, { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
  return answered(dialogue, `${menu}\n${verdict} I only know what menus say and cannot promise anything about ingredients: please ask ${restaurant.name} before you order.`, {
    ask: `To have it without, say: 1 ${item.item_name} without ${ingredient}. That goes to the kitchen as a note.`,
    suggestions: [`1 ${item.item_name} without ${ingredient}`, 'Vegetarian dishes'],
  }, { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
}

/** Whether the kitchen leaves something out nobody here knows; it can be asked to. */
function without(dialogue: Dialogue, { restaurant, item }: Dish, left: string): Move {
  const what = wordsOf(left).filter((word) => !/^(?:it|that|this|them|please|any|the|at|all|those)$/.test(word)).join(' ');
  const example = `without ${what === '' ? 'onion' : what}`;
  const { order } = dialogue.facts;
  const how = order === undefined ? `1 ${item.item_name} ${example}` : `note: ${example}`;
  return answered(dialogue, `I can ask the kitchen of ${restaurant.name} for it in a note, but cannot promise that they do it. To ask, say for example: ${how}`, { ask: `What would you like?`, suggestions: [how] }, { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
}
