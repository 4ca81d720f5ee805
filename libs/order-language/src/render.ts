import { choicesOfOption, itemsOfLine } from './edits/standing-line';
import type { CompiledMenu } from './menu/compile-menu';
import type { OrderLine, OrderOption } from './parsed-order';

/**
 * An order in plain English, for reading back: "2 x Latte with Oat milk, extra Foam and without Sugar, and 1 x Muffin". `parseOrder`
 * understands it as the same order. Where an item or a choice is left open, its candidates are joined by "or".
 */
export function renderOrder(menu: CompiledMenu, order: readonly OrderLine[]): string {
  return order.map((line) => renderLine(menu, line)).join(', and ');
}

function renderLine(menu: CompiledMenu, line: OrderLine): string {
  const name = itemsOfLine(menu, line).map((item) => menu.items[item]?.name ?? '').join(' or ');
  const wanted = line.options.filter((option) => !option.negated).map((option) => renderOption(menu, option));
  const refused = line.options.filter((option) => option.negated).map((option) => renderOption(menu, option));
  return [`${line.quantity} x ${name}`, phrase('with', wanted, 'and'), phrase('without', refused, 'or')].filter((part) => part !== '').join(' ');
}

function phrase(preposition: string, parts: readonly string[], conjunction: string): string {
  if (parts.length === 0) return '';
  const last = parts.at(-1) ?? '';
  return parts.length === 1 ? `${preposition} ${last}` : `${preposition} ${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

function renderOption(menu: CompiledMenu, option: OrderOption): string {
  const name = choicesOfOption(menu, option).map((choice) => menu.choices[choice]?.name ?? '').join(' or ');
  return [option.qualifier ?? '', (option.count ?? 1) > 1 ? String(option.count) : '', name].filter((part) => part !== '').join(' ');
}
