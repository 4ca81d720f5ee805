import { derive } from './grammar/derive';
import { withoutExplanations } from './grammar/explanations';
import { buildLattice } from './lattice/lattice';
import type { CompiledMenu } from './menu/compile-menu';
import type { ParsedItem, ParsedOrder } from './parsed-order';
import { behindItems } from './options-ahead';
import { readItems, readOptions } from './read-derivation';
import { readTokens } from './read-tokens';
import { readRemarks, readUnknown } from './read-unknown';
import { resultIn } from './results';
import { suggest } from './suggest';
import type { Token } from './text/tokenize';

/** Nobody says more often in one order what it comes to; it bounds the work. */
const MAX_RESULTS = 3;

/**
 * The order that a sentence means on a menu. Takes any string, never throws, and answers empty lists where nothing was ordered;
 * only the first 4,000 characters are read.
 */
export function parseOrder(menu: CompiledMenu, text: string): ParsedOrder {
  return withResults(menu, withoutExplanations(readTokens(menu, text), true).tokens, text, 0, MAX_RESULTS);
}

/** "Two samosas and one for my wife, so that makes three": what an order comes to asks for nothing more, but its number holds. */
function withResults(menu: CompiledMenu, tokens: readonly Token[], text: string, from: number, most: number): ParsedOrder {
  const result = most > 0 ? resultIn(tokens, from) : undefined;
  if (!result) return read(menu, tokens, text);
  const behind = tokens.slice(result.to);
  const others = [...tokens.slice(0, result.from), ...behind.map((token, k): Token => (k === 0 && token.before === 'none' ? { ...token, before: 'comma' } : token))];
  const told = result.bare ? [] : read(menu, tokens.slice(result.number, result.to), text).items;
  const order = withResults(menu, others, text, result.from, most - 1);
  const start = tokens[result.from]?.start ?? 0;
  const before = order.items.filter((item) => item.span.start < start);
  if (before.length === 0 || (!result.bare && !told.some((item) => isNamed(before, item)))) return read(menu, tokens, text);
  return { ...order, items: result.bare ? counted(order.items, before, Number(tokens[result.number]?.word)) : told.reduce(restated, order.items) };
}

/** The number is that of the only line before it. */
function counted(items: readonly ParsedItem[], before: readonly ParsedItem[], quantity: number): readonly ParsedItem[] {
  const [only, ...others] = before;
  return others.length > 0 ? items : items.map((item) => (item === only ? { ...item, quantity } : item));
}

/** The line of a dish is what is said of it; a dish that was not ordered comes. */
function restated(items: readonly ParsedItem[], told: ParsedItem): readonly ParsedItem[] {
  const [only, ...others] = items.filter((item) => isSame(item, told));
  if (!only) return [...items, told];
  return others.length > 0 ? items : items.map((item) => (item === only ? { ...item, quantity: told.quantity } : item));
}

function isNamed(items: readonly ParsedItem[], told: ParsedItem): boolean {
  return items.some((item) => isSame(item, told));
}

/** Whether words that tell a result may mean a line. */
function isSame(item: ParsedItem, told: ParsedItem): boolean {
  return (told.candidates ?? [told.itemId]).some((id) => (item.candidates ?? [item.itemId]).includes(id));
}

function read(menu: CompiledMenu, said: readonly Token[], text: string): ParsedOrder {
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
