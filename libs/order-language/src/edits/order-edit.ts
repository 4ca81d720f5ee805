import type { OrderOption, ParsedItem, Remark, UnknownPhrase } from '../parsed-order';

/** Which line of the standing order is meant, counted from 0; or several that the words fit equally, so that the conversation can ask which. */
export type LineReference =
  | { readonly line: number; readonly lineCandidates?: undefined }
  | { readonly line?: undefined; readonly lineCandidates: readonly number[] };

/**
 * One change to a standing order. Lines are those of the order as it stood before any of the edits, so their positions never shift.
 * `quantity` on `remove` and `replace` means: for so many of the line only; absent, for the whole line.
 */
export type OrderEdit =
  | { readonly operation: 'add'; readonly item: ParsedItem }
  | ({ readonly operation: 'remove'; readonly quantity?: number } & LineReference)
  | ({ readonly operation: 'set_quantity'; readonly quantity: number } & LineReference)
  | ({ readonly operation: 'replace'; readonly item: ParsedItem; readonly quantity?: number } & LineReference)
  | ({ readonly operation: 'set_option'; readonly option: OrderOption } & LineReference)
  | ({ readonly operation: 'unset_option'; readonly option: OrderOption } & LineReference)
  | { readonly operation: 'clear' };

/** The edits that a sentence asks for; none where it asks for none. `unknown`: words that name nothing on the menu or in the order. */
export interface ParsedEdits {
  readonly edits: readonly OrderEdit[];
  readonly unknown: readonly UnknownPhrase[];
  readonly remarks: readonly Remark[];
}
