/** Which languages are understood. */
export const LANGUAGES = 'I understand English and Hinglish in Latin letters, for example: "2 masala dosa chahiye". What would you like?';

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
  return `${own === undefined ? '' : `${own}\n`}${LANGUAGES}`;
}

/** Small words of languages in Latin letters that are not understood; none of them is English, Hinglish or a dish. */
const FOREIGN = new Set(
  (
    'hola quiero quisiera una uno unos unas dos tres por favor gracias el los las para con sin que tienen usted buenos dias noches pedir comida ' +
    'bonjour je voudrais vous avez le la les des deux trois une un avec sans merci sil plait commander et pour ' +
    'ich möchte moechte hätte haette gerne bitte zwei drei eine einen ein und mit ohne danke bestellen der das ' +
    'eu quero queria obrigado obrigada dois duas tres com sem voces ' +
    'vorrei voglio due grazie per favore senza buongiorno ciao'
  ).split(' '),
);

/** Whether at least two small words, and a third of all, are of another language. */
export function isForeign(words: readonly string[]): boolean {
  const foreign = words.filter((word) => FOREIGN.has(word)).length;
  return foreign >= 2 && foreign * 3 >= words.length;
}
