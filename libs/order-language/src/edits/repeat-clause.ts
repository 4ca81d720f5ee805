import type { Clause } from './clauses';
import type { OrderEdit } from './order-edit';
import { readWith } from './line-changes';
import { referenceAt } from './references';
import type { Standing } from './standing';
import { itemOf } from './standing-line';
import { affordable } from './targets';

/** "Same again", "same again but without ice": every line, or the one that is named, once more, changed as the words say. */
export function repeatEdits(standing: Standing, clause: Clause, text: string): OrderEdit[] {
  const { order, lattice } = standing;
  const span = { start: lattice.tokens[clause.start]?.start ?? 0, end: lattice.tokens[clause.to - 1]?.end ?? 0 };
  const named = [...standing.words.keys()].slice(clause.from, clause.to).map((at) => referenceAt(standing, at, clause.to)).find((found) => found !== undefined && !found.pronoun);
  const tokens = lattice.tokens.slice(clause.from, clause.to).filter((_, at) => named === undefined || clause.from + at < named.start || clause.from + at >= named.end);
  const lines = named === undefined ? order.map((_, line) => line) : named.lines.slice(-1);
  return affordable(lines, tokens.length).flatMap((at) => {
    const line = order[at];
    if (!line) return [];
    const [changed] = tokens.length === 0 ? [] : readWith(standing, tokens, line, 1, text).parts;
    return [{ operation: 'add', item: itemOf(changed ?? line, span) }];
  });
}

/** "Double it", "double everything". */
export function doubleEdits(standing: Standing, clause: Clause): OrderEdit[] {
  const { order, words, focus } = standing;
  const reference = [...words.keys()].slice(clause.start + 1, clause.to).map((at) => referenceAt(standing, at, clause.to)).find((found) => found !== undefined);
  const everything = words.slice(clause.start, clause.to).some((word) => word === 'everything' || word === 'order' || word === 'all');
  const lines = everything ? order.map((_, line) => line) : (reference?.lines ?? [focus]);
  return lines.flatMap((line) => {
    const quantity = order[line]?.quantity;
    return quantity === undefined ? [] : [{ operation: 'set_quantity' as const, line, quantity: 2 * quantity }];
  });
}
