import { distance } from 'fastest-levenshtein';

/** Edits between two words, where two neighbouring letters that changed places are one edit. */
export function editsBetween(word: string, other: string): number {
  const edits = distance(word, other);
  return edits === 2 && isSwap(word, other) ? 1 : edits;
}

function isSwap(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  let at = 0;
  while (word[at] === candidate[at]) at += 1;
  return word[at] === candidate[at + 1] && word[at + 1] === candidate[at] && word.slice(at + 2) === candidate.slice(at + 2);
}
