import type { Menu } from '@foodie-express/contracts';
import { numberOf, wordsOf } from '../speech/utterance';
import { namedAs, namesDish, namesExtraAlone } from './menu-words';
import type { Wish, Word } from './wishes';

/** What "half" says in an order of whole dishes. */
export interface Halves {
  /** The text without them: "half a biryani" is "1 biryani", "half the idli" of ten "5 of the idli". */
  readonly text: string;
  /** Where in the text a dish is counted of which half was wanted. */
  readonly wholes: readonly number[];
  /** "Half olives", "half the cheese": for the kitchen, at their place in the text. */
  readonly wishes: readonly Wish[];
}

/** A dish of the order under way, with how many of it. */
export interface Counted {
  readonly name: string;
  readonly quantity: number;
  /** Choices that it has. */
  readonly choices: readonly string[];
}

const HALF = /^(?:half|quarter)$/;
/** "Half an hour", "half of us", "half dozen": of no dish. */
const OF_OTHER = /^(?:dozen|hours?|past|price|day|time|way|people|us|team|friends|order|bill|minute|done|cooked|full)$/;
const PORTION = /^(?:kilos?|kgs?|lit(?:re|er)s?|glass|bowls?|cups?|plates?|portions?|servings?|pieces?|boxe?s?)$/;
const ARTICLE = /^(?:an?|of|the|my|our)$/;
const POINTER = /^(?:them|those|these)$/;
const STOP = /^(?:and|but|or|on|in|for|to|with|without|from|please|pls|plus|also|too|then|no|extra|less|other|rest|is|are|should|,|half|quarter)$/;
/** As many words as a dish or a choice is called by. */
const MAX_NAME = 3;

/** One "half" with what belongs to it. */
interface Found {
  readonly from: number;
  readonly to: number;
  /** What stands in its place. */
  readonly text: string;
  readonly wish?: string;
  readonly isWhole?: boolean;
}

/**
 * Reads what "half" is said of. Dishes are whole: half of one is asked about, half of several that are counted is so many of them, and
 * half of anything else is a word for the kitchen. What the menu itself calls so ("half tandoori") is left alone.
 * @param text in the form of `normalise`
 * @param standing what the order under way has
 */
export function readHalves(menu: Menu, text: string, standing: readonly Counted[] = []): Halves {
  if (!/\b(?:half|quarter)\b/.test(text)) return { text, wholes: [], wishes: [] };
  const words = [...text.matchAll(/[\p{L}\p{N}'/-]+|,/gu)].map(({ 0: word, index }): Word => ({ text: word, start: index, end: index + word.length }));
  const found: Found[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const half = HALF.test(words[at]?.text ?? '') && !isOfName(menu, words, at) ? halfAt(menu, words, at, standing) : undefined;
    if (half === undefined) continue;
    found.push(half);
    at = half.to - 1;
  }
  return applied(text, words, found);
}

function applied(text: string, words: readonly Word[], found: readonly Found[]): Halves {
  let said = '';
  let done = 0;
  const wholes: number[] = [];
  const wishes: Wish[] = [];
  for (const { from, to, text: instead, wish, isWhole } of found) {
    said += text.slice(done, words[from]?.start);
    if (wish !== undefined) wishes.push({ text: wish, start: said.length, portion: undefined });
    if (isWhole === true) wholes.push(instead === '' ? Math.max(0, said.trimEnd().length - 1) : said.length);
    said += instead;
    done = words[to - 1]?.end ?? text.length;
  }
  return { text: said + text.slice(done), wholes, wishes };
}

/** Whether the word is of a name of the menu, said in full. */
function isOfName({ items, option_groups }: Menu, words: readonly Word[], at: number): boolean {
  const names = [...items, ...option_groups.flatMap(({ choices }) => choices)].flatMap(({ name, aliases = [] }) => [name, ...aliases]).map((name) => wordsOf(name.toLowerCase()));
  return names.some((name) => name.some((word, index) => HALF.test(word) && name.every((each, k) => words[at - index + k]?.text === each)));
}

function halfAt(menu: Menu, words: readonly Word[], at: number, standing: readonly Counted[]): Found | undefined {
  const textOf = (index: number) => words[index]?.text ?? '';
  if (textOf(at + 1) === 'and' && HALF.test(textOf(at + 2))) return { from: at, to: at + 3, text: '', wish: 'half and half' };
  let next = at + 1;
  while (ARTICLE.test(textOf(next)) || PORTION.test(textOf(next))) next += 1;
  if (OF_OTHER.test(textOf(next))) return undefined;
  const subject = nameAt(menu, words, next);
  const counted = POINTER.test(textOf(next)) ? lastCounted(words.slice(0, at), standing) : undefined;
  if (POINTER.test(textOf(next))) return counted === undefined ? uneven(words, at, standing) : { from: at, to: next + 1, text: `${String(counted)} of them` };
  const dish = dishAt(menu, subject);
  if (dish.length > 0) return ofDish(words, { at, next, dish }, standing);
  const from = at === 1 && textOf(0) === 'no' ? 0 : at;
  if (subject.length === 0) return behindDish(menu, words, at, next);
  const said = words.slice(at, next + subject.length).map(({ text }) => text).filter((word) => !/^(?:an?|of)$/.test(word)).join(' ');
  const to = next + subject.length;
  // What is on it as a whole is said by the order already.
  const isHad = standing.some(({ choices }) => subject.every((word) => choices.some((choice) => namesDish(choice, [word]))));
  return takesSeveral(menu, subject) && !isHad ? { from, to: next, text: '', wish: said } : { from, to: behind(words, to), text: ' ', wish: said };
}

/** "Half of them spicy" of five: the kitchen is told in these words. */
function uneven(words: readonly Word[], at: number, standing: readonly Counted[]): Found | undefined {
  const length = words.slice(at).findIndex(({ text }) => text === ',' || text === 'and');
  const to = length < 0 ? words.length : at + length;
  const isCounted = standing.length > 0 || words.slice(0, at).some(({ text }) => numberOf(text) !== undefined);
  return isCounted && to > at + 3 ? { from: at, to, text: ' ', wish: words.slice(at, to).map(({ text }) => text).join(' ') } : undefined;
}

/** Where the kitchen is told of half of it on top of the choice: what a dish may have several of. */
function takesSeveral(menu: Menu, subject: readonly string[]): boolean {
  if (namedAs(menu, subject) !== 'option' || namesExtraAlone(menu, subject)) return false;
  return menu.option_groups.some(({ max, choices }) => max !== 1 && choices.some(({ name, aliases = [] }) => [name, ...aliases].some((each) => namesDish(each, subject))));
}

/** "On the same pizza" says no more of it. */
function behind(words: readonly Word[], at: number): number {
  if (!/^(?:on|in|for)$/.test(words[at]?.text ?? '')) return at;
  let to = at + 1;
  while (/^(?:the|it|that|this|my|same|one|pizza|dish)$/.test(words[to]?.text ?? '')) to += 1;
  return to > at + 1 ? to : at;
}

/** What half is said of: up to what ends it, or to the dish that has it ("half spicy pav bhaji"). */
function nameAt(menu: Menu, words: readonly Word[], from: number): string[] {
  const said = words.slice(from, from + MAX_NAME).map(({ text }) => text);
  const end = said.findIndex((word) => STOP.test(word) || numberOf(word) !== undefined);
  const name = end < 0 ? said : said.slice(0, end);
  const dish = name.findIndex((_word, index) => index > 0 && dishAt(menu, words.slice(from + index, from + index + MAX_NAME).map(({ text }) => text)).length > 0);
  return dish < 0 || dishAt(menu, name).length > 0 ? name : name.slice(0, dish);
}

/** The longest name of a dish, or of what it is, that a phrase begins with. */
function dishAt(menu: Menu, subject: readonly string[]): readonly string[] {
  const lengths = subject.map((_word, index) => subject.length - index);
  const length = lengths.find((each) => ['dish', 'kind'].includes(namedAs(menu, subject.slice(0, each)))) ?? 0;
  return subject.slice(0, length);
}

/** "Half the idli" of ten is five of them; "two and a half idli" and "half an idli" are asked about. */
function ofDish(words: readonly Word[], { at, next, dish }: { readonly at: number; readonly next: number; readonly dish: readonly string[] }, standing: readonly Counted[]): Found | undefined {
  const before = words.slice(Math.max(0, at - 3), at).map(({ text }) => text);
  const count = before.at(-1) === 'and' || (before.at(-1) === 'a' && before.at(-2) === 'and') ? numberOf(before.at(before.at(-1) === 'a' ? -3 : -2) ?? '') : undefined;
  if (count !== undefined) return { from: at - (before.at(-1) === 'a' ? 3 : 2), to: next, text: `${String(count)} `, isWhole: true };
  const isOfSome = words.slice(at, next).some(({ text }) => /^(?:the|of|my|our)$/.test(text));
  const counted = isOfSome ? lastCounted(words.slice(0, at), standing, dish) : undefined;
  if (counted === undefined && isOfSome && standing.length > 0) return undefined;
  return counted === undefined ? { from: at, to: next, text: '1 ', isWhole: true } : { from: at, to: next, text: `${String(counted)} of the ` };
}

/** "Biryani half plate". */
function behindDish(menu: Menu, words: readonly Word[], at: number, next: number): Found | undefined {
  const before = words.slice(Math.max(0, at - MAX_NAME), at).map(({ text }) => text);
  const isDish = before.some((_word, index) => ['dish', 'kind'].includes(namedAs(menu, before.slice(index))));
  return isDish ? { from: at, to: next, text: '', isWhole: true } : undefined;
}

/** Half of how many were counted last, of the dish that is named; undefined where that is no whole number. */
function lastCounted(before: readonly Word[], standing: readonly Counted[], dish: readonly string[] = []): number | undefined {
  const isOf = (name: readonly string[]) => dish.length === 0 || name.some((word) => namesDish(dish.join(' '), [word]));
  const said = before.flatMap(({ text }, index) => {
    const name = before.slice(index + 1, index + 1 + MAX_NAME).map((word) => word.text);
    const count = numberOf(text);
    return count === undefined || !isOf(name) ? [] : [count];
  });
  const ordered = standing.filter(({ name }) => dish.length === 0 || namesDish(name, dish)).map(({ quantity }) => quantity);
  const isOneDish = new Set(standing.map(({ name }) => name)).size === 1 || dish.length > 0;
  const count = said.at(-1) ?? (isOneDish ? ordered.reduce((sum, quantity) => sum + quantity, 0) : undefined);
  return count !== undefined && count > 0 && count % 2 === 0 ? count / 2 : undefined;
}
