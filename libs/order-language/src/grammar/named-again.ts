import { PLAIN_NAME_COST, type Edge, type Lattice } from '../lattice/lattice';
import type { CompiledMenu } from '../menu/compile-menu';
import { singular } from '../text/word-forms';
import type { Cue } from './cues';
import { conflicting, takesGroup } from './menu-facts';
import type { Line, LineNode, State } from './state';

type ItemEdge = Extract<Edge, { kind: 'item' }>;

/** So many words may stand between an item that is named again and what is said of it. */
const MAX_BETWEEN = 4;
/** Words that may stand there: "should be", "with no", "with a". */
const BETWEEN = new Set<Cue['kind']>(['filler', 'with', 'qualifier', 'negation', 'definite', 'request', 'role', 'multiple']);

/**
 * How many lines back the line stands that a bare name takes up again to say more of it: "two teas and a bun, tea with milk". Undefined
 * where the name rather orders another one: said with an article or a number, in a list of names as bare as it is, or without options.
 */
export function namedAgain(menu: CompiledMenu, lattice: Lattice, state: State, edge: ItemEdge, at: number): number | undefined {
  const { lines, pending, definite, negated, instead, link, shared, each } = state;
  if (!lines || pending || definite || negated > 0 || instead || (shared > 0 && link !== 'but') || each > 0 || link === 'with' || link === 'or' || link === 'none') return undefined;
  const found = onlyLine(lines, edge.items);
  if (found === undefined || !saysMore(menu, lattice, edge.end, found.line, shared > 0)) return undefined;
  return lattice.tokens[at]?.before === 'stop' || allDetermined(menu, lines) ? found.depth : undefined;
}

/** The only line with one of the items, and how far back it stands. */
function onlyLine(lines: LineNode, items: readonly number[]): { readonly line: Line; readonly depth: number } | undefined {
  let found: { readonly line: Line; readonly depth: number } | undefined;
  let depth = 0;
  for (let node: LineNode | undefined = lines; node; node = node.previous, depth += 1) {
    if (!node.line.items.some((item) => items.includes(item))) continue;
    if (found !== undefined || node.line.items.length > 1) return undefined;
    found = { line: node.line, depth };
  }
  return found;
}

/** Whether every line was said with a number or an article, so that a bare name stands out. Of what is called by a plural, as chips are, nobody says one. */
function allDetermined(menu: CompiledMenu, lines: LineNode): boolean {
  for (let node: LineNode | undefined = lines; node; node = node.previous) if (node.line.bare && !isPlural(menu, node.line.items)) return false;
  return true;
}

function isPlural(menu: CompiledMenu, items: readonly number[]): boolean {
  return items.every((item) => {
    const noun = menu.items[item]?.words.at(-1) ?? '';
    return singular(noun) !== noun;
  });
}

/** Whether an option that the line may still have, or a manner, follows a token before anything else begins. `otherwise`: in place of what was said of all, as in "everything hot but soup mild". */
function saysMore(menu: CompiledMenu, { tokens, edges }: Lattice, from: number, line: Line, otherwise: boolean): boolean {
  let at = from;
  while (at < tokens.length && at <= from + MAX_BETWEEN && tokens[at]?.before === 'none') {
    const here = edges[at] ?? [];
    const readings = here.flatMap((edge) => (edge.kind === 'choice' ? edge.readings.filter(({ group, cost }) => cost < PLAIN_NAME_COST && takesGroup(menu, line.items, group)) : []));
    if (readings.length > 0) return otherwise || readings.some(({ group }) => conflicting(menu, line.options, group) === undefined);
    if (here.some((edge) => edge.kind === 'manner')) return true;
    const next = Math.max(0, ...here.map((edge) => (edge.kind === 'cue' && BETWEEN.has(edge.cue.kind) ? edge.end : 0)));
    if (next === 0) return false;
    at = next;
  }
  return false;
}
