import type { Clause } from './clauses';
import { SINGLE_PRONOUNS } from './edit-words';
import { hasAny } from './options-said';
import { referenceAt } from './references';
import { positions, type Standing } from './standing';
import { choicesSaid } from './targets';

/**
 * The line that "that" means where what is asked for in the same breath tells: "make that large and drop the olives", where one line
 * alone has olives. The line spoken of last where nothing tells.
 */
export function focusOf(standing: Standing, clause: Clause, next: Clause | undefined): number {
  const { order, words, focus } = standing;
  const pointsAtOne = words.slice(clause.from, clause.to).some((word) => SINGLE_PRONOUNS.has(word));
  if (order.length < 2 || clause.verb !== 'change' || next?.verb !== 'remove' || !pointsAtOne || namesLine(standing, clause) || namesLine(standing, next)) return focus;
  const gone = choicesSaid(standing, positions(next.from, next.to));
  const [line, ...others] = order.flatMap((_, k) => (hasAny(standing, k, gone) ? [k] : []));
  return line === undefined || others.length > 0 ? focus : line;
}

function namesLine(standing: Standing, { from, to }: Clause): boolean {
  return positions(from, to).some((at) => {
    const reference = referenceAt(standing, at, to);
    return reference !== undefined && !reference.pronoun;
  });
}
