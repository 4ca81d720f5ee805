import type { Token } from '../text/tokenize';
import { DEFINITES, isOrdinaryOne } from './edit-words';
import type { OrderOption } from '../parsed-order';
import type { OrderEdit } from './order-edit';
import type { ClauseResult } from './parse-edits';
import type { Reference } from './references';
import { positions, tokensAt, type Standing } from './standing';
import { hasAny, saysOptions } from './options-said';
import { findTargets, havingFirst, choicesSaid, linesOf } from './targets';
import { choicesOfOption, itemsOfLine, plainOption, sameChoice } from './standing-line';
import { changeLines } from './change-lines';

/** One thing for another: a line for an item, an option for an option. Undefined where the words before do not say what goes. */
export function swap(standing: Standing, replaced: readonly [number, number], wanted: readonly [number, number], text: string): ClauseResult | undefined {
  const targets = findTargets(standing, replaced[0], replaced[1], () => true);
  const rest = tokensAt(standing, positions(...wanted));
  if (targets.references.some((reference) => !reference.preposition) && !saysOptions(standing, targets.rest)) {
    return changeLines(standing, targets, rest, 2, text, 'change');
  }
  const akin = isOrdinaryOne(standing.words, replaced[0] + (DEFINITES.has(standing.words[replaced[0]] ?? '') ? 1 : 0)) ? linesAkin(standing, wanted) : [];
  if (akin.length === 1) return changeLines(standing, { ...targets, references: akin.map(referenceTo) }, rest, 2, text, 'change');
  if (!saysOptions(standing, targets.rest)) {
    const reversed = findTargets(standing, wanted[0], wanted[1], (reference) => reference.definite);
    if (reversed.references.length === 0) return undefined;
    return changeLines(standing, reversed, tokensAt(standing, positions(...replaced)), 2, text);
  }
  const old = choicesSaid(standing, targets.rest);
  const others = findTargets(standing, wanted[0], wanted[1], (reference) => reference.definite || reference.lines.length > 1 || (!reference.preposition && reference.lines.some((line) => hasAny(standing, line, old))));
  const said = linesOf(targets).length > 0 ? targets : others;
  const having = linesOf(said).length > 0 ? undefined : havingFirst(standing, targets.rest)[0];
  const named = having === undefined ? said : { ...said, references: [referenceTo(having)] };
  const instead: Token[] = ['instead', 'of'].map((word) => ({ word, start: 0, end: 0, before: 'none' }));
  const tokens = [...tokensAt(standing, others.rest), ...instead, ...tokensAt(standing, targets.rest)];
  return takenBack(standing, changeLines(standing, named, tokens, 1, text), old);
}

/** "White chocolate mocha instead of the regular one": the lines whose dishes share the noun of what is wanted. */
function linesAkin({ menu, order, lattice }: Standing, wanted: readonly [number, number]): number[] {
  const names = positions(...wanted).flatMap((at) => (lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'item' && edge.gap < 0 && edge.cost < PLAIN_NAME_COST ? [{ length: edge.end - at, items: edge.items }] : [])));
  const items = names.sort((one, other) => other.length - one.length)[0]?.items ?? [];
  const endings = new Set(items.flatMap((item) => [...(menu.items[item]?.endings ?? [])].slice(0, 1)));
  return order.flatMap((line, k) => (itemsOfLine(menu, line).some((item) => !items.includes(item) && [...endings].some((ending) => menu.items[item]?.endings.has(ending))) ? [k] : []));
}

/** Words that cost less name a dish by nearly its own name. */
const PLAIN_NAME_COST = 0.6;

/** Where the order has what is to be replaced, that is taken back rather than refused. */
export function takenBack(standing: Standing, result: ClauseResult, old: readonly number[]): ClauseResult {
  const { menu, order } = standing;
  const isOld = (option: OrderOption): boolean => choicesOfOption(menu, option).some((choice) => old.includes(choice));
  const lines = [...new Set(result.edits.flatMap((edit) => (edit.operation === 'set_option' && edit.line !== undefined ? [edit.line] : [])))];
  const had = lines.flatMap((line) => (order[line]?.options ?? []).flatMap((option) => (!option.negated && isOld(option) ? [{ line, option }] : [])));
  const replaced = (line: number | undefined, groupId: string): boolean =>
    result.edits.some((edit) => edit.operation === 'set_option' && edit.line === line && edit.option.groupId === groupId && !edit.option.negated);
  const undone = had.flatMap(({ line, option }): OrderEdit[] => {
    const exclusive = menu.groups[menu.groupPositions.get(option.groupId) ?? -1]?.exclusive ?? false;
    return exclusive && replaced(line, option.groupId) ? [] : [{ operation: 'unset_option', line, option: plainOption(option) }];
  });
  const parted = result.edits.map((edit) => (edit.operation === 'replace' ? { ...edit, item: { ...edit.item, options: edit.item.options.filter((option) => !isOld(option)) } } : edit));
  const kept = parted.filter((edit) => edit.operation !== 'set_option' || !edit.option.negated || !had.some(({ line, option }) => line === edit.line && sameChoice(option, edit.option)));
  return { ...result, edits: [...undone, ...kept] };
}

function referenceTo(line: number): Reference {
  return { start: 0, end: 0, lines: [line], ambiguous: false, quantity: undefined, definite: true, preposition: false, pronoun: false, loose: false, fitting: 0 };
}
