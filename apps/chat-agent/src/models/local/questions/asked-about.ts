import type { Restaurant } from '@foodie-express/contracts';
import { linesAsked } from './asked-lines';
import type { Dish } from '../catalogue/catalogue';
import { type Dialogue, restaurantSpokenOf } from '../dialogue';
import { isFresh } from '../dialogue-memory';
import { kindIn } from '../catalogue/dish-kinds';

/** The dishes that a question is about, and how it says so. */
export interface AskedAbout {
  readonly dishes: readonly Dish[];
  /** By their names, by a word that points at them, or not at all: then they are what is in sight. */
  readonly how: 'named' | 'pointed at' | 'in sight';
}

const POINTING = /\b(?:it|its|it's|that|this|they|them|their|those|these|both|either|all (?:two|three|four)|the (?:two|other|dish|food|item|first|second))\b/;
const SEVERAL = /\b(?:they|them|their|those|these|both|either|two|three|four|which|other)\b/;

/** What every question about dishes reads first: the dishes named in it, else those it points at, else those in sight. */
export function askedAbout(dialogue: Dialogue): AskedAbout {
  const dishes = dishesIn(dialogue);
  if (dishes.length > 0) return { dishes, how: 'named' };
  const ordered = linesAsked(dialogue).flatMap(({ itemName }) => named(dialogue, itemName, dialogue.facts.order?.restaurantName));
  if (ordered.length > 0) return { dishes: ordered, how: 'pointed at' };
  const pointed = POINTING.test(dialogue.text) && dialogue.mention === undefined ? pointedAt(dialogue) : [];
  return pointed.length > 0 ? { dishes: pointed, how: 'pointed at' } : { dishes: inSight(dialogue), how: 'in sight' };
}

/** The dishes that the sentence names, at the restaurant that it names or that is spoken of where that has them, else everywhere. */
export function dishesIn(dialogue: Dialogue): Dish[] {
  return namesIn(dialogue).flatMap((name) => nearest(dialogue, dialogue.catalogue.dishesCalled(name)));
}

/** The dishes of the kind that the sentence speaks of: "desserts", where it names none. */
export function dishesOfKind(dialogue: Dialogue): Dish[] {
  const { text, mention, catalogue } = dialogue;
  const kind = kindIn(mention?.rest ?? text, catalogue, mention?.restaurant.name)?.toLowerCase();
  return kind === undefined ? [] : [...nearest(dialogue, catalogue.dishes.filter(({ item }) => item.category?.toLowerCase() === kind))];
}

/** The dishes that the sentence names, wherever they are sold. */
export function dishesEverywhere(dialogue: Dialogue): Dish[] {
  return namesIn(dialogue).flatMap((name) => dialogue.catalogue.dishesCalled(name));
}

const SHARED = /(\p{L}+) (?:and|or|vs|versus|to|from) (\p{L}+) (\p{L}+)/gu;

/** "Masala and methi thepla" names two. */
function namesIn({ text, mention, catalogue }: Dialogue): readonly string[] {
  const said = (mention?.rest ?? text).replace(SHARED, (phrase, first: string, second: string, noun: string) => {
    const isNoun = catalogue.dishesLike(`${first} ${noun}`).length > 0 && catalogue.dishesLike(`${second} ${noun}`).length > 0;
    return isNoun ? `${first} ${noun} and ${second} ${noun}` : phrase;
  });
  return catalogue.dishNamesIn(said);
}

export function dishesOf(restaurant: Restaurant | undefined): Dish[] {
  return restaurant === undefined ? [] : restaurant.items.map((item) => ({ restaurant, item }));
}

function nearest({ mention, facts, memory, catalogue }: Dialogue, dishes: readonly Dish[]): readonly Dish[] {
  // "At Agashiye and at Patel": both of them.
  const second = mention === undefined ? undefined : catalogue.mentionIn(mention.rest)?.restaurant;
  if (mention !== undefined) return dishes.filter(({ restaurant }) => restaurant === mention.restaurant || restaurant === second);
  const places = [facts.order?.restaurantName, memory.restaurant, facts.pageRestaurant];
  const there = places.map((place) => dishes.filter(({ restaurant }) => restaurant.name === place)).find((found) => found.length > 0);
  return there ?? dishes;
}

/** "It" is the dish that was offered, that answered a question, that was ordered last, or that was spoken of; "them" are several. */
export function pointedAt(dialogue: Dialogue): readonly Dish[] {
  const { memory, facts, catalogue, text } = dialogue;
  const { question, list } = memory;
  // What was asked before another dish was told of is spoken of no more.
  const isSpokenOf = isFresh(memory) || memory.dish === undefined || memory.dish === (question?.kind === 'how_many' ? question.item.toLowerCase() : undefined);
  if (question?.kind === 'how_many' && isSpokenOf) return named(dialogue, question.item, question.restaurant);
  if (list?.kind === 'dishes' && (list.answer === true || list.names.length === 1) && !SEVERAL.test(text)) return list.names.slice(0, 1).flatMap((name) => catalogue.dishNamed(name) ?? []);
  const listed = listedDishes(dialogue);
  if (listed.length > 0 && SEVERAL.test(text)) return listed;
  if (question?.kind === 'which_choice') return named(dialogue, question.item, facts.order?.restaurantName);
  const ordered = facts.order?.lines.map(({ itemName }) => itemName) ?? [];
  if (ordered.length > 0) return (SEVERAL.test(text) ? ordered : ordered.slice(-1)).flatMap((name) => named(dialogue, name, facts.order?.restaurantName));
  return memory.dish === undefined ? [] : nearest(dialogue, catalogue.dishesCalled(memory.dish));
}

function inSight(dialogue: Dialogue): readonly Dish[] {
  const { mention, memory, facts, catalogue } = dialogue;
  if (mention !== undefined) return dishesOf(mention.restaurant);
  const listed = listedDishes(dialogue);
  if (listed.length > 0) return listed;
  const pointed = pointedAt(dialogue);
  if (pointed.length > 0) return pointed;
  return facts.order === undefined && memory.list?.kind === 'restaurants' ? [] : dishesOf(catalogue.find(restaurantSpokenOf(dialogue)));
}

/** The dishes of the list that was shown last, or those that the places of the list were found for. */
function listedDishes({ memory: { list, restaurant, dish }, catalogue }: Dialogue): Dish[] {
  if (list?.kind === 'dishes') return list.names.flatMap((name) => catalogue.dishNamed(name) ?? []);
  if (list?.kind === 'items') return dishesOf(catalogue.find(restaurant)).filter(({ item }) => list.names.includes(item.item_name));
  if (list?.kind !== 'restaurants' || dish === undefined) return [];
  return catalogue.dishesCalled(dish).filter((each) => list.names.includes(each.restaurant.name));
}

function named({ catalogue }: Dialogue, item: string, restaurant: string | undefined): Dish[] {
  return dishesOf(catalogue.find(restaurant)).filter((dish) => dish.item.item_name === item);
}
