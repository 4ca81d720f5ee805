import type { OrderEdit } from './order-edit';

/** The same change, of a line that the words leave open among several. */
export function onAnyOf(edit: OrderEdit, lines: readonly number[]): OrderEdit {
  if (edit.operation === 'add' || edit.operation === 'clear') return edit;
  return { ...edit, line: undefined, lineCandidates: lines };
}
