import { PLAIN_NAME_COST, type Edge, type Lattice } from './lattice/lattice';
import type { Token } from './text/tokenize';

/** So many words may say what is wanted of all, before any of it is named. */
const MAX_AHEAD = 10;
/** A name that costs less is one, with a slip or two. */
const MISSPELLED_COST = 2;

/**
 * "Everything mild please, a curry and a stew", "olives on both: a pizza and a calzone", "the large one please, one calzone": the sentence
 * with what is said of all, or of "the one", moved behind what it is said of, where the grammar looks for it. Undefined where nothing
 * is said so.
 */
export function behindItems({ tokens, edges }: Lattice): Token[] | undefined {
  const end = tokens.findIndex(({ before }, at) => at > 0 && before !== 'none');
  if (end < 2 || end > MAX_AHEAD) return undefined;
  const ahead = edges.slice(0, end);
  const saysAll = ahead.some((here, at) => tokens[at]?.word === 'everything' || here.some((edge) => edge.kind === 'cue' && (edge.cue.kind === 'shared' || edge.cue.kind === 'sharedBack')));
  const isOfOne = saysOne(tokens.slice(0, end));
  if (!(saysAll || isOfOne) || !ahead.some((here) => here.some(isChoice)) || itemsNamed(edges, 0, end) > 0) return undefined;
  const named = itemsNamed(edges, end, tokens.length, isOfOne ? MISSPELLED_COST : PLAIN_NAME_COST);
  if (named === 0 || (isOfOne && named > 1)) return undefined;
  const [first, ...rest] = tokens.slice(end);
  const said = tokens.slice(isOfOne ? 1 : 0, end).filter(({ word }) => !isOfOne || word !== '1').map((token, at): Token => (at === 0 ? { ...token, before: 'comma' } : token));
  return first && [{ ...first, before: 'none' }, ...rest, ...said.map((token): Token => (token.word === 'everything' && !isAttached(tokens, token) ? { ...token, word: 'all' } : token))];
}

/** "The large one": how the only thing that follows is to be. */
function saysOne(ahead: readonly Token[]): boolean {
  return ahead[0]?.word === 'the' && ahead.slice(2).some(({ word }) => word === '1');
}

/** "On everything" is known as it is. */
function isAttached(tokens: readonly Token[], token: Token): boolean {
  return /^(?:on|in|for|to)$/.test(tokens[tokens.indexOf(token) - 1]?.word ?? '');
}

function isChoice(edge: Edge): boolean {
  return edge.kind === 'choice' && (edge.readings[0]?.cost ?? Infinity) < PLAIN_NAME_COST;
}

/** At how many places an item is named. */
function itemsNamed(edges: Lattice['edges'], from: number, to: number, most = PLAIN_NAME_COST): number {
  return edges.slice(from, to).filter((here) => here.some((edge) => edge.kind === 'item' && edge.gap < 0 && edge.cost < most) && !here.some(isChoice)).length;
}
