import { MAX_QUANTITY } from '@foodie-express/contracts';
import type { OrderLineFact } from '../../chat-model';
import { invalidQuantity } from '../intents/orders/ordering';
import { cutIn } from '../orders/cut';
import { joinNotes } from '../orders/kitchen-notes';
import { call, type Move } from '../move';
import { toRequestedLine } from '../orders/order-reading';
import { whatToRemove, whichLine, whichQuantity } from './ask-back';
import { changeOfNotes } from './line-notes';
import type { Change } from './change';
import { eachCounted, partManner } from './parts-of-lines';
import { wordsOf } from '../speech/utterance';
import { readRecounts, type Recount } from './recounting';
import { narrowed } from './narrowing';
import { onlyChoice } from './only-choice';
import { onlyOnLines, removedByNote, widened, wished, wishTakenBack } from './wishing';

/** "And a pani puri? no, forget it": thought aloud. */
const TAKEN_BACK = /[ ,](?:no,? )?(?:forget it|never ?mind|ignore that|actually no|no no|no leave it|no let it be|no,? forget (?:it|that|about it))(?: (?:thanks|please))?$/;
const REMOVE_ALONE = /^(?:(?:remove|delete|take (?:off|out|away)|i want to remove)(?: (?:something|one thing|an item|a dish|items?))?|(?:take|remove|drop|delete) (?:just |only )?(?:one|1)(?: (?:off|out|away|please|of (?:it|them|those)))*)$/;

/** What speaks of the lines that stand and of their notes, and names nothing of the menu. */
export function changeOfLines({ menu, standing, spoken, said }: Change): Move | undefined {
  if (/^\d{1,4}$/.test(said) && standing.length > 1) return whichQuantity(Number(said), standing);
  if (TAKEN_BACK.test(spoken)) return call('show_order', {}, { question: undefined, note: 'All right, your order is as it was:' });
  const cut = cutIn(said);
  if (cut !== undefined) return wished(menu, standing, [{ text: cut.note, start: 0, portion: { count: 'all', of: namedOf(cut.of, standing) } }]);
  return changeOfNotes(menu, standing, said) ?? removedByNote(standing, said) ?? wishTakenBack(standing, said) ?? narrowed(standing, said) ?? onlyOnLines(standing, spoken) ?? widened(standing, said) ?? (REMOVE_ALONE.test(said) ? whatToRemove(standing) : undefined);
}

/** The words of what is named that the order has. */
function namedOf(named: string | undefined, standing: readonly OrderLineFact[]): string[] {
  const own = new Set(standing.flatMap(({ itemName }) => wordsOf(itemName.toLowerCase())));
  return wordsOf(named ?? '').map((word) => (own.has(word) ? word : word.replace(/s$/, ''))).filter((word) => own.has(word));
}

/** What says how many of lines that stand, or how some of them should be. */
export function changeOfCounts(change: Change): Move | undefined {
  const { standing, menu, spoken, said } = change;
  const part = partManner(said);
  if (part !== undefined) return wished(menu, standing, [part]);
  const only = onlyChoice(change);
  if (only !== undefined) return only;
  const each = eachCounted(said, standing);
  if (each !== undefined) return each;
  const recounts = readRecounts(menu.compiled, spoken, standing);
  return recounts === undefined ? undefined : recounted(menu, standing, recounts);
}

/** The wish as a note on every line, as it named none; undefined takes all notes off. "For her" is for the one that something was asked for before. */
export function noted(standing: readonly OrderLineFact[], wish: string | undefined, isForOne = false): Move {
  const [one, ...others] = isForOne ? standing.filter(({ notes }) => notes !== undefined) : [];
  const items = standing.map((line) => {
    const { notes, ...requested } = toRequestedLine(line);
    if (one !== undefined && others.length === 0 && line !== one) return toRequestedLine(line);
    return wish === undefined ? requested : { ...requested, notes: joinNotes(notes, wish) };
  });
  return call('change_order', { items }, { question: undefined, note: wish === undefined ? undefined : 'I pass that on to the kitchen:' });
}

function recounted(menu: Change['menu'], standing: readonly OrderLineFact[], recounts: readonly Recount[]): Move {
  const bad = recounts.find(({ quantity }) => quantity < 1 || quantity > MAX_QUANTITY);
  if (bad !== undefined) return invalidQuantity(bad.quantity);
  if (recounts.some(({ lines }) => lines.length > 1)) return whichLine(menu, standing, '');
  const items = standing.map((line, index) => ({ ...toRequestedLine(line), quantity: recounts.findLast(({ lines }) => lines[0] === index)?.quantity ?? line.quantity }));
  return call('change_order', { items }, { question: undefined, note: undefined });
}
