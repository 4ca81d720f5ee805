import { distance } from 'fastest-levenshtein';
import { FILLER_WORDS } from '../grammar/common-words';
import type { Vocabulary } from '../menu/vocabulary';
import { editsBetween } from '../text/misspelling';
import { isNumber, singular, stem } from '../text/word-forms';

/** A word of the menu that a word of the sentence may be, and what it costs to believe so. */
export interface WordMatch {
  readonly id: number;
  readonly cost: number;
}

const STEM_COST = 0.08;
const ABBREVIATION_COST = 0.9;
const EDIT_COST_SHORT = 1.1;
const EDIT_COST_LONG = 0.7;
const OTHER_START_COST = 0.4;
const SOUND_COST = 0.9;
/** Words that sound alike may differ in this part of their letters. */
const SOUND_REACH = 0.4;
/** So many different unknown words of one sentence are compared with the whole menu; the rest only by spelling and stem. */
const MAX_FUZZY_LOOKUPS = 60;
const MAX_MATCHES = 8;
/** The letters by which the inflection of two words written as one may differ. */
const MAX_JOINED_ENDING = 2;

/** Finds the menu's words for the words of one sentence: by spelling, stem, abbreviation, edit distance and sound. */
export class WordMatcher {
  private readonly known = new Map<string, readonly WordMatch[]>();
  private lookups = 0;

  constructor(private readonly vocabulary: Vocabulary) {}

  match(word: string): readonly WordMatch[] {
    const known = this.known.get(word);
    if (known) return known;
    const matches = this.find(word);
    this.known.set(word, matches);
    return matches;
  }

  /** Matches of two words written as one or one as two: only by spelling and stem. */
  matchJoined(word: string): readonly WordMatch[] {
    const exact = this.vocabulary.idOf(word);
    if (exact !== undefined) return [{ id: exact, cost: 0 }];
    // An ending of many letters may be the whole second word: "medium iced" is no "medium".
    return this.vocabulary.withStem(stem(word)).flatMap((id) => ((this.vocabulary.words[id]?.length ?? 0) + MAX_JOINED_ENDING < word.length ? [] : [{ id, cost: STEM_COST }]));
  }

  private find(word: string): readonly WordMatch[] {
    const exact = this.vocabulary.idOf(word);
    const matches: WordMatch[] = exact === undefined ? [] : [{ id: exact, cost: 0 }];
    if (isNumber(word)) return matches;
    for (const id of this.vocabulary.withStem(stem(word))) if (id !== exact) matches.push({ id, cost: STEM_COST });
    const common = FILLER_WORDS.has(word);
    if (!common && (word.length === 3 || (word.length > 3 && matches.length === 0))) this.addAbbreviated(word, matches);
    if (matches.length === 0 && !common && word.length >= 4 && this.lookups < MAX_FUZZY_LOOKUPS) {
      this.lookups += 1;
      matches.push(...this.similarWithSingular(word));
    }
    return matches.length > MAX_MATCHES ? matches.sort((a, b) => a.cost - b.cost).slice(0, MAX_MATCHES) : matches;
  }

  private addAbbreviated(word: string, matches: WordMatch[]): void {
    for (const id of this.vocabulary.withBeginning(word)) matches.push({ id, cost: ABBREVIATION_COST });
    for (const id of this.vocabulary.withConsonants(word)) matches.push({ id, cost: ABBREVIATION_COST });
  }

  /** Where the menu has no word like it, the singular may be like one: "cofees". */
  private similarWithSingular(word: string): readonly WordMatch[] {
    const matches = this.similar(word);
    const one = singular(word);
    if (matches.length > 0 || one === word || one.length < 4) return matches;
    return this.similar(one).map(({ id, cost }) => ({ id, cost: cost + STEM_COST }));
  }

  private similar(word: string): readonly WordMatch[] {
    const matches: WordMatch[] = [];
    const allowed = word.length >= 10 ? 3 : word.length >= 7 ? 2 : 1;
    for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
      for (const id of this.vocabulary.ofLength(length)) {
        const cost = editCost(word, this.vocabulary.words[id] ?? '', allowed);
        if (cost !== undefined) matches.push({ id, cost });
      }
    }
    for (const id of this.vocabulary.withSoundOf(word)) {
      const candidate = this.vocabulary.words[id] ?? '';
      const edits = distance(word, candidate);
      if (edits <= Math.floor(SOUND_REACH * Math.max(word.length, candidate.length)) && !matches.some((match) => match.id === id)) {
        matches.push({ id, cost: SOUND_COST + 0.15 * edits });
      }
    }
    return matches;
  }
}

/** Cost of taking `word` for a misspelt `candidate`; undefined where they are too far apart. A swap of neighbours is one edit. */
function editCost(word: string, candidate: string, allowed: number): number | undefined {
  if (isNumber(candidate) || candidate.length < 4) return undefined;
  const edits = editsBetween(word, candidate);
  if (edits > allowed) return undefined;
  const short = Math.min(word.length, candidate.length) <= 5;
  // A short word with one letter replaced is most often another word: "coke" is no misspelt "cake".
  if (short && word.length === candidate.length && word.length <= 4 && distance(word, candidate) === 1) return undefined;
  const sameStart = word.startsWith(candidate.charAt(0));
  if (short && !sameStart) return undefined;
  return (short ? EDIT_COST_SHORT : EDIT_COST_LONG) * edits + (sameStart ? 0 : OTHER_START_COST);
}
