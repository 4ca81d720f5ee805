import type { OrderLineFact } from '../../chat-model';
import { call, type Move } from '../move';
import { toRequestedLine } from '../orders/order-reading';
import { numberOf, wordsOf } from '../speech/utterance';

const ON_SO_MANY = /^(?:just |only |but )*(?:on|for|in) (?:just |only )?(\w+)(?: (?:of (?:them|those|it)|only|please))*$/;
const ONLY_SO_MANY = /^(?:no+ )?(?:just |only )(\w+)(?: of (?:them|those|it))? ((?:with|without|no|extra|less|more|not)\b.*?)(?:,? (?:and )?(?:the |one )?(?:others?|rest|mine|hers|his|normal|plain|regular)\b.*)?$/;

/** "On one only", "only one of them without onion, the other normal": the wish that is on more of them. */
export function narrowed(standing: readonly OrderLineFact[], said: string): Move | undefined {
  const [, bare] = ON_SO_MANY.exec(said) ?? [];
  const [, some = bare, wish = ''] = ONLY_SO_MANY.exec(said) ?? [];
  const count = numberOf(some ?? '');
  const words = wordsOf(wish);
  const isMeant = ({ notes, quantity }: OrderLineFact) => notes !== undefined && count !== undefined && quantity > count && notes.split(', ').some((note) => words.every((word) => wordsOf(note).includes(word)));
  const at = standing.findLastIndex(isMeant);
  const line = standing[at];
  if (line === undefined || count === undefined) return undefined;
  const { notes, ...plain } = toRequestedLine(line);
  const items = standing.flatMap((each, index) => (index === at ? [{ ...plain, quantity: line.quantity - count }, { ...plain, quantity: count, ...(notes !== undefined && { notes }) }] : [toRequestedLine(each)]));
  return call('change_order', { items }, { question: undefined });
}
