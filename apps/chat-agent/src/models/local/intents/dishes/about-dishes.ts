import { money } from '../../../../conversation/order-summary';
import { choiceNamed } from '../../questions/asked-choice';
import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import { type Move, say } from '../../move';
import { wordsOf } from '../../speech/utterance';
import { EVERYDAY } from '../../speech/everyday-words';
import { answered } from '../../wording/answered';
import { sayDishes } from '../../wording/dishes';
import { sayChoice } from '../../wording/choices';
import { isOrder } from '../orders/ordering';

const ABOUT = /^(?:what(?:'s| is| are| kind of food is)|tell me (?:more )?about|describe|explain|do you know) (?:an? |the |this |your )?(.+)$/;
const WITH = /\b(?:(?:that|the|some) (?:bread|cake|curry|drink|snack|rice|thing|stuff|bun|one|dish)|something|anything|dish(?:es)?|food|items?|options?|meals?) (?:with|containing|made (?:of|with)|that has|having) (?:some |a |an )?(.+)$/;
const KIND = /^(?:(?:show|any|all|some|me|list|your|what|which|do|you|have|are|there) )*(\p{L}+) (?:dish(?:es)?|items?|options?|varieties)$/u;
const BUT = /\b(?:anything|something|everything|any dish|dish(?:es)?|what) (?:else )?(?:but|except|other than|besides|apart from)(?: the| an?)? (\p{L}+(?: \p{L}+)?)$/u;
const MAX_OTHERS = 5;
const NO_KIND = /^(?:all|the|other|more|good|best|new|your|these|those|different|many|menu|main|side)$/;

/** As many words as the name of a choice has. */
const MAX_CHOICE = 3;

/** "What is dabeli?", "something with paneer", "chicken dishes": shown, and nothing is ordered by it. */
export function aboutDishes(dialogue: Dialogue): Move | undefined {
  const { text, mention, catalogue } = dialogue;
  const others = dishesBut(dialogue);
  if (others !== undefined) return others;
  const [, ingredient] = WITH.exec(text) ?? KIND.exec(text) ?? [];
  if (ingredient !== undefined && !NO_KIND.test(ingredient)) {
    const found = dishesWith(dialogue, ingredient);
    if (found.length > 0) return sayDishes(found);
  }
  const [, asked] = ABOUT.exec(text) ?? [];
  if (asked === undefined || mention !== undefined || /\b(?:price|cost|rate)\b/.test(asked) || (isOrder(text) && !text.startsWith('tell'))) return undefined;
  const dishes = catalogue.dishesLike(asked);
  return dishes.length === 0 ? (choiceDescribed(dialogue, asked) ?? onlyNamed(dialogue, asked)) : described(dishes);
}

/** "Anything but chicken": the best of what neither is called so nor described with it. */
function dishesBut({ text, catalogue, mention }: Dialogue): Move | undefined {
  const refused = BUT.exec(text)?.[1];
  if (refused === undefined) return undefined;
  const words = wordsOf(catalogue.dishWords(refused)).filter((word) => word.length >= 3);
  const has = (said: string) => words.some((word) => said.toLowerCase().includes(word));
  const left = catalogue.dishes
    .filter(({ restaurant, item }) => (mention === undefined || restaurant === mention.restaurant) && item.available !== false && !has(`${item.item_name} ${item.description ?? ''}`))
    .sort((one, other) => (other.item.rating ?? 0) - (one.item.rating ?? 0));
  return words.length === 0 || left.length === 0 ? undefined : sayDishes(left.slice(0, MAX_OTHERS), `Without ${refused} in name or description, by the menus:`);
}

/** Dishes with the word in their name or description, or as an option. */
function dishesWith({ catalogue, mention }: Dialogue, words: string): Dish[] {
  const wanted = wordsOf(catalogue.dishWords(words)).filter((word) => word.length >= 3);
  if (wanted.length === 0) return [];
  const says = (texts: readonly (string | undefined)[]) => wanted.every((word) => texts.some((text) => text?.toLowerCase().includes(word) === true));
  const within = catalogue.dishes.filter(({ restaurant }) => mention === undefined || restaurant === mention.restaurant);
  const named = within.filter(({ item }) => says([item.item_name, ...(item.aliases ?? []), item.description]));
  const optional = within.filter(({ restaurant, item }) => says(restaurant.option_groups.filter(({ id }) => item.option_groups?.includes(id)).flatMap(({ choices }) => choices.map(({ name }) => name))));
  return [...new Set([...named, ...optional])];
}

/** In the words of the menu, where it has any. */
function described(dishes: readonly Dish[]): Move {
  const [first, ...others] = dishes;
  const description = first?.item.description;
  if (first === undefined) return say('Which dish would you like to know about?');
  const isOne = others.every(({ item }) => item.item_name === first.item.item_name);
  return sayDishes(dishes, isOne ? (description ?? 'The menu says no more about it than its price:') : undefined);
}

/** "What is bajra rotla?": a part of a dish, which menus name and do not explain. */
function onlyNamed(dialogue: Dialogue, asked: string): Move | undefined {
  const words = asked.replace(/^(?:an?|the) /, '');
  const naming = words.length < 4 || wordsOf(words).length > MAX_CHOICE ? [] : dialogue.catalogue.dishes.filter(({ item }) => ` ${wordsOf((item.description ?? '').toLowerCase()).join(' ')} `.includes(` ${words} `));
  const [first] = naming;
  if (first === undefined || EVERYDAY.has(words)) return undefined;
  const told = naming.slice(0, MAX_OTHERS).map(({ item, restaurant }) => `${item.item_name} (${restaurant.name}), ${money(item.price, restaurant.currency)}: ${item.description ?? ''}`);
  const example = `1 ${first.item.item_name} from ${first.restaurant.name}`;
  return answered(dialogue, `Menus only name ${words}, and do not say more of it:\n${told.join('\n')}`, { ask: `Would you like one? For example: ${example}`, suggestions: [example] }, { dish: first.item.item_name.toLowerCase() });
}

/** "What is haloumi?" */
function choiceDescribed(dialogue: Dialogue, asked: string): Move | undefined {
  const found = wordsOf(asked).length > MAX_CHOICE ? undefined : choiceNamed(asked, dialogue.catalogue.dishes);
  return found === undefined ? undefined : sayChoice(dialogue, found);
}
