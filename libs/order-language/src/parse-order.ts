import { derive } from './grammar/derive';
import { withoutExplanations } from './grammar/explanations';
import { buildLattice } from './lattice/lattice';
import type { CompiledMenu } from './menu/compile-menu';
import type { ParsedItem, ParsedOrder } from './parsed-order';
import { behindItems } from './options-ahead';
import { partsNumbered } from './unnumbered-parts';
import { readItems, readOptions } from './read-derivation';
import { readTokens } from './read-tokens';
import { readRemarks, readUnknown } from './read-unknown';
import { resultIn, type Result } from './results';
import { suggest } from './suggest';
import type { Token } from './text/tokenize';

/** Nobody says more often in one order what it comes to, nor in a longer one; it bounds the work. */
const MAX_RESULTS = 3;
const MAX_WORDS = 120;

/**
 * The order that a sentence means on a menu. Takes any string, never throws, and answers empty lists where nothing was ordered;
 * only the first 4,000 characters are read.
 */
export function parseOrder(menu: CompiledMenu, text: string): ParsedOrder {
  const { tokens } = withoutExplanations(readTokens(menu, text), true);
  const { said, told } = withoutResults(menu, tokens, text);
  const order = read(menu, said, text);
  return told.length === 0 ? order : { ...order, items: told.reduce(holding, order.items) };
}

/** What words tell that an order comes to: of the only line said before them, or of the dishes that they name. */
interface Told {
  readonly start: number;
  readonly quantity: number;
  readonly items: readonly ParsedItem[];
}

/** "Two samosas and one for my wife, so that makes three": what an order comes to asks for nothing more, but its number holds. */
function withoutResults(menu: CompiledMenu, tokens: readonly Token[], text: string): { readonly said: readonly Token[]; readonly told: readonly Told[] } {
  let said = tokens;
  const told: Told[] = [];
  let from = 1;
  for (let k = 0; k < MAX_RESULTS && tokens.length <= MAX_WORDS; k += 1) {
    const result = resultIn(said, from);
    if (!result) break;
    const meant = meantBy(menu, said, result, text);
    from = meant ? result.from : result.number;
    if (!meant) continue;
    told.push({ start: said[result.from]?.start ?? 0, quantity: Number(said[result.number]?.word), items: meant.items });
    const behind = said.slice(meant.to).map((token, at): Token => (at === 0 && token.before === 'none' ? { ...token, before: 'comma' } : token));
    said = [...said.slice(0, result.from), ...behind];
  }
  return { said, told };
}

/** What a result names, all of it ordered before, and where its words end; undefined where they ask for something more. */
function meantBy(menu: CompiledMenu, said: readonly Token[], { from, number, to, end, bare, corrects }: Result, text: string): { readonly items: readonly ParsedItem[]; readonly to: number } | undefined {
  const before = read(menu, said.slice(0, from), text).items;
  if (before.length === 0 || (bare && corrects)) return undefined;
  if (bare) return { items: [], to };
  const readings = (corrects ? [end] : [end, to]).map((until) => ({ items: read(menu, said.slice(number, until), text).items, to: until }));
  return readings.find(({ items }) => items.length > (corrects ? 1 : 0) && items.every((item) => isNamed(before, item)));
}

function holding(items: readonly ParsedItem[], { start, quantity, items: named }: Told): readonly ParsedItem[] {
  if (named.length > 0) return named.reduce(restated, items);
  const [only, ...others] = items.filter(({ span }) => span.start < start);
  return others.length > 0 ? items : items.map((item) => (item === only ? { ...item, quantity } : item));
}

/** The only line of a dish is as many as is said of it. */
function restated(items: readonly ParsedItem[], told: ParsedItem): readonly ParsedItem[] {
  const [only, ...others] = items.filter((item) => isSame(item, told));
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
  const moved = behindItems(lattice) ?? partsNumbered(menu, lattice);
  const tokens = moved ?? said;
  const state = derive(menu, moved ? buildLattice(menu, moved) : lattice);
  return {
    items: readItems(menu, state, tokens),
    options: readOptions(menu, state.loose, tokens),
    unknown: readUnknown(state, tokens, text, (words) => suggest(menu, words)),
    remarks: readRemarks(state, tokens, text),
  };
}
