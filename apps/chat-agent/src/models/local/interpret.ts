import type { Dialogue, Intent } from './dialogue';
import { account } from './intents/account';
import { advice } from './intents/advice';
import { answers } from './intents/answers';
import { changing } from './intents/changing';
import { confirmation } from './intents/confirmation';
import { discovery, restaurantAlone, restaurantFromList } from './intents/discovery';
import { ordering, orderFromList } from './intents/ordering';
import { pastOrders } from './intents/past-orders';
import { reviews } from './intents/reviews';
import { service } from './intents/service';
import { notUnderstood, smallTalk } from './intents/small-talk';
import type { Move } from './move';

/**
 * In this order: what was asked is answered first; yes and no mean the order that was shown; then what has words of its own;
 * and whatever names food is an order.
 */
const intents: readonly Intent[] = [
  answers,
  confirmation,
  account,
  pastOrders,
  smallTalk,
  service,
  reviews,
  restaurantFromList,
  orderFromList,
  advice,
  discovery,
  restaurantAlone,
  changing,
  ordering,
];

/** What to do about a person's message. */
export async function interpret(dialogue: Dialogue): Promise<Move> {
  // A message of emoji alone has no words to read, and may be a thumb up.
  if (dialogue.text === '') return confirmation(dialogue) ?? notUnderstood(dialogue);
  for (const intent of intents) {
    const move = await intent(dialogue);
    if (move !== undefined) return move;
  }
  return notUnderstood(dialogue);
}
