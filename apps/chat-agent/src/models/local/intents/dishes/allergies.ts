import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import type { DialogueMemory } from '../../dialogue-memory';
import { kindIn } from '../../catalogue/dish-kinds';
import { DIET, markOf } from '../../catalogue/diets';
import { call, type Move, say } from '../../move';
import { wordsOf } from '../../speech/utterance';
import { countedOfSpoken } from '../../orders/spoken-of';
import { isOrder } from '../orders/ordering';

/** Whose answer may harm somebody: never left to what a dish is called. */
const SAFETY = /\b(?:allerg(?:y|ies|ic|en|ens)|intoleran(?:t|ce)|contains?|safe|in (?:anything|any (?:dish|food|of (?:them|those|the dishes)))|(?:sugar|dairy|lactose|milk|eggs?|nuts?|peanuts?|soya?|wheat|onions?|garlic|alcohol|meat|msg|oil|fat|caffeine)[ -]free|diabet\w*|keto|low[ -](?:carb|sugar|salt|sodium)|celiac|coeliac|ingredients?|made (?:of|with|from)|what(?:'s| is) in (?!my|your|the (?:cart|order|basket)|stock))\b/u;
const INGREDIENT = /\b(?:nuts?|peanuts?|gluten|lactose|dairy|egg free|eggless|calories|protein)\b/;
/** Asked for whatever the dish: "anything without onion". */
const WITHOUT = /\b(?:anything|something|dish(?:es)?|food|options?|what) (?:\w+ )?(?:without|with no|free of) (\p{L}+)\b/u;
/** What it is about: "allergic to peanuts", "a nut allergy", "does it contain milk". */
const NAMED = /\b(?:allergic to|intolerant to|contains?|safe for|free of|is there(?: any)?) (?:any |the |some )?(\p{L}+)|\b(\p{L}+) (?:allergy|intolerance)/u;

/** Told to the kitchen with an order. */
export const NOTED = /[ ,]+(?:(?:and|but|also|please|pls)[ ,]+)*(?:(?:make a )?note(?: that)?|mention|remember|keep in mind|tell (?:them|the (?:kitchen|chef|restaurant))(?: that| about)?)[ ,]+(?:i have |i've got |about |my |an? )*([^ ,].*)$/;

const FREE_OF = /\b\p{L}+[ -]free\b/u;

/** As many dishes as are told to name an ingredient. */
const MAX_NAMED = 5;

/** Allergies and ingredients: what menus say of them, and that nobody here can promise more. */
export function allergies(dialogue: Dialogue): Move | undefined {
  const { text, catalogue } = dialogue;
  const ingredient = INGREDIENT.exec(text)?.[0];
  // "2 dosa without peanuts" is an order, and the rest of it a note for the kitchen.
  const isOrdered = isOrder(text) && (catalogue.dishIn(text) !== undefined || countedOfSpoken(dialogue) !== undefined);
  if (isOrdered && NOTED.test(text)) return undefined;
  const isOfPlace = /\bwhat(?:'s| is) in\b/.test(text) && catalogue.areaIn(text) !== undefined;
  const isAsked = (SAFETY.test(text) && !isOfPlace) || WITHOUT.test(text) || (ingredient !== undefined && !isOrdered && !catalogue.isDishWord(ingredient));
  return isAsked ? honestly(dialogue) : undefined;
}

/** A diet that menus do mark is shown with the honest word about the rest. */
function honestly(dialogue: Dialogue): Move {
  const { mention, text, catalogue } = dialogue;
  const place = mention?.restaurant.name ?? 'the restaurant';
  const honest = `I only know what menus say. I cannot promise anything about allergens or ingredients: please ask ${place} before you order.`;
  const said = [...told(dialogue), honest].join('\n');
  const mark = DIET.exec(text.replace(/\b(?:gluten[ -]?free|halal|jain)\b/g, ' '))?.[1];
  const isMarked = mark !== undefined && catalogue.dishes.some(({ item }) => item.dietary?.includes(markOf(mark)) === true);
  if (isMarked) return call('recommend', { dietary: markOf(mark) }, { note: said });
  const kind = FREE_OF.test(text) ? kindIn(text, catalogue, mention?.restaurant.name) : undefined;
  if (kind !== undefined) return call('recommend', { category: kind, ...(mention !== undefined && { restaurant_name: mention.restaurant.name }) }, { note: `No menu marks a dish ${FREE_OF.exec(text)?.[0] ?? ''}. ${honest}` });
  return say(`${said} Shall I show vegetarian or vegan dishes?`, ['Vegetarian dishes', 'Vegan dishes'], spokenOf(dialogue));
}

/** The dish that was told of: "ok, two of that". */
function spokenOf(dialogue: Dialogue): Partial<DialogueMemory> {
  const dish = dishMeant(dialogue);
  return dish === undefined ? {} : { dish: dish.item.item_name.toLowerCase(), restaurant: dish.restaurant.name };
}

function dishMeant({ text, catalogue, memory, mention, facts }: Dialogue): Dish | undefined {
  const isAboutIt = /\b(?:it|this|that)\b/.test(text);
  const place = mention?.restaurant.name ?? facts.order?.restaurantName ?? memory.restaurant;
  const meant = catalogue.dishesCalled(catalogue.dishIn(text) ?? (isAboutIt ? memory.dish : undefined));
  return meant.find(({ restaurant }) => restaurant.name === place) ?? meant[0];
}

/** What menus do say: of the dish that is meant, or which dishes name what was asked about. */
function told(dialogue: Dialogue): string[] {
  const { text, catalogue } = dialogue;
  const dish = dishMeant(dialogue);
  if (dish?.item.description !== undefined) return [`The menu says of ${dish.item.item_name}: ${dish.item.description}`];
  const [, behind, before] = NAMED.exec(text) ?? [];
  const wanted = behind ?? before ?? INGREDIENT.exec(text)?.[0];
  const word = wanted?.replace(/s$/, '') ?? '';
  if (word.length < 3) return [];
  const there = catalogue.dishes.filter(({ restaurant }) => dialogue.mention === undefined || restaurant === dialogue.mention.restaurant);
  const naming = there.filter(({ item }) => wordsOf([item.item_name, item.description ?? ''].join(' ').toLowerCase()).some((own) => own.includes(word)));
  const listed = naming.slice(0, MAX_NAMED).map(({ item, restaurant }) => `${item.item_name} (${restaurant.name})`);
  return naming.length === 0 ? [] : [`Menus name ${wanted ?? word} in ${listed.join(', ')}${naming.length > listed.length ? ' and others' : ''}; others may hold it too.`];
}
