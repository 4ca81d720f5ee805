import { asksForOrder, asksForOrderUnderWay, STANDING } from '../../questions/asked-order';
import { askedOfPlaced, detailAsked } from '../../questions/asked-placed';
import { NO_TIME, timeWished } from '../../questions/asked-time';
import type { Dialogue } from '../../dialogue';
import { call, type Move, say } from '../../move';
import { ordinalOf } from '../../speech/utterance';

const HISTORY = /^(?:(?:show|see|view|list|check|get|give|tell|can|could|i|me|want|to|please|what|are|were|is|all|the|about|of) )*(?:(?:my|our) (?:(?:past|previous|last|old|recent|placed|earlier) )?orders?(?: history)?|order history|history|(?:past|previous|old|recent|earlier|last) orders?|orders)(?: (?:please|pls|so far|list|again))*$|\bwhat (?:did|have) (?:i|we) (?:order|ordered|buy|bought|get|got)\b/;
const STATUS = /\bwhere(?:'s| is| are) my (?:orders?|food)\b|\b(?:status (?:of|for)|track|check on) (?:my |the )?(?:last )?(?:order|food)\b|\b(?:order|delivery) status\b|\bstatus\b.*\b(?:last|latest|previous|it|that)\b|\bits status\b|\bis my (?:order|food) (?:ready|coming|on (?:the|its) way|done|delivered)\b|\bhow long (?:until|till|for|will) my\b|\b(?:has|have|did|was|will|when) my (?:order|food)\b/;
/** "Status of the last one", "and the one before?": of the orders that were listed. */
const OF_LISTED = /^(?:(?:and|what|what's|is|are|how|about|the|show|tell|me|check|track|status|of|for|please|cancel|its|it) )*(?:the )?(last|latest|newest|first|second|third|fourth|1st|2nd|3rd|number \d|one before|previous|earlier)(?: (?:one|order|that|it|before|to that))*$/;
const CALLED_OFF = /\b(?:is|are|was|did|has|got|sure|it's|its|really) .*\bcancell?ed\b/;

const FINISHED = /^(?:(?:ok|okay|no|nope|nah|no thanks|no thank you|yes|perfect|great|good|thanks|thank you|fine)[ ,]+)*(?:(?:that's|that (?:will|would) be|that'll be) (?:all|it|everything)(?: for (?:me|now|today))?|i'm all set|all set|nothing more|nothing else|no more|i'm done|done ordering|check ?out|proceed|place (?:my |the )?order now|finish(?: my order)?|i'm ready(?: to order)?)(?:[ ,]+(?:please|thanks|thank you|for now|then))*$/;
const AGAIN = /\b(?:(?:order|get|have|want|send) (?:it|that|this|the same(?: thing)?) again|(?:that|same) (?:thing |one )?again|the usual|my usual|same(?: (?:thing|order|food|one))? (?:as|like) (?:last|before|yesterday|the last|my last)(?: (?:time|order|one))?|(?:repeat|reorder|re-order|(?<!\b(?:the|my|off|of) )order again)(?: (?:my|the|that))?(?: (?:last|previous))?(?: order)?|same order(?: again)?|(?:re-?order|repeat) (?:the )?(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|number \d|last)(?: (?:one|order))?|last order again|(?<=\b(?:have|get|order|want|give me|send|like) )(?:another|one more)(?: order)? (?:of )?(?:the )?same(?: (?:order|thing|again))*$|what (?:i|we) (?:had|ordered|got) (?:last time|before|yesterday))\b/;
/** "Same again for my mate but ...", beside an order under way: one more of what it has. */
const ANOTHER_SAME = /^(?:(?:and|also|plus|then|now|ok|the)[ ,]+)*same (?:again|thing again|order again)(?: (?:for|but|with|without|except|in)\b|$|,)(?!.*\b(?:last (?:time|order)|yesterday|usual)\b)/;
/** "Order the same pizza again", where no order is under way. */
const SAME_DISH_AGAIN = /^(?:(?:please|ok|can you|could you|now|and|then)[ ,]+)*(?:order|get|have|want|send|repeat)(?: me| us)? the (?:very |exact )?same (?:\p{L}+ )?\p{L}+ (?:again|once more|as before)(?= *$| ,| (?:please|but)\b)/u;
/** "What did I order again?" */
const ASKED_AGAIN = /(?:^|, )(?:(?:and|so|but|remind me)[ ,]+)*(?:what|which|when|where) (?:did|do|was|have|had|is)\b/;
const OF_PAST = /\b(?:last|latest|previous|recent|first|where|track|status|news|update|number)\b/;
/** "The usual but make it 3": what is to be different. */
const BUT = /\b(?:but|except|with|and)\b[ ,]*([^ ,].*)$/;
const CANCEL_PLACED = /\b(?:cancel|call off|undo|withdraw) (?:my |the |that )?(?:(?:last|placed|previous|latest|recent) )?order(?: (?:number )?#?([0-9a-f]{24}))?\b/;

/** "What was the total of my last order?" */
const LAST_ORDER = /^(?:(?:and|so) )?(?:what(?! (?:i|we)\b)|how much|when|which|was|did|from where|where)\b.*\b(?:(?:my|the) (?:last|latest|previous|most recent|recent) order|last time)\b|\bwhat did i (?:pay|spend)\b|^when (?:did|have) i (?:last|previously) (?:order|ordered|eat|buy)\b/;
const HOW_OFTEN = /^what (?:i|we) (?:ordered|bought)\b|\b(?:tell|show|remind)(?: me)? what i (?:ordered|had|got|bought)\b|\bhow (?:do|can) i (?:see|view|find|check|get)\b.*\borders?\b|\bhow (?:often|many times|many orders|much)\b.*\b(?:have|did) i (?:already |ever )?(?:ordered|order|placed|place|made|spent|bought)\b|\bhow many orders\b/;

const ORDER_ID = /\border (?:id |number |no |# ?)*([0-9a-f]{24})\b/;
const ARRIVAL = /\bwhen (?:will|does|is) (?:it|my (?:order|food)) (?:arriv\w*|com\w*|be (?:here|ready|delivered)|get here)\b/;

const HOW_TO_CHANGE = /^(?:can|could|how (?:do|can)) (?:i|we) (?:still )?(?:add|remove|change)\b.*\b(?:(?:already|just) (?:placed|ordered|confirmed)|after (?:placing|i placed|confirming)|placed order)\b|^(?:can|could|how (?:do|can|to)) (?:i |we )?(?:still )?(?:change|edit|modify|update)(?: (?:it|that|this|(?:my|the|an) order))\b/;
/** Of the order that was placed, where the last reply spoke of it. */
const OF_PLACED = /^(?:(?:where|how)(?:'s| is) (?:it|that|my food)(?: now)?|how long\b.*|when (?:will|does|is) (?:it|that)\b.*|(?:any )?(?:status|update|news)(?: on (?:it|that))?|what(?:'s| is) (?:the|its) status|track(?: it)?)$/u;
const CAN_CANCEL = /^(?:can|could|may|is it (?:too late|possible)|how (?:do|can)) (?:i |we |to )?(?:still )?(?:cancel|to cancel)\b/;
/** "Oops, I wanted 3", of the order that was just placed. */
const CHANGE_OF_PLACED = /^(?:(?:oops|oh|no|sorry|wait|actually|please|i forgot|can you|could you)[ ,]+)*(?:i (?:wanted|meant|need|said)|make (?:it|that)|change|it should be|remove|instead)\b|^cancel (?:it|that) and\b/;
/** "From which restaurant is this?" */
const WHOSE_ORDER = /\b(?:which|what) (?:restaurant|place|shop)\b.*\b(?:this|it|that|my order)\b(?: from)?$/;
/** A change of nothing. */
const CHANGE_ALONE = /^(?:(?:add|order|get|give me|i want) (?:\w+ )?more|(?:change|edit|update|increase|reduce|decrease) (?:the |my )?(?:quantity|order|amount|number|it|that)|make it \w+|remove (?:it|that|this|one))$/;

/** Orders: the one under way ("my cart"), those that were placed ("my orders"), and those to come again ("the usual"). */
export function pastOrders(dialogue: Dialogue): Move | undefined {
  const { text, facts, memory, catalogue } = dialogue;
  const isUnderWay = facts.order !== undefined;
  if (isUnderWay && (FINISHED.test(text) || WHOSE_ORDER.test(text))) return call('show_order');
  if (isUnderWay && HOW_TO_PLACE.test(text)) return call('show_order', {}, { question: undefined, note: `Say "yes" and I place it${facts.username === undefined ? ', as soon as you are logged in (login NAME PASSWORD) or have made an account (register NAME EMAIL PASSWORD)' : ''}:` });
  if (isUnderWay && asksForOrderUnderWay(dialogue)) return call('show_order', {}, { note: countedIn(dialogue) ?? ( /\b(?:tax|taxes|gst)\b/.test(text) ? 'Taxes stand on it, and nothing comes on top of its total:' : undefined) });
  const inDetail = detailOf(dialogue);
  if (inDetail !== undefined) return inDetail;
  const there = orderAt(dialogue);
  if (there !== undefined) return there;
  const listed = listedOrder(dialogue);
  if (listed !== undefined) return listed;
  if (!isUnderWay && CAN_CANCEL.test(text)) return call('get_order_status', {}, { note: 'An order can be cancelled until it is being prepared: say "cancel my last order".' });
  if (!isUnderWay && memory.isOfPlaced === true && OF_PLACED.test(text)) return call('get_order_status', {}, { note: /\b(?:long|when)\b/.test(text) ? 'I cannot promise a time: it depends on the kitchen.' : undefined });
  const ofPlaced = askedOfPlaced(dialogue);
  if (ofPlaced === 'history') return call('get_user_orders');
  if (ofPlaced === 'status') return isUnderWay && !OF_PAST.test(text) ? call('show_order', {}, { note: 'It is not placed yet:' }) : call('get_order_status');
  if (HOW_OFTEN.test(text) && !isUnderWay) return call('get_user_orders');
  if (LAST_ORDER.test(text) && /^when\b/.test(text)) return call('get_user_orders');
  if (LAST_ORDER.test(text) && !/\b(?:cancel|repeat|reorder|order again|same)\b/.test(text)) return call('get_order_status');
  const again = ASKED_AGAIN.test(text) || (isUnderWay && ANOTHER_SAME.test(text)) ? null : (AGAIN.exec(text) ?? (isUnderWay ? null : SAME_DISH_AGAIN.exec(text)));
  if (again !== null) return call('repeat_last_order', repeatedId(dialogue), { question: undefined, note: timeWished(text, (word) => catalogue.isDishWord(word)) === undefined ? undefined : NO_TIME, rest: BUT.exec(text.slice(again.index + again[0].length))?.[1] });
  const cancelled = CANCEL_PLACED.exec(text);
  if (cancelled !== null && (!isUnderWay || /\b(?:last|placed|previous|latest|recent)\b/.test(text) || cancelled[1] !== undefined)) {
    return call('cancel_order', cancelled[1] === undefined ? {} : { order_id: cancelled[1] });
  }
  const [, id] = ORDER_ID.exec(text) ?? [];
  if (id !== undefined) return call('get_order_status', { order_id: id });
  if (ARRIVAL.test(text) && facts.username !== undefined && !isUnderWay) return call('get_order_status', {}, { note: 'I cannot promise a time: it depends on the kitchen.' });
  if (HOW_TO_CHANGE.test(text)) return howToChange(dialogue);
  if (!isUnderWay && CALLED_OFF.test(text)) return call('get_order_status');
  if (!isUnderWay && memory.isOfPlaced === true && CHANGE_OF_PLACED.test(text)) return howToChange(dialogue);
  if (!isUnderWay && CHANGE_ALONE.test(text)) return noOrder();
  if (STATUS.test(text)) return call('get_order_status');
  if (STANDING.test(text) && (isUnderWay || facts.username === undefined || !/\border\b/.test(text))) return call('show_order');
  // Beside what is in sight it may be that.
  const isInSight = (memory.list !== undefined || memory.question !== undefined) && !/\b(?:cart|basket|bag|summary|summery|recap|overview|rundown|(?:my|the) (?:\w+ )?order)\b/.test(text);
  if (asksForOrder(dialogue) && !isUnderWay && !isInSight && !HISTORY.test(text) && !STANDING.test(text)) return call('show_order');
  return HISTORY.test(text) || STANDING.test(text) ? call('get_user_orders') : undefined;
}

/** "That's it, how do I order?" */
const HOW_TO_PLACE = /\bhow (?:do|can|should|would|shall) (?:i|we) (?:(?:actually|now|then|just) )?(?:order|place|confirm|complete|finish|check ?out|proceed|submit|finali[sz]e|book|buy)(?: (?:it|that|this|them|now|then|please|everything|(?:my|the|this) order))*$|\bhow to (?:order|place|confirm|check ?out|finish)(?: (?:it|this|the order|my order|now))*$|^(?:(?:and|so|ok|okay|now|then|great|good)[ ,]+)*(?:what(?:'s| is| happens) next|what now|(?:what|where) (?:do|should|must) (?:i|we) (?:do|say|press|click|type|write) (?:now|next|(?:to|so that) .{0,40}))$/;

const COUNTED = /\bhow many (?:(?:total|different|of the) )?(\p{L}{3,}(?: (?!(?:are|did|have|has|that|there|was|were|will|would|altogether|now|total|then|this|these|those|order|ordered|left|got)\b)\p{L}{3,})?)\b/u;

/** "How many thalis is that?": as many as the lines have whose dish is called so; of all lines where no dish is named. */
function countedIn({ text, facts: { order }, catalogue }: Dialogue): string | undefined {
  const [, word = ''] = COUNTED.exec(text) ?? [];
  if (order === undefined || word === '' || /^(?:pieces?|slices?|people|persons?|calories|kcal|minutes?)$/.test(word)) return undefined;
  const stem = word.replace(/(?<=\p{L}{3})s$/u, '');
  const isAny = /^(?:dish(?:es)?|items?|things?|plates?|portions?|meals?|total|are|is|do|did|have|all)$/.test(word);
  const meant = order.lines.filter(({ itemName }) => isAny || itemName.toLowerCase().includes(stem));
  const count = meant.reduce((sum, { quantity }) => sum + quantity, 0);
  if (count === 0) return catalogue.isDishWord(stem) ? `There is no ${stem} in it:` : undefined;
  return `That is ${String(count)}${isAny ? ' in all' : ` ${count === 1 ? stem : word}`}:`;
}

/** What the order holds, as it was told, and how one hears of it when it is placed. */
function detailOf(dialogue: Dialogue): Move | undefined {
  const { facts: { order, username }, memory } = dialogue;
  const asked = detailAsked(dialogue);
  if (asked === 'word' && (order !== undefined || memory.placed === undefined)) return say(`${NO_WORD} What would you like?`, ['My orders']);
  if (asked === 'word') return call('get_order_status', {}, { note: NO_WORD });
  if (asked === 'as said' && order !== undefined) return call('show_order', {}, { question: undefined, note: 'This is what your order has:' });
  if (asked === undefined || username === undefined || order !== undefined || memory.placed === undefined) return undefined;
  return call('get_order_status', { order_id: memory.placed.id });
}

/** Nobody is written to. */
const NO_WORD = 'I write to nobody by myself: when the order is placed, ask me "where is my order", and I tell you how far the restaurant has got with it.';

/** "Reorder the second one", of the orders that were listed. */
function repeatedId({ text, memory: { orders, list } }: Dialogue): { order_id?: string } {
  const said = /\b(?:the )?(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|number \d|last)(?: (?:one|order))?$/.exec(text)?.[1];
  const at = said === undefined || list !== undefined ? undefined : said === 'last' ? 0 : ordinalOf(said);
  const id = at === undefined ? undefined : orders?.ids[at];
  return id === undefined ? {} : { order_id: id };
}

function howToChange({ facts }: Dialogue): Move {
  if (facts.order !== undefined) return call('show_order', {}, { note: 'Of course. Say for example "make it 3", "add ...", "remove ...".' });
  return say('No order is under way. One that is placed I cannot change; while it is not being prepared you can cancel it, "cancel my last order", and order anew.', ['My orders', 'Cancel my last order']);
}

const AT_PLACE = /^(?:(?:and|so|ok|okay|yes|no|please|actually|can you|could you|i want to|i'd like to)[ ,]+)*(?:track|(?:what(?:'s| is) )?(?:the )?status of|where(?:'s| is))\b.*\b(?:order|one)\b/;

/** "Track the Patel order": the last one from there. Which those are is looked up first, where it was not told. */
function orderAt(dialogue: Dialogue): Move | undefined {
  const { text, mention, memory: { orders }, facts } = dialogue;
  if (mention === undefined) return orderOfDish(dialogue);
  const { name } = mention.restaurant;
  if (!AT_PLACE.test(text) || facts.username === undefined || facts.order?.restaurantName === name) return undefined;
  if (orders?.restaurants === undefined) return call('get_user_orders', {}, { rest: text });
  const id = orders.ids[orders.restaurants.indexOf(name)];
  if (id === undefined) return say(`I see no order from ${name} among your last ones. Say "my orders" to see them.`, ['My orders']);
  return call('get_order_status', { order_id: id });
}

const OF_DISH = /^(?:(?:and|so|ok|okay|yes|no|please|actually|can you|could you|i want to|i'd like to)[ ,]+)*(?:track|(?:what(?:'s| is) )?(?:the )?status of) (?:the|my|that) (.+) order(?: (?:please|then|now))?$/;

/** "Status of the cold coffee order": the last one with that dish, where the order under way has none of it. */
function orderOfDish({ text, memory: { orders }, facts, catalogue }: Dialogue): Move | undefined {
  const [, what] = OF_DISH.exec(text) ?? [];
  const dish = what === undefined ? undefined : catalogue.dishIn(what);
  const isUnderWay = facts.order?.lines.some(({ itemName }) => itemName.toLowerCase() === dish) === true;
  if (dish === undefined || facts.username === undefined || isUnderWay) return undefined;
  if (orders?.dishes === undefined) return call('get_user_orders', {}, { rest: text });
  const id = orders.ids[orders.dishes.findIndex((dishes) => dishes.includes(dish))];
  if (id === undefined) return say(`I see no order of ${dish} among your last ones. Say "my orders" to see them.`, ['My orders']);
  return call('get_order_status', { order_id: id });
}

/** One of the orders that were listed: how it stands, or its cancellation. */
function listedOrder({ text, memory: { orders, list }, facts: { order } }: Dialogue): Move | undefined {
  const [, said] = OF_LISTED.exec(text) ?? [];
  if (said === undefined || orders === undefined || list !== undefined || order !== undefined) return undefined;
  const isBefore = /before|previous|earlier/.test(said);
  const at = isBefore ? orders.at + 1 : /last|latest|newest/.test(said) ? 0 : ordinalOf(said) ?? 0;
  const id = orders.ids[at];
  if (id === undefined) return call('get_user_orders', {}, { note: 'I see no other order:' });
  return call(/\bcancel\b/.test(text) ? 'cancel_order' : 'get_order_status', { order_id: id }, { orders: { ...orders, at } });
}

function noOrder(): Move {
  return say('No order is under way yet. What would you like? Name a dish or a restaurant.', ['Show restaurants', 'What is good?']);
}
