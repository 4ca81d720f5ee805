import { besideOrder } from './beside-order';
import type { Dialogue, Intent } from './dialogue';
import { aboutDishes } from './intents/about-dishes';
import { account, nameAlone } from './intents/account';
import { advice } from './intents/advice';
import { affording } from './intents/affording';
import { allergies } from './intents/allergies';
import { answers } from './intents/answers';
import { askedAlone, askedOfDishes } from './intents/asked-alone';
import { availability } from './intents/availability';
import { cancelling } from './intents/cancelling';
import { changing } from './intents/changing';
import { clearing } from './intents/clearing';
import { choices } from './intents/choices';
import { bothPlaces } from './intents/both-places';
import { bestRated, comparing } from './intents/comparing';
import { comparingPlaces } from './intents/comparing-places';
import { complaints } from './intents/complaints';
import { confirmation } from './intents/confirmation';
import { counting } from './intents/counting';
import { claims } from './intents/claims';
import { differences } from './intents/differences';
import { dishContents } from './intents/dish-contents';
import { dishFacts } from './intents/dish-facts';
import { dishQuestions } from './intents/dish-questions';
import { discovery, restaurantAlone, restaurantFromList } from './intents/discovery';
import { dropping, refusing, startingAnew, withoutDropping } from './intents/dropping';
import { finding } from './intents/finding';
import { followUp } from './intents/follow-up';
import { gist } from './intents/gist';
import { elsewhere } from './intents/elsewhere';
import { hours } from './intents/hours';
import { kitchenWords } from './intents/kitchen-words';
import { limits } from './intents/limits';
import { moving } from './intents/moving';
import { ordering, orderFromList } from './intents/ordering';
import { overBudget } from './intents/over-budget';
import { otherLanguages } from './intents/other-languages';
import { pastOrders } from './intents/past-orders';
import { places } from './intents/places';
import { placedChanges } from './intents/placed-changes';
import { price, priceOfWanted } from './intents/prices';
import { priceIfChanged } from './intents/prices-if';
import { ratings } from './intents/ratings';
import { restating } from './intents/restating';
import { keeping, restoring, undoing, withBefore } from './intents/restoring';
import { reviews, writtenReview } from './intents/reviews';
import { setting } from './intents/setting';
import { kindsAt } from './intents/kinds-at';
import { sides } from './intents/sides';
import { sharing, withinTotal } from './intents/sharing';
import { similar } from './intents/similar';
import { service } from './intents/service';
import { notUnderstood, smallTalk } from './intents/small-talk';
import { tellingApart } from './intents/telling-apart';
import { taking } from './intents/taking';
import { timing } from './intents/timing';
import { whoseLine } from './intents/whose-line';
import { taxes } from './intents/taxes';
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
