import { MANNER_WORDS, UNIT_WORDS, WEAK_WORDS } from '../grammar/common-words';
import { CUES } from '../grammar/cues';
import { isNumber, stem } from '../text/word-forms';
import { wordsOf } from '../text/tokenize';

/** A way to say a name, with what it costs to understand it so. */
export interface SurfaceForm {
  readonly words: readonly string[];
  readonly cost: number;
  /** The word of the form that is two words of the name written as one. */
  readonly joined?: string;
}

/** Words inside a name that people leave out: "chicken and bacon ranch" -> "chicken bacon ranch". */
const LINKING_WORDS = new Set(['and', 'with', 'of', 'the', 'in', 'on', 'a', 'an', 'or', 'plus', 'served', 'style']);

/** Words that turn the meaning of a name: "spicy" is no short way to say "not spicy". */
const TURNING_WORDS = new Set(['no', 'not', 'non', 'without', 'less', 'free', 'half', 'mini', 'zero', 'low']);

const WITHOUT_DETAIL_COST = 0.05;
const WITHOUT_LINKS_COST = 0.1;
const JOINED_COST = 0.1;
const INVERTED_COST = 0.3;
/** Names of three words that are written as one: "macncheese". */
const MAX_JOINED = 16;
const WITHOUT_CATEGORY_COST = 0.2;
/** "Regular" for "regular coffee": a word that may as well only describe. */
const WEAK_WITHOUT_CATEGORY_COST = 0.7;
/** What it costs more where each word that is kept names another entry of the menu: "cilantro lime" for "cilantro lime rice". */
const OTHER_NAMES_COST = 0.8;
const PARTIAL_BASE_COST = 0.5;
const PARTIAL_SHARE_COST = 2;
const HEAD_LOST_COST = 0.8;
/** As above, where no other entry has the words that are kept. */
const TELLING_HEAD_LOST_COST = 0.4;
const MAX_PARTIAL_COST = 2.35;
const MAX_SUBSET_WORDS = 6;
/** How much of its weight a word keeps that only says the category: "pizza" in "Margherita Pizza". */
const CATEGORY_WORD_SHARE = 0.2;

/** How much each word of the menu's names says: words that many entries share say little. */
export class WordWeights {
  private readonly shares = new Map<string, number>();
  private readonly total: number;

  /** `names` holds, for each entry of the menu, all of its names. */
  constructor(names: readonly (readonly string[])[]) {
    this.total = names.length;
    for (const ofEntry of names) {
      for (const key of new Set(ofEntry.flatMap(wordsOf).map(stem))) this.shares.set(key, (this.shares.get(key) ?? 0) + 1);
    }
  }

  /** Whether only one entry has the word. */
  isOwn(word: string): boolean {
    return (this.shares.get(stem(word)) ?? 0) <= 1;
  }

  weight(word: string): number {
    return 0.3 + Math.log((this.total + 1) / (this.shares.get(stem(word)) ?? 1));
  }
}

/** Forms that name an entry fully: without its details in brackets, without linking words, with neighbouring words joined. A name of `inverted` words may
 * also be said with the first two changed: "tofu soft", "iced thai coffee". */
export function fullForms(name: string, inverted = 0): SurfaceForm[] {
  const words = wordsOf(name);
  const forms: SurfaceForm[] = [{ words, cost: 0 }];
  const plain = wordsOf(name.replace(/\([^)]*\)|:.*$/g, ' '));
  if (plain.length < words.length) forms.push({ words: plain, cost: WITHOUT_DETAIL_COST });
  const content = contentWords(plain);
  if (content.length < plain.length && content.length >= 2) forms.push({ words: content, cost: WITHOUT_LINKS_COST });
  for (let k = 0; k + 1 < plain.length; k += 1) {
    const joined = `${plain[k] ?? ''}${plain[k + 1] ?? ''}`;
    if (/^[a-z]+$/.test(joined)) forms.push({ words: [...plain.slice(0, k), joined, ...plain.slice(k + 2)], cost: JOINED_COST, joined });
  }
  const [first, second, ...others] = plain;
  if (first !== undefined && second !== undefined && plain.length === inverted && content.length === inverted) forms.push({ words: [second, first, ...others], cost: INVERTED_COST });
  const whole = plain.join('');
  if (plain.length === 3 && content.length === 2 && whole.length <= MAX_JOINED && /^[a-z]+$/.test(whole)) forms.push({ words: [whole], cost: JOINED_COST, joined: whole });
  return forms.filter((form) => form.words.length > 0);
}

interface NameWord {
  readonly word: string;
  readonly weight: number;
  readonly ofCategory: boolean;
  /** Telling: no other entry has the word, and it says something. */
  readonly own: boolean;
  /** Needs another word beside it to name anything. */
  readonly mute: boolean;
}

/** Forms that name an entry by some of its words: the more telling the words that are kept, the cheaper. `names`: stems of the words that alone are the name of an entry. */
export function partialForms(name: string, categoryStems: ReadonlySet<string>, weights: WordWeights, names: ReadonlySet<string>): SurfaceForm[] {
  const words = contentWords(wordsOf(name.replace(/\([^\d)]*\d[^)]*\)|:.*$/g, ' '))).map((word): NameWord => {
    const ofCategory = categoryStems.has(stem(word));
    const weight = weights.weight(word) * (ofCategory ? CATEGORY_WORD_SHARE : 1);
    return { word, weight, ofCategory, own: weights.isOwn(word) && !isAdjective(word), mute: ofCategory || saysNothingAlone(word) };
  });
  if (words.length < 2) return [];
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  return subsets(words.length).flatMap((kept) => {
    const cost = partialCost(words, kept, total);
    const form = kept.map((k) => words[k]?.word ?? '');
    if (cost === undefined || cost > MAX_PARTIAL_COST) return [];
    return [{ words: form, cost: form.length > 1 && form.every((word) => names.has(stem(word))) ? cost + OTHER_NAMES_COST : cost }];
  });
}

/** What it costs to leave out the other words of a name; undefined where the rest says something else, or nothing. */
function partialCost(words: readonly NameWord[], kept: readonly number[], total: number): number | undefined {
  const left = words.filter((_, k) => kept.includes(k));
  const dropped = words.filter((_, k) => !kept.includes(k));
  if (left.every(({ mute }) => mute) || dropped.some(({ word }) => TURNING_WORDS.has(word))) return undefined;
  if (dropped.every(({ ofCategory }) => ofCategory)) return left.every(({ word }) => isAdjective(word)) ? WEAK_WITHOUT_CATEGORY_COST : WITHOUT_CATEGORY_COST;
  const share = left.reduce((sum, { weight }) => sum + weight, 0) / total;
  const onlyOwn = left.every(({ own }) => own);
  const headLost = !kept.includes(words.length - 1);
  return PARTIAL_BASE_COST + PARTIAL_SHARE_COST * (1 - share) + (headLost ? (onlyOwn ? TELLING_HEAD_LOST_COST : HEAD_LOST_COST) : 0);
}

function isAdjective(word: string): boolean {
  return WEAK_WORDS.has(word) || MANNER_WORDS.has(word);
}

/** "2" of "2 liter" and "liter" of it are no names. */
function saysNothingAlone(word: string): boolean {
  return isNumber(word) || UNIT_WORDS.has(word) || TURNING_WORDS.has(word) || (CUES.get(word) ?? []).some((cue) => cue.kind !== 'plain');
}

function contentWords(words: readonly string[]): string[] {
  return words.filter((word) => !LINKING_WORDS.has(word));
}

const subsetsByLength = new Map<number, readonly (readonly number[])[]>();

/** Positions to keep: every proper subset of a short name, single words and runs of a long one. */
function subsets(length: number): readonly (readonly number[])[] {
  const known = subsetsByLength.get(length) ?? (length <= MAX_SUBSET_WORDS ? allSubsets(length) : runs(length));
  subsetsByLength.set(length, known);
  return known;
}

function allSubsets(length: number): number[][] {
  const positions = Array.from({ length }, (_, k) => k);
  return Array.from({ length: 2 ** length - 2 }, (_, mask) => positions.filter((k) => ((mask + 1) >> k) & 1));
}

function runs(length: number): number[][] {
  const positions = Array.from({ length }, (_, k) => k);
  return positions.flatMap((from) => positions.slice(from).map((to) => positions.slice(from, to + 1))).filter((run) => run.length < length);
}
