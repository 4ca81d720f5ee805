import { isHowWanted } from '../../questions/how-wanted';
import { askedAbout } from '../../questions/asked-about';
import { budgetIn, currencyIn } from '../../questions/asked-budget';
import type { Dish } from '../../catalogue/catalogue';
import type { DialogueMemory } from '../../dialogue-memory';
import { type Dialogue, restaurantSpokenOf } from '../../dialogue';
import { DIET, markOf, NON_VEGETARIAN } from '../../catalogue/diets';
import { kindIn } from '../../catalogue/dish-kinds';
import { call, type Move } from '../../move';
import { partyIn } from '../../speech/party';
import { numberOf, wordsOf } from '../../speech/utterance';
import { answered } from '../../wording/answered';
import { sayDishes } from '../../wording/dishes';
import { forParty } from '../../wording/party';
import { isOrder } from '../orders/ordering';

const ADVICE =
  /\b(?:recommend(?:ed|ations?)?|suggest(?:ions?)?|surprise me|what(?: else)?(?:'s| is| are)? (?:really |so |the most |most |their |your )*(?:ordered|good|nice|popular|the best|best|special|famous|tasty|your best|your favou?rite)|what (?:should|can|do) (?:i|we) (?:eat|get|order|try|have)|what would you (?:eat|order|have|try|get)|anything (?:good|nice|tasty)|something (?:good|nice|tasty|else)|best (?:dish|dishes|food|item|items|thing|seller|sellers)|top rated|top \w+ (?:dish(?:es)?|items?|picks?)|bestsellers?|popular (?:dish|dishes|items|food)|must try|(?:known|famous) for|special(?:ty|ties|ities|ity)|signature dish(?:es)?|order(?:ed)? most|most ordered|(?:people|others|everyone|everybody|customers|you) (?:usually |mostly |normally )?(?:order|like|love|go for)(?: (?:most|best|here|there))?$|you (?:choose|decide|pick)|(?:i'?m|i am|we are|we're)? ?(?:so |very |really )*(?:hungry|starving|famished)|feed me|i ?d(?:on'?t )?k(?:now)?(?: what to (?:eat|order|have|get))?$|(?:not sure|no idea)(?: what to (?:eat|order|have|get))?$|can'?t decide|whatever you (?:like|say|recommend|suggest)|help me (?:choose|decide|pick))(?=$|[ ,])/;
/** "Something light": whatever it is, menus do not say it. */
/** Whoever is hungry and names a dish asks for no advice. */
const HUNGRY = /\b(?:i'?m|i am|we are|we're) (?:so |very |really )*(?:hungry|starving|famished)\b/g;
const SOMETHING = /^(?:(?:i|we|want|need|would|like|feel|give|me|get|show|do|you|have|got|is|there|just|please) )*(?:something|anything) (\p{L}+)(?: (?:please|pls|to eat|today|tonight|now))*$/u;
const DIET_NOUN = /\b(?:options?|have|got|food|dish(?:es)?|items?|places?|restaurants?|meals?|something|anything|what|show|any|things?|stuff|only|menu|is|are|for|i'?m|am|pure)\b/;
const BETWEEN = /\b(?:between|from) (?:rs\.? ?)?(\d{1,5}) ?(?:and|to|-) ?(?:rs\.? ?)?(\d{1,5})\b(?! ?(?:am|pm|people|minutes))/;
const CATEGORY_ASKED = /\b(?:what|which|show|see|options?|list of|kinds?|choices?|looking|any|anything|something|have|about|list|find|some|who|where|want|feel like|do you)\b/;
const CHEAP = /\b(?:cheap(?:er|est)?|budget|affordable|inexpensive)\b/;
const TASTE = /\b(?:something|anything|food|dish(?:es)?|options?|what(?:'s| is)?) (?:\w+ )?(spicy|hot|mild)\b|\b(spicy|mild) (?:food|dish(?:es)?|options?|items?|something|things?|stuff|snacks?)\b|^(?:any|which|what|show|do you|have you|is there)\b.* (spicy|mild) ones?\b|\b(?:what|something|anything|food|dish(?:es)?)\b(?: \p{L}+){0,4} (?:very|really|super|extra|so) (spicy|hot)\b|\b(?:the )?(spiciest|hottest)\b/u;

/** As many words as ask for a dish of a diet: "any vegan pizza there". */
const MAX_ASKED = 7;


/** "Something sweet and cold, like ice cream": a dish is named for what it is like. */
const ANY_SUCH = /\b(?:some|any)thing (?!else\b|from\b|with\b|without\b)[^,]*\b(?:like|such as|similar)\b/;
/** "Make the bhel jain": of the order, how it should be made. */
const MAKING = /^(?:(?:please|pls|can you|could you|and|also|ok|yes|but|so|i want to|you to)[ ,]+)*(?:make|keep|do (?=it\b|that\b|this\b|them\b|one\b|the\b|all\b|both\b)|prepare|cook|delete|drop|cancel|change|swap|replace) ?(?=\S)/;
/** "Add sweet corn" asks for no advice. */
const ADDING = /^(?:(?:please|pls|can you|could you|and|also|ok|yes)[ ,]+)*(?:add|put|remove|take (?:off|out|away))\b/;

/** What is good, and what suits a diet or a budget. */
export function advice(dialogue: Dialogue): Move | undefined {
  const { text, catalogue } = dialogue;
  if (ADDING.test(text) || (dialogue.facts.order !== undefined && MAKING.test(text))) return undefined;
  if (NON_VEGETARIAN.test(text)) return withMeat(dialogue);
  if (isHowWanted(dialogue)) return undefined;
  const diet = DIET.exec(text)?.[1];
  const party = partyIn(text);
  const between = BETWEEN.exec(text)?.[2];
  const budget = between !== undefined ? Number(between) : party?.budget === undefined ? budgetIn(dialogue) : Math.floor(party.budget / party.people);
  if (budget === undefined && !ANY_SUCH.test(text) && isOrder(text) && catalogue.dishIn(text) !== undefined && (!ADVICE.test(text.replace(HUNGRY, '')) || isCounted(dialogue))) return undefined;
  const least = BETWEEN.exec(text);
  const unmarked = diet === undefined ? [] : catalogue.dishesCalled(catalogue.dishIn(text));
  if (diet !== undefined && unmarked.length > 0 && wordsOf(text).length <= MAX_ASKED && !/\bwhat\b/.test(text) && !unmarked.some(({ item }) => item.dietary?.includes(markOf(diet)))) return marksOf(dialogue, markOf(diet));
  const category = kindIn(text, catalogue, placeMeant(dialogue));
  if (diet !== undefined && /^(?:is|are|does|do (?!you|they|u|we)|it'?s)\b(?! there\b| any\b)/.test(text)) return marksOf(dialogue, markOf(diet));
  const taste = TASTE.exec(text);
  const asksForKind = category !== undefined && (CATEGORY_ASKED.test(text) || (dialogue.mention?.rest ?? text).split(' ').length <= 3);
  const wish = SOMETHING.exec(text)?.[1];
  const isVague = wish !== undefined && diet === undefined && !catalogue.isDishWord(wish);
  const wantsAdvice = asksForKind || isVague || (party !== undefined && /\b(?:feed|feeding|what|suggest|recommend|budget|we are|we're|dinner|lunch|party|food)\b/.test(text)) || ADVICE.test(text) || budget !== undefined || CHEAP.test(text) || taste !== null;
  if (!wantsAdvice && (diet === undefined || !(DIET_NOUN.test(text) || text === diet || /^(?:(?:yes|yeah|ok|okay|sure|then)[ ,]+)*[^\s,]+(?: (?:please|pls|then))*$/.test(text) || catalogue.dishIn(text) !== undefined))) return undefined;
  const restaurant = placeMeant(dialogue);
  const currency = currencyIn(dialogue);
  const cuisine = catalogue.cuisineIn(text);
  const area = restaurant === undefined ? catalogue.areaIn(text) : undefined;
  const dish = catalogue.dishIn(text);
  const vague = isVague && taste === null && category === undefined && !ADVICE.test(text) && !CHEAP.test(text) ? `Menus do not say what is ${wish}, but these are loved:` : undefined;
  const spicy = taste === null || diet !== undefined ? undefined : 'Menus do not say how hot a dish is; these you can have as you like it:';
  return call(
    'recommend',
    {
      ...(restaurant !== undefined && { restaurant_name: restaurant }),
      ...(area !== undefined && { area }),
      ...(cuisine !== undefined && restaurant === undefined && { cuisine }),
      ...(category !== undefined && { category }),
      ...(diet !== undefined && { dietary: markOf(diet) }),
      ...(budget !== undefined && { max_price: budget }),
      ...(least !== null && { min_price: Number(least[1]) }),
      ...(spicy !== undefined && { option: 'spic' }),
      ...(CHEAP.test(text) && party === undefined && { cheapest: true }),
      ...(dish !== undefined && category === undefined && { dish }),
      ...(currency !== undefined && { currency }),
    },
    { note: party === undefined ? (spicy ?? vague) : forParty(party, catalogue.restaurants[0]?.currency ?? '') },
  );
}

/** "Four Punjabi thalis, three South Indian ones": whoever counts dishes has chosen. */
function isCounted({ text, catalogue }: Dialogue): boolean {
  const words = wordsOf(text);
  return words.filter((word, at) => numberOf(word) !== undefined && words.slice(at + 1, at + 3).some((next) => catalogue.isDishWord(next))).length >= 2;
}

/** The restaurant that is named, or whose menu is in sight, or that "there" means. */
function placeMeant(dialogue: Dialogue): string | undefined {
  const { mention, text, memory, facts } = dialogue;
  if (mention !== undefined) return mention.restaurant.name;
  if (/\b(?:there|here|they|their|this place|that place)\b/.test(text)) return restaurantSpokenOf(dialogue);
  // One order is from one restaurant: what goes with it is from there.
  if (facts.order !== undefined && /\b(?:with (?:it|that|this|them)|to go with|else|also|too)\b/.test(text)) return facts.order.restaurantName;
  return memory.list?.kind === 'items' ? memory.restaurant : undefined;
}

/** Kinds of which nobody asks whether there is meat in it. */
const NO_MEAT = /drink|dessert|beverage/i;

/** "What non veg do you have?": menus mark the vegetarian dishes, and these are the others. */
function withMeat(dialogue: Dialogue): Move | undefined {
  const { catalogue } = dialogue;
  const place = placeMeant(dialogue);
  const there = catalogue.dishes.filter(({ restaurant, item }) => (place === undefined || restaurant.name === place) && item.available !== false && !NO_MEAT.test(item.category ?? ''));
  const isMarked = ({ item }: Dish) => item.dietary?.includes('vegetarian') === true;
  const dishes = there.filter((dish) => !isMarked(dish));
  const isForBoth = DIET.test(dialogue.text.replace(NON_VEGETARIAN, ' '));
  if (isForBoth && dishes.length > 0) return forBoth(dialogue, there.filter(isMarked), dishes);
  return dishes.length === 0 ? undefined : sayDishes(dishes, 'Not marked vegetarian on the menu:');
}

const MAX_OF_EACH = 4;


/** "3 veg and 2 non veg": dishes for the ones and for the others, up to what each of them may spend. */
function forBoth({ text, catalogue }: Dialogue, marked: readonly Dish[], others: readonly Dish[]): Move {
  const party = partyIn(text);
  const most = party?.budget === undefined ? Infinity : party.budget / party.people;
  const [veg = [], meat = []] = [marked, others].map((dishes) => dishes.filter(({ item }) => item.price <= most).toSorted((left, right) => (right.item.rating ?? 0) - (left.item.rating ?? 0)).slice(0, MAX_OF_EACH));
  const share = party === undefined ? [] : [forParty(party, catalogue.restaurants[0]?.currency ?? '')];
  const told = `${veg.length === 0 ? 'None of these is' : veg.length === 1 ? 'The first one is' : `The first ${String(veg.length)} are`} marked vegetarian on the menu${meat.length === 0 ? ', and of the others none is for so little' : ', the others are not'}:`;
  return sayDishes([...veg, ...meat], [...share, told].join('\n'));
}

/** As many dishes as one reply tells the marks of. */
const MAX_MARKED = 5;

/** One dish alone can be ordered by a yes. */
function orderable([first, ...others]: readonly Dish[]): Partial<DialogueMemory> {
  if (first === undefined || others.length > 0) return {};
  const { restaurant, item } = first;
  return { restaurant: restaurant.name, dish: item.item_name.toLowerCase(), question: { kind: 'how_many', restaurant: restaurant.name, item: item.item_name } };
}

/** "Is the biryani veg?", "is it vegan?": what the menu marks, of every dish that is meant. */
function marksOf(dialogue: Dialogue, mark: string): Move | undefined {
  const dishes = askedAbout(dialogue).dishes.slice(0, MAX_MARKED);
  if (dishes.length === 0) return undefined;
  const listed = dishes.map(({ restaurant, item }) => `${item.item_name} (${restaurant.name}) is ${item.dietary?.includes(mark) === true ? '' : 'not '}marked ${mark} on the menu.`);
  return answered(dialogue, `${listed.join('\n')}\nFor anything more please ask the restaurant.`, { ask: 'Would you like to order it?', suggestions: [`1 ${dishes[0]?.item.item_name ?? ''}`] }, orderable(dishes));
}
