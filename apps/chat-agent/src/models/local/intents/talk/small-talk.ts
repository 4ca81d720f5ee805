import { isCompletion, isObjection } from '../../../../conversation/agreement';
import type { Dialogue } from '../../dialogue';
import { call, type Move, say } from '../../move';
import { foodWords } from '../../orders/order-reading';
import { pleasantryOf } from '../../speech/pleasantries';
import { wordsOf } from '../../speech/utterance';

const GREETING = /^(?:h+i+e?|h[ae]+l+o+w?|hl+o+|h+e+y+a?|hiya|yo|hola|namaste|namaskar|kem cho|howdy|greetings|good (?:morning|afternoon|evening|day)|salaam|sup)(?:[ ,]+(?:there|again|ji|bhai|friend|foodie|foodieexpress|team|all|everyone|beta|beti|bhaiya|didi|uncle|aunty|auntie|sir|madam|ma'am|bro|boss|dear|guys|mate|dude|good (?:morning|afternoon|evening)|how are you|how(?:'s| is) it going|what'?s up))*$/;
const INTRODUCTION = /^(?:(?:hi|hello|hey|namaste|good (?:morning|afternoon|evening))[ ,]+)?(?:this is (?:\p{L}+ ){1,4}(?:speaking|here|calling|this side)|(?:my name is|i'm|i am) (?!hungry|starving|not|so|very|looking|allergic|vegan|vegetarian|thirsty|from|in|here|done|ready|confused|lost|new|a\b|an\b)\p{L}+)$/u;
const HOW_ARE_YOU = /^(?:how are you(?: doing)?|how(?:'s| is) it going|what'?s up|kaise ho)(?: today)?$/;
const THANKS = /^(?:(?:ok|okay|great|cool|perfect|awesome)[ ,]+)?(?:thanks?(?: you)?|thx|ty|thank u|dhanyavaad|dhanyawad|shukriya|cheers)(?:[ ,]+(?:a lot|so much|very much|again|bro|bhai|bhaiya|beta|ji|for (?:the )?(?:help|food|your help)))*$/;
const FAREWELL = /^(?:(?:ok(?:ay)?|no|great|cool)[ ,]+)?(?:bye+|goodbye|good ?night|see (?:you|ya)(?: later| soon)?|tata|alvida|that'?s (?:all|it)|i'?m done|nothing(?: else)?|(?:i'?ll |i will |will |let me )?(?:see|think|decide|order|check|come back|do it|get back)(?: (?:about it|on it|it over|it|again|to you))* (?:later|another time|some other time|tomorrow|first)|maybe (?:later|next time|another time|tomorrow)|later(?: then)?)(?:[ ,]+(?:thanks?(?: you)?|bye|for now|i'?m not hungry|not hungry(?: any ?more)?))*$/;
const HELP = /^(?:i (?:don't|do not) (?:understand|get it|know how)(?: this| how this works| to order| to use this)?|(?:so )?(?:i|do i) just (?:type|say|write|tell you) (?:what|anything|whatever).*|what (?:all |else |exactly )*(?:can|could|do) (?:you|i|we|this|it) (?:do|say|ask|offer|help (?:me )?with)(?: (?:here|for me|for us|with (?:this|you)|on here|exactly))*|what are you able to do|how (?:does|do|can|should) (?:ordering|this app|it all|everything|i|we|one)(?: (?:here|place|make|put|start|get|an?|order(?:ing)?|food|something|work|works|with you|on here|things?))+|(?:(?:can|could|will) you |please |i need |i want )*help(?: me)?(?: (?:out|order|please|with (?:my|the|an) order))*|\?|menu options|options|how (?:does (?:this|it) work|do i use this|to order)|what (?:is|are) (?:this|you)|who are you|start|commands|get started)$/;

const COMPLIMENT = /^(?:(?:wow|aww+|oh)[ ,]+)?(?:you|u|you're|this|that|it|it's)(?: are| r| is)?(?: (?:so|very|really|such an?|an?|the|too))* (?:cute|nice|sweet|great|awesome|good|best|amazing|helpful|smart|funny|cool|kind|lovely|wonderful|star|angel|good (?:bot|app|service))$|^(?:good|nice|great|smart) (?:bot|job|work|app|service)$|^(?:i )?(?:love|like) (?:you|u|this|it|this app)$/;

const WAITING = /^(?:(?:ok|okay|please|pls)[ ,]+)*(?:wait|hold on|hang on|(?:just )?(?:a|one|1|ek) (?:moment|minute|min|sec|second)|(?:give me|wait) (?:a|one|1) (?:moment|minute|min|sec|second))(?:[ ,]+(?:please|pls))*$/;

const ORDERS_NOTHING = /^(?:(?:please|pls|ok|okay|no|wait|but|just)[ ,]+)*(?:don't|do not|dont|never) (?:order|buy|place|send|book) (?:any ?thing|something|any food)(?: (?:yet|now|for me|for now|please))*$/;

/** Short messages that always lead on. */
function examples({ catalogue }: Dialogue): string[] {
  const { example } = catalogue;
  return ['Show restaurants', 'What is good?', ...(example === undefined ? [] : [`Menu of ${example.restaurant.name}`])];
}

export function smallTalk(dialogue: Dialogue): Move | undefined {
  const { text, facts } = dialogue;
  const name = facts.username === undefined ? '' : ` ${facts.username}`;
  const isGreeting = GREETING.test(text) || HOW_ARE_YOU.test(text) || (INTRODUCTION.test(text) && !facts.isAskedToLogIn);
  if (isGreeting && facts.order !== undefined) return say(`Hello${name}! 👋 Your order from ${facts.order.restaurantName} is not placed yet: say "show my order" to go on with it. What else would you like?`, ['Show my order', 'Show restaurants']);
  if (isGreeting) return say(`Hello${name}! 👋 Hungry? I can show restaurants and menus, find a dish, and take your order. What would you like?`, examples(dialogue));
  const pleasantry = pleasantryOf(dialogue.message);
  // "Wait" alone speaks against what was shown; who gives a reason only puts it off.
  const isObjecting = facts.pendingOrder !== undefined && isObjection(dialogue.message) && wordsOf(text).length <= 3;
  if ((pleasantry === 'later' || WAITING.test(text)) && !isObjecting) return say(`Take your time! ${facts.order === undefined ? 'Name a dish or a restaurant whenever you like.' : 'Your order is kept: "show my order" to go on with it.'}`, examples(dialogue));
  if (pleasantry === 'thanks' || THANKS.test(text)) return say('You are welcome! 😊 Anything else? Name a dish or a restaurant whenever you are hungry.', ['Show restaurants', 'My orders']);
  if (pleasantry === 'farewell' || FAREWELL.test(text)) {
    const waiting = facts.order === undefined ? '' : ' Your order is not placed; say "show my order" to go on with it.';
    return say(`Goodbye${name}! 👋${waiting} Come back whenever you are hungry.`);
  }
  if (facts.order === undefined && ORDERS_NOTHING.test(text)) return say('Nothing is ordered without your yes. What would you like to know?', examples(dialogue));
  if (COMPLIMENT.test(text)) return say(`Thank you, that is kind! 😊 What would you like to eat?`, ['Show restaurants', 'What is good?']);
  if (facts.order === undefined && isCompletion(dialogue.message)) return say('No order is under way yet. What would you like? Name a dish or a restaurant.', examples(dialogue));
  if (pleasantry === 'pleased') return say('Glad to hear it! 😊 What would you like? Name a dish or a restaurant.', examples(dialogue));
  return HELP.test(text) ? say(whatICanDo(dialogue), examples(dialogue)) : undefined;
}

function whatICanDo({ catalogue: { example, cuisines } }: Dialogue): string {
  const [dish = 'dosa', place = 'a restaurant'] = example === undefined ? [] : [example.item.item_name, example.restaurant.name];
  return [
    'Here is what I can do:',
    `1. List restaurants: "show restaurants", "${(cuisines[0] ?? 'indian').toLowerCase()} places"`,
    `2. Find a dish: "who sells ${dish.toLowerCase()}?"`,
    `3. Show a menu: "menu of ${place}"`,
    `4. Take an order: "2 ${dish.toLowerCase()} from ${place}"`,
    '5. Show your orders: "my orders"',
    'What would you like?',
  ].join('\n');
}

const QUESTION = /^(?:what|which|who|whom|whose|where|when|why|how|is|are|am|do|does|did|can|could|will|would|should|may)\b|\?\s*$/i;

const WANTS_FOOD = /\b(?:order(?:ing)?|eat(?:ing)?|food|hungry|meal|lunch|dinner|deliver(?:y|ed)?)\b/;

/** Nothing else fits. */
export function notUnderstood(dialogue: Dialogue): Move {
  const { text, message, facts, memory, catalogue } = dialogue;
  // The order is not shown with its question here: the yes that follows may mean anything.
  if (facts.pendingOrder !== undefined && isObjection(message)) return say('All right, I have not placed it. What should I change? For example: "make it 3", "remove ...". Or say "show my order" to see it, no to drop it.', ['Show my order', 'No']);
  const named = dialogue.mention?.restaurant.name;
  if (named !== undefined && facts.order === undefined) return call('get_menu', { restaurant_name: named });
  if (facts.pendingOrder !== undefined) return say(`Sorry, I did not understand that.\n${facts.pendingOrder.summary}\nShall I place it? (yes / no) You may also change it: "make it 3", "remove ...".`, ['Yes', 'No']);
  const { example } = catalogue;
  const order = example === undefined ? '"show restaurants"' : `"2 ${example.item.item_name.toLowerCase()} from ${example.restaurant.name}"`;
  const asked = foodAskedFor(dialogue);
  if (asked !== undefined) return say(`😔 I know nobody who sells "${asked}" here. Name another dish, a restaurant (${catalogue.restaurants.slice(0, 3).map(({ name }) => name).join(', ')} ...) or a cuisine (${catalogue.cuisines.slice(0, 3).join(', ')} ...), or say "show restaurants".`, ['Show restaurants', 'What is good?']);
  if (facts.order === undefined && WANTS_FOOD.test(text)) return say(`Gladly! Name a dish or a restaurant, for example: ${order}. Or shall I show you the restaurants?`, examples(dialogue));
  if (text !== '' && QUESTION.test(message)) return say(`That I do not know, sorry. I know menus, prices, opening hours, reviews and your orders: ask me for one of them, or try ${order}.`, examples(dialogue));
  const listed = memory.list?.names.length ?? 0;
  if (/^\d{1,4}$/.test(text) && listed > 0) return say(`The list has ${listed} ${listed === 1 ? 'entry' : 'entries'}: which one, 1 to ${listed}? Or say how many of what, for example: ${order}`, memory.list?.names.slice(0, 3) ?? []);
  if (/^\d{1,4}$/.test(text)) return say(`${text} of what? Name a dish, for example: ${order}`, examples(dialogue));
  const opening = text === '' ? 'I did not catch that.' : 'Sorry, I did not understand that.';
  return say(`${opening} I can list restaurants, show a menu, find a dish and take your order. Try ${order}, or say "help".`, examples(dialogue));
}

/** "Burger?", "hot tea?": a few words that ask for what no menu has. */
function foodAskedFor({ text, message }: Dialogue): string | undefined {
  const words = wordsOf(foodWords(text.replace(/^(?:(?:any|some|got|have|do|you|they|an?|the|is|are|there|anything|something|like|and|or|what|about|how|then|ok|maybe)[ ,]+)+/, '')));
  return (/\?\s*$/.test(message) || ASKED_FOR.test(text)) && words.length >= 1 && words.length <= 2 && words.length === wordsOf(text).filter((word) => !AROUND_FOOD.test(word)).length && !NO_FOOD_ASKED.test(text) ? words.join(' ') : undefined;
}

const ASKED_FOR = /^(?:(?:ok|and|or|fine|then)[ ,]+)*(?:what about|how about|any|do you have|got|got any)\b/;
const AROUND_FOOD = /^(?:any|some|got|have|do|you|they|an?|the|is|are|there|anything|something|like|and|or|what|about|how|then|ok|maybe)$/;
const NO_FOOD_ASKED = /\b(?:what|who|when|where|why|how|really|seriously|sure|pardon|huh|sorry|hello|you|me|is|are|yes|no|ok|and|eh|right|same|there|them|it)$|^(?:what|who|when|where|why|how|is|are|can|could|will|would|should|does|did)\b(?! about)/;
