import type { Menu } from '@foodie-express/contracts';
import type { RequestedLine } from '../dialogue-memory';
import { PartReader } from './part-reader';
import { clausesOf, type PartCount, partStart } from './part-words';

/** What a text without parts orders. */
export interface Simple {
  readonly lines: readonly RequestedLine[];
  /** Nothing else is in it: no word that is not understood, and no dish that is unclear. */
  readonly isClear: boolean;
}

export interface ToldApart {
  /** The text without what was said of the parts. */
  readonly rest: string;
  /** Its lines, with their parts. */
  readonly parted: (lines: readonly RequestedLine[]) => readonly RequestedLine[] | undefined;
}

/** So many of a dish of the order, as they are said to be; with nothing told of them, they are as the dish comes. */
export interface PartOfStanding {
  readonly dish: string;
  readonly count: PartCount;
  readonly said: RequestedLine | undefined;
}

/** Nobody tells more apart in one breath; it bounds the work. */
const MAX_CLAUSES = 30;

/**
 * "3 pani puri and 2 dabeli, one pani puri extra spicy", "two pav bhaji, one for dad without onion": what is said of some of those that
 * were counted before is of those, and orders no more of them. Undefined where nothing is told apart so.
 * @param read reads what a text orders by itself
 */
export function toldApart(menu: Menu, text: string, read: (text: string) => Simple): ToldApart | undefined {
  const clauses = clausesOf(text);
  if (clauses.length < 2 || clauses.length > MAX_CLAUSES || !clauses.slice(1).some((clause) => partStart(clause) !== undefined)) return undefined;
  const reader = new PartReader(menu, read);
  for (const clause of clauses) reader.take(clause);
  return reader.result();
}

/**
 * "One mild and one regular", "only mum's without onion": the same of the lines of an order, of which the last is spoken of where none is
 * named. Undefined where nothing is told apart; `rest` is what the text says besides.
 * @param standing a line for each dish
 */
export function toldOfStanding(menu: Menu, text: string, standing: readonly RequestedLine[], read: (text: string) => Simple): { readonly parts: readonly PartOfStanding[]; readonly rest: string } | undefined {
  const clauses = clausesOf(text);
  if (clauses.length > MAX_CLAUSES || !clauses.some((clause) => partStart(clause) !== undefined)) return undefined;
  const reader = new PartReader(menu, read, standing);
  for (const clause of clauses) reader.take(clause);
  return reader.ofStanding();
}
