/** How people call whom they order from. */
const VOCATIVE = "(?:bhaiya|bhaiyya|bhaiyaa|bhai|bhau|beta|beti|didi|bro|bruh|brother|dude|buddy|boss|sir|madam|ma'am|mam|uncle|aunty|auntie|yaar|yar|mate|dear|friend|chef|ji|guys)";
const GREETING = '(?:hi+|hello+|hey+|hiya|yo|oh|arre|are|arey|namaste|namaskar|good (?:morning|afternoon|evening))';
const BEFORE = new RegExp(`^(?:${GREETING}(?: there| again)?|${VOCATIVE})(?: ${VOCATIVE})*[ ,]+(?!(?:there|again)\\b)(?=\\S)`);
const BEHIND = new RegExp(`(?<=\\S)[ ,]+${VOCATIVE}$`);

/** "Are" greets only in Hinglish: "are bhaiya", not "are you open". */
const QUESTION = /^are (?!bhai|yaa?r|beta|didi|sir|madam|ji)/;

/** "No dear, three thalis": the name stands behind the answer. */
const BEHIND_ANSWER = new RegExp(`^(no+|nope|yes|yeah|ok|okay|sure|haan|nahi) (?:${VOCATIVE})(?= ?, ?\\S)`);

/**
 * The text without the greeting and the names by which people call the shop: "hey bhaiya, 2 dosa" is "2 dosa". Where nothing else
 * is said, the text stays.
 * @param isName whether a word stands in a name of the catalogue: there it names food or a place
 */
export function withoutAddress(text: string, isName: (word: string) => boolean): string {
  let rest = text.replace(BEHIND_ANSWER, '$1');
  for (;;) {
    const [before = ''] = QUESTION.test(rest) ? [] : (BEFORE.exec(rest) ?? []);
    const [behind = ''] = BEHIND.exec(rest) ?? [];
    const cut = before !== '' && !names(before, isName) ? rest.slice(before.length) : behind !== '' && !names(behind, isName) ? rest.slice(0, -behind.length) : rest;
    if (cut === rest || isAddressAlone(cut)) return rest;
    rest = cut;
  }
}

/** What is left would be an address too: "hello sir" is all of it a greeting. */
function isAddressAlone(text: string): boolean {
  return new RegExp(`^(?:${GREETING}|${VOCATIVE})$`).test(text);
}

function names(phrase: string, isName: (word: string) => boolean): boolean {
  return phrase.split(/[ ,]+/).some((word) => word !== '' && isName(word));
}
