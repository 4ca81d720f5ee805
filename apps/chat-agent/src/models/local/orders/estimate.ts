import { type Restaurant, toDecimal, toMinorUnits } from '@foodie-express/contracts';
import type { RequestedLine } from '../dialogue-memory';

type Group = Restaurant['option_groups'][number];

export interface EstimatedLine {
  readonly line: RequestedLine;
  readonly total: number;
  /** Names of the choices that were said, as the menu has them. */
  readonly options: readonly string[];
  /** Groups that an order has to choose from and where nothing was said. */
  readonly open: readonly Group[];
}

/** What lines would cost by the menu: `subtotal` is the sum of their prices, `total` is with tax. */
export interface Estimate {
  readonly lines: readonly EstimatedLine[];
  readonly subtotal: number;
  readonly total: number;
}

export function estimate(restaurant: Restaurant, lines: readonly RequestedLine[]): Estimate {
  const estimated = lines.flatMap((line) => estimatedLine(restaurant, line) ?? []);
  const { currency, tax } = restaurant;
  const units = estimated.reduce((sum, { total }) => sum + toMinorUnits(total, currency), 0);
  const added = tax === undefined || tax.included_in_prices ? 0 : Math.round(units * tax.rate);
  return { lines: estimated, subtotal: toDecimal(units, currency), total: toDecimal(units + added, currency) };
}

export function groupsOf({ option_groups }: Restaurant, { option_groups: ids = [] }: Restaurant['items'][number]): Group[] {
  return option_groups.filter(({ id }) => ids.includes(id));
}

function estimatedLine(restaurant: Restaurant, line: RequestedLine): EstimatedLine | undefined {
  const item = restaurant.items.find(({ item_name }) => item_name === line.item_name);
  if (item === undefined) return undefined;
  const chosen = (line.options ?? []).filter(({ negated }) => negated !== true);
  const groups = groupsOf(restaurant, item);
  const said = groups.flatMap((group) => chosen.filter(({ group: id }) => id === group.id).flatMap(({ choice, count = 1 }) => priced(group, choice, count)));
  const unsaid = groups.filter(({ id }) => !chosen.some(({ group }) => group === id));
  const preset = unsaid.flatMap((group) => [group.default ?? []].flat().flatMap((choice) => priced(group, choice, 1)));
  const unit = [...said, ...preset].reduce((sum, { price }) => sum + toMinorUnits(price, restaurant.currency), toMinorUnits(item.price, restaurant.currency));
  return {
    line,
    total: toDecimal(unit * line.quantity, restaurant.currency),
    options: said.map(({ name }) => name),
    open: unsaid.filter(({ min = 0, default: own }) => min > 0 && own === undefined),
  };
}

function priced({ choices }: Group, id: string, count: number): { name: string; price: number }[] {
  return choices.filter((choice) => choice.id === id).map(({ name, price = 0 }) => ({ name: count > 1 ? `${String(count)} × ${name}` : name, price: price * count }));
}
