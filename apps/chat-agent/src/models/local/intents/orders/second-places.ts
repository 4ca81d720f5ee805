import type { Dialogue } from '../../dialogue';
import { money } from '../../../../conversation/order-summary';
import { type Move, say, withNote } from '../../move';
import { type PlacedPart, piecesOf } from '../../orders/parts-by-place';
import { bestReadings, isOrder, isSomething, orderFrom, readAt, spokenOf } from './ordering';

/** One order is from one restaurant: the first of them now, the next when that is placed. Undefined where one of them sells nothing of it. */
export async function firstOf(dialogue: Dialogue, parts: readonly PlacedPart[]): Promise<Move | undefined> {
  const readings = await Promise.all(parts.map(({ restaurant, text }) => readAt(dialogue, restaurant, dialogue.catalogue.mentionIn(text)?.rest ?? text)));
  const [first, next] = parts;
  const [reading] = readings;
  if (first === undefined || next === undefined || reading === undefined || !readings.every(isSomething)) return undefined;
  const order = orderFrom(dialogue, reading, first.text);
  if (order === undefined) return undefined;
  const later = parts.slice(1).map(({ restaurant }) => restaurant).join(' and then ');
  const rest = parts.slice(1).map(({ text }) => text).join(' and ');
  const noted = withNote(order, `One order is from one restaurant: ${first.restaurant} first, then ${later}.`);
  return { ...noted, memory: { ...noted.memory, next: { text: rest, restaurant: next.restaurant } } };
}

/** "2 idli and a cold coffee", where no one place has both: what each of them has of it, where that is clear. */
export async function partsBySeller(dialogue: Dialogue): Promise<PlacedPart[]> {
  const { text, catalogue, facts } = dialogue;
  const pieces = piecesOf(text);
  if (facts.order !== undefined || pieces.length < 2 || pieces.length > 8 || !isOrder(text)) return [];
  const whole = await bestReadings(dialogue, text);
  if (whole.some(({ unknown, lines, unclear }) => unknown.length === 0 && lines.length + unclear.length > 1)) return [];
  const known = spokenOf(dialogue)[0];
  const parts: { restaurant: string; pieces: string[] }[] = [];
  let waiting: string[] = [];
  for (const piece of pieces) {
    const sellers = [...new Set(catalogue.dishesCalled(catalogue.dishIn(piece)).map(({ restaurant }) => restaurant.name))];
    // What nobody sells, and what is said of a dish, stays with the dish before it.
    if (sellers.length === 0) {
      (parts.at(-1)?.pieces ?? waiting).push(piece);
      continue;
    }
    const part = parts.find(({ restaurant }) => sellers.includes(restaurant));
    const restaurant = part?.restaurant ?? (known !== undefined && sellers.includes(known) ? known : sellers[0]);
    if (restaurant === undefined || (sellers.length > 1 && part === undefined && restaurant !== known)) return [];
    if (part === undefined) parts.push({ restaurant, pieces: [...waiting, piece] });
    else part.pieces.push(...waiting, piece);
    waiting = [];
  }
  return parts.length < 2 ? [] : parts.map(({ restaurant, pieces: own }) => ({ restaurant, text: `${own.join(' and ')} from ${restaurant.toLowerCase()}` }));
}

/** "Mum wants a thali, dad a dosa and I a pizza", which no one place has: who has what, and with which to start. Undefined where one has all of it. */
export function placesOfPieces({ text, catalogue, facts }: Dialogue): Move | undefined {
  const pieces = piecesOf(text).flatMap((piece) => {
    const dishes = catalogue.dishesCalled(catalogue.dishIn(piece));
    return dishes.length === 0 ? [] : [{ piece, dishes }];
  });
  const [first] = pieces;
  const hasAll = (name: string) => pieces.every(({ dishes }) => dishes.some(({ restaurant }) => restaurant.name === name));
  if (facts.order !== undefined || first === undefined || pieces.length < 2 || first.dishes.some(({ restaurant }) => hasAll(restaurant.name))) return undefined;
  const all = pieces.flatMap(({ dishes }) => dishes);
  const restaurants = [...new Set(all.map(({ restaurant }) => restaurant))];
  const listed = restaurants.slice(0, MAX_PLACES).map((restaurant, index) => `${String(index + 1)}. ${restaurant.name}: ${[...new Set(all.filter((dish) => dish.restaurant === restaurant).map(({ item }) => `${item.item_name} ${money(item.price, restaurant.currency)}`))].slice(0, MAX_DISHES).join(', ')}`);
  const names = restaurants.slice(0, MAX_PLACES).map(({ name }) => name);
  return say(`One order is from one restaurant, and no one place has all of that:\n${listed.join('\n')}\nWith which one shall I start?`, names.slice(0, 4), { question: { kind: 'which_restaurant', text: pieces.map(({ piece }) => piece).join(', '), restaurants: names }, list: { kind: 'restaurants', names } });
}

const MAX_PLACES = 6;
const MAX_DISHES = 3;

/** Of what several places were asked for, the pieces that this one sells: what it has not is no fault of the order. */
export function piecesAt(wanted: string, place: string, catalogue: Dialogue['catalogue']): string {
  const pieces = piecesOf(wanted);
  const sold = pieces.filter((piece) => catalogue.dishesCalled(catalogue.dishIn(piece)).some(({ restaurant }) => restaurant.name === place));
  return sold.length === 0 ? wanted : sold.join(', ');
}
