import { MAX_QUANTITY } from '@foodie-express/contracts';
import type { OrderEdit } from '@foodie-express/order-language';
import { invalidQuantity } from '../intents/orders/ordering';
import { call, type Move } from '../move';
import { isOfCutlery } from '../orders/kitchen-notes';
import { isGuess } from '../orders/guesses';
import { badQuantityIn } from '../orders/quantity-guard';
import { numberOf, wordsOf } from '../speech/utterance';
import { noted } from './as-said';
import { addOrReplace, whichLine } from './ask-back';
import { CHANGING } from './change';
import { changed } from './changed-lines';
import { type EditsRead, strangerIn } from './edits-read';
import { nothingChanged } from './nothing-changed';
import { namesOf } from './of-menu';
import { partOf, tasteFor, tasteOf } from './parts-of-lines';
import { isMoreWithWishes, toldOfStanding, whetherBesides, wished } from './wishing';

/** "Just the dosa", where there is nothing else. */
const KEPT = /\b(?:just|only)\b/;
const REFUSING = /^(?:no+|nope|nah|nahi|wrong)\b/;
const ADDING = /\b(?:add|also|more|too|another|plus|extra|and)\b/;
/** "Make the coffee two and skip the cake": two changes that are read one after the other. */
const IN_TWO = /^(.*?[^ ,])(?: ?,| and| but| then)+ ((?:skip|remove|delete|drop|no|without|add|make|change|cancel|take|put|swap|replace|leave|hold)\b.+)$/;

/** "Take the olives off. Make one medium". */
const THEN_SOME = /^((?:take|remove|drop|delete|leave|lose|skip)\b[^,]+?),? (?:and |but |then )*(make (?:one|two|three|four|\d+) .+)$/;
/** "Back to two, and one of them mild": how many there are, and then how some of these are. */
const COUNTED_TWICE = /^(?:.*[ ,])?(?:make (?:it|that)|back to|down to|up to) (\w+)[ ,]+(?:and |but |with )?((\w+) (?:of (?:them|those|it) )?\S.*)$/;

/** "Take the olives off, and one of them medium": a change, and then some of what it changed. */
const PART_BEHIND = /^((?:take|remove|drop|make|change|add|put|swap|leave|skip)\b.*?[^ ,])[ ,]+(?:and |but |then )?((?:only |just |make )?(?:one|two|three|four|half|\d+) of (?:them|those|these) \S.*)$/;

/**
 * What the edits that were read come to; undefined where they are no change of this order.
 * @param readFirst reads the first of two changes on its own
 */
export async function changeByEdits(read: EditsRead, readFirst: (text: string) => Promise<Move | undefined>): Promise<Move | undefined> {
  const { menu, standing, plain, wishes } = read;
  if (read.wish !== undefined && isOfCutlery(read.wish)) return noted(standing, read.wish);
  const stranger = strangerIn(read);
  if (stranger !== undefined) return call('show_order', {}, { question: undefined, note: `${stranger} is not in your order.` });
  const told = toldOfStanding(menu, standing, read, { said: plain, wishes });
  if (told !== undefined) return told;
  if (isForOthers(read)) return undefined;
  const first = impossible(read) ?? kept(read) ?? (await firstOfTwo(read, readFirst));
  return first ?? (read.edits.length === 0 ? withoutEdits(read) : withEdits(read));
}

/** "Medium" is an answer to nothing but how a dish should be; "one more without ice cream" is an order of its own. */
function isForOthers(read: EditsRead): boolean {
  // Half of a dish is asked about where it is ordered.
  if (read.isHalf && read.edits.every(({ operation }) => operation === 'add')) return true;
  const { isOptionAlone, edits, unknown, wishes, plain, standing } = read;
  const isOfOptions = edits.length > 0 && unknown.length === 0 && edits.every(({ operation }) => operation === 'set_option' || operation === 'unset_option');
  return (isOptionAlone && !isOfOptions) || isMoreWithWishes(read, wishes, plain, standing);
}

function impossible({ said, edits }: EditsRead): Move | undefined {
  const bad = badQuantityIn(said) ?? edits.map(quantityOf).find((quantity) => quantity !== undefined && (quantity < 1 || quantity > MAX_QUANTITY));
  return bad !== undefined && (edits.length > 0 || CHANGING.test(said)) ? invalidQuantity(bad) : undefined;
}

function quantityOf(edit: OrderEdit): number | undefined {
  return edit.operation === 'add' ? edit.item.quantity : edit.operation === 'set_quantity' ? edit.quantity : undefined;
}

/** It says what the order has, and no more than that. */
function kept({ standing, spoken, said, edits, wishes, unknown }: EditsRead): Move | undefined {
  if (!KEPT.test(spoken) || wishes.length > 0 || unknown.length > 0) return undefined;
  const isSame = (edit: OrderEdit) => edit.operation === 'add' && edit.item.quantity === 1 && edit.item.options.length === 0 && edit.item.itemId === standing[0]?.itemId;
  const isRestated = standing.length === 1 && numberOf(wordsOf(said)[1] ?? '') === undefined && edits.every(isSame);
  return edits.length === 0 || isRestated ? call('show_order', {}, { question: undefined, note: undefined }) : undefined;
}

async function firstOfTwo({ edits, wishes, said }: EditsRead, readFirst: (text: string) => Promise<Move | undefined>): Promise<Move | undefined> {
  const [, first, second] = countedTwice(said) ?? PART_BEHIND.exec(said) ?? THEN_SOME.exec(said) ?? (edits.length === 0 && wishes.length === 0 ? (IN_TWO.exec(said) ?? []) : []);
  const move = first === undefined || second === undefined ? undefined : await readFirst(first);
  return move?.kind === 'call' && move.calls[0]?.tool === 'change_order' ? { ...move, memory: { ...move.memory, rest: second } } : undefined;
}

function countedTwice(said: string): readonly [string, string, string] | undefined {
  const [, count = '', part = '', some = ''] = COUNTED_TWICE.exec(said) ?? [];
  const isPart = (numberOf(some) ?? Infinity) < (numberOf(count) ?? 0);
  return isPart ? [said, `make it ${count}`, part] : undefined;
}

/** A wish for the kitchen, or something that is not there to be changed. */
function withoutEdits(read: EditsRead): Move | undefined {
  const { menu, standing, said, wish, wishes } = read;
  if (wishes.length > 0) return wished(menu, standing, wishes);
  if (wish !== undefined) return noted(standing, wish, /\bfor (?:her|him)\b/.test(said));
  const tasted = tasteOf(said);
  return tasted === undefined ? nothingChanged(read) : wished(menu, standing, [{ text: tasted, start: 0, portion: tasteFor(said, standing) }]);
}

function withEdits(read: EditsRead): Move | undefined {
  const { dialogue, menu, standing, spoken, said, edits } = read;
  if (edits.every((edit) => edit.operation === 'add' && isGuess(namesOf(menu, edit.item), said, dialogue.catalogue))) return undefined;
  const asked = whetherBesides(menu, standing, edits, said) ?? partOf(menu, standing, edits, spoken);
  if (asked !== undefined) return asked;
  if (edits.some((edit) => 'lineCandidates' in edit && edit.lineCandidates !== undefined)) return whichLine(menu, standing, said);
  const isNew = (edit: OrderEdit) => edit.operation === 'add' && edit.item.itemId !== undefined && !standing.some(({ itemId }) => itemId === edit.item.itemId);
  return REFUSING.test(spoken) && !ADDING.test(spoken) && edits.every(isNew) ? addOrReplace(menu, standing, edits) : changed(read);
}
