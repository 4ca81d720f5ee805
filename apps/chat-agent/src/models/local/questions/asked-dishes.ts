import { askedTastes, isOfTaste } from './asked-tastes';
import { budgetIn, currencyIn, sharedAmong } from './asked-budget';
import { namedOf } from './asked-ingredient';
import { CALORIE_BOUND, FILLING, HEALTHY, LIGHT } from './asked-merit';
import type { Dish } from '../catalogue/catalogue';
import type { Dialogue } from '../dialogue';
import { groupsOf } from '../orders/estimate';
import { DIET, markOf, NON_VEGETARIAN } from '../catalogue/diets';
import { kindIn } from '../catalogue/dish-kinds';
import { partyIn } from '../speech/party';
import { numberOf, wordsOf } from '../speech/utterance';

/** What a request for ideas asks of dishes, beside what they are called. */
export interface AskedDishes {
  /** Those that are all of it. */
  readonly dishes: readonly Dish[];
  /** Those that are all of it but for what they cost. */
  readonly atAnyPrice: readonly Dish[];
  /** How they were chosen: "marked vegan", "with chocolate in name or description". */
  readonly chosenBy: readonly string[];
  readonly order: 'cheapest' | 'lightest' | 'heaviest' | 'best';
  /** Told of more than a diet or a price alone, each of which has a rule of its own. */
  readonly isSpecial: boolean;
}

interface Criterion {
  readonly told: string;
  readonly isMet: (dish: Dish) => boolean;
  readonly isSpecial: boolean;
}

/** What asks for ideas, and names no dish to have. */
const IDEA = /\b(?:something|anything|any|some food|things?|stuff|dish(?:es)?|food|meals?|options?|ideas?|suggest\w*|recommend\w*|what(?:'s| is| are| do| can| could| would| should| has| have| else| about)?|which|who|nice|good)\b/;
/** "She loves chocolate", "he only eats pizza": what somebody would have. */
const LOVED = /(?<!\b(?:don't|doesn't|do not|does not|never|can't|cannot|not|won't) )\b(?:only |really |just |absolutely )*(?:likes?|loves?|adores?|craves?|craving|prefers?|eats?|mad about|crazy about|fond of|in the mood for|fan of) (?:only |just |to eat |eating |anything (?:with|of) |everything (?:with|of) )?(\p{L}+)|\b(\p{L}+) lovers?\b/gu;
/** "Something with paneer", "what has meat?", "something chocolaty". */
const WITH = /\b(?:which|what|any) (\p{L}+(?: \p{L}+)?) (?:has|have|contains?|comes? with|with) (\p{L}+)|\b(?:is|are) (?:there )?(?:any )?(\p{L}+)(?: there)? in any (\p{L}+)\b|\b(?:something|anything|some food|dish(?:es)?|food|things?|options?|meals?) (?:(?:in|at|from) \p{L}+ )?(?:with|containing|that (?:has|have)|having) ((?:\p{L}+ and )?\p{L}+)|\bwhat (?:all )?(?:has|have|contains?) (\p{L}+)|\b(?:something|anything) (?:really |very |nice and )?(\p{L}{4,}?e?y)\b/gu;
const REFUSED = /\b(?:not|isn't|except|other than|apart from|besides) (?:an? |the |any )?(\p{L}+)/gu;
/** Said behind "not", and no food. */
const NO_FOOD = /^(?:too|so|very|that|really|more|less|only|just|sure|much|spicy|hot|sweet|cold|expensive|costly|pricey|cheap|veg|vegetarian|vegan|jain|halal|heavy|oily|fried|it|this|them|to|for|from|in|at|me|my|a|an|the|everything|anything|eat|eating|idea|problem|thanks|need|want)$/;
const CHEAP = /\b(?:cheap(?:er|est)?|budget|affordable|inexpensive|not (?:too|so|very|that) (?:expensive|costly|pricey))\b/;

/** Whether somebody asks for an idea and tells what another of those who eat loves: all of it is one wish. */
export function tellsWhoEats({ text }: Pick<Dialogue, 'text'>): boolean {
  return text.search(LOVED) >= 0 && IDEA.test(text.replace(LOVED, ' '));
}

/** What is asked of dishes, all of it at once; undefined where nothing is that a menu can tell. */
export function dishesAsked(dialogue: Dialogue): AskedDishes | undefined {
  const { text, catalogue, mention } = dialogue;
  if (!IDEA.test(text) && !LIGHT.test(text)) return undefined;
  const of = [diet(dialogue), ...eaten(dialogue), leftOut(text), ...askedTastes(text).map((taste) => ({ told: taste.told, isSpecial: taste.isSpecial, isMet: (dish: Dish) => isOfTaste(dish, taste) })), refused(dialogue), calories(text)].filter((each) => each !== undefined);
  const order = orderAsked(text);
  const bound = priceBound(dialogue);
  const isSpecial = LIGHT.test(text) || of.some((each) => each.isSpecial) || sharedAmong(text) !== undefined || (order !== 'best' && (of.length > 0 || (bound !== undefined && order !== 'cheapest')));
  if (!isSpecial && of.length === 0) return undefined;
  const area = mention === undefined ? catalogue.areaIn(text) : undefined;
  const within = catalogue.dishes
    .filter(({ restaurant, item }) => item.available !== false && (mention === undefined || restaurant === mention.restaurant) && (area === undefined || restaurant.area.includes(area)));
  const ofKind = inKind(dialogue, within).filter((dish) => of.every(({ isMet }) => isMet(dish)));
  const currency = currencyIn(dialogue) ?? mostCommon(ofKind.map(({ restaurant }) => restaurant.currency));
  const comparable = bound === undefined && order !== 'cheapest' ? ofKind : ofKind.filter(({ restaurant }) => restaurant.currency === currency);
  const chosenBy = [...of.map(({ told }) => told), ...(area === undefined ? [] : [`in ${area}`])];
  return { dishes: comparable.filter(({ item }) => bound === undefined || item.price <= bound), atAnyPrice: ofKind, chosenBy, order, isSpecial };
}

function orderAsked(text: string): AskedDishes['order'] {
  if (FILLING.test(text)) return 'heaviest';
  if (CALORIE_BOUND.test(text) || HEALTHY.test(text) || LIGHT.test(text)) return 'lightest';
  return CHEAP.test(text) && !/\bmost (?:expensive|costly|pricey)\b/.test(text) ? 'cheapest' : 'best';
}

/** What one dish may cost: the share of each where several eat for it. */
function priceBound(dialogue: Dialogue): number | undefined {
  const shared = sharedAmong(dialogue.text);
  if (shared !== undefined) return shared.amount / shared.count;
  const party = partyIn(dialogue.text);
  return party?.budget === undefined ? budgetIn(dialogue) : party.budget / party.people;
}

/** "Any thali with paneer": of the dish or the kind of dish that is spoken of. */
function inKind({ text, catalogue, mention }: Dialogue, within: readonly Dish[]): readonly Dish[] {
  const [, kind] = /\b(thirsty|drinks?|beverages?|desserts?|breakfast|snacks?|starters?)\b/.exec(text) ?? [];
  const category = kind === undefined ? undefined : kindIn(kind, catalogue, mention?.restaurant.name)?.toLowerCase();
  if (category !== undefined) return within.filter(({ item }) => item.category?.toLowerCase() === category);
  const others = text.replace(LOVED, ' ').replace(WITH, (_phrase, ...[of]) => (typeof of === 'string' ? of : ' ')).replace(REFUSED, ' ');
  const names = catalogue.dishNamesIn(others);
  const called = names.flatMap((name) => catalogue.dishesCalled(name));
  // What is light is to eat.
  if (names.length === 0 && LIGHT.test(text)) return within.filter(({ item }) => item.calories !== undefined && !/drink|beverage/i.test(item.category ?? ''));
  return names.length === 0 ? within : within.filter(({ restaurant, item }) => called.some((dish) => dish.restaurant === restaurant && dish.item === item));
}

function diet({ text, catalogue }: Dialogue): Criterion | undefined {
  const isMixed = NON_VEGETARIAN.test(text);
  const said = isMixed ? undefined : DIET.exec(text)?.[1];
  if (said === undefined) return undefined;
  const mark = markOf(said);
  // Where no menu marks it, what menus name is all that can be told.
  const isMarked = mark !== 'jain' || catalogue.dishes.some(({ item }) => item.dietary?.includes(mark) === true);
  if (!isMarked) return naming(['onion', 'garlic', 'chicken', 'lamb', 'meat', 'mutton', 'fish', 'egg'], 'onion, garlic or meat (no menu marks a dish jain)');
  return { told: `marked ${mark}`, isSpecial: false, isMet: ({ item }) => item.dietary?.includes(mark) === true };
}

/** "What is there without onion?", "I don't eat garlic": what a menu names of it. Allergies have a rule of their own. */
const NOT_EATEN = /\b(?:without|free of|with no|(?:don't|do not|can't|cannot|never|doesn't) (?:eat|have|like|want)|avoid(?:ing|s)?) (?:any |the )?(\p{L}{3,})(?:(?: and| or|,| nor)? (?:no )?(onions?|garlic|potato(?:es)?|ginger|mushrooms?|tomato(?:es)?))?/u;
const KITCHEN_WORDS = /^(?:onions?|garlic|potato(?:es)?|ginger|mushrooms?|tomato(?:es)?|chill?i(?:es)?|cheese|paneer|butter|coconut|coriander|olives?|chicken|lamb|meat|mutton|rice|curd)$/;

function leftOut(text: string): Criterion | undefined {
  const [, first = '', second = ''] = NOT_EATEN.exec(text) ?? [];
  const words = [first, second].filter((word) => KITCHEN_WORDS.test(word)).map((word) => word.replace(/(?<=onion|mushroom|olive)s$|es$/, ''));
  return words.length === 0 ? undefined : naming(words, words.join(' or '));
}

function naming(words: readonly string[], told: string): Criterion {
  return { told: `naming no ${told}`, isSpecial: true, isMet: ({ item, restaurant }) => !groupsOf(restaurant, item).some(({ min = 0, choices }) => min > 0 && choices.every(({ name }) => namedOf(words.join(' '), name).length > 0)) && namedOf(words.join(' '), [item.item_name, ...(item.aliases ?? []), item.description ?? ''].join(' ')).length === 0 && !/drink|beverage/i.test(item.category ?? '') };
}

/** What it has to have in it, by name or description; any of it where no dish has all. */
function eaten({ text, catalogue }: Dialogue): Criterion[] {
  const said = [...[...text.matchAll(LOVED)].map(([, loved, lover]) => loved ?? lover), ...[...text.matchAll(WITH)].map(([, , of, within, , held, has, like]) => of ?? within ?? held ?? has ?? like)];
  const cuisine = catalogue.cuisineIn(text)?.toLowerCase();
  const words = said.flatMap((phrase) => (phrase ?? '').split(' and ')).filter((word) => word.length >= 3 && numberOf(word) === undefined && !NO_FOOD.test(word) && !DIET.test(word) && cuisine?.includes(word) !== true);
  const found = [...new Set(words)].flatMap((word) => {
    const stem = word.replace(/e?y$/, '');
    const isMet = ({ item }: Dish) => namedOf(stem.length >= 4 ? stem : word, [item.item_name, ...(item.aliases ?? []), item.description ?? ''].join(' ')).length > 0;
    return catalogue.dishes.some(isMet) ? [{ word: word.replace(/(?<=olat)e?y$/, 'e'), isMet }] : [];
  });
  const isInOne = catalogue.dishes.some((dish) => found.every(({ isMet }) => isMet(dish)));
  const told = `with ${found.map(({ word }) => word).join(isInOne ? ' and ' : ' or ')} in name or description`;
  const isMet = (dish: Dish) => (isInOne ? found.every((each) => each.isMet(dish)) : found.some((each) => each.isMet(dish)));
  return found.length === 0 ? [] : [{ told, isSpecial: true, isMet }];
}

/** "Not pizza", "that is not idli": not called so; what is not to be in a dish is asked of allergies. */
function refused({ text, catalogue }: Dialogue): Criterion | undefined {
  const words = [...text.matchAll(REFUSED)].map(([, word = '']) => word).filter((word) => word.length >= 3 && numberOf(word) === undefined && !NO_FOOD.test(word)).map((word) => catalogue.dishWords(word));
  const known = [...new Set(words)].filter((word) => catalogue.dishes.some((dish) => says(dish, word)));
  return known.length === 0 ? undefined : { told: `without ${known.join(' and ')}`, isSpecial: true, isMet: (dish) => !known.some((word) => says(dish, word)) };
}

function says({ item }: Dish, word: string): boolean {
  return wordsOf([item.item_name, ...(item.aliases ?? []), item.category ?? ''].join(' ').toLowerCase()).some((own) => own === word || own === `${word}s`);
}

function calories(text: string): Criterion | undefined {
  const [, bound = '', most] = CALORIE_BOUND.exec(text) ?? [];
  const kcal = Number(most ?? Number.NaN);
  if (Number.isNaN(kcal)) return undefined;
  const isOver = /over|above|more/.test(bound);
  return { told: `${isOver ? 'over' : 'under'} ${String(kcal)} kcal`, isSpecial: true, isMet: ({ item }) => item.calories !== undefined && (isOver ? item.calories > kcal : item.calories < kcal) };
}

function mostCommon(values: readonly string[]): string | undefined {
  const counted = [...new Set(values)].map((value) => ({ value, count: values.filter((each) => each === value).length }));
  return counted.toSorted((left, right) => right.count - left.count)[0]?.value;
}
