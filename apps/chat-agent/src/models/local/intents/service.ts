import type { Dialogue } from '../dialogue';
import { restaurantSpokenOf } from '../dialogue';
import { type Move, say } from '../move';

const PAYMENT = /\b(?:pay|payment|payments|paying|upi|gpay|paytm|credit card|debit card|by card|cash|cod|wallet)\b/;
const DELIVERY = /\b(?:do (?:you|they|u) (?:do )?(?:home )?deliver(?:y)?|home delivery|delivery (?:charges?|fees?|area|available)|can (?:you|they) deliver|deliver to|does (?:it|.{3,40}) deliver)\b/;
const DURATION = /\b(?:how (?:long|much time|soon|fast|quick(?:ly)?)|when will (?:it|my|the)|delivery time|eta|kitna time|kitni der)\b/;
const COMPLAINT = /\b(?:refund|money back|complain(?:t)?|wrong order|missing item|cold food|never (?:came|arrived)|manager|human|real person|customer (?:care|service|support)|call (?:me|centre|center)|phone number|contact)\b/;

/** Questions about the service that menus do not answer: what is known is said, and what is not is not made up. */
export function service(dialogue: Dialogue): Move | undefined {
  const { text } = dialogue;
  if (PAYMENT.test(text)) return say('I take no payments and never ask for card details: you pay the restaurant. What would you like to eat?', ['Show restaurants']);
  if (COMPLAINT.test(text)) return say('I am sorry! I cannot call anybody or give money back; please speak to the restaurant with your order number. "my orders" shows it, and an order that is not being prepared yet can be cancelled: "cancel my last order".', ['My orders']);
  if (DELIVERY.test(text)) return delivery(dialogue);
  return DURATION.test(text) ? say('I cannot promise a time: it depends on the kitchen. "Where is my order" tells how far an order is. Shall I show what is open now?', ['What is open now', 'Where is my order']) : undefined;
}

function delivery(dialogue: Dialogue): Move {
  const restaurant = dialogue.catalogue.find(restaurantSpokenOf(dialogue));
  if (restaurant !== undefined) return say(`${restaurant.name} ${restaurant.delivers ? 'delivers' : 'does not deliver: you pick your order up'}. Would you like to see its menu?`, [`Menu of ${restaurant.name}`], { restaurant: restaurant.name });
  const without = dialogue.catalogue.restaurants.filter(({ delivers }) => !delivers).map(({ name }) => name);
  const exception = without.length === 0 ? '' : `, but ${without.join(' and ')} ${without.length === 1 ? 'does' : 'do'} not: you pick up there`;
  return say(`Our restaurants deliver${exception}. What would you like?`, ['Show restaurants']);
}
