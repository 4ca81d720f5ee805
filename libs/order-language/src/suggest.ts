import { distance } from 'fastest-levenshtein';
import type { CompiledMenu } from './menu/compile-menu';
import type { Suggestion } from './parsed-order';
import { stem } from './text/word-forms';

const MAX_SUGGESTIONS = 3;
/** Words are near when they share this part of their letters. */
const NEAR = 0.5;

/** Entries of the menu that come near to words which are not on it, nearest first. */
export function suggest(menu: CompiledMenu, words: readonly string[]): Suggestion[] {
  const scored: { suggestion: Suggestion; score: number }[] = [];
  const consider = (suggestion: Suggestion, nameWords: readonly string[]): void => {
    const score = similarity(words, nameWords);
    if (score >= NEAR) scored.push({ suggestion, score });
  };
  for (const item of menu.items) consider({ kind: 'item', id: item.id, name: item.name }, item.words);
  for (const choice of menu.choices) {
    consider({ kind: 'choice', id: choice.id, groupId: menu.groups[choice.group]?.id ?? '', name: choice.name }, choice.words);
  }
  return scored
    .sort((one, other) => other.score - one.score)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ suggestion }) => suggestion);
}

/** The best likeness of any word with any word of a name, 0 to 1. */
function similarity(words: readonly string[], name: readonly string[]): number {
  let best = 0;
  for (const word of words) {
    for (const other of name) {
      if (Math.min(word.length, other.length) < 3) continue;
      const same = stem(word) === stem(other) ? 1 : 1 - distance(word, other) / Math.max(word.length, other.length);
      if (same > best) best = same;
    }
  }
  return best;
}
