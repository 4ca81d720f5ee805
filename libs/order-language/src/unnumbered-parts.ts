import type { Edge, Lattice } from './lattice/lattice';
import type { CompiledMenu } from './menu/compile-menu';
import type { Token } from './text/tokenize';
import { isNumber } from './text/word-forms';

/** Nobody tells more of one dish apart in one breath; it bounds the work. */
const MOST = 10;
const PLAIN_NAME_COST = 0.3;

/**
 * "Three kebabs: small chicken, large lamb, large mixed": the sentence with a "one" before each part, where there are as many parts as
 * were counted, and each begins with a choice of which a dish has one. Undefined where it is not told so.
 */
export function partsNumbered(menu: CompiledMenu, { tokens, edges }: Lattice): Token[] | undefined {
  const begin = tokens.findIndex(({ before }, at) => at > 0 && before !== 'none');
  const count = countIn(tokens.slice(0, Math.max(0, begin)));
  if (begin < 2 || count === undefined || itemsNamed(edges, 0, begin) !== 1) return undefined;
  const starts = tokens.flatMap((token, at) => (at >= begin && (token.before !== 'none' || tokens[at - 1]?.word === 'and') ? [at] : [])).filter((at) => tokens[at]?.word !== 'and');
  const [first] = starts;
  const groups = first === undefined ? [] : exclusiveAt(menu, edges[first]);
  const parts = starts.slice(0, count);
  const isPart = (at: number): boolean => groups.some((group) => exclusiveAt(menu, edges[at]).includes(group));
  const end = starts[count] ?? tokens.length;
  if (parts.length !== count || !parts.every(isPart) || itemsNamed(edges, begin, end) > 0 || tokens.slice(begin, end).some(({ word }) => isNumber(word))) return undefined;
  return tokens.flatMap((token, at): Token[] => (parts.includes(at) ? [{ word: '1', start: token.start, end: token.start, before: token.before === 'none' ? 'none' : 'comma' }, { ...token, before: 'none' }] : [token]));
}

/** The only number that is said. */
function countIn(tokens: readonly Token[]): number | undefined {
  const [only, ...others] = tokens.filter(({ word }) => isNumber(word)).map(({ word }) => Number(word));
  return only !== undefined && others.length === 0 && Number.isInteger(only) && only > 1 && only <= MOST ? only : undefined;
}

/** The groups that take one choice of which one begins at a token. */
function exclusiveAt(menu: CompiledMenu, here: readonly Edge[] = []): number[] {
  return here.flatMap((edge) => (edge.kind === 'choice' ? edge.readings.filter(({ group, cost }) => cost < PLAIN_NAME_COST && menu.groups[group]?.exclusive === true).map(({ group }) => group) : []));
}

function itemsNamed(edges: Lattice['edges'], from: number, to: number): number {
  return edges.slice(from, to).filter((here) => here.some((edge) => edge.kind === 'item' && edge.gap < 0 && edge.cost < PLAIN_NAME_COST) && !here.some((edge) => edge.kind === 'choice')).length;
}
