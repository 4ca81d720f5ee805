import type { Clause } from './clauses';
import type { OrderLine } from '../parsed-order';
import { plainLine } from './apply-edits';
import type { OrderEdit } from './order-edit';
import { carriedOver, readWith, settled } from './line-changes';
import { referenceAt } from './references';
import type { Standing } from './standing';
import { itemOf, itemsOfLine, sameChoice } from './standing-line';

/** "Same again", "same again but without ice": every line, or the one that is named, once more, changed as the words say. */
export function repeatEdits(standing: Standing, clause: Clause, text: string): OrderEdit[] {
  const { order, lattice } = standing;
  const span = { start: lattice.tokens[clause.start]?.start ?? 0, end: lattice.tokens[clause.to - 1]?.end ?? 0 };
  const named = [...standing.words.keys()].slice(clause.from, clause.to).map((at) => referenceAt(standing, at, clause.to)).find((found) => found !== undefined && !found.pronoun);
  const tokens = lattice.tokens.slice(clause.from, clause.to).filter((_, at) => named === undefined || clause.from + at < named.start || clause.from + at >= named.end);
  const lines = named === undefined ? order.map((_, line) => line) : named.lines.slice(-1);
  return standing.reader.affordable(lines, tokens.length).flatMap((at) => {
    const line = order[at];
    if (!line) return [];
    const [changed] = tokens.length === 0 ? [] : readWith(standing, tokens, line, 1, text).parts;
    return [{ operation: 'add', item: itemOf(changed ?? line, span) }];
  });
}

/** So many more of lines as they are, but for what words say of them. */
export function copiedEdits(standing: Standing, lines: readonly number[], quantity: number, said: readonly number[], text: string): OrderEdit[] {
  const { order, lattice, menu } = standing;
  const tokens = said.flatMap((at) => lattice.tokens[at] ?? []);
  const span = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  return lines.flatMap((at) => {
    const line = order[at];
    if (!line) return [];
    const copy = { ...line, quantity };
    const { parts, added } = readWith(standing, tokens, copy, 1, text);
    const [changed] = parts.map((part) => settled(menu, copy, part, () => false, false));
    return [{ operation: 'add' as const, item: itemOf(changed ?? copy, span) }, ...added.map((item): OrderEdit => ({ operation: 'add', item }))];
  });
}

/** What a clause says of a repetition beside that it is one. */
const TELLING_APART = new Set(['but', 'except', 'only', 'just', 'with', 'without', 'no']);

/**
 * "Another pizza, the same but without onion": so many more as a clause before has added, as the line of their dish is, changed as the
 * words say. Undefined where the clause before added none of one dish.
 * @param asked what the clause before asked for
 */
export function copiesAsked(standing: Standing, asked: readonly OrderEdit[], clause: Clause, text: string): OrderEdit[] | undefined {
  const source = repeated(standing, asked);
  if (!source) return undefined;
  const said = [...standing.words.keys()].slice(clause.from, clause.to);
  const named = standing.words[clause.from] === 'as' ? said.findIndex((at) => TELLING_APART.has(standing.words[at] ?? '')) : 0;
  return copiedEdits({ ...standing, order: [source] }, [0], source.quantity, named < 0 ? [] : said.slice(named), text);
}

/** So much of a line as one clause alone asked for; another dish is as the line spoken of last, as far as it takes that. */
function repeated({ order, menu, focus }: Standing, asked: readonly OrderEdit[]): OrderLine | undefined {
  const [edit, ...others] = asked;
  if (!edit || others.length > 0) return undefined;
  if (edit.operation === 'set_quantity' && edit.line !== undefined) {
    const line = order[edit.line];
    return line && edit.quantity > line.quantity ? { ...line, quantity: edit.quantity - line.quantity } : undefined;
  }
  if (edit.operation !== 'add') return undefined;
  const { item } = edit;
  const own = order.findLast((each) => itemsOfLine(menu, each).some((other) => itemsOfLine(menu, item).includes(other)));
  const isPlain = item.options.every((option) => own?.options.some((other) => sameChoice(other, option)));
  const example = own ?? order[focus];
  if (own && isPlain) return { ...own, quantity: item.quantity };
  return own || !example ? undefined : plainLine(carriedOver(menu, example, item));
}

/** "A third kebab, same as the others": what the sentence added is as the line that is named, or the first one of its dish. */
export function alikeEdits(standing: Standing, clause: Clause, ordered: number): OrderEdit[] | undefined {
  const { order, words, menu, lattice } = standing;
  const last = order.length - 1;
  const added = order[last];
  if (words[clause.from] !== 'as') return undefined;
  if (last < ordered || !added) return [];
  const named = referenceAt(standing, clause.from + 1, clause.to)?.lines ?? [];
  const isAlike = (line: number): boolean => order[line] !== undefined && itemsOfLine(menu, order[line]).some((item) => itemsOfLine(menu, added).includes(item));
  const example = [...named, ...order.keys()].find((line) => line < last && isAlike(line));
  const token = lattice.tokens[clause.start];
  const span = { start: token?.start ?? 0, end: token?.end ?? 0 };
  return example === undefined || !order[example] ? [] : [{ operation: 'replace', line: last, item: itemOf({ ...order[example], quantity: added.quantity }, span) }];
}

/** Whether "double the ..." is said of lines, and not of what goes into one. */
export function speaksOfLines(standing: Standing, { start, from, to }: Clause): boolean {
  const { words } = standing;
  if (words.slice(start, to).some((word) => word === 'everything' || word === 'order' || word === 'it' || word === 'that' || word === 'them')) return true;
  return words[from - 1] !== 'the' || referenceAt(standing, from, to) !== undefined;
}

/** "Double it", "double everything". */
export function doubleEdits(standing: Standing, clause: Clause): OrderEdit[] {
  const { order, words, focus } = standing;
  // "Double the meat on the burrito" doubles no burrito.
  const reference = [clause.start + 1, clause.from].map((at) => referenceAt(standing, at, clause.to)).find((found) => found !== undefined && !found.preposition);
  const everything = words.slice(clause.start, clause.to).some((word) => word === 'everything' || word === 'order' || word === 'all');
  const lines = everything ? order.map((_, line) => line) : (reference?.lines ?? (clause.from === clause.to ? [focus] : []));
  return lines.flatMap((line) => {
    const quantity = order[line]?.quantity;
    return quantity === undefined ? [] : [{ operation: 'set_quantity' as const, line, quantity: 2 * quantity }];
  });
}
