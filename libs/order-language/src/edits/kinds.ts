import { singular, stem } from '../text/word-forms';
import type { OrderLine } from '../parsed-order';
import type { Standing } from './standing';
import { remembered } from './remembered';
import { itemsOfLine } from './standing-line';

const LONGEST_KIND = 3;

/** Lines of one kind: where the words end that name it, and whether those are a plural. */
export interface Kind {
  readonly end: number;
  readonly lines: readonly number[];
}

/** The lines whose items, or the categories of these, have names that end in the words at a token: "burger", "fried rices", "drinks". */
export function kindAt({ menu, order, words, lattice }: Standing, at: number, limit: number): Kind | undefined {
  for (let length = Math.min(LONGEST_KIND, limit - at); length > 0; length -= 1) {
    if (lattice.tokens.slice(at + 1, at + length).some((token) => token.before !== 'none')) continue;
    const lines = linesByEnding(menu, order).get(words.slice(at, at + length).map(stem).join(' '));
    if (lines) return { end: at + length, lines };
  }
  return undefined;
}

/** The lines of an order by what the names of their items, or of the categories of these, end in. */
const linesByEnding = remembered((menu, order: readonly OrderLine[]): ReadonlyMap<string, readonly number[]> => {
  const lines = new Map<string, number[]>();
  order.forEach((line, k) => {
    for (const ending of endingsOf(menu, line)) {
      const known = lines.get(ending);
      if (known) known.push(k);
      else lines.set(ending, [k]);
    }
  });
  return lines;
});

const endingsOf = remembered((menu, line: OrderLine): readonly string[] => [
  ...new Set(itemsOfLine(menu, line).flatMap((item) => [...(menu.items[item]?.endings ?? []), ...(menu.categories[menu.items[item]?.category ?? -1]?.endings ?? [])])),
]);

/** How many a noun has to mean at least: as many as were told, a plural two unless the dish itself is called so, as fries are. */
export function leastMeant({ menu, order }: Standing, noun: string, lines: readonly number[], told: number): number {
  if (told > 0) return told;
  if (singular(noun) === noun) return 1;
  const isOwnName = (item: number): boolean => menu.items[item]?.words.at(-1) === noun;
  return lines.some((line) => order[line] !== undefined && itemsOfLine(menu, order[line]).some(isOwnName)) ? 1 : 2;
}

/** How many dishes lines have together. */
export function countOf({ order }: Standing, lines: readonly number[]): number {
  return lines.reduce((sum, line) => sum + (order[line]?.quantity ?? 0), 0);
}
