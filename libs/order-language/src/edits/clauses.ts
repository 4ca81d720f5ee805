import { FILLER_WORDS } from '../grammar/common-words';
import { CUES } from '../grammar/cues';
import type { Lattice } from '../lattice/lattice';
import { isNumber } from '../text/word-forms';
import { DEFINITES, LAST_WORDS, ORDINALS, preambleEnd, verbAt, type Verb } from './edit-words';

/** A part of the sentence that asks for one kind of change. `from` is the first token after its verb. */
export interface Clause {
  readonly verb: Verb | undefined;
  /** The first word of the verb, or '' without one. */
  readonly verbWord: string;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

const BEFORE_VERB = new Set(['and', 'then', 'but', 'also', 'please', 'you', 'to', 'i', 'id', 'ill', 'we', 'can', 'could', 'lets', 'just', 'plus', 'actually', 'oh', 'now', 'ok', 'okay']);
/** Verbs that are also words inside an order: they begin a clause only where nothing has been said yet. */
const INNER_WORDS = new Set(['no', 'not', 'without', 'minus', 'hold', 'skip', 'plus', 'also', 'need', 'want', 'get', 'put', 'leave', 'take', 'order', 'have', 'sub', 'up', 'include', 'omit', 'avoid', 'drop', 'cut', 'set', 'make']);
const AWAY_WORDS = new Set(['off', 'out', 'away']);

/** Splits a sentence where another verb begins: "remove the coke and make the pizza large". */
export function splitClauses(lattice: Lattice): Clause[] {
  const words = lattice.tokens.map((token) => token.word);
  const clauses: Clause[] = [];
  const begin = preambleEnd(lattice.tokens);
  let open: Clause = { verb: undefined, verbWord: '', start: begin, from: begin, to: words.length };
  let content = false;
  for (let at = begin; at < words.length; at += 1) {
    const found = verbAt(words, at);
    const free = at === begin || lattice.tokens[at]?.before !== 'none' || BEFORE_VERB.has(words[at - 1] ?? '');
    if (found && !content && open.verb === undefined) {
      open = { ...open, verb: found.verb, verbWord: words[at] ?? '', from: found.end };
      at = found.end - 1;
    } else if (content && pointsAnew(lattice, words, open, at)) {
      clauses.push({ ...open, to: at });
      open = { verb: open.verb, verbWord: open.verbWord, start: at, from: at, to: words.length };
    } else if (content && startsPair(lattice, words, open, at)) {
      clauses.push({ ...open, to: at });
      open = { verb: open.verb, verbWord: open.verbWord, start: at, from: at + 1, to: words.length };
    } else if (found && content && isNegation(words[at] ?? '') && lattice.tokens[at]?.before !== 'none' && namesItem(lattice, found.end)) {
      clauses.push({ ...open, to: at });
      open = { verb: found.verb, verbWord: words[at] ?? '', start: at, from: found.end, to: words.length };
      at = found.end - 1;
    } else if (found && content && (INNER_WORDS.has(words[at] ?? '') ? free && !isNegation(words[at] ?? '') : free || found.verb !== 'add')) {
      const end = beforeConnectors(words, at, open.from);
      clauses.push({ ...open, to: end });
      open = { verb: found.verb, verbWord: words[at] ?? '', start: end, from: found.end, to: words.length };
      content = false;
      at = found.end - 1;
    } else if (content && open.verb === 'remove' && turnsToWanted(words, at)) {
      clauses.push({ ...open, to: at });
      open = { verb: 'add', verbWord: 'add', start: at, from: at + 1, to: words.length };
      content = false;
    } else if (!FILLER_WORDS.has(words[at] ?? '') || isPointer(words[at] ?? '')) {
      content = true;
    }
  }
  clauses.push(open);
  return clauses.map((clause) => withoutOldNumber(withDirection(clause, words), words));
}

function isNegation(word: string): boolean {
  return (CUES.get(word) ?? []).some((cue) => cue.kind === 'negation');
}

/** Whether an item of the menu, and no option, begins at a token or behind the article at it. */
function namesItem({ edges, tokens }: Lattice, at: number): boolean {
  const from = DEFINITES.has(tokens[at]?.word ?? '') ? at + 1 : at;
  return (edges[from] ?? []).some((edge) => edge.kind === 'item') && !(edges[from] ?? []).some((edge) => edge.kind === 'choice');
}

/** "Make the tea two and the coffee three": the verb also holds for what follows "and". */
function startsPair({ edges }: Lattice, words: readonly string[], open: Clause, at: number): boolean {
  if (open.verb !== 'change' || words[at] !== 'and' || !DEFINITES.has(words[at + 1] ?? '')) return false;
  // "Make 1 tea large and the other small": both of one line.
  if (words[at + 2] === 'other' && words.slice(open.from, at).includes('1')) return false;
  const before = words[at - 1] ?? '';
  const told = isNumber(before) || (edges[at - 1] ?? []).some((edge) => edge.kind === 'choice' && edge.end === at);
  const joined = words.slice(open.from, at).some((word) => word === 'to' || word === 'for') && words.slice(at).some((word) => word === 'to' || word === 'for');
  return told || joined;
}

/** "Without onions but with olives". */
function turnsToWanted(words: readonly string[], at: number): boolean {
  return words[at] === 'but' && (words[at + 1] === 'with' || words[at + 1] === 'add' || words[at + 1] === 'extra');
}

/** "The first one large, the second one small". */
function pointsAnew({ tokens }: Lattice, words: readonly string[], open: Clause, at: number): boolean {
  if ((open.verb !== undefined && open.verb !== 'change') || tokens[at]?.before === 'none' || !DEFINITES.has(words[at] ?? '')) return false;
  const next = words[at + 1] ?? '';
  return ORDINALS.has(next) || LAST_WORDS.has(next);
}

function isPointer(word: string): boolean {
  return ['it', 'them', 'that', 'those', 'everything', 'all', 'both', 'first', 'second', 'third', 'last', 'other'].includes(word);
}

function beforeConnectors(words: readonly string[], at: number, from: number): number {
  let end = at;
  while (end > from && BEFORE_VERB.has(words[end - 1] ?? '')) end -= 1;
  return end;
}

/** "Two cokes, not three": the number that was wrong says nothing more. */
function withoutOldNumber(clause: Clause, words: readonly string[]): Clause {
  const at = clause.to - 2;
  if (at <= clause.from || words[at] !== 'not' || !isNumber(words[at + 1] ?? '')) return clause;
  return { ...clause, verb: clause.verb ?? 'change', to: at };
}

/** "Take the onions off", "leave it out": the little word behind makes it a removal. */
function withDirection(clause: Clause, words: readonly string[]): Clause {
  const away = words.slice(clause.from, clause.to).some((word) => AWAY_WORDS.has(word));
  return away && (clause.verbWord === 'take' || clause.verbWord === 'leave') ? { ...clause, verb: 'remove' } : clause;
}
