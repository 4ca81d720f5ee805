import { besideOrder } from './beside-order';
import type { Dialogue, Intent } from './dialogue';
import { account, nameAlone } from './intents/accounts/account';
import { aboutDishes } from './intents/dishes/about-dishes';
import { advice } from './intents/dishes/advice';
import { allergies } from './intents/dishes/allergies';
import { askedAlone, askedOfDishes } from './intents/dishes/asked-alone';
import { availability } from './intents/dishes/availability';
import { choices } from './intents/dishes/choices';
import { bestRated, comparing } from './intents/dishes/comparing';
import { differences } from './intents/dishes/differences';
import { dishContents } from './intents/dishes/dish-contents';
import { dishFacts } from './intents/dishes/dish-facts';
import { dishQuestions } from './intents/dishes/dish-questions';
import { finding } from './intents/dishes/finding';
import { kindsAt } from './intents/dishes/kinds-at';
import { sides } from './intents/dishes/sides';
import { similar } from './intents/dishes/similar';
import { answers } from './intents/orders/answers';
import { bothPlaces } from './intents/orders/both-places';
import { changing } from './intents/orders/changing';
import { claims } from './intents/orders/claims';
import { clearing } from './intents/orders/clearing';
import { confirmation } from './intents/orders/confirmation';
import { dropping, refusing, startingAnew, withoutDropping } from './intents/orders/dropping';
import { gist } from './intents/orders/gist';
import { kitchenWords } from './intents/orders/kitchen-words';
import { moving } from './intents/orders/moving';
import { ordering, orderFromList } from './intents/orders/ordering';
import { restating } from './intents/orders/restating';
import { keeping, restoring, undoing, withBefore } from './intents/orders/restoring';
import { setting } from './intents/orders/setting';
import { taking } from './intents/orders/taking';
import { tellingApart } from './intents/orders/telling-apart';
import { timing } from './intents/orders/timing';
import { whoseLine } from './intents/orders/whose-line';
import { cancelling } from './intents/placed-orders/cancelling';
import { pastOrders } from './intents/placed-orders/past-orders';
import { placedChanges } from './intents/placed-orders/placed-changes';
import { affording } from './intents/prices/affording';
import { overBudget } from './intents/prices/over-budget';
import { price, priceOfWanted } from './intents/prices/prices';
import { priceIfChanged } from './intents/prices/prices-if';
import { sharing, withinTotal } from './intents/prices/sharing';
import { taxes } from './intents/prices/taxes';
import { comparingPlaces } from './intents/restaurants/comparing-places';
import { counting } from './intents/restaurants/counting';
import { discovery, restaurantAlone, restaurantFromList } from './intents/restaurants/discovery';
import { elsewhere } from './intents/restaurants/elsewhere';
import { hours } from './intents/restaurants/hours';
import { places } from './intents/restaurants/places';
import { service } from './intents/restaurants/service';
import { complaints } from './intents/reviews/complaints';
import { ratings } from './intents/reviews/ratings';
import { reviews, writtenReview } from './intents/reviews/reviews';
import { followUp } from './intents/talk/follow-up';
import { limits } from './intents/talk/limits';
import { otherLanguages } from './intents/talk/other-languages';
import { notUnderstood, smallTalk } from './intents/talk/small-talk';
import { interpretParts, type Reading } from './interpret-parts';
import { askedIn, type Move, withNote } from './move';
import { ordersNothing } from './orders-nothing';
import { wordsOf } from './speech/utterance';

/**
 * In this order: what was asked is answered first; yes and no mean the order that was shown; then what has words of its own;
 * and whatever names food is an order.
 */
const intents: readonly Intent[] = [
  cancelling,
  kitchenWords,
  answers,
  changesOfPlaced,
  timing,
  bothPlaces,
  overBudget,
  priceIfChanged,
  confirmation,
  otherLanguages,
  whoseLine,
  counting,
  kindsAt,
  sides,
  finding,
  hours,
  places,
  writtenReview,
  limits,
  account,
  undoing,
  keeping,
  restoring,
  startingAnew,
  tellingApart,
  setting,
  dropping,
  clearing,
  refusing,
  sharing,
  withinTotal,
  pastOrders,
  smallTalk,
  affording,
  claims,
  differences,
  similar,
  priceOfWanted,
  taxes,
  bestRated,
  elsewhere,
  ratings,
  complaints,
  moving,
  followUp,
  comparingPlaces,
  choices,
  dishContents,
  dishFacts,
  service,
  reviews,
  taking,
  restaurantFromList,
  orderFromList,
  allergies,
  comparing,
  advice,
  price,
  aboutDishes,
  discovery,
  availability,
  restaurantAlone,
  dishQuestions,
  gist,
  restating,
  changing,
  ordering,
  nameAlone,
];

/** What these answer is a question that may be asked again of something else. */
const inquiries: ReadonlySet<Intent> = new Set([hours, priceOfWanted, ratings, choices, dishContents, dishFacts, allergies, price, availability, aboutDishes, advice, comparing, bestRated]);

/** What these order or change is neither ordered nor changed by a sentence that only asks or tells. */
const changers: ReadonlySet<Intent> = new Set([dropping, clearing, confirmation, restating, changing, ordering, taking, followUp, aboutDishes]);

/** What to do about a person's message. */
export async function interpret(said: Dialogue): Promise<Move> {
  const move = (await interpretParts(said, interpretPiece)) ?? (await interpretPiece(said)).move;
  return besideOrder(move, said);
}

async function interpretPiece(said: Dialogue): Promise<Reading> {
  const dialogue = withoutDropping(said);
  // A message of emoji alone has no words to read, and may be a thumb up.
  const found = dialogue.text === '' ? confirmation(dialogue) : await firstOf(dialogue);
  return { move: withBefore(withNote(found ?? notUnderstood(dialogue), dialogue.note), dialogue), isUnderstood: found !== undefined };
}

async function firstOf(dialogue: Dialogue): Promise<Move | undefined> {
  const isTalk = ordersNothing(dialogue.text, dialogue.facts.order !== undefined);
  for (const intent of intents) {
    const move = await intent(dialogue);
    if (move === undefined || isSearchForTalk(move, dialogue)) continue;
    if (isTalk && changers.has(intent) && (isOrdered(move) || isAskedAsOrder(intent, move))) return askedAlone(dialogue);
    const isInquiry = inquiries.has(intent) || askedIn(move) === 'get_opening_hours';
    return isInquiry ? withInquiry(move, dialogue) : move;
  }
  return isTalk ? askedOfDishes(dialogue) : undefined;
}

/** The order is changed, or asked about to be. */
function isOrdered(move: Move): boolean {
  if (move.kind === 'say') return move.memory.question?.kind === 'which_item' || move.memory.question?.kind === 'add_or_replace';
  return move.calls.some(({ tool }) => tool === 'add_to_order' || tool === 'change_order' || tool === 'cancel_pending_order');
}

/** What the reader of orders asks back of an order: "from which place?" */
function isAskedAsOrder(intent: Intent, move: Move): boolean {
  return intent === ordering && move.kind === 'say' && move.memory.list === undefined;
}

/** A search for words that name no food: "it to me so that i can confirm". */
function isSearchForTalk(move: Move, { catalogue }: Dialogue): boolean {
  if (move.kind !== 'call') return false;
  const [wanted] = move.calls.flatMap(({ tool, parameters: { item_name: name } }) => (tool === 'search_restaurants_by_item' && typeof name === 'string' ? [name] : []));
  return wanted !== undefined && wordsOf(wanted).some((word) => TALK.test(word)) && !wordsOf(wanted).some((word) => catalogue.isDishWord(word));
}

/** No food is called so. */
const TALK = /^(?:it|its|me|my|i|you|your|we|us|am|are|is|was|be|there|here|where|who|which|what|when|how|from|to|that|this|them|so|can|could|left|around|now|any|orders?|logged)$/;

/** What is asked for on top of a placed order is read like any order. */
function changesOfPlaced(dialogue: Dialogue): Promise<Move | undefined> {
  return placedChanges(dialogue, (piece) => Promise.resolve(ordering(piece)));
}

function withInquiry(move: Move, { text }: Dialogue): Move {
  return { ...move, memory: { inquiry: text, ...move.memory } };
}
