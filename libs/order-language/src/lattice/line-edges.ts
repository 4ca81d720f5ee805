import type { Cue } from '../grammar/cues';
import type { CompiledMenu } from '../menu/compile-menu';
import type { Token } from '../text/tokenize';
import { OWN_NAME_COST, PLAIN_NAME_COST, type ChoiceReading, type Edge } from './lattice';
import { ATTACHING } from './number-edges';

/** Adds the readings that speak of lines of the order to those that are known. */
export function addLineEdges(menu: CompiledMenu, tokens: readonly Token[], edges: Edge[][]): void {
  edges.forEach((from) => {
    for (const edge of [...from]) if (edge.kind === 'cue' && NAMING.has(edge.cue.kind)) from.push(...namingLines(menu, tokens, edges, edge));
  });
  tokens.forEach(({ word }, at) => {
    if (word !== 'the' && word !== 'as' && word !== 'with' && !ATTACHING.has(word)) return;
    const from = edges[at] ?? [];
    const ofLines = word === 'with' ? withLines(menu, tokens, edges, at) : lineEdges(menu, tokens, edges, at);
    if (ofLines.length > 0) from.splice(0, from.length, ...withLineEdges(from, ofLines));
  });
}

const NAMING = new Set<Cue['kind']>(['shared', 'sharedBack', 'partBack']);
const NAMED_LINES_COST = 0.1;
const BEFORE_NAMED_LINES = new Set(['of', 'the', 'those', 'these', 'my', 'your']);

/** "On both pizzas", "all of those pizzas": a cue that means lines may say which. */
function namingLines(menu: CompiledMenu, tokens: readonly Token[], edges: readonly (readonly Edge[])[], edge: Edge): Edge[] {
  if (edge.kind !== 'cue' || (edge.cue.kind !== 'shared' && edge.cue.kind !== 'sharedBack' && edge.cue.kind !== 'partBack') || edge.cue.of) return [];
  const { cue, cost } = edge;
  let at = edge.end;
  while (BEFORE_NAMED_LINES.has(tokens[at]?.word ?? '')) at += 1;
  return (edges[at] ?? []).flatMap((name): Edge[] => {
    const ones = standsForNoun(tokens, name.end);
    const items = name.kind === 'item' && (ones || name.cost < PLAIN_NAME_COST) ? name.items : name.kind === 'category' ? menu.categories[name.category]?.items : undefined;
    return items ? [{ kind: 'cue', end: ones ? name.end + 1 : name.end, cue: { ...cue, of: items }, cost: cost + NAMED_LINES_COST }] : [];
  });
}

/** "The masala ones". */
function standsForNoun(tokens: readonly Token[], at: number): boolean {
  return (tokens[at]?.word === '1' || tokens[at]?.word === 'ones') && tokens[at].before === 'none';
}

/** "Pickle with both of the plain ones", "curd with one of the masala ones": of lines that are named, "with" gives what was said before to them. */
function withLines(menu: CompiledMenu, tokens: readonly Token[], edges: readonly (readonly Edge[])[], at: number): Edge[] {
  const behind = (edges[at + 1] ?? []).flatMap((edge): Edge[] => {
    if (edge.kind !== 'cue') return [];
    if (edge.cue.kind === 'shared' && !edge.cue.of) return [{ ...edge, cue: { kind: 'sharedBack', count: edge.cue.count } }];
    return edge.cue.kind === 'number' && tokens[edge.end]?.word === 'of' ? [{ ...edge, cue: { kind: 'partBack', quantity: edge.cue.value } }] : [];
  });
  return [...behind.flatMap((edge) => namingLines(menu, tokens, edges, edge)), ...(tokens[at + 1]?.word === 'the' ? linesByDish(tokens, edges, at + 2, false) : [])];
}

/** "The masala one", "the margherita", behind what is given to it. `named`: by its name too. */
function linesByDish(tokens: readonly Token[], edges: readonly (readonly Edge[])[], from: number, named: boolean): Edge[] {
  return (edges[from] ?? []).flatMap((edge): Edge[] => {
    const ones = standsForNoun(tokens, edge.end);
    if (edge.kind !== 'item' || edge.gap >= 0 || !(ones || (named && edge.cost < PLAIN_NAME_COST))) return [];
    return [{ kind: 'cue', end: ones ? edge.end + 1 : edge.end, cue: { kind: 'lineBack', choices: [], items: edge.items }, cost: NAMED_LINES_COST }];
  });
}

/** The edges of a token with those that speak of lines. "As a bowl" rather says what the line before is than what a course is. */
function withLineEdges(edges: readonly Edge[], ofLines: readonly Edge[]): Edge[] {
  const recast = ofLines.some((edge) => edge.kind === 'cue' && edge.cue.kind === 'recast');
  const others = recast ? edges.map((edge): Edge => (edge.kind === 'cue' && edge.cue.kind === 'role' ? { ...edge, cost: edge.cost + ROLE_BESIDE_RECAST_COST } : edge)) : edges;
  return [...others, ...ofLines];
}

const ROLE_BESIDE_RECAST_COST = 0.2;

/** "As a bowl". */
function recastEdges(tokens: readonly Token[], edges: readonly (readonly Edge[])[], at: number): Edge[] {
  const article = tokens[at + 1]?.word;
  if (tokens[at]?.word !== 'as' || (article !== 'a' && article !== 'an')) return [];
  return (edges[at + 2] ?? []).some((edge) => edge.kind === 'item' && edge.cost < OWN_NAME_COST) ? [{ kind: 'cue', end: at + 2, cue: { kind: 'recast' }, cost: 0 }] : [];
}

const SUBSTITUTING = new Set(['sub', 'substitute', 'subbing', 'substituting']);
/** A "sub" behind other words is a sandwich. */
const BEFORE_VERB = new Set(['and', 'i', 'you', 'we', 'can', 'could', 'please', 'to', 'but', 'just', 'then']);
/** So far before its "for" stands "sub". */
const MAX_SUBSTITUTE = 6;

/** "Sub oat milk for whole milk" is oat milk instead of whole milk. */
function substituteEdges(tokens: readonly Token[], at: number): Edge[] {
  if (tokens[at]?.word !== 'for') return [];
  const from = Math.max(0, at - MAX_SUBSTITUTE);
  const substituted = tokens.slice(from, at).some(({ word, before }, k) => SUBSTITUTING.has(word) && (before !== 'none' || word !== 'sub' || BEFORE_VERB.has(tokens[from + k - 1]?.word ?? 'and')));
  return substituted ? [{ kind: 'cue', end: at + 1, cue: { kind: 'instead' }, cost: 0 }] : [];
}

/** "On the large one", "the large one". */
/** "Olives on the large": rather the large one than olives on something large. */
const BARE_LINE_COST = 0.2;

function endsClause(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next?.before !== 'none' || next.word === 'and' || next.word === 'please';
}

/** The readings by which a line can be told from another: those of a kind of which it has one alone. */
function sizesOf(menu: CompiledMenu, { readings }: Extract<Edge, { kind: 'choice' }>): readonly ChoiceReading[] {
  return readings.filter(({ group, cost }) => menu.groups[group]?.exclusive === true && cost < PLAIN_NAME_COST);
}

function lineEdges(menu: CompiledMenu, tokens: readonly Token[], edges: readonly (readonly Edge[])[], at: number): Edge[] {
  const back = ATTACHING.has(tokens[at]?.word ?? '');
  const from = back ? at + 2 : at + 1;
  if (tokens[from - 1]?.word !== 'the') return [...recastEdges(tokens, edges, at), ...substituteEdges(tokens, at)];
  const ofChoice = (edges[from] ?? []).flatMap((edge): Edge[] => {
    const [reading] = edge.kind === 'choice' && (tokens[edge.end]?.word === '1' || tokens[edge.end]?.word === 'ones') ? edge.readings : [];
    if (!reading && back && edge.kind === 'choice' && edge.end > from && endsClause(tokens, edge.end)) return sizesOf(menu, edge).map(({ choices, cost }) => ({ kind: 'cue', end: edge.end, cue: { kind: 'lineBack', choices, items: [] }, cost: cost + BARE_LINE_COST }));
    return reading ? [{ kind: 'cue', end: edge.end + 1, cue: back ? { kind: 'lineBack', choices: reading.choices, items: [] } : { kind: 'lineOnceMore', choices: reading.choices }, cost: reading.cost }] : [];
  });
  return [...ofChoice, ...(back ? linesByDish(tokens, edges, from, true) : []), ...substituteEdges(tokens, at)];
}
