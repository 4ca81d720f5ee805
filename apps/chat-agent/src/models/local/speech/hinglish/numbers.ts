const WORDS: Readonly<Record<string, number>> = {
  do: 2, teen: 3, char: 4, chaar: 4, panch: 5, paanch: 5, chhe: 6, chah: 6, chhah: 6, saat: 7, aath: 8, nau: 9, das: 10, dus: 10, gyarah: 11, barah: 12, bara: 12, pandrah: 15, bees: 20, pachas: 50, sau: 100,
};
const NUMBER = `(?:${Object.keys(WORDS).join('|')})`;
/** English "do", in a sentence of both languages: "do you have dosa yaar". */
const ENGLISH_DO = "(?:you|u|they|we|i|it|not|the|this|that|these|those|people|something|anything|deliver|have|want|need)";
const BEFORE_ENGLISH_DO = '(?:to|please|can|could|will|would|should|you|u|we|they|i|just|how|what|not|must)';
/** "Do" behind a dish gives it, where no other dish is counted from behind: "mujhe dosa do". */
const GIVING = /(?<=(?:^|[ ,])(?!(?:aur|and|sirf|only|bas|nahi|total|total mein)\b)\p{L}+) do(?=$| ?, | please$)/gu;
const COUNTED_BEHIND = new RegExp(`\\p{L} (?:\\d+|ek|(?!do\\b)${NUMBER})(?: plates?)?(?=$| ?,)`, 'u');
/** "4 dosa, do teekha do normal": parts of what was counted. */
const PARTED = /(?:^|, )do (?:\p{L}+ )?(?:spicy|mild|hot|sweet|normal|plain|simple|regular|large|small) (?:aur )?(?:do|ek|teen) \p{L}/u;
const COUNT = new RegExp(`\\b${NUMBER}\\b`, 'g');

/**
 * A Hinglish text with its numbers in digits, and "ek" as "one". "Do" is the number two where it stands before what is counted or
 * alone; behind a dish it asks for it, and the "do" of "bhej do" is gone by then.
 * @param text as `spelled` gives it
 * @param isName whether a word stands in a name of the catalogue: then it is that
 */
export function counted(text: string, isName: (word: string) => boolean): string {
  const given = COUNTED_BEHIND.test(text) || PARTED.test(text) ? text : text.replace(GIVING, ' dedo');
  return given
    .replace(COUNT, (word, at: number) => {
      if (isName(word) || (word === 'do' && isEnglishDo(given.slice(0, at), given.slice(at + 2)))) return word;
      return String(WORDS[word] ?? word);
    })
    .replace(/\bek\b/g, 'one');
}

function isEnglishDo(before: string, behind: string): boolean {
  return new RegExp(`^ ${ENGLISH_DO}\\b`).test(behind) || new RegExp(`\\b${BEFORE_ENGLISH_DO} $`).test(before);
}
