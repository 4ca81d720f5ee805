const LETTERS = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/gu;

/** In each script what is said to people who write in it; the English sentence follows for everybody. */
const IN_THEIR_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Devanagari}/u, 'मैं अंग्रेज़ी और Hinglish समझता हूँ, रोमन अक्षरों में लिखिए।'],
  [/\p{Script=Gujarati}/u, 'હું અંગ્રેજી અને Hinglish સમજું છું, રોમન અક્ષરોમાં લખો.'],
];

/** What to answer to a text whose letters are mostly not Latin: which languages are understood. Undefined for any other text. */
export function languageNotice(text: string): string | undefined {
  const letters = text.match(LETTERS)?.length ?? 0;
  const latin = text.match(LATIN)?.length ?? 0;
  if (letters === 0 || latin * 2 >= letters) return undefined;
  const own = IN_THEIR_SCRIPT.find(([script]) => script.test(text))?.[1];
  return `${own === undefined ? '' : `${own}\n`}I understand English and Hinglish in Latin letters, for example: "2 masala dosa chahiye". What would you like?`;
}
