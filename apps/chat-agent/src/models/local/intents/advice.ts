import { money } from '../../../conversation/order-summary';
import { askedAbout } from '../questions/asked-about';
import type { Dish } from '../catalogue/catalogue';
import type { DialogueMemory } from '../dialogue-memory';
import { type Dialogue, restaurantSpokenOf } from '../dialogue';
import { DIET, markOf } from '../catalogue/diets';
import { kindIn } from '../catalogue/dish-kinds';
import { call, type Move } from '../move';
import { type Party, partyIn } from '../speech/party';
import { numberOf, wordsOf } from '../speech/utterance';
import { answered } from '../wording/answered';
import { sayDishes } from '../wording/dishes';
import { isOrder } from './ordering';

const ADVICE =
  /\b(?:recommend(?:ed|ations?)?|suggest(?:ions?)?|surprise me|what(?: else)?(?:'s| is| are)? (?:really |so |the most |most |their |your )*(?:ordered|good|nice|popular|the best|best|special|famous|tasty|your best|your favou?rite)|what (?:should|can|do) (?:i|we) (?:eat|get|order|try|have)|what would you (?:eat|order|have|try|get)|anything (?:good|nice|tasty)|something (?:good|nice|tasty|else)|best (?:dish|dishes|food|item|items|thing|seller|sellers)|top rated|top \w+ (?:dish(?:es)?|items?|picks?)|bestsellers?|popular (?:dish|dishes|items|food)|must try|(?:known|famous) for|special(?:ty|ties|ities|ity)|signature dish(?:es)?|order(?:ed)? most|most ordered|(?:people|others|everyone|everybody|customers|you) (?:usually |mostly |normally )?(?:order|like|love|go for)(?: (?:most|best|here|there))?$|you (?:choose|decide|pick)|(?:i'?m|i am|we are|we're)? ?(?:so |very |really )*(?:hungry|starving|famished)|feed me|i ?d(?:on'?t )?k(?:now)?(?: what to (?:eat|order|have|get))?$|(?:not sure|no idea)(?: what to (?:eat|order|have|get))?$|can'?t decide|whatever you (?:like|say|recommend|suggest)|help me (?:choose|decide|pick))(?=$|[ ,])/;
/** "Something light": whatever it is, menus do not say it. */
const SOMETHING = /^(?:(?:i|we|want|need|would|like|feel|give|me|get|show|do|you|have|got|is|there|just|please) )*(?:something|anything) (\p{L}+)(?: (?:please|pls|to eat|today|tonight|now))*$/u;
const DIET_NOUN = /\b(?:options?|food|dish(?:es)?|items?|places?|restaurants?|meals?|something|anything|what|show|any|things?|stuff|only|menu|is|are|for|i'?m|am|pure)\b/;
const BUDGET = /\b(under|below|less than|cheaper than|within|max(?:imum)?|upto|up to)\s*(?:(?:rs\.?|inr|rupees?)\s*)?(\d{1,5})(?!\d)(?! ?(?:people|persons?|of us|pm|am|plates?|pieces?|min\w*|cal\w*|kcal)\b)|\b(for|around|in)\s*(?:(?:rs\.?|inr|rupees?)\s*)?(\d{1,5})(?!\d)(?:\s*(?:rs|rupees?|inr|bucks?|dollars?)\b|(?! ?(?:people|persons?|pm|am|plates?|pieces?|of|\p{L})))/u;
/** "I have only 100 rupees." */
const PURSE = /\b(?:have|got|only|just|with|spend|budget(?: is| of)?) (?:only |just |about |around )*(?:rs\.?|inr)?\s*(\d{1,5})(?!\d) ?(?:rs|rupees?|inr|bucks?|dollars?)\b/;
/** "What can 150 rupees get me?" */
const BUYING = /\b(\d{1,5}) ?(?:rs|rupees?|inr|bucks?|dollars?) (?:get|buy|fetch)\b/;
/** "Dishes for 200 or less." */
const OR_LESS = /\b(\d{1,5})(?: ?(?:rs|rupees?|inr|bucks?|dollars?))? (?:or|and) (?:less|under|below|cheaper)\b/;
const BETWEEN = /\b(?:between|from) (?:rs\.? ?)?(\d{1,5}) ?(?:and|to|-) ?(?:rs\.? ?)?(\d{1,5})\b(?! ?(?:am|pm|people|minutes))/;
/** "For 100" is a budget only where money is spoken of. */
const STRICT_BUDGET = /^(?:under|below|less than|cheaper than)$/;
const LOOSE_BUDGET = /^(?:for|around|in)$/;
const MONEY = /\b(?:rs\.?|inr|rupees?|bucks?|dollars?|budget)\b|[₹$€£]/;
const CATEGORY_ASKED = /\b(?:what|which|show|see|options?|list of|kinds?|choices?|looking|any|anything|something|have|about|list|find|some|who|where|want|feel like|do you)\b/;
const CHEAP = /\b(?:cheap(?:er|est)?|budget|affordable|inexpensive)\b/;
const TASTE = /\b(?:something|anything|food|dish(?:es)?|options?|what(?:'s| is)?) (?:\w+ )?(spicy|hot|mild)\b|\b(spicy|mild) (?:food|dish(?:es)?|options?|items?|something|things?|stuff|snacks?)\b|^(?:any|which|what|show|do you|have you|is there)\b.* (spicy|mild) ones?\b/;

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
  const diet = DIET.exec(text)?.[1];
  const party = partyIn(text);
  const between = BETWEEN.exec(text)?.[2];
  const budget = between !== undefined ? Number(between) : party?.budget === undefined ? budgetIn(dialogue) : Math.floor(party.budget / party.people);
  if (budget === undefined && !ANY_SUCH.test(text) && isOrder(text) && catalogue.dishIn(text) !== undefined && (!ADVICE.test(text) || isCounted(dialogue))) return undefined;
  const least = BETWEEN.exec(text);
  const category = kindIn(text, catalogue, placeMeant(dialogue));
  if (diet !== undefined && /^(?:is|are|does|do (?!you|they|u|we)|it'?s)\b(?! there\b| any\b)/.test(text)) return marksOf(dialogue, markOf(diet));
  const taste = TASTE.exec(text);
  const asksForKind = category !== undefined && (CATEGORY_ASKED.test(text) || (dialogue.mention?.rest ?? text).split(' ').length <= 3);
  const wish = SOMETHING.exec(text)?.[1];
  const isVague = wish !== undefined && diet === undefined && !catalogue.isDishWord(wish);
  const wantsAdvice = asksForKind || isVague || (party !== undefined && /\b(?:feed|feeding|what|suggest|recommend|budget|we are|we're|dinner|lunch|party|food)\b/.test(text)) || ADVICE.test(text) || budget !== undefined || CHEAP.test(text) || taste !== null;
  if (!wantsAdvice && (diet === undefined || !(DIET_NOUN.test(text) || text === diet || /^\S+ (?:please|pls)$/.test(text) || catalogue.dishIn(text) !== undefined))) return undefined;
  const restaurant = placeMeant(dialogue);
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
      ...currencyIn(dialogue),
    },
    { note: party === undefined ? (spicy ?? vague) : forParty(party, catalogue.restaurants[0]?.currency ?? '') },
  );
}

/** "Four Punjabi thalis, three South Indian ones": whoever counts dishes has chosen. */
function isCounted({ text, catalogue }: Dialogue): boolean {
  const words = wordsOf(text);
  return words.filter((word, at) => numberOf(word) !== undefined && words.slice(at + 1, at + 3).some((next) => catalogue.isDishWord(next))).length >= 2;
}

/** What each of a party may eat for; how much a dish feeds is not known. */
function forParty({ people, budget }: Party, currency: string): string {
  const share = budget === undefined ? '' : ` ${money(budget, currency)} for ${people} is ${money(Math.floor(budget / people), currency)} each, before tax.`;
  return `Menus do not say how many a dish feeds: count one main dish for each of the ${people}.${share}`;
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

/** The most that a dish may cost. "Under 100" is less than that, "up to 100" is not. */
function budgetIn({ text, message }: Dialogue): number | undefined {
  const purse = PURSE.exec(text)?.[1] ?? BUYING.exec(text)?.[1] ?? OR_LESS.exec(text)?.[1];
  if (purse !== undefined) return Number(purse);
  const [, strict, most, loose, about] = BUDGET.exec(text) ?? [];
  const [bound, amount] = [strict ?? loose ?? '', most ?? about];
  if (amount === undefined || (LOOSE_BUDGET.test(bound) && !MONEY.test(message.toLowerCase()))) return undefined;
  return STRICT_BUDGET.test(bound) ? Number(amount) - 0.01 : Number(amount);
}

/** The currency that is named, or whose sign is written. */
function currencyIn({ text, message, catalogue }: Dialogue): { currency?: string } {
  if (/\b(?:rs\b|rupees?|inr)\b/.test(text)) return { currency: 'INR' };
  const currencies = [...new Set(catalogue.restaurants.map(({ currency }) => currency))];
  const dollars = /\b(?:dollars?|bucks)\b/.test(text) ? currencies.find((code) => money(0, code).includes('$')) : undefined;
  if (dollars !== undefined) return { currency: dollars };
  const currency = currencies.find((code) => message.includes(money(0, code).replace(/[\d.,\s]/g, '')) || text.includes(code.toLowerCase()));
  return currency === undefined ? {} : { currency };
}

const NON_VEGETARIAN = /\b(?:non[ -]?veg(?:etarian|gie)?|not (?:veg|vegetarian)|with meat|meat dishes|something (?:meaty|with chicken or meat))\b/;
/** Kinds of which nobody asks whether there is meat in it. */
const NO_MEAT = /drink|dessert|beverage/i;

/** "What non veg do you have?": menus mark the vegetarian dishes, and these are the others. */
function withMeat(dialogue: Dialogue): Move | undefined {
  const { catalogue } = dialogue;
  const place = placeMeant(dialogue);
  const dishes = catalogue.dishes.filter(({ restaurant, item }) => (place === undefined || restaurant.name === place) && item.available !== false && item.dietary?.includes('vegetarian') !== true && !NO_MEAT.test(item.category ?? ''));
  return dishes.length === 0 ? undefined : sayDishes(dishes, 'Not marked vegetarian on the menu:');
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
