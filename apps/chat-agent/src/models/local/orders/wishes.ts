import type { Menu } from '@foodie-express/contracts';
import { isOfFood } from './kitchen-notes';
import { namedAs, namesDish, namesExtraAlone, tellsApart } from './menu-words';
import { type Portion, portionBefore, portionBehind } from './wish-portion';
import { numberOf } from '../speech/utterance';

/** What a sentence asks of the kitchen: "extra butter", "without ice cream". */
export interface Wish {
  readonly text: string;
  readonly start: number;
  /** For how many, and of which dish; absent: for what was spoken of before it. */
  readonly portion: Portion | undefined;
}

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type CueKind = 'extra' | 'more' | 'with' | 'without' | 'no';

const CUES: readonly (readonly [string, CueKind])[] = [
  ['with out', 'without'], ['without', 'without'], ['w/o', 'without'], ['less', 'without'], ['light on', 'without'], ['easy on', 'without'], ['little', 'without'],
  ['do not add', 'without'], ["don't add", 'without'], ['do not put', 'without'], ["don't put", 'without'],
  ['no', 'no'], ['hold', 'no'], ['skip', 'no'], ['leave out', 'no'],
  ['with extra', 'extra'], ['with additional', 'extra'], ['extra', 'extra'], ['additional', 'extra'],
  ['with more', 'more'], ['more', 'more'], ['with', 'with'],
];
/** The cues word by word: each is looked for at every word of a message. */
const CUE_WORDS = CUES.map(([phrase, kind]) => ({ phrase, kind, words: phrase.split(' ') }));
const FILLERS = new Set(['any', 'the', 'some', 'much', 'more', 'a', 'an', 'bit', 'lot', 'lots', 'of', 'too', 'extra']);
const STOPS = new Set(
  'and but or nor on in for to with without from please pls plus also too then at by instead that is are i you just because thanks thank thx ty kindly rather only make extra no more less add as ,'.split(' '),
);
const SWAPPING = new Set(['replace', 'swap', 'switch', 'substitute', 'exchange', 'change', 'trade']);
/** As many words as what is wished for has. */
const MAX_SUBJECT = 3;

/**
 * The wishes of a sentence that a reader of dishes would take for a dish, as they name a part of one: "extra butter" where Butter Chicken
 * is sold. With them goes what says for how many they are: "on one of them". A wish for which the menu has an option is not among them.
 * @param text in the form of `normalise`
 * @param standing names of the dishes of the order under way: "no pizza" takes one off
 * @returns the text with blanks in their place, so that positions stay
 */
export function readWishes(menu: Menu, text: string, standing: readonly string[] = []): { readonly text: string; readonly wishes: readonly Wish[] } {
  const told = text.replace(EXPLAINED, (clause) => ' '.repeat(clause.length));
  const words = [...told.matchAll(/[\p{L}\p{N}'/-]+|,/gu)].map(({ 0: word, index }): Word => ({ text: word, start: index, end: index + word.length }));
  const wishes: Wish[] = [];
  let rest = told;
  let at = 0;
  while (at < words.length) {
    const found = wishAt(menu, words, at, standing);
    const start = words[found?.from ?? 0]?.start;
    const end = words[(found?.to ?? 0) - 1]?.end;
    if (found === undefined || start === undefined || end === undefined) {
      at += 1;
      continue;
    }
    wishes.push({ text: found.text, start, portion: found.portion });
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    at = found.to;
  }
  return { text: rest, wishes };
}

/** What somebody does not eat is told to explain, and asks for no change: "my daughter does not eat spicy food, ...". */
const EXPLAINED = /\b(?:my|our|the|his|her|their) (?:\p{L}+ ){1,2}(?:does not|doesn't|do not|don't|can't|cannot|won't|hates?|dislikes?|is allergic to|loves?|likes?|prefers?) [^,]*(?=,)/gu;

interface Found {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly portion: Portion | undefined;
}

function wishAt(menu: Menu, words: readonly Word[], at: number, standing: readonly string[]): Found | undefined {
  const cue = CUE_WORDS.find((each) => each.words.every((word, index) => words[at + index]?.text === word));
  if (cue === undefined) return subjectFirst(menu, words, at) ?? (standing.length === 0 ? mannerOfSome(menu, words, at) : undefined) ?? apart(menu, words, at);
  const { phrase, kind } = cue;
  let from = at + cue.words.length;
  while (FILLERS.has(words[from]?.text ?? '')) from += 1;
  const subject = words.slice(from, from + subjectLength(words, from));
  const said = subject.map(({ text }) => text);
  const end = from + subject.length;
  const joined = words.slice(end, end + 2 * joinedTo(menu, words, end));
  const behind = portionOfChain(standing, words, end + joined.length);
  const before = behind === undefined ? portionBefore(words, at) : undefined;
  const isPart = behind !== undefined || before !== undefined;
  // "One less methi" counts.
  const isFewer = phrase === 'less' && numberOf(words[at - 1]?.text ?? '') !== undefined && standing.some((name) => said.every((word) => name.toLowerCase().split(' ').includes(word)));
  if (isFewer) return undefined;
  if (said.length === 0 || !isOfFood(said.join(' ')) || !isWish({ menu, kind, said, standing, isPart, before: words[at - 1]?.text, isSwapped: words.slice(0, at).some(({ text }) => SWAPPING.has(text)) })) return undefined;
  return { text: [phrase.replace('with ', ''), ...said, ...joined.map(({ text }) => text)].join(' '), from: before?.from ?? at, to: behind?.to ?? end + joined.length, portion: behind?.portion ?? before?.portion };
}

/** "Without onion and garlic": whether another word is joined, which names nothing of the menu. */
function joinedTo(menu: Menu, words: readonly Word[], at: number): 0 | 1 {
  const [join, word, next] = words.slice(at, at + 3).map(({ text }) => text);
  const isEnd = next === undefined || STOPS.has(next);
  const isWord = word !== undefined && !/^(?:any|some|every|no)thing$/.test(word) && word.length >= 3 && !STOPS.has(word) && numberOf(word) === undefined && namedAs(menu, [word]) === 'nothing';
  return (join === 'and' || join === 'or') && isWord && isEnd ? 1 : 0;
}

/** "Four, one of them jain": a manner that is said of some. */
function mannerOfSome(menu: Menu, words: readonly Word[], at: number): Found | undefined {
  const said = words[at]?.text ?? '';
  const before = /^(?:jain|spicy|crispy|sweet|salty|dry|soft)$/.test(said) && namedAs(menu, [said]) === 'nothing' ? portionBefore(words, at) : undefined;
  return before === undefined || before.portion.count === 'all' ? undefined : { text: said, from: before.from, to: at + 1, portion: before.portion };
}

/** "No onion no garlic in the bhel": what is said behind the last of several is said of each; only the last of them takes the words for it. */
function portionOfChain(standing: readonly string[], words: readonly Word[], at: number): ReturnType<typeof portionBehind> {
  const isDish = (name: readonly string[]) => standing.some((each) => namesDish(each, name));
  const own = portionBehind(words, at, isDish);
  if (own !== undefined) return own;
  for (let next = at; ; ) {
    const from = JOINS.has(words[next]?.text ?? '') ? next + 1 : next;
    const cue = CUE_WORDS.find(({ kind, words: cued }) => (kind === 'no' || kind === 'without') && cued.every((word, index) => words[from + index]?.text === word));
    const length = cue === undefined ? 0 : subjectLength(words, from + cue.words.length);
    if (cue === undefined || length === 0) return undefined;
    next = from + cue.words.length + length;
    const found = portionBehind(words, next, isDish);
    if (found !== undefined) return { portion: found.portion, to: at };
  }
}

const JOINS = new Set([',', 'and', 'or']);

/** "The sambar separate", "green chutney separately packed". */
function apart(menu: Menu, words: readonly Word[], at: number): Found | undefined {
  const from = at + (words[at]?.text === 'the' ? 1 : 0);
  const isJoined = ['and', 'but', ',', 'with'].includes(words[at - 1]?.text ?? ',');
  const length = [1, 2].find((count) => APART.test(words[from + count]?.text ?? '') || (PACKED.test(words[from + count]?.text ?? '') && APART.test(words[from + count + 1]?.text ?? '')));
  const subject = words.slice(from, from + (length ?? 0)).map(({ text }) => text);
  if (subject.length === 0 || subject.some((word) => STOPS.has(word) || numberOf(word) !== undefined)) return undefined;
  const named = namedAs(menu, subject);
  const isBeside = isJoined && (from > at || isOfDishBefore(menu, words.slice(0, at), subject));
  if (named !== 'part' && named !== 'nothing' && !(named === 'kind' && isBeside)) return undefined;
  let to = from + subject.length;
  while (APART.test(words[to]?.text ?? '') || PACKED.test(words[to]?.text ?? '')) to += 1;
  return { text: words.slice(from, to).map(({ text }) => text).join(' '), from: at, to, portion: undefined };
}

/** "Idli, sambar separate" of an Idli Sambar: what is apart is of the dish that was named. */
function isOfDishBefore({ items }: Menu, before: readonly Word[], subject: readonly string[]): boolean {
  return items.some(({ name }) => namesDish(name, subject) && before.some(({ text }) => !subject.includes(text) && namesDish(name, [text])));
}

const APART = /^(?:separate|separately|apart)$/;
const PACKED = /^(?:packed|kept|given|wrapped|served)$/;

/** "Butter extra". */
function subjectFirst(menu: Menu, words: readonly Word[], at: number): Found | undefined {
  const [word, cue, next] = words.slice(at, at + 3);
  const isLast = next === undefined || STOPS.has(next.text);
  if (word === undefined || cue?.text !== 'extra' || !isLast || namedAs(menu, [word.text]) !== 'part') return undefined;
  const before = words[at - 1]?.text;
  // "Pav bhaji extra" speaks of the whole dish.
  if (before !== undefined && ['dish', 'kind'].includes(namedAs(menu, [before, word.text]))) return undefined;
  const behind = portionBehind(words, at + 2);
  return { text: `extra ${word.text}`, from: at, to: behind?.to ?? at + 2, portion: behind?.portion };
}

interface Candidate {
  readonly menu: Menu;
  readonly kind: CueKind;
  readonly said: readonly string[];
  readonly standing: readonly string[];
  /** Whether it is said on how many of them. */
  readonly isPart: boolean;
  readonly before: string | undefined;
  /** "Replace this with that". */
  readonly isSwapped: boolean;
}

function isWish({ menu, kind, said, standing, isPart, before, isSwapped }: Candidate): boolean {
  const named = namedAs(menu, said);
  // "Without cheese" leaves off no "Extra cheese" that nobody asked for.
  if (named === 'option') return standing.length === 0 && (kind === 'without' || kind === 'no') && namesExtraAlone(menu, said);
  if (named === 'nothing') return isPart && kind !== 'more';
  if (kind === 'with' && isSwapped) return false;
  if (kind === 'with' && menu.items.some(({ name }) => name.toLowerCase().includes(`with ${said.join(' ')}`))) return false;
  if (isPart && kind !== 'no') return kind !== 'more' || numberOf(before ?? '') === undefined;
  switch (kind) {
    case 'extra':
      return named !== 'dish';
    case 'without':
      return named !== 'dish' && !(tellsApart(menu, said) && standing.some((name) => said.every((word) => name.toLowerCase().split(' ').includes(word))));
    case 'no':
      return (named === 'part' && !tellsApart(menu, said)) || (named === 'kind' && !standing.some((name) => said.every((word) => name.toLowerCase().includes(word))));
    case 'more':
      return named === 'part' && numberOf(before ?? '') === undefined;
    case 'with':
      return named === 'part';
  }
}

function subjectLength(words: readonly Word[], from: number): number {
  const end = words.slice(from, from + MAX_SUBJECT).findIndex(({ text }) => STOPS.has(text) || numberOf(text) !== undefined);
  return end >= 0 ? end : Math.min(MAX_SUBJECT, words.length - from);
}
