import type { ParsedOrder, ParsedOption, ParsedItem } from './parsed-order';

/** The parse format on the wire: `items` with `item_id` or `candidates`, in snake_case, without what is plain; and `unknown`. */
export function orderToWire(order: ParsedOrder): Record<string, unknown> {
  return { items: order.items.map(itemToWire), unknown: order.unknown };
}

export function itemToWire(item: ParsedItem): Record<string, unknown> {
  return {
    ...(item.candidates ? { candidates: item.candidates } : { item_id: item.itemId }),
    quantity: item.quantity,
    options: item.options.map(optionToWire),
    span: item.span,
  };
}

export function optionToWire(option: ParsedOption): Record<string, unknown> {
  return {
    group_id: option.groupId,
    ...(option.candidates ? { candidates: option.candidates } : { choice_id: option.choiceId }),
    ...(option.qualifier ? { qualifier: option.qualifier } : {}),
    ...(option.negated ? { negated: true } : {}),
    ...(option.count === undefined ? {} : { count: option.count }),
    span: option.span,
  };
}
