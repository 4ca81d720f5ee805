import { MAX_QUANTITY, type Restaurant } from '@foodie-express/contracts';
import { money } from '../../../conversation/order-summary';
import type { Dish } from '../catalogue';
import { type Dialogue, restaurantSpokenOf } from '../dialogue';
import { isFresh } from '../dialogue-memory';
import { call, type Move, say } from '../move';
import { numberOf, wordsOf } from '../utterance';
import { sayDishes } from '../wording/dishes';

const PRICE = /\b(?:how much|(?:do|does|would|will) (?:they|you|it|u) charge|charges?|set me back|price|prices|priced|pricing|cost|costs|rate|what do i pay|what(?:'s| is| would| will)(?: be)? (?:it|that|this|those|one)(?: be| cost)? (?:with|in))\b/;
const NO_DISH = /\b(?:how much|charges?|charged|set back|is|are|does|do|the|a|an|of|for|price|prices|cost|costs|rate|what's|whats|what|it's|its|it|that|this|these|those|they|them|there|here|me|tell|would|will|be|one|please|now|currently|i|pay|in|each|ok|okay|and|so|at|from|your|their|no|thanks|thank|if|order|ordered|get|got|buy|take|took|have|had|want|wanted|we|us|money|need|needed|then|i'd|bring|cost me|everything|all|together|total|order|mean|actually|sorry|again|wait)\b/g;

/** "How much is it?", "price of masala dosa": of the dish that is named or was just spoken of, of the order, or of a whole menu. */
export function price(dialogue: Dialogue): Move | undefined {
  const { text, mention, memory, facts } = dialogue;
  const bargain = bargained(dialogue);
  if (bargain !== undefined) return bargain;
  if (!PRICE.test(text)) return priceOfMore(dialogue);
  const said = (mention?.rest ?? text).replace(NO_DISH, ' ').replace(/[\s,]+/g, ' ').trim();
  const [count, ...words] = said.split(' ');
  const many = words.length === 0 ? undefined : numberOf(count ?? '');
  const counted = many === undefined ? [] : dishesNamed(dialogue, words.join(' '));
  if (many !== undefined && counted.length === 1) return asked(priceOf(counted, many));
  const named = counted.length > 0 ? counted : dishesNamed(dialogue, said);
  if (named.length > 0) return priced(named);
  const option = said === '' ? undefined : optionPrice(dialogue, said);
  if (option !== undefined) return option;
  if (said !== '' && mention === undefined && numberOf(said) === undefined) return call('search_restaurants_by_item', { item_name: dialogue.catalogue.dishWords(said).slice(0, 100) });
  // A dish that was just offered is meant before the order that waits.
  if (memory.question?.kind === 'how_many' && isFresh(memory)) {
    const { restaurant, item } = memory.question;
    const quantity = numberOf(said);
    if (quantity !== undefined) return priceOf(dishAt(dialogue, restaurant, item), quantity);
    return sayDishes(dishAt(dialogue, restaurant, item));
  }
  const there = said === '' && mention !== undefined ? sameAt(dialogue, mention.restaurant.name) : [];
  if (there.length > 0) return priced(there);
  if (facts.order !== undefined && mention === undefined) return call('show_order');
  if (memory.dish !== undefined && mention === undefined) return sayDishes(dialogue.catalogue.dishesCalled(memory.dish));
  const restaurant = restaurantSpokenOf(dialogue);
  if (restaurant !== undefined) return call('get_menu', { restaurant_name: restaurant });
  return say('How much is what? Name a dish or a restaurant, for example: "how much is dosa?"', ['Show restaurants']);
}

/** "How much would it be at Agashiye?": the dish that is ordered or was told, at another place. */
function sameAt({ catalogue, facts, memory }: Dialogue, place: string): Dish[] {
  const name = facts.order?.lines.at(-1)?.itemName.toLowerCase() ?? memory.dish;
  return catalogue.dishesCalled(name).filter(({ restaurant }) => restaurant.name === place);
}

/** The dishes with their prices, to be asked of another place next: "and at Swati?" */
function priced(dishes: readonly Dish[]): Move {
  const move = sayDishes(dishes);
  return { ...move, memory: { ...move.memory, asked: 'price' } };
}

/** "Butter chicken for 200": an amount of money, and prices are those of the menu. */
function bargained(dialogue: Dialogue): Move | undefined {
  const { text, message, mention, catalogue } = dialogue;
  const [, what = '', amount] = BARGAIN.exec(mention === undefined ? text : mention.rest) ?? [];
  const isMoney = amount !== undefined && (Number(amount) >= LEAST_PRICE || /[₹$€£]|\b(?:rs|rupees?|bucks?)\b/i.test(message));
  const dishes = isMoney ? dishesNamed(dialogue, what.replace(/^(?:(?:i|want|get|give|me|can|have|a|an|one|the|1|order)[ ,]+)*/, '')) : [];
  return dishes.length === 0 || catalogue.dishIn(what) === undefined ? undefined : sayDishes(dishes, 'Prices are those of the menu:');
}

const BARGAIN = /^(.+?) (?:for|at|in) (?:only |just )?(?:rs\.? ?|inr ?)?(\d{1,5})(?: ?(?:rs|rupees?|inr|bucks?|dollars?)| only)*$/;
/** A smaller number behind "for" is one of people. */
const LEAST_PRICE = 50;

function asked(move: Move | undefined): Move | undefined {
  return move === undefined ? undefined : { ...move, memory: { ...move.memory, asked: 'price' } };
}

const MORE_OF_THAT = /^(?:and|what about|how about)\b|\?\s*$/;

/** "And 5?" behind what so many of a dish cost. */
function priceOfMore(dialogue: Dialogue): Move | undefined {
  const { text, message, memory: { asked: last, question }, catalogue } = dialogue;
  const option = last === 'price' && MORE_OF_THAT.test(message.toLowerCase()) ? optionPrice(dialogue, text.replace(/^(?:(?:and|what about|how about|for)[ ,]+)+/, '')) : undefined;
  if (option !== undefined) return option;
  const dishes = last === 'price' && MORE_OF_THAT.test(message.toLowerCase().replace(/^aur\b/, 'and')) && !/\d/.test(text) ? dishesNamed(dialogue, text.replace(/^(?:(?:and|what about|how about|for|the|an?)[ ,]+)+/, '')) : [];
  if (dishes.length > 0) return priced(dishes);
  const quantity = numberOf(/^(?:(?:and|for|what|about|how|if)[ ,]+)*(\w+)(?: of (?:them|those))?$/.exec(text)?.[1] ?? '');
  if (last !== 'price' || question?.kind !== 'how_many' || quantity === undefined || !/\?\s*$|^(?:and|what about|how about)\b/i.test(message)) return undefined;
  return asked(priceOf(catalogue.dishesCalled(question.item.toLowerCase()).filter(({ restaurant }) => restaurant.name === question.restaurant), quantity));
}

/** "How much for 2?" */
function priceOf([dish]: readonly Dish[], quantity: number): Move | undefined {
  if (dish === undefined || quantity < 1 || quantity > MAX_QUANTITY) return undefined;
  const { item, restaurant } = dish;
  const order = `${quantity} ${item.item_name} from ${restaurant.name}`;
  return say(`${quantity} × ${item.item_name} at ${restaurant.name}: ${money(quantity * item.price, restaurant.currency)}, before options and tax. Shall I order it? Say: ${order}`, [order], {
    question: { kind: 'how_many', restaurant: restaurant.name, item: item.item_name, quantity },
  });
}

/** The dishes that words name, at the restaurant that is named with them, else at the one spoken of where it sells them. */
export function dishesNamed(dialogue: Dialogue, words: string): Dish[] {
  const { catalogue, mention, memory, facts } = dialogue;
  const all = catalogue.dishesLike(words);
  if (mention !== undefined) return all.filter(({ restaurant }) => restaurant === mention.restaurant);
  const near = all.filter(({ restaurant }) => restaurant.name === (facts.order?.restaurantName ?? memory.restaurant));
  return near.length > 0 && wordsOf(words).length > 0 ? near : all;
}

/** "How much for extra cheese?": what a choice adds at the restaurant that is spoken of. */
function optionPrice(dialogue: Dialogue, words: string): Move | undefined {
  const { catalogue } = dialogue;
  const [option = '', ...behind] = words.split(/ (?:on|in|to|with) /);
  const said = wordsOf(option).filter((word) => !/^(?:extra|more|add|with|to|size|option)$/.test(word)).join(' ');
  const spokenOf = catalogue.find(restaurantSpokenOf(dialogue));
  const named = catalogue.dishesCalled(catalogue.dishIn(behind.join(' '))).map(({ restaurant }) => restaurant);
  // Where no place is spoken of, whoever has the choice is meant.
  const places = spokenOf !== undefined ? [spokenOf] : named.length > 0 ? named : catalogue.restaurants;
  const found = places.flatMap((restaurant) => choicesCalled(restaurant, [option, said]).map((choice) => ({ restaurant, choice })))[0];
  if (found === undefined || (spokenOf === undefined && named.length === 0 && catalogue.isDishWord(said))) return undefined;
  const { restaurant, choice: { name, price = 0 } } = found;
  const amount = money(Math.abs(price), restaurant.currency);
  const costs = price === 0 ? 'costs nothing extra' : price > 0 ? `costs ${amount} more` : `takes ${amount} off`;
  return say(`${name} ${costs} at ${restaurant.name}. Shall I add it? Say for example: add ${name.toLowerCase()}`, [`Add ${name.toLowerCase()}`], { restaurant: restaurant.name, asked: 'price' });
}

function choicesCalled({ option_groups }: Restaurant, words: readonly string[]): Restaurant['option_groups'][number]['choices'] {
  const [, said = ''] = words;
  return option_groups.flatMap(({ choices }) => choices).filter(({ name, aliases = [] }) => [name, ...aliases].some((each) => words.includes(each.toLowerCase()) || each.toLowerCase() === `extra ${said}`));
}

function dishAt({ catalogue }: Dialogue, restaurantName: string, name: string): Dish[] {
  return catalogue.dishesCalled(name.toLowerCase()).filter(({ restaurant, item }) => restaurant.name === restaurantName && item.item_name === name);
}
