import { money } from '../../../../conversation/order-summary';
import { sharedAmong } from '../../questions/asked-budget';
import { askedTastes } from '../../questions/asked-tastes';
import { LIGHT } from '../../questions/asked-merit';
import { type AskedDishes, dishesAsked, tellsWhoEats } from '../../questions/asked-dishes';
import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import type { Move } from '../../move';
import { partyIn } from '../../speech/party';
import { numberOf, wordsOf } from '../../speech/utterance';
import { forParty } from '../../wording/party';
import { sayDishes } from '../../wording/dishes';
import { isOrder } from '../orders/ordering';

/** What is asked of one dish, of a place or of an order looks for nothing. */
const OTHERWISE = /\b(?:add|put|remove|make it|make that|instead|my order|reviews?|stars|rated|ratings?|how much|how many|how long|difference|was|were|came|arrived|restaurants?|places?|deliver\w*|closest|nearest)\b/;
const ONE = /^(?:(?:and|so|but|ok)[ ,]+)*(?:is|are|does|do|did|was|can|could|will|would|has|have)(?: (?:it|that|this|they|those|these|the|my|your|one|both|an?)\b)/;

/** "Something sweet and cold", "what's cheap and vegan?", "anything under 300 calories but no idli": the dishes that are all of it, by their menus. */
export function finding(dialogue: Dialogue): Move | undefined {
  const { text, catalogue } = dialogue;
  if (OTHERWISE.test(text) || (ONE.test(text) && !tellsWhoEats(dialogue)) || isCountedOrder(dialogue)) return undefined;
  const asked = dishesAsked(dialogue);
  if (asked?.isSpecial !== true || (isOrder(text) && !ASKS.test(text) && catalogue.dishIn(text) !== undefined)) return undefined;
  return asked.dishes.length > 0 ? sayDishes(sorted(asked), headingOf(dialogue, asked), false, isByCalories(asked) ? 'calories' : undefined) : none(dialogue, asked);
}

const ASKS = /\b(?:something|anything|suggest|recommend|what|which)\b/;

/** "Two veg thalis and something cold" orders first of all. */
function isCountedOrder({ text, catalogue }: Dialogue): boolean {
  const words = wordsOf(text);
  return sharedAmong(text) === undefined && words.some((word, at) => numberOf(word) !== undefined && words.slice(at + 1, at + 3).some((next) => catalogue.isDishWord(next)));
}

function isByCalories({ order }: AskedDishes): boolean {
  return order === 'lightest' || order === 'heaviest';
}

function sorted({ order, dishes }: AskedDishes): Dish[] {
  const lighter = (left: Dish, right: Dish) => (left.item.calories ?? 0) - (right.item.calories ?? 0);
  return dishes.toSorted((left, right) => {
    if (order === 'lightest') return lighter(left, right);
    if (order === 'heaviest') return lighter(right, left);
    if (order === 'cheapest') return left.item.price - right.item.price;
    return Number(right.restaurant.open_now) - Number(left.restaurant.open_now) || (right.item.rating ?? 0) - (left.item.rating ?? 0);
  });
}

const FIRST: Readonly<Record<AskedDishes['order'], string | undefined>> = { best: undefined, cheapest: 'the cheapest first', lightest: 'the fewest calories first', heaviest: 'the most calories first' };

/** How they were chosen, what each of several may spend, and what no menu says. */
function headingOf({ text, catalogue }: Dialogue, { chosenBy, order }: AskedDishes): string {
  const party = partyIn(text);
  const currency = catalogue.restaurants[0]?.currency ?? '';
  const things = sharedAmong(text);
  const share = things !== undefined ? [`${money(things.amount, currency)} for ${String(things.count)} is ${money(Math.floor(things.amount / things.count), currency)} each, before tax.`] : party === undefined ? [] : [forParty(party, currency)];
  const honest = askedTastes(text).some(({ kind }) => kind === 'mild') ? [`Menus do not say ${LIGHT.test(text) ? 'what is light, nor ' : ''}how hot a dish is.`] : LIGHT.test(text) ? ['Menus do not say what is light; calories come nearest.'] : order === 'heaviest' ? ['Menus do not say how filling a dish is.'] : [];
  const isNaming = chosenBy.some((each) => each.startsWith('naming no '));
  const leaving = isNaming ? ['Menus may leave things out and I cannot promise anything: please ask the restaurant where it matters.'] : [];
  const chosen = [...chosenBy, FIRST[order]].filter((each) => each !== undefined).join(', ');
  return [...share, ...honest, ...leaving, chosen === '' ? 'I would try:' : `By the menus, ${chosen}:`].join('\n');
}

/** Nothing is all of it: said so, with what is but for the price; undefined where nothing is. */
function none(dialogue: Dialogue, asked: AskedDishes): Move | undefined {
  if (asked.atAnyPrice.length > 0) return sayDishes(sorted({ ...asked, order: 'cheapest', dishes: asked.atAnyPrice }), `😔 None for so little. ${headingOf(dialogue, { ...asked, order: 'cheapest' })}`);
  // Others may know some of it.
  return undefined;
}
