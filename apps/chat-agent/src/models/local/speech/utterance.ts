const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  dozen: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, hundred: 100, ek: 1, do: 2, teen: 3, char: 4, paanch: 5,
};

const ONE_HUNDRED = new RegExp(`\\b(?:a|one|1) hundred\\b(?! (?:and|${Object.keys(NUMBER_WORDS).join('|')})\\b)`, 'g');

/** What people type on a phone. */
const MEANT: Readonly<Record<string, string>> = {
  u: 'you', nd: 'and', adn: 'and', teh: 'the', hte: 'the', helo: 'hello', fro: 'from', fomr: 'from', totl: 'total', thts: "that's", remov: 'remove', ur: 'your', r: 'are', n: 'and', frm: 'from', abt: 'about', wat: 'what', wht: 'what', sry: 'sorry', k: 'ok', hav: 'have', hv: 'have', wnt: 'want', giv: 'give', odr: 'order', ordr: 'order', thx: 'thanks', plt: 'plate', plts: 'plates', wid: 'with', wd: 'with', widout: 'without', wdout: 'without', hw: 'how', mch: 'much', mny: 'many', lrg: 'large', sml: 'small', nr: 'near', pls: 'please', plz: 'please', whr: 'where', whch: 'which', ppl: 'people', rd: 'road', gud: 'good', smthing: 'something', smth: 'something', somthing: 'something', sumthing: 'something', tht: 'that', arround: 'around', arnd: 'around', kripya: 'please', kindly: 'please', wats: "what's", wots: "what's", populer: 'popular', poplar: 'popular', recomend: 'recommend', recommand: 'recommend', smthng: 'something', somethng: 'something', cheeper: 'cheaper', swt: 'sweet', sweeet: 'sweet', sppicy: 'spicy', spicey: 'spicy', crem: 'cream', plss: 'please', thr: 'there', ther: 'there', wich: 'which', xtra: 'extra', nvm: 'never mind', thnx: 'thanks', tmrw: 'tomorrow', msg: 'message', wanna: 'want to', gonna: 'going to', lemme: 'let me',
};
const SHORTHAND = new RegExp(`(?<![\\p{L}\\p{N}'])(?:${Object.keys(MEANT).join('|')})(?![\\p{L}\\p{N}'])`, 'gu');

/** A message in the form that rules read: lower case, plain quotes, words with single blanks between them. */
export function normalise(message: string): string {
  return message
    .normalize('NFKC')
    .replace(/^[ \t]*[-*•–][ \t]+/gm, ', ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\bw\/o\b/gi, 'without')
    .replace(/(?<=\p{L} )w(?= \p{L}{3,})/giu, 'with')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\b(what|where|who|that|how|let)s\b/g, "$1's")
    .replace(/\b(do|ca|wo|did|does)nt\b/g, "$1n't")
    .replace(/\bim\b/g, "i'm")
    .replace(/\b(i) ?(ll|ve)\b(?= \p{L})/gu, "$1'$2")
    .replace(/\b(how (?:much|mch)|hw mch) 4\b/g, '$1 for')
    .replace(/\bw\/o(?= |$)/g, 'without')
    .replace(/\bw\/(?= ?\p{L})/gu, 'with ')
    .replace(SHORTHAND, (word) => MEANT[word] ?? word)
    .replace(/(?<!\b(?:the|a|an|in|of|this|your|any) )\bform(?= \p{L})/gu, 'from')
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(ONE_HUNDRED, '100')
    .replace(/(\d)\s*[/⁄]\s*(?=\d)/g, '$1/')
    .replace(/: (?=\p{L}|\d)/gu, ' , ')
    .replace(/(?<!\d)\/|\/(?!\d)|[^\p{L}\p{M}\p{N}'&.,+/-]+/gu, ' ')
    .replace(/\b(?:quantity|qty)\s*(?:of |is )?(\d+)/g, 'x$1')
    .replace(/(?<=\p{L}) - (?=\d)/gu, ' x')
    .replace(/(?<![\p{N}])[.,](?![\p{N}])|[.,](?!\p{N})/gu, ' , ')
    .replace(/\s*,[\s,]*/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '');
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}']+/gu) ?? [];
}

/** The last words in front of a place of the text, all of them where no number is given. The text is read once for all places that are asked for. */
export function wordsBefore(text: string): (end: number, count?: number) => string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}']+/gu)];
  return (end, count = words.length) => {
    const behind = words.findLastIndex(({ index }) => index < end) + 1;
    return words.slice(Math.max(0, behind - count), behind).map(({ 0: word, index }) => word.slice(0, end - index));
  };
}

/** The number that a word stands for; undefined where it is none. */
export function numberOf(word: string): number | undefined {
  if (/^-?\d{1,9}$/.test(word)) return Number(word);
  return Object.hasOwn(NUMBER_WORDS, word) ? NUMBER_WORDS[word] : undefined;
}

const AROUND_NUMBER =
  /^(?:ok|okay|fine|oops|sorry|no|hmm+|how|about|let's|do|then|just|only|i|i'd|i'll|want|need|have|take|give|get|me|us|make|it|that|that's|is|be|would|will|should|add|order|please|pls|plates?|pieces?|portions?|enough|good|all|right|sure|alright|actually|yes|yeah|of|them|those|like|thanks|nos|and|so|well|oh|wait|maybe|to|go|with|say|can|we|could)$/;

/** The number of a sentence that says nothing but how many: "ok 1 is fine", "make it 3 then"; undefined where it says more, or several. */
export function numberAlone(text: string): number | undefined {
  const said = text.split(/[\s,]+/).filter((word) => word !== '' && !AROUND_NUMBER.test(word));
  const [only, ...others] = said;
  return only === undefined || others.length > 0 ? undefined : numberOf(only);
}

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/^(?:the )?(?:first|1st|top)(?: one| place| restaurant| option)?$/, 0],
  [/^(?:the )?(?:second|2nd)(?: one| place| restaurant| option)?$/, 1],
  [/^(?:the )?(?:third|3rd)(?: one| place| restaurant| option)?$/, 2],
  [/^(?:the )?(?:fourth|4th)(?: one| place| restaurant| option)?$/, 3],
  [/^(?:the )?(?:fifth|5th)(?: one| place| restaurant| option)?$/, 4],
  [/^(?:the )?last(?: one| place| restaurant| option)?$/, -1],
];

/** Politeness around what is meant. */
const POLITE = /^(?:(?:ok(?:ay)?|please|pls|plz|hmm+|um+|oops|sorry|actually|so|well|then|and|show(?: me)?|open|give me|i(?:'ll| will)? (?:take|choose|pick|want|like|go (?:with|for))|let'?s (?:go with|take|do|try)|what about|how about|tell me about|menu (?:of|for)|number|no|option|#) )+|(?: (?:please|pls|plz|then|thanks|menu))+$/g;

/** Places in a list, as they are said. */
export const ORDINAL_WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** The entry of a list that "the first one", "number 2" or "3" means, counted from 0 (-1 is the last); undefined where none is meant. */
export function ordinalOf(text: string): number | undefined {
  const bare = text.replace(POLITE, '').trim();
  const said = ORDINALS.find(([pattern]) => pattern.test(bare));
  if (said !== undefined) return said[1];
  const number = /^(?:the )?(?:number |no |option )?(\w+)(?: one)?$/.exec(bare)?.[1];
  const value = number === undefined ? undefined : numberOf(number);
  return value === undefined || value < 1 || value > 50 ? undefined : value - 1;
}

const COUNTED = new RegExp(`\\b(\\d+|an?|${Object.keys(NUMBER_WORDS).join('|')}) (plates?|portions?|servings?|pieces?|pcs|nos|orders?(?= of\\b| \\p{L}+(?:$|,| and\\b)))(?: of(?: the)?)?(?: (?=\\p{L})|(?=$|,))`, 'gu');

/**
 * The text without what food is counted by: "2 plates of idli" is "2 idli".
 * @param isName whether a word stands in a name of the catalogue: "6 piece wings" may be one
 */
export function withoutCounters(text: string, isName: (word: string) => boolean): string {
  return text.replace(COUNTED, (said, count: string, counter: string) => (isName(counter) ? said : said.endsWith(' ') ? `${count} ` : count));
}
