import type { CompiledMenu } from '../menu/compile-menu';
import type { Token } from '../text/tokenize';
import { isNumber, stem } from '../text/word-forms';
import { MenuMatcher, type MenuMatch } from './menu-edges';
import type { WordMatcher } from './word-match';

const SHARED_HEAD_COST = 0.15;
/** An item that is named by no more than this is named in full. */
const FULL_NAME_COST = 0.3;
/** Words that cost no more name an item by themselves. */
const OWN_NAME_COST = 0.1;
/** So far apart may stand two names that share a noun, and so long may the one without it be. */
const REACH = 8;
const MAX_WORDS = 3;
const JOINING_WORDS = new Set(['and', 'or', 'a', 'an', 'the', 'x', 'plus']);
const ENDING_WORDS = new Set(['with', 'without', 'no', 'for', 'but', 'extra']);

/** Names that lack the noun they share with another: "salmon and tuna nigiri", "three lassis, two sweet and one mango". */
export function sharedHeads(menu: CompiledMenu, tokens: readonly Token[], words: WordMatcher, matches: readonly (readonly MenuMatch[])[]): MenuMatch[][] {
  const full = matches.map((found) => found.filter(isFullName));
  const found: MenuMatch[][] = tokens.map(() => []);
  const tried = new Set<string>();
  for (const match of matches.flat()) {
    const head = tokens[match.end - 1];
    if (!head || !(isFullName(match) || isHeadOfName(menu, tokens, match))) continue;
    for (const at of [...beginsBefore(tokens, match), ...beginsAfter(tokens, match)]) {
      const key = `${at} ${head.word}`;
      if (tried.has(key) || !(matches[at] ?? []).some(({ entry }) => entry.meaning.kind === 'item')) continue;
      tried.add(key);
      found[at]?.push(...withHead(menu, tokens, words, full[at] ?? [], at, head));
    }
  }
  return found;
}

/** "Mochi" for any of several. */
function isHeadOfName(menu: CompiledMenu, tokens: readonly Token[], { start, end, entry, gap }: MenuMatch): boolean {
  if (entry.meaning.kind !== 'item' || gap >= 0 || end !== start + 1) return false;
  return stem(menu.items[entry.meaning.item]?.words.at(-1) ?? '') === stem(tokens[start]?.word ?? '');
}

function isFullName({ entry, cost, gap }: MenuMatch): boolean {
  return entry.meaning.kind === 'item' && cost < FULL_NAME_COST && gap < 0;
}

function withHead(menu: CompiledMenu, tokens: readonly Token[], words: WordMatcher, full: readonly MenuMatch[], at: number, head: Token): MenuMatch[] {
  const found: MenuMatch[] = [];
  for (let length = 1; length <= MAX_WORDS && at + length <= tokens.length; length += 1) {
    const own = tokens.slice(at, at + length);
    if (own.some((token, k) => isJoining(token) || stem(token.word) === stem(head.word) || (k > 0 && token.before !== 'none'))) break;
    if (full.some((match) => match.end >= at + length && match.cost < OWN_NAME_COST)) continue;
    const completed = new MenuMatcher(menu, [...own, { ...head, before: 'none' }], words).matchesAt(0);
    for (const match of completed) {
      if (isFullName(match) && match.end === length + 1) found.push({ ...match, start: at, end: at + length, cost: match.cost + SHARED_HEAD_COST });
    }
  }
  return found;
}

function isJoining({ word }: Token): boolean {
  return JOINING_WORDS.has(word) || isNumber(word);
}

/** Where names may begin that are joined to the one behind them. Only a name of several words can lend its noun forward. */
function beginsBefore(tokens: readonly Token[], { start, end }: MenuMatch): number[] {
  if (end - start < 2) return [];
  const begins: number[] = [];
  let joined = false;
  for (let at = start; at > Math.max(0, start - REACH); at -= 1) {
    if (tokens[at]?.before === 'stop') break;
    joined ||= tokens[at]?.before === 'comma';
    const before = tokens[at - 1];
    if (!before || ENDING_WORDS.has(before.word)) break;
    if (isJoining(before)) joined = true;
    else if (joined) begins.push(at - 1);
    else break;
  }
  return begins;
}

/** Where names may begin that follow a number or a comma. */
function beginsAfter(tokens: readonly Token[], { end }: MenuMatch): number[] {
  const begins: number[] = [];
  for (let at = end; at < Math.min(tokens.length, end + REACH); at += 1) {
    const token = tokens[at];
    if (!token || token.before === 'stop' || ENDING_WORDS.has(token.word)) break;
    if (isNumber(tokens[at - 1]?.word ?? '')) begins.push(at);
  }
  return begins;
}
