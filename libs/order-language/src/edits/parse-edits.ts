import { buildLattice } from '../lattice/lattice';
import type { CompiledMenu } from '../menu/compile-menu';
import type { OrderLine, UnknownPhrase } from '../parsed-order';
import { readTokens } from '../read-tokens';
import { remarksIn } from '../read-unknown';
import { applyEdits, plainLine } from './apply-edits';
import { addClause } from './add-clause';
import { changeClause } from './change-clause';
import { splitClauses, type Clause } from './clauses';
import type { OrderEdit, ParsedEdits } from './order-edit';
import type { Standing } from './references';
import { keepClause, removeClause } from './remove-clause';
import { doubleEdits, itemOf, repeatEdits } from './repeat-clause';

/** What one clause asks for. `focus`: the line it spoke of last. */
export interface ClauseResult {
  readonly edits: readonly OrderEdit[];
  readonly unknown: readonly UnknownPhrase[];
  readonly focus: number;
}

/**
 * The changes that a sentence asks for in a standing order. Takes any string, never throws; what names nothing on the menu or in the
 * order is answered in `unknown`. An order without lines is only added to.
 */
export function parseEdits(menu: CompiledMenu, text: string, order: readonly OrderLine[]): ParsedEdits {
  const lattice = buildLattice(menu, readTokens(menu, text));
  const words = lattice.tokens.map((token) => token.word);
  const edits: OrderEdit[] = [];
  const unknown: UnknownPhrase[] = [];
  let standing: Standing = { menu, order, lattice, words, focus: order.length - 1 };
  for (const clause of splitClauses(lattice)) {
    const result = readClause(standing, clause, text);
    edits.push(...result.edits);
    unknown.push(...result.unknown);
    standing = goOn(standing, result);
  }
  return { edits: withoutUndone(foldAdded(menu, order.length, edits)), unknown, remarks: remarksIn(lattice, text) };
}

function readClause(standing: Standing, clause: Clause, text: string): ClauseResult {
  switch (clause.verb) {
    case 'clear':
      return standing.words.slice(clause.from, clause.to).some((word) => word === 'except' || word === 'but')
        ? keepClause(standing, clause, text)
        : { edits: [{ operation: 'clear' }], unknown: [], focus: standing.focus };
    case 'repeat':
      return { edits: repeatEdits(standing, clause, text), unknown: [], focus: standing.focus };
    case 'double':
      return { edits: doubleEdits(standing, clause), unknown: [], focus: standing.focus };
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

/** Later clauses may speak of what an earlier one added: "add a coke and make it large". */
function goOn(standing: Standing, { edits, focus }: ClauseResult): Standing {
  const added = edits.flatMap((edit) => (edit.operation === 'add' ? [plainLine(edit.item)] : []));
  const order = [...standing.order, ...added];
  return { ...standing, order, focus: added.length > 0 ? order.length - 1 : focus };
}

/** "Forget the tea, make it a coffee": what takes a line's place also takes back its removal. */
function withoutUndone(edits: readonly OrderEdit[]): OrderEdit[] {
  return edits.filter(
    (edit, k) => edit.operation !== 'remove' || edit.line === undefined || !edits.slice(k + 1).some((later) => later.operation === 'replace' && later.line === edit.line),
  );
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
