import { parseOrder } from '@foodie-express/order-language';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import { namedAs, namesDish, tellsApart } from '../orders/menu-words';
import { numberOf } from '../speech/utterance';

/** What a message says it does not want of the dishes of the order. */
export interface Refused {
  /** The message without it, with a comma in its place. */
  readonly rest: string;
  /** Positions of the lines that are to go. */
  readonly lines: readonly number[];
  /** How many dishes were refused, those that the order never had among them. */
  readonly count: number;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const CUES = ['no', 'not', 'without', 'zero', '0', 'remove', 'delete', 'drop', 'cancel', 'forget', 'skip', 'except', 'minus', 'scrap', 'leave out', 'take off', 'take out', "don't want", 'do not want', "don't need", "i don't want", 'i do not want', "i don't need", 'forget about', 'never ordered', 'never asked for', 'never wanted', "didn't order", 'did not order', "didn't ask for", 'did not ask for', "didn't want", 'did not want'].map((cue) => cue.split(' '));
const BEFORE_NAME = new Set(['the', 'a', 'an', 'any', 'my', 'that', 'this', 'those', 'more', 'of']);
/** What may stand behind the name; "no coffee in the cake" refuses no coffee. */
const BEHIND_NAME = new Set([',', 'and', 'but', 'only', 'just', 'please', 'pls', 'anymore', 'now', 'either', 'thanks', 'i', 'so', 'it', 'one', 'ones', 'then', 'off']);
/** "Idli without sambar", "one without sambar" say how it is made, and refuse no dish. */
const APART = new Set([',', 'and', 'but', 'please', 'just', 'only']);
const MAX_NAME = 4;

/**
 * "No coffee", "not the cake", "zero punjabi": dishes that a message refuses by name. What it refuses otherwise ("no onion") stays in it.
 * @param text in the form of `normalise`
 */
export function refusedIn(menu: ReadableMenu, standing: readonly OrderLineFact[], text: string): Refused {
  const words = [...text.matchAll(/[\p{L}\p{N}'/-]+|,/gu)].map(({ 0: word, index }): Word => ({ text: word, start: index, end: index + word.length }));
  const lines: number[] = [];
  let count = 0;
  let rest = text;
  for (let at = 0; at < words.length; at += 1) {
    const found = refusalAt(menu, standing, words, at);
    const [start, end] = [words[at]?.start ?? 0, words[(found?.to ?? 1) - 1]?.end ?? 0];
    if (found === undefined) continue;
    lines.push(...found.lines);
    count += 1;
    rest = `${rest.slice(0, start)},${' '.repeat(end - start - 1)}${rest.slice(end)}`;
    at = found.to - 1;
  }
  return { rest, lines, count };
}

function refusalAt(menu: ReadableMenu, standing: readonly OrderLineFact[], words: readonly Word[], at: number): { readonly to: number; readonly lines: number[] } | undefined {
  const cue = CUES.findLast((each) => each.every((word, index) => words[at + index]?.text === word));
  if (cue === undefined || (cue[0] === 'without' && !APART.has(words[at - 1]?.text ?? ','))) return undefined;
  let from = at + cue.length;
  while (BEFORE_NAME.has(words[from]?.text ?? '')) from += 1;
  for (let length = Math.min(MAX_NAME, words.length - from); length > 0; length -= 1) {
    const name = words.slice(from, from + length).map((word) => word.text);
    const behind = words[from + length]?.text;
    if (name.some((word) => BEHIND_NAME.has(word)) || (behind !== undefined && !BEHIND_NAME.has(behind) && !CUES.some(([first]) => first === behind) && numberOf(behind) === undefined)) continue;
    const lines = linesCalled(menu, standing, name);
    if (lines !== undefined) return { to: from + length + (behind === 'one' || behind === 'ones' || behind === 'off' ? 1 : 0), lines };
  }
  return undefined;
}

/** The lines of the dish that words name; none where the order has none of it, and undefined where they name no dish. */
export function linesCalled(menu: ReadableMenu, standing: readonly OrderLineFact[], words: readonly string[]): number[] | undefined {
  const as = namedAs(menu.menu, words);
  const isName = as === 'dish' || as === 'kind' || (as === 'part' && tellsApart(menu.menu, words));
  if (isName) {
    const aliases = menu.menu.items.filter(({ aliases: own = [] }) => own.some((alias) => namesDish(alias, words))).map(({ id }) => id);
    return standing.flatMap(({ itemName, itemId }, line) => (namesDish(itemName, words) || aliases.includes(itemId) ? [line] : []));
  }
  // A slip: "cofee".
  if ((as !== 'nothing' && (as !== 'part' || words.length < 2)) || words.join(' ').length < 4 || words.some((word) => numberOf(word) !== undefined)) return undefined;
  const { items: [item, ...others], unknown } = parseOrder(menu.compiled, words.join(' '));
  if (item?.itemId === undefined || others.length > 0 || unknown.length > 0 || item.options.length > 0) return undefined;
  const lines = standing.flatMap(({ itemId }, line) => (itemId === item.itemId ? [line] : []));
  return lines.length > 0 ? lines : undefined;
}
