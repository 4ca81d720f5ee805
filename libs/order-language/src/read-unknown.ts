import type { State, UnknownNode } from './grammar/state';
import { PLAIN_MANNER_COST, type Lattice } from './lattice/lattice';
import type { ItemRemark, Remark, Suggestion, UnknownPhrase } from './parsed-order';
import { linesSaid, spanOf } from './read-derivation';
import type { Token } from './text/tokenize';

/** So many phrases of a sentence get suggestions, each from so many of its words: nobody reads more, and the work stays bounded. */
const MAX_SUGGESTED = 5;
const MAX_WORDS = 4;

/** The words that a derivation could not explain, neighbours together, each with what the menu has that comes near. */
export function readUnknown(state: State, tokens: readonly Token[], text: string, suggest: (words: readonly string[]) => readonly Suggestion[]): UnknownPhrase[] {
  return runsOf(state, 'food', tokens).map(({ start, end }, k) => {
    const span = spanOf(tokens, start, end);
    const words = tokens.slice(start, Math.min(end, start + MAX_WORDS)).map((token) => token.word);
    return { text: text.slice(span.start, span.end), span, suggestions: k < MAX_SUGGESTED ? suggest(words) : [] };
  });
}

/** Words that say how much of a manner: "very hot", "not too spicy". */
const DEGREES = new Set(['very', 'extra', 'more', 'less', 'too', 'not', 'super', 'really', 'so', 'little', 'bit', 'well', 'slightly', 'lightly', 'nice', 'light', 'double']);

/** Words that refuse what stands behind them, and those that may stand between. */
const REFUSING = new Set(['no', 'without', 'hold', 'skip', 'any', 'dont', 'none', 'omit', 'minus']);
const BETWEEN = new Set(['the', 'all', 'of', 'my', 'your', 'want', 'need', 'put', 'add', 'on', 'off', 'out']);

/** What a derivation left to be told to the kitchen, with the words of degree before it. */
export function readRemarks(state: State, tokens: readonly Token[], text: string): ItemRemark[] {
  return runsOf(state, 'manner', tokens).map((run) => ({ ...remark(tokens, run.start, run.end, text), items: itemsOf(state, run, tokens) }));
}

/** The positions of the items of which a manner is said: the one inside whose words it stands, the one right behind it, those that were open, or the first to come. */
function itemsOf(state: State, { start, end, of }: Run, tokens: readonly Token[]): number[] {
  const lines = linesSaid(state).map(({ line }) => line);
  const around = lines.findIndex((line) => line.start <= start && start < line.end && of.length === 0);
  const behind = tokens[end]?.before === 'none' ? lines.findIndex((line) => line.start === end) : -1;
  const own = around >= 0 ? around : behind;
  if (own >= 0) return [own];
  const open = lines.flatMap((line, k) => (of.includes(line.serial) || of.includes(line.parent) ? [k] : []));
  const next = lines.findIndex((line) => line.start > start);
  return open.length > 0 || next < 0 ? open : [next];
}

/** The same for words of edits, which are read in several parts: manners of which the menu has no word. */
export function remarksIn({ tokens, edges }: Lattice, text: string): Remark[] {
  const remarks: Remark[] = [];
  for (let at = 0; at < tokens.length; ) {
    const end = Math.max(0, ...(edges[at] ?? []).map((edge) => (edge.kind === 'manner' && edge.cost <= PLAIN_MANNER_COST ? edge.end : 0)));
    if (end > 0) remarks.push(remark(tokens, at, end, text));
    at = Math.max(at + 1, end);
  }
  return remarks;
}

function remark(tokens: readonly Token[], start: number, end: number, text: string): Remark {
  let from = start;
  for (let at = start; tokens[at]?.before === 'none' && at > 0; at -= 1) {
    const word = tokens[at - 1]?.word ?? '';
    if (DEGREES.has(word) || REFUSING.has(word)) from = at - 1;
    else if (!BETWEEN.has(word)) break;
  }
  const span = spanOf(tokens, from, end);
  return { text: text.slice(span.start, span.end), span };
}

interface Run {
  readonly start: number;
  end: number;
  readonly of: readonly number[];
}

/** Unknown words of a kind, neighbours together. */
function runsOf(state: State, kind: UnknownNode['kind'], tokens: readonly Token[]): Run[] {
  const positions = new Map<number, UnknownNode>();
  for (let node = state.unknown; node; node = node.previous) if (node.kind === kind) positions.set(node.at, node);
  const runs: Run[] = [];
  for (const { at, of } of [...positions.values()].sort((one, other) => one.at - other.at)) {
    const run = runs.at(-1);
    if (run?.end === at && tokens[at]?.before === 'none') run.end = at + 1;
    else runs.push({ start: at, end: at + 1, of });
  }
  return runs;
}
