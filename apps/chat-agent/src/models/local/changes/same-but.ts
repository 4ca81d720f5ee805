import { applyEdits, type OrderEdit } from '@foodie-express/order-language';
import { call, type Move } from '../move';
import { wishIn } from '../orders/kitchen-notes';
import { requestedLine, toOrderLine, toRequestedLine } from '../orders/order-reading';
import { numberOf, ordinalOf, wordsOf } from '../speech/utterance';
import type { Change } from './change';
import { readEdits } from './edits-read';

/** "The same but chicken", "one more like the second, without chilli". */
const SAME_BUT =
  /^(?:(?:and|also|add|plus|please|i want|i'll have|give me|get me)[ ,]+)*(?:(?:the|an?|one|two|three|four|another|\d+) )*?(?:same|one more|another(?: one)?|like)(?: (?:again|thing|one|order|dish|as|like|of|for (?:me|us|him|her|them|my \p{L}+)))*(?: (?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th)(?: one| line| dish)?)?[ ,]+(?:but(?: (?:with|make it|in))?|except(?: (?:with|for))?|only(?: with)?|just(?: with)?) (\S.*)$/u;
const INSTEAD = /^(?:an? |the )?([\p{L} ]{2,30}?) (?:instead of|rather than|not|in place of|for) (?:the |an? )?([\p{L} ]{2,30})$/u;
const CLAUSES = / ?, (?:and |but )?| and (?=(?:no|without|with|less|extra|not|small|large|medium)\b)| but /;

/** One more of a line that stands, made otherwise: "the same but chicken instead of lamb and no chilli"; undefined where what is other is not clear. */
export function sameBut(change: Change): Move | undefined {
  const { menu: { compiled }, standing, spoken, said } = change;
  const [whole, which, how = ''] = SAME_BUT.exec(said) ?? SAME_BUT.exec(spoken) ?? [];
  const base = whole === undefined ? undefined : standing.at(which === undefined ? -1 : (ordinalOf(which) ?? -1));
  if (whole === undefined || base === undefined) return undefined;
  const quantity = wordsOf(whole.slice(0, whole.length - how.length)).map(numberOf).find((number) => number !== undefined && number >= 1) ?? 1;
  const line = { ...base, quantity };
  const others = how.split(CLAUSES).filter((clause) => clause.trim() !== '').map((clause) => otherwise({ ...change, standing: [line] }, clause));
  if (others.some((other) => other === undefined)) return undefined;
  const [made, ...more] = applyEdits(compiled, [toOrderLine(line)], others.flatMap((other) => other?.edits ?? []));
  if (made === undefined || more.length > 0) return undefined;
  return call('change_order', { items: [...standing.map(toRequestedLine), requestedLine(made, others.flatMap((other) => other?.notes ?? []))] }, { question: undefined });
}

/** What one clause makes other about the line; undefined where that is not clear. */
function otherwise(change: Change, clause: string): { readonly edits: readonly OrderEdit[]; readonly notes: readonly string[] } | undefined {
  const [, taken, left] = INSTEAD.exec(clause) ?? [];
  const said = taken === undefined || left === undefined ? (/^(?:no|without|with|less|extra|not)\b/.test(clause) ? clause : `make it ${clause}`) : `swap ${left} for ${taken}`;
  const { edits, unknown, wishes } = readEdits({ ...change, said, spoken: said }, { choice: undefined, wish: undefined, isOptionAlone: false });
  const isClear = edits.length > 0 && unknown.length === 0 && edits.every(({ operation }) => operation === 'set_option' || operation === 'unset_option');
  if (isClear) return { edits, notes: wishes.map(({ text }) => text) };
  const wish = wishIn(clause);
  return wish === undefined ? undefined : { edits: [], notes: [wish] };
}
