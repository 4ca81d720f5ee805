import { formatMoney, toMinorUnits } from '@foodie-express/contracts';
import type { Dialogue } from '../../dialogue';
import { call, type Move, say } from '../../move';
import { numberOf } from '../../speech/utterance';

const SHARING = /\b(?:if (?:we are )?\w+ (?:people |of us )?(?:share|split|pay)|split|divide|divided|share the (?:bill|cost|total)|(?:how much|what|total) (?:(?:is|does|do|will|would|should) )?(?:it |that |the total |we |each )*(?:pay )?(?:each|per (?:person|head)|a head|apiece)|(?:that|it|this|total|much|bill)\b.*\bper (?:person|head)|each (?:of us )?(?:pays?|owes?)\b|(?:bill|cost) (?:per (?:head|person)|each))\b/;
const AMONG = /\b(\w+) (?:people|persons?|of us|ways?|friends|guys)\b|\b(?:between|among|amongst|by|into|for|we are|with) (?:the |all )?(\w+)\b/g;
const ASKED_AGAIN = /^(?:(?:and|ok|no|what|how|about|if|we|are|it's|for|with|per|person|each)[ ,]+)*(\w+)(?: (?:people|persons?|of us|ways?|friends))?$/;

const WHETHER = /^(?:(?:and|so|but|ok|hm+|then)[ ,]+)*(?:(?:is|are|am|will|would|does|do) (?:that|it|this|they|everything|all|we|i|(?:my|the|our) (?:order|total|bill))(?: all)?(?: (?:still|be|come|cost|stay|get|go|keep|fit|total))*(?: to)?|still|total|it's|that's|we're) ?(under|below|less than|within|inside|over|above|more than|in|into)? (?:the |my |our )?(?:rs\.?|inr|budget of)? ?(\d{2,6})(?= |$)(?: (?:rs|rupees?|inr|bucks?|dollars?|budget|still|right|no|na|yes|then))*$/;
/** "What's left of 1500?" */
const LEFT = /\b(?:what(?:'s| is)?|how much|anything|money|is)(?: (?:is|would be|will be|money|do (?:i|we) have|do we|have))* left (?:of|from|out of|over from|in|on) (?:the |my |our )?(?:rs\.? ?)?(\d{2,6})\b/;

/** "Is 500 enough?", "do I get change from 1000?": what a note does for the order that was shown. */
const COVERS = /^(?:(?:and|so|but|ok|hm+|then)[ ,]+)*(?:(?:is|are|will|would|does) (?:rs\.? ?)?(\d{2,6})(?: ?(?:rs|rupees?|inr|bucks?|dollars?))?(?: be)? (?:enough|sufficient|ok|do|cover)(?: (?:it|that|this|for (?:it|that|this|everything|all of (?:it|that)|my order|the order)))?|(?:(?:do|does|will|would|is|are|how much|what|any|much|i|we|there|have|has|get|be|the|my|our)[ ,]+)+change(?: (?:left|back|over))*(?: (?:from|of|out of|for)) (?:rs\.? ?)?(\d{2,6})(?: ?(?:rs|rupees?|inr|bucks?|dollars?))?)$/;

/** "Is that under 100?": the total of the order that was shown. */
export function withinTotal({ text, facts: { pendingOrder } }: Dialogue): Move | undefined {
  const [, bound = '', amount] = WHETHER.exec(text) ?? [];
  const [, enough, note = enough ?? LEFT.exec(text)?.[1]] = COVERS.exec(text) ?? [];
  if (pendingOrder === undefined) return undefined;
  const { total, currency } = pendingOrder;
  if (note !== undefined) return call('show_order', {}, { note: changeOf(toMinorUnits(Number(note), currency), toMinorUnits(total, currency), currency) });
  if (amount === undefined) return undefined;
  const isOver = /over|above|more/.test(bound);
  const isSo = isOver ? total > Number(amount) : /^(?:within|inside|in|into)?$/.test(bound) ? total <= Number(amount) : total < Number(amount);
  return call('show_order', {}, { note: `${isSo ? 'Yes' : 'No'}: it comes to ${formatMoney(toMinorUnits(total, currency), currency)}, tax included.` });
}

/** In minor units. */
function changeOf(note: number, total: number, currency: string): string {
  const rest = formatMoney(Math.abs(note - total), currency);
  if (note < total) return `No: ${formatMoney(total, currency)} is ${rest} more than ${formatMoney(note, currency)}.`;
  return `Yes: ${rest} is left of ${formatMoney(note, currency)}.`;
}

/** "Split it between 4", "how much is that each?": a part of the total of the order that was shown. */
export function sharing({ text, facts: { pendingOrder }, memory, people }: Dialogue): Move | undefined {
  if (pendingOrder === undefined) return undefined;
  const isAgain = memory.asked === 'share' && numberOf(ASKED_AGAIN.exec(text)?.[1] ?? '') !== undefined;
  if (!SHARING.test(text) && !isAgain) return undefined;
  const [among] = [...text.matchAll(AMONG)].flatMap(([, before = '', behind = '']) => numberOf(before) ?? numberOf(behind) ?? []);
  const count = (isAgain ? numberOf(ASKED_AGAIN.exec(text)?.[1] ?? '') : undefined) ?? among ?? people;
  if (count === undefined || count < 2 || count > 100) return say('Between how many shall I split it? Say for example: split it between 3. Your order is as it was.', ['Split it between 2', 'Show my order'], { asked: 'share' });
  const { total, currency } = pendingOrder;
  const units = toMinorUnits(total, currency);
  const share = Math.ceil(units / count);
  const isExact = share * count === units;
  return call('show_order', {}, { asked: 'share', note: `${formatMoney(units, currency)} for ${count} is ${isExact ? '' : 'about '}${formatMoney(share, currency)} each.` });
}
