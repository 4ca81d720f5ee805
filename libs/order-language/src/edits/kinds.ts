import { singular, stem } from '../text/word-forms';
import type { Standing } from './standing';
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
    const ending = words.slice(at, at + length).map(stem).join(' ');
    const ofKind = (item: number): boolean => {
      const { endings, category } = menu.items[item] ?? {};
      return (endings?.has(ending) ?? false) || (menu.categories[category ?? -1]?.endings.has(ending) ?? false);
    };
    const lines = order.flatMap((line, k) => (itemsOfLine(menu, line).some(ofKind) ? [k] : []));
    if (lines.length > 0) return { end: at + length, lines };
  }
  return undefined;
}

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
