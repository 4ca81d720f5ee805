import type { Restaurant } from '@foodie-express/contracts';
import { money } from '../../../conversation/order-summary';
import type { RequestedLine } from '../dialogue-memory';
import { estimate, type EstimatedLine, groupsOf } from '../orders/estimate';
import { type Move, say } from '../move';

type Choice = Restaurant['option_groups'][number]['choices'][number];

export interface Priced {
  readonly restaurant: Restaurant;
  readonly lines: readonly RequestedLine[];
}

/** What lines would cost at one place, or at each of several; nothing is ordered by it. */
export function sayEstimates(priced: readonly Priced[], wanted: string): Move {
  const [only, ...others] = priced;
  if (only === undefined) return say('How much is what? Name a dish or a restaurant.', ['Show restaurants']);
  if (others.length === 0) return sayEstimate(only);
  const names = priced.map(({ restaurant }) => restaurant.name);
  const listed = priced.map(({ restaurant, lines }, index) => `${index + 1}. ${restaurant.name}: ${estimate(restaurant, lines).lines.map((line) => lineText(restaurant, line)).join('; ')}, ${totalText(restaurant, lines)}`);
  const isSame = priced.every(({ lines }) => lines.map(({ item_name }) => item_name).join() === only.lines.map(({ item_name }) => item_name).join());
  if (!isSame) return say(`No one place has all of it, and one order is from one restaurant:\n${listed.join('\n')}\nWhich of them first? Say for example: ${wantedAt(only)}`, priced.map(wantedAt), { list: { kind: 'restaurants', names } });
  return say(`${listed.join('\n')}\nFrom which one would you like it?`, names.slice(0, 4), { question: { kind: 'which_restaurant', text: wanted, restaurants: names }, list: { kind: 'restaurants', names } });
}

/** "2 Can of Coke from Kebabalab". */
function wantedAt({ restaurant, lines }: Priced): string {
  return `${lines.map(({ quantity, item_name }) => `${String(quantity)} ${item_name}`).join(' and ')} from ${restaurant.name}`;
}

function sayEstimate(priced: Priced): Move {
  const { restaurant, lines } = priced;
  return say(`${estimateText(priced)}\nShall I order it? (yes / no)`, ['Yes', 'No'], {
    restaurant: restaurant.name,
    dish: lines.at(-1)?.item_name.toLowerCase(),
    asked: 'price',
    question: { kind: 'order_that', restaurant: restaurant.name, lines: [...lines] },
    ...(lines.length > 1 && { list: { kind: 'dishes', names: lines.map(({ item_name: name }) => `${name} from ${restaurant.name}`) } }),
  });
}

/** Each line with its choices and its price, the sum, and what is still to choose. */
export function estimateText({ restaurant, lines }: Priced): string {
  const { lines: estimated } = estimate(restaurant, lines);
  const [first] = estimated;
  const told = estimated.length === 1 && first !== undefined
    ? [`${lineText(restaurant, first)} at ${restaurant.name}: ${totalText(restaurant, lines)}.`]
    : [`At ${restaurant.name}:`, ...estimated.map((line) => `${lineText(restaurant, line)}: ${money(line.total, restaurant.currency)}`), `Together: ${totalText(restaurant, lines)}.`];
  const open = [...new Set(estimated.flatMap((line) => line.open))].map(({ name, choices }) => `${name.toLowerCase()} (${choices.map((choice) => choiceText(choice, restaurant.currency)).join(', ')})`);
  const stillOpen = open.length === 0 ? [] : [`Still to choose: ${open.join('; ')}.`];
  return [...told, ...stillOpen].join('\n');
}

/** "₹330, with 5% GST ₹346.50". */
function totalText(restaurant: Restaurant, lines: readonly RequestedLine[]): string {
  const { subtotal, total } = estimate(restaurant, lines);
  const { currency, tax } = restaurant;
  if (tax === undefined) return money(subtotal, currency);
  return tax.included_in_prices ? `${money(subtotal, currency)}, ${tax.name} included` : `${money(subtotal, currency)}, with ${taxText(tax)} ${money(total, currency)}`;
}

/** "5% GST". */
export function taxText({ name, rate }: NonNullable<Restaurant['tax']>): string {
  return `${String(Math.round(rate * 10_000) / 100)}% ${name}`;
}

/** "2 × Margherita Pizza (Large +₹120, Olives +₹30)". */
function lineText(restaurant: Restaurant, { line, options }: EstimatedLine): string {
  const item = restaurant.items.find(({ item_name }) => item_name === line.item_name);
  const choices = item === undefined ? [] : groupsOf(restaurant, item).flatMap((group) => group.choices);
  const told = options.map((name) => {
    const choice = choices.find((each) => each.name === name);
    return choice === undefined ? name : choiceText(choice, restaurant.currency);
  });
  const refused = (line.options ?? []).flatMap(({ choice, negated }) => (negated === true ? choices.filter(({ id }) => id === choice).map(({ name }) => `no ${name}`) : []));
  const extras = [...told, ...refused, ...(line.notes === undefined ? [] : [`note: ${line.notes}`])];
  return `${String(line.quantity)} × ${line.item_name}${extras.length === 0 ? '' : ` (${extras.join(', ')})`}`;
}

/** "Large +₹120". */
export function choiceText({ name, price = 0 }: Choice, currency: string): string {
  return price === 0 ? name : `${name} ${price > 0 ? '+' : '-'}${money(Math.abs(price), currency)}`;
}
