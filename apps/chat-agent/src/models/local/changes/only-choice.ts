import { parseEdits } from '@foodie-express/order-language';
import { call, type Move } from '../move';
import { toOrderLine, toRequestedLine } from '../orders/order-reading';
import type { Change } from './change';

const ONLY = /^(?:(?:no|and|but|i said|i meant|i want|make|keep)[ ,]+)*(the [\p{L}\p{N} ]+?|it|that)(?: one)?(?: (?:should|must|has to|needs to))?(?: (?:be|have|is|to be|with))? (?:only|just) (?:with )?([\p{L} ]+)$/u;
const ONLY_BEHIND = /^(?:(?:no|and|but|i said|i meant|i want)[ ,]+)*(the [\p{L}\p{N} ]+?|it|that)(?: one)? (?:should|must|has to|needs to) (?:be|have) (?:with )?([\p{L} ]+?) (?:only|alone)$/u;

/** "The second should be only chicken", where it has lamb as well: of that kind it has what is said and nothing else. */
export function onlyChoice({ standing, menu, said }: Change): Move | undefined {
  const [, line = '', what = ''] = ONLY.exec(said) ?? ONLY_BEHIND.exec(said) ?? [];
  const names = what.split(/ and | with /).map((name) => name.trim());
  const groups = menu.menu.option_groups.flatMap(({ id, max, choices }) => {
    const own = names.map((name) => choices.find((choice) => [choice.name, ...(choice.aliases ?? [])].some((each) => each.toLowerCase() === name))?.id);
    return max !== 1 && own.every((choice) => choice !== undefined) ? [{ id, choices: own }] : [];
  });
  const [group, ...others] = groups;
  if (what === '' || group === undefined || others.length > 0) return undefined;
  // Without what the lines have of the kind, so that the words change the one that they mean.
  const bare = standing.map(toOrderLine).map((each) => ({ ...each, options: each.options.filter(({ groupId }) => groupId !== group.id) }));
  const { edits, unknown } = parseEdits(menu.compiled, `make ${line === 'it' || line === 'that' || line.endsWith(' one') ? line : `${line} one`} ${what}`, bare);
  const [at, ...more] = [...new Set(edits.map((edit) => (edit.operation === 'set_option' && edit.option.groupId === group.id ? edit.line : undefined)))];
  if (at === undefined || more.length > 0 || unknown.length > 0) return undefined;
  const items = standing.map(toRequestedLine).map((each, index) => {
    const kept = (each.options ?? []).filter((option) => option.group !== group.id);
    return index === at ? { ...each, options: [...kept, ...group.choices.map((choice) => ({ choice, group: group.id }))] } : each;
  });
  return call('change_order', { items }, { question: undefined });
}
