export { compileMenu, type CompiledMenu } from './menu/compile-menu';
export { menuSchema, type Choice, type Menu, type MenuItem, type OptionGroup } from './menu/menu-schema';
export { parseOrder } from './parse-order';
export type {
  ItemReference,
  ItemRemark,
  OrderLine,
  OrderOption,
  ParsedItem,
  ParsedOption,
  ParsedOrder,
  Qualifier,
  Remark,
  Span,
  Suggestion,
  UnknownPhrase,
} from './parsed-order';
export { applyEdits } from './edits/apply-edits';
export type { LineReference, OrderEdit, ParsedEdits } from './edits/order-edit';
export { parseEdits } from './edits/parse-edits';
export { editsToWire, lineToWire, orderSchema, orderToWire } from './wire';
export { renderOrder } from './render';
