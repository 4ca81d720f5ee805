import { answerAlone } from './wording/answer-alone';
import { besideOrder } from './beside-order';
import { type Dialogue, dialogueOf } from './dialogue';
import { unknownRestaurant } from './intents/restaurants/discovery';
import { interpret } from './interpret';
import { type Move, say, withNote } from './move';
import { sayAccount, sayAccountProblem, sayProfile } from './wording/account';
import { sayMenu, sayOpeningHours, sayRestaurants, saySellers } from './wording/discovery';
import { sayAddedReview, sayRecommendations, sayReviews, sayReviewStats } from './wording/reviews';
import { continueOrder, sayAllCancelled, sayCancelled, sayOrder, sayOrderProblem, sayOrderStatus, sayPastOrders, sayPlaced, sayPlacedCancelled, sayPrepared } from './wording/orders';
import type { ToolOutcome } from './wording/tool-outcome';

type Wording = (outcome: ToolOutcome, dialogue: Dialogue) => Move;

/** What is said, or done next, when a tool has succeeded. */
const wordings: Readonly<Record<string, Wording>> = {
  get_all_restaurants: sayRestaurants,
  search_restaurants_by_cuisine: sayRestaurants,
  get_restaurant_by_name: sayRestaurants,
  search_restaurants_by_item: saySellers,
  get_menu: sayMenu,
  get_opening_hours: sayOpeningHours,
  add_to_order: continueOrder,
  change_order: continueOrder,
  show_order: sayOrder,
  prepare_order_for_confirmation: sayPrepared,
  place_order: sayPlaced,
  cancel_pending_order: sayCancelled,
  get_user_orders: sayPastOrders,
  get_order_status: sayOrderStatus,
  cancel_order: sayPlacedCancelled,
  repeat_last_order: continueOrder,
  add_review: sayAddedReview,
  get_reviews: sayReviews,
  get_my_reviews: sayReviews,
  get_review_stats: sayReviewStats,
  recommend: sayRecommendations,
  get_profile: sayProfile,
  logout_user: () => say('You are logged out. Say "login NAME PASSWORD" to come back.', ['Show restaurants']),
  login_user: sayAccount,
  register_user: sayAccount,
};

/** Failures whose message speaks of tools and their arguments. */
const FOR_MODELS: ReadonlySet<string> = new Set(['invalid_arguments', 'unknown_tool', 'too_many_calls']);

/** The next move after tools ran: the local model calls one at a time, and takes over from others who may call several. */
export async function respond(outcomes: readonly ToolOutcome[], dialogue: Dialogue): Promise<Move> {
  const outcome = outcomes.find(({ error }) => error !== undefined) ?? outcomes.at(-1);
  if (outcome === undefined) return say('Something went missing on the way. Could you say that again?');
  const { note, rest } = dialogue.memory;
  const isOfSeveral = outcomes.length > 1 && outcomes.every(({ tool }) => tool === 'cancel_order' || tool === 'cancel_pending_order');
  if (isOfSeveral) return withNote(sayAllCancelled(outcomes), note);
  const move = outcome.error === undefined ? succeeded(outcome, dialogue) : failed(outcome, dialogue);
  // What was to take the place of an order that could not be cancelled would stand beside it.
  if (rest !== undefined && !(outcome.tool === 'cancel_order' && outcome.error !== undefined)) return goOn(withNote(move, note), dialogue, rest, outcome);
  const told = withNote(outcome.error === undefined ? besideOrder(move, dialogue) : move, note);
  return told.kind === 'call' ? told : { ...told, memory: { ...told.memory, note: undefined, rest: undefined } };
}

/** Reads what else the message said, behind what came of the part before it. */
async function goOn(done: Move, { facts, memory, catalogue }: Dialogue, rest: string, { tool, parameters }: ToolOutcome): Promise<Move> {
  const next = await interpret(dialogueOf(rest, { facts, catalogue, memory: { ...memory, ...done.memory, rest: undefined, note: undefined, question: undefined } }));
  // What is looked up once more is told once.
  const isToldAgain = next.kind === 'call' && next.calls.some((made) => made.tool === tool && JSON.stringify(made.parameters) === JSON.stringify(parameters));
  const said = done.kind === 'say' ? done.text : done.memory.note;
  const move = withNote(next, said === undefined || isToldAgain ? undefined : answerAlone(said));
  return { ...move, memory: { ...done.memory, question: undefined, note: undefined, ...move.memory, rest: move.kind === 'call' && move.memory.rest !== rest ? move.memory.rest : undefined } };
}

function succeeded(outcome: ToolOutcome, dialogue: Dialogue): Move {
  const wording = Object.hasOwn(wordings, outcome.tool) ? wordings[outcome.tool] : undefined;
  return wording?.(outcome, dialogue) ?? say('Done. What would you like next?');
}

function failed(outcome: ToolOutcome, dialogue: Dialogue): Move {
  const move = sayOrderProblem(outcome, dialogue) ?? sayAccountProblem(outcome, dialogue);
  if (move !== undefined) return move;
  const named = typeof outcome.parameters === 'object' && outcome.parameters !== null && 'restaurant_name' in outcome.parameters ? outcome.parameters.restaurant_name : undefined;
  if (outcome.error?.code === 'not_found' && typeof named === 'string') return unknownRestaurant(dialogue, named);
  if (outcome.error !== undefined && FOR_MODELS.has(outcome.error.code)) return say('Sorry, I got that wrong. Could you say it another way?');
  return say(`${sentence(outcome.error?.message ?? 'Sorry, that did not work')} What would you like to do next?`, ['Show restaurants', 'My orders']);
}

/** Ended by a full stop, where it has no end of its own. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
