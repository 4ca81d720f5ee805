import type { CompiledMenu } from '../menu/compile-menu';
import type { OrderLine, UnknownPhrase } from '../parsed-order';
import { remarksIn } from '../read-unknown';
import type { Token } from '../text/tokenize';
import { applyEdits, plainLine } from './apply-edits';
import { addClause } from './add-clause';
import { changeClause } from './change-clause';
import { splitClauses, type Clause } from './clauses';
import { contrasted } from './contrasts';
import { readEditTokens } from './edit-tokens';
import { hasAny } from './options-said';
import type { OrderEdit, ParsedEdits } from './order-edit';
import { Reader } from './reader';
import { positions, type Standing } from './standing';
import { focusOf } from './spoken-of';
import { statementClause } from './statements';
import { restatedEdits, restatementIn } from './restated';
import { keepClause, removeClause } from './remove-clause';
import { choicesSaid, findTargets, linesOf } from './targets';
import { alikeEdits, copiesAsked, doubleEdits, repeatEdits, speaksOfLines } from './repeat-clause';
import { itemOf } from './standing-line';

/** What one clause asks for. `focus`: the line it spoke of last. */
export interface ClauseResult {
  readonly edits: readonly OrderEdit[];
  readonly unknown: readonly UnknownPhrase[];
  readonly focus: number;
  /** The lines it spoke of without changing them. */
  readonly lines?: readonly number[];
  /** Choices it spoke of without asking for them. */
  readonly mentioned?: readonly number[];
}

/**
 * The changes that a sentence asks for in a standing order. Takes any string, never throws; what names nothing on the menu or in the
 * order is answered in `unknown`. An order without lines is only added to.
 */
export function parseEdits(menu: CompiledMenu, text: string, order: readonly OrderLine[]): ParsedEdits {
  const { tokens, takenBack, leading } = readEditTokens(menu, text, order.length === 0);
  const reader = new Reader(menu);
  const lattice = reader.latticeOf(tokens);
  const words = lattice.tokens.map((token) => token.word);
  const first: Standing = { menu, order: order.map(plainLine), reader, lattice, words, focus: order.length - 1, antecedent: [], mentioned: [], part: undefined, takenBack };
  const told = leading.length === 0 ? first : { ...first, mentioned: choicesExplained(first, leading) };
  const contrast = contrasted(told);
  const whole = contrast ? withTokens(told, contrast) : told;
  const { edits, unknown } = readParts(whole, text);
  return { edits: withoutUndone(foldAdded(menu, order.length, edits)), unknown, remarks: remarksIn(lattice, text) };
}

interface Asked {
  readonly edits: readonly OrderEdit[];
  readonly unknown: readonly UnknownPhrase[];
  readonly standing: Standing;
}

/** Nobody says more often in one text what an order comes to; it bounds the work. */
const MAX_RESTATED = 3;

/** What is asked for before, in and behind the part of a sentence that says what the order comes to. */
function readParts(standing: Standing, text: string, most = MAX_RESTATED): Asked {
  const restatement = most > 0 ? restatementIn(standing) : undefined;
  if (!restatement) return readClauses(standing, text);
  const { tokens } = standing.lattice;
  const before = readClauses(withTokens(standing, tokens.slice(0, restatement.from)), text);
  const restated = restatedEdits(before.standing, restatement, text);
  if (!restated) return readClauses(standing, text);
  const behind = readParts(withTokens(goOn(before.standing, restated), tokens.slice(restatement.to)), text, most - 1);
  return { edits: [...before.edits, ...restated.edits, ...behind.edits], unknown: [...before.unknown, ...behind.unknown], standing: behind.standing };
}

function readClauses(first: Standing, text: string): Asked {
  let standing = first;
  let edits: OrderEdit[] = [];
  const unknown: UnknownPhrase[] = [];
  const ordered = first.order.length;
  const clauses = standing.words.length > 0 ? splitClauses(standing) : [];
  let before: { readonly standing: Standing; readonly edits: readonly OrderEdit[] } | undefined;
  for (const [k, clause] of clauses.entries()) {
    const copies = clause.verb === 'repeat' && before ? copiesAsked({ ...before.standing, lattice: standing.lattice, words: standing.words }, before.edits, clause, text) : undefined;
    if (copies && before) {
      edits.splice(edits.length - before.edits.length, before.edits.length, ...copies);
      standing = goOn(before.standing, { edits: copies, unknown: [], focus: before.standing.focus });
      before = undefined;
      continue;
    }
    standing = { ...standing, focus: focusOf(standing, clause, clauses[k + 1]) };
    const restored = clause.verb === 'keep' ? keptAfterAll(standing, clause, edits) : [];
    if (restored.length > 0) {
      edits = edits.filter((edit) => edit.operation !== 'remove' || edit.line === undefined || !restored.includes(edit.line));
      continue;
    }
    const alike = clause.verb === 'repeat' ? alikeEdits(standing, clause, ordered) : undefined;
    const result = alike ? { edits: alike, unknown: [], focus: standing.focus } : readClause(standing, clause, text);
    edits.push(...result.edits);
    unknown.push(...result.unknown);
    before = { standing, edits: result.edits };
    standing = goOn(standing, result);
  }
  return { edits, unknown, standing };
}

/** "Since my son hates onion, take it off": the choices of which the sentence spoke before, where the order has any of them. */
function choicesExplained(standing: Standing, leading: readonly Token[]): number[] {
  const choices = choicesSaid(withTokens(standing, leading), positions(0, leading.length));
  return standing.order.some((_, line) => hasAny(standing, line, choices)) ? choices : [];
}

function withTokens(standing: Standing, tokens: readonly Token[]): Standing {
  const lattice = standing.reader.latticeOf(tokens);
  return { ...standing, lattice, words: lattice.tokens.map((token) => token.word) };
}

function readClause(standing: Standing, clause: Clause, text: string): ClauseResult {
  const stated = statementClause(standing, clause, text);
  if (stated) return stated;
  switch (clause.verb) {
    case 'clear':
      return standing.words.slice(clause.from, clause.to).some((word) => word === 'except' || word === 'but')
        ? keepClause(standing, clause, text)
        : { edits: [{ operation: 'clear' }], unknown: [], focus: standing.focus };
    case 'repeat':
      return { edits: repeatEdits(standing, clause, text), unknown: [], focus: standing.focus };
    case 'double':
      return speaksOfLines(standing, clause) ? { edits: doubleEdits(standing, clause), unknown: [], focus: standing.focus } : changeClause(standing, { ...clause, verb: 'change', from: clause.start }, text);
    case 'keep':
      return keepClause(standing, clause, text);
    case 'remove':
      return removeClause(standing, clause, text);
    case 'change':
      return changeClause(standing, clause, text);
    default:
      return addClause(standing, clause, text);
  }
}

/** "Remove the coke and the chips, no, keep the chips": the lines of which the same sentence had said that they go. */
function keptAfterAll(standing: Standing, clause: Clause, edits: readonly OrderEdit[]): number[] {
  const lines = linesOf(findTargets(standing, clause.from, clause.to, () => true));
  const isGone = (line: number): boolean => edits.some((edit) => edit.operation === 'remove' && edit.line === line);
  return lines.every(isGone) ? lines : [];
}

/** Later clauses may speak of what an earlier one added or changed: "add a coke and make it large", "make both large and one of them decaf". */
function goOn(standing: Standing, { edits, focus, lines = [], mentioned = [] }: ClauseResult): Standing {
  const { menu } = standing;
  const added = edits.flatMap((edit) => (edit.operation === 'add' ? [plainLine(edit.item)] : []));
  const changed = standing.order.map((line, k) => {
    const own = edits.flatMap((edit): OrderEdit[] => (isChangeOf(edit, k) ? [{ ...edit, line: 0 }] : []));
    return own.length === 0 ? line : (applyEdits(menu, [line], own)[0] ?? line);
  });
  const order = edits.length === 0 ? standing.order : [...changed, ...added];
  const touched = added.length > 0 ? added.map((_, k) => changed.length + k) : linesTouched(edits);
  const antecedent = touched.length > 0 ? touched : lines.length > 0 ? lines : standing.antecedent;
  return { ...standing, order, part: partOf(edits) ?? standing.part, focus: added.length > 0 ? order.length - 1 : focus, antecedent, mentioned };
}

/** The lines that edits change, of which a later clause may speak as "them". */
function linesTouched(edits: readonly OrderEdit[]): number[] {
  return [...new Set(edits.flatMap((edit) => (edit.operation === 'add' || edit.operation === 'clear' ? [] : (edit.lineCandidates ?? [edit.line]))))];
}

/** Whether an edit changes the whole of a line and leaves it in the order. */
function isChangeOf(edit: OrderEdit, line: number): edit is Extract<OrderEdit, { line: number }> {
  if (edit.operation === 'add' || edit.operation === 'clear' || edit.operation === 'remove' || edit.line !== line) return false;
  return edit.operation !== 'replace' || edit.quantity === undefined;
}

/** So many of a line that were told apart, so that "the other" means what is left of it. */
function partOf(edits: readonly OrderEdit[]): Standing['part'] {
  const isPart = (edit: OrderEdit): boolean => (edit.operation === 'replace' || edit.operation === 'remove') && edit.quantity !== undefined && edit.line !== undefined;
  const partly = edits.findLast(isPart);
  return (partly?.operation === 'replace' || partly?.operation === 'remove') && partly.line !== undefined && partly.quantity !== undefined ? { line: partly.line, quantity: partly.quantity } : undefined;
}

/** "Forget the tea, make it a coffee": what takes a line's place also takes back its removal. */
function withoutUndone(edits: readonly OrderEdit[]): OrderEdit[] {
  const replaced = new Map(edits.flatMap((edit, k): [number, number][] => (edit.operation === 'replace' && edit.line !== undefined ? [[edit.line, k]] : [])));
  return edits.filter((edit, k) => edit.operation !== 'remove' || edit.quantity !== undefined || edit.line === undefined || (replaced.get(edit.line) ?? -1) < k);
}

/** Changes to a line that the same sentence added become part of what is added. */
function foldAdded(menu: CompiledMenu, standing: number, edits: readonly OrderEdit[]): OrderEdit[] {
  let next = standing;
  return edits.flatMap((edit): OrderEdit[] => {
    if (edit.operation === 'clear') return [edit];
    if (edit.operation !== 'add') return edit.line === undefined || edit.line < standing ? [edit] : [];
    const own = next;
    next += 1;
    const later = edits.flatMap((other) => (other.operation === 'add' || other.operation === 'clear' || other.line !== own ? [] : [{ ...other, line: 0 }]));
    return later.length === 0 ? [edit] : applyEdits(menu, [edit.item], later).map((line) => ({ operation: 'add', item: itemOf(line, edit.item.span) }));
  });
}
