import { z } from 'zod';
import type { OrderEdit, ParsedEdits } from './edits/order-edit';
import type { OrderLine, OrderOption, ParsedItem, ParsedOption, ParsedOrder, UnknownPhrase } from './parsed-order';

type Wire = Record<string, unknown>;

/** The parse format on the wire, in snake_case: `items` with `item_id` or `candidates`, `unknown`, and where there are any `options` and `remarks`. What is plain is left out. */
export function orderToWire(order: ParsedOrder): Wire {
  return { items: order.items.map(parsedItemToWire), unknown: order.unknown.map(unknownToWire), ...leftToWire(order) };
}

function leftToWire({ options, remarks }: ParsedOrder): Wire {
  return { ...(options.length > 0 ? { options: options.map(parsedOptionToWire) } : {}), ...(remarks.length > 0 ? { remarks } : {}) };
}

/** `edits` in snake_case, `unknown`, and where there are any `remarks`. */
export function editsToWire(parsed: ParsedEdits): Wire {
  return { edits: parsed.edits.map(editToWire), unknown: parsed.unknown.map(unknownToWire), ...(parsed.remarks.length > 0 ? { remarks: parsed.remarks } : {}) };
}

/** A line of an order, without where it was said. */
export function lineToWire(line: OrderLine): Wire {
  return { ...itemReference(line), quantity: line.quantity, options: line.options.map(optionToWire) };
}

function parsedItemToWire(item: ParsedItem): Wire {
  return { ...itemReference(item), quantity: item.quantity, options: item.options.map(parsedOptionToWire), span: item.span };
}

function itemReference(line: OrderLine): Wire {
  return line.candidates ? { candidates: line.candidates } : { item_id: line.itemId };
}

function parsedOptionToWire(option: ParsedOption): Wire {
  return { ...optionToWire(option), span: option.span };
}

function optionToWire(option: OrderOption): Wire {
  return {
    group_id: option.groupId,
    ...(option.candidates ? { candidates: option.candidates } : { choice_id: option.choiceId }),
    ...(option.qualifier ? { qualifier: option.qualifier } : {}),
    ...(option.negated ? { negated: true } : {}),
    ...(option.count === undefined ? {} : { count: option.count }),
  };
}

function unknownToWire({ text, span, suggestions }: UnknownPhrase): Wire {
  return { text, span, suggestions: suggestions.map(({ kind, id, groupId, name }) => ({ kind, id, ...(groupId === undefined ? {} : { group_id: groupId }), name })) };
}

function editToWire(edit: OrderEdit): Wire {
  if (edit.operation === 'clear') return { operation: 'clear' };
  if (edit.operation === 'add') return { operation: 'add', item: parsedItemToWire(edit.item) };
  return {
    operation: edit.operation,
    ...(edit.lineCandidates ? { line_candidates: edit.lineCandidates } : { line: edit.line }),
    ...('quantity' in edit ? { quantity: edit.quantity } : {}),
    ...('item' in edit ? { item: parsedItemToWire(edit.item) } : {}),
    ...('option' in edit ? { option: optionToWire(edit.option) } : {}),
  };
}

const id = z.string().min(1).max(100);
const candidates = z.array(id).min(1).max(200);

const optionSchema = z
  .object({
    group_id: id,
    choice_id: id.optional(),
    candidates: candidates.optional(),
    qualifier: z.enum(['light', 'extra']).optional(),
    negated: z.boolean().optional(),
    count: z.number().int().min(1).max(1_000).optional(),
  })
  .refine((option) => (option.choice_id === undefined) !== (option.candidates === undefined), 'needs either choice_id or candidates')
  .transform(
    (option): OrderOption => ({
      groupId: option.group_id,
      ...(option.candidates ? { candidates: option.candidates } : { choiceId: option.choice_id ?? '' }),
      ...(option.qualifier ? { qualifier: option.qualifier } : {}),
      ...(option.negated ? { negated: true as const } : {}),
      ...(option.count !== undefined && option.count > 1 ? { count: option.count } : {}),
    }),
  );

const lineSchema = z
  .object({
    item_id: id.optional(),
    candidates: candidates.optional(),
    quantity: z.number().int().min(1).max(1_000).default(1),
    options: z.array(optionSchema).max(200).default([]),
  })
  .refine((line) => (line.item_id === undefined) !== (line.candidates === undefined), 'needs either item_id or candidates')
  .transform(
    (line): OrderLine => ({
      ...(line.candidates ? { candidates: line.candidates } : { itemId: line.item_id ?? '' }),
      quantity: line.quantity,
      options: line.options,
    }),
  );

/** An order in the parse format, `{"items": [...]}` or the bare list, read into its lines. */
export const orderSchema = z.preprocess((order) => (Array.isArray(order) ? { items: order as unknown[] } : order), z.object({ items: z.array(lineSchema).max(500) }).transform((order) => order.items));
