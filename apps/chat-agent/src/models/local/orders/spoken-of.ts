import type { Dialogue } from '../dialogue';
import { numberOf, wordsOf } from '../speech/utterance';

/** What somebody says of one of several: how it should be, and no other dish. */
const COUNTED = /\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)(?= (?:without|with|no|not|extra|less|normal|plain|regular|hot|mild|medium|large|small|spicy|jain|only|more)\b|$| ?,| (?:and|but|please)\b)/g;
const ASKING = /^(?:(?:and|so|but|ok|wait)[ ,]+)*(?:what|which|who|when|where|why|how|is|are|do|does|can|could|will|would|did|has|have)\b/;
const FEELING = /^(?:(?:ok|okay|yes|yeah|then|so|fine|please|sure|great|just|only|and|i want|i'll have|i'll take|give me|get me|make it)[ ,]+)*/;

/**
 * "Ok one without peanuts and two normal" behind a question about a dish: so many of that dish; undefined where a dish is named, or none
 * was spoken of.
 */
export function countedOfSpoken({ text, facts, memory, catalogue }: Dialogue): string | undefined {
  const { dish, question } = memory;
  if (facts.order !== undefined || dish === undefined || question?.kind === 'which_restaurant' || question?.kind === 'which_item' || ASKING.test(text)) return undefined;
  const said = text.replace(FEELING, '');
  const [first = ''] = wordsOf(said);
  const isCounted = numberOf(first) !== undefined || /^an?$/.test(first);
  const isDetailed = /\b(?:without|no|with|extra|less|normal|plain|hot|mild|medium|large|small|jain|spicy)\b/.test(said);
  const others = wordsOf(said).filter((word) => word.length >= 3 && catalogue.isDishWord(word) && !NO_DISH.test(word));
  // "Two plain ones", where a plain thepla is sold, are those.
  const isCalledSo = wordsOf(said).some((word) => NO_DISH.test(word) && catalogue.dishesLike(word).some(({ restaurant }) => restaurant.name === memory.restaurant));
  if (isCalledSo || !isCounted || !isDetailed || catalogue.dishIn(said) !== undefined || others.some((word, at) => at === 0 && !said.includes(`without ${word}`) && !said.includes(`no ${word}`))) return undefined;
  return said.replace(COUNTED, (count) => `${count} ${dish}`).replace(/ (?:normal|regular)\b/g, '');
}

const NO_DISH = /^(?:plain|medium|large|small|mild|hot|spicy|extra|without|with|normal)$/;
