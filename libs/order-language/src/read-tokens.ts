import { FILLER_WORDS, HESITATIONS } from './grammar/common-words';
import { CUES } from './grammar/cues';
import type { CompiledMenu } from './menu/compile-menu';
import { editsBetween } from './text/misspelling';
import { tokenize, type Break, type Token } from './text/tokenize';
import { stem } from './text/word-forms';

/** Words of grammar on which an order turns, and which are long enough to be known when they are misspelt. */
const TURNING_CUES = ['without', 'with', 'extra', 'additional', 'instead', 'except', 'please', 'another', 'remove', 'cancel', 'change', 'replace', 'actually'];

/** The words of a sentence: without the sounds people make while they think, and with misspelt words of grammar put right. */
export function readTokens(menu: CompiledMenu, text: string): Token[] {
  const tokens: Token[] = [];
  const known = new Map<string, string>();
  let skipped: Break = 'none';
  for (const token of tokenize(text)) {
    const before: Break = token.before === 'none' ? skipped : token.before;
    skipped = before;
    if (HESITATIONS.has(token.word) && menu.vocabulary.idOf(token.word) === undefined) continue;
    skipped = 'none';
    const word = known.get(token.word) ?? corrected(menu, token.word);
    known.set(token.word, word);
    tokens.push(before === token.before && word === token.word ? token : { ...token, before, word });
  }
  return tokens;
}

/** A word that neither the menu nor English knows, and that is one edit away from a word of grammar, is that word. */
function corrected(menu: CompiledMenu, word: string): string {
  if (word.length < 4 || word.length > 11 || FILLER_WORDS.has(word) || CUES.has(word) || menu.vocabulary.withStem(stem(word)).length > 0) return word;
  const cue = TURNING_CUES.find((candidate) => Math.abs(candidate.length - word.length) <= 1 && editsBetween(word, candidate) === 1);
  return cue === undefined || (cue.length < 5 && cue.length === word.length && !sameLetters(word, cue)) ? word : cue;
}

/** A short word with one letter replaced is most often another word: "wish" is no misspelt "with". */
function sameLetters(word: string, other: string): boolean {
  return word.split('').sort().join('') === other.split('').sort().join('');
}
