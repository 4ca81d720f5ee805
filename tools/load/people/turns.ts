import type { ChatResponse, Quote } from '@foodie-express/contracts';
import type { Wish } from './wish';

/** What a person knows before the conversation: the wish, what it costs, and an account to be made. */
export interface Plan {
  readonly wish: Wish;
  /** Of the wish at first and in the end, as the API prices them. */
  readonly firstQuote: Quote;
  readonly quote: Quote;
  readonly username: string;
  readonly password: string;
}

/** One message of the conversation, and what must be true of the reply. */
export interface Turn {
  readonly name: string;
  readonly message: (plan: Plan) => string;
  /** The priced order that the reply must ask for; nothing may be pending where it is undefined. */
  readonly pending?: (plan: Plan) => Quote;
  /** Texts that the reply must hold. */
  readonly says: (plan: Plan) => readonly string[];
}

const hello: Turn = { name: 'hello', message: () => 'hello', says: () => [] };
const menu: Turn = { name: 'menu', message: ({ wish }) => `show me the menu of ${wish.dish.restaurant}`, says: ({ wish }) => [wish.dish.restaurant, wish.dish.name] };
const order: Turn = {
  name: 'order',
  message: ({ wish: { dish, firstQuantity } }) => `${firstQuantity} ${dish.name}${dish.optionWord === '' ? '' : `, ${dish.optionWord},`} from ${dish.restaurant}`,
  pending: ({ firstQuote }) => firstQuote,
  says: ({ wish }) => [wish.dish.restaurant],
};
const correct: Turn = { name: 'correct', message: ({ wish }) => `make it ${wish.quantity}`, pending: ({ quote }) => quote, says: ({ wish }) => [wish.dish.restaurant] };
const agreeTooEarly: Turn = { name: 'yes, no login', message: () => 'yes', pending: ({ quote }) => quote, says: () => ['log in'] };
const register: Turn = {
  name: 'register',
  message: ({ username, password }) => `register ${username} ${username}@example.com ${password}`,
  pending: ({ quote }) => quote,
  says: ({ username }) => [username],
};
const confirm: Turn = { name: 'confirm', message: () => 'yes please', says: ({ wish }) => ['Your order is placed', wish.dish.restaurant] };
const recount: Turn = { name: 'my orders', message: () => 'my orders', says: ({ wish }) => [wish.dish.restaurant, `${wish.quantity} × ${wish.dish.name}`] };
const hours: Turn = { name: 'hours', message: ({ wish }) => `is ${wish.dish.restaurant} open?`, says: ({ wish }) => [wish.dish.restaurant] };
const thanks: Turn = { name: 'thanks', message: () => 'thank you', says: () => [] };

/** In the order in which they are said. */
const whole: readonly Turn[] = [hello, menu, order, correct, agreeTooEarly, register, confirm, recount, hours, thanks];
/** What a shorter conversation leaves out, the first ones first. */
const dispensable: readonly Turn[] = [thanks, hello, hours, agreeTooEarly];
/** What a longer one goes on with, over and over. */
const repeatable: readonly Turn[] = [menu, recount, hours];

/** The least that holds an order, its correction and its confirmation. */
export const FEWEST_TURNS = whole.length - dispensable.length;

/** A conversation of so many turns: every one places one order. @param count at least FEWEST_TURNS */
export function conversationOf(count: number): Turn[] {
  const left = new Set(dispensable.slice(0, Math.max(0, whole.length - count)));
  const turns = whole.filter((turn) => !left.has(turn));
  const more = Array.from({ length: Math.max(0, count - turns.length) }, (_, index) => repeatable[index % repeatable.length] ?? menu);
  return [...turns, ...more];
}

/** What is wrong with a reply, in a sentence; undefined where it is as it should be. */
export function faultOf(turn: Turn, plan: Plan, reply: ChatResponse): string | undefined {
  const missing = turn.says(plan).find((text) => !reply.response.includes(text));
  if (missing !== undefined) return `does not say "${missing}"`;
  const foreign = foreignLine(plan, reply.response);
  if (foreign !== undefined) return `speaks of "${foreign}", which this person has not ordered`;
  return pendingFault(turn.pending?.(plan), reply.pending_order);
}

/** "3 × Dal Pakwan" where this person never wanted that. */
function foreignLine({ wish }: Plan, text: string): string | undefined {
  const own = [wish.firstQuantity, wish.quantity].map((quantity) => `${quantity} × ${wish.dish.name}`);
  return text.match(/\d+ × [^\n]*/g)?.find((line) => !own.some((start) => line.startsWith(start)));
}

function pendingFault(expected: Quote | undefined, pending: Quote | undefined): string | undefined {
  if (expected === undefined) return pending === undefined ? undefined : `still waits for a yes to ${inWords(pending)}`;
  if (pending === undefined) return `asks for no yes, where it should be to ${inWords(expected)}`;
  return inWords(pending) === inWords(expected) ? undefined : `waits for a yes to ${inWords(pending)}, where it should be ${inWords(expected)}`;
}

/** An order in one line: equal orders, equal words. */
export function inWords({ restaurant_name, lines, total_price }: Pick<Quote, 'restaurant_name' | 'lines' | 'total_price'>): string {
  const dishes = lines.map(({ item_name, quantity, options }) => [`${quantity} x ${item_name}`, ...options.map(({ name }) => name)].join(', '));
  return `${dishes.join(' + ')} from ${restaurant_name} for ${total_price}`;
}
