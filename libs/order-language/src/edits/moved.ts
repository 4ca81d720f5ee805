import type { OrderOption } from '../parsed-order';
import type { Clause } from './clauses';
import { given, groupAt, optionsOf, takes } from './exchange';
import type { OrderEdit } from './order-edit';
import type { ClauseResult } from './parse-edits';
import { referenceAt, type Reference } from './references';
import { choicesOfOption, plainOption } from './standing-line';
import { positions, type Standing } from './standing';
import { choicesSaid } from './targets';

/** An option of a line of the order. */
interface Owned {
  readonly line: number;
  readonly option: OrderOption;
}

/** "Move the olives to the calzone", "put the oat milk in the mocha instead": what one line has goes to another. */
export function moved(standing: Standing, { from, to }: Clause): ClauseResult | undefined {
  const target = positions(from, to).flatMap((at) => referenceAt(standing, at, to) ?? []).find((reference) => reference.preposition && standing.words[reference.start] !== 'from');
  const [line, ...others] = target?.lines ?? [];
  if (!target || line === undefined || others.length > 0) return undefined;
  const owned = ownersOf(standing, choicesSaid(standing, positions(from, target.start)));
  const gone = owned.filter((each) => each.line !== line);
  const takesAll = gone.every(({ option }) => takes(standing, line, standing.menu.groupPositions.get(option.groupId) ?? -1));
  if (gone.length === 0 || gone.length < owned.length || new Set(gone.map((each) => each.line)).size > 1 || !takesAll) return undefined;
  return { edits: gone.flatMap((each) => handedOver(each, line)), unknown: [], focus: line };
}

/** "Swap the olives and the onion": two lines exchange one option each. */
export function exchangedOptions(standing: Standing, { from, to }: Clause): ClauseResult | undefined {
  if (!standing.words.slice(from, to).includes('and')) return undefined;
  const [one, other, ...others] = ownersOf(standing, choicesSaid(standing, positions(from, to)));
  if (!one || !other || others.length > 0 || one.line === other.line || one.option.groupId !== other.option.groupId) return undefined;
  return { edits: [...handedOver(one, other.line), ...handedOver(other, one.line)], unknown: [], focus: standing.focus, lines: [one.line, other.line] };
}

/** "Make the mocha the same size as the latte", "the same toppings on the calzone": a line gets what another has of a group. */
export function sameGroup(standing: Standing, { from, to }: Clause): ClauseResult | undefined {
  const { words, order } = standing;
  const at = words.indexOf('same', from);
  const named = at < from || at >= to ? undefined : groupAt(standing, at + 1, to);
  if (!named) return undefined;
  const like = words[named.end] === 'as' ? referenceAt(standing, named.end + 1, to) : undefined;
  const before = references(standing, from, at).filter((reference) => like !== undefined || reference.preposition);
  const behind = references(standing, like?.end ?? named.end, to).filter((reference) => reference.preposition);
  const targets = [...new Set([...before, ...behind].flatMap((reference) => reference.lines))].filter((line) => takes(standing, line, named.group) && !like?.lines.includes(line));
  const having = order.flatMap((_, line) => (targets.includes(line) && targets.length < order.length ? [] : optionsOf(standing, named.group, line).length > 0 ? [line] : []));
  const [example, ...others] = like?.lines ?? having;
  if (example === undefined || others.length > 0 || targets.length === 0) return undefined;
  return { edits: targets.filter((line) => line !== example).flatMap((line) => given(standing, named.group, example, line)), unknown: [], focus: targets.at(-1) ?? standing.focus };
}

function references(standing: Standing, from: number, to: number): Reference[] {
  const found: Reference[] = [];
  for (let at = from; at < to; ) {
    const reference = referenceAt(standing, at, to);
    if (reference) found.push(reference);
    at = reference?.end ?? at + 1;
  }
  return found;
}

function ownersOf({ menu, order }: Standing, choices: readonly number[]): Owned[] {
  return order.flatMap((line, k) => line.options.flatMap((option) => (!option.negated && choicesOfOption(menu, option).some((choice) => choices.includes(choice)) ? [{ line: k, option }] : [])));
}

function handedOver({ line, option }: Owned, to: number): OrderEdit[] {
  return [{ operation: 'unset_option', line, option }, { operation: 'set_option', line: to, option: plainOption(option) }];
}
