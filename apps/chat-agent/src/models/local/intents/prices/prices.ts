import { MAX_QUANTITY, type Restaurant } from '@foodie-express/contracts';
import { money } from '../../../../conversation/order-summary';
import { askedAbout, dishesEverywhere, dishesIn, dishesOf } from '../../questions/asked-about';
import { choiceNamed } from '../../questions/asked-choice';
import { linesAsked } from '../../questions/asked-lines';
import { asksPrice, asksTotal } from '../../questions/asked-price';
import type { Dish } from '../../catalogue/catalogue';
import { type Dialogue, restaurantSpokenOf } from '../../dialogue';
import { isFresh } from '../../dialogue-memory';
import { kindIn } from '../../catalogue/dish-kinds';
import { groupsOf } from '../../orders/estimate';
import { call, type Move, say } from '../../move';
import { toRequestedLine } from '../../orders/order-reading';
import { wantedIn } from '../../questions/price-wanted';
import { numberOf, wordsOf } from '../../speech/utterance';
import { answered } from '../../wording/answered';
import { sayDishes } from '../../wording/dishes';
import { estimateText, type Priced, sayEstimates } from '../../wording/estimates';
import { asksElsewhere } from '../restaurants/elsewhere';
import { lineOfPlace, ofAll, priceOfEach, soManyOfIt, withPointed } from './prices-together';
import { readAt } from '../orders/ordering';
import { insteadOfLine, priceExplained } from './prices-of-order';

const NO_DISH = /\b(?:how much|how|expensive|costly|pricey|cheap|go|goes|going|run|charges?|charged|set back|is|are|does|do|the|a|an|of|for|price|prices|priced|pricing|cost|costs|rate|what's|whats|what|it's|its|it|that|this|these|those|they|them|there|here|me|tell|would|will|be|one|please|pls|now|currently|i|pay|in|each|ok|okay|and|so|at|from|your|their|no|thanks|thank|if|order|ordered|get|got|buy|take|took|have|had|want|wanted|we|us|money|need|needed|then|i'd|bring|cost me|everything|all|together|total|mean|actually|sorry|again|wait|really|exactly|just|come|comes|to|usually|normally|you|these days|about|today|both|either)\b/g;
/** Who sells it is asked as well: then it is priced at every place. */
const SELLERS = /\b(?:who|where|which (?:place|places|restaurant|restaurants|one|shop|of (?:them|those|these))|any(?:one|body| place| restaurant)|every(?:one|where| place)|other places?)\b/;
const WITH_TAX = /\b(?:tax|taxes|gst|vat|all in|in total|altogether)\b/;
/** Choices beside each other: "how much more is a large one than a medium?" */
const BESIDE = /\b(?:how much (?:more|extra|less|cheaper)|difference|than|versus|vs|between)\b/;
/** "Is hummus extra?", "does large cost more?" */
const EXTRA = /^(?:is|are|does|do) .+ (?:extra|free|cost (?:more|extra)|included in the price)(?: (?:for )?(?:rs |inr )?\d+(?:\.\d+)?(?: (?:rs|rupees?|inr|dollars?|bucks?))?(?: more| extra)?)?$/;
/** As many places as one reply prices an order at. */
const MAX_PLACES = 4;

/** What is named in so many words, with its number and choices, costs so much: "2 large margheritas with olives", "idli and dosa". */
export async function priceOfWanted(dialogue: Dialogue): Promise<Move | undefined> {
  const { text } = dialogue;
  const total = priceOfEach(dialogue) ?? withPointed(dialogue) ?? soManyOfIt(dialogue) ?? priceExplained(dialogue) ?? totalAsked(dialogue);
  if (total !== undefined) return total;
  if (!asksPrice(text) && !BESIDE.test(text) && !EXTRA.test(text)) return undefined;
  const lines = BESIDE.test(text) ? undefined : priceOfLines(dialogue);
  if (lines !== undefined) return lines;
  const dishes = dishesIn(dialogue);
  if (asksElsewhere(text)) return undefined;
  if (dishes.length === 0) return ofAll(dialogue) ?? priceOfChoice(dialogue) ?? withTax(dialogue);
  if (BESIDE.test(text)) return choicesBeside(dialogue, dishes);
  if (SELLERS.test(text)) return priced(dishesEverywhere(dialogue));
  const places = [...new Set(dishes.map(({ restaurant }) => restaurant))].slice(0, MAX_PLACES);
  const wanted = places.map((restaurant) => wantedIn(restaurant, behindDish(dialogue, dialogue.mention?.rest ?? text)));
  const readings = await Promise.all(places.map((restaurant, index) => readAt(dialogue, restaurant.name, wanted[index] ?? '')));
  const read = readings.flatMap(({ lines, unclear }, index): Priced[] => {
    const restaurant = places[index];
    const isPossible = lines.every(({ quantity }) => Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY);
    return restaurant !== undefined && lines.length > 0 && unclear.length === 0 && isPossible ? [{ restaurant, lines }] : [];
  });
  const isDetailed = ({ lines }: Priced) => lines.length > 1 || lines.some(({ quantity, options = [] }) => quantity !== 1 || options.length > 0) || WITH_TAX.test(text);
  if (!read.some(isDetailed)) return undefined;
  return insteadOfLine(dialogue, read) ?? sayEstimates(read, wanted[0] ?? text);
}

/** "That comes to how much, with tax?", of what was just priced or offered, else of the order under way. */
function totalAsked(dialogue: Dialogue): Move | undefined {
  const { text, mention, memory, facts: { order } } = dialogue;
  const isOfOther = mention !== undefined && mention.restaurant.name !== order?.restaurantName;
  if (!asksTotal(text) || isOfOther || dishesIn(dialogue).length > 0 || linesAsked(dialogue).length > 0) return undefined;
  if (memory.question?.kind === 'order_that' && (isFresh(memory) || order === undefined)) return again(dialogue, undefined);
  if (order === undefined || (isFresh(memory) && memory.question?.kind === 'how_many')) return undefined;
  return orderSoFar(dialogue) ?? call('show_order');
}

/** "How much is the large one on its own?", of the lines of the order under way. */
function priceOfLines(dialogue: Dialogue): Move | undefined {
  const restaurant = dialogue.catalogue.find(dialogue.facts.order?.restaurantName);
  const told = linesAsked(dialogue);
  const lines = (told.length > 0 ? told : lineOfPlace(dialogue)).map((line) => ({ ...toRequestedLine(line), item_name: line.itemName }));
  return restaurant === undefined || lines.length === 0 ? undefined : answered(dialogue, estimateText({ restaurant, lines }), { ask: '', suggestions: [] });
}

/** "Olives on a small margherita" is the pizza with them. */
function behindDish({ catalogue }: Dialogue, text: string): string {
  const [, choices = '', dish] = /^(.*?) (?:on|onto|in) (?:an? |the |my )?(\S.*)$/.exec(text) ?? [];
  return dish === undefined || catalogue.dishIn(dish) === undefined || catalogue.dishIn(choices) !== undefined ? text : `${dish} with ${choices}`;
}

/** "How much is the olives topping?", "does large cost more?": of the dishes that are spoken of or in sight. */
function priceOfChoice(dialogue: Dialogue): Move | undefined {
  const { text, mention, catalogue } = dialogue;
  const { dishes, how } = askedAbout(dialogue);
  const near = dishes.length > 0 ? choiceNamed(mention?.rest ?? text, dishes) : undefined;
  const found = near ?? (mention === undefined ? choiceNamed(text, catalogue.dishes) : undefined);
  if (found === undefined) return undefined;
  const { group, choice, dish } = found;
  // "How much is that with curd?"
  const isWith = how === 'pointed at' && dialogue.memory.question?.kind !== 'which_choice' && near !== undefined && /\bwith\b/.test(text);
  if (isWith) return sayEstimates([{ restaurant: dish.restaurant, lines: [{ item_name: dish.item.item_name, quantity: 1, options: [{ choice: choice.id, group: group.id }] }] }], text);
  if (group.max === 1 && group.choices.length > 1) return choicesBeside(dialogue, near === undefined ? catalogue.dishes.filter(({ item, restaurant }) => restaurant === dish.restaurant && item.option_groups?.includes(group.id)) : dishes.filter(({ item }) => item.option_groups?.includes(group.id)));
  return sayChoicePrice(dish.restaurant, choice);
}

/** "How much with tax?", of what was just offered. */
function withTax(dialogue: Dialogue): Move | undefined {
  const { text, memory: { question } } = dialogue;
  if (!WITH_TAX.test(text) || question?.kind !== 'how_many') return undefined;
  return priceOf(dishAt(dialogue, question.restaurant, question.item), 1);
}

/** "How much is it?", "price of masala dosa": of the dish that is named or was just spoken of, of the order, or of a whole menu. */
export function price(dialogue: Dialogue): Move | undefined {
  const { text, mention, memory, facts } = dialogue;
  const bargain = bargained(dialogue);
  if (bargain !== undefined) return bargain;
  if (!asksPrice(text)) return priceOfMore(dialogue);
  const said = (mention?.rest ?? text).replace(NO_DISH, ' ').replace(/[\s,]+/g, ' ').trim();
  const called = dishesIn(dialogue);
  const named = called.length > 0 ? called : dishesNamed(dialogue, said);
  const ofChoice = named.length > 1 && / (?:on|in|with|to) /.test(said) ? optionPrice(dialogue, said) : undefined;
  if (ofChoice !== undefined) return ofChoice;
  if (named.length > 0) return priced(named);
  const option = said === '' ? undefined : optionPrice(dialogue, said);
  if (option !== undefined) return option;
  const kind = kindIn(text, dialogue.catalogue)?.toLowerCase();
  if (kind !== undefined) return priceOfKind(dialogue, kind);
  const isFood = said !== '' && mention === undefined && numberOf(said) === undefined && (facts.order === undefined || wordsOf(said).some((word) => dialogue.catalogue.isDishWord(word)));
  if (isFood && wordsOf(said).length <= 3) return call('search_restaurants_by_item', { item_name: dialogue.catalogue.dishWords(said).slice(0, 100) });
  if (memory.question?.kind === 'order_that' && isFresh(memory)) return again(dialogue, numberOf(said));
  // A dish that was just offered is meant before the order that waits.
  if (memory.question?.kind === 'how_many' && isFresh(memory)) {
    const { restaurant, item } = memory.question;
    const dishes = dishAt(dialogue, restaurant, item);
    return numberOf(said) === undefined ? sayDishes(dishes) : priceOf(dishes, numberOf(said) ?? 1);
  }
  const soFar = mention === undefined ? orderSoFar(dialogue) : undefined;
  if (soFar !== undefined) return soFar;
  const there = said === '' && mention !== undefined ? sameAt(dialogue, mention.restaurant.name) : [];
  if (there.length > 0) return priced(there);
  if (facts.order !== undefined && mention === undefined) return call('show_order');
  const { dishes, how } = askedAbout(dialogue);
  if (mention === undefined && (how === 'pointed at' || memory.dish !== undefined) && dishes.length > 0) return priced(dishes);
  const restaurant = restaurantSpokenOf(dialogue);
  if (restaurant !== undefined) return call('get_menu', { restaurant_name: restaurant });
  return say('How much is what? Name a dish or a restaurant, for example: "how much is dosa?"', ['Show restaurants']);
}

/** What an order costs that lacks a choice and is not priced yet. */
function orderSoFar({ catalogue, facts: { order }, memory: { question } }: Dialogue): Move | undefined {
  const restaurant = catalogue.find(order?.restaurantName);
  if (order === undefined || question?.kind !== 'which_choice' || restaurant === undefined) return undefined;
  const lines = order.lines.map((line) => ({ ...toRequestedLine(line), item_name: line.itemName }));
  return say(estimateText({ restaurant, lines }), ['Show my order']);
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

/** "How much for both desserts?": of a kind of dish, where it is spoken of a place. */
function priceOfKind(dialogue: Dialogue, kind: string): Move | undefined {
  const isOfKind = ({ item }: Dish) => item.category?.toLowerCase() === kind;
  const there = dishesOf(dialogue.catalogue.find(restaurantSpokenOf(dialogue))).filter(isOfKind);
  const [first] = there;
  const isTogether = /\b(?:both|all|together|each of)\b/.test(dialogue.text) && there.length <= 5;
  if (first !== undefined && isTogether) return sayEstimates([{ restaurant: first.restaurant, lines: there.map(({ item }) => ({ item_name: item.item_name, quantity: 1 })) }], dialogue.text);
  return priced(there.length > 0 ? there : dialogue.catalogue.dishes.filter(isOfKind));
}

const MORE_OF_THAT = /^(?:and|what about|how about)\b|\?\s*$/;

/** "And 5?" behind what so many of a dish cost. */
function priceOfMore(dialogue: Dialogue): Move | undefined {
  const { text, message, memory: { asked: last, question } } = dialogue;
  const option = last === 'price' && MORE_OF_THAT.test(message.toLowerCase()) ? optionPrice(dialogue, text.replace(/^(?:(?:and|what about|how about|for)[ ,]+)+/, '')) : undefined;
  if (option !== undefined) return option;
  const dishes = last === 'price' && MORE_OF_THAT.test(message.toLowerCase().replace(/^aur\b/, 'and')) && !/\d/.test(text) ? dishesNamed(dialogue, text.replace(/^(?:(?:and|what about|how about|for|the|an?)[ ,]+)+/, '')) : [];
  if (dishes.length > 0) return priced(dishes);
  const quantity = numberOf(/^(?:(?:and|for|what|about|how|if)[ ,]+)*(\w+)(?: of (?:them|those))?$/.exec(text)?.[1] ?? '');
  if (last !== 'price' || quantity === undefined || !/\?\s*$|^(?:and|what about|how about)\b/i.test(message)) return undefined;
  if (question?.kind === 'how_many') return priceOf(dishAt(dialogue, question.restaurant, question.item), quantity);
  return question?.kind === 'order_that' ? again(dialogue, quantity) : undefined;
}

/** What was priced last, or so many of it. */
function again({ catalogue, memory: { question } }: Dialogue, quantity: number | undefined): Move | undefined {
  const restaurant = question?.kind === 'order_that' ? catalogue.find(question.restaurant) : undefined;
  if (question?.kind !== 'order_that' || restaurant === undefined) return undefined;
  const isOther = quantity !== undefined && question.lines.length === 1;
  if (isOther && (quantity < 1 || quantity > MAX_QUANTITY)) return undefined;
  return sayEstimates([{ restaurant, lines: isOther ? question.lines.map((line) => ({ ...line, quantity })) : question.lines }], '');
}

/** "How much for 2?" */
function priceOf([dish]: readonly Dish[], quantity: number): Move | undefined {
  if (dish === undefined || quantity < 1 || quantity > MAX_QUANTITY) return undefined;
  return sayEstimates([{ restaurant: dish.restaurant, lines: [{ item_name: dish.item.item_name, quantity }] }], '');
}

/** The dishes that words name, at the restaurant that is named with them, else at the one spoken of where it sells them. */
export function dishesNamed(dialogue: Dialogue, words: string): Dish[] {
  const { catalogue, mention, memory, facts } = dialogue;
  const all = catalogue.dishesLike(words);
  if (mention !== undefined) return all.filter(({ restaurant }) => restaurant === mention.restaurant);
  const near = all.filter(({ restaurant }) => restaurant.name === (facts.order?.restaurantName ?? memory.restaurant));
  return near.length > 0 && wordsOf(words).length > 0 ? near : all;
}

/** "Small ₹140, Medium ₹180, Large ₹300": a dish with each of the choices of which some are named. */
function choicesBeside({ text }: Dialogue, dishes: readonly Dish[]): Move | undefined {
  const spoken = new Set(wordsOf(text));
  const isSaid = ({ name, aliases = [] }: Choice) => [name, ...aliases].some((each) => wordsOf(each.toLowerCase()).every((word) => spoken.has(word)));
  const told = dishes.slice(0, 5).flatMap(({ restaurant, item }) => {
    const group = groupsOf(restaurant, item).find(({ max, choices }) => max === 1 && choices.some(isSaid));
    if (group === undefined || group.choices.length === 1) return [];
    const prices = group.choices.map(({ name, price: more = 0 }) => `${name} ${money(item.price + more, restaurant.currency)}`);
    return [`${item.item_name}, ${restaurant.name}: ${prices.join(', ')}`];
  });
  const [first] = dishes;
  const only = told.length === 0 ? choiceNamed(text, dishes) : undefined;
  if (only !== undefined) return sayChoicePrice(only.dish.restaurant, only.choice);
  if (told.length === 0 || first === undefined) return undefined;
  const example = `1 ${first.item.item_name} from ${first.restaurant.name}`;
  return say(`${told.join('\n')}\nWhich one would you like? For example: ${example}`, [example], { restaurant: first.restaurant.name, dish: first.item.item_name.toLowerCase() });
}

type Choice = Restaurant['option_groups'][number]['choices'][number];

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
  return sayChoicePrice(found.restaurant, found.choice);
}

function sayChoicePrice(restaurant: Restaurant, { name, price = 0 }: Choice): Move {
  const amount = money(Math.abs(price), restaurant.currency);
  const costs = price === 0 ? 'costs nothing extra' : price > 0 ? `costs ${amount} more` : `takes ${amount} off`;
  return say(`${name} ${costs} at ${restaurant.name}. Shall I add it? Say for example: add ${name.toLowerCase()}`, [`Add ${name.toLowerCase()}`], { restaurant: restaurant.name, asked: 'price' });
}

function choicesCalled({ option_groups }: Restaurant, words: readonly string[]): Restaurant['option_groups'][number]['choices'] {
  const [, said = ''] = words;
  return option_groups.flatMap(({ choices }) => choices).filter(({ name, aliases = [] }) => [name, ...aliases].some((each) => words.includes(each.toLowerCase()) || each.toLowerCase() === `extra ${said}`));
}

function dishAt({ catalogue }: Dialogue, restaurantName: string, name: string): Dish[] {
  return dishesOf(catalogue.find(restaurantName)).filter(({ item }) => item.item_name === name);
}
