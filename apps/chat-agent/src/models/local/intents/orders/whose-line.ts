import type { Dialogue } from '../../dialogue';
import { call, type Move } from '../../move';
import { dinerAsked } from '../../pointing/diners';

/** "What does dad get?": the line that was ordered for somebody. */
export function whoseLine({ text, facts: { order }, diners }: Dialogue): Move | undefined {
  const asked = dinerAsked(text, diners, order);
  if (asked === undefined) return undefined;
  const { who, line } = asked;
  return call('show_order', {}, { note: `For ${who === 'me' ? 'you' : who}: ${String(line.quantity)} × ${line.itemName}.` });
}
