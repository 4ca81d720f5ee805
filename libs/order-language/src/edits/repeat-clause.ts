import type { Clause } from './clauses';
import type { OrderEdit } from './order-edit';
import { readWith, settled } from './line-changes';
import { referenceAt } from './references';
import type { Standing } from './standing';
import { itemOf, itemsOfLine } from './standing-line';

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
