import { NO_TIME } from '../../questions/asked-time';
import type { Dialogue } from '../../dialogue';
import { restaurantSpokenOf } from '../../dialogue';
import { call, type Move, say } from '../../move';
import { partyIn } from '../../speech/party';
import { numberOf, wordsOf } from '../../speech/utterance';
import { delivery, isBroughtAsked, speaksOfDelivery } from './delivery';
import { isOrder } from '../orders/ordering';
import { money } from '../../../../conversation/order-summary';

const LOCATION_OF = /^(?:where|which (?:part|area|side|quarter|locality|street|road)|what (?:part|area))\b/;
const LOCATION = /\b(?:where\b(?: \p{L}+){0,4} (?:is|are) (?:it|that|this|they|you|u|the (?:place|restaurant|shop)|your (?:shop|restaurant))(?: located| based| at)?(?! from)|where's (?:that|this|the) (?:place|restaurant|shop)|where's it|located|location|address of|what(?:'s| is) (?:the|their|your|its) address|which area|how (?:far|(?:do|can|would) (?:i|we) (?:reach|get (?:there|to))))\b/u;
const MINIMUM = /\bmin(?:imum)? (?:order|amount|spend)\b/;

/** What can be asked anywhere, and what is honestly known of it. */
const TOPICS: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/\b(?:two|2|three|3|multiple|several|different|both|more than one|many) (?:different )?(?:restaurants?|places)\b.*\b(?:once|same time|together|one order|single order|same order|order)\b|\b(?:order|get food|eat) from (?:two|2|three|3|multiple|several|different|both|more than one|many) (?:different )?(?:restaurants?|places)\b/, 'One order is from one restaurant. Name both in one message, and I take one order after the other: "2 of this from A and 1 of that from B". What would you like?', ['Show restaurants']],
  [/\b(?:(?<!\b(?:what|how much) (?:[\w']+ ){0,4})pay(?:ing)?|pay(?:ing)? (?:with|by|in|using|online|now|later)|payments?|upi|gpay|google pay|paytm|phonepe|(?<!\b(?:show|see|read|bring|send|have|get|view|check)(?: me| us)? (?:the|your|their|that|a) )(?:credit |debit )?cards?|cash|cod|wallet|online payment)\b/, 'I take no payments and never ask for card details: you pay the restaurant. What would you like to eat?', ['Show restaurants']],
  [/\b(?:book|reserve|reservation|booking)\b.*\b(?:tables?|seats?)\b|\btable for \w+|\b(?:(?:dine|dining)[ -]in|eat[ -]in(?= *(?:$|\?|,|or\b|there\b|here\b|at\b)))\b|\breservations?\b/, 'I cannot book tables: I take food orders. Shall I show you the restaurants?', ['Show restaurants']],
  [/\b(?:will|does|do|can|would) (?:it|they|my food|the food|my order|food) (?:be (?:delivered|here|ready)|come|reach|arrive|get (?:here|to me|to us))\b|\b(?:how (?:long|much time|soon|fast|quick(?:ly)?)|when will (?:it|my|the)|delivery time|eta|kitna time|kitni der|in (?:\d+|half an|an|one) (?:min|mins|minutes?|hours?))\b/, 'I cannot promise a time: it depends on the kitchen. "Where is my order" tells how far an order is. What would you like?', ['What is open now', 'Where is my order']],
  [/\b(?:deliver|bring|send) (?:it )?(?:at|by|tomorrow|later|tonight at)\b|\b(?:schedule|pre-?order|for (?:tomorrow|later|tonight at))\b|\border for (?:\d+ ?(?:am|pm)|tomorrow|later)\b|^(?:can|could|will|is it possible) (?!.*\b(?:open|close)).*\b(?:tomorrow|later today|tonight|\d{1,2} ?(?:am|pm))\b/, `${NO_TIME} What would you like?`, ['What is open now']],
  [/\b(?:my|our) (?:phone |mobile |contact |cell )?(?:number|no|phone|mobile) (?:is )?\d|\b(?:my|our|delivery|change(?: the)?|new|different) address\b|\bdeliver (?:it )?to (?!\w+ ?$)|^(?:(?:address|to|at|it's|deliver(?: it)?|send it|here is my address|my place is)[ ,]+)*(?:(?:flat|house|plot|shop|no|number|apartment|unit|b|a|c)[ ,-]*)?\d{1,4}[a-z]?[ ,/-]+(?:\p{L}+[ ,]+){0,5}(?:road|street|lane|nagar|society|apartments?|avenue|towers?|colony|residency|bungalows?|flats?|heights|st|rd)\b/u, 'I keep no addresses: the restaurant agrees with you where the food goes. A word for whoever brings it goes with your order as a note: "note: ring the bell". What would you like to order?', ['Show restaurants']],
  [/^(?:are|r) (?:you|u) (?:an? )?(?:bot|robot|human|real|ai|person|machine|program)\b|^(?:who|what) (?:are|r) (?:you|u)\b|\bwho am i (?:talking|speaking|chatting|writing) (?:to|with)\b|\b(?:your name|who (?:made|built|created) you)\b|^(?:is this|am i talking to) an? (?:bot|robot|human|person)/, 'I am the FoodieExpress assistant, a program that shows menus and takes orders. What would you like to eat?', ['Show restaurants', 'Help']],
  [/\bdelivery\b.*\b(?:included|extra|charged)\b|\bdeliver(?:y|ing)? (?:is )?(?:charges?|fees?|costs?|price|free)\b|\bfree (?:home )?delivery\b|\b(?:charges?|fees?|pay|costs?|how much)\b.*\b(?:for )?(?:home )?delivery\b|\bdeliver\w* for free\b/, 'No delivery fee is added here: nothing comes on top of the total of your order, which you see, tax included, before you say yes. What would you like?', ['Show restaurants']],
  [/\b(?:taxe?s?|gst|vat|hidden (?:charges?|fees?)|extra charges?|service charge)\b/, 'Taxes stand on your order before you say yes, and nothing comes on top of its total. What would you like?', ['Show my order']],
  [/^(?:is|are) (?!there\b).*\b(?:spicy|sweet|oily|hot|big|large|filling|healthy|fried|heavy|light|tasty|crispy|soft)\b|\b(?:enough )?for (?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:people|persons?|of us|adults|kids|guests)\b|\b(?:fresh|hygien\w+|clean|portions?|how (?:big|large|spicy|sweet|filling|good)|serves? how many|how many (?:people|pieces|slices)|homemade|organic|quality|parking|wi-?fi|air ?con\w*|ambience|seating|kids?(?:'s)? (?:menu|options?|meals?|food)|for (?:my )?kids|dress code|spice level|packag\w+|cutlery)\b/, 'I do not know that, and will not guess: I know menus, prices, opening hours and reviews. The restaurant can tell you. Shall I show its menu or reviews?', ['Menu', 'Reviews']],
  [/\b(?:receipts?|invoices?|bill copy)\b/, 'I write no receipts: "my orders" shows each of your orders with its total, and the restaurant can give you a bill. What would you like?', ['My orders']],
  [/\btips?\b(?! for)|\btipping\b/, 'I take no payments, and so no tips: give it to whoever brings the food. What would you like?', ['Show restaurants']],
  [/\b(?:cater|catering|bulk orders?|large orders?|party orders?)\b/, 'I take orders of up to 100 of a dish, from one restaurant at a time; for more, please speak to the restaurant. What would you like?', ['Show restaurants']],
  [/\b(?:not (?:be )?(?:at )?home|nobody (?:is|at) home|leave it (?:at|with))\b/, 'I cannot see to the delivery: the restaurant agrees with you where the food goes. A wish goes with your order as a note: "note: leave it with the guard". What would you like?', ['Show restaurants']],
  [/\b(?:is there|do you have|have you got|where is) (?:an? |the |your )?(?:mobile |phone |android |ios |iphone )?(?:app|website)\b/, 'You are using it: everything goes by writing to me here. What would you like to eat?', ['Show restaurants', 'Help']],
  [/\bhow (?:do|can|should) (?:i|we) (?:leave|write|give|post|add|submit) (?:an? |my )?(?:review|rating|feedback)\b/, 'Send: review RESTAURANT 5 stars: WHAT YOU THINK. It needs a login, so that one person writes as one. What would you like?', ['Show restaurants']],
  [/\bhow (?:do|can) (?:i|we) (?:log|sign) ?out\b/, 'Say "log out", and you are. What would you like?', ['Log out']],
  [/\bhow (?:do|will|can|would) i know\b.*\b(?:order|placed|confirmed|through)\b/, 'When your order is placed I tell you so, with its number; "my orders" shows it from then on. What would you like?', ['My orders']],
  [/\btrust\b.*\b(?:ratings?|reviews?)\b|\b(?:ratings?|reviews?)\b.*\b(?:real|fake|genuine|honest)\b/, 'Ratings and reviews come from people with an account here, one restaurant at a time; nobody checks what they write. Whose would you like to see?', ['Show restaurants']],
  [/\b(?:diwali|holi|eid|christmas|new year'?s?|public holidays?|holidays?|uttarayan|navratri)\b/, 'I know the hours of the week and no holidays: the restaurant can tell you. What would you like?', ['What is open now']],
  [/\bwhat happens (?:after|when|once|if|next)\b.*\b(?:yes|confirm|order|place)\b/, 'Your yes places the order at the restaurant, for the total that you were shown; you get its number, and "where is my order" tells how far it is. What would you like?', ['Show restaurants']],
  [/\b(?:password|data|details|information|account)\b.*\b(?:safe|secure|private|stored?|stores|shared?|protected)\b|\bprivacy\b/, 'Your password goes to the login alone: I take it out of what you write before anything is kept, and never show it. Card details I never ask for. What would you like?', ['Show restaurants']],
  [/\b(?:change|update|edit|correct)\b.*\b(?:e-?mail|user ?name|phone(?: number)?|profile|account)\b|\b(?:forgot|forgotten|reset|change|lost) (?:my |the )?password\b|\b(?:delete|close|remove) my account\b/, 'I cannot change accounts or passwords here. To make another one, send: register NAME EMAIL PASSWORD', []],
  [/\b(?:weather|joke|news|cricket|score|movie|song|sing|poem|politics|homework|code|python|president|capital of|time is it|what day|what(?:'s| is) the time|what time is it|the date|love you|marry me|girlfriend|boyfriend|stock|bitcoin)\b/, 'I only know about food here. 😊 What would you like to eat? I can list restaurants or find a dish.', ['Show restaurants', 'What is good?']],
];

/** Questions about the service that menus do not answer: what is known is said, and what is not is not made up. */
export function service(dialogue: Dialogue): Move | undefined {
  const { text, mention } = dialogue;
  if (MINIMUM.test(text)) return minimumOrder(dialogue);
  const there = whetherThere(dialogue);
  if (there !== undefined) return there;
  if (isBroughtAsked(dialogue)) return delivery(dialogue);
  if (LOCATION.test(text) || isWhereabouts(dialogue)) return location(dialogue);
  // "Dinner for 6 people" asks for advice, "is it enough for 6 people" for what nobody knows.
  if (partyIn(text) !== undefined && !/^(?:is|are|will|would|does|do)\b|\btables?\b|\bbook\b/.test(text)) return undefined;
  const topic = TOPICS.find(([asks]) => asks.test(text));
  if (topic !== undefined && !isAboutName(dialogue, topic[0]) && !isOfPlaceName(dialogue, topic[0]) && !ordersFood(dialogue)) return say(topic[1], topic[2], mention === undefined ? {} : { restaurant: mention.restaurant.name });
  return speaksOfDelivery(text) && !ordersFood(dialogue) ? delivery(dialogue) : undefined;
}

/** "Where is Sankalp?" */
function isWhereabouts({ mention, text, catalogue }: Dialogue): boolean {
  return mention !== undefined && LOCATION_OF.test(text) && catalogue.dishIn(mention.rest) === undefined && !/\bmy\b/.test(text);
}

/** "Fresh juice" may be a dish: the words of a topic are no topic where they name one. */
function isAboutName({ text, catalogue }: Dialogue, topic: RegExp): boolean {
  if (/^(?:is|are|how|do|does|can|what)\b/.test(text)) return false;
  const said = topic.exec(text)?.[0] ?? '';
  return said.split(' ').some((word) => word.length >= 3 && catalogue.isDishWord(word));
}

/** "Reviews for Honest Restaurant": the words of a topic that only the name of a place has. */
function isOfPlaceName({ mention }: Dialogue, topic: RegExp): boolean {
  const said = mention === undefined ? '' : mention.restaurant.name.toLowerCase();
  return mention !== undefined && !topic.test(mention.rest) && wordsOf(said).some((word) => word.length >= 4 && topic.source.includes(word));
}

/** "2 idli for tomorrow": first of all an order. */
function ordersFood({ text, catalogue }: Dialogue): boolean {
  const words = wordsOf(text);
  const isCounted = words.some((word, at) => numberOf(word) !== undefined && words.slice(at + 1, at + 3).some((next) => next.length >= 3 && catalogue.isDishWord(next)));
  return isCounted || (catalogue.dishIn(text) !== undefined && (isOrder(text) || words.some((word) => numberOf(word) !== undefined)));
}

/** "Is Kebabalab in Ahmedabad?" */
function whetherThere(dialogue: Dialogue): Move | undefined {
  const { mention, catalogue, text } = dialogue;
  const area = mention === undefined ? undefined : catalogue.areaIn(mention.rest);
  if (mention === undefined || area === undefined || !/^(?:is|are|does|do|how far|any)\b/.test(text) || catalogue.dishIn(mention.rest) !== undefined || /\bdeliver/.test(text)) return undefined;
  const { restaurant } = mention;
  const verdict = /\b(?:far|distance|close|near)\b/.test(text) ? 'I know areas and no distances' : restaurant.area.includes(area) ? 'Yes' : 'No';
  return say(`${verdict}: ${restaurant.name} is in ${restaurant.area}. Would you like to see its menu?`, [`Menu of ${restaurant.name}`], { restaurant: restaurant.name });
}

function location(dialogue: Dialogue): Move {
  const restaurant = dialogue.catalogue.find(restaurantSpokenOf(dialogue));
  if (restaurant === undefined && dialogue.facts.username !== undefined && /\b(?:it|that)\b/.test(dialogue.text)) return call('get_order_status');
  if (restaurant === undefined) return call('get_all_restaurants');
  return say(`${restaurant.name} is in ${restaurant.area}. Would you like to see its menu?`, [`Menu of ${restaurant.name}`], { restaurant: restaurant.name });
}

function minimumOrder(dialogue: Dialogue): Move {
  const restaurant = dialogue.catalogue.find(restaurantSpokenOf(dialogue));
  if (restaurant === undefined) return say('That depends on the restaurant. Whose minimum would you like to know? Say its name, or "show restaurants".', ['Show restaurants']);
  const { name, currency, minimum_order: minimum } = restaurant;
  return say(`${name} ${minimum === undefined ? 'has no minimum order' : `takes orders from ${money(minimum, currency)}`}. What would you like from there?`, [`Menu of ${name}`], { restaurant: name });
}
