import { askedAbout, dishesEverywhere } from '../../questions/asked-about';
import { momentIn, OPENING } from '../../questions/asked-hours';
import { asksForMore, onlyPlaceTold, PLACES, pointsAtPlace } from '../../questions/asked-places';
import type { Dialogue } from '../../dialogue';
import { restaurantSpokenOf } from '../../dialogue';
import { call, type Move, say } from '../../move';
import { EVERYDAY } from '../../speech/everyday-words';
import { numberOf, ordinalOf, wordsOf } from '../../speech/utterance';
import { sayDishes } from '../../wording/dishes';

const LISTING = /\b(?:show|list|see|view|which|what|all|any|anything|something|find|near|nearby|available|open|give|display|browse|tell|suggest|where|other|more)\b/;
const WHERE_TO_EAT = /^(?:where (?:can|could|should) (?:i|we) (?:eat|order|get food)(?: from)?|what(?:'s| is) (?:open|available|there)(?: now| today| near me| to eat)?|(?:i|we) (?:want|need|would like|wanna)(?: to)?(?: place an| start an| make an)?(?: order| eat| get| have)?(?: some| something)?(?: food| lunch| dinner| breakfast)?(?: to eat)?|(?:start|place|make)?(?: an| my| a new)? ?order(?:ing)?|can i (?:still )?order(?: food| something)?|i'd like to (?:order|eat)(?: food| something)?|food|show me (?:what you have|options|food))(?: (?:right now|now|today|tonight|asap|quickly|quick|fast|immediately|please|pls))*$/;
const CUISINE_NOUN = /\b(?:([\p{L}-]+) )?([\p{L}-]+) (?:cuisine|food|restaurants?|places?|khana|dishes)(?: (?:please|pls|near me|nearby|near by|around here|here|in .+|available|do you have|are there))*$/u;
const ANY_CUISINE = /^(?:what|which|how many) (?:(?:kinds?|types?|sorts?) of )?(?:cuisines?|foods?)\b(?: (?:can|could|do|are|i|we|you|choose|pick|from|have|get|order|offer|serve|sell|there|available|here|all))*$|^(?:what |which |list |show |all |the |me |of |do |you |have |are |there |available |kinds? )*cuisines?(?: do you have| are there| available)?$/;
/** "What cuisine is it?": of the restaurant that is spoken of. */
const CUISINE_OF = /\b(?:what|which) (?:cuisine|(?:kind|type|sort) of (?:food|cuisine|restaurant|place))\b.*\b(?:it|they|this|that|there|here|is|serve|have)\b(?! are there)/;
const SELLERS = /(?:^|[,-] |\b(?:know|do|tell me|wonder(?:ing)?|and|so) )(?:who|which (?:restaurants?|places?|one|shops?)|where (?:(?:can|could|do|should) (?:i|we)|(?:i|we|one) (?:can|could|may|might)) (?:get|find|eat|buy|order|have)|does any(?:one|body| place| restaurant)|any(?:one| place| restaurant| body)|is there any(?:one| place| restaurant)?|is any(?:one|body)|(?:can|could) (?:i|we) (?:get|find|order|eat|have)(?= .*\b(?:some|any)where\b)|find(?: me)?|search(?: for)?|looking for|look for|i'?m looking for|where is|where'?s|who all)\b\s*((?:\S.*)?)$/;
/** "Who sells it?", "where's that from?" */
const POINTED_DISH = /^(?:(?:can|could|i|we|sells?|has|have|serves?|makes?|does|offers?|got|gets?|find|buy|order) )*(?:it|this|that|them|those|these|one)(?: one| dish| thing)?(?: from| sold| available)?$/;
const SELLING = /\b(?:doing|(?:is|are) (?:(?:all|there|listed|available|on|in|around|here|working|with you|your|this|the|app|site|website|platform|list)(?: |$))+|sells?|selling|has|have|having|serves?|serving|makes?|making|does|do|offers?|offering|got|gets|somewhere|anywhere|a?round here|that|which|who|with|available|near me|nearby|here|places?|restaurants?|some|any|a|an|the|good|best|nice|tasty|please|pls)\b/g;
const MENU = /\bwhat else (?:do|does|is|can) (?:they|you|it|there)\b|\bwhat(?:'s| is| are) (?:there )?on(?: the menu| offer)?(?: at| in)?\b(?! (?:it|that|this|them)\b)|\bwhat (?:do|does|can) (?:they|you|i|we|it) (?:actually |really |even |all )+(?:have|sell|serve|offer|get|order)\b|\b(?:show|list|see|all|every) (?:me )?(?:all |the |your )*(?:dishes|items)$|\b(?:menu|menus|menue|manu|card)\b|\bwhat(?: all)? (?:do|does|can|all|have|has) (?:they|you|it|he|she|i|we)?\s?(?:have|has|sell|serve|offer|make|got|get|eat|order)\b|\bwhat(?:'s| is| are)(?: there)?(?: available| good| on offer)?(?: to (?:eat|order))? (?:at|in|from|there)\b|^what do you have$/;
/** "What's on the punjabi plate?" */
const ON_PLATE = /\bon (?:the|a|that|this|my) (?:\p{L}+ ){1,3}(?:plate|thali|platter|pizza|tray)\b/u;
/** "What is in my order?" */
const OF_ORDER = /\b(?:in|on) (?:my|the|our) (?:order|cart|basket|bag)\b/;
/** As many words as the name of a restaurant has. */
const MAX_NAME = 5;
const NEAREST = /\b(?:closest|nearest|near me|near by|close to me|around me)\b/;
const UNTIL_WHEN = /\b(?:(?:un)?till? when|how late)\b/;

/** "And tomorrow?" behind the hours, beside the days and times that have names of their own. */
const SOME_DAY = /\b(?:today|tomorrow|tonight|holidays?|(?:lunch|dinner|breakfast)(?: ?time)?|(?:in the |the )?(?:mornings?|evenings?|afternoons?|nights?)|(?:when|what time) (?:do|does|will) (?:they|you|it) (?:start|begin|stop|finish))\b/;

/** Restaurants, cuisines, who sells what, menus and hours. */
export function discovery(dialogue: Dialogue): Move | undefined {
  return openingHours(dialogue) ?? menu(dialogue) ?? nearest(dialogue) ?? sellers(dialogue) ?? cuisine(dialogue) ?? restaurants(dialogue) ?? dishShown(dialogue);
}

/** "The first one", "2": an entry of the list of restaurants that was shown. */
export function restaurantFromList({ text, memory }: Dialogue): Move | undefined {
  if (memory.list?.kind !== 'restaurants') return undefined;
  const name = memory.list.names.at(ordinalOf(text) ?? Number.NaN);
  return ordinalOf(text) === undefined || name === undefined ? undefined : call('get_menu', { restaurant_name: name });
}

/** A restaurant's name and nothing else. */
export function restaurantAlone({ mention, text }: Dialogue): Move | undefined {
  if (mention === undefined) return undefined;
  const rest = wordsOf(mention.rest).filter((word) => !/^(?:show|me|open|please|pls|how|instead|then|ok|okay|and|switch|change|actually|i'd|like|would|i|want|to|order|eat|go|with|let's|lets|the|try|a|food|something|some|tell|about|see|what|is|there|any|called|named|do|does|have|get|us|can|we|you|from|at|in|on|your|list|app|restaurant|place)$/.test(word));
  return rest.length === 0 && text !== '' ? call('get_menu', { restaurant_name: mention.restaurant.name }) : undefined;
}

function openingHours(dialogue: Dialogue): Move | undefined {
  const { text, mention, memory } = dialogue;
  const isAskedAgain = memory.asked === 'get_opening_hours' && dialogue.catalogue.dishIn(text) === undefined && (momentIn(text) !== undefined || SOME_DAY.test(text));
  if (!OPENING.test(text) && !UNTIL_WHEN.test(text) && !isAskedAgain) return undefined;
  const restaurant = restaurantSpokenOf(dialogue);
  if (mention === undefined && PLACES.test(text) && !(restaurant !== undefined && pointsAtPlace(text))) return call('get_all_restaurants', { open_now: true });
  if (mention === undefined && /^open(?: right)? now$|\bwhat(?:'s| is) open\b|\bwho(?:'s| is) open\b|\bwhich (?:ones? |of (?:them|those|these) )?(?:is|are) (?:still )?open\b|\banything open\b/.test(text)) return call('get_all_restaurants', { open_now: true });
  if (restaurant === undefined) return say('Whose opening hours would you like to know? Say the name of a restaurant, or "what is open now".', ['What is open now', 'Show restaurants'], { question: { kind: 'whose', tool: 'get_opening_hours' } });
  return call('get_opening_hours', { restaurant_name: restaurant });
}

/** "What does Swati Snacks serve" asks as "what do they serve" does; "the one in Satellite, what do they sell?" of the only one there. */
export function isMenuAsked(dialogue: Dialogue): boolean {
  return MENU.test(dialogue.text) && onlyPlaceTold(dialogue) !== undefined;
}

function menu(dialogue: Dialogue): Move | undefined {
  if (!MENU.test(dialogue.text) && !MENU.test(dialogue.mention?.rest ?? '')) return undefined;
  if (ON_PLATE.test(dialogue.text)) return undefined;
  if (OF_ORDER.test(dialogue.text)) return dialogue.facts.order === undefined ? undefined : call('show_order');
  const numbered = placeOfNumber(dialogue) ?? onlyPlaceTold(dialogue)?.name;
  if (numbered !== undefined) return call('get_menu', { restaurant_name: numbered });
  const restaurant = restaurantSpokenOf(dialogue);
  const wanted = dialogue.mention === undefined ? dialogue.catalogue.cuisineIn(dialogue.text) : undefined;
  if (wanted !== undefined) return ofCuisine(dialogue, wanted);
  if (dialogue.mention === undefined) {
    const named = /\bmenu (?:of|for|at|from)\s+(?:the )?(\S.*)$|\b(?:at|from|of)\s+(?:the )?(\S.*?)(?:'s)?(?: menu)?$/.exec(dialogue.text);
    const unknown = named?.[1] ?? named?.[2] ?? nameBeforeMenu(dialogue);
    if (unknown !== undefined && PLACES.test(unknown)) return call('get_all_restaurants');
    if (unknown !== undefined && wordsOf(unknown).length <= MAX_NAME && !/^(?:it|them|there|that|this|here|the|your|their|menu|that one|this one|that place|offer|today|eat|order)$/.test(unknown)) return unknownRestaurant(dialogue, unknown);
  }
  if (restaurant !== undefined) return call('get_menu', { restaurant_name: restaurant });
  return call('get_all_restaurants');
}

const BEFORE_MENU = /^(?:(?:show|see|open|get|give|check|can|could|i|we|me|us|the|what's|is|on|to|want|please|pls|and|so|ok)[ ,]+)*(\p{L}[\p{L}' ]*?)(?:'s|s')? menus?(?: (?:please|pls))?$/u;
/** Kinds of menus, and no names. */
const KIND_OF_MENU = /\b(?:full|whole|entire|complete|veg|vegetarian|vegan|jain|kids?|drinks?|desserts?|starters?|snacks?|food|special|lunch|dinner|breakfast|today|all|set|main|current|latest|updated|price)\b/;

/** "Dominos menu": a name that no restaurant has. */
function nameBeforeMenu({ text, catalogue, memory }: Dialogue): string | undefined {
  const name = BEFORE_MENU.exec(text)?.[1];
  const isNamed = name !== undefined && !KIND_OF_MENU.test(name) && wordsOf(name).every((word) => !EVERYDAY.has(word) && !catalogue.isName(word)) && catalogue.cuisineIn(name) === undefined;
  return isNamed && memory.restaurant?.toLowerCase() !== name ? name : undefined;
}

/** "The kebab one, menu": of a cuisine that one place alone has. */
function ofCuisine({ catalogue }: Dialogue, cuisine: string): Move {
  const [only, ...others] = catalogue.restaurants.filter((restaurant) => restaurant.cuisine === cuisine);
  return only !== undefined && others.length === 0 ? call('get_menu', { restaurant_name: only.name }) : call('search_restaurants_by_cuisine', { cuisine });
}

/** "Menu of number 8": of the restaurants that were listed last. */
function placeOfNumber({ text, memory: { places = [] } }: Dialogue): string | undefined {
  const said = /\b(?:number|no|option|#) ?(\w+)(?:'s)?\b/.exec(text)?.[1];
  const at = said === undefined ? undefined : numberOf(said);
  return at === undefined ? undefined : places[at - 1];
}

/** Says that a restaurant is not there, and names some that are. */
export function unknownRestaurant({ catalogue }: Dialogue, name: string): Move {
  const names = catalogue.restaurants.slice(0, 5).map((restaurant) => restaurant.name);
  const listed = names.map((known, index) => `${index + 1}. ${known}`).join('\n');
  return say(`😔 I could not find a restaurant called "${name}". Some that we have:\n${listed}\nWhich one would you like?`, names.slice(0, 3), {
    list: { kind: 'restaurants', names },
  });
}

function sellers(dialogue: Dialogue): Move | undefined {
  const { text, catalogue } = dialogue;
  const match = SELLERS.exec(text);
  if (match === null) return undefined;
  const said = match[1] ?? '';
  const item = said.replace(SELLING, ' ').replace(/\s+/g, ' ').trim();
  const { dishes, how } = askedAbout(dialogue);
  if (POINTED_DISH.test(said) && how !== 'in sight') return sayDishes(/\bfrom$/.test(said) ? dishes : [...new Set(dishes.map(({ item: { item_name } }) => item_name.toLowerCase()))].flatMap((name) => catalogue.dishesCalled(name)));
  const kind = catalogue.cuisineIn(item);
  const isCuisine = kind !== undefined && wordsOf(item).every((word) => kind.toLowerCase().includes(word) || /^(?:food|cuisine|dishes|something|anything|stuff|meal|to|eat)$/.test(word));
  if (isCuisine && /\b(?:food|cuisine|dishes|meal)\b/.test(text)) return call('search_restaurants_by_cuisine', { cuisine: kind });
  if (item === '' || (kind !== undefined && PLACES.test(text) && catalogue.dishIn(item) === undefined)) return undefined;
  return call('search_restaurants_by_item', { item_name: catalogue.dishWords(item).slice(0, 100) });
}

/** Where a restaurant is, is known; where the person is, is not. */
function nearest({ text, mention, catalogue }: Dialogue): Move | undefined {
  const isAsked = mention === undefined && NEAREST.test(text) && PLACES.test(text) && catalogue.cuisineIn(text) === undefined;
  return isAsked ? call('get_all_restaurants', {}, { note: 'I do not know where you are, so here is where they all are:' }) : undefined;
}

/** "Show me coke" asks who has it; it orders none. */
function dishShown({ text, mention, catalogue }: Dialogue): Move | undefined {
  const item = /^(?:can you |could you |please )?(?:show|display|let me see|i want to see)(?: me| us)?(?: some| any| all| an?)?(?: the| your)? (.+?)(?: please)?$/.exec(text)?.[1];
  if (item === undefined || mention !== undefined || !wordsOf(item).some((word) => catalogue.isDishWord(word))) return undefined;
  return call('search_restaurants_by_item', { item_name: catalogue.dishWords(item).slice(0, 100) });
}

function cuisine(dialogue: Dialogue): Move | undefined {
  const { text, catalogue, mention } = dialogue;
  const isOfNamed = mention !== undefined && /^(?:is|are|does|do)\b/.test(text) && catalogue.cuisineIn(mention.rest) !== undefined && catalogue.dishIn(mention.rest) === undefined;
  const place = isOfNamed || CUISINE_OF.test(text) ? restaurantSpokenOf(dialogue) : undefined;
  if (place !== undefined) return call('get_restaurant_by_name', { restaurant_name: place });
  if (ANY_CUISINE.test(text)) return say(`We have ${catalogue.cuisines.join(', ')}. Which one do you feel like?`, catalogue.cuisines.slice(0, 4));
  if (mention !== undefined || asksForMore(dialogue)) return undefined;
  const known = catalogue.cuisineIn(text);
  const names = new Set(catalogue.restaurants.flatMap(({ items }) => items.flatMap(({ item_name, aliases = [] }) => [item_name.toLowerCase(), ...aliases.map((alias) => alias.toLowerCase())])));
  // "A kebab" is a dish as well as a cuisine: without a word for places it is the dish.
  const isDish = known !== undefined && names.has(known.toLowerCase()) && !PLACES.test(text) && !/\b(?:food|cuisine)\b/.test(text);
  const said = CUISINE_NOUN.exec(text)?.[2];
  if (known !== undefined && !isDish && said !== undefined && known.toLowerCase().includes(said)) return call('search_restaurants_by_cuisine', { cuisine: known });
  const [, before] = CUISINE_NOUN.exec(text) ?? [];
  const dish = said === undefined || !PLACES.test(text) ? undefined : catalogue.dishIn(said);
  if (dish !== undefined && before !== 'of') return call('search_restaurants_by_item', { item_name: dish.slice(0, 100) });
  const isName = said !== undefined && !LISTING.test(said) && !/^(?:the|me|your|of|some|good|best|nice|new|nearby|great|cheap|veg|vegetarian|vegan|more|many|top|popular|for|different|these|those|other|my|a|an|to|and|want|order|eat|get)$/.test(said);
  return isName ? call('search_restaurants_by_cuisine', { cuisine: said }) : undefined;
}

function restaurants(dialogue: Dialogue): Move | undefined {
  const { text, mention } = dialogue;
  if (mention !== undefined) return undefined;
  // "Pizza for the kid, which place?"
  const named = /\bwhich (?:place|restaurant|shop|one)s?$/.test(text) ? dishesEverywhere(dialogue) : [];
  if (named.length > 0) return sayDishes(named);
  const asks = WHERE_TO_EAT.test(text) || (PLACES.test(text) && (LISTING.test(text) || wordsOf(text).length <= 2));
  return asks ? call('get_all_restaurants') : undefined;
}
