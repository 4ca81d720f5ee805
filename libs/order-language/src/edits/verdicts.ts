import type { Standing } from './standing';

/** What a statement says of what it names: that so many are enough, that it stays, that it goes, that it is wrong, that somebody dislikes it, or only something about it. */
type Verdict = 'enough' | 'asked' | 'stays' | 'goes' | 'wrong' | 'disliked' | 'remark';

const list = (text: string): string[] => text.split(',').map((phrase) => phrase.trim());

const VERDICTS: readonly (readonly [Verdict, readonly string[]])[] = [
  ['enough', list('is enough, are enough, is plenty, are plenty, will do, is fine, are fine, is good, are good, is ok, are ok, is okay, are okay, would be enough, should be enough, should do, will be enough, is all i need, is all we need')],
  [
    'stays',
    list(`stays, stay, can stay, should stay, stays as it is, stay as they are, stays the same, stay the same, as it is, as they are, as it was, as they were, is fine as it is, are fine as they are, is good as it is, is perfect, are perfect, is right, are right, is correct,
      are correct`),
  ],
  ['goes', list('not needed, not required, not necessary, can go, could go, should go, has to go, have to go, must go, needs to go, need to go, got to go, gotta go, isnt needed, arent needed, is not needed, are not needed, is no longer needed, are no longer needed')],
  [
    'wrong',
    list(`shouldnt be, should not be, shouldnt have, should not have, isnt supposed to be, isnt supposed to have, arent supposed to be, arent supposed to have, is not supposed to be, is not supposed to have, wasnt supposed to be, wasnt supposed to have, werent supposed to be,
      werent supposed to have, isnt meant to be, isnt meant to have, wasnt meant to be, wasnt meant to have, doesnt need, does not need, dont need to have`),
  ],
  ['disliked', list('hates, hate, dislikes, dislike, detests, cant stand, cannot stand, doesnt like, does not like, doesnt eat, does not eat, cant eat, cannot eat, cant have, cannot have, isnt a fan of, is not a fan of, not a fan of, is allergic to, im allergic to, are allergic to')],
  ['asked', list('is there, are there, did i order, did we order, did i get, did i say, did i ask for, do i have, do we have, does it have, does it come with')],
  ['remark', list('too many, too much, is too, are too, was too, were too, looks too, look too, seems too, is so, are so, is a lot, are a lot, is too much, are too much, is too many, are too many, is way too much, is way too many, seems a lot, seems like a lot, is not enough, are not enough, isnt enough, arent enough, wont be enough, sounds like a lot, is overkill')],
];

interface Phrase {
  readonly verdict: Verdict;
  readonly words: readonly string[];
}

/** By their first word, the longest first. */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = VERDICTS.flatMap(([verdict, phrases]) => phrases.map((phrase): Phrase => ({ verdict, words: phrase.split(' ') })))
  .sort((one, other) => other.words.length - one.words.length)
  .reduce((known, phrase) => known.set(phrase.words[0] ?? '', [...(known.get(phrase.words[0] ?? '') ?? []), phrase]), new Map<string, Phrase[]>());

interface Found {
  readonly verdict: Verdict;
  readonly start: number;
  readonly end: number;
}

/** The verdict that words between two positions give, if they do. */
export function verdictIn({ words }: Standing, from: number, to: number): Found | undefined {
  for (let at = from; at < to; at += 1) {
    const found = PHRASES.get(words[at] ?? '')?.find((phrase) => at + phrase.words.length <= to && phrase.words.every((word, k) => words[at + k] === word));
    if (found) return { verdict: found.verdict, start: at, end: at + found.words.length };
  }
  return undefined;
}
