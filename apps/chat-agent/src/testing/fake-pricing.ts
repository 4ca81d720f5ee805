import type { OrderInput, OrderLine, OrderOption, Quote, Restaurant } from '@foodie-express/contracts';
import { ConflictError, ValidationError } from '@foodie-express/error-messages';

/** Prices as restaurant-api does, as far as conversations go: options, defaults, tax; in decimals, which is enough for a test. */
export function fakeQuote(restaurant: Restaurant, { items }: OrderInput, scheduledFor: string | null): Quote {
  const lines = items.map((item) => fakeLine(restaurant, item));
  const subtotal = lines.reduce((sum, { line_total }) => sum + line_total, 0);
  const { tax, currency, name, id } = restaurant;
  const included = tax?.included_in_prices === true;
  const amount = tax === undefined ? 0 : Math.round((included ? (subtotal * tax.rate) / (1 + tax.rate) : subtotal * tax.rate) * 100) / 100;
  return {
    restaurant_id: id,
    restaurant_name: name,
    currency,
    lines,
    subtotal,
    tax: tax === undefined ? null : { ...tax, amount },
    total_price: included ? subtotal : subtotal + amount,
    scheduled_for: scheduledFor,
  };
}

function fakeLine({ items, option_groups }: Restaurant, wanted: OrderInput['items'][number]): OrderLine {
  const item = items.find(({ item_name }) => item_name.toLowerCase() === wanted.item_name.toLowerCase());
  if (item === undefined) throw new ValidationError([{ path: 'items.0.item_name', message: 'should be on the menu' }]);
  const groups = option_groups.filter(({ id }) => item.option_groups?.includes(id));
  const defaults: OrderOption[] = groups
    .filter(({ id }) => wanted.options?.some(({ group_id }) => group_id === id) !== true)
    .flatMap(({ id, default: preset }) => (preset === undefined ? [] : [preset].flat().map((choice_id) => ({ group_id: id, choice_id }))));
  const onMenu = groups.flatMap(({ id, choices }) => choices.map((choice) => `${id} ${choice.id}`));
  const position = ({ group_id, choice_id }: OrderOption) => onMenu.indexOf(`${group_id} ${choice_id}`);
  const options = [...(wanted.options ?? []), ...defaults].sort((left, right) => position(left) - position(right)).map((option) => {
    const choice = groups.find(({ id }) => id === option.group_id)?.choices.find(({ id }) => id === option.choice_id);
    if (choice === undefined) throw new ValidationError([{ path: 'items.0.options', message: 'should be on the menu' }]);
    return { ...option, name: choice.name, price: choice.price ?? 0 };
  });
  for (const { id, name, max } of groups) {
    const taken = options.filter(({ group_id, negated }) => group_id === id && negated !== true).length;
    if (max !== undefined && taken > max) throw new ValidationError([{ path: 'items.0.options', message: `should choose at most ${max} of ${name} (${id}), got ${taken}` }]);
  }
  const unitPrice = options.reduce((sum, { price, negated, count = 1 }) => sum + (negated === true ? 0 : price * count), item.price);
  if (wanted.price !== undefined && wanted.price !== unitPrice) throw new ConflictError(`The price of ${item.item_name} is ${unitPrice} now, not ${wanted.price}.`);
  return {
    item_id: item.id,
    item_name: item.item_name,
    quantity: wanted.quantity,
    base_price: item.price,
    unit_price: unitPrice,
    line_total: unitPrice * wanted.quantity,
    options,
    ...(wanted.notes !== undefined && { notes: wanted.notes }),
  };
}
