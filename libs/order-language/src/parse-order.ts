import { derive } from './grammar/derive';
import { withoutExplanations } from './grammar/explanations';
import { buildLattice } from './lattice/lattice';
import type { CompiledMenu } from './menu/compile-menu';
import type { ParsedOrder } from './parsed-order';
import { behindItems } from './options-ahead';
import { readItems, readOptions } from './read-derivation';
import { readTokens } from './read-tokens';
import { readRemarks, readUnknown } from './read-unknown';
import { suggest } from './suggest';

/**
 * The order that a sentence means on a menu. Takes any string, never throws, and answers empty lists where nothing was ordered;
 * only the first 4,000 characters are read.
 */
export function parseOrder(menu: CompiledMenu, text: string): ParsedOrder {
  const { tokens: said } = withoutExplanations(readTokens(menu, text), true);
  const lattice = buildLattice(menu, said);
  const moved = behindItems(lattice);
  const tokens = moved ?? said;
  const state = derive(menu, moved ? buildLattice(menu, moved) : lattice);
  return {
    items: readItems(menu, state, tokens),
    options: readOptions(menu, state.loose, tokens),
    unknown: readUnknown(state, tokens, text, (words) => suggest(menu, words)),
    remarks: readRemarks(state, tokens, text),
  };
}
