import type { Dialogue } from '../dialogue';
import { type Move, withNote } from '../move';
import { type PlacedPart, piecesOf } from '../orders/parts-by-place';
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
