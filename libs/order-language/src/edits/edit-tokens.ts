import { FILLER_WORDS } from '../grammar/common-words';
import { withoutExplanations } from '../grammar/explanations';
import type { CompiledMenu } from '../menu/compile-menu';
import { readTokens } from '../read-tokens';
import type { Token } from '../text/tokenize';
import { isNumber, stem } from '../text/word-forms';
import { ORDINALS } from './edit-words';

/** The words of a sentence of edits. `takenBack`: it says that something said before no longer holds. */
export interface EditTokens {
  readonly tokens: readonly Token[];
  readonly takenBack: boolean;
  /** What it explained before it asked for anything. */
  readonly leading: readonly Token[];
}

const list = (text: string): string[] => text.split(',').map((phrase) => phrase.trim());

/** What people say of a change of mind. "All" of "after all" means no line. */
const TAKING_BACK = list('after all, on second thought, on second thoughts, thinking about it, come to think of it, now that i think about it');
/** Sounds of feeling: they part what stands around them. */
const INTERJECTIONS = new Set(list('lol, lmao, haha, hah, ugh, argh, agh, oops, whoops, yikes, gosh, omg, btw, fyi, tbh, dang, darn, eh, nah'));
/** "We are leaving out the drinks". */
const GERUNDS: ReadonlyMap<string, string> = new Map(
  list('leave leaving, take taking, drop dropping, skip skipping, cancel canceling, cancel cancelling, swap swapping, switch switching, change changing, keep keeping, cut cutting, lose losing, make making').map((pair): [string, string] => {
    const [verb = '', gerund = ''] = pair.split(' ');
    return [gerund, verb];
  }),
);

/** Ways to say the same, each with the words that the other rules know. */
const SAME_PHRASES: readonly (readonly [string, readonly string[]])[] = list('rather than, in place of, in lieu of, as opposed to')
  .map((phrase): [string, readonly string[]] => [phrase, ['instead', 'of']])
  .concat(list('a couple more, couple more').map((phrase): [string, readonly string[]] => [phrase, ['2', 'more']]))
  .concat(list('the rest the same, rest the same, everything else the same, all else the same, the rest as it is, otherwise the same, rest same').map((phrase): [string, readonly string[]] => [phrase, ['with', 'the', 'same', 'stuff']]))
  .concat([['a few more', ['3', 'more']]])
  .concat([['on anything', ['on', 'everything']], ['in anything', ['in', 'everything']], ['off anything', ['off', 'everything']]])
  .concat(list('that has, that have, thats got, that comes with, that come with, which has, which have').map((phrase): [string, readonly string[]] => [phrase, ['with']]));

/** Reads a sentence of edits into tokens: without what says only that minds have changed, without what only explains, and with fewer ways to say the same. `dislikes`: nor what somebody does not eat. */
export function readEditTokens(menu: CompiledMenu, text: string, dislikes: boolean): EditTokens {
  const { tokens: said, leading } = withoutExplanations(readTokens(menu, text), dislikes);
  const tokens: Token[] = [];
  let takenBack = false;
  let parted = false;
  for (let at = 0; at < said.length; ) {
    const taking = TAKING_BACK.find((phrase) => isPhrase(said, at, phrase));
    const token = said[at];
    if (!token) break;
    if (taking !== undefined || isInterjection(menu, token)) {
      takenBack ||= taking !== undefined;
      parted ||= taking !== 'after all' || token.before !== 'none';
      at += taking?.split(' ').length ?? 1;
      continue;
    }
    const { words, length } = rewritten(menu, said, at);
    // "Make it large, the rest the same" is one clause.
    const before = words.length > 2 && words.at(-1) === 'stuff' ? 'none' : token.before === 'none' && parted && tokens.length > 0 ? 'comma' : token.before;
    parted = false;
    words.forEach((word, k) => tokens.push({ ...(said[at + Math.min(k, length - 1)] ?? token), word, before: k === 0 ? before : 'none' }));
    at += length;
  }
  return { tokens: withDirectionInFront(tokens), takenBack, leading };
}

const DIRECTIONS = new Set(['less', 'more', 'fewer']);
/** So many words a dish has between its number and "less". */
const MAX_BETWEEN = 5;

/** "One turkey less, so that's one tea more" as "one less turkey, one more tea". */
function withDirectionInFront(tokens: readonly Token[]): readonly Token[] {
  return tokens.reduce<Token[]>((said, token, at) => {
    const next = tokens[at + 1];
    const endsClause = next?.before !== 'none' || next.word === 'and' || next.word === 'please';
    const start = DIRECTIONS.has(token.word) && token.before === 'none' && endsClause ? clauseStart(said) : -1;
    const from = start < 0 ? -1 : behindLead(said, start);
    const number = said[from];
    const isOne = number?.word === 'a' || number?.word === 'an';
    if (number === undefined || !(isOne || isNumber(number.word)) || said.length - from < 2 || said.length - from > MAX_BETWEEN) return [...said, token];
    return [...said.slice(0, start), { ...number, word: isOne ? '1' : number.word, before: said[start]?.before ?? 'none' }, token, ...said.slice(from + 1)];
  }, []);
}

function clauseStart(said: readonly Token[]): number {
  let from = said.length - 1;
  while (from > 0 && said[from]?.before === 'none' && said[from - 1]?.word !== 'and') from -= 1;
  return from;
}

/** Where the number stands in "so that is one coke less". */
function behindLead(said: readonly Token[], start: number): number {
  let from = start;
  while (from < said.length - 1 && LEADING_UP.has(said[from]?.word ?? '')) from += 1;
  return from;
}

const LEADING_UP = new Set(['so', 'thats', 'that', 'is', 'then', 'its', 'it', 'would', 'be', 'make', 'please', 'we', 'i', 'need', 'want', 'id', 'wed', 'like']);

/** The words that stand for those at a token, and how many those are. */
function rewritten(menu: CompiledMenu, tokens: readonly Token[], at: number): { words: readonly string[]; length: number } {
  const [phrase, words] = SAME_PHRASES.find(([candidate]) => isPhrase(tokens, at, candidate)) ?? [];
  if (phrase !== undefined && words !== undefined) return { words, length: phrase.split(' ').length };
  const verb = GERUNDS.get(tokens[at]?.word ?? '');
  // "One more, making it four" tells what it comes to.
  const result = verb === 'make' && (tokens[at + 1]?.word === 'it' || tokens[at + 1]?.word === 'that');
  if (verb !== undefined && !result && menu.vocabulary.idOf(tokens[at]?.word ?? '') === undefined) return { words: [verb], length: 1 };
  if (isPhrase(tokens, at, 'thats') && tokens[at]?.before === 'none' && menu.vocabulary.withStem(stem(tokens[at - 1]?.word ?? '')).length > 0) return { words: ['with'], length: 1 };
  if (isOneMore(menu, tokens, at)) return { words: ['another'], length: tokens[at + 2]?.word === '1' ? 3 : 2 };
  // "A shake, but a large one": how it is to be, and no other one.
  if (tokens[at]?.word === 'but' && (tokens[at + 1]?.word === 'a' || tokens[at + 1]?.word === 'an') && tokens[at + 3]?.word === '1') return { words: ['with', tokens[at + 2]?.word ?? ''], length: 4 };
  return { words: [tokens[at]?.word ?? ''], length: 1 };
}

/** "A second coke". */
function isOneMore(menu: CompiledMenu, tokens: readonly Token[], at: number): boolean {
  const following = tokens[at + 2];
  if (tokens[at]?.word !== 'a' || !ORDINALS.has(tokens[at + 1]?.word ?? '') || following?.before !== 'none') return false;
  return following.word === '1' || (!FILLER_WORDS.has(following.word) && menu.vocabulary.withStem(stem(following.word)).length > 0);
}

function isInterjection(menu: CompiledMenu, { word }: Token): boolean {
  return INTERJECTIONS.has(word) && menu.vocabulary.idOf(word) === undefined;
}

function isPhrase(tokens: readonly Token[], at: number, phrase: string): boolean {
  return phrase.split(' ').every((word, k) => tokens[at + k]?.word === word && (k === 0 || tokens[at + k]?.before !== 'stop'));
}
