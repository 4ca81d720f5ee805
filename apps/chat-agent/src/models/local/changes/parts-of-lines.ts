import { MAX_QUANTITY } from '@foodie-express/contracts';
import { applyEdits, type OrderEdit } from '@foodie-express/order-language';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import { mannersIn } from '../orders/kitchen-notes';
import { call, type Move } from '../move';
import { requestedLine, toOrderLine, toRequestedLine } from '../orders/order-reading';
import { numberOf, wordsOf } from '../speech/utterance';
import type { Wish } from '../orders/wishes';
import { invalidQuantity } from '../intents/orders/ordering';

/** "One biryani mild" of two: a part of the line, and not all that is left of it. */
export function partOf(menu: ReadableMenu, standing: readonly OrderLineFact[], edits: readonly OrderEdit[], said: string): Move | undefined {
  const counted = edits.find((edit) => edit.operation === 'set_quantity');
  const at = counted?.line;
  const line = at === undefined ? undefined : standing[at];
  if (counted === undefined || at === undefined || line === undefined || counted.quantity >= line.quantity || counted.quantity < 1) return undefined;
  const options = edits.flatMap((edit): OrderEdit[] => ((edit.operation === 'set_option' || edit.operation === 'unset_option') && edit.line === at ? [{ operation: edit.operation, option: edit.option, line: 0 }] : []));
  const notes = options.length > 0 ? [] : mannersIn(said).map(({ text }) => text);
  if (options.length + notes.length === 0 || options.length + 1 !== edits.length) return undefined;
  if (!/^(?:and |but |please )*(?:one|two|three|four|five|\d+)\b/.test(said) || /\b(?:only|just|make it|instead|actually|meant)\b/.test(said)) return undefined;
  const [part] = applyEdits(menu.compiled, [{ ...toOrderLine(line), quantity: counted.quantity }], options);
  if (part === undefined) return undefined;
  const items = standing.flatMap((each, index) => (index === at ? [{ ...toRequestedLine(each), quantity: each.quantity - counted.quantity }, requestedLine(part, notes)] : [toRequestedLine(each)]));
  return call('change_order', { items }, { question: undefined, note: undefined });
}

/** "One of them should be jain." */
export function partManner(said: string): Wish | undefined {
  const [, count = '', text] = /^(?:make )?(one|two|three|four|five|\d+)(?: of (?:them|those|it))?(?: (?:should|must|has to|have to|needs to|need to) be| is| be)? ((?:(?:very|extra|not|less) )?(?:jain|spicy|crispy|sweet|salty|dry|soft|well done))(?: please)?$/.exec(said) ?? [];
  const number = numberOf(count);
  return text === undefined || number === undefined ? undefined : { text, start: 0, portion: { count: number, of: [] } };
}

/** "Make the biryani spicy", where the menu has several choices that are. */
export function tasteOf(said: string): string | undefined {
  return /^(?:make|keep|have|i want|it should be|please make)\b.*?\b((?:(?:very|extra|really|too|not too|not|less|a bit|little) )?(?:spicy|crispy|sweet|salty|dry|soft|thick|thin))\b/.exec(said)?.[1];
}

export function tasteFor(said: string, standing: readonly OrderLineFact[]): Wish['portion'] {
  const words = wordsOf(said);
  const named = standing.flatMap(({ itemName }) => wordsOf(itemName.toLowerCase())).filter((word) => word.length >= 3 && words.includes(word));
  return named.length === 0 ? undefined : { count: 'all', of: named.slice(0, 1) };
}

/** "Just one of each", "make it two of everything". */
export function eachCounted(said: string, standing: readonly OrderLineFact[]): Move | undefined {
  const quantity = numberOf(/^(?:(?:just|only|make it|make them|i want|give me)[ ,]+)*(\w+) (?:of each|each|of everything|of all)(?: (?:please|only))*$/.exec(said)?.[1] ?? '');
  if (quantity === undefined || standing.length < 2) return undefined;
  if (quantity < 1 || quantity > MAX_QUANTITY) return invalidQuantity(quantity);
  return call('change_order', { items: standing.map((line) => ({ ...toRequestedLine(line), quantity })) }, { question: undefined });
}
