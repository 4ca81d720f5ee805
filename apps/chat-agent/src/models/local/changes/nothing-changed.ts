import type { OrderLineFact } from '../../chat-model';
import { call, type Move } from '../move';
import { wordsOf } from '../speech/utterance';
import type { EditsRead } from './edits-read';
import { tasteFor } from './parts-of-lines';
import { preparedAs, wished } from './wishing';

/** These change something even where nothing of the order is named. */
const VERB = /^(?:make|change|remove|delete|drop|take|reduce|increase|swap|switch|replace)\b/;
const SIZE = /\b(?:large|larger|big|bigger|small|smaller|medium|regular|jumbo|mini|size|sized|double|half|full)\b/;

/** What no kitchen does to a dish. */
const NOT_MADE = /\b(?:cheap\w*|free|fast\w*|quick\w*|ready|healthy|better|good|nice)\b/;

/** "Remove the pizza" where none is in the order, or "make it 2" where it is 2. */
export function nothingChanged({ dialogue: { catalogue }, menu, standing, said, unknown, remarks }: EditsRead): Move | undefined {
  const [missing] = unknown;
  if (/^with\b/.test(said) && missing !== undefined) return call('show_order', {}, { note: `😔 "${missing.text}" is not on this menu. To tell the kitchen of it, say "note: with ${missing.text}". Your order is as it was:` });
  if (!VERB.test(said)) return undefined;
  const isDish = (text: string) => text.split(' ').some((word) => catalogue.isDishWord(word));
  const asIs = preparedAs(menu, standing, said, unknown.filter(({ text }) => !isDish(text)));
  if (asIs !== undefined) return asIs;
  const [asked] = remarks;
  if (asked !== undefined && missing === undefined) return SIZE.test(asked.text) || NOT_MADE.test(asked.text) ? notOffered(standing, said, asked.text) : wished(menu, standing, [{ text: asked.text, start: 0, portion: tasteFor(said, standing) }]);
  if (missing === undefined) return call('show_order', {}, { note: 'This is how it stands:' });
  return /^(?:remove|delete|drop|take)\b/.test(said) || isDish(missing.text) ? call('show_order', {}, { note: `"${missing.text}" is not in your order.` }) : undefined;
}

/** "Make the coffee large" where it comes in one size. */
function notOffered(standing: readonly OrderLineFact[], said: string, asked: string): Move {
  const words = wordsOf(said);
  const meant = standing.filter(({ itemName }) => wordsOf(itemName.toLowerCase()).some((word) => words.includes(word)));
  const [only, ...others] = meant.length > 0 ? meant : standing;
  const dish = only !== undefined && others.length === 0 ? only.itemName : 'these dishes';
  const text = SIZE.test(asked) ? `The menu has no sizes for ${dish}: it comes in one.` : `The menu has no "${asked}" for ${dish}.`;
  return call('show_order', {}, { note: `${text} Your order is as it was:` });
}
