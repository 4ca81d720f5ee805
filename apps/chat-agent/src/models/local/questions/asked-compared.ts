import type { OrderLineFact } from '../../chat-model';
import { dishesOf, dishesOfKind, pointedAt } from './asked-about';
import type { Dish } from '../catalogue/catalogue';
import { type Dialogue, restaurantSpokenOf } from '../dialogue';
import { lastTwo, toldOf } from '../pointing/references';

/** As many as one comparison tells of. */
export const MAX_COMPARED = 5;

const POINTER = /\b(?:this|that|it|mine)\b/;
const OF_TWO = /^(?:(?:and|so|ok|then) )*which (?:has|is|takes|costs|comes with)? ?(?:less|fewer|more|cheaper|lighter|better|quicker|faster|healthier)\b|\b(?:which one|(?:of|between) (?:the two|them|those|these)|the two|both)\b/;
/** Of some that were told or ordered, and not of all there are. */
const OF_SOME = /\b(?:which one|whose|(?:of|between|among) (?:(?:the|those|these|my|all) )?(?:two|three|four|five|six|them|those|these|lines|items)|the two|both)\b/;
/** "Is it cheaper somewhere else?" */
const ELSEWHERE = /\b(?:elsewhere|(?:some|any)where(?: else)?|(?:another|other|different) (?:places?|restaurants?|shops?))\b/;
/** "Whose is cheaper?", "which of those places is cheaper for it?": one dish at those who sell it. */
const OF_SELLERS = /\bwhose\b|\bwhere is (?:it|that|this)\b|\b(?:places?|restaurants?|shops?)\b.*\b(?:for|has|have|sells?|makes?|does|gives?) (?:it|that|this|them)\b/;
const THERE = /\b(?:there|here|they|their|theirs|this place|that place)\b/;
/** Words that widen the question to all there is. */
const EVERYWHERE = /\b(?:restaurants?|places?|anywhere|overall|food|dish(?:es)?|things?|something|anything|everything|options?|you (?:have|sell|got))\b/;
const NARROWED = /\b(?:cheaper|dearer|more expensive|costlier|better|fewer|quicker|faster|slower|healthier|lighter|these|those|them|this)\b/;

/** The dishes that a comparison is of: those that are named, else of a kind, a place or an area, else those that were told of last, else all. */
export function comparedIn(dialogue: Dialogue): readonly Dish[] {
  const area = dialogue.mention === undefined ? dialogue.catalogue.areaIn(dialogue.text) : undefined;
  const dishes = area === undefined ? setMeant(dialogue) : namedOrOfKind(dialogue, dialogue.catalogue.dishes).filter(({ restaurant }) => restaurant.area.includes(area));
  return dishes.length > 0 ? dishes : setMeant(dialogue);
}

function namedOrOfKind(dialogue: Dialogue, others: readonly Dish[]): readonly Dish[] {
  const named = namedIn(dialogue);
  const kind = named.length > 0 ? named : dishesOfKind(dialogue);
  return named.length > 0 || kind.length > 1 ? kind : others;
}

function setMeant(dialogue: Dialogue): readonly Dish[] {
  const { text, catalogue, memory, mention } = dialogue;
  const sold = ofSellers(dialogue);
  if (sold.length > 0) return sold;
  const ordered = orderedMeant(dialogue).flatMap(({ itemName }) => dishesOf(catalogue.find(dialogue.facts.order?.restaurantName)).filter(({ item }) => item.item_name === itemName));
  if (ordered.length > 1) return unique(ordered);
  const named = namedOrOfKind(dialogue, []);
  if (named.length > 0) return named;
  if (mention !== undefined) return dishesOf(mention.restaurant);
  const there = THERE.test(text) ? dishesOf(catalogue.find(restaurantSpokenOf(dialogue))) : [];
  if (there.length > 0) return there;
  if (EVERYWHERE.test(text) && !NARROWED.test(text)) return catalogue.dishes;
  const told = toldLast(dialogue);
  if (told.length > 1) return told;
  return memory.restaurant === undefined ? catalogue.dishes : dishesOf(catalogue.find(memory.restaurant));
}

/** The lines of the order under way that a comparison is of: "which one of the three is the most expensive?" Fewer than two where it is of something else. */
export function orderedMeant(dialogue: Dialogue): readonly OrderLineFact[] {
  const { text, facts: { order }, memory, mention } = dialogue;
  if (order === undefined || memory.list !== undefined || mention !== undefined || !OF_SOME.test(text)) return [];
  const named = namedIn(dialogue).map(({ item }) => item.item_name);
  return named.length === 0 ? order.lines : order.lines.filter(({ itemName }) => named.includes(itemName));
}

/** "Idli or dosa", "the cheapest thepla": wherever they are sold, or at the places that are named. */
export function namedIn(dialogue: Dialogue): Dish[] {
  const { text, catalogue, mention } = dialogue;
  // "At Agashiye or at Patel": both of them.
  const second = mention === undefined ? undefined : catalogue.mentionIn(mention.rest);
  const parts = (second?.rest ?? mention?.rest ?? text).split(/\b(?:or|vs|versus|and|than)\b|,/);
  const named = parts.flatMap((part) => catalogue.dishesCalled(catalogue.dishIn(part)));
  // "This or the cheese burst".
  const pointed = named.length > 0 && parts.length > 1 && parts.some((part) => POINTER.test(part) && catalogue.dishIn(part) === undefined) ? pointedAt(dialogue) : [];
  return unique([...pointed, ...named]).filter(({ restaurant }) => mention === undefined || restaurant === mention.restaurant || restaurant === second?.restaurant);
}

/** Whether it is of the two dishes that were spoken of last, where no list is in sight. */
export function isOfLastTwo({ text, memory: { list, otherDish } }: Dialogue): boolean {
  return list === undefined && otherDish !== undefined && OF_TWO.test(text);
}

function ofSellers(dialogue: Dialogue): Dish[] {
  const { text, catalogue, memory, facts: { order } } = dialogue;
  const isElsewhere = ELSEWHERE.test(text);
  if (!isElsewhere && !OF_SELLERS.test(text)) return [];
  const sold = catalogue.dishesCalled(catalogue.dishIn(text) ?? order?.lines.at(-1)?.itemName.toLowerCase() ?? memory.dish);
  // "Somewhere else" is not here, where there are others to compare.
  const others = isElsewhere ? sold.filter(({ restaurant }) => restaurant.name !== restaurantSpokenOf(dialogue)) : [];
  return others.length > 1 ? others : isElsewhere || sold.length > 1 ? sold : [];
}

/** What was told of last; a list that a comparison was cut to stands for all that it was of. */
function toldLast(dialogue: Dialogue): readonly Dish[] {
  const { memory: { list, question }, catalogue } = dialogue;
  if (isOfLastTwo(dialogue)) return lastTwo(dialogue);
  const told = list === undefined && question?.kind !== 'order_that' ? [] : toldOf(dialogue);
  const [place, ...others] = [...new Set(told.map(({ restaurant }) => restaurant))];
  if (list?.answer !== true || told.length < MAX_COMPARED) return told;
  return others.length === 0 ? dishesOf(place) : catalogue.dishes;
}

function unique(dishes: readonly Dish[]): Dish[] {
  return [...new Map(dishes.map((dish) => [`${dish.restaurant.id} ${dish.item.id}`, dish])).values()];
}
